package jwtleak

import (
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/diag"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/rule"
)

// run reports tokens and keys in logs, and tokens in addresses.
func run(pass *analysis.Pass, opts *rule.Options) (any, error) {
	result := flow.ResultOf(pass)
	rep := diag.New(pass, opts)
	read := make(map[token.Pos]bool) // where tokens are taken from a query, each once
	for _, use := range result.Sinks {
		switch use.Sink {
		case std.Logs:
			logged(rep, use)
		case flow.Redirects:
			addressed(rep, use, " sends a token in an address (it ends in logs and histories); set a cookie, or use the fragment")
		case flow.PutsInQuery:
			addressed(rep, use, " puts a token into an address (it ends in logs and histories); send it in a header")
		case flow.VerifiesToken:
			queried(rep, use, "verifies", read)
		case flow.ParsesToken:
			queried(rep, use, "parses", read)
		}
	}
	return rep.Used(), nil
}

// logged reports a token or a key that a logger is given.
func logged(rep *diag.Reporter, use *flow.SinkUse) {
	for _, leaf := range use.Value.Leaves() {
		what := secretIn(leaf)
		if what == "" || use.Printed && leaf.Source == flow.FromSigning && !use.Serves {
			continue // A command prints its result.
		}
		instead := "log its jti or subject instead"
		if leaf.Source == flow.FromKey {
			instead = "leave it out"
		}
		rep.Report(diag.Finding{Pos: use.Pos, End: use.End, Category: "jwtleak/log", Steps: append(leaf.Steps, use.Steps...),
			Message: use.Name + " writes " + what + " (whoever reads the log can use it); " + instead})
		return
	}
}

// secretIn says what a leaf is that nobody should read, "" if it is nothing of that kind.
func secretIn(leaf flow.Value) string {
	if leaf.Decoded() && leaf.Source != flow.FromVerification {
		return ""
	}
	switch leaf.Source {
	case flow.FromSigning:
		return "a signed token"
	case flow.FromVerification:
		return "the token that is verified"
	case flow.FromKey:
		return "the key"
	case flow.FromHeader:
		if strings.EqualFold(leaf.Text, "Authorization") {
			return "the Authorization header"
		}
	}
	return ""
}

// addressed reports a token that the program puts into an address.
func addressed(rep *diag.Reporter, use *flow.SinkUse, message string) {
	for _, leaf := range use.Value.Leaves() {
		if leaf.Source == flow.FromSigning {
			rep.Report(diag.Finding{Pos: use.Pos, End: use.End, Category: "jwtleak/url", Steps: append(leaf.Steps, use.Steps...),
				Message: use.Name + message})
			return
		}
	}
}

// fronted are the parameters in which the browser carries a signed text from one
// service to the other, by the client's choice, that lets nobody in: the hint
// whose session ends (OpenID Connect RP-Initiated Logout 1.0, section 2), and the
// request for an authorization (RFC 9101, section 5).
var fronted = []string{"id_token_hint", "request"}

// queried reports a token that the program takes from the query.
func queried(rep *diag.Reporter, use *flow.SinkUse, verb string, read map[token.Pos]bool) {
	for _, leaf := range use.Value.Leaves() {
		if leaf.Source != flow.FromQuery || use.Upgrades || len(leaf.Steps) == 0 || slices.Contains(fronted, leaf.Text) {
			continue
		}
		at := leaf.Steps[0].Pos
		if read[at] {
			continue
		}
		read[at] = true
		name := "the query"
		if leaf.Text != "" && len(leaf.Text) <= 20 {
			name = "the query parameter " + leaf.Text
		}
		steps := append([]flow.Step{{Pos: use.Pos, Phrase: use.Name + " " + verb + " it"}}, use.Steps...)
		rep.Report(diag.Finding{Pos: at, Category: "jwtleak/url", Steps: steps,
			Message: "the token is read from " + name + " (addresses end in logs and histories); use the Authorization header"})
	}
}
