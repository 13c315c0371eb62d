package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"

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
		if h.ctx.Err() != nil {
			return h.ctx.Err()
		}
		q, err := questionOf(in.Bytes())
		if err != nil {
			return &entente.InputError{Name: fmt.Sprintf("standard input, line %d", number), At: -1, Err: entente.ErrInvalid,
				Text: "no JSON object with a text; write {\"text\": …}, or the text itself"}
		}
		a, err := answer(q)
		if err != nil {
			return fmt.Errorf("standard input, line %d: %w", number, err)
		}
		if err := out.Encode(a); err != nil {
			return err
		}
	}
	if err := in.Err(); err != nil {
		return fmt.Errorf("standard input, line %d: %w", number+1, err)
	}
	return nil
}

func questionOf(line []byte) (question, error) {
	q := question{Text: string(line)}
	if trimmed := bytes.TrimSpace(line); bytes.HasPrefix(trimmed, []byte("{\"")) {
		q.Text = ""
		if err := json.Unmarshal(trimmed, &q); err != nil {
			return q, err
		}
	}
	return q, nil
}
