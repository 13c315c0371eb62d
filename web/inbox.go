package web

import (
	"cmp"
	"io"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"entente"
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
	State   string
	Judged  int
	Waiting int // claims that nobody has looked at
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
	all, err := register.Ask(r.Context(), "documents", entente.Relation{})
	if err != nil {
		return err
	}
	docs := all.Documents
	p.Empty, p.Total = len(docs) == 0, len(docs)
	slices.SortStableFunc(docs, func(a, b *desk.Document) int {
		return cmp.Or(cmp.Compare(b.On, a.On), cmp.Compare(b.Date, a.Date), cmp.Compare(b.Number.N, a.Number.N))
	})
	start, _ := strconv.Atoi(r.URL.Query().Get("from"))
	for i := max(0, start); i < len(docs); i++ {
		row, err := rowOf(r, register, docs[i])
		if err != nil {
			return err
		}
		if p.State != "" && row.State != p.State {
			continue
		}
		if len(p.Documents) == perPage {
			p.Next = i
			break
		}
		p.Documents = append(p.Documents, row)
	}
	return s.show(w, r, "inbox", &p)
}

func rowOf(r *http.Request, register *desk.Register, d *desk.Document) (documentRow, error) {
	row := documentRow{Document: d}
	if d.Unread != "" {
		row.State = "unread"
		return row, nil
	}
	a, err := register.Ask(r.Context(), hex(d.ID), entente.Relation{})
	if err != nil {
		return row, err
	}
	row.State, row.Judged, row.Waiting = stateOf(a.Document.Claims)
	return row, nil
}

// stateOf says how far the review of a document's claims has come.
func stateOf(claims []*desk.Claim) (state string, judged, waiting int) {
	for _, c := range claims {
		switch {
		case c.Behind != "":
		case c.Verdict == "":
			waiting++
		default:
			judged++
		}
	}
	switch {
	case waiting == 0:
		return "done", judged, waiting
	case judged == 0:
		return "new", judged, waiting
	}
	return "review", judged, waiting
}

// receive takes files, or words that were pasted, and tells of each.
func (s *Server) receive(w http.ResponseWriter, r *http.Request) error {
	folder, err := os.MkdirTemp("", "entente-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	sources, err := keep(r, folder)
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

// keep streams what was sent to a folder.
func keep(r *http.Request, folder string) ([]desk.Source, error) {
	form, err := r.MultipartReader()
	if err != nil {
		return nil, &entente.InputError{Name: "files", At: -1, Text: err.Error(), Err: entente.ErrInvalid}
	}
	var sources []desk.Source
	for i := 0; ; i++ {
		part, err := form.NextPart()
		if err == io.EOF {
			return sources, nil
		}
		if err != nil {
			return nil, err
		}
		name := path.Base(strings.ReplaceAll(part.FileName(), "\\", "/"))
		switch {
		case part.FormName() == "text":
			name = "pasted.txt"
		case part.FormName() != "files" || part.FileName() == "":
			continue
		}
		file := filepath.Join(folder, strconv.Itoa(i))
		n, err := write(file, part)
		if err != nil {
			return nil, err
		}
		if n == 0 && part.FormName() == "text" {
			continue
		}
		sources = append(sources, desk.Source{Name: name, Open: func() (io.ReadCloser, error) { return os.Open(file) }})
	}
}

func write(file string, from io.Reader) (int64, error) {
	f, err := os.OpenFile(file, os.O_CREATE|os.O_WRONLY|os.O_EXCL, 0o600)
	if err != nil {
		return 0, err
	}
	n, err := io.Copy(f, from)
	if err2 := f.Close(); err == nil {
		err = err2
	}
	return n, err
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
