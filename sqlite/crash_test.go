package sqlite_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"entente"
	"entente/desk"
	"entente/ledger"
	"entente/sqlite"
)

// TestMain lets the tests run this binary as another program that receives
// documents: its arguments are the register and a word that makes its
// documents its own.
func TestMain(m *testing.M) {
	if os.Getenv("ENTENTE_TEST_CLERK") != "" {
		os.Exit(clerk(os.Args[1], os.Args[2]))
	}
	os.Exit(m.Run())
}

// clerk receives documents without end and says each that is acknowledged.
func clerk(path, word string) int {
	store, err := sqlite.Open(context.Background(), sqlite.Config{Path: path, Create: true})
	if err != nil {
		fmt.Println("fault", err)
		return 1
	}
	defer store.Close()
	r, err := desk.NewRegister(desk.RegisterConfig{Store: store, Reader: plain{}})
	if err != nil {
		fmt.Println("fault", err)
		return 1
	}
	if word == "rebuild" {
		return rebuild(r)
	}
	n := 20
	if strings.HasPrefix(word, "endless") {
		n = 1 << 16
	}
	sources := make([]desk.Source, n)
	for i := range sources {
		sources[i] = desk.Source{Name: "letter.txt", Open: func() (io.ReadCloser, error) {
			return io.NopCloser(strings.NewReader(fmt.Sprintf("%s %d: the Embassy promises a school", word, i))), nil
		}}
	}
	fmt.Println("ready")
	err = r.Receive(context.Background(), desk.Receiving{By: "clerk"}, sources, func(receipt desk.Receipt) {
		if receipt.Err != nil {
			fmt.Println("fault", receipt.Err)
		}
		if !receipt.Known {
			fmt.Println("received", receipt.ID)
		}
	})
	if err != nil {
		fmt.Println("fault", err)
		return 1
	}
	return 0
}

// plain reads every text as one promise.
type plain struct{}

func (plain) Read(name string, from io.Reader, _ string) (entente.Document, entente.Reading, error) {
	data, err := io.ReadAll(from)
	doc := entente.Document{ID: ledger.DocumentID(data), Name: name, Language: "en", Bytes: len(data), Text: string(data),
		TextSHA256: ledger.SHA256(data), Pages: []entente.Span{{Start: 0, End: len(data)}}}
	return doc, plain{}.Reading(&doc), err
}

func (plain) Reading(doc *entente.Document) entente.Reading {
	all := entente.At(doc.Text, entente.Span{Start: 0, End: len(doc.Text)})
	return entente.Reading{Claims: []entente.Claim{{Anchor: all, ID: "s1", Kind: entente.Undertaking, Force: entente.Promised, About: "e1"}}}
}

func runClerk(t *testing.T, path, word string) (*exec.Cmd, io.Reader) {
	t.Helper()
	cmd := exec.Command(os.Args[0], path, word)
	cmd.Env = append(os.Environ(), "ENTENTE_TEST_CLERK=1")
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, out
}

// acknowledged collects the ids that a clerk says it received, once it says
// that it is ready.
func acknowledged(t *testing.T, out io.Reader, ready func(), said func(id string)) {
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		what, id, ok := strings.Cut(lines.Text(), " ")
		switch {
		case what == "ready":
			ready()
		case what == "fault":
			t.Error(lines.Text())
		case what == "received" && ok && len(id) == len("sha256:")+64: // the last line may be cut off
			said(id)
		}
	}
}

// check holds a register to: every acknowledged document is there, once, the
// ledger is sound and its register numbers have no gap (which Verify checks),
// and the views are what the ledger gives.
func check(t *testing.T, path string, acked map[string]bool) int {
	t.Helper()
	store := open(t, path)
	r, err := desk.NewRegister(desk.RegisterConfig{Store: store})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Verify(context.Background(), ""); err != nil {
		t.Fatal(err)
	}
	rebuilt, err := r.Rebuild(context.Background())
	if err != nil || !rebuilt.Same {
		t.Fatalf("Rebuild = %+v, %v", rebuilt, err)
	}
	a, err := r.Ask(context.Background(), "documents", entente.Relation{})
	if err != nil {
		t.Fatal(err)
	}
	there := map[string]int{}
	for _, d := range a.Documents {
		there[string(d.ID)]++
		if d.Claims != 1 {
			t.Errorf("document %s was entered without its reading", d.ID)
		}
	}
	for id := range acked {
		if there[id] != 1 {
			t.Errorf("document %s was acknowledged and stands %d times", id, there[id])
		}
	}
	return len(a.Documents)
}

// TestKill kills a program that receives, a hundred times at any moment.
func TestKill(t *testing.T) {
	rounds := 100
	if testing.Short() {
		rounds = 10
	}
	path := filepath.Join(t.TempDir(), "r.db")
	acked := map[string]bool{}
	chance := rand.New(rand.NewSource(1)) // the moments; where they fall in the work no seed can say
	for round := range rounds {
		// Every third round starts over with the documents of the one before.
		cmd, out := runClerk(t, path, fmt.Sprint("endless", round-round%3/2))
		moment := time.Duration(chance.Intn(120)) * time.Millisecond
		kill := func() *time.Timer { return time.AfterFunc(moment, func() { cmd.Process.Kill() }) }
		if round%4 == 0 {
			kill() // while it starts, too
		}
		acknowledged(t, out, func() { kill() }, func(id string) {
			if acked[id] {
				t.Errorf("document %s was received twice", id)
			}
			acked[id] = true
		})
		cmd.Wait()
	}
	n := check(t, path, acked)
	t.Logf("%d acknowledged, %d entered in %d rounds", len(acked), n, rounds)
	if len(acked) == 0 {
		t.Error("nothing was acknowledged before the kills; the test proves nothing")
	}
}

// TestManyPrograms opens a new register from several programs at once, all of
// which receive, while another reads.
func TestManyPrograms(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.db")
	const programs = 4
	acked := map[string]bool{}
	var mu sync.Mutex
	var wg sync.WaitGroup
	for i := range programs {
		cmd, out := runClerk(t, path, fmt.Sprint("clerk", i))
		wg.Go(func() {
			acknowledged(t, out, func() {}, func(id string) {
				mu.Lock()
				defer mu.Unlock()
				acked[id] = true
			})
			if err := cmd.Wait(); err != nil {
				t.Error(err)
			}
		})
	}
	store := open(t, path)
	done := make(chan struct{})
	go func() { wg.Wait(); close(done) }()
	for reads := 0; ; reads++ {
		start := time.Now()
		r, err := desk.NewRegister(desk.RegisterConfig{Store: store})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := r.Verify(context.Background(), ""); err != nil {
			t.Fatal(err)
		}
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("a reader waited %v", took)
		}
		select {
		case <-done:
			if len(acked) != programs*20 {
				t.Errorf("%d documents acknowledged, want %d", len(acked), programs*20)
			}
			if n := check(t, path, acked); n != programs*20 {
				t.Errorf("%d documents stand, want %d", n, programs*20)
			}
			return
		default:
		}
	}
}
