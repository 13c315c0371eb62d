package ledger

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"strings"

	"golang.org/x/mod/sumdb/tlog"

	"entente"
)

// A Head names one state of a ledger: how many entries, and the root of the
// Merkle tree over them. Who writes it down can later prove that the ledger
// still holds exactly those entries.
type Head struct {
	Size entente.Seq
	Hash string // hexadecimal
}

// String returns "12:9f86…".
func (h Head) String() string { return fmt.Sprintf("%d:%s", h.Size, h.Hash) }

// HeadAt returns the head of a ledger after size entries, as its stored
// hashes say. It does not look at the entries; Verify does.
func HeadAt(r Reader, size entente.Seq) (Head, error) {
	hash, err := tlog.TreeHash(int64(size), hashReader(r))
	if err != nil {
		return Head{}, err
	}
	return Head{size, hex.EncodeToString(hash[:])}, nil
}

// A Report is what Verify looked at.
type Report struct {
	Head    Head
	Entries int
	Texts   int
	Anchors int // of claims, their values, mentions, remarks and envelopes
}

// Verify reads the whole ledger and checks that every entry stands in its
// place under the hash of its bytes, that ids are those of the content, that
// the register numbers follow each other, that every kept text has its hash,
// and that every anchor is exactly the words of its text. What is wrong first
// comes back as an entente.ErrCorrupt that names the entry.
func Verify(r Reader) (Report, error) {
	var report Report
	v := verifier{r: r, numbers: map[entente.Number]int{}, texts: map[string]bool{}}
	for record, err := range r.Records(0) {
		if err != nil {
			return report, err
		}
		if record.Seq != entente.Seq(report.Entries)+1 {
			return report, corrupt(entente.Seq(report.Entries)+1, "it is missing")
		}
		if err := v.record(record); err != nil {
			return report, err
		}
		report.Entries++
	}
	last, err := r.Last()
	if err != nil {
		return report, err
	}
	report.Head, err = HeadAt(r, last)
	if err != nil {
		return report, err
	}
	if got := v.tree.root(); report.Entries > 0 && got != report.Head.Hash {
		return report, fmt.Errorf("the root over the entries is %s, the stored one %s: %w", got, report.Head.Hash, entente.ErrCorrupt)
	}
	report.Texts, report.Anchors = len(v.texts), v.anchors
	return report, nil
}

type verifier struct {
	r       Reader
	tree    tree
	numbers map[entente.Number]int // the last number of each direction and year
	texts   map[string]bool        // those whose hash was checked
	anchors int
}

func (v *verifier) record(record Record) error {
	if want := v.tree.add(tlog.RecordHash(record.Data)); !bytes.Equal(want, record.Hashes) {
		return corrupt(record.Seq, "its hashes do not chain")
	}
	entry, err := EntryOf(record)
	if err != nil {
		return err
	}
	if id, err := entryID(entry); err != nil || id != entry.ID || id != record.ID || entry.Seq != record.Seq {
		return corrupt(record.Seq, "its id is not that of its content")
	}
	if err := v.body(entry.Body); err != nil {
		return corrupt(record.Seq, err.Error())
	}
	return nil
}

func (v *verifier) body(body entente.Body) error {
	switch b := body.(type) {
	case entente.Received:
		of := entente.Number{Direction: b.Number.Direction, Year: b.Number.Year}
		if v.numbers[of]++; v.numbers[of] != b.Number.N {
			return fmt.Errorf("register number %s stands where %d was due", b.Number, v.numbers[of])
		}
		_, err := v.text(strings.TrimPrefix(string(b.Document.ID), "sha256:"))
		return err
	case entente.Read:
		text, err := v.text(b.Document.TextSHA256)
		if err != nil {
			return err
		}
		v.anchors += anchors(b.Reading)
		return CheckReading(text, b.Reading)
	case entente.Marked:
		text, err := v.text(b.TextSHA256)
		if err == nil && !b.Passage.Checks(text) {
			err = wrongAnchor("mark", b.Passage)
		}
		v.anchors++
		return err
	case entente.Judgement:
		if b.Claim == nil {
			return nil
		}
		text, err := v.text(b.TextSHA256)
		if err != nil {
			return err
		}
		v.anchors++
		return CheckClaim(text, *b.Claim)
	case entente.Claimed:
		text, err := v.text(b.TextSHA256)
		if err != nil {
			return err
		}
		v.anchors++
		return CheckClaim(text, b.Claim)
	}
	return nil
}

func (v *verifier) text(sha string) (string, error) {
	data, err := v.r.Blob(sha)
	if err != nil {
		return "", fmt.Errorf("text %s: %w", sha, err)
	}
	if !v.texts[sha] && SHA256(data) != sha {
		return "", fmt.Errorf("text %s has another hash", sha)
	}
	v.texts[sha] = true
	return string(data), nil
}

func anchors(r entente.Reading) int {
	n := len(r.Claims) + len(r.Mentions)
	count := func(a entente.Anchor) {
		if a != (entente.Anchor{}) {
			n++
		}
	}
	for _, c := range r.Claims {
		for _, values := range c.Fields {
			for _, v := range values {
				count(v.Anchor)
			}
		}
	}
	for _, m := range r.Remarks {
		count(m.Anchor)
	}
	eachValue(r, func(v entente.Value) { count(v.Anchor) })
	return n
}

// A tree is the right edge of a Merkle tree: the roots of the full subtrees
// that are not yet joined, largest first. It makes every hash again in memory
// that grows with the logarithm of the ledger.
type tree struct {
	size  int64
	roots []tlog.Hash
}

// add puts a leaf and returns the hashes that it completes, leaf first.
func (t *tree) add(leaf tlog.Hash) []byte {
	hash := leaf
	done := append([]byte(nil), hash[:]...)
	for n := t.size; n&1 == 1; n >>= 1 {
		last := len(t.roots) - 1
		hash = tlog.NodeHash(t.roots[last], hash)
		t.roots = t.roots[:last]
		done = append(done, hash[:]...)
	}
	t.roots = append(t.roots, hash)
	t.size++
	return done
}

func (t *tree) root() string {
	if len(t.roots) == 0 {
		return ""
	}
	hash := t.roots[len(t.roots)-1]
	for i := len(t.roots) - 2; i >= 0; i-- {
		hash = tlog.NodeHash(t.roots[i], hash)
	}
	return hex.EncodeToString(hash[:])
}

func corrupt(seq entente.Seq, text string) error {
	return fmt.Errorf("entry %d: %s: %w", seq, text, entente.ErrCorrupt)
}
