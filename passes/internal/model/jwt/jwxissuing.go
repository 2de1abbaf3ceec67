package jwt

import "github.com/jwtvet/jwtvet/passes/internal/model"

// jwxSignRows sign with the key of an option.
func jwxSignRows() []model.Func {
	return []model.Func{
		// func Sign(t Token, options ...SignOption) ([]byte, error)
		{Pkg: "jwt", Name: "Sign", Does: model.Signs, Claims: model.Arg(0), Options: model.Arg(1)},
		// func (s *Serializer) Sign(options ...SignOption) *Serializer
		{Pkg: "jwt", Recv: "Serializer", Name: "Sign", Does: model.Signs, Options: model.Arg(0)},
		// func Sign(payload []byte, options ...SignOption) ([]byte, error)
		{Pkg: "jws", Name: "Sign", Does: model.Signs, Options: model.Arg(1)},
		// func WithInsecureNoSignature() SignOption
		{Pkg: "jwt", Name: "WithInsecureNoSignature", Does: model.HandsKey, Alg: "none"},
		// func WithInsecureNoSignature(options ...WithKeySuboption) SignOption
		{Pkg: "jws", Name: "WithInsecureNoSignature", Does: model.HandsKey, Alg: "none"},
	}
}

// jwxBuildRows build the claims of a token.
func jwxBuildRows() []model.Func {
	return []model.Func{
		// func New() Token
		{Pkg: "jwt", Name: "New", Does: model.BuildsClaims},
		// func NewBuilder() *Builder
		{Pkg: "jwt", Name: "NewBuilder", Does: model.BuildsClaims},
		// func (b *Builder) Expiration(v time.Time) *Builder
		{Pkg: "jwt", Recv: "Builder", Name: "Expiration", Does: model.SetsClaim, Check: model.Exp, Claims: model.Recv, Value: model.Arg(0)},
		// func (b *Builder) Subject(v string) *Builder
		{Pkg: "jwt", Recv: "Builder", Name: "Subject", Does: model.SetsClaim, Check: model.Sub, Claims: model.Recv, Value: model.Arg(0)},
		// func (b *Builder) Issuer(v string) *Builder
		{Pkg: "jwt", Recv: "Builder", Name: "Issuer", Does: model.SetsClaim, Check: model.Iss, Claims: model.Recv, Value: model.Arg(0)},
		// func (b *Builder) Audience(v []string) *Builder
		{Pkg: "jwt", Recv: "Builder", Name: "Audience", Does: model.SetsClaim, Check: model.Aud, Claims: model.Recv, Value: model.Arg(0)},
		// func (b *Builder) JwtID(v string) *Builder
		{Pkg: "jwt", Recv: "Builder", Name: "JwtID", Does: model.SetsClaim, Check: model.Jti, Claims: model.Recv, Value: model.Arg(0)},
		// func (b *Builder) IssuedAt(v time.Time) *Builder
		{Pkg: "jwt", Recv: "Builder", Name: "IssuedAt", Does: model.SetsClaim, Check: model.Iat, Claims: model.Recv, Value: model.Arg(0)},
		// func (b *Builder) NotBefore(v time.Time) *Builder
		{Pkg: "jwt", Recv: "Builder", Name: "NotBefore", Does: model.SetsClaim, Check: model.Nbf, Claims: model.Recv, Value: model.Arg(0)},
		// func (b *Builder) Claim(name string, value interface{}) *Builder
		{Pkg: "jwt", Recv: "Builder", Name: "Claim", Does: model.SetsClaim, Named: model.Arg(0), Claims: model.Recv, Value: model.Arg(1)},
		// func (b *Builder) Build() (Token, error)
		{Pkg: "jwt", Recv: "Builder", Name: "Build", Does: model.FinishesClaims, Claims: model.Recv},
		// func WithAcceptableSkew(v time.Duration) ValidateOption
		{Pkg: "jwt", Name: "WithAcceptableSkew", Does: model.Tolerates, Leeway: model.Arg(0)},
		// func WithRequiredClaim(name string) ValidateOption
		{Pkg: "jwt", Name: "WithRequiredClaim", Does: model.Enforces, Named: model.Arg(0)},
	}
}

// jwxSetRow changes a token.
func jwxSetRow() []model.Func {
	return []model.Func{
		// Set(string, interface{}) error
		{Pkg: "jwt", Recv: "Token", Name: "Set", Does: model.SetsClaim, Named: model.Arg(0), Claims: model.Recv, Value: model.Arg(1)},
	}
}

// jwxSetRows read keys, and put them into a set. The text of a key may be of
// either kind: that of a public one is no secret.
func jwxSetRows() []model.Func {
	return []model.Func{
		// func Parse(src []byte, options ...ParseOption) (Set, error)
		{Pkg: "jwk", Name: "Parse", Does: model.WrapsKey, Key: model.Arg(0)},
		// func ParseString(s string, options ...ParseOption) (Set, error)
		{Pkg: "jwk", Name: "ParseString", Does: model.WrapsKey, Key: model.Arg(0)},
		// func ParseKey(data []byte, options ...ParseOption) (Key, error)
		{Pkg: "jwk", Name: "ParseKey", Does: model.WrapsKey, Key: model.Arg(0)},
	}
}

// jwxAddRow: v1 called it Add.
func jwxAddRow(name string) []model.Func {
	return []model.Func{
		// AddKey(Key) error; v1: Add(Key) bool
		{Pkg: "jwk", Recv: "Set", Name: name, Does: model.GivesKey, Key: model.Arg(0)},
	}
}
