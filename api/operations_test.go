package api_test

import (
	"maps"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Every operation that the OpenAPI document names is asked here, in an order
// in which each finds what it needs.
func TestOperations(t *testing.T) {
	p := newProgram(t, newRegister(t, sources(t)))
	doc := p.get("/openapi.json")
	asked := map[string]bool{}
	do := func(id string, status int, method, path string, body any, header ...string) object {
		t.Helper()
		asked[id] = true
		got := p.must(status, method, path, body, header...)
		if status < 300 && strings.Contains(p.last.Header().Get("Content-Type"), "json") {
			conforms(t, id, doc, map[string]any(got), responseSchema(doc, id, status))
		}
		return got
	}
	get := func(id, path string) object {
		t.Helper()
		return do(id, 200, http.MethodGet, path, nil)
	}
	want := func(what string, got, want any) {
		t.Helper()
		if got != want {
			t.Errorf("%s is %v, want %v", what, got, want)
		}
	}

	// documents
	body, kind := form(t, "files", "confirmation.txt", note)
	received := do("receive-documents", 201, http.MethodPost, "/documents?direction=out&received=2031-03-05", body, "Content-Type", kind)
	want("the register number", received.text("items", 0, "number"), "out 2031/1")
	want("the relation", received.text("items", 0, "relation") != "" || received.at("items", 0, "claims").(float64) > 0, true)
	body, kind = form(t, "files", "again.txt", note)
	again := do("receive-documents", 200, http.MethodPost, "/documents", body, "Content-Type", kind)
	want("known", again.at("items", 0, "known"), true)
	list := get("list-documents", "/documents?state=new&relation=xs-xa&limit=200")
	want("documents of a relation", len(list.list("items")) >= 14, true)
	id := received.text("items", 0, "id")
	letter := get("get-document", "/documents/"+strings.TrimPrefix(id, "sha256:")[:12])
	want("the id", letter.text("id"), id)
	want("the text", letter.text("text"), note)
	want("the form", letter.text("form"), letter.text("envelope", "form"))
	want("parts", len(letter.list("parts")) > 3, true)
	want("state", letter.text("review", "state"), "new")
	for _, c := range letter.list("claims") {
		start, end := int(c.at("start").(float64)), int(c.at("end").(float64))
		want("the quote", c.text("quote"), note[start:end])
	}
	byNumber := get("get-document", "/documents/"+url.PathEscape("out/2031/1"))
	want("by its register number", byNumber.text("id"), id)
	line := get("get-reading", "/documents/"+id+"/reading")
	want("the reading", line.text("document", "text_sha256"), letter.text("text_sha256"))
	want("its claims", len(line.list("claims")), len(letter.list("claims")))
	want("read again", do("read-again", 200, http.MethodPost, "/documents/"+id+"/reading", nil).at("documents"), 1.0)

	// claims
	claims := get("list-claims", "/claims?document="+strings.TrimPrefix(id, "sha256:")+"&verdict=waiting").list("items")
	want("claims that wait", len(claims), len(letter.list("claims")))
	visit := get("list-claims", "/claims?relation=XA-XS&kind=contact&limit=1").list("items")[0].text("id")
	held := do("judge-claim", 200, http.MethodPut, "/claims/"+visit+"/judgement", object{"verdict": "confirmed", "reason": "seen"})
	want("confirmed", held.text("judgement", "verdict"), "confirmed")
	want("by", held.text("judgement", "by"), "Ada")
	held = do("judge-claim", 200, http.MethodPut, "/claims/"+visit+"/judgement", object{"verdict": "corrected", "force": "promised",
		"fields": object{"date": []object{{"value": "2031-05-06"}}, "level": []object{{"value": "state"}}}})
	want("the right date", held.text("fields", "date", 0, "value"), "2031-05-06")
	want("the right level", held.text("fields", "level", 0, "value"), "state")
	want("the right force", held.text("force"), "promised")
	want("as it was read", held.text("read", "force") != "", true)
	held = do("unjudge-claim", 200, http.MethodDelete, "/claims/"+visit+"/judgement", nil)
	want("taken back", held.at("judgement"), nil)
	want("the claim", get("get-claim", "/claims/"+visit[:10]).text("force"), held.text("force"))
	held = do("judge-claim", 200, http.MethodPut, "/claims/"+visit+"/judgement", object{"verdict": "rejected"})
	want("a rejected one stands", held.at("stands"), false)
	do("unjudge-claim", 200, http.MethodDelete, "/claims/"+visit+"/judgement", nil)

	hand := do("add-claim", 201, http.MethodPost, "/claims", object{"document": id, "quote": "Arcadia will fund the extension of the harbour at Cold Bay", "kind": "undertaking", "force": "promised",
		"fields": object{"title": []object{{"value": "harbour at Cold Bay", "words": "harbour at Cold Bay"}}, "due": []object{{"value": "2032"}}}})
	want("by hand", hand.text("hand"), "Ada")
	want("its words", hand.text("fields", "title", 0, "quote"), "harbour at Cold Bay")
	want("an inferred value", hand.at("fields", "due", 0, "inferred"), true)
	want("where it stands", p.last.Header().Get("Location"), "/api/v1/claims/"+hand.text("id"))

	// matters
	undertakings := get("list-matters", "/matters?kind=undertaking&limit=2").list("items")
	a, b := undertakings[0].text("id"), undertakings[1].text("id")
	pair := do("judge-pair", 200, http.MethodPut, "/pairs/"+a+"/"+b, object{"verdict": "same", "reason": "one quay"})
	want("one matter", pair.text("a", "matter"), pair.text("b", "matter"))
	pair = do("unjudge-pair", 200, http.MethodDelete, "/pairs/"+a+"/"+b, nil)
	want("two matters", pair.text("a", "matter") != pair.text("b", "matter"), true)
	do("judge-pair", 200, http.MethodPut, "/pairs/"+a+"/"+b, object{"verdict": "unsure"})
	want("questions", len(get("list-questions", "/questions?relation=XA-XS").list("items")) > 0, true)
	do("judge-pair", 200, http.MethodPut, "/pairs/"+a+"/"+b, object{"verdict": "different"})
	file := do("judge-matter", 200, http.MethodPut, "/matters/"+a+"/outcome", object{"outcome": "kept", "reason": "it stands there"})
	want("the outcome", file.text("outcome"), "kept")
	want("who says so", file.text("judged", "by"), "Ada")
	want("what is concluded", file.text("concluded", "outcome") != "", true)
	want("taken back", do("unjudge-matter", 200, http.MethodDelete, "/matters/"+a+"/outcome", nil).at("judged"), nil)
	noted := do("note-matter", 200, http.MethodPatch, "/matters/"+a+"/note", object{"starred": true, "owner": "Bea", "next": "ask the port", "due": "2031-04-01"})
	want("starred", noted.at("note", "starred"), true)
	noted = do("note-matter", 200, http.MethodPatch, "/matters/"+a+"/note", object{"owner": ""})
	want("the owner", noted.at("note", "owner"), nil)
	want("the next step", noted.text("note", "next"), "ask the port")
	want("the chosen few", len(get("list-matters", "/matters?starred=true").list("items")), 1)
	history := get("get-matter", "/matters/"+a)
	want("wordings", len(history.list("wordings")) > 0, true)
	want("quotes", history.text("wordings", 0, "claims", 0, "quote") != "", true)
	do("get-matter", 404, http.MethodGet, "/matters/"+a+"?as_of=1990", nil)
	steps := 0
	for _, d := range get("list-due", "/calendar?limit=200").list("items") {
		if d.text("next") == "ask the port" && d.text("date") == "2031-04-01" {
			steps++
		}
	}
	want("next steps in the calendar", steps, 1)

	// relations
	want("the relation", get("list-relations", "/relations").text("items", 0, "relation"), "XA-XS")
	relation := get("get-relation", "/relations/xs-xa?as_of=2032-06-30")
	want("the day", relation.text("as_of"), "2032-06-30")
	early := get("get-relation", "/relations/XA-XS?as_of=2028-01-01")
	want("fewer documents", early.at("documents").(float64) < relation.at("documents").(float64), true)
	kept := get("list-outcomes", "/relations/XA-XS/matters?outcome=kept&as_of=2032-06-30&limit=200").list("items")
	counted := 0.0
	for _, kind := range []string{"agreements", "undertakings"} {
		n, _ := relation.at(kind, "kept").(float64)
		counted += n
	}
	want("matters that were kept", float64(len(kept)), counted)
	for _, m := range kept {
		want("the outcome of "+m.text("title"), m.text("outcome"), "kept")
	}
	lines := get("get-lifelines", "/relations/XA-XS/lifelines?as_of=2032-06-30")
	want("lines", len(lines.list("lines")) > 10, true)
	want("a day", regexp.MustCompile(`^\d{4}-\d\d-\d\d$`).MatchString(lines.text("lines", 0, "points", 0, "first")), true)
	do("get-picture", 200, http.MethodGet, "/relations/XA-XS/lifelines.svg?language=fr", nil)
	want("the picture", strings.HasPrefix(p.last.Body.String(), "<svg"), true)
	want("its type", p.last.Header().Get("Content-Type"), "image/svg+xml")
	want("the horizon", do("set-horizon", 200, http.MethodPut, "/relations/XA-XS/horizon", object{"months": 36}).at("horizon"), 36.0)
	want("the common one", do("set-horizon", 200, http.MethodPut, "/relations/XA-XS/horizon", object{"months": 0}).at("horizon"), 24.0)

	// the rest
	want("parties", get("list-parties", "/parties?kind=person").text("items", 0, "kind"), "person")
	hits := get("search", "/search?q="+url.QueryEscape(`tramway`))
	want("hits", len(hits.list("documents")) > 0 && len(hits.list("claims")) > 0, true)
	words := hits.text("documents", 0, "words")
	lit := hits.list("documents", 0, "lit")[0]
	want("lit", strings.Contains(strings.ToLower(words[int(lit.at("start").(float64)):int(lit.at("end").(float64))]), "tramway"), true)
	want("facets", hits.text("facets", 0, "query") != "", true)
	want("a note", get("search", "/search?q=colour%3Ared+tramway").text("notes", 0, "fault"), "operator")
	want("the search", do("keep-search", 200, http.MethodPut, "/searches/trams%20and%20more", object{"query": "tramway kind:undertaking"}).text("name"), "trams and more")
	want("searches", get("list-searches", "/searches").text("items", 0, "query"), "tramway kind:undertaking")
	want("news", get("get-news", "/searches/trams%20and%20more/news").text("items", 0, "claim", "claim", "kind"), "undertaking")
	get0 := func(id, path string) string {
		do(id, 200, http.MethodGet, path, nil)
		return p.last.Body.String()
	}
	want("a feed", strings.Contains(get0("get-feed", "/searches/trams%20and%20more/news.atom"), "<feed xmlns=\"http://www.w3.org/2005/Atom\""), true)
	want("its language", p.last.Header().Get("Content-Language"), "en")
	want("its type", p.last.Header().Get("Content-Type"), "application/atom+xml; charset=utf-8")
	want("a calendar", strings.HasPrefix(get0("get-calendar", "/calendar.ics?language=fr&relation=XA-XS"), "BEGIN:VCALENDAR"), true)
	want("its type", p.last.Header().Get("Content-Type"), "text/calendar; charset=utf-8")
	want("the next step", strings.Contains(p.last.Body.String(), "ask the port"), true)
	want("its address", strings.Contains(p.last.Body.String(), "URL:http://127.0.0.1:8080/matters/"), true)
	want("its language", p.last.Header().Get("Content-Language"), "fr")
	do("drop-search", 204, http.MethodDelete, "/searches/trams%20and%20more", nil)
	changed := get("list-changes", "/changes?since=2031-03-03&limit=3")
	want("documents that came", len(changed.list("documents")), 3)
	want("and the rest", changed.at("left", "documents"), 12.0)
	want("who held what", changed.text("held", 0, "by"), "Ada")
	want("what moved", len(changed.list("moves")), 3)
	want("nothing since", get("list-changes", "/changes?since=2031-03-04T00:00:00Z").at("entries"), 0.0)
	status := get("get-status", "/status")
	want("documents", status.at("documents"), 15.0)
	want("those in review", status.at("states", "review"), 1.0)
	want("no copy that anybody knows of", get("get-backup", "/backup").at("known"), false)
	want("sound", get("verify", "/verify?head="+url.QueryEscape(status.text("head"))).at("sound"), true)
	want("the same name", get("compare-names", "/names?a=Nazarba%C3%AFev&b="+url.QueryEscape("Назарбаев")).at("same"), true)
	want("a date", get("find-dates", "/dates?language=en&reference=2031-03-03&text="+url.QueryEscape("our call of 11 February last")).text("dates", 0, "value"), "2031-02-11")

	for _, id := range documented(t, p) {
		if !asked[id] {
			t.Errorf("operation %s is documented and not asked here", id)
		}
		delete(asked, id)
	}
	if len(asked) > 0 {
		t.Errorf("operations that are not documented: %v", slices.Sorted(maps.Keys(asked)))
	}
	if p.log.Len() > 0 {
		t.Errorf("the log holds %s", p.log)
	}
}

// documented returns the ids of all operations of the OpenAPI document.
func documented(t *testing.T, p *program) []string {
	var ids []string
	for _, item := range p.get("/openapi.json").at("paths").(map[string]any) {
		for _, op := range item.(map[string]any) {
			ids = append(ids, object(op.(map[string]any)).text("operationId"))
		}
	}
	return ids
}

// responseSchema returns the schema of what an operation answers.
func responseSchema(doc object, id string, status int) any {
	for _, item := range doc.at("paths").(map[string]any) {
		for _, op := range item.(map[string]any) {
			if o := object(op.(map[string]any)); o.text("operationId") == id {
				return o.at("responses", strconv.Itoa(status), "content", "application/json", "schema")
			}
		}
	}
	return nil
}

// conforms fails where a value is not what its schema says, or says more.
func conforms(t *testing.T, at string, doc object, v, schema any) {
	t.Helper()
	s, is := schema.(map[string]any)
	if !is {
		t.Fatalf("%s: no schema", at)
	}
	if ref, is := s["$ref"].(string); is {
		conforms(t, at, doc, v, doc.at(steps(ref)...))
		return
	}
	if words, is := s["enum"].([]any); is && !slices.Contains(words, v) {
		t.Errorf("%s: %v is none of %v", at, v, words)
	}
	kind := ""
	switch v := v.(type) {
	case map[string]any:
		kind = "object"
		properties, _ := s["properties"].(map[string]any)
		needed, _ := s["required"].([]any)
		for _, name := range needed {
			if _, there := v[name.(string)]; !there {
				t.Errorf("%s: no %s", at, name)
			}
		}
		for name, field := range v {
			more := properties[name]
			if more == nil {
				more = s["additionalProperties"]
			}
			if more == nil {
				t.Errorf("%s: %s is not told of", at, name)
				continue
			}
			conforms(t, at+"."+name, doc, field, more)
		}
	case []any:
		kind = "array"
		for _, item := range v {
			conforms(t, at+"[]", doc, item, s["items"])
		}
	case string:
		kind = "string"
	case bool:
		kind = "boolean"
	case float64:
		if kind = "number"; s["type"] == "integer" && v == float64(int64(v)) {
			kind = "integer"
		}
	}
	if s["type"] != kind {
		t.Errorf("%s: a value of type %q where %v is told of", at, kind, s["type"])
	}
}
