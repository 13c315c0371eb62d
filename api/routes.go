package api

import "net/http"

// The groups that operations stand in.
const (
	onDocuments = "documents"
	onClaims    = "claims"
	onMatters   = "matters"
	onRelations = "relations"
	onParties   = "parties"
	onRegister  = "register"
	onHelpers   = "helpers"
)

// groups say what each is about.
var groups = []struct{ name, text string }{
	{onDocuments, "What came in: letters, notes, records, each with its text and what was read in it."},
	{onClaims, "What documents say, in exact words, and what a person holds of it."},
	{onMatters, "The contacts, agreements and undertakings that claims are about, and what became of them."},
	{onRelations, "Pairs of states: where each stands on a day."},
	{onParties, "People and organisations by their printed names."},
	{onRegister, "The register itself: search, state, proof."},
	{onHelpers, "What reads names and dates, for one's own lists."},
}

// routes names every operation.
func (a *API) routes() {
	get, post, put, patch, remove := http.MethodGet, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete

	add(a, onDocuments, get, "/documents", "list-documents", "List documents, latest received first", documents)
	add(a, onDocuments, post, "/documents", "receive-documents", "Receive documents: read them and enter them in the register", receive)
	add(a, onDocuments, get, "/documents/{id}", "get-document", "A document with its text, parts, envelope, mentions and claims", document)
	add(a, onDocuments, get, "/documents/{id}/reading", "get-reading", "The reading of a document as `entente read --json` prints it", reading)
	add(a, onDocuments, post, "/documents/{id}/reading", "read-again", "Read a document again; what was judged stays", reread)

	add(a, onClaims, get, "/claims", "list-claims", "List claims, oldest document first, in the order of the text", claims)
	add(a, onClaims, post, "/claims", "add-claim", "Make a claim by hand, of words that the reader passed over", addClaim, http.StatusCreated)
	add(a, onClaims, get, "/claims/{id}", "get-claim", "A claim as it stands", claim)
	add(a, onClaims, put, "/claims/{id}/judgement", "judge-claim", "Confirm, correct or reject a claim", judgeClaim)
	add(a, onClaims, remove, "/claims/{id}/judgement", "unjudge-claim", "Take back what was held of a claim", unjudgeClaim)
	add(a, onClaims, get, "/questions", "list-questions", "List doubts about two claims that wait for a person", questions)
	add(a, onClaims, put, "/pairs/{a}/{b}", "judge-pair", "Say whether two claims are about one matter", judgePair)
	add(a, onClaims, remove, "/pairs/{a}/{b}", "unjudge-pair", "Take back what was held of two claims", unjudgePair)

	add(a, onMatters, get, "/matters", "list-matters", "List contacts, then agreements, then undertakings, each by date", matters)
	add(a, onMatters, get, "/matters/{id}", "get-matter", "A matter with its history of wording, what is stated and what is concluded", matter)
	add(a, onMatters, put, "/matters/{id}/outcome", "judge-matter", "Say what became of a matter; it stands until newer words", judgeMatter)
	add(a, onMatters, remove, "/matters/{id}/outcome", "unjudge-matter", "Take back what was held of an outcome", unjudgeMatter)
	add(a, onMatters, patch, "/matters/{id}/note", "note-matter", "Change the note on a matter: star, owner, next step, due, note. What is not named stays; an empty text takes it away", noteMatter)
	add(a, onMatters, get, "/calendar", "list-due", "List what is overdue and what comes, soonest first", due)

	add(a, onMatters, get, "/calendar.ics", "get-calendar", "What is overdue and what comes, as iCalendar (RFC 5545)", calendarFile)

	add(a, onRelations, get, "/relations", "list-relations", "List relations", relations)
	add(a, onRelations, get, "/relations/{pair}", "get-relation", "Where a relation stands on a day", relationFile)
	add(a, onRelations, get, "/relations/{pair}/matters", "list-outcomes", "List the matters of a relation with what became of each, by kind, oldest first", followings)
	add(a, onRelations, get, "/relations/{pair}/lifelines", "get-lifelines", "What the picture of a relation draws", lifelines)
	add(a, onRelations, get, "/relations/{pair}/lifelines.svg", "get-picture", "The picture of a relation, as SVG", lifelinesPicture)
	add(a, onRelations, put, "/relations/{pair}/horizon", "set-horizon", "Set the months without news after which its matters are asked about", watch)

	add(a, onParties, get, "/parties", "list-parties", "List people and organisations by name", parties)

	add(a, onRegister, get, "/search", "search", "Find documents and claims by words and operators", search)
	add(a, onRegister, get, "/changes", "list-changes", "What was entered since an instant, and what it moved", changes)
	add(a, onRegister, get, "/searches", "list-searches", "List the searches that are kept, by name", searches)
	add(a, onRegister, put, "/searches/{name}", "keep-search", "Keep a search under a name", keepSearch)
	add(a, onRegister, remove, "/searches/{name}", "drop-search", "Take away a search that is kept", dropSearch)
	add(a, onRegister, get, "/searches/{name}/news", "get-news", "What a search that is kept finds, what was entered last first", news)
	add(a, onRegister, get, "/searches/{name}/news.atom", "get-feed", "The same as a feed (Atom, RFC 4287)", newsFeed)
	add(a, onRegister, get, "/status", "get-status", "What the register holds and what runs", status)
	add(a, onRegister, get, "/backup", "get-backup", "When the register was last copied", backup)
	add(a, onRegister, get, "/verify", "verify", "Check the whole ledger: its hash chain, and every quote against its text", verify)

	add(a, onHelpers, get, "/names", "compare-names", "Compare two names across scripts, romanisations and small slips", names)
	add(a, onHelpers, get, "/dates", "find-dates", "Find the dates in a text", dates)

	a.mux.HandleFunc("GET "+Prefix+"/openapi.json", a.serveDocument)
}
