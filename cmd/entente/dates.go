package main

import "entente"

type datesCommand struct {
	Lang      string `placeholder:"TAG" help:"Language of the lines (fr, en); without it each line's own is recognised."`
	Reference string `placeholder:"DATE" help:"EDTF date that \"last June\" and the like are read against, for lines that give none."`
}

func (datesCommand) Help() string {
	return `A line is text, or a JSON object {"text": …, "reference_date": …}. For each line one line is printed,
{"dates": [{"value": …, "quote": …, "start": …, "end": …}]}: the date in EDTF (ISO 8601-2), the words that say it, and where
they stand, in bytes.

Examples:

    echo "our call of 11 February last" | entente dates --lang en --reference 2031-03-03
    entente dates --lang en < lines.jsonl`
}

type dated struct {
	Dates []dateAnswer `json:"dates"`
}

type dateAnswer struct {
	Value string `json:"value"`
	Quote string `json:"quote"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

func (c datesCommand) Run(h *house) error {
	r, err := h.reader()
	if err != nil {
		return err
	}
	language := ""
	if c.Lang != "" {
		if language, err = r.Language(c.Lang); err != nil {
			return err
		}
	}
	reference, err := parseDate(c.Reference, "--reference")
	if err != nil {
		return err
	}
	return h.answerLines(func(q question) (any, error) {
		against, err := parseDate(q.ReferenceDate, "reference_date")
		if err != nil {
			return nil, err
		}
		if against.IsZero() {
			against = reference
		}
		answer := dated{[]dateAnswer{}}
		for _, d := range r.Dates(q.Text, language, against) {
			if d.Value == "" {
				continue // there is no such day
			}
			a := entente.At(q.Text, d.Span)
			answer.Dates = append(answer.Dates, dateAnswer{d.Value, a.Quote, a.Start, a.End})
		}
		return answer, nil
	})
}
