package api

import (
	"encoding/base64"
	"encoding/json"
	"slices"
	"strings"

	"entente"
	"entente/desk"
	"entente/edtf"
)

// Paging is what every list is asked with.
type Paging struct {
	Limit  int    `query:"limit" minimum:"1" maximum:"200" default:"50" doc:"How many items at most."`
	Cursor string `query:"cursor" maxLength:"2000" doc:"Where to go on: next of the page before, as it came. Without one the list starts."`
}

// A List is one page of a list.
type List[T any] struct {
	Items []T    `json:"items"`
	Next  string `json:"next,omitempty" doc:"The cursor of the next page; absent on the last. The header Link names its address."`
}

// A listReply is a page with its header.
type listReply[T any] struct {
	Link string `header:"Link" doc:"The address of the next page, rel=next; absent on the last."`
	Body List[T]
}

// A reply is an answer that is no list.
type reply[T any] struct{ Body T }

// A key is the place of an item in a list. Cursors hold one, so that a list
// to which something is added while it is walked neither skips nor repeats.
type key []string

var errCursor = invalid("query.cursor", "no cursor of this list; send next of the page before as it came, or none to start")

func keyOf(cursor string) (key, error) {
	if cursor == "" {
		return nil, nil
	}
	var k key
	data, err := base64.RawURLEncoding.DecodeString(cursor)
	if err == nil {
		err = json.Unmarshal(data, &k)
	}
	if err != nil || len(k) == 0 {
		return nil, errCursor
	}
	return k, nil
}

func (k key) cursor() string {
	data, _ := json.Marshal(k) // strings always encode
	return base64.RawURLEncoding.EncodeToString(data)
}

// An order is how the items of a list follow each other.
type order[T any] struct {
	key  func(T) key // unique
	down bool        // the greatest key first
}

func (o order[T]) compare(a, b key) int {
	if o.down {
		return slices.Compare(b, a)
	}
	return slices.Compare(a, b)
}

// after returns what follows a cursor, in order.
func (o order[T]) after(list []T, cursor string) ([]T, error) {
	from, err := keyOf(cursor)
	if err != nil {
		return nil, err
	}
	type place struct {
		item T
		key  key
	}
	var rest []place
	for _, item := range list {
		if k := o.key(item); from == nil || o.compare(k, from) > 0 {
			rest = append(rest, place{item, k})
		}
	}
	slices.SortFunc(rest, func(a, b place) int { return o.compare(a.key, b.key) })
	items := make([]T, len(rest))
	for i, p := range rest {
		items[i] = p.item
	}
	return items, nil
}

// page makes a page of the items of a list that shape keeps: it returns what
// is shown of an item and whether it is.
func page[T, S any](c *call, p Paging, list []T, o order[T], shape func(T) (S, bool, error)) (*listReply[S], error) {
	rest, err := o.after(list, p.Cursor)
	if err != nil {
		return nil, err
	}
	r := &listReply[S]{Body: List[S]{Items: []S{}}}
	var last key
	for _, item := range rest {
		s, shown, err := shape(item)
		if err != nil {
			return nil, err
		}
		if !shown {
			continue
		}
		if len(r.Body.Items) == p.Limit {
			r.Body.Next = last.cursor()
			r.Link = c.next(r.Body.Next)
			break
		}
		r.Body.Items = append(r.Body.Items, s)
		last = o.key(item)
	}
	return r, nil
}

// next returns the header that names the next page.
func (c *call) next(cursor string) string {
	u := *c.r.URL
	q := u.Query()
	q.Set("cursor", cursor)
	return "<" + u.EscapedPath() + "?" + q.Encode() + `>; rel="next"`
}

// walk makes a page of a list that is kept in order: fetch returns at most n
// items behind a place, and shape what is shown of an item and whether it is.
func walk[T, S any](c *call, p Paging, fetch func(place string, n int) ([]desk.Listed[T], error), shape func(*T) (S, bool, error)) (*listReply[S], error) {
	k, err := keyOf(p.Cursor)
	if err != nil {
		return nil, err
	}
	place := strings.Join(k, "\x00")
	r := &listReply[S]{Body: List[S]{Items: []S{}}}
	for last := ""; ; {
		batch, err := fetch(place, p.Limit+1)
		if err != nil {
			return nil, err
		}
		for _, one := range batch {
			s, shown, err := shape(one.Item)
			if err != nil {
				return nil, err
			}
			if place = one.Place; !shown {
				continue
			}
			if len(r.Body.Items) == p.Limit {
				r.Body.Next = key{last}.cursor()
				r.Link = c.next(r.Body.Next)
				return r, nil
			}
			r.Body.Items = append(r.Body.Items, s)
			last = place
		}
		if len(batch) <= p.Limit {
			return r, nil
		}
	}
}

// every is for lists of which everything is shown.
func every[T, S any](shape func(*T) S) func(*T) (S, bool, error) {
	return func(item *T) (S, bool, error) { return shape(item), true, nil }
}

// all is for lists of which everything is shown.
func all[T, S any](shape func(T) S) func(T) (S, bool, error) {
	return func(item T) (S, bool, error) { return shape(item), true, nil }
}

// relation reads a relation; "" is all.
func relation(where, pair string) (entente.Relation, error) {
	if pair == "" {
		return entente.Relation{}, nil
	}
	rel, ok := entente.ParseRelation(pair)
	if !ok {
		return rel, invalid(where, "no relation; write two codes of states such as XA-XS")
	}
	return rel, nil
}

// day reads the day as of which something is asked; "" is the zero Date.
func day(asOf string) (edtf.Date, error) {
	if asOf == "" {
		return edtf.Date{}, nil
	}
	d, err := edtf.Parse(asOf)
	if err != nil || d.IsZero() || d.Open() {
		return d, invalid("query.as_of", "no date; write one such as 2031-03-03")
	}
	return d, nil
}

// asOf returns the day as of which a relation is shown: the one asked for, or
// else today or the day of its newest document.
func (c *call) asOf(asOf string, rel entente.Relation) (edtf.Date, error) {
	d, err := day(asOf)
	if err != nil || !d.IsZero() {
		return d, err
	}
	today, err := c.register.Today(c.ctx, rel)
	return today.Date(), err
}

// mapped is never nil: an empty list is [], not null.
func mapped[A, B any](list []A, f func(A) B) []B {
	out := make([]B, len(list))
	for i, a := range list {
		out[i] = f(a)
	}
	return out
}

func same[T any](list []T) []T { return append([]T{}, list...) }
