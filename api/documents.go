package api

import (
	"errors"
	"fmt"
	"net/http"
	"os"

	"entente"
	"entente/desk"
	"entente/export"
)

// documentsQuery asks for documents.
type documentsQuery struct {
	Paging
	State    string `query:"state" enum:"new,review,done,unread" doc:"Only those whose review has come so far."`
	Relation string `query:"relation" maxLength:"10" doc:"Only those of a relation." example:"XA-XS"`
}

func documents(c *call, in *documentsQuery) (*listReply[Document], error) {
	rel, err := relation("query.relation", in.Relation)
	if err != nil {
		return nil, err
	}
	return walk(c, in.Paging, func(place string, n int) ([]desk.Listed[desk.Document], error) {
		return c.register.InboxBehind(c.ctx, rel, desk.State(in.State), place, n)
	}, every(documentOf))
}

// documentPath names one document.
type documentPath struct {
	ID string `path:"id" maxLength:"100" doc:"The id, or its start, of which four characters are enough, or the register number: in%2F2026%2F12." example:"9f86d081"`
}

// A DocumentFile is a document with its text and all that was read in it.
type DocumentFile struct {
	Document
	Text     string           `json:"text" doc:"Its latest text version; empty while unread."`
	Pages    []export.Page    `json:"pages"`
	Parts    []Part           `json:"parts"`
	Envelope *export.Envelope `json:"envelope,omitempty" doc:"Absent while unread."`
	Mentions []export.Mention `json:"mentions"`
	Claims   []Claim          `json:"claims" doc:"In the order of the text."`
	Warnings []export.Warning `json:"warnings"`
}

// A Part is one piece of a document.
type Part struct {
	Kind     entente.PartKind `json:"kind"`
	Start    int              `json:"start"`
	End      int              `json:"end"`
	Number   string           `json:"number,omitempty" doc:"As printed."`
	Governor *int             `json:"governor,omitempty" doc:"For an item: the place among parts of what opens its list."`
	Page     int              `json:"page" doc:"Its place among pages."`
	Depth    int              `json:"depth,omitempty" doc:"1 for an enclosure or a quoted e-mail, 2 for one within."`
}

func partOf(p entente.Part) Part {
	s := Part{Kind: p.Kind, Start: p.Start, End: p.End, Number: p.Number, Page: p.Page, Depth: p.Depth}
	if p.Governor >= 0 {
		s.Governor = &p.Governor
	}
	return s
}

func document(c *call, in *documentPath) (*reply[DocumentFile], error) {
	l, err := c.register.Letter(c.ctx, in.ID)
	if err != nil {
		return nil, err
	}
	f := DocumentFile{
		Document: documentOf(l.Document), Text: l.Text,
		Pages: mapped(l.Pages, export.PageOf), Parts: mapped(l.Parts, partOf), Mentions: mapped(l.Mentions, export.MentionOf),
		Claims: mapped(l.Claims, claimOf), Warnings: mapped(l.Remarks, export.WarningOf),
	}
	if l.TextSHA256 != "" {
		e := export.EnvelopeOf(l.Envelope)
		f.Envelope = &e
	}
	return &reply[DocumentFile]{f}, nil
}

func reading(c *call, in *documentPath) (*reply[export.Line], error) {
	doc, read, err := c.register.Reading(c.ctx, in.ID)
	if err != nil {
		return nil, err
	}
	return &reply[export.Line]{export.LineOf(&doc, read)}, nil
}

// A Reread is what reading a document again came to.
type Reread struct {
	Documents int     `json:"documents" doc:"Read again: 1, or 0 for a document that could not be read before."`
	Changed   int     `json:"changed" doc:"That gave another reading."`
	Kept      int     `json:"kept" doc:"Claims that somebody judged and whose words the new reading has too."`
	Adrift    []Claim `json:"adrift" doc:"Claims that somebody judged and of whose words the new reading makes none; they stand, and a person should look."`
}

func reread(c *call, in *documentPath) (*reply[Reread], error) {
	l, err := c.register.Ask(c.ctx, in.ID, entente.Relation{})
	if err != nil {
		return nil, err
	}
	if l.Document == nil {
		return nil, fmt.Errorf("document %s: %w", in.ID, entente.ErrNotFound)
	}
	done, err := c.register.ReadAgain(c.ctx, c.api.By, []entente.DocumentID{l.Document.ID})
	if err != nil {
		return nil, err
	}
	return &reply[Reread]{Reread{done.Documents, done.Changed, done.Kept, mapped(done.Adrift, claimOfFile)}}, nil
}

// receiving says how documents are entered.
type receiving struct {
	Direction entente.Direction `query:"direction" default:"in" doc:"Which way they went."`
	Received  string            `query:"received" maxLength:"10" doc:"The day they reached us; without it today." example:"2026-11-23"`
	Mark      entente.Mark      `query:"mark" maxLength:"200" doc:"Handling mark of each whole document, as printed."`
	Language  string            `query:"language" maxLength:"35" doc:"BCP 47; overrides the one that is recognised."`
}

// A Receipt says what became of one file.
type Receipt struct {
	Name     string             `json:"name"`
	ID       entente.DocumentID `json:"id,omitempty"`
	Number   string             `json:"number,omitempty" doc:"Register number."`
	Known    bool               `json:"known" doc:"It was there before."`
	Read     bool               `json:"read" doc:"It was read just now."`
	Form     string             `json:"form,omitempty"`
	Claims   int                `json:"claims"`
	Relation string             `json:"relation,omitempty"`
	Unread   string             `json:"unread,omitempty" doc:"Why it is kept unread."`
	Problem  string             `json:"problem,omitempty" doc:"Why it was not entered."`
}

// Receipts are what became of what was sent, in its order.
type Receipts struct {
	Items []Receipt `json:"items"`
}

type received struct {
	Status int
	Body   Receipts
}

func receive(c *call, in *receiving) (*received, error) {
	language := in.Language
	if language != "" && c.api.Reader != nil {
		var err error
		if language, err = c.api.Reader.Language(language); err != nil {
			return nil, err
		}
	}
	folder, err := UploadFolder()
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	sources, err := Sources(c.r, folder)
	if err != nil {
		return nil, err
	}
	if len(sources) == 0 {
		return nil, invalid("body.files", "nothing was sent; send one file or several as files, or words as text, in multipart/form-data")
	}
	out := &received{http.StatusOK, Receipts{[]Receipt{}}}
	refused := 0
	how := desk.Receiving{By: c.api.By, Direction: in.Direction, On: in.Received, Mark: in.Mark, Language: language}
	err = c.register.Receive(c.ctx, how, sources, func(got desk.Receipt) {
		out.Body.Items = append(out.Body.Items, receiptOf(got))
		switch {
		case got.Err != nil:
			refused++
		case !got.Known:
			out.Status = http.StatusCreated
		}
	})
	if err == nil && refused == len(sources) {
		err = invalid("body.files", out.Body.Items[0].Name+": "+out.Body.Items[0].Problem)
	}
	return out, err
}

func receiptOf(r desk.Receipt) Receipt {
	return Receipt{Name: r.Name, ID: r.ID, Number: r.Number.String(), Known: r.Known, Read: r.Read, Form: r.Form, Claims: r.Claims,
		Relation: r.Relation, Unread: words(r.Unread), Problem: words(r.Err)}
}

// words says what is wrong with a file.
func words(err error) string {
	var input *entente.InputError
	switch {
	case err == nil:
		return ""
	case errors.As(err, &input):
		return input.Text
	}
	return err.Error()
}
