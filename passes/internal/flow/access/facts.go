package access

import (
	"fmt"
	"strings"

	"github.com/jwtvet/jwtvet/passes/internal/model/data"
)

// FuncFact is what callers need to know of a function. Operands in it are the
// function's own, receiver first.
type FuncFact struct {
	Results [][]Origin // by result: what it derives from
	Fills   []Fill     // operands that it stores through
	Calls   []Call     // operands that it calls
	Routes  []Route    // routes that it registers on a router that it is given
	Guards  []Attached // middleware that it puts in front of one
	Does    Chain      // what it does when it is called
	Makes   Chain      // what the handlers and middleware do that are literals in it
	Ends    bool       // it does not return
	Stops   bool       // it may answer for good: what follows in the chain of middleware is not called
}

// AFact marks FuncFact as a fact.
func (*FuncFact) AFact() {}

// String lists what the fact has, for tests.
func (f *FuncFact) String() string {
	parts := append(f.Does.parts(), f.Makes.parts()...)
	if len(f.Results) > 0 {
		parts = append(parts, "returns")
	}
	return strings.Join(parts, ", ")
}

func (f *FuncFact) empty() bool {
	return len(f.Results)+len(f.Fills)+len(f.Calls)+len(f.Routes)+len(f.Guards) == 0 &&
		f.Does.empty() && f.Makes.empty() && !f.Ends && !f.Stops
}

// Fill says that what an operand points to derives from other operands.
type Fill struct {
	Index int
	Field string
	From  []Origin
}

// Act is an access to data by an ID.
type Act struct {
	ID      Origin
	Kind    data.Kind
	Callee  string        // that makes the access: "Store.Delete"
	MetBy   []Origin      // operands and other IDs: if one of them is, or has met, the caller's identity, so has the ID
	Met     bool          // it has met the identity, or a role guards it
	Owned   bool          // it has met the identity itself
	Stamps  bool          // Inserts: the record carries the identity
	Counts  data.Counting // Writes: it does nothing but count
	RoleBy  []Origin      // operands: if one of them is the caller's role or identity, what it may do has been asked
	LateBy  []Origin      // operands: if one of them is the caller's identity, so is Late
	Late    bool          // it is compared with the identity, which decides nothing or comes too late
	Listing Listing       // it returns several records
	Unseen  bool          // behind an interface that is given a context that may carry the identity
	Record  Record
	Where   string // "file.go:12"
	Through Through
}

func (a Act) String() string {
	s := fmt.Sprintf("%s by %s in %s", a.Kind, a.ID, a.Callee)
	if a.Met {
		s += ", met"
	}
	for _, o := range a.MetBy {
		s += ", met by " + o.String()
	}
	for _, o := range a.RoleBy {
		s += ", if allowed to " + o.String()
	}
	return s
}

// Record is what is known of the records that an access is about.
type Record struct {
	Name      string // of the type or table; "" if unknown
	Owner     string // what shows that such a record has an owner: "field OwnerID"; "" if nothing does
	Principal bool   // it is the caller's kind itself: a user, an account
	Private   string // what shows that others may not read it
}

// Gate is a test that a function's caller can rely on: of an ID against an
// identity, or of a role.
type Gate struct {
	ID    Origin // of a role test: the operand that names the role, or zero
	By    Origin // Operand, Identity or Role
	Holds bool   // of a role test: the operand is what must be a privileged role
	Picks bool   // it is whether one access that selects by both finds anything, and no comparison
}

func (g Gate) String() string { return "tests " + g.ID.String() + " by " + g.By.String() }

// Setting is a value that middleware leaves in the request's context.
type Setting struct {
	Key     string // as key names it
	Go      bool   // in the context.Context of the request, not in the framework's own store
	Origins []Origin
}

// Route is a route whose router is an operand of the function: what stands in
// front of it, only the caller can tell.
type Route struct {
	Index   int // the router's operand
	Method  string
	Path    string
	Handler string // name, for the message
	Where   string // of the registration
	By      string // full name of the function that registers it
	Sibling Sibling
	Chain   Chain
}

// Listed is a list of records that neither an ID nor the caller selects.
type Listed struct {
	Record string   // their type or table
	By     []Origin // operands that select them
}

// Attached is middleware that a function puts in front of an operand's routes.
type Attached struct {
	Index int
	Path  string // below which it holds; "" for everywhere
	At    int    // the operand that tells the path, counted from 1; 0 for none
	Name  string
	Chain Chain
}

// Chain is what handlers and middleware do: one of them, or all that stand
// before a route's data.
type Chain struct {
	Acts     []Act     // accesses by an ID of the request, or by one that a function is given
	Gates    []Gate    // what is made sure of before all goes on
	Sets     []Setting // what is put into the request's context
	Lists    []Listed  // records that are listed for whoever calls
	Verifies bool      // a token is verified
	Knows    bool      // who the caller is, is read
	Sure     bool      // and not only out of the request's context, where somebody has to put it
	Instead  bool      // or something else, if there is no caller
	Looks    bool      // a token is looked into, and not verified
	Passes   bool      // and handed on to what follows
	Refuses  bool      // without a token, or what else it asks for, a request ends here
}

func (c *Chain) empty() bool {
	return len(c.Acts)+len(c.Gates)+len(c.Sets)+len(c.Lists) == 0 && !c.Verifies && !c.Knows && !c.Looks
}

func (c *Chain) parts() []string {
	var parts []string
	for _, a := range c.Acts {
		parts = append(parts, a.String())
	}
	for _, g := range c.Gates {
		parts = append(parts, g.String())
	}
	for _, s := range c.Sets {
		parts = append(parts, "sets "+s.Key)
	}
	if c.Verifies {
		parts = append(parts, "verifies")
	}
	if c.Knows {
		parts = append(parts, "knows the caller")
	}
	if c.Looks {
		parts = append(parts, "looks into a token")
	}
	return parts
}

// add joins another chain into c.
func (c *Chain) add(d *Chain) {
	c.Acts = append(c.Acts, d.Acts...)
	c.Gates = append(c.Gates, d.Gates...)
	c.Sets = append(c.Sets, d.Sets...)
	c.Lists = append(c.Lists, d.Lists...)
	c.Verifies = c.Verifies || d.Verifies
	c.Instead = d.instead(c) && c.instead(d)
	c.Knows = c.Knows || d.Knows
	c.Sure = c.Sure || d.Sure
	c.Looks = c.Looks || d.Looks
	c.Passes = c.Passes || d.Passes
	c.Refuses = c.Refuses || d.Refuses
}

// instead reports whether a chain that another is joined with does not need the
// caller either.
func (c *Chain) instead(with *Chain) bool { return c.Instead || !c.Knows && with.Instead }

// PackageFact lists the context keys that a package, or one that it imports,
// sets, and what is to be joined where more is in view.
type PackageFact struct {
	Settings        []Setting
	Implementations []Implementation // of other packages' interfaces
	Pending         []Route          // that nobody has been able to judge yet
}

// AFact marks PackageFact as a fact.
func (*PackageFact) AFact() {}

func (f *PackageFact) String() string { return fmt.Sprintf("sets %d keys", len(f.Settings)) }
