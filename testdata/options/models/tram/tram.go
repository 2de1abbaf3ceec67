// Package tram is a framework of the house's own with a chain of steps, groups
// and values in its context. Its body is elsewhere, behind interfaces.
package tram

// Ride is what a step is given.
type Ride interface {
	Stop(name string) string
	Fill(into any) error
	Ticket(name string) any
	Punch(name string, value any)
	Halt(code int)
	GoOn()
	Say(code int, text string)
}

// Step is a handler, or what stands before one.
type Step func(Ride)

// Line has routes, and lines that branch off.
type Line interface {
	Get(path string, steps ...Step)
	Put(path string, steps ...Step)
	Branch(path string, steps ...Step) Line
	Inside(path string, f func(Line))
}

// Passenger is what a verified token says.
type Passenger struct{ Number, Name string }

// Inspector reads tickets.
type Inspector interface {
	Inspect(ticket string) (*Passenger, error)
}

// Default is the inspector that main has set.
var Default Inspector
