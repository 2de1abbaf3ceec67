package jwtalg

import (
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/diag"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/rule"
)

// run reports each verification that leaves the algorithm to the token, and
// each token that is issued without a signature.
func run(pass *analysis.Pass, opts *rule.Options) (any, error) {
	result := flow.ResultOf(pass)
	c := &checker{pass: pass, opts: opts, report: diag.New(pass, opts), result: result}
	for _, site := range result.Sites {
		if !site.ClaimsOnly && !site.Answered {
			c.site(site)
		}
	}
	for _, issue := range result.Issued {
		if issue.Method.Kind == flow.Method && issue.Method.Text == "none" {
			c.report.Report(diag.Finding{Pos: issue.Pos, Category: "jwtalg/none",
				Message: "token issued without a signature (anyone can forge one); sign it with a method such as HS256 or EdDSA"})
		}
	}
	return c.report.Used(), nil
}

// checker reports the findings of one package.
type checker struct {
	pass   *analysis.Pass
	opts   *rule.Options
	report *diag.Reporter
	result *flow.Result
}

// site reports the worst that can be said of one verification.
func (c *checker) site(s *flow.Site) {
	methods := flow.EnforcedBy(s.Options, model.Alg)
	returns, unseen := s.KeyReturns()
	at := diag.Finding{Pos: s.Pos, End: s.End, Steps: s.Steps}
	if _, besideKey := s.SignatureOff(); besideKey {
		at.Category = "jwtalg/none"
		at.Message = "the signature check is switched off beside the key (anyone can forge a token); remove the option"
		c.report.Report(at)
		return
	}
	if c.acceptsNone(at, methods, returns) || c.confusable(at, methods, returns, s) || c.emptyList(at, methods, s) {
		return
	}
	// Have: no list that says the wrong thing.
	if len(methods.Found) > 0 && methods.Missing == nil {
		return
	}
	c.unpinned(at, methods, returns, unseen, s)
}

// unpinned reports a way to a key that has tested nothing. Where several
// keyfuncs or returns are possible, one is enough.
func (c *checker) unpinned(at diag.Finding, methods flow.Enforcement, returns []flow.KeyReturn, unseen bool, s *flow.Site) {
	var loose []flow.KeyReturn
	for _, r := range returns {
		if r.Pin == flow.Unpinned {
			loose = append(loose, r)
		}
		unseen = unseen || r.Pin == flow.PinUnseen
	}
	if len(loose) == 0 || methods.Unseen {
		if unseen || methods.Unseen {
			c.unseen(s, at)
		}
		return
	}
	at.Category = "jwtalg/unpinned"
	at.Message = "token's algorithm is not pinned (" + consequence(loose) + "); " + remedy(s, "pass jwt.WithValidMethods")
	if loose[0].Pos.IsValid() {
		phrase := "the keyfunc returns a key here without having tested the method"
		if s.KeyInOptions {
			phrase = "the key is given here, and nothing before tests the method"
		}
		at.Steps = append(at.Steps, flow.Step{Pos: loose[0].Pos, Phrase: phrase})
	}
	at.Fixes = c.pin(s)
	c.report.Report(at)
}

// unseen says, under -strict, that nothing could be proved.
func (c *checker) unseen(s *flow.Site, at diag.Finding) {
	at.Category = "jwtalg/unseen"
	if !c.opts.Strict {
		c.report.Hide(at)
		return
	}
	at.Message = "cannot see what pins the algorithm (options or keyfunc are out of view); " + remedy(s, "pass jwt.WithValidMethods here")
	c.report.Report(at)
}

// remedy is what to do about a site: at a function of the project's own its
// model may be what is incomplete.
func remedy(s *flow.Site, library string) string {
	if s.Own {
		return "pin it in " + s.Name + ", or add alg to its model's checks"
	}
	if lib := s.Model(); lib != nil && lib.Remedies[model.Alg] != "" {
		return lib.Remedies[model.Alg]
	}
	return library
}

