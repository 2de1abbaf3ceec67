// Package engine sets the engines up for front ends and the registry, which do
// not see their rooms, and takes what a project says about itself.
//
// # Own models
//
// The built-in models describe libraries; a project describes its own packages
// by rows of the same shape:
//
//	models:
//	  - package: example.com/platform/auth
//	    funcs:
//	      - {recv: Verifier, name: Verify, does: verifies, token: 0, claims: 1, checks: [alg, aud, iss, exp]}
//	      - {name: KeyFromVault, does: returns-key}
//	      - {recv: Session, name: User, does: gets-identity}
//	      - {name: Allow, does: authorizes}
//	      - {recv: Router, name: Handle, does: registers, path: 0, handlers: 1}
//	    types:
//	      - {name: Session, is: context}
//	    public: [Notice]
//
// A row is asked before the built-in ones, and before the body of the function
// that it is about, and all that counts of either.
// See [Model], [Func] and [Type] for the fields, and [Roles] for the words.
package engine

import (
	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/flow/access"
	"github.com/jwtvet/jwtvet/passes/internal/model/own"
)

// New returns an engine for the rules that are to run together, which asks a
// project's own models first; nil for none.
func New(project *Own) *analysis.Analyzer { return flow.New(project.Models()) }

// NewAccess returns the engine for the rules that are about what callers may
// reach, and are to run together; models as for New.
func NewAccess(project *Own) *access.Engine {
	return access.New(new(access.Options), project.Models())
}

// Own are a project's models. The zero value has none; like the flags of a rule
// they can be set after the rules were made, until they run.
type Own struct {
	models own.Models
	rows   []row
	order  []string // the package of each model
	locate func(row string) string
}

// Models are the rows in the form that the engines ask them.
func (o *Own) Models() *own.Models {
	if o == nil {
		return nil
	}
	if o.models.Resolver == nil {
		o.models.Resolver = newResolver(o)
	}
	return &o.models
}
