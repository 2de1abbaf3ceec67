package jwt

import (
	"fmt"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// shapes says what the signatures of a family can be that has no roots in
// dgrijalva/jwt-go: types by position, result types by role, and the positions
// without which a role says nothing.
type shapes struct {
	operands map[string][]string
	results  map[model.Role][]string
	needs    map[model.Role][]string
	// texts: algorithms are texts, like much else.
	texts bool
}

// problems compares a row with the real signature. A list of algorithms among
// the operands has to be in the row.
func (f shapes) problems(fn *types.Func, row *model.Func) []string {
	var out []string
	s, positions := fn.Signature(), positionsOf(row)
	for _, name := range f.needs[row.Does] {
		if positions[name] == model.None {
			out = append(out, "the row names no position for "+name)
		}
	}
	for name, pos := range positions {
		if pos == model.None {
			continue
		}
		if typ, ok := typeAt(s, pos); !ok || !slices.Contains(f.operands[name], typ) {
			out = append(out, fmt.Sprintf("%s is a %s, not one of %v", name, typ, f.operands[name]))
		}
	}
	if got, want := resultsOf(s), f.results[row.Does]; !slices.Contains(want, got) {
		out = append(out, fmt.Sprintf("results are %s, not one of %v", got, want))
	}
	for i := range s.Params().Len() {
		if typ, _ := typeAt(s, model.Arg(i)); !f.texts && slices.Contains(f.operands["Method"], typ) && row.Method != model.Arg(i) {
			out = append(out, "takes algorithms that the row does not name")
		}
	}
	return out
}
