package jwx

import (
	"errors"
	"slices"

	v2jwa "github.com/lestrrat-go/jwx/v2/jwa"
	v2jws "github.com/lestrrat-go/jwx/v2/jws"
	v2 "github.com/lestrrat-go/jwx/v2/jwt"
	v3jwa "github.com/lestrrat-go/jwx/v3/jwa"
	v3jws "github.com/lestrrat-go/jwx/v3/jws"
	v3 "github.com/lestrrat-go/jwx/v3/jwt"
)

var (
	errAlgorithm = errors.New("another algorithm")
	listed       = []v3jwa.SignatureAlgorithm{v3jwa.ES256(), v3jwa.RS256()}
)

func algOf(raw []byte) (v3jwa.SignatureAlgorithm, error) {
	message, err := v3jws.Parse(raw)
	if err != nil {
		return v3jwa.EmptySignatureAlgorithm(), err
	}
	alg, _ := message.Signatures()[0].ProtectedHeaders().Algorithm()
	return alg, nil
}

// VulnerableRead takes what the header says.
func VulnerableRead(raw []byte, key any) (v3.Token, error) {
	alg, err := algOf(raw)
	if err != nil {
		return nil, err
	}
	return v3.Parse(raw, v3.WithKey(alg, key)) // want `\(jwtalg/unpinned\)`
}

// FixedListed takes two.
func FixedListed(raw []byte, key any) (v3.Token, error) {
	alg, err := algOf(raw)
	if err != nil {
		return nil, err
	}
	if !slices.Contains(listed, alg) {
		return nil, errAlgorithm
	}
	return v3.Parse(raw, v3.WithKey(alg, key))
}

// FixedOne takes one.
func FixedOne(raw []byte, key any) (v3.Token, error) {
	alg, err := algOf(raw)
	if err != nil {
		return nil, err
	}
	if alg != v3jwa.RS256() {
		return nil, errAlgorithm
	}
	return v3.Parse(raw, v3.WithKey(alg, key))
}

// FixedName compares the name.
func FixedName(raw []byte, key any) (v3.Token, error) {
	alg, err := algOf(raw)
	if err != nil {
		return nil, err
	}
	if alg.String() != "RS256" {
		return nil, errAlgorithm
	}
	return v3.Parse(raw, v3.WithKey(alg, key))
}

func supported(alg v3jwa.SignatureAlgorithm) bool {
	for _, one := range listed {
		if one == alg {
			return true
		}
	}
	return false
}

// FixedHelper asks a helper.
func FixedHelper(raw []byte, key any) (v3.Token, error) {
	alg, err := algOf(raw)
	if err != nil {
		return nil, err
	}
	if !supported(alg) {
		return nil, errAlgorithm
	}
	return v3.Parse(raw, v3.WithKey(alg, key))
}

func goodAlg(raw []byte) (v3jwa.SignatureAlgorithm, error) {
	alg, err := algOf(raw)
	if err != nil {
		return alg, err
	}
	if alg != v3jwa.RS256() {
		return alg, errAlgorithm
	}
	return alg, nil
}

// FixedElsewhere has a helper that reads and tests.
func FixedElsewhere(raw []byte, key any) (v3.Token, error) {
	alg, err := goodAlg(raw)
	if err != nil {
		return nil, err
	}
	return v3.Parse(raw, v3.WithKey(alg, key))
}

// FixedV2 is FixedOne with the major before.
func FixedV2(raw []byte, key any) (v2.Token, error) {
	message, err := v2jws.Parse(raw)
	if err != nil {
		return nil, err
	}
	alg := message.Signatures()[0].ProtectedHeaders().Algorithm()
	if alg != v2jwa.RS256 {
		return nil, errAlgorithm
	}
	return v2.Parse(raw, v2.WithKey(alg, key))
}

// VulnerableDenied only keeps out what has no signature.
func VulnerableDenied(raw []byte, key any) (v2.Token, error) {
	message, err := v2jws.Parse(raw)
	if err != nil {
		return nil, err
	}
	alg := message.Signatures()[0].ProtectedHeaders().Algorithm()
	if alg == v2jwa.NoSignature {
		return nil, errAlgorithm
	}
	return v2.Parse(raw, v2.WithKey(alg, key)) // want `\(jwtalg/unpinned\)`
}

// Message is what a parser has read and looked through.
type Message struct {
	raw []byte
	alg string
}

// ParseMessage runs its steps in turn.
func ParseMessage(raw []byte) (*Message, error) {
	message := &Message{raw: raw}
	for _, step := range []func(*Message) error{refuse, keep} {
		if err := step(message); err != nil {
			return nil, err
		}
	}
	return message, nil
}

func refuse(m *Message) error {
	if alg, err := algOf(m.raw); err != nil || !supported(alg) {
		return errAlgorithm
	}
	return nil
}

func keep(m *Message) error {
	alg, err := algOf(m.raw)
	m.alg = alg.String()
	return err
}

// Kept cannot be judged: what is kept was tested by whoever kept it, or was not.
func (m *Message) Kept(key any) ([]byte, error) {
	alg, ok := v3jwa.LookupSignatureAlgorithm(m.alg)
	if !ok {
		return nil, errAlgorithm
	}
	return v3jws.Verify(m.raw, v3jws.WithKey(alg, key))
}
