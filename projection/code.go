package projection

import (
	"cmp"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"maps"
	"slices"
	"strings"

	"entente"
)

// Form is the number of the form in which rows are written. Views of another
// form are thrown away and made again from the ledger.
const Form = 7

// A Coder writes rows and reads them: each kind of row names its parts once,
// in order, and a Coder takes them out of the bytes or puts them in. Rows are
// read a hundred thousand at a time, so they are short and bare: lengths
// before words, numbers as varints, lists and maps with their count in front,
// the keys of maps sorted. Nothing and an empty list are one.
type Coder struct {
	out  []byte
	in   string
	read bool
	bad  bool
}

var errRow = errors.New("its bytes are no row of this form")

// Encode returns the bytes of a row that code names the parts of.
func Encode[T any](row *T, code func(*Coder, *T)) []byte {
	c := Coder{out: make([]byte, 0, 512)}
	code(&c, row)
	return c.out
}

// Decode fills a row from its bytes.
func Decode[T any](data []byte, row *T, code func(*Coder, *T)) error {
	c := Coder{in: string(data), read: true} // the words of the row are parts of this
	code(&c, row)
	if c.bad || c.in != "" {
		return errRow
	}
	return nil
}

func (c *Coder) number() uint64 {
	var n uint64
	for i := 0; i < len(c.in) && i < binary.MaxVarintLen64; i++ {
		b := c.in[i]
		n |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			c.in = c.in[i+1:]
			return n
		}
	}
	c.in, c.bad = "", true
	return 0
}

// Number codes a number that is not negative.
func Number[N ~int | ~int64](c *Coder, n *N) {
	if c.read {
		*n = N(c.number())
		return
	}
	c.out = binary.AppendUvarint(c.out, uint64(*n))
}

// Text codes words.
func Text[S ~string](c *Coder, s *S) {
	if !c.read {
		c.out = binary.AppendUvarint(c.out, uint64(len(*s)))
		c.out = append(c.out, *s...)
		return
	}
	n := c.number()
	if n > uint64(len(c.in)) {
		c.in, c.bad = "", true
		return
	}
	*s, c.in = S(c.in[:n]), c.in[n:]
}

// ID codes a hash in hexadecimal, with "sha256:" before it or without, in half
// its length; other words as they are.
func ID[S ~string](c *Coder, s *S) {
	const words, bare, named = 0, 1, 2
	how := words
	hash := strings.TrimPrefix(string(*s), hashName)
	var raw [32]byte
	if !c.read && len(hash) == 2*len(raw) && isHex(hash) {
		hex.Decode(raw[:], []byte(hash)) // it is hexadecimal
		how = bare
		if len(hash) < len(*s) {
			how = named
		}
	}
	Number(c, &how)
	switch {
	case how == words:
		Text(c, s)
	case how > named || c.read && len(c.in) < len(raw):
		c.in, c.bad = "", true
	case c.read:
		var out [len(hashName) + 2*len(raw)]byte
		copy(out[:], hashName)
		copy(raw[:], c.in)
		hex.Encode(out[len(hashName):], raw[:])
		c.in = c.in[len(raw):]
		if how == bare {
			*s = S(out[len(hashName):])
		} else {
			*s = S(out[:])
		}
	default:
		c.out = append(c.out, raw[:]...)
	}
}

const hashName = "sha256:"

func isHex(s string) bool {
	for i := range len(s) {
		if b := s[i]; (b < '0' || b > '9') && (b < 'a' || b > 'f') {
			return false
		}
	}
	return true
}

// Flag codes a yes or no.
func (c *Coder) Flag(b *bool) {
	n := 0
	if *b {
		n = 1
	}
	Number(c, &n)
	*b = n == 1
}

// Some codes whether there is something, and it.
func Some[T any](c *Coder, v **T, code func(*Coder, *T)) {
	there := *v != nil
	c.Flag(&there)
	if !there {
		return
	}
	if c.read {
		*v = new(T)
	}
	code(c, *v)
}

// count codes how many things come, each of at least one byte.
func (c *Coder) count(n int) int {
	Number(c, &n)
	if c.read && (n < 0 || n > len(c.in)) {
		c.in, c.bad = "", true
		return 0
	}
	return n
}

// List codes things in order.
func List[T any](c *Coder, list *[]T, code func(*Coder, *T)) {
	n := c.count(len(*list))
	if c.read && n > 0 {
		*list = make([]T, n)
	}
	for i := range n {
		code(c, &(*list)[i])
	}
}

// Map codes a map by its sorted keys.
func Map[K cmp.Ordered, V any](c *Coder, m *map[K]V, key func(*Coder, *K), value func(*Coder, *V)) {
	if !c.read {
		c.count(len(*m))
		for _, k := range slices.Sorted(maps.Keys(*m)) {
			v := (*m)[k]
			key(c, &k)
			value(c, &v)
		}
		return
	}
	n := c.count(0)
	if n > 0 {
		*m = make(map[K]V, n)
	}
	for range n {
		var k K
		var v V
		key(c, &k)
		value(c, &v)
		(*m)[k] = v
	}
}

func spanPart(c *Coder, s *entente.Span) {
	Number(c, &s.Start)
	Number(c, &s.End)
}

func anchorPart(c *Coder, a *entente.Anchor) {
	spanPart(c, &a.Span)
	Text(c, &a.Quote)
}

// valuePart codes the value of a field. Most are the words that they are said
// in, and nothing else.
func valuePart(c *Coder, v *entente.Value) {
	const inferred, other, more = 1, 2, 4
	how := 0
	if v.Inferred {
		how |= inferred
	}
	if v.Value != v.Quote {
		how |= other
	}
	if v.Name != "" || v.Why != "" {
		how |= more
	}
	Number(c, &how)
	anchorPart(c, &v.Anchor)
	v.Inferred = how&inferred != 0
	if how&other != 0 {
		Text(c, &v.Value)
	} else {
		v.Value = v.Quote
	}
	if how&more != 0 {
		Text(c, &v.Name)
		Text(c, &v.Why)
	}
}

func valuesPart(c *Coder, list *[]entente.Value) { List(c, list, valuePart) }

func claimPart(c *Coder, l *entente.Claim) {
	anchorPart(c, &l.Anchor)
	Text(c, &l.ID)
	Text(c, &l.Kind)
	Text(c, &l.Force)
	Text(c, &l.About)
	Map(c, &l.Fields, Text, valuesPart)
	List(c, &l.Trace, Text)
}
