package flow

import "github.com/jwtvet/jwtvet/passes/internal/model"

// A way through the program is one choice among the options that a site may be
// given. What stands beside what is a matter of one way: a key on the one and
// a check that is switched off on the other do not meet.

// way is what the options of one way make of the signature.
type way uint8

const (
	keyed    way = 1 << iota // a key is handed over
	off                      // the check is switched off
	forgiven                 // the library does not check unless asked
	asked                    // and it is asked

	allWays = 1 << iota // how many values a way has
)

// unchecked reports whether no signature is checked on the way.
func (w way) unchecked() bool { return w&off != 0 || w&forgiven != 0 && w&asked == 0 }

// ways is the set of ways through a list of options.
type ways [allWays]bool

// SignatureOff reports whether the options leave the signature unchecked on
// every way through the program, and whether they do so on a way that hands
// a key over.
func (s *Site) SignatureOff() (always, besideKey bool) { return signatureOff(s.Options) }

func signatureOff(options Value) (always, besideKey bool) {
	always = true
	for w, taken := range waysOf(options) {
		if !taken {
			continue
		}
		unchecked := way(w).unchecked()
		always = always && unchecked
		besideKey = besideKey || unchecked && way(w)&keyed != 0
	}
	return always, besideKey
}

// waysOf is the set of ways through a value: one for each choice, and each
// combination of those that a list makes.
func waysOf(v Value) ways {
	var out ways
	switch v.Kind {
	case Either, Writers:
		for _, alt := range v.Elems {
			for w, taken := range waysOf(alt) {
				out[w] = out[w] || taken
			}
		}
		return out
	case List, Spread:
		return waysThrough(v.Elems)
	case Struct:
		return waysOf(v.Field(parserOptions))
	case Opt:
		if v.Option.Does == model.Carries {
			return waysThrough(v.Elems)
		}
	}
	out[wayOf(v)] = true
	return out
}

// waysThrough is the set of ways through all of several values.
func waysThrough(vals []Value) ways {
	out := ways{0: true}
	for _, v := range vals {
		out = out.and(waysOf(v))
	}
	return out
}

// and combines each way with each one of what follows.
func (a ways) and(b ways) ways {
	var out ways
	for x := range a {
		for y := range b {
			out[x|y] = out[x|y] || a[x] && b[y]
		}
	}
	return out
}

// wayOf is what one option does. A switch or field whose value is not in
// view is taken to be set as it should be.
func wayOf(v Value) way {
	switch {
	case v.Kind == Opt && v.Option.Does == model.HandsKey:
		return keyed
	case v.concerns(model.Switches, model.Sig):
		if isBool(v.Elems[0], "false") {
			return off
		}
		return asked
	case !v.concerns(model.Disables, model.Sig):
		return 0
	case v.Option.Default:
		return forgiven
	case len(v.Elems) == 0 || isBool(v.Elems[0], "true"):
		return off
	}
	return 0
}
