package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"entente"
	"entente/desk"
	"entente/sqlite"
)

type compareCommand struct {
	File     string `arg:"" help:"The list, as comma-separated values; - is the standard input."`
	Relation string `placeholder:"PAIR" help:"Compare only the contacts of this relation, such as FR-KZ."`
	JSON     bool   `name:"json" help:"Print one JSON object."`
	registerFlag
}

func (compareCommand) Help() string {
	return `The first line names the columns, in any order: date, and one of who, with (or host) and place; kind may stand there too (visit, meeting, call, summit, commission, correspondence). A date is written as 2031-03-03, 2031-03-03/2031-03-05 or in words.

Examples:

    entente compare visits.csv --relation FR-KZ
    entente compare visits.csv --json`
}

func (c compareCommand) Run(h *house) error {
	var rel entente.Relation
	if c.Relation != "" {
		var ok bool
		if rel, ok = entente.ParseRelation(c.Relation); !ok {
			return usage{fmt.Sprintf("--relation: %q is no relation; give two country codes, such as FR-KZ", c.Relation)}
		}
	}
	reader, err := h.reader()
	if err != nil {
		return err
	}
	list, err := c.list(h, reader)
	if err != nil {
		return err
	}
	return c.with(h, desk.RegisterConfig{Packs: reader.Packs}, false, func(r *desk.Register, _ *sqlite.Store) error {
		found, err := r.Compare(h.ctx, list, rel)
		if err != nil {
			return err
		}
		if c.JSON {
			out := json.NewEncoder(h.stdout)
			out.SetEscapeHTML(false)
			return out.Encode(comparisonOut(found))
		}
		var b bytes.Buffer
		h.list(&b).comparison(found)
		_, err = h.stdout.Write(b.Bytes())
		return err
	})
}

func (c compareCommand) list(h *house, reader *desk.Reader) ([]desk.Known, error) {
	if c.File == "-" {
		return reader.KnownContacts("standard input", io.LimitReader(h.stdin, maxList))
	}
	f, err := os.Open(c.File)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return reader.KnownContacts(c.File, io.LimitReader(f, maxList))
}

// maxList bounds a list of contacts, in bytes.
const maxList = 64 << 20

func (l list) comparison(c desk.Comparison) {
	what := "all relations"
	if c.Relation != (entente.Relation{}) {
		what = c.Relation.String()
	}
	l.apart(margin, bold, what, dim, fmt.Sprintf("%d in both · %d unsure · %d only in the list · %d only in the register",
		len(c.Both), len(c.Unsure), len(c.OnlyList), len(c.OnlyRegister)))
	l.rule()
	if len(c.OnlyList) > 0 {
		l.heading("In the list and not in the register")
		for _, k := range c.OnlyList {
			l.line(margin, dim, yellow, lineLabel(k), knownLine(k))
		}
	}
	if len(c.OnlyRegister) > 0 {
		l.heading("In the register and not in the list")
		for _, m := range c.OnlyRegister {
			l.line(margin, dim, yellow, l.id(string(m.ID)), contactLine(m))
		}
	}
	l.meetings("Unsure: the days meet, the names do not", c.Unsure)
	l.meetings("In both", c.Both)
}

func (l list) meetings(title string, list []desk.Meeting) {
	if len(list) == 0 {
		return
	}
	l.heading(title)
	for _, m := range list {
		l.line(margin, dim, plain, lineLabel(m.Known), knownLine(m.Known))
		l.line(margin, dim, dim, l.id(string(m.Matter.ID)), contactLine(m.Matter))
	}
}

func lineLabel(k desk.Known) string { return fmt.Sprintf("%-14s", fmt.Sprintf("line %d", k.Line)) }

func knownLine(k desk.Known) string {
	return strings.Join(present(when(k.Date.String()), words(k.Kind), k.Who, k.With, k.Place), " · ")
}

type knownOut struct {
	Line  int    `json:"line"`
	Date  string `json:"date"`
	Place string `json:"place,omitempty"`
	Who   string `json:"who,omitempty"`
	With  string `json:"with,omitempty"`
	Kind  string `json:"kind,omitempty"`
}

type contactOut struct {
	ID      string   `json:"id"`
	Mode    string   `json:"mode,omitempty"`
	Date    string   `json:"date,omitempty"`
	Place   string   `json:"place,omitempty"`
	Parties []string `json:"parties,omitempty"`
}

type meetingOut struct {
	Known   knownOut   `json:"known"`
	Contact contactOut `json:"contact"`
	Why     []string   `json:"why"`
}

// comparisonOut is a comparison as JSON: every list is there, empty or not.
func comparisonOut(c desk.Comparison) any {
	known := func(k desk.Known) knownOut {
		return knownOut{k.Line, k.Date.String(), k.Place, k.Who, k.With, k.Kind}
	}
	contact := func(m *desk.Matter) contactOut {
		return contactOut{string(m.ID), m.Mode, m.Date, m.Place, m.Parties}
	}
	meetings := func(list []desk.Meeting) []meetingOut {
		out := []meetingOut{}
		for _, m := range list {
			out = append(out, meetingOut{known(m.Known), contact(m.Matter), m.Why})
		}
		return out
	}
	onlyList, onlyRegister := []knownOut{}, []contactOut{}
	for _, k := range c.OnlyList {
		onlyList = append(onlyList, known(k))
	}
	for _, m := range c.OnlyRegister {
		onlyRegister = append(onlyRegister, contact(m))
	}
	return struct {
		Relation     string       `json:"relation,omitempty"`
		Both         []meetingOut `json:"both"`
		Unsure       []meetingOut `json:"unsure"`
		OnlyList     []knownOut   `json:"only_list"`
		OnlyRegister []contactOut `json:"only_register"`
	}{c.Relation.String(), meetings(c.Both), meetings(c.Unsure), onlyList, onlyRegister}
}
