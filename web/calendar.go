package web

import (
	"crypto/sha256"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"time"

	"entente"
	"entente/desk"
	"entente/edtf"
)

// calendarPage lists what is overdue and what comes.
type calendarPage struct {
	page
	Overdue []desk.DueItem
	Months  []calendarMonth
	Feed    string // its address; "" for none

	NOverdue, NComing       int    // in all
	MoreOverdue, MoreComing int    // not shown, behind those that are
	NextOverdue, NextComing string // addresses of what follows; "" at the end
}

// perCalendar is how many lines of what is overdue, and of what comes, the
// calendar shows at once.
const perCalendar = 100

// A calendarMonth is what comes in one month.
type calendarMonth struct {
	Month string // EDTF
	Items []desk.DueItem
}

func (s *Server) calendar(w http.ResponseWriter, r *http.Request) error {
	items, err := s.due(r)
	if err != nil {
		return err
	}
	p := calendarPage{page: s.newPage(r, s.faceOf(r).T("calendar"))}
	if s.FeedKey != "" && !p.Demo {
		bare(w)
		p.Feed = "http://" + r.Host + "/feeds/" + s.FeedKey + "/calendar.ics"
	}
	var coming []desk.DueItem
	for _, item := range items {
		if item.Overdue {
			p.Overdue = append(p.Overdue, item)
		} else {
			coming = append(coming, item)
		}
	}
	query := r.URL.Query()
	next := func(name string, list []desk.DueItem) (window []desk.DueItem, more int, address string) {
		from := min(number(query.Get(name)), len(list))
		to := min(from+perCalendar, len(list))
		if more = len(list) - to; more > 0 {
			there := url.Values{name: {strconv.Itoa(to)}}
			if on := query.Get("on"); on != "" {
				there.Set("on", on)
			}
			address = "/calendar?" + there.Encode()
		}
		return list[from:to], more, address
	}
	p.NOverdue, p.NComing = len(p.Overdue), len(coming)
	p.Overdue, p.MoreOverdue, p.NextOverdue = next("overdue", p.Overdue)
	coming, p.MoreComing, p.NextComing = next("coming", coming)
	for _, item := range coming {
		first, _ := item.Date.Bounds()
		y, m, _ := first.Civil()
		month := edtf.InMonth(y, m).String()
		if n := len(p.Months); n == 0 || p.Months[n-1].Month != month {
			p.Months = append(p.Months, calendarMonth{Month: month})
		}
		last := &p.Months[len(p.Months)-1]
		last.Items = append(last.Items, item)
	}
	return s.show(w, r, "calendar", &p)
}

// due returns what is due in every relation, each as of its day.
func (s *Server) due(r *http.Request) (items []desk.DueItem, err error) {
	register := s.registerOf(sessionOf(r))
	on, asked, err := s.asked(r)
	if err != nil {
		return nil, err
	}
	if asked {
		items, err = register.Due(r.Context(), entente.Relation{}, on)
	} else {
		items, err = register.Calendar(r.Context())
	}
	slices.SortStableFunc(items, func(a, b desk.DueItem) int { return edtf.Compare(a.Date, b.Date) })
	return items, err
}

// calendarFeed is the calendar for programs, which have a key and no session.
func (s *Server) calendarFeed(w http.ResponseWriter, r *http.Request) error {
	key, want := sha256.Sum256([]byte(r.PathValue("key"))), sha256.Sum256([]byte(s.FeedKey))
	if s.FeedKey == "" || key != want {
		return errNoSession
	}
	return s.calendarFile(w, r)
}

// calendarFile is the calendar as an iCalendar file.
func (s *Server) calendarFile(w http.ResponseWriter, r *http.Request) error {
	items, err := s.due(r)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/calendar; charset=utf-8")
	w.Header().Set("Content-Disposition", `attachment; filename="entente.ics"`)
	_, _ = w.Write(s.faceOf(r).icalendar(items, s.Now(), "http://"+r.Host)) // the browser may have gone
	return nil
}

// icalendar writes what is due for the programs that found it at an address
// of a site. It is the same all day.
func (f *face) icalendar(items []desk.DueItem, now time.Time, site string) []byte {
	cal := newICalendar(f.T("calendar.name"), now.UTC().Truncate(24*time.Hour))
	for _, item := range items {
		cal.event(event{
			ID:      eventID(item),
			Summary: f.matter(item.Matter),
			Note:    join(" · ", item.Next, f.relation(item.Relation), f.when(item.Date.String()), f.word(item.Matter.Stage)),
			Place:   item.Matter.Place,
			Link:    site + "/matters/" + short(item.Matter.ID),
			Date:    item.Date,
			Due:     item.Matter.Kind != entente.Contact || item.Next != "",
		})
	}
	return cal.bytes()
}

// eventID names an event by what it is about, so that a calendar program
// takes a new date for the old event's.
func eventID(item desk.DueItem) string {
	if item.Next != "" {
		return string(item.Matter.ID) + "-next"
	}
	return string(item.Matter.ID)
}
