package api_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// The OpenAPI document is a promise to other programs: what changes in it is
// seen in review.
func TestDocument(t *testing.T) {
	p := newProgram(t, newRegister(t, nil))
	p.get("/openapi.json")
	var b bytes.Buffer
	if err := json.Indent(&b, p.last.Body.Bytes(), "", " "); err != nil {
		t.Fatal(err)
	}
	b.WriteByte('\n')
	const golden = "testdata/openapi.json"
	if *update {
		if err := os.WriteFile(golden, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b.Bytes(), want) {
		got, want := strings.Split(b.String(), "\n"), strings.Split(string(want), "\n")
		for i := range got {
			if i >= len(want) || got[i] != want[i] {
				t.Fatalf("%s is stale from line %d on (%s); go test ./api -update rewrites it for review", golden, i+1, strings.TrimSpace(got[i]))
			}
		}
		t.Fatalf("%s is stale at its end; go test ./api -update rewrites it for review", golden)
	}
}

// The document holds together as OpenAPI 3.1 asks.
func TestDocumentIsOpenAPI(t *testing.T) {
	p := newProgram(t, newRegister(t, nil))
	doc := p.get("/openapi.json")
	if got := doc.text("openapi"); !strings.HasPrefix(got, "3.1.") {
		t.Errorf("openapi is %q", got)
	}
	for _, needed := range []string{"title", "version", "description"} {
		if doc.text("info", needed) == "" {
			t.Errorf("info has no %s", needed)
		}
	}
	known := []string{"openapi", "info", "servers", "paths", "components", "security", "tags"}
	for name := range doc {
		if !slices.Contains(known, name) {
			t.Errorf("%s is no part of a document", name)
		}
	}
	walk("", map[string]any(doc), func(at string, o object) {
		ref, is := o["$ref"].(string)
		if is && !strings.Contains(at, "/properties") {
			if !strings.HasPrefix(ref, "#/") || doc.at(steps(ref)...) == nil {
				t.Errorf("%s: %s leads nowhere", at, ref)
			}
		}
		if kind, is := o["type"]; is && strings.Contains(at, "chema") && path.Base(at) != "properties" {
			checkType(t, at, kind)
		}
	})
	ids, shapes := map[string]string{}, map[string]bool{}
	for _, route := range slices.Sorted(maps.Keys(doc.at("paths").(map[string]any))) {
		item := doc.at("paths", route).(map[string]any)
		if !strings.HasPrefix(route, "/") {
			t.Errorf("%s does not start with /", route)
		}
		for method, o := range item {
			op, at := object(o.(map[string]any)), method+" "+route
			if !slices.Contains([]string{"get", "put", "post", "delete", "patch"}, method) {
				t.Errorf("%s: no method", at)
			}
			id := op.text("operationId")
			if !regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`).MatchString(id) || ids[id] != "" {
				t.Errorf("%s: its id %q is none, or that of %s", at, id, ids[id])
			}
			ids[id] = at
			if op.text("summary") == "" || op.text("tags", 0) == "" && op.at("tags", 0) == nil {
				t.Errorf("%s: no summary, or no group", at)
			}
			checkParameters(t, at, route, op)
			responses, _ := op.at("responses").(map[string]any)
			if responses["200"] == nil && responses["201"] == nil && responses["204"] == nil || responses["401"] == nil {
				t.Errorf("%s: answers %v", at, slices.Sorted(maps.Keys(responses)))
			}
			if method == "get" && responses["404"] == nil {
				t.Errorf("%s: never not found", at)
			}
		}
	}
	walk("", map[string]any(doc), func(_ string, o object) { shapes[o.text("$ref")] = true })
	for name := range doc.at("components", "schemas").(map[string]any) {
		if !shapes["#/components/schemas/"+name] {
			t.Errorf("nothing is a %s", name)
		}
	}
}

// checkParameters sees that a path and its parameters name the same.
func checkParameters(t *testing.T, at, route string, op object) {
	t.Helper()
	var named []string
	for _, m := range regexp.MustCompile(`\{(\w+)\}`).FindAllStringSubmatch(route, -1) {
		named = append(named, m[1])
	}
	var said []string
	seen := map[string]bool{}
	for _, p := range op.list("parameters") {
		name, in := p.text("name"), p.text("in")
		if !slices.Contains([]string{"path", "query", "header"}, in) || seen[in+name] || p.at("schema") == nil {
			t.Errorf("%s: parameter %s in %q", at, name, in)
		}
		seen[in+name] = true
		if in == "path" {
			said = append(said, name)
			if p.at("required") != true {
				t.Errorf("%s: %s stands in the path and is not required", at, name)
			}
		}
	}
	slices.Sort(named)
	slices.Sort(said)
	if !slices.Equal(named, said) {
		t.Errorf("%s: names %v and tells of %v", at, named, said)
	}
}

// checkType sees that a type is one of JSON Schema, and that there is no
// nullable, which 3.1 does not know.
func checkType(t *testing.T, at string, kind any) {
	t.Helper()
	kinds, many := kind.([]any)
	if !many {
		kinds = []any{kind}
	}
	for _, k := range kinds {
		if s, is := k.(string); is && !slices.Contains([]string{"object", "array", "string", "integer", "number", "boolean", "null", "http", "apiKey"}, s) {
			t.Errorf("%s: type %q", at, s)
		}
	}
}

// walk calls f for every object of a document.
func walk(at string, v any, f func(string, object)) {
	switch v := v.(type) {
	case map[string]any:
		f(at, v)
		for _, name := range slices.Sorted(maps.Keys(v)) {
			walk(at+"/"+name, v[name], f)
		}
	case []any:
		for _, item := range v {
			walk(at, item, f)
		}
	}
}

// steps are the names on the way of a reference.
func steps(ref string) []any {
	var all []any
	for name := range strings.SplitSeq(strings.TrimPrefix(ref, "#/"), "/") {
		all = append(all, name)
	}
	return all
}
