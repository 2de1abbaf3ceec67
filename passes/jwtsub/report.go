package jwtsub

import (
	"fmt"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/diag"
	"github.com/jwtvet/jwtvet/passes/internal/flow/access"
	"github.com/jwtvet/jwtvet/passes/internal/model/data"
	"github.com/jwtvet/jwtvet/passes/rule"
)

// report words what the engine found.
func report(pass *analysis.Pass, opts *rule.Options, result *access.Result) {
	for _, f := range result.Findings {
		if !opts.Tests && diag.InTest(pass, f.Pos) {
			continue
		}
		category, message := words(f)
		diag.Report(pass, opts, diag.Finding{Pos: f.Pos, End: f.End, Category: category, Message: message, Steps: f.Steps})
	}
}

// words returns the category of a finding and its message.
func words(f access.Finding) (category, message string) {
	id := fmt.Sprintf("%s ID %q", f.From, f.ID)
	if f.ID == "" || f.ID == "?" || f.ID == "*" {
		id = string(f.From) + " ID"
	}
	if f.Handler != "" {
		id = f.Handler + ": " + id
	}
	switch f.Fault {
	case access.Write:
		return "jwtsub/unchecked-write", id + " reaches " + f.Callee + " unmet (anyone's record changes); compare its owner with the caller"
	case access.Read:
		return "jwtsub/unchecked-read", id + " reaches " + f.Callee + " unmet (anyone's record is read); compare its owner with the caller"
	case access.Ineffective:
		return "jwtsub/ineffective", id + " meets the caller, but " + f.Callee + " goes ahead (the check changes nothing); return before it"
	case access.NoIdentity:
		return "jwtsub/no-identity", "verified, but no handler learns who is calling (no ID can be checked); put the subject into the context"
	}
	verb := "reads"
	if f.Kind == data.Writes || f.Kind == data.Unnamed {
		verb = "changes"
	}
	return "jwtsub/weak-evidence", id + " " + verb + " by " + f.Callee + " unmet (anyone's, if it has an owner); compare its owner with the caller"
}
