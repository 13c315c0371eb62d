package sqlite

import (
	"database/sql"
	"strings"

	"entente/search"
)

// The index is contentless: rows of stems hold no text, and the table indexed
// says which document or claim a row is.

func (t *tx) Index(kind search.Kind, id, stems string) error {
	var row int64
	found, err := t.one("select rowid from indexed where kind = $1 and id = $2", []any{string(kind), id}, &row)
	if err != nil {
		return err
	}
	if found {
		if err := t.exec("delete from stems where rowid = $1", row); err != nil {
			return err
		}
	}
	if stems == "" {
		return t.exec("delete from indexed where kind = $1 and id = $2", string(kind), id)
	}
	if !found {
		if _, err := t.one("insert into indexed (kind, id) values ($1, $2) returning rowid", []any{string(kind), id}, &row); err != nil {
			return err
		}
	}
	if kind == search.Documents {
		return t.exec("insert into stems (rowid, document) values ($1, $2)", row, stems)
	}
	return t.exec("insert into stems (rowid, claim) values ($1, $2)", row, stems)
}

func (t *tx) ClearIndex() error {
	if err := t.exec("insert into stems (stems) values ('delete-all')"); err != nil {
		return err
	}
	return t.exec("delete from indexed")
}

func (t *tx) Hits(kind search.Kind, q search.Query, limit int) ([]string, error) {
	return list(t, func(rows *sql.Rows, id *string) error { return rows.Scan(id) },
		// Ordered by rank alone: with anything beside it SQLite would sort all that is found.
		"select indexed.id from (select rowid, rank from stems where stems match $1 order by rank limit $2) hit join indexed on indexed.rowid = hit.rowid order by hit.rank, hit.rowid",
		match(kind, q), limit)
}

// match writes a query in the language of FTS5. Stems are letters, digits
// and "_", so quotes are enough.
func match(kind search.Kind, q search.Query) string {
	var wanted, unwanted []string
	for _, term := range q.Terms {
		var any []string
		for _, phrase := range term.Any {
			s := `"` + strings.Join(phrase, " ") + `"`
			if term.Prefix {
				s += " *"
			}
			any = append(any, s)
		}
		clause := "(" + strings.Join(any, " OR ") + ")"
		if term.Not {
			unwanted = append(unwanted, clause)
		} else {
			wanted = append(wanted, clause)
		}
	}
	expr := "(" + strings.Join(wanted, " AND ") + ")"
	if len(unwanted) > 0 {
		expr = "(" + expr + " NOT (" + strings.Join(unwanted, " OR ") + "))"
	}
	return string(kind) + " : " + expr
}
