package flow

import (
	"go/token"
	"slices"

	"golang.org/x/mod/semver"
	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// What a program does with a token that somebody has made up is found by trying
// it: from each call that verifies or parses a token, the code is gone through as
// it runs if the token is forged (forgedrun.go). The signature is wrong, the claims
// are what the forger wants, and the error says so. What is then done with the
// claims, and whether a request goes on, is a Trust.

// Trust is a place where a forged token is as good as an honest one.
type Trust struct {
	Pos, End token.Pos
	Name     string // of the function that has looked at the token: "jwt.Parse"
	How      TrustHow
	// Where says what is done with the claims, or with the request.
	Where Step
	Steps []Step
	// Dropped: the error is not looked at.
	Dropped bool
	// Late: only tokens that have expired as well pass: they count as nothing but old.
	Late bool
	// Answer is the call that refuses the request, of a Trust that is CarriesOn.
	Answer token.Pos
	// Abort is the method that stops the chain, where a middleware of the framework
	// has to do that and not only to return; else "".
	Abort string
	// From lists where the text of the token comes from.
	From []Value
}

// TrustHow is how it comes about.
type TrustHow string

const (
	// Failed: the verification has failed, and the claims are used.
	Failed TrustHow = "failed"
	// CarriesOn: the verification has failed, the request is refused, and goes on.
	CarriesOn TrustHow = "carries on"
	// Unverified: the token was parsed and not verified.
	Unverified TrustHow = "unverified"
)

// Forged is what a FuncFact says of a token that is forged: what the function
// returns, one list of Notion for each way.
type Forged struct {
	How     TrustHow
	Library string // that has looked at the token
	Late    bool
	Token   Value // of Unverified: the text
	Results []Notion
}

// Received lists the parts of requests that the token comes from.
func (t *Trust) Received() []Value {
	return slices.DeleteFunc(slices.Clone(t.From), func(v Value) bool { return !v.Source.Received() })
}

// findTrusts tries all tokens of the package.
func (e *engine) findTrusts() []*Trust {
	var out []*Trust
	found := make(map[token.Pos]bool)
	for _, instr := range e.untested {
		call, ok := instr.(*ssa.Call)
		if !ok {
			continue
		}
		for _, t := range e.tries(call) {
			for _, trust := range t.run() {
				if !found[trust.Pos] {
					found[trust.Pos] = true
					out = append(out, trust)
				}
			}
		}
	}
	return out
}

// joined reports whether a library at a version tells of a forged token that
// has expired that it has expired, too.
func joined(f model.Failure, version string) bool {
	return f.Joined && (f.Apart == "" || version != "" && semver.Compare(version, f.Apart) < 0)
}
