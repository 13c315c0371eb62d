// Package linear holds linear classifiers over sparse features: learnt by the
// averaged perceptron, kept as compact tables that are read where they lie.
//
// A feature is a 64-bit hash. The table knows each by 16 bits of it within
// one of many small buckets, so a feature that was never learnt is taken for
// another about once in fifteen thousand times.
package linear

import (
	"errors"
	"strings"
)

// A Model is the weights of features for classes. It keeps the bytes that it
// was opened from, as a string: what a program embeds is read where it lies.
type Model struct {
	Classes []string

	shift   uint   // a feature's bucket is its hash >> shift
	offsets string // where each bucket starts in rows, and where the last ends; uint32
	rows    string // a feature: 16 bits of its hash, how many weights, then class and weight of each
}

const magic = "linear1\n"

// ErrFormat is the error of bytes that are no model.
var ErrFormat = errors.New("linear: not a model, or cut short")

// Open returns the model in data and the bytes after it.
func Open(data string) (*Model, string, error) {
	if !strings.HasPrefix(data, magic) || len(data) < len(magic)+12 {
		return nil, "", ErrFormat
	}
	data = data[len(magic):]
	names, bits, rows := Uint32(data), Uint32(data[4:]), Uint32(data[8:])
	data = data[12:]
	if bits > 30 {
		return nil, "", ErrFormat
	}
	offsets := uint64(4) * (1<<bits + 1)
	if uint64(len(data)) < uint64(names)+offsets+uint64(rows) {
		return nil, "", ErrFormat
	}
	m := &Model{
		Classes: strings.Split(data[:names], "\n"),
		shift:   64 - uint(bits),
		offsets: data[names : uint64(names)+offsets],
		rows:    data[uint64(names)+offsets : uint64(names)+offsets+uint64(rows)],
	}
	last := uint32(0)
	for at := 0; at < len(m.offsets); at += 4 {
		n := Uint32(m.offsets[at:])
		if n < last || n > rows {
			return nil, "", ErrFormat
		}
		last = n
	}
	return m, data[uint64(names)+offsets+uint64(rows):], nil
}

// weights returns the classes and weights of a feature, two bytes each.
func (m *Model) weights(feature uint64) string {
	at, sign := feature>>m.shift*4, uint16(feature)
	bucket := m.rows[Uint32(m.offsets[at:]):Uint32(m.offsets[at+4:])]
	for len(bucket) >= 3 {
		n := 3 + 2*int(bucket[2])
		if n > len(bucket) {
			return ""
		}
		if Uint16(bucket) == sign {
			return bucket[3:n]
		}
		bucket = bucket[n:]
	}
	return ""
}

// Uint16 returns the number that s begins with, two bytes, the lowest first.
func Uint16(s string) uint16 {
	_ = s[1]
	return uint16(s[0]) | uint16(s[1])<<8
}

// Uint32 returns the number that s begins with, four bytes, the lowest first.
func Uint32(s string) uint32 {
	_ = s[3]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// Mix returns the hash of a feature: its template's number and its values.
func Mix(template uint64, values ...uint64) uint64 {
	h := template*0x9e3779b97f4a7c15 + 0x632be59bd9b4e019
	for _, v := range values {
		h = (h ^ v) * 0xff51afd7ed558ccd
		h ^= h >> 32
	}
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>29
}

// Hash returns the hash of a word, FNV-1a.
func Hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}
