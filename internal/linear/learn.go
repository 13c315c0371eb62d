package linear

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"math"
	"math/bits"
	"slices"
	"strings"
)

// A Learner is an averaged perceptron. Learning the same examples in the same
// order makes the same model, byte for byte.
type Learner struct {
	Classes []string

	now   int64 // examples seen
	index table
	rows  []row
	cells []cell // of all rows, so that the collector has nothing to follow
}

// A row is the weights of one feature.
type row struct {
	feature uint64
	updates int32
	first   int32 // index of its first cell
}

// A cell is a weight, its sum over all examples until it last changed, and
// when that was.
type cell struct {
	class  uint8
	next   int32 // index of the row's next cell, or -1
	weight int32
	sum    int64
	since  int64
}

// NewLearner returns a learner of at most 256 classes.
func NewLearner(classes []string) *Learner {
	if len(classes) > 256 {
		panic("linear: more than 256 classes")
	}
	return &Learner{Classes: classes}
}

// Score adds the weights of features to scores, which has an element a class.
func (l *Learner) Score(scores []int32, features []uint64) {
	for _, f := range features {
		if r := l.index.find(f, l.rows); r >= 0 {
			for c := l.rows[r].first; c >= 0; c = l.cells[c].next {
				scores[l.cells[c].class] += l.cells[c].weight
			}
		}
	}
}

// Learn takes note of one example: of class truth, taken for guess.
func (l *Learner) Learn(features []uint64, truth, guess int) {
	l.now++
	if truth == guess {
		return
	}
	for _, f := range features {
		r := l.index.find(f, l.rows)
		if r < 0 {
			r = int32(len(l.rows))
			l.rows = append(l.rows, row{feature: f, first: -1})
			l.index.add(f, l.rows)
		}
		l.rows[r].updates++
		l.add(r, truth, 1)
		l.add(r, guess, -1)
	}
}

func (l *Learner) add(r int32, class int, by int32) {
	for i := l.rows[r].first; i >= 0; i = l.cells[i].next {
		if c := &l.cells[i]; int(c.class) == class {
			c.sum += int64(c.weight) * (l.now - c.since)
			c.weight, c.since = c.weight+by, l.now
			return
		}
	}
	l.cells = append(l.cells, cell{uint8(class), l.rows[r].first, by, 0, l.now})
	l.rows[r].first = int32(len(l.cells) - 1)
}

// Settle puts the weights of each feature side by side, which makes what
// follows faster and changes nothing else. Call it now and then.
func (l *Learner) Settle() {
	cells := make([]cell, 0, len(l.cells)+len(l.cells)/4)
	for i := range l.rows {
		at := l.rows[i].first
		l.rows[i].first = int32(len(cells))
		for ; at >= 0; at = l.cells[at].next {
			cells = append(cells, l.cells[at])
			cells[len(cells)-1].next = int32(len(cells))
		}
		cells[len(cells)-1].next = -1
	}
	l.cells = cells
}

// A table finds rows by feature: open addressing, at most half full. Half of
// the hash stands beside each row, so that most of what is not there is told
// without a look at the rows.
type table struct{ slots []slot }

type slot struct {
	sign uint32
	row  int32 // + 1; 0 is free
}

func (t *table) find(feature uint64, rows []row) int32 {
	if len(t.slots) == 0 {
		return -1
	}
	mask, sign := uint64(len(t.slots)-1), uint32(feature>>32)
	for i := feature & mask; ; i = (i + 1) & mask {
		switch s := t.slots[i]; {
		case s.row == 0:
			return -1
		case s.sign == sign && rows[s.row-1].feature == feature:
			return s.row - 1
		}
	}
}

// add enters the last of rows.
func (t *table) add(feature uint64, rows []row) {
	if 2*len(rows) > len(t.slots) {
		t.slots = make([]slot, max(2*len(t.slots), 1<<12))
		for i := range rows {
			t.put(rows[i].feature, int32(i+1))
		}
		return
	}
	t.put(feature, int32(len(rows)))
}

func (t *table) put(feature uint64, r int32) {
	mask := uint64(len(t.slots) - 1)
	i := feature & mask
	for t.slots[i].row != 0 {
		i = (i + 1) & mask
	}
	t.slots[i] = slot{uint32(feature >> 32), r}
}

// Model returns the bytes of the model: the averages of all weights, of the
// features that were updated at least so many times.
func (l *Learner) Model(updates int) []byte {
	var rows []row
	var all []float64
	for _, r := range l.rows {
		if int(r.updates) >= updates {
			rows = append(rows, r)
			for c := r.first; c >= 0; c = l.cells[c].next {
				all = append(all, math.Abs(l.average(l.cells[c])))
			}
		}
	}
	// By feature, and so by bucket, whatever their number.
	slices.SortFunc(rows, func(a, b row) int { return cmp.Compare(a.feature, b.feature) })
	slices.Sort(all)
	scale := 1.0
	if len(all) > 0 {
		scale = 127 / max(all[len(all)*9995/10000], 1e-9) // the few above are cut
	}

	var data []byte
	size := max(bits.Len(uint(len(rows)/4)), 1)
	offsets := make([]byte, 0, 4<<size+4)
	bucket := uint64(0)
	offsets = binary.LittleEndian.AppendUint32(offsets, 0)
	seen := map[uint16]bool{}
	for _, r := range rows {
		for r.feature>>(64-size) > bucket {
			bucket++
			offsets = binary.LittleEndian.AppendUint32(offsets, uint32(len(data)))
			clear(seen)
		}
		weights, sign := l.weights(r, scale), uint16(r.feature)
		if len(weights) == 0 || seen[sign] {
			continue
		}
		seen[sign] = true
		data = binary.LittleEndian.AppendUint16(data, sign)
		data = append(data, byte(len(weights)/2))
		data = append(data, weights...)
	}
	for bucket < 1<<size {
		bucket++
		offsets = binary.LittleEndian.AppendUint32(offsets, uint32(len(data)))
	}

	var out bytes.Buffer
	out.WriteString(magic)
	names := strings.Join(l.Classes, "\n")
	for _, n := range []int{len(names), size, len(data)} {
		binary.Write(&out, binary.LittleEndian, uint32(n))
	}
	out.WriteString(names)
	out.Write(offsets)
	out.Write(data)
	return out.Bytes()
}

func (l *Learner) average(c cell) float64 {
	return float64(c.sum+int64(c.weight)*(l.now-c.since)) / float64(max(l.now, 1))
}

// weights returns the classes of r and their rounded averages that are not
// nought, 255 at most.
func (l *Learner) weights(r row, scale float64) []byte {
	var cells []cell
	for c := r.first; c >= 0; c = l.cells[c].next {
		cells = append(cells, l.cells[c])
	}
	slices.SortFunc(cells, func(a, b cell) int { return cmp.Compare(a.class, b.class) })
	var out []byte
	for _, c := range cells {
		w := math.Round(min(max(l.average(c)*scale, -127), 127))
		if w != 0 && len(out) < 2*255 {
			out = append(out, c.class, byte(int8(w)))
		}
	}
	return out
}
