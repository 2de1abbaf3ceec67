package jwt

import "github.com/jwtvet/jwtvet/passes/internal/model"

// What is not a function, yet the same in every library that descends from
// dgrijalva/jwt-go: signing methods, types, fields and the hook.

// methodVars are the signing methods that all generations have, and the key
// that lets the unsigned one pass.
func methodVars() []model.Var {
	out := []model.Var{
		// var SigningMethodNone *signingMethodNone
		{Name: "SigningMethodNone", Method: "none"},
		// const UnsafeAllowNoneSignatureType unsafeNoneMagicConstant = "none signing method allowed"
		{Name: "UnsafeAllowNoneSignatureType", AcceptsNone: true},
	}
	for _, alg := range []string{"HS256", "HS384", "HS512"} {
		// var SigningMethodHS256 *SigningMethodHMAC
		out = append(out, model.Var{Name: "SigningMethod" + alg, Method: alg, Family: model.HMAC})
	}
	for _, alg := range []string{"RS256", "RS384", "RS512", "PS256", "PS384", "PS512"} {
		// var SigningMethodRS256 *SigningMethodRSA; var SigningMethodPS256 *SigningMethodRSAPSS
		out = append(out, model.Var{Name: "SigningMethod" + alg, Method: alg, Family: model.RSA})
	}
	for _, alg := range []string{"ES256", "ES384", "ES512"} {
		// var SigningMethodES256 *SigningMethodECDSA
		out = append(out, model.Var{Name: "SigningMethod" + alg, Method: alg, Family: model.ECDSA})
	}
	return out
}

// edVar is the signing method that golang-jwt added.
func edVar(since string) model.Var {
	// var SigningMethodEdDSA *SigningMethodEd25519
	return model.Var{Name: "SigningMethodEdDSA", Method: "EdDSA", Family: model.EdDSA, Since: since}
}

// edType is the type of that method.
func edType(since string) model.Type {
	// type SigningMethodEd25519 struct{}
	return model.Type{Name: "SigningMethodEd25519", Is: model.IsMethod, Family: model.EdDSA, Since: since}
}

// commonTypes are the types that all generations have.
func commonTypes() []model.Type {
	return []model.Type{
		{Name: "Token", Is: model.IsToken},
		{Name: "Claims", Is: model.IsClaims},
		{Name: "MapClaims", Is: model.IsMapClaims},
		{Name: "Parser", Is: model.IsParser},
		{Name: "Keyfunc", Is: model.IsKeyfunc},
		{Name: "SigningMethod", Is: model.IsMethod},
		{Name: "SigningMethodHMAC", Is: model.IsMethod, Family: model.HMAC},
		{Name: "SigningMethodRSA", Is: model.IsMethod, Family: model.RSA},
		{Name: "SigningMethodRSAPSS", Is: model.IsMethod, Family: model.RSA},
		{Name: "SigningMethodECDSA", Is: model.IsMethod, Family: model.ECDSA},
	}
}

// requestOption is the option type of the "request" packages, which came with
// dgrijalva/jwt-go v3.2.0.
func requestOption(since string) model.Type {
	// type ParseFromRequestOption func(*fromRequestParser)
	return model.Type{Name: "ParseFromRequestOption", Is: model.IsOption, Since: since}
}

// optionTypes are what the generations with options pass them as.
func optionTypes(since string) []model.Type {
	return []model.Type{
		requestOption(""),
		// type ParserOption func(*Parser)
		{Name: "ParserOption", Is: model.IsOption, Since: since},
	}
}

// registered is the row of a struct of the registered claims.
func registered(name, since string) model.Type {
	return model.Type{Name: name, Is: model.IsStandardClaims, Since: since, Fields: map[model.Claim]string{
		model.Iss: "Issuer", model.Aud: "Audience", model.Exp: "ExpiresAt", model.Sub: "Subject",
	}}
}

// parserFields are the exported fields of Parser that work like options;
// dgrijalva/jwt-go got the second one in v3.1.0.
func parserFields(skipSince string) []model.Field {
	return []model.Field{
		// ValidMethods []string
		{Type: "Parser", Name: "ValidMethods", Does: model.Enforces, Check: model.Alg, Empty: model.NilOff},
		// SkipClaimsValidation bool
		{Type: "Parser", Name: "SkipClaimsValidation", Does: model.Disables, Check: model.All, Since: skipSince},
	}
}

// nameFields are the exported fields that Alg returns. SigningMethodRSAPSS has
// it from the SigningMethodRSA that it embeds.
func nameFields() []model.Field {
	return []model.Field{
		// Name string
		{Type: "SigningMethodHMAC", Name: "Name", Does: model.NamesMethod},
		// Name string
		{Type: "SigningMethodRSA", Name: "Name", Does: model.NamesMethod},
		// Name string
		{Type: "SigningMethodECDSA", Name: "Name", Does: model.NamesMethod},
	}
}

// validHook is how v3 and v4 ask a claims type: its method takes the place of
// the library's own check.
func validHook() model.Hook {
	return model.Hook{Name: "Valid", Ignored: "Validate", Replaces: true}
}

// reportedFailure is how the generations before v5 refuse a token: with all that is
// wrong with it in one error. v4 stops at the signature since the version apart.
func reportedFailure(apart string) model.Failure {
	return model.Failure{
		Filled: true, Forged: forgedErrors(), Expired: "ErrTokenExpired", Joined: true, Apart: apart,
		// type ValidationError struct { Inner error; Errors uint32 }
		// ValidationErrorSignatureInvalid = 1 << 2, ValidationErrorExpired = 1 << 4
		Report: "ValidationError", Bits: "Errors", ForgedBit: 1 << 2, ExpiredBit: 1 << 4,
	}
}

// forgedErrors are the names of the errors for a wrong signature.
func forgedErrors() []string { return []string{"ErrSignatureInvalid", "ErrTokenSignatureInvalid"} }
