package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf8"

	"entente"
)

// maxLine is the length, in bytes, above which a line of input is refused.
const maxLine = 16 << 20

// A question is one line of the standard input of dates and edtf: a JSON
// object, or else the text itself.
type question struct {
	Text          string `json:"text"`
	ReferenceDate string `json:"reference_date"`
}

// answerLines prints one line of JSON for every line of the standard input.
func (h *house) answerLines(answer func(question) (any, error)) error {
	in := bufio.NewScanner(h.stdin)
	in.Buffer(make([]byte, 64<<10), maxLine)
	out := json.NewEncoder(h.stdout)
	out.SetEscapeHTML(false)
	number := 0
	for in.Scan() {
		number++
		q, err := questionOf(in.Bytes(), number)
		if err != nil {
			return err
		}
		a, err := answer(q)
		if err != nil {
			return fmt.Errorf("%s: %w", lineName(number), err)
		}
		if err := out.Encode(a); err != nil {
			return err
		}
	}
	err := in.Err()
	if errors.Is(err, bufio.ErrTooLong) {
		return &entente.InputError{Name: lineName(number + 1), At: -1, Err: entente.ErrUnread,
			Text: fmt.Sprintf("longer than %d MiB; give a phrase or a sentence a line", maxLine>>20)}
	}
	return err
}

func lineName(number int) string { return fmt.Sprintf("standard input, line %d", number) }

// questionOf reads a line. The first may start with a byte order mark.
func questionOf(line []byte, number int) (question, error) {
	if number == 1 {
		line = bytes.TrimPrefix(line, []byte("\ufeff"))
	}
	if !utf8.Valid(line) {
		return question{}, &entente.InputError{Name: lineName(number), At: -1, Err: entente.ErrUnread,
			Text: "not UTF-8; convert it first, with iconv for example"}
	}
	q := question{Text: string(line)}
	if trimmed := bytes.TrimSpace(line); bytes.HasPrefix(trimmed, []byte("{\"")) {
		q.Text = ""
		if json.Unmarshal(trimmed, &q) != nil {
			return q, &entente.InputError{Name: lineName(number), At: -1, Err: entente.ErrInvalid,
				Text: "no JSON object with a text; write {\"text\": …}, or the text itself"}
		}
	}
	return q, nil
}
