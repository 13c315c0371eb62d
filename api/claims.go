package api

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"entente"
	"entente/desk"
	"entente/edtf"
)

// claimsQuery asks for claims.
type claimsQuery struct {
	Paging
	Document string       `query:"document" maxLength:"100" doc:"Only those of a document, named as in /documents/{id}."`
	Relation string       `query:"relation" maxLength:"10" doc:"Only those of a relation." example:"XA-XS"`
	Kind     entente.Kind `query:"kind" doc:"Only those of a kind."`
	Verdict  string       `query:"verdict" enum:"waiting,confirmed,corrected,rejected" doc:"Only those of which this is held; waiting: nobody has looked at them."`
}

func claims(c *call, in *claimsQuery) (*listReply[Claim], error) {
	from, err := keyOf(in.Cursor)
	if err != nil || from != nil && len(from) != 3 {
		return nil, errCursor
	}
	r := &listReply[Claim]{Body: List[Claim]{Items: []Claim{}}}
	var last key
	err = c.eachDocument(in, from, func(d *desk.DocumentFile, place string) (more bool) {
		for _, claim := range d.Claims {
			k := key{place, fmt.Sprintf("%012d", claim.Claim.Start), string(claim.ID)}
			if !in.wants(claim) || from != nil && slices.Compare(k, from) <= 0 {
				continue
			}
			if len(r.Body.Items) == in.Limit {
				r.Body.Next = last.cursor()
				r.Link = c.next(r.Body.Next)
				return false
			}
			r.Body.Items = append(r.Body.Items, claimOf(claim))
			last = k
		}
		return true
	})
	return r, err
}

// eachDocument calls f for the documents that a list of claims is of, by
// date, from that of a cursor on, until f has enough.
func (c *call) eachDocument(in *claimsQuery, from key, f func(d *desk.DocumentFile, place string) (more bool)) error {
	if in.Document != "" {
		a, err := c.register.Ask(c.ctx, in.Document, entente.Relation{})
		if err != nil {
			return err
		}
		if a.Document == nil {
			return fmt.Errorf("document %s: %w", in.Document, entente.ErrNotFound)
		}
		f(a.Document, "")
		return nil
	}
	rel, err := relation("query.relation", in.Relation)
	if err != nil {
		return err
	}
	place := ""
	if from != nil {
		place = from[0][:max(0, len(from[0])-1)] // right before the document of the last claim
	}
	many := min(16, in.Limit+1)
	for {
		list, err := c.register.ShowingBehind(c.ctx, desk.Showing{Relation: rel, Kind: in.Kind, Verdict: entente.Verdict(in.Verdict)}, place, many)
		if err != nil {
			return err
		}
		for _, d := range list {
			if place = d.Place; d.Item.Read == 0 {
				continue
			}
			if !f(d.Item, place) {
				return nil
			}
		}
		if len(list) < many {
			return nil
		}
	}
}

func (in *claimsQuery) wants(c *desk.Claim) bool {
	if c.Behind != "" || in.Kind != "" && c.Claim.Kind != in.Kind {
		return false
	}
	switch in.Verdict {
	case "":
		return true
	case "waiting":
		return c.Verdict == ""
	}
	return string(c.Verdict) == in.Verdict
}

// ClaimPath names one claim.
type ClaimPath struct {
	ID string `path:"id" maxLength:"100" doc:"The id of a claim, or its start, of which four characters are enough."`
}

func (c *call) claim(prefix string) (*desk.Claim, error) {
	id, err := c.register.ClaimID(c.ctx, prefix)
	if err != nil {
		return nil, err
	}
	return c.register.Claim(c.ctx, id)
}

func claim(c *call, in *ClaimPath) (*reply[Claim], error) {
	row, err := c.claim(in.ID)
	if err != nil {
		return nil, err
	}
	return &reply[Claim]{claimOf(row)}, nil
}

// A ClaimVerdict is what a person says of a claim.
type ClaimVerdict struct {
	Verdict entente.Verdict           `json:"verdict" enum:"confirmed,corrected,rejected"`
	Reason  string                    `json:"reason,omitempty" maxLength:"2000" doc:"A sentence for a person."`
	Force   entente.Force             `json:"force,omitempty" doc:"corrected: another force."`
	Fields  map[entente.Field][]Right `json:"fields,omitempty" doc:"corrected: for each field named, its right values; none empties it. Fields that are not named stay."`
}

// A Right is a value as it should read.
type Right struct {
	Value string `json:"value" minLength:"1" maxLength:"2000" doc:"A word of the field's list, EDTF for a date, a number and its unit for an amount (3.1e8 EUR), or words."`
	Words string `json:"words,omitempty" maxLength:"2000" doc:"The words of the claim that say it; without any those that stood for the field, the value itself where it stands in the claim, or none: then it is inferred."`
}

