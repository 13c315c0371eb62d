package mentions

// phrases says what phrases are, by the hashes of their words: an open hash
// table, in a quarter of the room that maps take for the forty thousand names
// of towns.
type phrases struct {
	hashes  []uint64 // by place; 0 is a free one, for no words have that hash
	entry   []int32  // by place: which of entries, 0 for a word that only begins phrases
	longest []uint8  // by place: the words of the longest phrase that the word begins, 0 for none
	used    int

	entries []entry // what phrases are; few differ
	numbers map[entry]int32
}

// newPhrases returns a table with room for so many phrases, and more as they
// come.
func newPhrases(room int) *phrases {
	size := 64
	for 2*size < 3*room {
		size *= 2
	}
	return &phrases{
		hashes: make([]uint64, size), entry: make([]int32, size), longest: make([]uint8, size),
		entries: make([]entry, 1), numbers: map[entry]int32{},
	}
}

// place returns where hash stands, or the free place where it would.
func (t *phrases) place(hash uint64) int {
	mask := uint64(len(t.hashes) - 1)
	at := hash * 0x9e3779b97f4a7c15 >> 32 & mask
	for t.hashes[at] != 0 && t.hashes[at] != hash {
		at = (at + 1) & mask
	}
	return int(at)
}

// of returns what the phrase of a hash is; of no class if it is none.
func (t *phrases) of(hash uint64) entry { return t.entries[t.entry[t.place(hash)]] }

// first returns what the word of a hash is by itself, and how many words the
// longest phrase has that it begins.
func (t *phrases) first(hash uint64) (entry, int) {
	at := t.place(hash)
	return t.entries[t.entry[at]], int(t.longest[at])
}

// set says what the phrase of a hash is.
func (t *phrases) set(hash uint64, e entry) {
	n, ok := t.numbers[e]
	if !ok {
		n = int32(len(t.entries))
		t.numbers[e] = n
		t.entries = append(t.entries, e)
	}
	t.entry[t.make(hash)] = n
}

// begin notes that a phrase of so many words begins with the word of a hash.
func (t *phrases) begin(hash uint64, words int) {
	at := t.make(hash)
	t.longest[at] = max(t.longest[at], uint8(min(words, 255)))
}

// make returns where hash stands from now on.
func (t *phrases) make(hash uint64) int {
	at := t.place(hash)
	if t.hashes[at] == hash {
		return at
	}
	if 3*t.used >= 2*len(t.hashes) { // two thirds full
		old := *t
		*t = *newPhrases(len(old.hashes))
		t.used, t.entries, t.numbers = old.used, old.entries, old.numbers
		for i, h := range old.hashes {
			if h != 0 {
				at := t.place(h)
				t.hashes[at], t.entry[at], t.longest[at] = h, old.entry[i], old.longest[i]
			}
		}
		at = t.place(hash)
	}
	t.hashes[at] = hash
	t.used++
	return at
}

// done forgets what only set needs.
func (t *phrases) done() { t.numbers = nil }
