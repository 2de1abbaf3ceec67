package expected

import (
	"go/ast"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/edit"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
)

// fixes offers the value that the package issues the site's tokens with, where
// it is a constant and nothing else is possible.
func (c *checker) fixes(category string) []analysis.SuggestedFix {
	switch category {
	case "missing":
		return c.add()
	case "empty":
		return c.fill()
	}
	return nil
}

// add is the fix that expects the value by one more option.
func (c *checker) add() []analysis.SuggestedFix {
	if flow.Disabled(c.site.Options, c.Name) {
		return nil // An option more would be of no use.
	}
	list, want, ok := c.issued()
	if !ok {
		return nil
	}
	name := c.result.OptionNamed(list.Library, c.Name)
	file := edit.File(c.pass, c.site.Pos, list.Call.Rparen)
	if name == "" || file == nil {
		return nil
	}
	option, ok := edit.Name(c.pass, file, list.Call.Rparen, list.Library, name)
	if !ok {
		return nil
	}
	value := edit.Text(c.pass, list.Call.Rparen, want.Text, want.Name)
	return edit.Append(list.Call, option+"("+value+")", c.title())
}

// fill is the fix that gives the value to an option which is called without
// one, right there.
func (c *checker) fill() []analysis.SuggestedFix {
	list, want, ok := c.issued()
	if !ok || c.empty == nil {
		return nil
	}
	call := c.result.OptionAt(list, *c.empty)
	if call == nil || len(call.Args) > 1 || len(call.Args) == 1 && !isEmptyText(call.Args[0]) {
		return nil // A variable, or a constant that others use as well.
	}
	if edit.File(c.pass, c.site.Pos, call.Lparen) == nil {
		return nil
	}
	return edit.Arguments(call, edit.Text(c.pass, call.Lparen, want.Text, want.Name), c.title())
}

func (c *checker) title() string { return "Expect the " + c.Word + " that this package issues" }

// issued returns the options of the site, and the one value that all tokens
// which are verified with them are issued with. ok is false where the value is
// open, and where the options come from elsewhere.
func (c *checker) issued() (list *flow.OptionList, want flow.Constant, ok bool) {
	list = c.result.OptionListOf(c.site)
	if list == nil || !list.First(c.site) {
		return nil, flow.Constant{}, false
	}
	want, ok = c.result.ExpectedOf(c.site, c.Name)
	for _, other := range list.Sites {
		got, certain := c.result.ExpectedOf(other, c.Name)
		ok = ok && certain && got.Text == want.Text
	}
	return list, want, ok
}

func isEmptyText(arg ast.Expr) bool {
	lit, ok := arg.(*ast.BasicLit)
	return ok && (lit.Value == `""` || lit.Value == "``")
}
