package vuln_test

import (
	"slices"
	"testing"

	"github.com/jwtvet/jwtvet/passes/internal/model/vuln"
)

// TestOf: at which versions there is a fault, for which imports.
func TestOf(t *testing.T) {
	const v3, v4, v5, jose = "github.com/golang-jwt/jwt", "github.com/golang-jwt/jwt/v4", "github.com/golang-jwt/jwt/v5", "github.com/go-jose/go-jose/v4"
	for _, c := range []struct {
		module, version string
		imported        []string
		want            []string
		fixed           string
	}{
		{v4, "v4.5.0", []string{v4}, []string{"GO-2024-3250", "GO-2025-3553"}, "v4.5.2"},
		{v4, "v4.5.1", []string{v4}, []string{"GO-2025-3553"}, "v4.5.2"},
		{v4, "v4.5.2-0.20250101000000-0123456789ab", []string{v4}, []string{"GO-2025-3553"}, "v4.5.2"},
		{v4, "v4.5.2", []string{v4}, nil, ""},
		{v4, "v4.5.0", []string{v4 + "/request"}, nil, ""},
		{v3, "v3.2.2+incompatible", []string{v3 + "/request"}, []string{"GO-2025-3553"}, ""},
		{v5, "v5.2.1", []string{v5 + "/request", v5}, []string{"GO-2025-3553"}, "v5.2.2"},
		{v5, "v5.2.2", []string{v5}, nil, ""},
		{jose, "v4.1.4", []string{jose}, nil, ""},
		{jose, "v4.1.3", []string{jose}, []string{"GO-2026-4945"}, "v4.1.4"},
		{"github.com/MicahParks/jwkset", "v0.4.0", nil, nil, ""},
		{"github.com/MicahParks/jwkset", "v0.5.20", nil, []string{"GO-2025-3376"}, "v0.6.0"},
		{v4, "", []string{v4}, nil, ""},
		{v4, "(devel)", []string{v4}, nil, ""},
	} {
		faults := vuln.Of(c.module, c.version, c.imported)
		var got []string
		for _, f := range faults {
			got = append(got, f.ID)
		}
		if !slices.Equal(got, c.want) || vuln.Fixed(faults) != c.fixed {
			t.Errorf("%s %s %v: %v, fixed in %q; want %v, %q", c.module, c.version, c.imported, got, vuln.Fixed(faults), c.want, c.fixed)
		}
	}
}

// TestWords: somebody has written what each entry is about, in few words.
func TestWords(t *testing.T) {
	for _, e := range vuln.Entries {
		words := ""
		for _, r := range e.Affected {
			version := r.From
			if version == "" {
				version = "v0.0.0-0"
			}
			for _, f := range vuln.Of(e.Module, version, e.Packages) {
				if f.ID == e.ID {
					words = f.Words
				}
			}
		}
		if words == "" || len(words) > 35 {
			t.Errorf("%s of %s: %q; words.go says it in 35 characters", e.ID, e.Module, words)
		}
	}
}
