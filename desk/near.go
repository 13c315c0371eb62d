package desk

import (
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"strconv"

	"entente"
	"entente/identity"
	"entente/projection"
)

// The rows of the index by which claims on one thing find each other. They
// are a view like any other: made from the ledger, and thrown away with it.
// A sketch is named by a number, so that what stands under a key is short.
const (
	near       = "near/"
	nearAt     = "near/at"      // the last entry that is in the index
	nearRule   = "near/rule"    // the last entry by rule when the views were made again
	nearNext   = "near/next"    // the number of the next sketch
	nearKey    = "near/key/"    // + a key of identity: the sketches that have it
	nearSketch = "near/sketch/" // + the number of a sketch
	nearOf     = "near/of/"     // + a document: the numbers of its sketches
)

// The bounds of what is compared, so that a document costs as much in a large
// register as in a small one. What is joined stands under a key by some of
// its parts: what speaks of the thing again and is like none of these is
// seldom like the others. And a word that so many things of one relation
// share tells none of them from another.
const (
	parts = 16
	crowd = 1024
)

// A placed says that a sketch stands under a key, and of which matter it
// was then.
type placed struct {
	sketch int
	matter int // a hash of its id
}

func matterTag(id entente.ClaimID) int {
	h := fnv.New32a()
	h.Write([]byte(id[:min(16, len(id))])) // a hash never fails to write
	return int(h.Sum32())
}

func bucketRow(c *projection.Coder, all *[]placed) {
	projection.List(c, all, func(c *projection.Coder, s *placed) {
		projection.Number(c, &s.sketch)
		projection.Number(c, &s.matter)
	})
}

func numbersRow(c *projection.Coder, all *[]int) { projection.List(c, all, projection.Number) }

func sketchRow(c *projection.Coder, s *identity.Sketch) {
	projection.ID(c, &s.ID)
	projection.ID(c, &s.Document)
	projection.List(c, &s.Relations, func(c *projection.Coder, r *entente.Relation) {
		projection.Text(c, &r.A)
		projection.Text(c, &r.B)
	})
	projection.Text(c, &s.Kind)
	projection.Text(c, &s.Dated)
	projection.Text(c, &s.Form)
	c.Flag(&s.Moved)
	for _, set := range []*map[string]bool{&s.Concepts, &s.Domains, &s.States, &s.Numbers, &s.Modes} {
		projection.Map(c, set, projection.Text, (*projection.Coder).Flag)
	}
	for _, list := range []*[]string{&s.Orgs, &s.Places, &s.Dates, &s.Earlier, &s.Movers, &s.Hosts} {
		projection.List(c, list, projection.Text)
	}
}

// An index is the rows in one transaction: they are read once, changed in
// memory and written by flush.
type index struct {
	tx       Tx
	next     int // the number of the next sketch; 0: not read yet
	sketches map[int]*identity.Sketch
	buckets  map[string][]placed
	changed  map[string]bool // buckets to be written
}

func newIndex(tx Tx) *index {
	return &index{tx: tx, sketches: map[int]*identity.Sketch{}, buckets: map[string][]placed{}, changed: map[string]bool{}}
}

// flush writes what changed and forgets everything.
func (x *index) flush() error {
	for _, key := range slices.Sorted(maps.Keys(x.changed)) {
		bucket := x.buckets[key]
		var value []byte
		if len(bucket) > 0 {
			value = projection.Encode(&bucket, bucketRow)
		}
		if err := x.tx.Set(nearKey+key, value); err != nil {
			return err
		}
	}
	if x.next > 0 {
		if err := x.tx.Set(nearNext, strconv.AppendInt(nil, int64(x.next), 10)); err != nil {
			return err
		}
	}
	clear(x.sketches)
	clear(x.buckets)
	clear(x.changed)
	return nil
}

// bucket returns what stands under a key.
func (x *index) bucket(key string) ([]placed, error) {
	if bucket, ok := x.buckets[key]; ok {
		return bucket, nil
	}
	var bucket []placed
	err := x.load(nearKey+key, func(data []byte) error { return projection.Decode(data, &bucket, bucketRow) })
	if err == nil {
		x.buckets[key] = bucket
	}
	return bucket, err
}

