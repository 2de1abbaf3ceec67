// Package setup reads what a program is set up with.
package setup

import "os"

// Desk is set up by its owner.
type Desk struct {
	Key string
}

// FromEnvironment is how the program does it.
func FromEnvironment() *Desk { return &Desk{Key: os.Getenv("DESK_KEY")} }

// NewTestDesk is for the tests of other packages, which cannot see a test file
// of this one.
func NewTestDesk() *Desk { return &Desk{Key: "only-the-tests-come-this-way"} }

// Counter is set up likewise, and has a fake.
type Counter struct {
	Key string
}

// CounterFromEnvironment is how the program does it.
func CounterFromEnvironment() *Counter { return &Counter{Key: os.Getenv("COUNTER_KEY")} }

// FakeCounter is made within a function literal.
func FakeCounter() func() *Counter {
	return func() *Counter { return &Counter{Key: "nobody-signs-with-this"} }
}

// Kiosk is set up with a text that looks like one for tests.
type Kiosk struct {
	Key string
}

// testKiosk is for tests by its name, and the program uses it.
func testKiosk() *Kiosk { return &Kiosk{Key: "the-program-signs-with-this"} }

// NewKiosk is how the program does it.
func NewKiosk() *Kiosk { return testKiosk() }

// Stall has a text that its program may be set up with.
type Stall struct {
	Key string
}

// Sample is not for tests.
func Sample() *Stall { return &Stall{Key: "a-sample-that-is-as-good-as-any"} }

// Address is where the program listens.
func Address() string { return os.Getenv("ADDRESS") }
