package lang

import (
	"embed"
	"io/fs"
)

//go:embed all:packs
var embedded embed.FS

// An embed.FS gives out copies, which stay on the heap, and the collector
// keeps room in proportion to them. What is embedded as a string is read
// where it lies, in pages of the program that the system takes in when they
// are looked at. The linker keeps such bytes once, whichever way they are
// embedded; a file that is not named here is copied and works all the same.
var (
	//go:embed packs/en/names.model
	enNames string
	//go:embed packs/en/syntax-lexicon.model
	enLexicon string
	//go:embed packs/en/syntax-tags.model
	enTags string
	//go:embed packs/en/syntax-tree.model
	enTree string
	//go:embed packs/fr/names.model
	frNames string
	//go:embed packs/fr/syntax-lexicon.model
	frLexicon string
	//go:embed packs/fr/syntax-tags.model
	frTags string
	//go:embed packs/fr/syntax-tags-2.model
	frTags2 string
	//go:embed packs/fr/syntax-tree.model
	frTree string
	//go:embed packs/fr/syntax-tree-2.model
	frTree2 string
	//go:embed packs/mul/claims.list
	claimWeights string
	//go:embed packs/mul/roles.list
	roleWeights string
	//go:embed packs/mul/cities.model
	cities string
	//go:embed packs/mul/langid.model
	langid string
)

// Embedded returns the packs that the program carries.
func Embedded() (*Packs, error) {
	sub, err := fs.Sub(embedded, "packs")
	if err != nil {
		return nil, err
	}
	return open(sub, map[string]string{
		"en/names.model":          enNames,
		"en/syntax-lexicon.model": enLexicon,
		"en/syntax-tags.model":    enTags,
		"en/syntax-tree.model":    enTree,
		"fr/names.model":          frNames,
		"fr/syntax-lexicon.model": frLexicon,
		"fr/syntax-tags.model":    frTags,
		"fr/syntax-tags-2.model":  frTags2,
		"fr/syntax-tree.model":    frTree,
		"fr/syntax-tree-2.model":  frTree2,
		"mul/claims.list":         claimWeights,
		"mul/roles.list":          roleWeights,
		"mul/cities.model":        cities,
		"mul/langid.model":        langid,
	})
}
