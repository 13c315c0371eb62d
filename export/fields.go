package export

import (
	"bytes"
	"encoding/json"
	"slices"

	"entente"
)

// Fields are a claim's values in the order of entente.FieldsOf, which is
// also the order in which people read them: an object that maps the name of a
// field to a list of Value.
type Fields struct {
	kind   entente.Kind
	values map[entente.Field][]entente.Value
}

// FieldsOf returns the shape of a claim's fields.
func FieldsOf(c entente.Claim) Fields { return Fields{c.Kind, c.Fields} }

// MarshalJSON writes the fields that hold a value.
func (f Fields) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	b.WriteByte('{')
	for i, name := range f.names() {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := enc.Encode(name); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := enc.Encode(mapped(f.values[name], valueOf)); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// names returns the fields that hold a value: those of the kind in their
// order, then any others by name.
func (f Fields) names() []entente.Field {
	var names, others []entente.Field
	for _, rule := range entente.FieldsOf[f.kind] {
		if len(f.values[rule.Field]) > 0 {
			names = append(names, rule.Field)
		}
	}
	for name, values := range f.values {
		if len(values) > 0 && !slices.Contains(names, name) {
			others = append(others, name)
		}
	}
	slices.Sort(others)
	return append(names, others...)
}
