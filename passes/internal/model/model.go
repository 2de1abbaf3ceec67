// Package model is what jwtvet knows about libraries: data only. A row says
// what one function, field or variable of a library does with a token, by
// typed positions; the row's real signature stands above it. Rows name roles,
// never rules; a test resolves every row against the real releases.
package model

// Role is what a function does, as far as tokens are concerned.
type Role int

const (
	// Verifies parses a token and checks its signature, and the claims as the options say.
	Verifies Role = iota + 1
	// ParsesUnverified parses a token and checks nothing.
	ParsesUnverified
	// BuildsParser returns a parser that has taken its options.
	BuildsParser
	// BuildsValidator returns a claims validator that has taken its options.
	BuildsValidator
	// BuildsToken returns an unsigned token for the method and claims given.
	BuildsToken
	// Signs signs with the key given.
	Signs
	// VerifiesSignature checks a bare signature with the key given; the caller has chosen the algorithm.
	VerifiesSignature
	// Enforces is an option that makes a parser check a claim or the algorithm.
	Enforces
	// Disables is an option that switches a check off.
	Disables
	// Carries is an option that hands on a parser or claims (request.WithParser).
	Carries
	// ParsesKey turns bytes into an asymmetric key.
	ParsesKey
	// GetsClaim returns one claim of its receiver.
	GetsClaim
	// ChecksClaim compares one claim of its receiver with a value: true or a nil error means a match.
	ChecksClaim
	// ValidatesClaims checks the claims against the receiver's options: a nil error means valid.
	ValidatesClaims
	// SelectsKey is a keyfunc: it returns the key for a token.
	SelectsKey
	// SelectsMethod looks a signing method up by the name given.
	SelectsMethod
	// NamesMethod returns the name of the signing method that is its receiver.
	NamesMethod
	// PinsKey returns a keyfunc that refuses every other algorithm than the one given.
	PinsKey
	// MakesKeyfunc returns a keyfunc that behaves as ByKey says.
	MakesKeyfunc
	// GivesKey puts a key into the set that a keyfunc selects from.
	GivesKey
	// DecodesClaims fills an operand with the claims of its receiver.
	DecodesClaims
	// ReturnsKey returns a key, or the text of one, that whoever runs the
	// program has set: neither in the source nor empty.
	ReturnsKey
	// HandsKey is an option that hands over a key, or a set of keys, to verify or
	// sign with. Method is the algorithm that the key goes with.
	HandsKey
	// SinksKey hands a key over to whoever verifies, inside a function that the
	// program provides for that; Method is the algorithm that it goes with.
	SinksKey
	// WrapsKey returns the key given, or the keys in a text given, in the
	// library's own form.
	WrapsKey
	// Switches is an option whose bool operand Value switches a check on or off.
	Switches
	// ReturnsMethod returns the signing method that the row's Alg names.
	ReturnsMethod
	// MakesMiddleware returns a middleware, or changes its receiver into one,
	// that verifies the token of each request as its Settings say. The claims
	// go to the handlers behind it.
	MakesMiddleware
	// SeesClaims is a function of the program's own that is called with the
	// verified token, or with the request that carries it: it may check claims.
	SeesClaims
	// BuildsClaims returns claims, or a builder of them, without any claim in it.
	BuildsClaims
	// SetsClaim puts Value under Check, or under the name given as Named, into
	// Claims; or all of Claims into its receiver where Check is All.
	SetsClaim
	// FinishesClaims returns the claims that its operand Claims has built.
	FinishesClaims
	// Issues returns a signed token with Claims; the key has been given before.
	Issues
	// Tolerates is an option that accepts tokens for a time, Leeway, after they
	// have expired.
	Tolerates
)

// Claim names what an option or check is about, in JWT's own field names.
type Claim string

const (
	Alg Claim = "alg" // the header's algorithm
	Aud Claim = "aud"
	Iss Claim = "iss"
	Exp Claim = "exp"
	Sub Claim = "sub"
	Jti Claim = "jti"
	Iat Claim = "iat"
	Nbf Claim = "nbf"
	All Claim = "*"   // every registered claim at once
	Kid Claim = "kid" // the header's name of the key
	JWK Claim = "jwk" // the header's own key
	JKU Claim = "jku" // the header's address of keys
	// Sig is the signature, which is no claim: what it covers counts for nothing
	// without it.
	Sig Claim = "signature"
)

// InHeader reports whether the name is one of a token's header.
func (c Claim) InHeader() bool { return c == Alg || c == Kid || c == JWK || c == JKU }

// Empty says what a library makes of an empty expected value or list.
type Empty int

const (
	// EmptyRejects: nothing can match, or the constructor refuses; the check fails closed.
	EmptyRejects Empty = iota
	// EmptyOff: the check is silently not made.
	EmptyOff
	// NilOff: nil switches the check off, a non-nil empty list rejects everything.
	NilOff
	// ListOff: no value at all switches the check off; an empty one among
	// several must match literally.
	ListOff
	// EmptyAbsent: only tokens without the claim match, so leaving it out passes.
	EmptyAbsent
)

// Pos is a position in a signature. The zero Pos is "none".
type Pos int

const (
	None Pos = 0
	// Recv is the receiver.
	Recv Pos = -1
)

// Arg is the i-th parameter, counted from 0 without the receiver; a variadic
// parameter stands for all its values.
func Arg(i int) Pos { return Pos(i + 1) }

// Result is the i-th result, counted from 0.
func Result(i int) Pos { return Pos(-i - 100) }

