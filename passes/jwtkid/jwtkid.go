// Package jwtkid reports keys that the token chooses for itself.
package jwtkid

import (
	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/diag"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/rule"
)

const doc = `report keys that the token chooses for itself

Whoever sends a token writes its header, and nothing of it is verified when
the key is looked for. A key from "jwk" or "x5c", or fetched from the address in
"jku" or "x5u", is the sender's own; a "kid" in a file name, in the text of a
query, in a command or in an address reads what the sender likes (RFC 8725,
sections 3.1 and 3.10; CWE-22, CWE-89, CWE-918).

jwtkid is silent about a kid that is looked up in a map or list of keys, that
is a query's parameter, or that has passed a test before; and about the key in the
header of a proof of possession, which has to be there (RFC 9449, OpenID4VCI), where
a test of the header's typ for "dpop+jwt" or "openid4vci-proof+jwt" shows that.`

const fix = `look the kid up in a map of the keys that you trust, and refuse tokens whose kid is not there`

const bad = `func key(t *jwt.Token) (any, error) {
	return os.ReadFile("keys/" + t.Header["kid"].(string))
}`

const good = `func key(t *jwt.Token) (any, error) {
	kid, _ := t.Header["kid"].(string)
	if k, ok := keys[kid]; ok {
		return k, nil
	}
	return nil, errUnknownKey
}`

// Analyzer is the rule for drivers that take analyzers one by one.
var Analyzer = rule.Single(New(flow.Analyzer))

// New returns the rule with options of its own, on an engine that it shares
// with the rules that run beside it.
func New(engine *analysis.Analyzer) *rule.Rule {
	return diag.Rule(&rule.Rule{
		Analyzer:   &analysis.Analyzer{Name: "jwtkid", Doc: doc},
		Categories: categories, Default: true, Bad: bad, Good: good, Fix: fix,
	}, engine, run)
}

var categories = []rule.Category{
	{Name: "jwtkid/embedded-key", Level: rule.Error, CWE: []string{"CWE-347"}, RFC: "RFC 8725 3.10",
		Title: "the token brings the key along that verifies it"},
	{Name: "jwtkid/injection", Level: rule.Error, CWE: []string{"CWE-22", "CWE-89", "CWE-78", "CWE-918"}, RFC: "RFC 8725 3.10",
		Title: "the token's header goes into a file name, a query, a command or an address"},
	{Name: "jwtkid/method", Level: rule.Error, CWE: []string{"CWE-347"}, RFC: "RFC 8725 3.1",
		Title: "the method that checks the signature is looked up by the token's own alg"},
	{Name: "jwtkid/url", Level: rule.Error, CWE: []string{"CWE-918", "CWE-347"}, RFC: "RFC 8725 3.10",
		Title: "the key is fetched from an address that the token names"},
}
