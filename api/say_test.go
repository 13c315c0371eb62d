package api

import (
	"go/ast"
	"go/parser"
	"go/token"
	"net/http"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"entente/desk"
)

// Every text of the code that a program is told has its like in every
// language, with as much put in.
func TestTexts(t *testing.T) {
	var texts []string
	for _, f := range Faults {
		texts = append(texts, f.Title, f.Would)
	}
	for _, g := range groups {
		texts = append(texts, g.text)
	}
	for path, item := range mustAPI(t).huma.OpenAPI().Paths {
		for _, op := range operations(item) {
			if op.Summary == "" {
				t.Errorf("%s %s has no summary", op.Method, path)
			}
			texts = append(texts, plainly(op.Summary))
		}
	}
	texts = append(texts, strings.Split(plainly(about), "\n\n")...)
	texts = append(texts, inputs(t, "*.go")...)
	texts = append(texts, inputs(t, "../desk/*.go")...)
	for _, language := range Languages[1:] {
		for _, text := range texts {
			if said := say(language, text); said == text || strings.Contains(said, "%!") {
				t.Errorf("%s has nothing for %q: %q", language, text, said)
			}
		}
		for text, said := range catalogs()[language].texts {
			if strings.Count(text, "%s") != strings.Count(said, "%s") {
				t.Errorf("%s: %q and %q put in different things", language, text, said)
			}
		}
	}
	if len(texts) < 100 {
		t.Errorf("%d texts are looked for", len(texts))
	}
}

func mustAPI(t *testing.T) *API {
	a, err := New(Config{Register: func(*http.Request) *desk.Register { return nil }, By: "Ada"})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

var verbs = regexp.MustCompile(`%[a-z]`)

// inputs returns the texts of what is wrong with something given that the
// code of some files holds, with the verbs of what is put in.
func inputs(t *testing.T, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	take := func(e ast.Expr) {
		if call, ok := e.(*ast.CallExpr); ok && len(call.Args) > 0 { // fmt.Sprintf
			e = call.Args[0]
		}
		if sum, ok := e.(*ast.BinaryExpr); ok {
			if lit, ok := sum.X.(*ast.BasicLit); ok {
				text, _ := strconv.Unquote(lit.Value)
				texts = append(texts, text+"x")
			}
			return
		}
		if lit, ok := e.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			text, _ := strconv.Unquote(lit.Value)
			texts = append(texts, verbs.ReplaceAllString(text, "7"))
		}
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				if name, ok := n.Fun.(*ast.Ident); ok && name.Name == "invalid" && len(n.Args) == 2 {
					take(n.Args[1])
				}
			case *ast.CompositeLit:
				if sel, ok := n.Type.(*ast.SelectorExpr); ok && sel.Sel.Name == "InputError" {
					for _, e := range n.Elts {
						if kv, ok := e.(*ast.KeyValueExpr); ok && kv.Key.(*ast.Ident).Name == "Text" {
							take(kv.Value)
						}
					}
				}
			}
			return true
		})
	}
	return texts
}