type judging struct {
	ClaimPath
	Body ClaimVerdict
}

func judgeClaim(c *call, in *judging) (*reply[Claim], error) {
	row, err := c.claim(in.ID)
	if err != nil {
		return nil, err
	}
	j := entente.Judgement{Verdict: in.Body.Verdict, Subject: row.ID, Reason: strings.TrimSpace(in.Body.Reason)}
	changed := in.Body.Force != "" || len(in.Body.Fields) > 0
	switch {
	case in.Body.Verdict != entente.Corrected && changed:
		return nil, invalid("body.verdict", "force and fields belong to the verdict corrected")
	case in.Body.Verdict == entente.Corrected && !changed:
		return nil, invalid("body.verdict", "say what is right: a force, or fields")
	case changed:
		right, err := corrected(row.Stands(), in.Body)
		if err != nil {
			return nil, err
		}
		j.Claim = &right
	}
	return c.judge(j)
}

func unjudgeClaim(c *call, in *ClaimPath) (*reply[Claim], error) {
	id, err := c.register.ClaimID(c.ctx, in.ID)
	if err != nil {
		return nil, err
	}
	return c.judge(entente.Judgement{Verdict: entente.Superseded, Subject: id})
}

// judge enters a judgement on one claim and answers with it.
func (c *call) judge(j entente.Judgement) (*reply[Claim], error) {
	if _, err := c.register.Judge(c.ctx, c.api.By, j); err != nil {
		return nil, err
	}
	row, err := c.register.Claim(c.ctx, j.Subject)
	if err != nil {
		return nil, err
	}
	return &reply[Claim]{claimOf(row)}, nil
}

var dateFields = []entente.Field{entente.FieldDate, entente.FieldEarlierDate, entente.FieldDue}

// corrected returns a claim with what a person says is right.
func corrected(claim entente.Claim, said ClaimVerdict) (entente.Claim, error) {
	if said.Force != "" {
		claim.Force = said.Force
	}
	fields := map[entente.Field][]entente.Value{}
	for field, values := range claim.Fields {
		fields[field] = values
	}
	claim.Fields = fields
	for field, values := range said.Fields {
		where := "body.fields." + string(field)
		rule, err := ruleOf(claim.Kind, field)
		if err != nil {
			return claim, err
		}
		old := fields[field]
		delete(fields, field)
		for i, v := range values {
			where := fmt.Sprintf("%s[%d]", where, i)
			if err := checkValue(where, rule, v.Value); err != nil {
				return claim, err
			}
			if v.Words == "" && rule.Values == nil && !slices.Contains(dateFields, field) && strings.Contains(claim.Quote, v.Value) {
				v.Words = v.Value // the claim's own words say it
			}
			value, err := anchored(where, claim, old, v)
			if err != nil {
				return claim, err
			}
			fields[field] = append(fields[field], value)
		}
	}
	return claim, nil
}

// checkValue reports a value that cannot stand in a field.
func checkValue(where string, rule entente.FieldRule, value string) error {
	if rule.Values != nil && !slices.Contains(rule.Values, value) {
		return invalid(where+".value", "one of these is expected: "+strings.Join(rule.Values, ", "))
	}
	if slices.Contains(dateFields, rule.Field) {
		if d, err := edtf.Parse(value); err != nil || d.IsZero() {
			return invalid(where+".value", "no date; write EDTF such as 2031-03-03")
		}
	}
	if rule.Field == entente.FieldAmount && !amount.MatchString(value) {
		return invalid(where+".value", "no amount; write a number and its currency (ISO 4217) or unit, such as 3.1e8 EUR")
	}
	return nil
}

// amount is an amount as a register keeps it.
var amount = regexp.MustCompile(`^[0-9]+(\.[0-9]+)?(e[0-9]{1,2})? \S.{0,40}$`)

// anchored ties a right value to the words that say it.
func anchored(where string, claim entente.Claim, old []entente.Value, v Right) (entente.Value, error) {
	if v.Words != "" {
		if at := strings.Index(claim.Quote, v.Words); at >= 0 {
			at += claim.Start
			return entente.Value{Value: v.Value, Anchor: entente.Anchor{Span: entente.Span{Start: at, End: at + len(v.Words)}, Quote: v.Words}}, nil
		}
		return entente.Value{}, invalid(where+".words", "these words do not stand in the claim's quote; copy them out of it, byte for byte")
	}
	for _, o := range old {
		if o.Value == v.Value || len(old) == 1 && !o.Empty() {
			if o.Value != v.Value { // the words are the same, and mean something else
				o.Value, o.Name = v.Value, ""
			}
			return o, nil
		}
	}
	return entente.Inferred(v.Value, "corrected by hand"), nil
}
