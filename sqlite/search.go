package sqlite

import (
	"cmp"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"entente/search"
)

// The index is contentless: rows of stems hold no text, and the table indexed
// says which document or claim a row is. Documents and claims are apart, so
// that neither pays for the other.

// index holds what a transaction that makes the index from nothing has put in,
// so that it need not ask for it.
type index struct {
	fresh bool
	rows  map[entry]int64
	last  int64
}

type entry struct {
	kind search.Kind
	id   string
}

// table names where the stems of a kind are.
func table(kind search.Kind) string {
	if kind == search.Claims {
		return "claim_stems"
	}
	return "document_stems"
}

func (t *tx) Index(i search.Item) error {
	row, found, err := t.rowOf(i.Kind, i.ID)
	if err != nil {
		return err
	}
	if found { // a row keeps its place: the order is that in which things were entered
		if err := t.exec("delete from "+table(i.Kind)+" where rowid = $1", row); err != nil {
			return err
		}
		err = t.exec("update indexed set day = $1, facets = $2 where rowid = $3", int64(i.Day), shown(i.Shown), row)
	} else {
		if row, err = t.newRow(entry{i.Kind, i.ID}); err != nil {
			return err
		}
		err = t.exec("insert into indexed (rowid, kind, id, day, facets) values ($1, $2, $3, $4, $5)", row, string(i.Kind), i.ID, int64(i.Day), shown(i.Shown))
	}
	if err != nil {
		return err
	}
	return t.exec("insert into "+table(i.Kind)+" (rowid, words, sender, recipient, facets) values ($1, $2, $3, $4, $5)",
		row, i.Words, i.From, i.To, strings.Join(i.Facets, " "))
}

// newRow returns the row of something that is not yet in the index.
func (t *tx) newRow(e entry) (int64, error) {
	if t.index.last == 0 {
		if _, err := t.one("select coalesce(max(rowid), 0) from indexed", nil, &t.index.last); err != nil {
			return 0, err
		}
	}
	t.index.last++
	if t.index.fresh {
		t.index.rows[e] = t.index.last
	}
	return t.index.last, nil
}

// rowOf returns the row of what is in the index.
func (t *tx) rowOf(kind search.Kind, id string) (row int64, found bool, err error) {
	if t.index.fresh {
		row, found = t.index.rows[entry{kind, id}]
		return row, found, nil
	}
	found, err = t.one("select rowid from indexed where kind = $1 and id = $2", []any{string(kind), id}, &row)
	return row, found, err
}

func (t *tx) Unindex(kind search.Kind, id string) error {
	row, found, err := t.rowOf(kind, id)
	if err != nil || !found {
		return err
	}
	delete(t.index.rows, entry{kind, id})
	if err := t.exec("delete from indexed where rowid = $1", row); err != nil {
		return err
	}
	return t.exec("delete from "+table(kind)+" where rowid = $1", row)
}

// hash is how many bytes of the index are gathered before they are written:
// fewer pieces have to be merged.
const hash = 16 << 20

func (t *tx) ClearIndex() error {
	t.index = index{fresh: true, rows: map[entry]int64{}}
	for _, kind := range []search.Kind{search.Documents, search.Claims} {
		if err := t.exec(fmt.Sprintf("insert into %[1]s (%[1]s) values ('delete-all')", table(kind))); err != nil {
			return err
		}
		if err := t.exec(fmt.Sprintf("insert into %[1]s (%[1]s, rank) values ('hashsize', $1)", table(kind)), hash); err != nil {
			return err
		}
	}
	return t.exec("delete from indexed")
}

func (t *tx) Indexed() (is bool, err error) {
	_, err = t.one("select exists (select 1 from indexed)", nil, &is)
	return is, err
}

