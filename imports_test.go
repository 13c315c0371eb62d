package entente_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// imports names what each package may import of ours besides the root. A new
// name is a design decision. Stages are strangers: only desk sees them all;
// faces never see a store, stores never a face.
var imports = map[string]string{
	"edtf":    "",
	"lang":    "",
	"names":   "lang",
	"token":   "lang",
	"pattern": "lang token",
	"dates":   "edtf lang pattern token",

	"intake":        "lang intake/langid",
	"intake/langid": "",
	"layout":        "dates lang pattern token",
	"syntax":        "internal/linear lang token",

	"reading":          "dates lang reading/envelope reading/mentions reading/claims",
	"reading/envelope": "dates edtf lang names pattern token",
	"reading/mentions": "dates edtf lang names pattern token",
	"reading/claims":   "dates edtf lang names pattern token",

	"ledger":        "",
	"projection":    "edtf names ledger",
	"search":        "edtf lang",
	"sqlite":        "ledger projection search",
	"identity":      "edtf lang names",
	"lifelines":     "edtf",
	"followthrough": "edtf",

	"desk":   "dates edtf followthrough identity intake lang layout ledger lifelines names projection reading search syntax token",
	"export": "desk edtf projection",

	"api": "desk edtf export",
	"web": "api desk edtf lifelines", // faces know the desk; dates are said, and the picture is worded, by the face

	"cmd/entente": "desk edtf examples export followthrough lang lifelines sqlite web",
	"cmd/train":   "desk export internal/linear internal/score lang intake/langid syntax token reading/claims reading/mentions",

	"examples": "",

	"internal/score":      "",
	"internal/linear":     "",
	"internal/mill":       "ledger",
	"internal/corpustest": "",
	"internal/storetest":  "edtf ledger projection search",
	"internal/goldentest": "dates desk edtf export intake internal/score lang layout reading syntax token",
}

func TestImports(t *testing.T) {
	err := filepath.WalkDir(".", func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (strings.HasPrefix(d.Name(), ".") && d.Name() != "." || d.Name() == "testdata" || d.Name() == "node_modules") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return nil
		}
		pkg := path.Dir(filepath.ToSlash(file))
		allowed, known := imports[pkg]
		if !known && pkg != "." {
			t.Errorf("%s: package %s has no line in the table of imports", file, pkg)
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range f.Imports {
			name, _ := strconv.Unquote(spec.Path.Value)
			if pkg == "." && strings.Contains(name, ".") {
				t.Errorf("%s imports %s; the root imports the standard library alone", file, name)
			}
			ours, is := strings.CutPrefix(name, "entente/")
			if !is {
				continue
			}
			if !containsWord(allowed, ours) {
				t.Errorf("%s imports %s; %s may import only: %s", file, ours, pkg, allowed)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func containsWord(words, word string) bool {
	for _, w := range strings.Fields(words) {
		if w == word {
			return true
		}
	}
	return false
}
