package module

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// TestWithoutModules: what the names of Bazel's files tell.
func TestWithoutModules(t *testing.T) {
	cases := []struct {
		file, pkg, module string
		main              bool
	}{
		{"internal/orders/orders.go", "example.com/shop/internal/orders", "example.com/shop", true},
		{"main.go", "example.com/shop", "example.com/shop", true},
		{"internal/orders/orders_test.go", "example.com/shop/internal/orders_test", "example.com/shop", true},
		{"bazel-out/k8-fastbuild/bin/api/api.go", "example.com/shop/api", "example.com/shop", true},
		{"services/shop/api/api.go", "example.com/shop/api", "example.com/shop", true},
		{"acme/shop/shop.go", "github.com/acme/shop", "github.com/acme", true},
		{"services/a/api/api.go", "example.com/shop/api", "example.com/shop", true},
		{"go/orders/orders.go", "orders", "orders", true},
		{"go/orders/db/db.go", "orders/db", "orders", true},
		{"external/gazelle~~go_deps~com_example/api/api.go", "example.com/lib/api", "", false},
		{"bazel-out/k8-fastbuild/bin/external/com_example/api.go", "example.com/lib", "", false},
		{"vendor/example.com/lib/api.go", "example.com/lib", "", false},
		{"third_party/go/lib/api.go", "example.com/lib", "", false},
		{"../com_example/api.go", "example.com/lib", "", false},
		{"/usr/lib/go/src/net/http/server.go", "net/http", "", false},
	}
	for _, c := range cases {
		p := pass(t, c.file, c.pkg)
		var got string
		if m := Of(p); m != nil {
			got = m.Path
		}
		if got != c.module || Main(p) != c.main || Known(p) {
			t.Errorf("%s as %s: module %q, main %t, known %t", c.file, c.pkg, got, Main(p), Known(p))
		}
	}
}

// TestWithModules: a driver that knows modules is believed.
func TestWithModules(t *testing.T) {
	for _, c := range []struct {
		module analysis.Module
		main   bool
	}{
		{analysis.Module{Path: "example.com/shop"}, true},
		{analysis.Module{Path: "example.com/lib", Version: "v1.0.0"}, false},
		{analysis.Module{Path: "std"}, false},
		{analysis.Module{}, false},
	} {
		p := pass(t, "main.go", "example.com/shop")
		p.Module = &c.module
		if Of(p) != &c.module || Main(p) != c.main || !Known(p) {
			t.Errorf("%+v: main %t", c.module, Main(p))
		}
	}
}

// TestStandard: a module that is called by a plain word is not the standard library.
func TestStandard(t *testing.T) {
	p := pass(t, "shop/auth/auth.go", "shop/auth")
	p.Module = &analysis.Module{Path: "shop"}
	for path, want := range map[string]bool{
		"net/http": true, "shopping": true, "shop": false, "shop/auth": false, "github.com/golang-jwt/jwt/v5": false, "golang.org/x/crypto": false,
	} {
		if got := Standard(p, path); got != want {
			t.Errorf("%s: %t", path, got)
		}
	}
}

// pass is one over a package of one file.
func pass(t *testing.T, file, pkg string) *analysis.Pass {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, file, "package p\n", 0)
	if err != nil {
		t.Fatal(err)
	}
	return &analysis.Pass{Fset: fset, Files: []*ast.File{f}, Pkg: types.NewPackage(pkg, "p")}
}
