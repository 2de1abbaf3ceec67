package flow

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/data"
)

// doubleWords are in the names of what exists for tests: a helper that the tests of
// several packages need cannot stand in a test file.
var doubleWords = []string{"test", "tests", "testing", "mock", "fake", "stub", "dummy"}

// forTests reports whether an instruction only runs in tests: it stands in a test
// file, or in a function that is for tests by its name and that nothing else in the
// package calls. Who calls it from other packages is out of view.
func (e *engine) forTests(instr ssa.Instruction) bool {
	if isTestFile(e.pass, instr.Pos()) {
		return true
	}
	fn := outermost(instr.Parent())
	named := slices.ContainsFunc(data.Words(fn.Name()), func(w string) bool { return slices.Contains(doubleWords, w) })
	return named && !slices.ContainsFunc(e.callersOf(fn), func(call ssa.CallInstruction) bool {
		return !isTestFile(e.pass, call.Pos()) && outermost(call.Parent()) != fn
	})
}
