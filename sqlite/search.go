package sqlite

import (
	"database/sql"
	"strings"

	"entente/search"
)

// The index is contentless: rows of stems hold no text, and the table indexed
// says which document or claim a row is.

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

func (t *tx) Index(kind search.Kind, id, stems string) error {
	row, found, err := t.indexed(kind, id)
	if err != nil {
		return err
	}
	if found {
		if err := t.exec("delete from stems where rowid = $1", row); err != nil {
			return err
		}
	}
	if stems == "" {
		if !found {
			return nil
		}
		delete(t.index.rows, entry{kind, id})
		return t.exec("delete from indexed where rowid = $1", row)
	}
	if !found {
		if t.index.last == 0 {
			if _, err := t.one("select coalesce(max(rowid), 0) from indexed", nil, &t.index.last); err != nil {
				return err
			}
		}
		t.index.last++
		row = t.index.last
		if t.index.fresh {
			t.index.rows[entry{kind, id}] = row
		}
		if err := t.exec("insert into indexed (rowid, kind, id) values ($1, $2, $3)", row, string(kind), id); err != nil {
			return err
		}
	}
	if kind == search.Documents {
		return t.exec("insert into stems (rowid, document) values ($1, $2)", row, stems)
	}
	return t.exec("insert into stems (rowid, claim) values ($1, $2)", row, stems)
}

// indexed returns the row of what is in the index.
func (t *tx) indexed(kind search.Kind, id string) (row int64, found bool, err error) {
	if t.index.fresh {
		row, found = t.index.rows[entry{kind, id}]
		return row, found, nil
	}
	found, err = t.one("select rowid from indexed where kind = $1 and id = $2", []any{string(kind), id}, &row)
	return row, found, err
}

// hash is how many bytes of the index are gathered before they are written:
// fewer pieces have to be merged.
const hash = 32 << 20

func (t *tx) ClearIndex() error {
	t.index = index{fresh: true, rows: map[entry]int64{}}
	if err := t.exec("insert into stems (stems) values ('delete-all')"); err != nil {
		return err
	}
	if err := t.exec("insert into stems (stems, rank) values ('hashsize', $1)", hash); err != nil {
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
