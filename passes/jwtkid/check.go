package jwtkid

import (
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/diag"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/rule"
)

// run reports what a token's header decides about its own key.
func run(pass *analysis.Pass, opts *rule.Options) (any, error) {
	result := flow.ResultOf(pass)
	rep := diag.New(pass, opts)
	for _, use := range result.Sinks {
		if !use.Tested {
			injected(rep, use)
		}
	}
	for _, site := range result.Sites {
		embedded(rep, result, site)
	}
	for _, use := range result.Methods {
		rep.Report(diag.Finding{Pos: use.Pos, End: use.End, Category: "jwtkid/method", Steps: use.Steps,
			Message: use.Name + " verifies with the method that the token names (the sender chooses the algorithm); name the method yourself"})
	}
	return rep.Used(), nil
}

// keyAddresses are the header's addresses of keys: RFC 7515 4.1.2 and 4.1.5.
var keyAddresses = []string{"jku", "x5u"}

// places says what each sink makes of a text that the sender chooses.
var places = map[std.Sink]string{
	std.OpensFile:   "names a file (the sender picks one whose content they know)",
	std.RunsSQL:     "is part of a query's text (the sender adds SQL)",
	std.RunsCommand: "is part of a command (the sender adds to it)",
	std.FetchesURL:  "is part of an address (the sender picks who answers)",
}

// injected reports a sink that a parameter of the header ends in.
func injected(rep *diag.Reporter, use *flow.SinkUse) {
	for _, leaf := range use.Value.Leaves() {
		if !leaf.InHeader() || leaf.Text == string(model.Alg) {
			continue
		}
		f := diag.Finding{Pos: use.Pos, End: use.End, Steps: append(leaf.Steps, use.Steps...)}
		switch what, ok := places[use.Sink]; {
		case slices.Contains(keyAddresses, leaf.Text) && use.Sink == std.FetchesURL:
			f.Category = "jwtkid/url"
			f.Message = "the key is fetched from the token's own " + leaf.Text + " (the sender brings the key); use a fixed address"
		case ok:
			f.Category = "jwtkid/injection"
			f.Message = "the token's " + leaf.Text + " " + what + "; look it up in a map of trusted keys"
		default:
			continue
		}
		rep.Report(f)
		return
	}
}

// ownKeys are the header's keys: RFC 7515 4.1.3 and 4.1.6.
var ownKeys = []string{"jwk", "x5c"}

// embedded reports a site that verifies with the key that the token brings, unless
// that is what the token is for.
func embedded(rep *diag.Reporter, result *flow.Result, site *flow.Site) {
	for _, alt := range site.Keyfunc.Alternatives() {
		if alt.Kind != flow.Function {
			continue
		}
		for _, ret := range alt.Keyfunc.Returns {
			name := ownKey(ret)
			if name == "" || result.Proves(site, ret) {
				continue
			}
			f := diag.Finding{Pos: site.Pos, End: site.End, Category: "jwtkid/embedded-key", Steps: site.Steps,
				Message: "the token is verified with the key in its own " + name + " (anyone can sign); use keys that you trust, by kid"}
			if ret.Pos.IsValid() && ret.Pos != site.Pos {
				f.Steps = append([]flow.Step{{Pos: ret.Pos, Phrase: "the key is returned here"}}, f.Steps...)
			}
			rep.Report(f)
			return
		}
	}
}

// ownKey names the parameter of the header that a key was made from, "" for none.
func ownKey(ret flow.KeyReturn) string {
	if ret.Tested {
		return ""
	}
	for _, leaf := range ret.Key.Leaves() {
		if leaf.InHeader() && slices.Contains(ownKeys, leaf.Text) {
			return leaf.Text
		}
	}
	return ""
}
