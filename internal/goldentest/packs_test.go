package goldentest

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"entente/lang"
)

// TestPacksPage holds the tables of doc/packs.md to lang/schema.go.
func TestPacksPage(t *testing.T) {
	path := filepath.Join("..", "..", "doc", "packs.md")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	const open, shut = "<!-- schema -->\n", "<!-- /schema -->"
	head, rest, ok := strings.Cut(string(data), open)
	old, tail, ok2 := strings.Cut(rest, shut)
	if !ok || !ok2 {
		t.Fatalf("%s has no place between %q and %q", path, open, shut)
	}
	tables := schemaTables(t)
	if old == tables {
		return
	}
	if !*update {
		t.Fatalf("the tables of doc/packs.md are stale; go test ./internal/goldentest -run PacksPage -update")
	}
	if err := os.WriteFile(path, []byte(head+open+tables+shut+tail), 0o644); err != nil {
		t.Fatal(err)
	}
}

// schemaTables returns the lists, under the remark that stands over them in
// the source, and the rules with their keys.
func schemaTables(t *testing.T) string {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, filepath.Join("..", "..", "lang", "schema.go"), nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	stageAt := map[int]string{} // by the line after the remark
	for _, c := range f.Comments {
		stageAt[fset.Position(c.End()).Line+1] = strings.TrimSpace(c.Text())
	}
	var b strings.Builder
	ast.Inspect(f, func(n ast.Node) bool {
		pair, ok := n.(*ast.KeyValueExpr)
		if !ok {
			return true
		}
		name, _ := strconv.Unquote(text(pair.Key))
		what, isList := lang.Lists[name]
		if _, isText := pair.Value.(*ast.BasicLit); !isList || !isText {
			return true
		}
		if stage := stageAt[fset.Position(pair.Pos()).Line]; stage != "" {
			fmt.Fprintf(&b, "\n**%s**\n\n| list | entries |\n| --- | --- |\n", stage)
		}
		fmt.Fprintf(&b, "| `%s` | %s |\n", name, strings.ReplaceAll(what, "|", `\|`))
		return true
	})
	fmt.Fprintf(&b, "\n**rules**\n\n| file | keys |\n| --- | --- |\n")
	for _, name := range slices.Sorted(maps.Keys(lang.Rules)) {
		fmt.Fprintf(&b, "| `%s.rules` | %s |\n", name, "`"+strings.Join(lang.Rules[name], "`, `")+"`")
	}
	b.WriteString("\n")
	return b.String()
}

func text(e ast.Expr) string {
	if lit, ok := e.(*ast.BasicLit); ok {
		return lit.Value
	}
	return ""
}
