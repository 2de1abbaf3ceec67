package jwtsub_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/jwtsub"
)

// TestOptions runs the rule as projects set it up that have told it about themselves.
func TestOptions(t *testing.T) {
	for _, test := range []struct {
		pattern string
		flags   map[string]string
	}{
		{"./options/own/...", map[string]string{"authorizers": "Look", "identities": "Face", "roles": "reader", "public": "Notice,board"}},
	} {
		t.Run(test.pattern, func(t *testing.T) {
			a := jwtsub.New().Analyzer
			for name, value := range test.flags {
				if err := a.Flags.Set(name, value); err != nil {
					t.Fatal(err)
				}
			}
			checktest.Run(t, a, test.pattern)
		})
	}
}
