package entente

// Noted is what somebody keeps beside a matter: that it is followed closely,
// who follows it, what comes next and when. The latest on a claim stands as a
// whole; one that is empty takes it away.
type Noted struct {
	Subject ClaimID // any claim of the matter; the note stays with it when matters are joined or parted
	Starred bool
	Owner   string
	Next    string // the next step, in words
	Due     string // EDTF, of the next step
	Note    string
	// Follows is the note on the same claim that stood before; "" for the
	// first. It keeps apart what is noted twice, with another in between.
	Follows EntryID
}

// Empty reports whether nothing is noted.
func (n Noted) Empty() bool {
	return !n.Starred && n.Owner == "" && n.Next == "" && n.Due == "" && n.Note == ""
}

// Watched sets the horizon of a relation: the months without news after which
// its matters are asked about. 0 goes back to the common one.
type Watched struct {
	Relation Relation
	Months   int
	Follows  EntryID // as in Noted
}

// LongestHorizon is the most months a horizon may have.
const LongestHorizon = 600

func (Noted) body()   {}
func (Watched) body() {}
