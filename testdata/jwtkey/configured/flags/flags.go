// Package flags fills in what nobody has set.
package flags

// Options may be given.
type Options struct{ Secret string }

const builtIn = "a-secret-in-case-of-none"

// Complete does so.
func Complete(o *Options) {
	if o.Secret == "" {
		o.Secret = builtIn
	}
}
