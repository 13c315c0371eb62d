package api

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"
)

const about = `The register as JSON: everything that the pages do. One word a thing: the names are those of doc/terms.md and of ` +
	"`entente read --json`" + `. Offsets are bytes of the text version, half open; a quote is exactly the bytes between them. Dates are EDTF (ISO 8601-2), ` +
	`states ISO 3166-1 alpha-2, languages BCP 47.

Lists come in pages of limit items; next, and the header Link, lead to the next. Every GET but verify and backup bears an ETag, and answers 304 to it in ` +
	`If-None-Match. A write with the ETag of any GET in If-Match holds only if the register has not changed since; else the answer is 412. ` +
	`What goes wrong comes as problem details (RFC 9457), in English or French as Accept-Language asks.

Programs send the token that ` + "`entente token`" + ` prints, as Authorization: Bearer …; a browser that was let in may ask with its cookie.`

// newHuma returns what reads requests, checks them and writes answers.
func newHuma(mux *http.ServeMux) huma.API {
	registry := huma.NewMapRegistry("#/components/schemas/", schemaName)
	alias(registry)
	config := huma.Config{
		OpenAPI: &huma.OpenAPI{
			OpenAPI: "3.1.0",
			Info:    &huma.Info{Title: "Entente", Version: Version, Description: about},
			Components: &huma.Components{Schemas: registry, SecuritySchemes: map[string]*huma.SecurityScheme{
				"token":   {Type: "http", Scheme: "bearer", Description: "Printed by `entente token`."},
				"session": {Type: "apiKey", In: "cookie", Name: "entente-8080", Description: "Of a browser that was let in; its name ends in the port."},
			}},
			Security: []map[string][]string{{"token": {}}, {"session": {}}},
		},
		Formats:                      map[string]huma.Format{"application/json": huma.DefaultJSONFormat, "json": huma.DefaultJSONFormat},
		DefaultFormat:                "application/json",
		RejectUnknownQueryParameters: true,
		Transformers: []huma.Transformer{func(ctx huma.Context, _ string, v any) (any, error) {
			if m, ok := v.(*huma.ErrorModel); ok {
				language := languageOf(ctx.Header("Accept-Language"))
				translated(m, language)
				ctx.SetHeader("Content-Language", language)
				ctx.AppendHeader("Vary", "Accept-Language")
			}
			return v, nil
		}},
	}
	for _, g := range groups {
		config.Tags = append(config.Tags, &huma.Tag{Name: g.name, Description: g.text})
	}
	h := humago.NewWithPrefix(mux, Prefix, config)
	h.UseMiddleware(func(ctx huma.Context, next func(huma.Context)) { next(plainContext{ctx}) })
	return h
}

// A plainContext answers what huma finds wrong as a bad request.
type plainContext struct{ humaContext }

type humaContext = huma.Context // embedded under a name that is not that of its method

func (c plainContext) SetStatus(code int) {
	if code == http.StatusUnprocessableEntity {
		code = http.StatusBadRequest
	}
	c.humaContext.SetStatus(code)
}

// Unwrap is for huma.
func (c plainContext) Unwrap() huma.Context { return c.humaContext }

// schemaName names schemas after their types.
func schemaName(t reflect.Type, hint string) string {
	name := huma.DefaultSchemaNamer(t, hint)
	of := t
	for of.Kind() == reflect.Pointer || of.Kind() == reflect.Slice {
		of = of.Elem()
	}
	switch {
	case of == reflect.TypeFor[huma.ErrorModel]():
		return "Problem"
	case of == reflect.TypeFor[huma.ErrorDetail]():
		return "ProblemDetail"
	case strings.HasSuffix(of.PkgPath(), "/export") && (name == "Document" || name == "Claim" || name == "Line"):
		return "Reading" + strings.TrimPrefix(name, "Line") // of the line of entente read --json
	case name == "Page":
		return "Span"
	}
	return name
}

// add registers one operation.
func add[I, O any](a *API, group, method, path, id, summary string, f func(*call, *I) (*O, error), status ...int) {
	op := huma.Operation{OperationID: id, Method: method, Path: path, Tags: []string{group}, Summary: summary}
	for _, s := range status {
		op.DefaultStatus = s // else it is 200, or 204 without an answer
	}
	huma.Register(a.huma, op, func(ctx context.Context, in *I) (*O, error) {
		c := ctx.Value(callKey{}).(*call)
		out, err := f(c, in)
		if err != nil {
			m := problem(err)
			a.note(c.r, m.Status, err)
			return nil, m
		}
		return out, nil
	})
}

// describe completes the OpenAPI document with what holds of all operations.
func (a *API) describe() error {
	doc := a.huma.OpenAPI()
	schemas := doc.Components.Schemas
	for name, s := range schemas.Map() {
		never(s)
		absent := embedded(schemas.TypeFromRef("#/components/schemas/" + name))
		s.Required = slices.DeleteFunc(s.Required, func(field string) bool { return slices.Contains(absent, field) })
	}
	problems := schemas.Schema(reflect.TypeFor[huma.ErrorModel](), true, "Problem")
	doc.Components.Responses = map[string]*huma.Response{}
	for _, f := range Faults {
		doc.Components.Responses[responseName(f)] = &huma.Response{Description: f.Title + ". " + f.Would,
			Content: map[string]*huma.MediaType{"application/problem+json": {Schema: problems}}}
	}
	sent := map[string]bool{}
	for path, item := range doc.Paths {
		for _, op := range operations(item) {
			a.complete(path, op)
			if op.RequestBody != nil {
				named(schemas, op.RequestBody.Content["application/json"].Schema, sent)
			}
		}
	}
	for name, s := range schemas.Map() {
		if s.AdditionalProperties == false && !sent[name] {
			s.AdditionalProperties = nil // fields may be added to answers
		}
	}
	if err := a.describeReceive(doc.Paths["/documents"].Post); err != nil {
		return err
	}
	var err error
	a.document, err = json.Marshal(doc)
	sum := sha256.Sum256(a.document)
	a.edition = `"` + hex.EncodeToString(sum[:12]) + `"`
	return err
}

