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
