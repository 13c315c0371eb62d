package api

import (
	"errors"
	"fmt"
	"net/http"
	"slices"

	"entente"
	"entente/desk"

	"github.com/danielgtaylor/huma/v2"
)

// A HandClaim is a claim that a person makes of words of a document.
type HandClaim struct {
	Document string                    `json:"document" minLength:"4" maxLength:"100" doc:"The document, named as in /documents/{id}."`
	Quote    string                    `json:"quote" minLength:"1" maxLength:"20000" doc:"The words of its text that make the claim; white space may differ."`
	Near     *int                      `json:"near,omitempty" minimum:"0" doc:"A byte of the text that they stand at or near to, where they stand several times."`
	Kind     entente.Kind              `json:"kind"`
	Force    entente.Force             `json:"force"`
	Fields   map[entente.Field][]Right `json:"fields,omitempty" doc:"The values of each field, with the words of the quote that say them; without any a value is inferred."`
	About    entente.ClaimID           `json:"about,omitempty" maxLength:"100" doc:"Another claim of the document that is about the same."`
}

type adding struct{ Body HandClaim }

// added is a claim that is new, and where it stands.
type added struct {
	Location string `header:"Location" doc:"The address of the claim."`
	Body     Claim
}

func addClaim(c *call, in *adding) (*added, error) {
	h := desk.HandClaim{Document: in.Body.Document, Quote: in.Body.Quote, Near: -1, Kind: in.Body.Kind, Force: in.Body.Force, About: in.Body.About,
		Fields: map[entente.Field][]desk.Correction{}}
	if in.Body.Near != nil {
		h.Near = *in.Body.Near
	}
	for field, values := range in.Body.Fields {
		rule, err := ruleOf(h.Kind, field)
		if err != nil {
			return nil, err
		}
		for i, v := range values {
			if err := checkValue(fmt.Sprintf("body.fields.%s[%d]", field, i), rule, v.Value); err != nil {
				return nil, err
			}
			h.Fields[field] = append(h.Fields[field], desk.Correction{Value: v.Value, Words: v.Words})
		}
	}
	if h.About != "" {
		about, err := c.register.ClaimID(c.ctx, string(h.About))
		if err != nil {
			return nil, err
		}
		h.About = about
	}
	id, err := c.register.ClaimByHand(c.ctx, c.api.By, h)
	var several *desk.AmbiguousError
	if errors.As(err, &several) {
		return nil, places(several)
	}
	if err != nil {
		return nil, err
	}
	row, err := c.register.Claim(c.ctx, id)
	if err != nil {
		return nil, err
	}
	return &added{Prefix + "/claims/" + string(id), claimOf(row)}, nil
}

// places says where words stand of which several are meant.
func places(several *desk.AmbiguousError) error {
	m := &huma.ErrorModel{Status: http.StatusBadRequest, Detail: several.Error() + ": send the byte of one as near"}
	for _, at := range several.Places {
		m.Errors = append(m.Errors, &huma.ErrorDetail{Message: "the words stand here", Location: "body.near", Value: at.Start})
	}
	return complete(m)
}

// ruleOf returns the rule of a field that a kind of claim has.
func ruleOf(kind entente.Kind, field entente.Field) (entente.FieldRule, error) {
	rules := entente.FieldsOf[kind]
	at := slices.IndexFunc(rules, func(r entente.FieldRule) bool { return r.Field == field })
	if at < 0 {
		return entente.FieldRule{}, invalid("body.fields."+string(field), fmt.Sprintf("%s has no such field", kind))
	}
	return rules[at], nil
}
