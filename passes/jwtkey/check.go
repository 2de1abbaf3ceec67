package jwtkey

import (
	"cmp"
	"fmt"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/diag"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/rule"
)

// run follows every key back and reports each bad origin once, with the
// uses that it reaches.
func run(pass *analysis.Pass, opts *rule.Options) (any, error) {
	result := flow.ResultOf(pass)
	shown, hidden := newCollector(), newCollector()
	for _, use := range result.Keys {
		if !opts.Tests && diag.InTest(pass, use.Pos) {
			hidden.use(use)
			continue
		}
		shown.use(use)
	}
	slices.SortFunc(shown.order, func(a, b *diag.Finding) int {
		return cmp.Or(cmp.Compare(a.Pos, b.Pos), cmp.Compare(a.Category, b.Category))
	})
	rep := diag.New(pass, opts)
	for _, f := range shown.order {
		rep.Report(*f)
	}
	for _, f := range hidden.order {
		// A key outside of the tests counts as found if they are asked for:
		// not every driver reads them otherwise.
		if diag.InTest(pass, f.Pos) {
			rep.Hide(*f)
		}
	}
	return rep.Used(), nil
}

// origin identifies where a key comes from: a place, and for one in another
// package the words that tell it.
type origin struct {
	pos    token.Pos
	phrase string
}

// collector gathers findings by origin.
type collector struct {
	byOrigin map[origin]*diag.Finding
	order    []*diag.Finding
}

func newCollector() *collector { return &collector{byOrigin: make(map[origin]*diag.Finding)} }

// use judges the possible values of one key in use.
func (c *collector) use(use *flow.KeyUse) {
	key, private := use.Key, false
	if key.Kind == flow.Key {
		if !slices.Contains(key.Names, "private") {
			return // Public keys may be seen.
		}
		key, private = key.Elems[0], true
	}
	if !private && use.Family != model.HMAC && use.Family != "" && !use.Signs {
		return // A verifying key of an asymmetric type is public.
	}
	alts := key.Alternatives()
	if allEmpty(alts) {
		c.empty(use, alts)
		return
	}
	for _, alt := range alts {
		if category, message := c.judge(use, alt, alts); category != "" {
			c.add(use, alt, category, message)
		}
	}
}

// judge says what is wrong with one of the values that a key may have.
func (c *collector) judge(use *flow.KeyUse, alt flow.Value, alts []flow.Value) (category, message string) {
	switch alt.Kind {
	case flow.Key:
		if slices.Contains(alt.Names, "private") && len(alt.Elems) > 0 {
			return c.judge(use, alt.Elems[0], alts)
		}
	case flow.Literal:
		if alt.Index <= 0 || isPublic(alt.Text) || alt.Public() || alt.Reported() {
			return "", ""
		}
		if slices.ContainsFunc(alts, configured) {
			return "jwtkey/default", fmt.Sprintf("the key falls back to a text of %d bytes in %s (whoever reads it can sign tokens); refuse to start without a key", alt.Index, place(alt, 8))
		}
		return "jwtkey/hardcoded", fmt.Sprintf("the key is a text of %d bytes in %s (whoever reads it can sign tokens); load it from a secret store", alt.Index, place(alt, 24))
	case flow.Embedded:
		return "jwtkey/embedded", "the key is embedded from " + alt.Text + " (whoever has the binary can sign tokens); load it at run time"
	case flow.Weak:
		return "jwtkey/weak", "the key can be guessed: " + alt.Text + " (tokens can be forged); use crypto/rand or a longer key"
	case flow.Random:
		if need := hashSize(use.Method); alt.Index > 0 && alt.Index < need {
			return "jwtkey/weak", fmt.Sprintf("the HMAC key has %d bytes, fewer than its hash of %d (RFC 7518 3.2 asks for as many); generate a longer one", alt.Index, need)
		}
	}
	return "", ""
}

// place tells where a text stands, if the finding cannot stand there: in another
// package. A name that is longer than there is room in the message is left to the steps.
func place(text flow.Value, room int) string {
	if len(text.Steps) > 0 && text.Steps[0].Told() && len(text.Steps[0].Place) <= room {
		return text.Steps[0].Place
	}
	return "the source"
}

// hashSize is the output size in bytes of the hash behind an HMAC method; of
// the shortest one where the method is not in view.
func hashSize(method string) int {
	switch method {
	case "HS384":
		return 48
	case "HS512":
		return 64
	}
	return 32
}

// configured reports whether a value is what an operator would have set, so
// that a text beside it is the fallback.
func configured(v flow.Value) bool {
	switch v.Kind {
	case flow.Outside, flow.Param, flow.Random:
		return true
	case flow.Unknown:
		return !flow.Elsewhere(v)
	}
	return false
}

func isPublic(text string) bool {
	return strings.HasPrefix(text, "-----BEGIN ") && !strings.Contains(text, "PRIVATE KEY")
}

// empty reports a key that can only be empty. An untyped nil is left out: the
// libraries refuse it.
func (c *collector) empty(use *flow.KeyUse, alts []flow.Value) {
	if use.Family != model.HMAC || use.NonEmpty {
		return
	}
	c.add(use, alts[0], "jwtkey/empty", "the HMAC key can only be empty (anyone can sign tokens with no key); set it before use and refuse an empty one")
}

func allEmpty(alts []flow.Value) bool {
	return len(alts) > 0 && !slices.ContainsFunc(alts, func(v flow.Value) bool { return v.Kind != flow.Empty })
}

// add notes a finding at the origin of a value, or adds a use to it.
func (c *collector) add(use *flow.KeyUse, v flow.Value, category, message string) {
	at := origin{pos: use.Pos}
	pos := at.pos
	if len(v.Steps) > 0 {
		pos = v.Steps[0].Pos
		at = origin{pos, v.Steps[0].Phrase}
		if v.Steps[0].Told() {
			at.pos = token.NoPos // The phrase says where; it may come into view at several places.
		}
	}
	verb := "verifies with it here"
	if use.Signs {
		verb = "signs with it here"
	}
	last := flow.Step{Pos: use.Pos, Phrase: verb}
	if f := c.byOrigin[at]; f != nil {
		if !slices.Contains(f.Steps, last) {
			f.Steps = append(f.Steps, last)
		}
		return
	}
	f := &diag.Finding{Pos: pos, Category: category, Message: message}
	f.Steps = append(append(append(f.Steps, v.Steps...), use.Steps...), last)
	c.byOrigin[at] = f
	c.order = append(c.order, f)
}
