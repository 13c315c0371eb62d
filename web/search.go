package web

import (
	"net/http"
	"strings"

	"entente"
	"entente/desk"
)

// maxHits is how many documents, and how many claims, a search shows.
const maxHits = 40

// searchPage shows what a search found, with the words lit.
type searchPage struct {
	page
	Wrong     string // what is wrong with the query, and what would do
	Documents []hitView
	Claims    []hitView
	More      bool // there may be more than is shown
}

// A hitView is a hit in pieces.
type hitView struct {
	desk.Hit
	Pieces []piece
	Title  string // of a claim
	Before bool   // the words do not start their text
}

// A piece is words that are lit or not.
type piece struct {
	Text string
	Lit  bool
}

func (s *Server) search(w http.ResponseWriter, r *http.Request) error {
	f := s.faceOf(r)
	query := strings.TrimSpace(r.URL.Query().Get("q"))
	title := f.T("search")
	if query != "" {
		title = f.quoted(query)
	}
	p := searchPage{page: s.newPage(r, title)}
	p.Query = query
	if query != "" {
		hits, err := s.registerOf(sessionOf(r)).Search(r.Context(), query, maxHits)
		switch {
		case isInput(err):
			p.Wrong = f.T("search.wrong")
		case err != nil:
			return err
		}
		for _, h := range hits.Documents {
			p.Documents = append(p.Documents, hitView{Hit: h, Pieces: pieces(h.Words, h.Lit)})
		}
		for _, h := range hits.Claims {
			p.Claims = append(p.Claims, hitView{Hit: h, Pieces: pieces(h.Words, h.Lit), Title: f.claimTitle(h.Claim, h.Claim.Stands())})
		}
		p.More = len(p.Documents) == maxHits || len(p.Claims) == maxHits
	}
	return s.show(w, r, "search", &p)
}

// pieces cuts words where they are lit.
func pieces(words string, lit []entente.Span) []piece {
	var all []piece
	at := 0
	for _, l := range lit {
		if l.Start < at || l.End > len(words) {
			continue
		}
		if l.Start > at {
			all = append(all, piece{words[at:l.Start], false})
		}
		all = append(all, piece{l.In(words), true})
		at = l.End
	}
	if at < len(words) {
		all = append(all, piece{words[at:], false})
	}
	return all
}
