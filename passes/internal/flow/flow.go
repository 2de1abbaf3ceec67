package flow

import (
	"reflect"

	"golang.org/x/tools/go/analysis"
)

// Analyzer computes the Result that the rules read, and owns all facts.
var Analyzer = &analysis.Analyzer{
	Name:       "jwtflow",
	Doc:        "follow keys, options, keyfuncs and claims through a package and its callees",
	Run:        run,
	ResultType: reflect.TypeFor[*Result](),
}

// Result answers the rules' questions about one package.
type Result struct{}

func run(pass *analysis.Pass) (any, error) { return &Result{}, nil }
