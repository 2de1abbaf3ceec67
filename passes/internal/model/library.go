package model

import "sync"

// Hook is how a library asks a claims type to check itself.
type Hook struct {
	Name     string // method that the library calls: "Validate" or "Valid"
	Ignored  string // method of the same purpose that it never calls
	Replaces bool   // a hook of the user's replaces the built-in checks of exp and nbf
	// Getter is the method that returns the expiry to the library, "" if the hook does it.
	Getter string
}

// Library is one family of packages that behave alike.
type Library struct {
	Name string // for people: "golang-jwt v5"
	// Modules are the module paths, and Packages the import paths, that the rows hold for.
	Modules, Packages []string
	// Oldest and Newest are the releases that the rows were resolved against.
	Oldest, Newest string
	// Successor is the module that takes the place of one that is maintained no
	// longer, by the word of those who did; "" if it is.
	Successor string
	// Framework: the packages are a part of a framework. What else is wrong with
	// its module is not about tokens.
	Framework bool
	Funcs     []Func
	Fields    []Field
	Vars      []Var
	Types     []Type
	Hook      Hook
	// Remedies says for a claim what a program does to have it checked, where
	// that is not the option of the golang-jwt family.
	Remedies map[Claim]string
	// RefusesEmpty: an empty HMAC key neither signs nor verifies.
	RefusesEmpty bool
	// Refuses lists claims whose presence is refused unless an option expects
	// a value; tokens without them pass.
	Refuses []Claim
	// Callback: a key may also be a function of the token's header, a map, and
	// its payload, a text. It returns the key; an error refuses the token.
	Callback bool
	// NilIsNone: a nil key admits unsigned tokens.
	NilIsNone bool
	// LooseUntil is the first version that minds the key's type: before it, a
	// token of HMAC with no signature at all passes where the key is of another kind.
	LooseUntil string
	// OnRequest: no claim is checked, whatever options expect of it, unless an
	// option that Switches all of them asks for it.
	OnRequest bool
	// KeyOnRequest: without a key among its options a verification only parses,
	// and says nothing of it.
	KeyOnRequest bool
	// Failure is how the library tells that a token is refused.
	Failure Failure
	// Enforcers are the functions that refuse the requests which the library's
	// middlewares have found to have no good token, and the functions and variables
	// that tell of it; nil if the middlewares refuse those themselves. The first one
	// is what a program should use.
	Enforcers []string

	// Fill adds what takes work to write down, on the first question about a row:
	// most starts of the program never come to one. Nil: there is nothing to add.
	Fill func(*Library)
	once sync.Once
}

// Filled returns the library with all that its rows say; nil for nil.
func (l *Library) Filled() *Library {
	if l != nil && l.Fill != nil {
		l.once.Do(func() { l.Fill(l) })
	}
	return l
}

// Failure is what a verification leaves behind that has failed.
type Failure struct {
	// Filled: the token and its claims are there all the same.
	Filled bool
	// Forged and Expired name the errors for a signature that is wrong, and for
	// a token that is too old.
	Forged  []string
	Expired string
	// Report is the type of the error, a struct with a set of bits in its field
	// Bits, of which ForgedBit and ExpiredBit are the same two; "" if there is none.
	Report, Bits          string
	ForgedBit, ExpiredBit int64
	// Joined: a token that is both is reported as both, until version Apart, if
	// that is set: whoever asks whether it is too old is told yes.
	Joined bool
	Apart  string
}
