package syntax

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"entente/internal/linear"
)

// An Entry is one reading of one form, as a lexicon is built of them.
type Entry struct {
	Form, Lemma string // lower case
	POS, Feats  string
}

// BuildLexicon returns the bytes of a lexicon model. Of entries that differ
// in their lemma alone the first counts. Telling says that the tagger should
// heed what a form may be.
func BuildLexicon(entries []Entry, telling bool) ([]byte, error) {
	analyses, rules := newIndex(), newIndex()
	forms := map[string][]uint32{} // readings: analysis << 16 | rule
	ends := map[string]map[int]int{}
	for _, e := range entries {
		if e.Form == "" || e.Lemma == "" || len(e.Form) > 50 || strings.ContainsAny(e.Form+e.Lemma, " \n") {
			continue
		}
		a, r := analyses.of(e.POS+" "+e.Feats), rules.of(lemmaRule(e.Form, e.Lemma))
		known := slices.ContainsFunc(forms[e.Form], func(x uint32) bool { return int(x>>16) == a })
		if !known && len(forms[e.Form]) < 255 {
			forms[e.Form] = append(forms[e.Form], uint32(a)<<16|uint32(r))
		}
		if e.POS == "PROPN" || e.POS == "NUM" {
			continue
		}
		for i := max(0, len(e.Form)-7); i < len(e.Form); i++ {
			if utf8.RuneStart(e.Form[i]) {
				key := e.Form[i:] + " " + e.POS
				if ends[key] == nil {
					ends[key] = map[int]int{}
				}
				ends[key][r]++
			}
		}
	}

	sets, lists := newIndex(), [][]uint32{}
	var formEntries, endEntries []entry
	for form, list := range forms {
		slices.Sort(list)
		formEntries = append(formEntries, entry{hash: linear.Mix(0, linear.Hash(form)), key: form})
	}
	slices.SortFunc(formEntries, entry.compare)
	for i := range formEntries {
		list := forms[formEntries[i].key]
		n := sets.of(fmt.Sprint(list))
		if n == len(lists) {
			lists = append(lists, list)
		}
		formEntries[i].value = n
	}
	for key, counts := range ends {
		suffix, pos, _ := strings.Cut(key, " ")
		best, times, total := mostFrequent(counts)
		if total < 3 || times*4 < total*3 && utf8.RuneCountInString(suffix) > 2 {
			continue
		}
		if shorter, ok := ends[suffix[firstRune(suffix):]+" "+pos]; ok {
			if same, n, m := mostFrequent(shorter); same == best && n*4 >= m*3 {
				continue // the shorter end says it already
			}
		}
		endEntries = append(endEntries, entry{linear.Mix(1, linear.Hash(suffix), linear.Hash(pos)), key, best})
	}
	slices.SortFunc(endEntries, entry.compare)
	if len(sets.names) > 1<<16 || len(rules.names) > 1<<16 {
		return nil, fmt.Errorf("build lexicon: %d sets and %d rules are more than 65536", len(sets.names), len(rules.names))
	}

	var setBytes, starts []byte
	for _, list := range lists {
		starts = binary.LittleEndian.AppendUint32(starts, uint32(len(setBytes)))
		setBytes = append(setBytes, byte(len(list)))
		for _, x := range list {
			setBytes = binary.LittleEndian.AppendUint16(setBytes, uint16(x>>16))
			setBytes = binary.LittleEndian.AppendUint16(setBytes, uint16(x))
		}
	}
	formOffsets, formTable := tableOf(formEntries)
	endOffsets, endTable := tableOf(endEntries)
	tells := []byte{}
	if telling {
		tells = append(tells, 1)
	}
	out := []byte(lexiconMagic)
	for _, block := range [][]byte{
		[]byte(strings.Join(analyses.names, "\n")), []byte(strings.Join(rules.names, "\n")),
		setBytes, starts, formOffsets, formTable, endOffsets, endTable, tells,
	} {
		out = binary.LittleEndian.AppendUint32(out, uint32(len(block)))
		out = append(out, block...)
	}
	return out, nil
}

// lemmaRule returns the rule that makes lemma of form.
func lemmaRule(form, lemma string) string {
	n := 0
	for n < len(form) && n < len(lemma) && form[n] == lemma[n] {
		n++
	}
	for n > 0 && n < len(form) && !utf8.RuneStart(form[n]) || n > 0 && n < len(lemma) && !utf8.RuneStart(lemma[n]) {
		n--
	}
	return string(rune('A'+len(form)-n)) + lemma[n:]
}

func firstRune(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}

func mostFrequent(counts map[int]int) (best, times, total int) {
	best = -1
	for r, n := range counts {
		total += n
		if n > times || n == times && r < best {
			best, times = r, n
		}
	}
	return best, times, total
}

// An index numbers names in the order of their first use.
type index struct {
	numbers map[string]int
	names   []string
}

func newIndex() *index { return &index{numbers: map[string]int{}} }

func (x *index) of(name string) int {
	n, ok := x.numbers[name]
	if !ok {
		n = len(x.names)
		x.numbers[name] = n
		x.names = append(x.names, name)
	}
	return n
}

// An entry is one of a table to be made.
type entry struct {
	hash  uint64
	key   string
	value int
}

func (e entry) compare(f entry) int {
	return cmp.Or(cmp.Compare(e.hash, f.hash), strings.Compare(e.key, f.key))
}

// tableOf returns the offsets and entries of a table, of entries in order.
func tableOf(entries []entry) (offsets, out []byte) {
	size := max(bits.Len(uint(len(entries)/4)), 1)
	bucket := uint64(0)
	offsets = binary.LittleEndian.AppendUint32(offsets, 0)
	for _, e := range entries {
		for ; e.hash>>(64-size) > bucket; bucket++ {
			offsets = binary.LittleEndian.AppendUint32(offsets, uint32(len(out)))
		}
		out = binary.LittleEndian.AppendUint16(out, uint16(e.hash))
		out = binary.LittleEndian.AppendUint16(out, uint16(e.value))
	}
	for ; bucket < 1<<size; bucket++ {
		offsets = binary.LittleEndian.AppendUint32(offsets, uint32(len(out)))
	}
	return offsets, out
}
