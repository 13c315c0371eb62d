package api

import (
	"errors"
	"runtime"

	"entente"
	"entente/desk"
)

// A Status tells what the register holds and what runs.
type Status struct {
	Name      string `json:"name" doc:"Of the register."`
	By        string `json:"by" doc:"Whose name stands on what is entered."`
	Version   string `json:"version" doc:"Of the program."`
	API       string `json:"api" doc:"Version of the API."`
	Go        string `json:"go"`
	Since     string `json:"since" format:"date-time" doc:"When the server started."`
	Documents int    `json:"documents"`
	Unread    int    `json:"unread"`
	Relations int    `json:"relations"`
	Newest    string `json:"newest,omitempty" doc:"Day of the latest receipt."`
	Head      string `json:"head" doc:"Of the ledger: note it, and verify can prove that nothing was taken away since." example:"12:9f86d081"`
}

func status(c *call, _ *struct{}) (*reply[Status], error) {
	s := Status{Name: c.api.Name, By: c.api.By, Version: c.api.Program, API: Version, Go: runtime.Version(), Since: instant(c.api.started)}
	in, err := c.register.Inbox(c.ctx, "", 0, 0)
	if err != nil {
		return nil, err
	}
	s.Documents, s.Unread, s.Newest = in.Summary.Documents, in.Summary.ByState[desk.StateUnread], in.Newest
	relations, err := c.register.Ask(c.ctx, "relations", entente.Relation{})
	if err != nil {
		return nil, err
	}
	s.Relations = len(relations.Relations)
	head, err := c.register.Head(c.ctx)
	s.Head = head.String()
	return &reply[Status]{s}, err
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
