package std

import (
	"go/types"
	"slices"
	"strings"
)

// Forgets reports whether nothing that a function of the standard library is
// given outlives its call, but for what it returns, puts into its operands,
// prints or answers.
func Forgets(fn *types.Func) bool {
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	path := fn.Pkg().Path()
	if path == "net/http" && slices.Contains(asking, fn.Name()) {
		return false
	}
	for _, prefix := range forgetful {
		if path == prefix || strings.HasPrefix(path, prefix+"/") {
			return true
		}
	}
	return Printer(path) && !slices.Contains(writing, path)
}

var forgetful = []string{"bytes", "crypto", "encoding", "errors", "fmt", "hash", "log", "maps", "math", "net/http", "net/url", "reflect", "regexp",
	"slices", "sort", "strconv", "strings", "time", "unicode", "golang.org/x/crypto"}

// writing are packages that may write to a file as well as to an answer.
var writing = []string{"bufio", "io", "os"}

// asking are functions of net/http that hand something to another program, which
// may keep it.
var asking = []string{"Do", "Get", "Head", "NewRequest", "NewRequestWithContext", "Post", "PostForm", "RoundTrip"}
