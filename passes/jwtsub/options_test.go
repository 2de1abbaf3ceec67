package jwtsub_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/jwtvet/jwtvet/passes/engine"
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
		{"./options/message/...", map[string]string{"from": "path,message"}},
		{"./options/from", map[string]string{"from": "path,query,body"}},
	} {
		t.Run(test.pattern, func(t *testing.T) {
			a := jwtsub.New(engine.NewAccess(nil)).Analyzer
			for name, value := range test.flags {
				if err := a.Flags.Set(name, value); err != nil {
					t.Fatal(err)
				}
			}
			checktest.Run(t, a, test.pattern)
		})
	}
}

// TestFromPathAlone: where only IDs of the path are asked for, all others count for nothing.
func TestFromPathAlone(t *testing.T) {
	results := analysistest.Run(new(unheard), checktest.Dir(t), jwtsub.New(engine.NewAccess(nil)).Analyzer, "./options/message/...", "./options/from")
	if len(results) == 0 {
		t.Fatal("no package was analysed")
	}
	for _, result := range results {
		if result.Action.Err != nil {
			t.Error(result.Action.Err)
		}
		for _, d := range result.Action.Diagnostics {
			t.Errorf("%s: %s", result.Action.Package.Fset.Position(d.Pos), d.Message)
		}
	}
}

// unheard takes the complaints about wants, which are meant for other flags.
type unheard struct{}

// Errorf drops the complaint.
func (*unheard) Errorf(string, ...any) {}