// Answers looks first for those that were entered last, which costs little
// however many there are, and ranks them only if they are all.
func (t *tx) Answers(kind search.Kind, q search.Query) (search.Found, error) {
	expr := match(q)
	if expr == "" {
		return search.Found{}, nil
	}
	args := []any{expr}
	where := table(kind) + " match $1"
	if q.Among != nil {
		ids, err := json.Marshal(q.Among)
		if err != nil {
			return search.Found{}, err
		}
		// The plus and the cross keep SQLite from asking for the match, or the
		// list, again for each row.
		where += " and +rowid in (select indexed.rowid from json_each($2) j cross join indexed on indexed.kind = $3 and indexed.id = j.value)"
		args = append(args, string(ids), string(kind))
	}
	days, bound := "", " limit "+strconv.Itoa(search.Most+1)
	var keep func(*search.Hit) bool
	if q.Keep != nil {
		keep, bound = func(h *search.Hit) bool { return q.Keep(h.ID) }, ""
	}
	if q.Days != nil {
		days = fmt.Sprintf(" where indexed.day between %d and %d%s", int64(q.Days.First), int64(q.Days.Last), bound)
		bound = ""
	}
	facets := map[string][]search.Facet{} // few are different
	hits, err := some(t, func(rows *sql.Rows, h *search.Hit) error {
		var text sql.RawBytes
		if err := rows.Scan(&h.Entered, &h.ID, &h.Day, &text); err != nil {
			return err
		}
		all, ok := facets[string(text)]
		if !ok {
			all = facetsOf(string(text))
			facets[string(text)] = all
		}
		h.Facets = all
		return nil
	}, keep, search.Most+1, fmt.Sprintf("select hit.rowid, indexed.id, indexed.day, indexed.facets from (select rowid from %s where %s order by rowid desc%s) hit cross join indexed on indexed.rowid = hit.rowid%s",
		table(kind), where, bound, days), args...)
	if err != nil || len(hits) > search.Most {
		return search.Found{Hits: hits[:min(search.Most, len(hits))], More: len(hits) > search.Most}, err
	}
	if !q.ByFit() {
		slices.SortStableFunc(hits, func(a, b search.Hit) int { return cmp.Compare(b.Day, a.Day) })
		return search.Found{Hits: hits}, nil
	}
	type ranked struct {
		row int
		fit float64
	}
	if q.Keep != nil { // those that were kept may be few of many
		rows := make([]int, len(hits))
		for i, h := range hits {
			rows[i] = h.Entered
		}
		kept, err := json.Marshal(rows)
		if err != nil {
			return search.Found{}, err
		}
		args = append(args, string(kept))
		where += fmt.Sprintf(" and +rowid in (select value from json_each($%d))", len(args))
	}
	ranks, err := list(t, func(rows *sql.Rows, r *ranked) error { return rows.Scan(&r.row, &r.fit) },
		fmt.Sprintf("select rowid, rank from %s where %s", table(kind), where), args...)
	fits := make(map[int]float64, len(ranks))
	for _, r := range ranks {
		fits[r.row] = r.fit
	}
	slices.SortStableFunc(hits, func(a, b search.Hit) int { return cmp.Compare(fits[a.Entered], fits[b.Entered]) })
	return search.Found{Hits: hits}, err
}

// shown writes facets as one text: no value of theirs holds a blank.
func shown(facets []search.Facet) string {
	var all []string
	for _, f := range facets {
		all = append(all, f.String())
	}
	return strings.Join(all, " ")
}

func facetsOf(text string) []search.Facet {
	var all []search.Facet
	for word := range strings.FieldsSeq(text) {
		operator, value, _ := strings.Cut(word, ":")
		all = append(all, search.Facet{Operator: search.Operator(operator), Value: value})
	}
	return all
}

// match writes a query in the language of FTS5. Stems are letters, digits
// and "_", so quotes are enough. It is "" where nothing can answer.
func match(q search.Query) string {
	var wanted, unwanted []string
	if len(q.Terms) == 0 {
		return ""
	}
	for _, term := range q.Terms {
		var any []string
		for _, phrase := range term.Any {
			s := `"` + strings.Join(phrase, " ") + `"`
			if term.Prefix {
				s += " *"
			}
			any = append(any, s)
		}
		switch clause := string(term.In) + " : (" + strings.Join(any, " OR ") + ")"; {
		case len(any) == 0 && !term.Not:
			return ""
		case len(any) == 0:
		case term.Not:
			unwanted = append(unwanted, clause)
		default:
			wanted = append(wanted, clause)
		}
	}
	if len(wanted) == 0 {
		anything := search.Anything()
		wanted = []string{string(anything.In) + ` : "` + anything.Any[0][0] + `"`}
	}
	expr := "(" + strings.Join(wanted, " AND ") + ")"
	if len(unwanted) > 0 {
		expr += " NOT (" + strings.Join(unwanted, " OR ") + ")"
	}
	return expr
}
