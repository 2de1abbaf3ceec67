package flow_test

// preamble stands at the top of each generated package.
const preamble = `package $package

import (
	"errors"
	"fmt"
	"iter"
	"os"
	"strings"
	"sync"

	"github.com/golang-jwt/jwt/v5"
)

var ErrNo = errors.New("no")

const Secret = "a constant " + "of two parts"

type Box[T any] struct {
	value T
	next  *Box[T]
	table map[string]T
	pipe  chan T
	list  [4]T
}

func (b *Box[T]) Get() T           { return b.value }
func (b *Box[T]) Set(v T) *Box[T]  { b.value = v; b.table[""] = v; b.next = b; return b }
func (b Box[T]) All() iter.Seq[T]  { return func(yield func(T) bool) { _ = yield(b.value) && yield(b.next.value) } }

type Alias[T any] = Box[T]

// Store is embedded by pointer and by value, and embeds both ways.
type Store struct {
	sync.Mutex
	*Box[[]byte]
	Inner
	Key    []byte
	Parser *jwt.Parser
}

type Inner struct {
	Alias[jwt.Keyfunc]
	Options []jwt.ParserOption
}

func (i *Inner) Keyfunc(t *jwt.Token) (any, error) { return i.Get()(t) }

type Keyer interface{ Bytes() []byte }

type loop struct{ next Keyer }

// Bytes depends on the variable Looped, whose value depends on it.
func (l loop) Bytes() []byte { return append(l.next.Bytes(), Looped.Bytes()...) }

type raw []byte

func (r raw) Bytes() []byte { return r }

type Claims struct {
	*jwt.RegisteredClaims
	Role string
	Exp  int64 ` + "`json:\"exp\"`" + `
}

func (c Claims) Validate() error {
	if c.Role == "" || c.Issuer != os.Getenv("ISSUER") {
		return ErrNo
	}
	return nil
}

// Legacy has the check that older versions call.
type Legacy struct {
	Registered
	Tenant string
}

type Registered = jwt.RegisteredClaims

func (c *Legacy) Valid() error { return ErrNo }

func First[T any](list ...T) (out T) {
	for _, v := range list {
		return v
	}
	return
}

func Apply[T, U any](v T, f func(T) U) U               { return f(v) }
func Lazy[T any](f func() T) func() T                  { return func() T { return f() } }
func Bytes[T ~[]byte | ~string](v T) []byte            { return []byte(v) }
func Wrap[F ~func(*jwt.Token) (any, error)](f F) jwt.Keyfunc { return jwt.Keyfunc(f) }
func ParseAs[C jwt.Claims](s string, c C, f jwt.Keyfunc, opts ...jwt.ParserOption) (C, error) {
	_, err := jwt.ParseWithClaims(s, c, f, opts...)
	return c, err
}

func Sink(...any) {}

var _, _ = fmt.Sprint, strings.Fields

var (
	Keys    = &Box[[]byte]{table: map[string][]byte{"a": []byte("in a map")}, pipe: make(chan []byte, 1)}
	Funcs   = Box[jwt.Keyfunc]{table: map[string]jwt.Keyfunc{"x": nil}}
	Parsers = make(chan *jwt.Parser)
	Options []jwt.ParserOption
	Stored  = Store{Box: Keys, Parser: jwt.NewParser()}
	Looped  Keyer = loop{next: raw("looped")}
	Late    []byte
	Name    = os.Getenv("NAME")
)

// init closes cycles that initializers may not have.
func init() { Late = Key0(Name, Late); Options = Opts0(Options...); Funcs.value = Func0 }

`

// derived makes app depend on lib in more ways than calls.
const derived = `type Derived struct {
	lib.Store
	*lib.Claims
	lib.Keyer
}

var derived = Derived{Store: lib.Store{Key: lib.Late, Box: lib.Keys}, Keyer: lib.Looped}

`
