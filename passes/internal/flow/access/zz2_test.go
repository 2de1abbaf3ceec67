package access

import "fmt"

func (e *engine) dumpFacts() {
	for _, fn := range e.funcs {
		if fn.Parent() == nil && e.units[fn] != nil {
			f := e.units[fn].exported()
			if len(f.Routes) > 0 {
				fmt.Println("EXPORTS", fn, len(f.Routes))
			}
		}
	}
}

func linkNames(r route) string {
	s := ""
	for _, l := range append(append([]link{}, r.handler...), r.front.links...) {
		s += fmt.Sprintf("%s(seen %v verifies %v passes %v) ", l.name, l.seen, l.Verifies, l.Passes)
	}
	return s
}
