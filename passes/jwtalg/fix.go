package jwtalg

import (
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/edit"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// pin is the fix that adds an option with the one algorithm of the site's
// tokens to the call that takes the options.
func (c *checker) pin(s *flow.Site) []analysis.SuggestedFix {
	list, alg := c.only(s)
	if alg == "" {
		return nil
	}
	name := c.result.OptionNamed(list.Library, model.Alg)
	file := edit.File(c.pass, s.Pos, list.Call.Rparen)
	if name == "" || file == nil || !edit.Universal(c.pass, list.Call.Rparen, "string") {
		return nil
	}
	option, ok := edit.Name(c.pass, file, list.Call.Rparen, list.Library, name)
	if !ok {
		return nil
	}
	return edit.Append(list.Call, option+"("+methodList(alg)+")", "Accept "+alg+" only")
}

// fill is the fix that puts the one algorithm of the site's tokens into a list
// that the option is given as nil, right there.
func (c *checker) fill(s *flow.Site, option flow.Value) []analysis.SuggestedFix {
	list, alg := c.only(s)
	if alg == "" {
		return nil
	}
	call := c.result.OptionAt(list, option)
	if call == nil || len(call.Args) != 1 || !c.pass.TypesInfo.Types[call.Args[0]].IsNil() {
		return nil // A variable: something may fill it one day.
	}
	if edit.File(c.pass, s.Pos, call.Lparen) == nil || !edit.Universal(c.pass, call.Lparen, "string") {
		return nil
	}
	return edit.Arguments(call, methodList(alg), "Accept "+alg+" only")
}

// only returns the options of a site, and the one algorithm of all tokens that
// are verified with them. It is "" where the algorithm is open, and where the
// options come from elsewhere.
func (c *checker) only(s *flow.Site) (*flow.OptionList, string) {
	list := c.result.OptionListOf(s)
	if list == nil || !list.First(s) {
		return nil, ""
	}
	alg := c.result.MethodOf(s)
	for _, other := range list.Sites {
		if c.result.MethodOf(other) != alg {
			return nil, ""
		}
	}
	return list, alg
}

func methodList(alg string) string { return "[]string{" + strconv.Quote(alg) + "}" }
