package intake

import (
	"bytes"
	"unicode/utf8"

	"entente"

	"golang.org/x/text/encoding/charmap"
)

type decoded struct {
	text    string
	charset string
	same    bool // text is the bytes themselves
	remarks []entente.Remark
}

func (in *Intake) decode(data []byte) (decoded, error) {
	if bytes.IndexByte(data, 0) >= 0 {
		return decoded{}, errBinary
	}
	if utf8.Valid(data) {
		return decoded{text: string(data), charset: "utf-8", same: true}, nil
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return decoded{}, errBinary
	}
	return decoded{text: string(text), charset: "windows-1252"}, nil
}
