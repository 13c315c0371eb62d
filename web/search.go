package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"entente"
	"entente/desk"
)

// How many documents, and how many claims, a search shows at once: on its
// page, and under the field while somebody types.
const (
	onPage      = 20
	underField  = 4
	facetsShown = 12
)

// searchPage shows what a search found, with the words lit.
type searchPage struct {
	page
	desk.Found
	Notes     []string // what of the query was not understood
	Chosen    []choiceLink
	Groups    []facetGroup
	Documents []hitView
	Claims    []hitView

	FromDocument, FromClaim int    // places of the first shown, from 0
	NextDocuments           string // addresses of what follows; "" at the end
	NextClaims              string

	Saved []savedView
	Feeds bool // there are feeds
}

// A facetGroup is one kind of filter with what it could be set to.
type facetGroup struct {
	Label  string
	Values []choiceLink
}

// A choiceLink is a filter that is set or can be, and the address of the
// search with it turned round.
type choiceLink struct {
	Text string
	N    int // how much it would leave; 0 where that is not counted
	Href string
	Not  bool // it keeps out
}

// A hitView is a hit in pieces.
type hitView struct {
	desk.Hit
	Pieces []piece
	Title  string // of a claim
}

// A piece is words that are lit or not.
type piece struct {
	Text string
	Lit  bool
}

// search shows what is found, whole or, for the script of a page, the part
// that it asks for: "results" of this page, or "instant" under the field.
func (s *Server) search(w http.ResponseWriter, r *http.Request) error {
	f, register := s.faceOf(r), s.registerOf(sessionOf(r))
	values := r.URL.Query()
	query := strings.TrimSpace(plainText(strings.ToValidUTF8(values.Get("q"), " ")))
	title := f.T("search")
	if query != "" {
		title = f.quoted(plainText(query))
	}
	part := r.Header.Get("Entente-Part")
	finding := desk.Finding{Query: query, Limit: onPage, Documents: number(values.Get("documents")), Claims: number(values.Get("claims")), Typing: part != ""}
	if part == "instant" {
		finding.Limit = underField
	}
	found, err := register.Find(r.Context(), finding)
	if err != nil {
		return err
	}
	p := searchPage{page: s.newPage(r, title), Found: found, FromDocument: finding.Documents, FromClaim: finding.Claims, Feeds: s.FeedKey != ""}
	p.Query = query
	for _, n := range found.Notes {
		p.Notes = append(p.Notes, f.T("search.note."+string(n.Fault), plainText(n.Operator+":"+n.Value)))
	}
	for _, h := range found.Documents {
		p.Documents = append(p.Documents, hitView{Hit: h, Pieces: pieces(h.Words, h.Lit)})
	}
	for _, h := range found.Claims {
		p.Claims = append(p.Claims, hitView{Hit: h, Pieces: pieces(h.Words, h.Lit), Title: f.claimTitle(h.Claim, h.Claim.Stands())})
	}
	if part == "instant" {
		return f.renderPart(w, "search", "instant", http.StatusOK, &p)
	}
	if n := finding.Documents + len(found.Documents); n < found.AllDocuments {
		p.NextDocuments = searchAddress(query, "documents", n)
	}
	if n := finding.Claims + len(found.Claims); n < found.AllClaims {
		p.NextClaims = searchAddress(query, "claims", n)
	}
	p.Chosen, p.Groups = f.chosen(query, found.Filters), f.facets(query, found)
	if part == "results" {
		return f.renderPart(w, "search", "results", http.StatusOK, &p)
	}
	if p.Saved, err = s.savedSearches(r, register); err != nil {
		return err
	}
	if len(p.Saved) > 0 && p.Saved[0].Feed != "" {
		bare(w)
	}
	return s.show(w, r, "search", &p)
}

// number reads a number from 0 on; what is none is 0.
func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return 0
	}
	return n
}

func searchAddress(query, from string, n int) string {
	v := url.Values{"q": {query}}
	if n > 0 {
		v.Set(from, strconv.Itoa(n))
	}
	return "/search?" + v.Encode()
}

// chosen are the filters of a query, each with the address of the search
// without it.
func (f *face) chosen(query string, filters []desk.QueryFilter) []choiceLink {
	var all []choiceLink
	for _, x := range filters {
		without := strings.Join(strings.Fields(query[:x.Start]+" "+query[x.End:]), " ")
		var words []string
		for value := range strings.SplitSeq(x.Value, ",") {
			words = append(words, f.filterValue(x.Operator, value))
		}
		all = append(all, choiceLink{Text: f.T("operator."+string(x.Operator), strings.Join(words, ", ")), Href: searchAddress(without, "", 0), Not: x.Not})
	}
	return all
}

// filterValue says the value of a filter in words.
func (f *face) filterValue(o desk.Operator, value string) string {
	switch o {
	case desk.WithOutcome:
		return f.T("outcome." + value)
	case desk.OfKind:
		return f.word(value)
	case desk.InRelation:
		if rel, ok := entente.ParseRelation(value); ok {
			return f.relation(rel)
		}
		if len(value) == 2 {
			return f.country(entente.Code(strings.ToUpper(value)))
		}
	case desk.Before, desk.After, desk.On:
		return f.when(value)
	}
	return value
}

// facets are what would narrow a search: those that were counted, and the
// outcomes, which are not. What every hit has does not narrow.
func (f *face) facets(query string, found desk.Found) []facetGroup {
	set := func(o desk.Operator) bool {
		return slices.ContainsFunc(found.Filters, func(x desk.QueryFilter) bool { return x.Operator == o && !x.Not })
	}
	with := func(x desk.Facet) string { return searchAddress(strings.TrimSpace(query+" "+x.String()), "", 0) }
	var groups []facetGroup
	for _, g := range found.Facets {
		if set(g.Operator) || len(g.Values) < 2 {
			continue
		}
		values := g.Values[:min(facetsShown, len(g.Values))]
		if g.Operator == desk.On { // years follow each other
			slices.SortFunc(values, func(a, b desk.FacetCount) int { return strings.Compare(b.Value, a.Value) })
		}
		group, forms := facetGroup{Label: f.T("facet." + string(g.Operator))}, facetGroup{Label: f.T("facet.form")}
		for _, v := range values {
			link := choiceLink{Text: capital(f.filterValue(v.Operator, v.Value)), N: v.N, Href: with(v.Facet)}
			if v.Operator == desk.OfKind && entente.FieldsOf[entente.Kind(v.Value)] == nil {
				forms.Values = append(forms.Values, link)
			} else {
				group.Values = append(group.Values, link)
			}
		}
		for _, g := range []facetGroup{group, forms} {
			if len(g.Values) > 0 {
				groups = append(groups, g)
			}
		}
	}
	if found.AllClaims > 1 && !set(desk.WithOutcome) {
		group := facetGroup{Label: f.T("outcome")}
		for _, o := range outcomes {
			group.Values = append(group.Values, choiceLink{Text: capital(f.T("outcome." + string(o))), Href: with(desk.Facet{Operator: desk.WithOutcome, Value: string(o)})})
		}
		groups = append(groups, group)
	}
	return groups
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
			all = append(all, piece{plainText(words[at:l.Start]), false})
		}
		all = append(all, piece{plainText(l.In(words)), true})
		at = l.End
	}
	if at < len(words) {
		all = append(all, piece{plainText(words[at:]), false})
	}
	return all
}

// plainText leaves out what does not print: signs that steer what stands
// beside them have no place in a line of hits.
func plainText(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) && r != '\u200c' && r != '\u200d' || unicode.IsControl(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