// never takes null out of lists: an empty one is [].
func never(s *huma.Schema) {
	if s == nil {
		return
	}
	if s.Type == huma.TypeArray {
		s.Nullable = false
	}
	never(s.Items)
	for _, p := range s.Properties {
		never(p)
	}
	if more, ok := s.AdditionalProperties.(*huma.Schema); ok {
		never(more)
	}
}

// embedded returns the fields of the structs that a shape embeds by pointer:
// they are absent as a whole where it is nil.
func embedded(t reflect.Type) []string {
	var fields []string
	for _, f := range reflect.VisibleFields(t) {
		if len(f.Index) > 1 && t.Field(f.Index[0]).Type.Kind() == reflect.Pointer {
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			fields = append(fields, name)
		}
	}
	return fields
}

// named notes the names of the schemas that one is made of.
func named(all huma.Registry, s *huma.Schema, names map[string]bool) {
	if s == nil {
		return
	}
	if name := s.Ref[strings.LastIndex(s.Ref, "/")+1:]; name != "" && !names[name] {
		names[name] = true
		named(all, all.SchemaFromRef(s.Ref), names)
	}
	named(all, s.Items, names)
	for _, p := range s.Properties {
		named(all, p, names)
	}
	if more, ok := s.AdditionalProperties.(*huma.Schema); ok {
		named(all, more, names)
	}
}

func responseName(f Fault) string {
	name := ""
	for part := range strings.SplitSeq(f.Slug, "-") {
		name += strings.ToUpper(part[:1]) + part[1:]
	}
	return name
}

func operations(item *huma.PathItem) []*huma.Operation {
	var ops []*huma.Operation
	for _, op := range []*huma.Operation{item.Get, item.Post, item.Put, item.Patch, item.Delete} {
		if op != nil {
			ops = append(ops, op)
		}
	}
	return ops
}

// complete says of an operation what may go wrong, and how its entity tag is
// used.
func (a *API) complete(path string, op *huma.Operation) {
	statuses := []int{http.StatusBadRequest, http.StatusUnauthorized, http.StatusInternalServerError}
	if strings.Contains(path, "{") || op.Method == http.MethodGet {
		statuses = append(statuses, http.StatusNotFound)
	}
	text := &huma.Schema{Type: huma.TypeString}
	if op.Method == http.MethodGet {
		if !uncached[op.Method+" "+Prefix+path] {
			op.Parameters = append(op.Parameters, &huma.Param{Name: "If-None-Match", In: "header", Schema: text, Description: "An ETag of this address: where it still holds the answer is 304."})
			ok := op.Responses["200"]
			if ok.Headers == nil {
				ok.Headers = map[string]*huma.Param{}
			}
			ok.Headers["ETag"] = &huma.Param{Schema: text, Description: "Of the answer, strong."}
			op.Responses["304"] = &huma.Response{Description: "As it was."}
		}
	} else {
		op.Parameters = append(op.Parameters, &huma.Param{Name: "If-Match", In: "header", Schema: text, Description: "An ETag of any GET: the write holds only if the register has not changed since."})
		statuses = append(statuses, http.StatusForbidden, http.StatusConflict, http.StatusPreconditionFailed, http.StatusRequestEntityTooLarge)
		if op.RequestBody != nil {
			statuses = append(statuses, http.StatusUnsupportedMediaType)
		}
	}
	delete(op.Responses, "default")
	for _, s := range statuses {
		op.Responses[strconv.Itoa(s)] = &huma.Response{Ref: "#/components/responses/" + responseName(faultOf(s))}
	}
}

// describeReceive says what documents are sent as. The body is streamed, so
// huma does not read it.
func (a *API) describeReceive(op *huma.Operation) error {
	if op == nil {
		return fmt.Errorf("api: no operation receives documents")
	}
	op.RequestBody = &huma.RequestBody{Required: true, Description: "Files, or words. At most 512 MiB at once, and 256 MiB a file.",
		Content: map[string]*huma.MediaType{"multipart/form-data": {Schema: &huma.Schema{Type: huma.TypeObject, Properties: map[string]*huma.Schema{
			"files": {Type: huma.TypeArray, Items: &huma.Schema{Type: huma.TypeString, Extensions: map[string]any{"contentMediaType": "application/octet-stream"}}, Description: "As many as one likes."},
			"text":  {Type: huma.TypeString, Description: "Words that were pasted."},
		}}}}}
	created := *op.Responses["200"]
	created.Description = "Something is new."
	op.Responses["200"].Description = "Everything was there before."
	op.Responses["201"] = &created
	return nil
}

// Document returns the OpenAPI document, as JSON.
func (a *API) Document() []byte { return a.document }

func (a *API) serveDocument(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("ETag", a.edition)
	if matches(r.Header.Get("If-None-Match"), a.edition) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	w.Header().Set("Content-Type", "application/openapi+json")
	_, _ = w.Write(a.document) // the caller may have gone
}
