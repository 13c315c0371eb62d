package api

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

// A Reference is the OpenAPI document as a person reads it.
type Reference struct {
	About   []string // paragraphs
	Prefix  string
	Groups  []ReferenceGroup
	Schemas []ReferenceSchema // by name
	Faults  []Fault
}

// A ReferenceGroup is operations that belong together.
type ReferenceGroup struct {
	Name, Text string
	Operations []ReferenceOperation
}

// A ReferenceOperation is one operation.
type ReferenceOperation struct {
	ID, Method, Path, Summary string
	Parameters                []ReferenceField
	Body                      []ReferenceField // of a form
	Takes, Gives              []ReferenceType  // of what is sent and what is answered
}

// A ReferenceSchema is one shape.
type ReferenceSchema struct {
	Name   string
	Fields []ReferenceField
}

// A ReferenceField is one parameter of an operation or one field of a shape.
type ReferenceField struct {
	Name     string
	In       string // path, query or header; "" for a field
	Type     []ReferenceType
	Required bool
	Text     string
	Words    string // the closed list
}

// Said says where a field stands and whether it may be missing.
func (f ReferenceField) Said() string {
	switch {
	case f.In == "path":
		return "in the path"
	case f.In == "query" && f.Required:
		return "needed"
	case f.In == "" && !f.Required:
		return "optional"
	}
	return ""
}

// A ReferenceType is a piece of the words for a type; Link is the name of the
// schema it is, "" for none.
type ReferenceType struct{ Text, Link string }

// Reference returns the OpenAPI document as a person reads it, in a language.
// What is said of single fields is in English.
func (a *API) Reference(language string) Reference {
	said := func(text string) string { return say(language, plainly(text)) }
	doc := a.huma.OpenAPI()
	ref := Reference{Prefix: Prefix}
	for part := range strings.SplitSeq(about, "\n\n") {
		ref.About = append(ref.About, said(part))
	}
	for _, f := range Faults {
		ref.Faults = append(ref.Faults, Fault{f.Status, f.Slug, say(language, f.Title), say(language, f.Would)})
	}
	for _, g := range groups {
		group := ReferenceGroup{Name: g.name, Text: said(g.text)}
		for _, path := range slices.Sorted(maps.Keys(doc.Paths)) {
			for _, op := range operations(doc.Paths[path]) {
				if op.Tags[0] == g.name {
					one := referenceOf(op)
					one.Summary = said(op.Summary)
					group.Operations = append(group.Operations, one)
				}
			}
		}
		ref.Groups = append(ref.Groups, group)
	}
	schemas := doc.Components.Schemas.Map()
	for _, name := range slices.Sorted(maps.Keys(schemas)) {
		ref.Schemas = append(ref.Schemas, ReferenceSchema{name, fieldsOf(schemas[name])})
	}
	return ref
}

// plainly takes the marks of code out of a text.
func plainly(text string) string { return strings.ReplaceAll(text, "`", "") }

func referenceOf(op *huma.Operation) ReferenceOperation {
	r := ReferenceOperation{ID: op.OperationID, Method: op.Method, Path: op.Path}
	for _, p := range op.Parameters {
		if p.In == "header" {
			continue // told of all at once
		}
		f := fieldOf(p.Name, p.Schema, p.Required)
		f.In, f.Text = p.In, cmp.Or(p.Description, f.Text)
		r.Parameters = append(r.Parameters, f)
	}
	if op.RequestBody != nil {
		if json := op.RequestBody.Content["application/json"]; json != nil {
			r.Takes = typeOf(json.Schema)
		} else {
			r.Body = fieldsOf(op.RequestBody.Content["multipart/form-data"].Schema)
		}
	}
	for _, status := range []string{"200", "201"} {
		if ok := op.Responses[status]; ok != nil && r.Gives == nil {
			for _, kind := range slices.Sorted(maps.Keys(ok.Content)) {
				if r.Gives = []ReferenceType{{Text: kind}}; kind == "application/json" {
					r.Gives = typeOf(ok.Content[kind].Schema)
				}
			}
		}
	}
	return r
}

// fieldsOf returns the fields of a shape: those that are always there first.
func fieldsOf(s *huma.Schema) []ReferenceField {
	var fields []ReferenceField
	for _, name := range slices.Sorted(maps.Keys(s.Properties)) {
		fields = append(fields, fieldOf(name, s.Properties[name], slices.Contains(s.Required, name)))
	}
	slices.SortStableFunc(fields, func(a, b ReferenceField) int { return compareBool(b.Required, a.Required) })
	return fields
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

func fieldOf(name string, s *huma.Schema, required bool) ReferenceField {
	f := ReferenceField{Name: name, Type: typeOf(s), Required: required, Text: s.Description}
	var words []string
	for _, w := range s.Enum {
		words = append(words, fmt.Sprint(w))
	}
	f.Words = strings.Join(words, ", ")
	return f
}

func typeOf(s *huma.Schema) []ReferenceType {
	switch more, _ := s.AdditionalProperties.(*huma.Schema); {
	case s.Ref != "":
		name := s.Ref[strings.LastIndex(s.Ref, "/")+1:]
		return []ReferenceType{{name, name}}
	case s.Type == huma.TypeArray:
		return append([]ReferenceType{{Text: "list of "}}, typeOf(s.Items)...)
	case more != nil:
		return append([]ReferenceType{{Text: "object of "}}, typeOf(more)...)
	}
	return []ReferenceType{{Text: s.Type}}
}
