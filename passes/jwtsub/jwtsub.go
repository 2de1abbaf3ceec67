// Package jwtsub reports handlers that act on data by an ID from the request
// which has never met the identity of the token's subject.
package jwtsub

import (
	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/diag"
	"github.com/jwtvet/jwtvet/passes/internal/flow/access"
	"github.com/jwtvet/jwtvet/passes/rule"
)

// Analyzer is the rule for drivers that take analyzers one by one.
var Analyzer = rule.Single(New(access.Default))

// New returns the rule with options of its own, on an engine that it shares
// with the rules that run beside it. Its flags tell the engine of the project.
func New(follow *access.Engine) *rule.Rule {
	r := diag.Rule(&rule.Rule{
		Analyzer:   &analysis.Analyzer{Name: "jwtsub", Doc: doc},
		Categories: categories, Default: true, Bad: bad, Good: good, Fix: fix,
	}, follow.Analyzer, func(pass *analysis.Pass, opts *rule.Options) (any, error) {
		return report(pass, opts, pass.ResultOf[follow.Analyzer].(*access.Result)), nil
	})
	register(r.Analyzer, follow.Options)
	return r
}

const fix = `compare the ID with the subject of the token and refuse if they differ, or select the record by both; where the record is everybody's, ask for a role`

const bad = `order, err := store.Order(c.Param("id"))`

const good = `order, err := store.Order(c.Param("id"))
if err == nil && order.OwnerID != claims.Subject {
	c.AbortWithStatus(http.StatusNotFound)
	return
}`

var categories = []rule.Category{
	{Name: "jwtsub/ineffective", Level: rule.Warning, CWE: cwe, RFC: owasp,
		Title: "the ID is compared with the caller's identity, and the outcome changes nothing"},
	{Name: "jwtsub/no-identity", Level: rule.Warning, CWE: cwe, RFC: owasp,
		Title: "the middleware verifies the token and tells no handler who the caller is"},
	{Name: "jwtsub/unchecked-read", Level: rule.Warning, CWE: cwe, RFC: owasp,
		Title: "private data is read by an ID that never meets the caller's identity"},
	{Name: "jwtsub/unchecked-write", Level: rule.Warning, CWE: cwe, RFC: owasp,
		Title: "data is changed by an ID that never meets the caller's identity"},
	{Name: "jwtsub/weak-evidence", Level: rule.Note, CWE: cwe, RFC: owasp,
		Title: "data is reached by an ID that never meets the caller's identity; nothing shows that it is anybody's"},
}

var cwe = []string{"CWE-639", "CWE-284"}

const owasp = "OWASP API1:2023"

const doc = `report path IDs that never meet the token's subject

A handler behind a token check knows who is calling. If it reads or changes a
record by an ID from the URL path, and that ID is never held against the
caller's identity, every caller reaches everybody's records by counting
(OWASP API1:2023, broken object level authorization).

jwtsub is silent when the record's owner, or the ID itself, is compared with a
claim and the failing outcome leaves; when one query selects by both; when a
callee or middleware on the route does so; when a privileged role, a policy
engine, an authorizer, a password or a secret of the program's guards the way;
and where no token guards the route. What is called as a question about the
caller's role counts as one if it looks at the caller and can refuse: jwtsub
does not judge how a role is found. That a counter goes up with a record of the
caller's own is nobody's business. It reports what changes records that have an
owner, and what returns records that are kept from others; the rest is a note.

What a project knows better than its names tell, flags say: -jwtsub.public
lists path parameters and record types that belong to nobody,
-jwtsub.authorizers functions that decide what the caller may do,
-jwtsub.identities functions and context keys that tell who it is,
-jwtsub.roles privileged roles beside the usual ones, and
-jwtsub.from=path,query,body,message also takes IDs from other places than the
path.`
