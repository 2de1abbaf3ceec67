package jwt_test

import (
	"slices"
	"testing"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
)

// TestRemedies: the option that messages name where a library has no remedy of
// its own is there to be passed, in its newest release.
func TestRemedies(t *testing.T) {
	options := map[model.Claim]string{model.Alg: "WithValidMethods", model.Aud: "WithAudience", model.Iss: "WithIssuer"}
	for _, lib := range jwt.Libraries() {
		for claim, option := range options {
			leaves := func(f model.Func) bool { // The check is left to the program.
				return f.Does == model.Verifies && !slices.Contains(f.Checks, claim) && (claim != model.Alg || f.Method == model.None)
			}
			if !slices.ContainsFunc(lib.Funcs, leaves) {
				continue
			}
			has := slices.ContainsFunc(lib.Funcs, func(f model.Func) bool { return f.Name == option && f.Until == "" })
			if lib.Remedies[claim] == "" && !has {
				t.Errorf("%s has no %s, and no remedy about %s", lib.Name, option, claim)
			}
		}
	}
}
