package projection

import "entente"

// What each kind of row consists of. A change here needs another Form.

func documentRow(c *Coder, d *Document) {
	ID(c, &d.ID)
	Text(c, &d.Name)
	Text(c, &d.MediaType)
	Number(c, &d.Bytes)
	Text(c, &d.Number.Direction)
	Number(c, &d.Number.Year)
	Number(c, &d.Number.N)
	Text(c, &d.On)
	Text(c, &d.By)
	Text(c, &d.Mark)
	Text(c, &d.Unread)
	Text(c, &d.Language)
	ID(c, &d.TextSHA256)
	List(c, &d.Packs, Text)
	Text(c, &d.Form)
	Text(c, &d.Date)
	Text(c, &d.Place)
	for _, list := range []*[]Person{&d.Sender, &d.Recipient, &d.Parties} {
		List(c, list, func(c *Coder, p *Person) {
			Text(c, &p.Name)
			Text(c, &p.Office)
			Text(c, &p.State)
		})
	}
	List(c, &d.References, Text)
	List(c, &d.Relations, func(c *Coder, r *Related) {
		relationPart(c, &r.Relation)
		Text(c, &r.Why)
	})
	Number(c, &d.Claims)
	Number(c, &d.Waiting)
	Number(c, &d.Judged)
	List(c, &d.Shown, Text)
	List(c, &d.Remarks, func(c *Coder, r *entente.Remark) {
		anchorPart(c, &r.Anchor)
		Text(c, &r.Text)
	})
	Number(c, &d.Entered)
	Number(c, &d.Read)
}

func relationPart(c *Coder, r *entente.Relation) {
	Text(c, &r.A)
	Text(c, &r.B)
}

func claimRow(c *Coder, r *Claim) {
	ID(c, &r.ID)
	ID(c, &r.Document)
	ID(c, &r.TextSHA256)
	Number(c, &r.First)
	Number(c, &r.Read)
	Number(c, &r.Order)
	Text(c, &r.Date)
	claimPart(c, &r.Claim)
	Some(c, &r.Corrected, claimPart)
	Map(c, &r.Names, Text, Text)
	List(c, &r.States, Text)
	List(c, &r.Marks, Text)
	Text(c, &r.Verdict)
	ID(c, &r.Judgement)
	Text(c, &r.By)
	Text(c, &r.Reason)
	Text(c, &r.Hand)
	Some(c, &r.Outcome, conclusionPart)
	Some(c, &r.Note, notePart)
	for _, flag := range []*bool{&r.Current, &r.Held, &r.Paired, &r.Joined, &r.Stood} {
		c.Flag(flag)
	}
	ID(c, &r.Behind)
	Text(c, &r.About)
	ID(c, &r.Heir)
	List(c, &r.After, ID)
	ID(c, &r.Matter)
}

func conclusionPart(c *Coder, o *Conclusion) {
	ID(c, &o.Claim)
	Text(c, &o.Outcome)
	Text(c, &o.By)
	Text(c, &o.Reason)
	Text(c, &o.On)
	Number(c, &o.Seq)
	ID(c, &o.Entry)
}

func notePart(c *Coder, n *Note) {
	ID(c, &n.Subject)
	c.Flag(&n.Starred)
	Text(c, &n.Owner)
	Text(c, &n.Next)
	Text(c, &n.Due)
	Text(c, &n.Noted.Note)
	ID(c, &n.Follows)
	Text(c, &n.By)
	Text(c, &n.On)
	Number(c, &n.Seq)
	ID(c, &n.Entry)
}

// MatterRow codes a matter.
func MatterRow(c *Coder, m *Matter) {
	ID(c, &m.ID)
	Text(c, &m.Kind)
	List(c, &m.Claims, ID)
	Text(c, &m.Title)
	Text(c, &m.Mode)
	Text(c, &m.Stage)
	Text(c, &m.StageForce)
	Text(c, &m.Date)
	Text(c, &m.Place)
	List(c, &m.Domains, Text)
	List(c, &m.Parties, Text)
	List(c, &m.Documents, ID)
	Text(c, &m.Last)
	List(c, &m.Relations, relationPart)
	List(c, &m.Marks, Text)
	Some(c, &m.Outcome, conclusionPart)
	Some(c, &m.Note, notePart)
	List(c, &m.Doubts, ID)
	List(c, &m.Disputed, func(c *Coder, pair *[2]entente.ClaimID) {
		ID(c, &pair[0])
		ID(c, &pair[1])
	})
}

func linkedPart(c *Coder, l *linked) {
	ID(c, &l.other)
	pairPart(c, &l.Pair)
	List(c, &l.under, pairPart)
}

func pairPart(c *Coder, p *Pair) {
	Text(c, &p.Verdict)
	Text(c, &p.By)
	Text(c, &p.Reason)
	Number(c, &p.Seq)
	ID(c, &p.Entry)
	ID(c, &p.Last)
	Number(c, &p.lastSeq)
}

func pairsRow(c *Coder, all *[]linked) { List(c, all, linkedPart) }

func idsRow(c *Coder, ids *[]entente.ClaimID) { List(c, ids, ID) }

func passagesRow(c *Coder, all *[]passage) {
	List(c, all, func(c *Coder, p *passage) {
		spanPart(c, &p.Span)
		Text(c, &p.Mark)
	})
}

func relationRow(c *Coder, r *Relation) {
	relationPart(c, &r.Relation)
	for _, n := range []*int{&r.Documents, &r.Contacts, &r.Agreements, &r.Undertakings} {
		Number(c, n)
	}
	Number(c, &r.Last)
}

func loggedRow(c *Coder, l *Logged) {
	Text(c, &l.What)
	ID(c, &l.Document)
	List(c, &l.Relations, relationPart)
	Number(c, &l.Fresh)
}

func horizonRow(c *Coder, h *Horizon) {
	Number(c, &h.Months)
	Text(c, &h.By)
	Text(c, &h.On)
	ID(c, &h.Entry)
}

func namesRow(c *Coder, list *[]namedRow) {
	List(c, list, func(c *Coder, n *namedRow) {
		Text(c, &n.Kind)
		Text(c, &n.Name)
		Number(c, &n.N)
	})
}

func countsRow(c *Coder, p *partyRow) {
	Number(c, &p.Documents)
	Map(c, &p.Printed, Text, Number)
}

func summaryRow(c *Coder, s *Summary) {
	Number(c, &s.Documents)
	Map(c, &s.ByState, Text, Number)
	Map(c, &s.ByReader, Text, Number)
}

func searchRow(c *Coder, s *Search) {
	Text(c, &s.Name)
	Text(c, &s.Query)
	Text(c, &s.By)
	Text(c, &s.On)
	Number(c, &s.Seq)
	ID(c, &s.Entry)
}