// IsArg reports the parameter's index.
func (p Pos) IsArg() (index int, ok bool) { return int(p) - 1, p > 0 }

// IsResult reports the result's index.
func (p Pos) IsResult() (index int, ok bool) { return -int(p) - 100, p <= -100 }

// Func is the row of a function or method.
type Func struct {
	// Pkg is the last element of the import path, where packages of one library
	// use a name for different things; "" holds for all of them.
	Pkg  string
	Recv string // receiver's type name, "" for a function
	Name string
	Does Role

	Token    Pos // the token as text
	Key      Pos // a key, or the keyfunc that returns it
	Claims   Pos // the claims, or where they are decoded to, several if variadic; a Result has them as text
	Options  Pos // variadic options
	Method   Pos // a signing method, or the list of their names; of Verifies the only one that passes
	Value    Pos // the expected value of a check
	Required Pos // bool: the claim must be present
	Settings Pos // a struct whose fields, by their rows, work like options; or variadic ones
	Named    Pos // the name of the claim, where Check does not say it
	Into     Pos // GetsClaim: where the claim is stored, if it is no result
	Leeway   Pos // how long an expired token still passes

	Check   Claim  // Enforces, Disables, Switches, ChecksClaim, GetsClaim
	Empty   Empty  // what an empty Value or Method means
	Absent  bool   // Enforces: passes when the token lacks the claim
	Private bool   // ParsesKey: a private key
	Family  Family // of the key; MakesMiddleware: the only one that verifies
	// Checks is what a function makes sure of by itself, whatever it is given:
	// Verifies and ValidatesClaims when they return well, BuildsParser,
	// BuildsValidator and MakesMiddleware by what they return. Nil in a
	// project's own row if the project does not say.
	Checks []Claim
	// ByKey: SelectsKey, MakesKeyfunc and HandsKey also refuse an algorithm other
	// than the one that the key declares, whatever the token's header says.
	ByKey bool
	// Alg is the algorithm of ReturnsMethod, and of a HandsKey without Method.
	Alg string
	// Sets is the field of its receiver that a Carries sets.
	Sets string

	// Since and Until bound the library versions for which the row is true;
	// Until is the first version for which it is not. Rows for one function
	// must not overlap.
	Since, Until string
}

// Family is a kind of key: with which algorithms it can verify.
type Family string

const (
	HMAC  Family = "HMAC"
	RSA   Family = "RSA"
	ECDSA Family = "ECDSA"
	EdDSA Family = "EdDSA"
)

// Field is the row of a struct field that works like an option, or like a
// method without parameters; or of one setting of a middleware.
type Field struct {
	Type, Name string
	// Does: Enforces, Disables; NamesMethod; of settings also GivesKey (the key,
	// a map or list of them, or a struct with fields of this kind), ParsesKey (the
	// text of an asymmetric key), SelectsKey (the keyfunc, which takes the place
	// of the keys and of the library's own checks), Carries (parser options; of a
	// parser what brings options along that are not in view),
	// Verifies (a function of the program's that takes the library's place) and
	// SeesClaims.
	Does  Role
	Check Claim
	Empty Empty
	// Default is what a setting that enforces has where nobody sets it.
	Default string
	// Stays: the check is made with a keyfunc of the program's too.
	Stays bool
	// Private: ParsesKey: a private key.
	Private bool
	// Since is the first version that has the field.
	Since string
}

// Var is the row of a package variable or constant.
type Var struct {
	Name   string
	Method string // it is the signing method of this "alg"; "none" for the unsigned one
	Family Family
	// AcceptsNone: used as a key it makes the library accept unsigned tokens.
	AcceptsNone bool
	// Since is the first version that has the variable.
	Since string
}

// Type is the row of a named type.
type Type struct {
	Name string
	// Is says what the type is for: see the constants.
	Is TypeRole
	// Method types: which algorithms its values have.
	Family Family
	// Fields of a claims struct that hold a registered claim, by claim; of a
	// header the one that holds Alg.
	Fields map[Claim]string
	// Since is the first version that has the type.
	Since string
}

// TypeRole is what values of a type are.
type TypeRole int

const (
	// IsToken: a parsed token, with fields Method, Header, Claims, Valid.
	IsToken TypeRole = iota + 1
	// IsMapClaims: claims as a map.
	IsMapClaims
	// IsStandardClaims: a struct of the registered claims.
	IsStandardClaims
	// IsClaims: the interface of all claims types.
	IsClaims
	// IsParser: a parser.
	IsParser
	// IsMethod: a signing method.
	IsMethod
	// IsKeyfunc: the function type that returns a key for a token.
	IsKeyfunc
	// IsKeySet: a struct whose Keys field lists keys of which any may match.
	IsKeySet
	// IsParsed: a token that is parsed and not verified yet, or a part of one:
	// its own methods verify, with the key that they are given.
	IsParsed
	// IsHeader: the header of such a token, as a struct.
	IsHeader
	// IsKey: a struct whose Key field is a key, and Algorithm what it is for.
	IsKey
	// IsVerified: the registered claims of a token that a library has verified.
	IsVerified
	// IsOption: what options are passed as. One without a row changes nothing
	// that a rule asks for.
	IsOption
	// IsKeySink: what a function that provides keys hands them to.
	IsKeySink
	// IsSettings: the struct that a middleware is made from, or part of it.
	IsSettings
	// IsExpected: a struct that is an option by itself: its fields, by their
	// rows, are what is expected of the claims.
	IsExpected
)
