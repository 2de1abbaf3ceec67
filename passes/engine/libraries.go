package engine

import (
	"cmp"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
)

// LibraryDoc tells users what is known of a library.
type LibraryDoc struct {
	Name    string
	Modules []string // module paths
	// Oldest and Newest are the releases that the rows hold for.
	Oldest, Newest string
	// Knows lists what the rows are about, in words, in a fixed order.
	Knows []string
}

// Libraries describes the built-in models of JWT libraries, sorted by name.
func Libraries() []LibraryDoc {
	var out []LibraryDoc
	for _, lib := range jwt.Libraries() {
		out = append(out, LibraryDoc{lib.Name, lib.Modules, lib.Oldest, lib.Newest, knows(lib)})
	}
	slices.SortFunc(out, func(a, b LibraryDoc) int {
		return cmp.Or(cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)), cmp.Compare(a.Oldest, b.Oldest))
	})
	return out
}

// knows names the subjects that a library has rows about.
func knows(lib *model.Library) []string {
	about := make(map[string]bool)
	for _, row := range lib.Funcs {
		about[subject(row.Does, row.Check)] = true
	}
	for _, row := range lib.Fields {
		about[subject(row.Does, row.Check)] = true
	}
	return slices.DeleteFunc([]string{"verifying", "middleware", "algorithms", "claims", "keys", "signing"},
		func(word string) bool { return !about[word] })
}

// subject is what a role is about, as users would say it.
func subject(role model.Role, check model.Claim) string {
	switch role {
	case model.Verifies, model.ParsesUnverified, model.VerifiesSignature, model.BuildsParser, model.Carries:
		return "verifying"
	case model.MakesMiddleware, model.SeesClaims:
		return "middleware"
	case model.SelectsMethod, model.NamesMethod, model.ReturnsMethod:
		return "algorithms"
	case model.Enforces, model.Disables, model.Switches:
		if check == model.Alg || check == model.Sig {
			return "algorithms"
		}
		return "claims"
	case model.GetsClaim, model.ChecksClaim, model.ValidatesClaims, model.DecodesClaims, model.BuildsValidator:
		return "claims"
	case model.Signs, model.BuildsToken:
		return "signing"
	}
	return "keys"
}
