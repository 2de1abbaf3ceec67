package jwt

import (
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

const fiberContribV2Path = "github.com/gofiber/contrib/jwt"

// fiber's middleware has moved three times. Until v3 it pinned HS256 or what
// SigningMethod said; since v4 the key names its algorithm, and a key that
// names none takes them all.
var (
	fiberJWTv2     = fiberJWT("gofiber/jwt v2", "github.com/gofiber/jwt/v2", "v2.0.0", "v2.2.7", fiberContribV2Path, fiberPinnedFields, "name the method in SigningMethod")
	fiberJWTv3     = fiberJWT("gofiber/jwt v3", "github.com/gofiber/jwt/v3", "v3.2.0", "v3.3.10", fiberContribV2Path, fiberThirdFields, "refuse other methods in KeyFunc")
	fiberJWTv4     = fiberJWT("gofiber/jwt v4", "github.com/gofiber/jwt/v4", "v4.0.0", "v4.0.0", fiberContribV2Path, fiberFields, "pin it in JWTAlg, or in KeyFunc")
	fiberContribV2 = fiberJWT("gofiber/contrib jwt", fiberContribV2Path, "v1.0.0", "v1.1.2", "", fiberFields, "pin it in JWTAlg, or in KeyFunc")
	fiberContribV3 = fiberJWT("gofiber/contrib v3 jwt", "github.com/gofiber/contrib/v3/jwt", "v1.0.0", "v1.2.1", "", fiberOptionFields, "pin it in JWTAlg, or in KeyFunc")
)

func fiberJWT(name, path, oldest, newest, successor string, fields func() []model.Field, alg string) *model.Library {
	return &model.Library{
		Name: name, Modules: []string{path}, Packages: []string{path},
		Oldest: oldest, Newest: newest, Successor: successor,
		Fill: func(lib *model.Library) {
			lib.Funcs = []model.Func{
				// func New(config ...Config) fiber.Handler
				{Name: "New", Does: model.MakesMiddleware, Settings: model.Arg(0)},
			}
			lib.Fields = fields()
			lib.Types = []model.Type{{Name: "Config", Is: model.IsSettings}}
			if slices.ContainsFunc(lib.Fields, func(f model.Field) bool { return f.Type == "SigningKey" }) {
				// type SigningKey struct { JWTAlg string; Key interface{} }
				lib.Types = append(lib.Types, model.Type{Name: "SigningKey", Is: model.IsSettings})
			}
			lib.Remedies = fiberRemedies(alg, lib.Fields)
		},
	}
}

// fiberPinnedFields are the settings of the generations with a method.
func fiberPinnedFields() []model.Field {
	return []model.Field{
		// SigningKey interface{}
		{Type: "Config", Name: "SigningKey", Does: model.GivesKey},
		// SigningKeys map[string]interface{}
		{Type: "Config", Name: "SigningKeys", Does: model.GivesKey},
		// SigningMethod string
		{Type: "Config", Name: "SigningMethod", Does: model.Enforces, Check: model.Alg, Default: "HS256"},
		// SuccessHandler fiber.Handler
		{Type: "Config", Name: "SuccessHandler", Does: model.SeesClaims},
	}
}

// fiberKeyfuncFields came with v3.
func fiberKeyfuncFields() []model.Field {
	return []model.Field{
		// KeyFunc jwt.Keyfunc
		{Type: "Config", Name: "KeyFunc", Does: model.SelectsKey},
	}
}

// fiberFields are the settings since v4, where each key has a struct.
func fiberFields() []model.Field {
	return slices.Concat(fiberKeyfuncFields(), []model.Field{
		// SigningKey SigningKey
		{Type: "Config", Name: "SigningKey", Does: model.GivesKey},
		// SigningKeys map[string]SigningKey
		{Type: "Config", Name: "SigningKeys", Does: model.GivesKey},
		// JWKSetURLs []string
		{Type: "Config", Name: "JWKSetURLs", Does: model.SelectsKey},
		// SuccessHandler fiber.Handler
		{Type: "Config", Name: "SuccessHandler", Does: model.SeesClaims},
		// Key interface{}
		{Type: "SigningKey", Name: "Key", Does: model.GivesKey},
		// JWTAlg string
		{Type: "SigningKey", Name: "JWTAlg", Does: model.Enforces, Check: model.Alg, Empty: model.EmptyOff},
	})
}

// fiberThirdFields are the settings of v3.
func fiberThirdFields() []model.Field {
	return slices.Concat(fiberPinnedFields(), fiberKeyfuncFields(), []model.Field{
		// KeySetURL string
		{Type: "Config", Name: "KeySetURL", Does: model.SelectsKey},
		// KeySetURLs []string
		{Type: "Config", Name: "KeySetURLs", Does: model.SelectsKey, Since: "v3.3.1"},
	})
}

// fiberOptionFields are those of the middleware for fiber v3.
func fiberOptionFields() []model.Field {
	return slices.Concat(fiberFields(), []model.Field{
		// ParserOptions []jwt.ParserOption
		{Type: "Config", Name: "ParserOptions", Does: model.Carries, Since: "v1.2.0"},
	})
}

// fiberRemedies: where the method has to be named differs by generation, and
// only one lets options be given.
func fiberRemedies(alg string, fields []model.Field) map[model.Claim]string {
	if slices.ContainsFunc(fields, func(f model.Field) bool { return f.Name == "ParserOptions" }) {
		return map[model.Claim]string{
			model.Alg: alg,
			model.Aud: "add jwt.WithAudience to ParserOptions",
			model.Iss: "add jwt.WithIssuer to ParserOptions",
		}
	}
	return map[model.Claim]string{
		model.Alg: alg,
		model.Aud: "check aud in SuccessHandler",
		model.Iss: "check iss in SuccessHandler",
	}
}
