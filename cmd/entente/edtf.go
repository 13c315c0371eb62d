package main

import (
	"errors"
	"fmt"

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
			return invalidDate{false, faultOf(err).Error()}, nil
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
			Text: fmt.Sprintf("%v; give a date such as 2009-07-03", faultOf(err))}
	}
	return d, nil
}

// faultOf is a fault in a date without the name that edtf gives the date.
func faultOf(err error) error {
	var in *entente.InputError
	if errors.As(err, &in) && in.At >= 0 {
		return fmt.Errorf("byte %d: %s", in.At, in.Text)
	}
	return err
}
