package desk_test

import (
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"entente"
	"entente/desk"
	"entente/examples"
	"entente/lang"
	"entente/sqlite"
)

// letters returns n letters of the dossier of examples, each a document of
// its own, and their length in bytes.
func letters(b *testing.B, n int) (sources []desk.Source, bytes int64) {
	b.Helper()
	dossier := examples.ArcadiaSylvania()
	names, err := fs.Glob(dossier, "*.txt")
	if err != nil {
		b.Fatal(err)
	}
	for i := range n {
		data, err := fs.ReadFile(dossier, names[i%len(names)])
		if err != nil {
			b.Fatal(err)
		}
		text := fmt.Sprintf("%s\n\n%d\n", data, i)
		bytes += int64(len(text))
		sources = append(sources, desk.Source{Name: names[i%len(names)], Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }})
	}
	return sources, bytes
}

func benchReader(b testing.TB) *desk.Reader {
	b.Helper()
	packs, err := lang.Embedded()
	if err != nil {
		b.Fatal(err)
	}
	r, err := desk.NewReader(packs)
	if err != nil {
		b.Fatal(err)
	}
	return r
}

// BenchmarkRead reads letters one after the other, as a measure for
// BenchmarkReceive, which is to reach half of it on one core.
func BenchmarkRead(b *testing.B) {
	r := benchReader(b)
	list, bytes := letters(b, 112)
	b.SetBytes(bytes)
	for b.Loop() {
		for _, s := range list {
			f, _ := s.Open()
			if _, _, err := r.Read(s.Name, f, ""); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkReceive enters the same letters in a new register.
func BenchmarkReceive(b *testing.B) {
	r := benchReader(b)
	list, bytes := letters(b, 112)
	folder, n := b.TempDir(), 0
	b.SetBytes(bytes)
	for b.Loop() {
		n++
		store, err := sqlite.Open(ctx, sqlite.Config{Path: filepath.Join(folder, fmt.Sprint(n, ".db")), Create: true})
		if err != nil {
			b.Fatal(err)
		}
		register, err := desk.NewRegister(desk.RegisterConfig{Store: store, Reader: r, Packs: r.Packs})
		if err != nil {
			b.Fatal(err)
		}
		err = register.Receive(ctx, desk.Receiving{By: "bench"}, list, func(receipt desk.Receipt) {
			if receipt.Err != nil {
				b.Error(receipt.Err)
			}
		})
		if err != nil {
			b.Fatal(err)
		}
		store.Close()
	}
}

// BenchmarkAsk asks for the undertakings of a register of 112 letters.
func BenchmarkAsk(b *testing.B) {
	r := benchReader(b)
	list, _ := letters(b, 112)
	register := open(b, mustOpen(b), r)
	if err := register.Receive(ctx, desk.Receiving{By: "bench"}, list, func(desk.Receipt) {}); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := register.Ask(ctx, "undertakings", entente.Relation{}); err != nil {
			b.Fatal(err)
		}
	}
}

func mustOpen(b *testing.B) *sqlite.Store {
	b.Helper()
	store, err := sqlite.Open(ctx, sqlite.Config{Path: filepath.Join(b.TempDir(), "r.db"), Create: true})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { store.Close() })
	return store
}
