package flow

import (
	"encoding/json"
	"slices"
	"strings"
)

// publicMark in Names marks a Literal that is a JSON web key, or a set of them,
// without a secret part. Its Text is cut too short to tell.
const publicMark = "public"

// Public reports whether v is the text of public JSON web keys.
func (v Value) Public() bool { return v.Kind == Literal && slices.Contains(v.Names, publicMark) }

// jsonKey is what tells a JSON web key's kind: an octet sequence is a secret,
// and a private key has a part d (RFC 7518, sections 6.2.2, 6.3.2 and 6.4.1).
type jsonKey struct {
	Kty  string    `json:"kty"`
	K    string    `json:"k"`
	D    string    `json:"d"`
	Keys []jsonKey `json:"keys"`
}

// publicKeys reports whether a text is a public JSON web key or a set of them.
func publicKeys(text string) bool {
	if !strings.HasPrefix(strings.TrimSpace(text), "{") {
		return false
	}
	var key jsonKey
	if json.Unmarshal([]byte(text), &key) != nil {
		return false
	}
	return key.public() || len(key.Keys) > 0 && !slices.ContainsFunc(key.Keys, func(k jsonKey) bool { return !k.public() })
}

func (k jsonKey) public() bool { return k.Kty != "" && k.Kty != "oct" && k.K == "" && k.D == "" }
