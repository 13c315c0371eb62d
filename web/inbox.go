package web

import (
	"net/http"
	"os"
	"slices"
	"strconv"

	"entente"
	"entente/api"
	"entente/desk"
)

// perPage is how many documents the inbox shows at once.
const perPage = 50

// inboxPage lists documents, newest first, and takes in new ones.
type inboxPage struct {
	page
	Empty     bool // the register holds nothing yet
	CanDemo   bool
	Receipts  []receiptView
	Relations []*desk.Relation
	State     string // "new", "review", "done", "unread" or "" for all
	States    []string
	Documents []documentRow
	Next      int // where the next page starts; 0 for none
	Total     int
}

// A documentRow is a document and how far its review has come.
type documentRow struct {
	*desk.Document
	State string
}

// A receiptView says what became of one file.
type receiptView struct {
	Name, ID, Form string
	Claims         int
	Known, Read    bool
	Problem        string // why it was kept unread or not entered
	Kept           bool
}

func (s *Server) inbox(w http.ResponseWriter, r *http.Request) error {
	c := sessionOf(r)
	register := s.registerOf(c)
	p := inboxPage{page: s.newPage(r, s.faceOf(r).T("inbox")), Receipts: c.told(), CanDemo: s.Demo != nil,
		State: r.URL.Query().Get("state"), States: []string{"", "new", "review", "done", "unread"}}
	if !slices.Contains(p.States, p.State) {
		p.State = ""
	}
	relations, err := register.Ask(r.Context(), "relations", entente.Relation{})
	if err != nil {
		return err
	}
	p.Relations = relations.Relations
	from, _ := strconv.Atoi(r.URL.Query().Get("from"))
	in, err := register.Inbox(r.Context(), desk.State(p.State), from, perPage)
	if err != nil {
		return err
	}
	p.Empty, p.Total, p.Next = in.Summary.Documents == 0, in.Summary.Documents, in.Next
	for _, d := range in.Documents {
		p.Documents = append(p.Documents, documentRow{d, string(d.State())})
	}
	return s.show(w, r, "inbox", &p)
}

// receive takes files, or words that were pasted, and tells of each.
func (s *Server) receive(w http.ResponseWriter, r *http.Request) error {
	folder, err := api.UploadFolder()
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	sources, err := api.Sources(r, folder)
	if err != nil {
		return err
	}
	f := s.faceOf(r)
	if len(sources) == 0 {
		return &entente.InputError{Name: "files", At: -1, Text: f.T("receive.none"), Err: entente.ErrInvalid}
	}
	c := sessionOf(r)
	var receipts []receiptView
	err = s.registerOf(c).Receive(r.Context(), desk.Receiving{By: s.By}, sources, func(got desk.Receipt) {
		receipts = append(receipts, receiptOf(got))
	})
	if err != nil {
		return err
	}
	if wantsPart(r) {
		return f.renderPart(w, "inbox", "receipts", http.StatusOK, receipts)
	}
	c.tell(receipts)
	http.Redirect(w, r, "/", http.StatusSeeOther)
	return nil
}

func receiptOf(r desk.Receipt) receiptView {
	v := receiptView{Name: r.Name, ID: hex(r.ID), Form: r.Form, Claims: r.Claims, Known: r.Known, Read: r.Read, Kept: r.Err == nil}
	if err := r.Err; err != nil {
		v.Problem = problem(err)
	} else if r.Unread != nil {
		v.Problem = problem(r.Unread)
	}
	return v
}
