// Package lang loads language packs. A pack is a folder of data named by its
// BCP 47 tag; everything that the reader knows of a language stands there,
// and a new language needs no Go code. The pack "mul" holds what all
// languages share, such as names of cities.
//
// A pack has three kinds of file:
//
//	*.list    word lists, several to a file, each under a [name]
//	*.rules   rules, each with sentences that it must and must not match
//	*.model   weights that cmd/train made, beside a NOTICE with their source
//
// lang reads the files and holds them to schema.go; what a list or a rule
// means is the business of the stage that asks for it.
package lang

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"
	"sync"
)

// Packs is a set of language packs. It does not change once opened and may
// be used by many at once.
type Packs struct {
	byTag map[string]*Pack
	tags  []string
}

// A Pack is all that is known of one language.
type Pack struct {
	Tag string // BCP 47: "fr"; "mul" for what all share

	files  []file // by name
	hash   func() string
	lists  map[string]*section
	rules  map[string][]Rule
	models map[string]string
	made   sync.Map // see Made
}

// A file is one of a pack, as it was read.
type file struct{ name, text string }

// Open reads every pack in fsys, one folder each. A fault is an
// *entente.InputError that names the file and the line.
func Open(fsys fs.FS) (*Packs, error) { return open(fsys, nil) }

// open is Open where the files of inPlace, by name, are already in memory.
func open(fsys fs.FS, inPlace map[string]string) (*Packs, error) {
	folders, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, fmt.Errorf("open packs: %w", err)
	}
	ps := &Packs{byTag: map[string]*Pack{}}
	for _, folder := range folders {
		if !folder.IsDir() {
			continue
		}
		p, err := openPack(fsys, folder.Name(), inPlace)
		if err != nil {
			return nil, err
		}
		ps.byTag[p.Tag] = p
		ps.tags = append(ps.tags, p.Tag)
	}
	sort.Strings(ps.tags)
	return ps, nil
}

func openPack(fsys fs.FS, tag string, inPlace map[string]string) (*Pack, error) {
	p := &Pack{Tag: tag, lists: map[string]*section{}, rules: map[string][]Rule{}, models: map[string]string{}}
	p.hash = sync.OnceValue(p.sum)
	files, err := fs.ReadDir(fsys, tag)
	if err != nil {
		return nil, fmt.Errorf("open pack %s: %w", tag, err)
	}
	for _, f := range files { // ReadDir sorts by name, so the hash is stable
		name, full := f.Name(), path.Join(tag, f.Name())
		text, ok := inPlace[full]
		if !ok {
			data, err := fs.ReadFile(fsys, full)
			if err != nil {
				return nil, fmt.Errorf("open pack %s: %w", tag, err)
			}
			text = string(data)
		}
		p.files = append(p.files, file{name, text})
		base := strings.TrimSuffix(name, path.Ext(name))
		switch path.Ext(name) {
		case ".list":
			err = p.addLists(full, text)
		case ".rules":
			err = p.addRules(full, base, text)
		case ".model":
			p.models[base] = text
		case ".md", "": // notices
		default:
			err = fault(full, 0, "unknown kind of file; expected .list, .rules, .model or .md")
		}
		if err != nil {
			return nil, err
		}
	}
	return p, nil
}

// Hash returns the hexadecimal SHA-256 over all files of the pack: it names
// what read a claim. It is summed up when first asked for, since that takes a
// look at every byte of models of which one letter needs little.
func (p *Pack) Hash() string { return p.hash() }

func (p *Pack) sum() string {
	hash, chunk := sha256.New(), make([]byte, 32<<10)
	for _, f := range p.files {
		fmt.Fprintf(hash, "%d:%s%d:", len(f.name), f.name, len(f.text))
		for text := f.text; text != ""; {
			n := copy(chunk, text)
			hash.Write(chunk[:n])
			text = text[n:]
		}
	}
	return hex.EncodeToString(hash.Sum(nil))
}

// Tags returns the tags of all packs, sorted.
func (ps *Packs) Tags() []string { return ps.tags }

// Languages returns the tags of the packs that are languages: all but "mul".
func (ps *Packs) Languages() []string {
	var tags []string
	for _, t := range ps.tags {
		if t != "mul" {
			tags = append(tags, t)
		}
	}
	return tags
}

// Pack returns the pack of a tag, or nil if there is none.
func (ps *Packs) Pack(tag string) *Pack { return ps.byTag[tag] }

// List returns the list of that name, which is empty if the pack has none. It
// is cut out of its file each time.
func (p *Pack) List(name string) *List {
	if p != nil {
		if s := p.lists[name]; s != nil {
			return s.list(name)
		}
	}
	return &List{Name: name}
}

// Rules returns the rules of the file name.rules, in its order.
func (p *Pack) Rules(name string) []Rule {
	if p == nil {
		return nil
	}
	return p.rules[name]
}

// Model returns the bytes of the file name.model, or "". They are a string
// because those that the program carries are read where they lie in it.
func (p *Pack) Model(name string) string {
	if p == nil {
		return ""
	}
	return p.models[name]
}

// Made returns what build makes of p, such as the compiled form of its
// lists, and keeps it under key, which is of a type of the caller's own, so
// that it is made once a pack. Build must be pure: two who ask at once may
// both run it. A nil pack keeps nothing.
func (p *Pack) Made(key any, build func(*Pack) any) any {
	if p == nil {
		return build(nil)
	}
	if v, ok := p.made.Load(key); ok {
		return v
	}
	v, _ := p.made.LoadOrStore(key, build(p))
	return v
}