// consequence says which algorithms the keys in question work with: the
// libraries tie the type of a key to a family.
func consequence(returns []flow.KeyReturn) string {
	families := make(map[model.Family]bool)
	for _, r := range returns {
		families[r.Family] = true
	}
	switch {
	case len(families) != 1 || families[""]:
		return "the token's header chooses it"
	case families[model.HMAC]:
		return "a []byte key works with any HS* method"
	case families[model.RSA]:
		return "an *rsa.PublicKey works with any RS* or PS* method"
	case families[model.ECDSA]:
		return "an *ecdsa.PublicKey works with its ES* method only"
	}
	return "an ed25519 key works with EdDSA only"
}

// acceptsNone reports ways for unsigned tokens to pass.
func (c *checker) acceptsNone(at diag.Finding, methods flow.Enforcement, returns []flow.KeyReturn) bool {
	at.Category = "jwtalg/none"
	names, complete := methodNames(methods)
	for _, r := range returns {
		if !r.Key.Has(func(v flow.Value) bool { return v.Kind == flow.AcceptsNone }) {
			continue
		}
		if complete && !slices.Contains(names, "none") {
			continue // The list refuses what the key would let in.
		}
		if r.Pin == flow.Pinned && len(r.Allowed) > 0 && !slices.Contains(r.Allowed, "none") {
			continue // So do the tests before it.
		}
		at.Message = "the keyfunc returns the key that admits unsigned tokens (anyone can forge one); return a real key"
		at.Steps = append(at.Steps, returned(r)...)
		c.report.Report(at)
		return true
	}
	if slices.Contains(names, "none") && slices.ContainsFunc(methods.Found, func(opt flow.Value) bool { return opt.Option.Alone }) {
		at.Message = `"none" is the algorithm that verifies (anyone can write an unsigned token); name the one you sign with`
		c.report.Report(at)
		return true
	}
	if slices.Contains(names, "none") {
		at.Message = `the list of valid methods contains "none" (unsigned tokens are one key mistake away); remove it`
		c.report.Report(at)
		return true
	}
	for _, r := range returns {
		if r.Pin == flow.DenyList && len(methods.Found) == 0 && !methods.Unseen {
			at.Message = `only "none" is refused (every other algorithm is accepted); compare with the one you use instead`
			at.Steps = append(at.Steps, returned(r)...)
			c.report.Report(at)
			return true
		}
	}
	return false
}

func returned(r flow.KeyReturn) []flow.Step {
	if !r.Pos.IsValid() {
		return nil
	}
	return []flow.Step{{Pos: r.Pos, Phrase: "the keyfunc returns the key here"}}
}

// emptyList reports a list of methods that can only be nil, where the library
// takes that for "any".
func (c *checker) emptyList(at diag.Finding, methods flow.Enforcement, s *flow.Site) bool {
	for _, opt := range methods.Found {
		if opt.Option.Empty == model.EmptyRejects || len(opt.Elems) == 0 || opt.Elems[0].Kind != flow.Empty {
			continue
		}
		at.Category = "jwtalg/empty-list"
		at.Message = opt.Option.Name + " is given a nil list (the library takes that for any algorithm); list the one you use"
		at.Steps = append(append([]flow.Step(nil), opt.Steps...), at.Steps...)
		at.Fixes = c.fill(s, opt)
		c.report.Report(at)
		return true
	}
	return false
}

// methodNames lists the names in the lists of valid methods, and whether
// all of them are in view.
func methodNames(methods flow.Enforcement) (names []string, complete bool) {
	complete = len(methods.Found) > 0 && !methods.Unseen && !methods.Conditional
	for _, opt := range methods.Found {
		if len(opt.Elems) == 0 {
			continue
		}
		for _, list := range opt.Elems[0].Alternatives() {
			if list.Kind != flow.List {
				complete = false
				continue
			}
			for _, elem := range list.Elems {
				if elem.Kind != flow.Literal {
					complete = false
					continue
				}
				names = append(names, elem.Text)
			}
		}
	}
	return names, complete
}
