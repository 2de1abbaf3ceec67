// Package expected is what jwtaud and jwtiss have in common: whether a
// registered claim of a verified token meets an expected value.
package expected

import (
	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/diag"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/ignore"
	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/rule"
)

// Claim is the claim that a rule is about, and the words of its messages.
type Claim struct {
	Rule        string // "jwtaud"
	Name        model.Claim
	Word        string // "audience"
	Consequence string // of not checking it
	Remedy      string
}

// Run reports the verifications in a package whose claim is not checked, and
// returns the result of the rule's analyzer.
func Run(pass *analysis.Pass, opts *rule.Options, claim Claim) *ignore.Used {
	result, rep := flow.ResultOf(pass), diag.New(pass, opts)
	for _, site := range result.Sites {
		unsigned, besideKey := site.SignatureOff()
		if onlyEmpty(site.Keyfunc) || site.Answered || unsigned || besideKey || site.BringsKey() {
			continue // Without a signature by somebody else's key, no check would help.
		}
		c := &checker{Claim: claim, strict: opts.Strict, pass: pass, result: result, site: site}
		if f := c.finding(); f != nil {
			rep.Report(*f)
			continue
		}
		if !c.strict && rep.Directed(site.Pos) {
			c.strict = true
			if f := c.finding(); f != nil {
				rep.Hide(*f)
			}
		}
	}
	return rep.Used()
}

// checker judges one site.
type checker struct {
	Claim
	strict bool
	pass   *analysis.Pass
	result *flow.Result
	site   *flow.Site
	steps  []flow.Step
	empty  *flow.Value // the option that is given no value, if that is the finding
}

// finding judges the site; nil if there is nothing to say.
func (c *checker) finding() *diag.Finding {
	category, message := c.verdict()
	if category == "" {
		return nil
	}
	return &diag.Finding{
		Pos: c.site.Pos, End: c.site.End, Category: c.Rule + "/" + category, Message: message,
		Steps: append(c.steps, c.site.Steps...), Fixes: c.fixes(category),
	}
}

// verdict returns the category and message of the finding; "" for none.
func (c *checker) verdict() (category, message string) {
	check := c.result.ClaimCheck(c.site, c.Name)
	if check.State == flow.Checked {
		return "", ""
	}
	options := flow.EnforcedBy(c.site.Options, c.Name)
	if flow.Disabled(c.site.Options, c.Name) {
		options = flow.Enforcement{Unseen: options.Unseen}
	}
	options = options.And(flow.EnforcedBy(check.Options, c.Name))
	if len(options.Found) > 0 && options.Missing == nil {
		return c.byOptions(options)
	}
	// Have: no option; what follows is about comparisons by hand.
	c.steps = at(check)
	switch {
	case options.Unseen, check.State == flow.Unseen:
		if !c.strict {
			return "", ""
		}
		c.steps = nil
		return "unseen", "cannot see whether the " + c.Word + " is checked (options or claims are out of view); " + c.remedy()
	case check.State == flow.Tautological:
		return "tautology", "the expected " + c.Word + " is read from the token itself (every token matches); compare with a value of your own"
	case check.State == flow.IfPresent, c.refusedIfPresent():
		return "optional", "the " + c.Word + " check passes for tokens that have none (leaving it out defeats the check); require the claim"
	}
	c.steps = nil
	return "missing", "token verified without checking its " + c.Word + " (" + c.Consequence + "); " + c.remedy()
}

// remedy is what to do about a claim that nothing checks: where a function of
// the project's own verifies, its model may be what is incomplete.
func (c *checker) remedy() string {
	if c.site.Own {
		return "compare " + string(c.Name) + ", or add it to the checks of its model"
	}
	if lib := c.site.Model(); lib != nil && lib.Remedies[c.Name] != "" {
		return lib.Remedies[c.Name]
	}
	return c.Remedy
}

// refusedIfPresent reports whether the library refuses tokens with the claim
// unless an option expects it: those without it still pass.
func (c *checker) refusedIfPresent() bool {
	if c.site.Model() == nil {
		return false
	}
	for _, claim := range c.site.Model().Refuses {
		if claim == c.Name {
			return true
		}
	}
	return false
}

func at(check flow.ClaimCheck) []flow.Step {
	if !check.Pos.IsValid() {
		return nil
	}
	return []flow.Step{{Pos: check.Pos, Phrase: "compared here"}}
}

// byOptions judges the options that are to enforce the claim. One that does
// is enough.
func (c *checker) byOptions(options flow.Enforcement) (category, message string) {
	for _, opt := range options.Found {
		cat, msg := c.byOption(opt)
		if cat == "" && !options.Conditional {
			return "", ""
		}
		if cat != "" && category == "" {
			category, message = cat, msg
			c.steps, c.empty = opt.Steps, &opt
		}
	}
	if category == "" && options.Conditional && c.strict {
		c.steps = options.Found[0].Steps
		return "empty", "the " + c.Word + " is only enforced when it is configured (an unset value switches the check off); refuse to start without it"
	}
	if category == "" || len(options.Found) > 1 && options.Conditional {
		return "", ""
	}
	return category, message
}

// byOption judges one option by its expected value.
func (c *checker) byOption(opt flow.Value) (category, message string) {
	var want flow.Value
	if len(opt.Elems) > 0 {
		want = opt.Elems[0]
	}
	switch o := opt.Option; {
	case want.Has(func(v flow.Value) bool { return v.Kind == flow.Claimed }):
		return "tautology", "the expected " + c.Word + " is read from the token itself (every token matches); give " + o.Name + " a value of your own"
	case o.Empty == model.EmptyOff && onlyEmpty(want), o.Empty == model.ListOff && noValues(want):
		return "empty", o.Name + " is given no value (the library then skips the " + c.Word + " check); give it the expected " + c.Word
	case o.Absent:
		return "optional", o.Name + " lets tokens without the claim pass (leaving it out defeats the check); also require the claim"
	case c.strict && o.Empty != model.EmptyRejects && fromOutside(want):
		return "empty", o.Name + " gets a value that may be empty (the library then skips the check); refuse to start without it"
	}
	return "", ""
}

// noValues reports whether a list can only be without elements.
func noValues(v flow.Value) bool {
	for _, alt := range v.Alternatives() {
		if alt.Kind != flow.Empty && (alt.Kind != flow.List || len(alt.Elems) > 0) {
			return false
		}
	}
	return true
}

// onlyEmpty reports whether a value or every element of a list can only be empty.
func onlyEmpty(v flow.Value) bool {
	for _, alt := range v.Alternatives() {
		switch alt.Kind {
		case flow.Empty:
		case flow.List:
			for _, elem := range alt.Elems {
				if !onlyEmpty(elem) {
					return false
				}
			}
		default:
			return false
		}
	}
	return true
}

func fromOutside(v flow.Value) bool {
	return v.Has(func(v flow.Value) bool { return v.Kind == flow.Outside })
}
