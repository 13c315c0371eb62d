package api

import (
	"reflect"
	"slices"

	"entente"
	"entente/export"

	"github.com/danielgtaylor/huma/v2"
)

var kindsOfClaim = []entente.Kind{entente.Contact, entente.Agreement, entente.Undertaking}

// The types whose words are closed lists of the root. Each stands for its
// like in the OpenAPI document, so that the lists are the code's.
type (
	kindWord      string
	mentionWord   string
	partWord      string
	forceWord     string
	outcomeWord   string
	directionWord string
	fieldWord     string
)

func (kindWord) Schema(huma.Registry) *huma.Schema {
	return oneOf(kindsOfClaim...)
}

func (mentionWord) Schema(huma.Registry) *huma.Schema {
	return oneOf(entente.MentionPerson, entente.MentionOrganisation, entente.MentionPlace, entente.MentionDate, entente.MentionAmount)
}

func (partWord) Schema(huma.Registry) *huma.Schema {
	return oneOf(entente.PartHeading, entente.PartLetterhead, entente.PartHeader, entente.PartMark, entente.PartReference, entente.PartDateline,
		entente.PartSubject, entente.PartAddress, entente.PartParticipants, entente.PartSalutation, entente.PartParagraph, entente.PartListIntro,
		entente.PartItem, entente.PartClose, entente.PartSignature, entente.PartAnnotation, entente.PartCopies, entente.PartEnclosure,
		entente.PartNote, entente.PartResidue)
}

func (forceWord) Schema(huma.Registry) *huma.Schema     { return oneOf(entente.Forces...) }
func (outcomeWord) Schema(huma.Registry) *huma.Schema   { return oneOf(entente.Outcomes...) }
func (directionWord) Schema(huma.Registry) *huma.Schema { return oneOf(entente.Directions...) }

func (fieldWord) Schema(huma.Registry) *huma.Schema {
	var fields []entente.Field
	for _, kind := range kindsOfClaim {
		for _, rule := range entente.FieldsOf[kind] {
			if !slices.Contains(fields, rule.Field) {
				fields = append(fields, rule.Field)
			}
		}
	}
	return oneOf(fields...)
}

func oneOf[T ~string](words ...T) *huma.Schema {
	s := &huma.Schema{Type: huma.TypeString}
	for _, w := range words {
		s.Enum = append(s.Enum, string(w))
	}
	return s
}

// alias tells a registry of schemas what stands for the types of others.
func alias(r huma.Registry) {
	for _, pair := range [][2]reflect.Type{
		{reflect.TypeFor[entente.Kind](), reflect.TypeFor[kindWord]()},
		{reflect.TypeFor[entente.MentionKind](), reflect.TypeFor[mentionWord]()},
		{reflect.TypeFor[entente.PartKind](), reflect.TypeFor[partWord]()},
		{reflect.TypeFor[entente.Force](), reflect.TypeFor[forceWord]()},
		{reflect.TypeFor[entente.Outcome](), reflect.TypeFor[outcomeWord]()},
		{reflect.TypeFor[entente.Direction](), reflect.TypeFor[directionWord]()},
		{reflect.TypeFor[entente.Field](), reflect.TypeFor[fieldWord]()},
		{reflect.TypeFor[export.Fields](), reflect.TypeFor[map[entente.Field][]export.Value]()},
	} {
		r.RegisterTypeAlias(pair[0], pair[1])
	}
}
