package cli

import (
	"path/filepath"
	"testing"
)

func TestRootOf(t *testing.T) {
	checkout := t.TempDir()
	below := filepath.Join(checkout, "services", "shop")
	for name, c := range map[string]struct{ value, base, want string }{
		"the job runs below it":    {checkout, below, checkout},
		"the job runs in it":       {checkout + string(filepath.Separator), checkout, checkout},
		"the job runs elsewhere":   {below, checkout, checkout},
		"only the name is similar": {checkout, checkout + "-2", checkout + "-2"},
		"not set":                  {"", below, below},
		"not a full path":          {"services", below, below},
	} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("JWTVET_TEST_ROOT", c.value)
			if got := rootOf(c.base, "JWTVET_TEST_UNSET", "JWTVET_TEST_ROOT"); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}
