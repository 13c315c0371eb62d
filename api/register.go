package api

import (
	"errors"
	"runtime"

	"entente"
	"entente/desk"
)

// A Status tells what the register holds and what runs.
type Status struct {
	Name      string             `json:"name" doc:"Of the register."`
	By        string             `json:"by" doc:"Whose name stands on what is entered."`
	Version   string             `json:"version" doc:"Of the program."`
	API       string             `json:"api" doc:"Version of the API."`
	Go        string             `json:"go"`
	Since     string             `json:"since" format:"date-time" doc:"When the server started."`
	Documents int                `json:"documents"`
	Unread    int                `json:"unread"`
	Relations int                `json:"relations"`
	Newest    string             `json:"newest,omitempty" doc:"Day of the latest receipt."`
	States    map[desk.State]int `json:"states" doc:"How many documents have come how far: new, review, done, unread."`
	Entries   int                `json:"entries" doc:"Of the ledger."`
	Packs     []string           `json:"packs" doc:"What reads what is received now, by tag and hash."`
	Older     int                `json:"older" doc:"Documents that other packs read; read-again reads them anew."`
	Head      string             `json:"head" doc:"Of the ledger: note it, and verify can prove that nothing was taken away since." example:"12:9f86d081"`
}

func status(c *call, _ *struct{}) (*reply[Status], error) {
	s := Status{Name: c.api.Name, By: c.api.By, Version: c.api.Program, API: Version, Go: runtime.Version(), Since: instant(c.api.started)}
	house, err := c.register.House(c.ctx)
	if err != nil {
		return nil, err
	}
	s.Documents, s.Unread, s.Newest = house.Summary.Documents, house.Summary.ByState[desk.StateUnread], house.Newest
	s.States, s.Entries, s.Packs, s.Older = map[desk.State]int{}, house.Entries, append([]string{}, house.Packs...), house.Older
	for _, state := range []desk.State{desk.StateNew, desk.StateReview, desk.StateDone, desk.StateUnread} {
		s.States[state] = house.Summary.ByState[state]
	}
	relations, err := c.register.Ask(c.ctx, "relations", entente.Relation{})
	if err != nil {
		return nil, err
	}
	s.Relations = len(relations.Relations)
	head, err := c.register.Head(c.ctx)
	s.Head = head.String()
	return &reply[Status]{s}, err
}

// A Backup is the latest copy of the register.
type Backup struct {
	Known bool   `json:"known" doc:"Where the register stands notes its copies."`
	On    string `json:"on,omitempty" format:"date-time" doc:"Absent where it was never copied."`
	File  string `json:"file,omitempty"`
	Since int    `json:"since" doc:"Entries made since."`
}

func backup(c *call, _ *struct{}) (*reply[Backup], error) {
	house, err := c.register.House(c.ctx)
	if err != nil {
		return nil, err
	}
	b := Backup{Known: house.Knows, File: house.File, Since: house.Unkept}
	if !house.Backup.IsZero() {
		b.On = instant(house.Backup)
	}
	return &reply[Backup]{b}, nil
}

type verifyQuery struct {
	Head string `query:"head" maxLength:"100" doc:"A head that was noted before; it must still be one of the ledger." example:"12:9f86d081"`
}

// A Verified is what a check of the whole ledger came to.
type Verified struct {
	Sound   bool   `json:"sound"`
	Fault   string `json:"fault,omitempty" doc:"What is wrong first; it names the entry."`
	Head    string `json:"head,omitempty"`
	Entries int    `json:"entries"`
	Texts   int    `json:"texts"`
	Anchors int    `json:"anchors" doc:"Quotes that were set beside their text."`
}

func verify(c *call, in *verifyQuery) (*reply[Verified], error) {
	r, err := c.register.Verify(c.ctx, in.Head)
	v := Verified{Sound: err == nil, Head: r.Head.String(), Entries: r.Entries, Texts: r.Texts, Anchors: r.Anchors}
	if errors.Is(err, entente.ErrCorrupt) {
		v.Fault, v.Head, err = err.Error(), "", nil
	}
	return &reply[Verified]{v}, err
}