// sketch returns a sketch by its number, nil if it is gone.
func (x *index) sketch(n int) (*identity.Sketch, error) {
	if s, ok := x.sketches[n]; ok {
		return s, nil
	}
	var s *identity.Sketch
	err := x.load(nearSketch+strconv.Itoa(n), func(data []byte) error {
		s = new(identity.Sketch)
		return projection.Decode(data, s, sketchRow)
	})
	if err == nil {
		x.sketches[n] = s
	}
	return s, err
}

// readAhead reads sketches together.
func (x *index) readAhead(numbers []int) error {
	var keys []string
	var of []int
	for _, n := range numbers {
		if _, known := x.sketches[n]; !known {
			keys, of = append(keys, nearSketch+strconv.Itoa(n)), append(of, n)
		}
	}
	if len(keys) == 0 {
		return nil
	}
	rows, err := x.tx.Rows(keys)
	if err != nil {
		return err
	}
	for i, key := range keys {
		data, there := rows[key]
		if !there {
			x.sketches[of[i]] = nil
			continue
		}
		s := new(identity.Sketch)
		if err := projection.Decode(data, s, sketchRow); err != nil {
			return corruptRow(key, err)
		}
		x.sketches[of[i]] = s
	}
	return nil
}

// load reads a row if it is there.
func (x *index) load(key string, decode func([]byte) error) error {
	data, err := x.tx.Get(key)
	if data == nil || err != nil {
		return err
	}
	if err := decode(data); err != nil {
		return corruptRow(key, err)
	}
	return nil
}

func corruptRow(key string, err error) error {
	return fmt.Errorf("view %s: %v: %w; entente rebuild makes the views again", key, err, entente.ErrCorrupt)
}

// add gives a sketch a number.
func (x *index) add(s *identity.Sketch) (int, error) {
	if x.next == 0 {
		data, err := x.tx.Get(nearNext)
		if err != nil {
			return 0, err
		}
		x.next, _ = strconv.Atoi(string(data)) // none before the first
		x.next = max(x.next, 1)
	}
	n := x.next
	x.next++
	x.sketches[n] = s
	return n, x.tx.Set(nearSketch+strconv.Itoa(n), projection.Encode(s, sketchRow))
}

// put puts a sketch under a key, unless enough of its matter stand there.
func (x *index) put(key string, s placed) error {
	bucket, err := x.bucket(key)
	if err != nil || len(bucket) >= crowd {
		return err
	}
	there := 0
	for _, other := range bucket {
		if other.matter == s.matter {
			there++
		}
	}
	if there < parts {
		x.buckets[key] = append(bucket, s)
		x.changed[key] = true
	}
	return nil
}

// numbersOf returns the numbers of the sketches of a document.
func (x *index) numbersOf(id entente.DocumentID) (numbers []int, err error) {
	err = x.load(nearOf+projection.Hex(id), func(data []byte) error { return projection.Decode(data, &numbers, numbersRow) })
	return numbers, err
}

// drop takes the sketches of a document out of the index, by the keys that
// they have. Other packs may give others; what is left behind finds no sketch.
func (x *index) drop(doc *Document, keys func(*identity.Sketch) []string) error {
	numbers, err := x.numbersOf(doc.ID)
	if err != nil {
		return err
	}
	for _, number := range numbers {
		s, err := x.sketch(number)
		if err != nil {
			return err
		}
		if s == nil {
			continue
		}
		for _, k := range keys(s) {
			bucket, err := x.bucket(k)
			if err != nil {
				return err
			}
			x.buckets[k] = slices.DeleteFunc(bucket, func(s placed) bool { return s.sketch == number })
			x.changed[k] = true
		}
		x.sketches[number] = nil
		if err := x.tx.Set(nearSketch+strconv.Itoa(number), nil); err != nil {
			return err
		}
	}
	return nil
}
