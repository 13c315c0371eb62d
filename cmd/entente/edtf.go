package main

import (
	"entente"
	"entente/edtf"
)

type edtfCommand struct{}

func (edtfCommand) Help() string {
	return `A line is a date, or a JSON object {"text": …}. For each line one line is printed: {"valid": true, "level": n} with the level
of ISO 8601-2 that the date needs, or {"valid": false, "error": …}.

Examples:

    echo "2009-10-05/2009-10-06" | entente edtf
    echo "[2008-06,2009-06]" | entente edtf`
}

func (edtfCommand) Run(h *house) error {
	return h.answerLines(func(q question) (any, error) {
		d, err := edtf.Parse(q.Text)
		if err != nil {
			return invalidDate{false, err.Error()}, nil
		}
		return validDate{true, d.Level()}, nil
	})
}

type validDate struct {
	Valid bool `json:"valid"`
	Level int  `json:"level"`
}

type invalidDate struct {
	Valid bool   `json:"valid"`
	Error string `json:"error"`
}

// parseDate reads a date given as text, which may be ""; the error names
// where it was given.
func parseDate(text, where string) (edtf.Date, error) {
	if text == "" {
		return edtf.Date{}, nil
	}
	d, err := edtf.Parse(text)
	if err != nil {
		return d, &entente.InputError{Name: where, At: -1, Err: entente.ErrInvalid,
			Text: err.Error() + "; give a date such as 2009-07-03"}
	}
	return d, nil
}
