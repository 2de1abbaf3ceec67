package suggest

import "testing"

func TestInstead(t *testing.T) {
	names := []string{"jwtsub", "jwtalg", "jwtaud"}
	for word, want := range map[string]string{
		"jwtadu": `did you mean "jwtaud"?`,
		"JWTALG": `did you mean "jwtalg"?`,
		"jwtau":  `did you mean "jwtaud"?`,
		"golint": "known are jwtalg, jwtaud, jwtsub",
		"":       "known are jwtalg, jwtaud, jwtsub",
	} {
		if got := Instead(word, names); got != want {
			t.Errorf("%q: got %s, want %s", word, got, want)
		}
	}
	if got := Nearest("x", nil); got != "" {
		t.Errorf("no names: %q", got)
	}
}
