package intake

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"entente"
)

// A decoded is the text of some bytes and how it was found.
type decoded struct {
	text    string
	charset string
	same    bool // text is the bytes themselves
	remarks []entente.Remark
}

const bomUTF8 = "\ufeff"

// decode returns data as text: UTF-8 as it is, UTF-16 by its mark or its
// zeros, UTF-8 with a few faults mended, or else the single-byte encoding
// that gives the likeliest letters.
func (in *Intake) decode(data []byte) (decoded, error) {
	if order, body, ok := utf16Order(data); ok {
		if text, ok := decodeUTF16(body, order); ok && !binary(text) {
			return decoded{text: text, charset: order.name}, nil
		}
		return decoded{}, errBinary
	}
	if utf8.Valid(data) {
		text := string(data)
		if binary(text) {
			return decoded{}, errBinary
		}
		return decoded{text: text, charset: "utf-8", same: true}, nil
	}
	if text, faults := mend(data); faults != nil {
		if binary(text) {
			return decoded{}, errBinary
		}
		return decoded{text: text, charset: "utf-8", remarks: faults}, nil
	}
	return in.decodeSingle(data)
}

// binary reports whether text has so many control characters and code points
// without a meaning that it is no text. One in a thousand is forgiven: old
// word processors left some.
func binary(text string) bool {
	odd := 0
	for _, r := range text {
		if !unicode.IsGraphic(r) && !unicode.Is(unicode.Cf, r) && !strings.ContainsRune("\t\n\r\f\v\b\x1a\x1b\u0085\u2028\u2029", r) {
			odd++
		}
	}
	return odd > len(text)/1000
}

// A byteOrder is one of the two of UTF-16.
type byteOrder struct {
	name string
	high int // index of the high byte in a pair
}

var (
	littleEndian = byteOrder{"utf-16le", 1}
	bigEndian    = byteOrder{"utf-16be", 0}
)

// utf16Order tells UTF-16 by its byte order mark, which body is without, or
// by zero bytes, of which text in any other encoding has none.
func utf16Order(data []byte) (order byteOrder, body []byte, ok bool) {
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}):
		return littleEndian, data[2:], true
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return bigEndian, data[2:], true
	}
	var zeros [2]int
	for i, b := range data {
		if b == 0 {
			zeros[i%2]++
		}
	}
	least := len(data)/spaceEvery + 1
	switch {
	case len(data)%2 != 0:
	case zeros[1] >= least && zeros[1] > 4*zeros[0]:
		return littleEndian, data, true
	case zeros[0] >= least && zeros[0] > 4*zeros[1]:
		return bigEndian, data, true
	}
	return byteOrder{}, nil, false
}

// spaceEvery is the length, in bytes, within which UTF-16 has at least one
// space, line end, digit or letter of ASCII, whose high byte is zero.
const spaceEvery = 40

// decodeUTF16 returns false where surrogates stand alone; an odd last byte
// is a letter cut off and left out.
func decodeUTF16(data []byte, order byteOrder) (string, bool) {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = uint16(data[2*i+order.high])<<8 | uint16(data[2*i+1-order.high])
	}
	var b strings.Builder
	for i := 0; i < len(units); i++ {
		r := rune(units[i])
		if utf16.IsSurrogate(r) {
			if i+1 == len(units) {
				return "", false
			}
			if r = utf16.DecodeRune(r, rune(units[i+1])); r == utf8.RuneError {
				return "", false
			}
			i++
		}
		b.WriteRune(r)
	}
	return b.String(), true
}

// mend reads UTF-8 that has faults: bytes that stand alone are read as
// windows-1252, in which most of them were once written. It returns no
// remarks, and is of no use, unless faults are rare among the letters beyond
// ASCII.
func mend(data []byte) (string, []entente.Remark) {
	var b strings.Builder
	var faults []entente.Remark
	good, bad := 0, 0
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		if r == utf8.RuneError && n == 1 {
			bad++
			start := b.Len()
			b.WriteRune(windows1252.DecodeByte(data[0]))
			if len(faults) < maxFaults {
				faults = append(faults, entente.Remark{
					Anchor: entente.Anchor{Span: entente.Span{Start: start, End: b.Len()}},
					Text:   fmt.Sprintf("the byte %#02x is not UTF-8 and was read as windows-1252", data[0]),
				})
			}
		} else {
			if n > 1 {
				good++
			}
			b.Write(data[:n])
		}
		data = data[n:]
	}
	if bad*4 > good {
		return "", nil
	}
	text := b.String()
	for i, f := range faults {
		faults[i].Anchor = entente.At(text, f.Span)
	}
	if bad > len(faults) {
		faults = append(faults, entente.Remark{Text: fmt.Sprintf("%d more bytes are not UTF-8 and were read as windows-1252", bad-len(faults))})
	}
	return text, faults
}

// maxFaults is how many faulty bytes get a remark of their own.
const maxFaults = 20
