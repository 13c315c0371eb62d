package web

import (
	"net/http"

	"entente/api"
)

// routes leads to every page and every form, and to the API.
func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()
	for pattern, f := range s.pages() {
		mux.Handle(pattern, s.page(f))
	}
	mux.Handle("GET /static/", staticHandler())
	mux.Handle(api.Prefix+"/", s.api)
	return mux
}

// pages names every page and every form.
func (s *Server) pages() map[string]func(http.ResponseWriter, *http.Request) error {
	return map[string]func(http.ResponseWriter, *http.Request) error{
		"GET /{$}":        s.inbox,
		"POST /documents": s.receive,

		"GET /documents/{id}":          s.letter,
		"GET /documents/{id}/claim":    s.handForm,
		"POST /documents/{id}/claims":  s.claimByHand,
		"GET /dates":                   s.readDateIn,
		"GET /claims/{id}":             s.claimPlace,
		"POST /claims/{id}/judgement":  s.judgeClaim,
		"GET /claims/{id}/correction":  s.correction,
		"POST /claims/{id}/correction": s.correctClaim,

		"GET /relations":             s.relations,
		"GET /relations/{pair}":      s.relationFile,
		"GET /relation/{pair}":       s.relationShort,
		"GET /{pair}":                s.relationShort,
		"GET /matters/{id}":          s.matterFile,
		"POST /matters/{id}/outcome": s.judgeMatter,
		"POST /matters/{id}/note":    s.noteMatter,
		"POST /pairs":                s.judgePair,

		"GET /search":                    s.search,
		"POST /searches":                 s.saveSearch,
		"GET /feeds/{key}/search/{name}": s.searchFeed,
		"GET /calendar":                  s.calendar,
		"GET /calendar.ics":              s.calendarFile,
		"GET /feeds/{key}/calendar.ics":  s.calendarFeed,
		"GET /changes":                   s.changes,
		"GET /people":                    s.people,
		"GET /help":                      s.help,
		"GET /status":                    s.status,
		"GET /api":                       s.reference,

		"GET /login":        s.login,
		"POST /login":       s.newLink,
		"POST /preferences": s.prefer,
		"POST /demo":        s.enterDemo,

		"/": s.nothing,
	}
}
