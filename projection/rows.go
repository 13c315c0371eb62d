package projection

import "entente"

// A Document is the row of one document.
type Document struct {
	ID         entente.DocumentID
	Name       string
	MediaType  string
	Bytes      int
	Number     entente.Number
	On         string       // day of receipt
	By         string       // who entered it
	Mark       entente.Mark // of the whole; "" for none
	Unread     string       // why it could not be read; "" once it is
	Language   string
	TextSHA256 string // its latest text version; "" while unread
	Packs      []string
	Form       string
	Date       string // EDTF
	Place      string
	Sender     []Person
	Recipient  []Person
	Parties    []Person
	References []string
	Relations  []Related
	Claims     int      // that stand in the latest reading
	Waiting    int      // claims that nobody has looked at, of those that are shown
	Judged     int      // and those that somebody has
	Shown      []string // the lists that it stands in for the claims that it shows, see shows
	Remarks    []entente.Remark
	Entered    entente.Seq // the entry of its receipt
	Read       entente.Seq // the entry of its latest reading; 0 for none
}

// A Person is a correspondent as the envelope names it.
type Person struct {
	Name   string
	Office string
	State  entente.Code
}

// Related is a relation that a document belongs to.
type Related struct {
	Relation entente.Relation
	Why      string // "" where the envelope says it; else what it was inferred from
}

// A Claim is the row of one claim.
type Claim struct {
	ID         entente.ClaimID
	Document   entente.DocumentID
	TextSHA256 string
	First      entente.Seq // the entry that read it first
	Read       entente.Seq // the latest entry that read it
	Order      int         // its place in that reading
	Date       string      // of the document
	Claim      entente.Claim
	Corrected  *entente.Claim    // what a person put in its place
	Names      map[string]string // what "@sender" and the like stand for here
	States     []entente.Code    // that its parties are or belong to
	Marks      []entente.Mark    // inherited from the document and the passage

	Verdict   entente.Verdict // what stands: confirmed, corrected, rejected or ""
	Judgement entente.EntryID // the latest judgement on it
	By        string          // who holds it
	Reason    string

	Outcome *Conclusion // the latest on its matter by this claim; without an Outcome it was taken back
	Note    *Note       // the latest written on it; an empty one was taken back

	Hand    string            // who made it by hand; "" for the reader's
	Current bool              // in the latest reading of its document
	Held    bool              // a person's judgement rests on it, so it stays though a later reading lacks it
	Paired  bool              // something is or was held of it and another
	Joined  bool              // a judgement by rule joins it to another or keeps it apart
	Behind  entente.ClaimID   // a confirmed or corrected claim of the same words and kind that stands in its place
	Stood   bool              // not current, and the latest reading has another claim of the same words and kind
	About   string            // what the latest reading takes its words to be about, within the document
	Heir    entente.ClaimID   // the claim of the latest reading, of the same words and kind, to which all that was held of its matter goes
	After   []entente.ClaimID // the claims whose heir it is
	Matter  entente.ClaimID   // the matter it belongs to; "" if it does not stand
}

// Stands returns the claim as it is believed: corrected where it was.
func (c *Claim) Stands() entente.Claim {
	if c.Corrected != nil {
		return *c.Corrected
	}
	return c.Claim
}

// Live reports whether the claim counts: it is read or held, and not rejected.
func (c *Claim) Live() bool {
	return c.Verdict != entente.Rejected && (c.Current || c.Held) && c.Behind == "" && c.Heir == ""
}

// Adrift reports whether somebody judged a claim of the reader's and the
// latest reading of its document has no claim of its words: a person should
// look.
func (c *Claim) Adrift() bool {
	return c.Hand == "" && c.Held && !c.Current && c.Heir == "" && !c.Stood
}

// A Pair is what is held of two claims being about one matter.
type Pair struct {
	Verdict entente.Verdict // "" where all that was held was taken back
	By      string
	Reason  string
	Seq     entente.Seq
	Entry   entente.EntryID
	Last    entente.EntryID // the latest on the two, though it stand no more

	lastSeq entente.Seq
}

// A Conclusion is a person's judgement on what became of a matter.
type Conclusion struct {
	Claim   entente.ClaimID // the claim of the matter that it names
	Outcome entente.Outcome
	By      string
	Reason  string
	On      string // day it was entered
	Seq     entente.Seq
	Entry   entente.EntryID
}

// A Note is what somebody keeps beside a matter.
type Note struct {
	entente.Noted
	By    string
	On    string // day it was entered
	Seq   entente.Seq
	Entry entente.EntryID
}

// A Horizon is what was set for a relation.
type Horizon struct {
	Months int // 0: taken back
	By     string
	On     string // day it was entered
	Entry  entente.EntryID
}

// A Matter is one contact, one agreement or one undertaking: the claims that
// are about it, from however many documents. Its id is that of the claim
// entered first, so it stays when later claims join.
type Matter struct {
	ID         entente.ClaimID
	Kind       entente.Kind
	Claims     []entente.ClaimID // oldest document first
	Title      string            // of the latest claim that gives one, as printed
	Mode       string            // a contact's mode, an agreement's form, an undertaking's action
	Stage      string            // as the latest claim that gives one says: stage or status
	StageForce entente.Force     // of that claim
	Date       string            // EDTF, as the latest claim that gives one says; due for an undertaking
	Place      string
	Domains    []string
	Parties    []string             // printed and resolved names, in the order of the claims
	Documents  []entente.DocumentID // oldest first
	Last       string               // date of its latest document
	Relations  []entente.Relation
	Marks      []entente.Mark
	Outcome    *Conclusion          // a person's; nil for none
	Note       *Note                // the latest on a claim of it; nil for none
	Doubts     []entente.ClaimID    // claims of it of which it is not sure whether they and others are about one matter
	Disputed   [][2]entente.ClaimID // pairs held to be different that other judgements join
}

// A Relation is the row of one pair of states.
type Relation struct {
	Relation                                      entente.Relation
	Documents, Contacts, Agreements, Undertakings int
	Last                                          entente.Seq // the latest entry that may have moved a matter of it
}

// A Party is a person or an organisation by its printed name.
type Party struct {
	Kind      entente.MentionKind
	Key       string   // its name, folded
	Names     []string // as printed, sorted
	Documents int
	Mentions  int
}

// Name returns the words for a value: what a pronoun stands for, or the value.
func (c *Claim) Name(v entente.Value) string {
	if name := c.Names[v.Value]; name != "" {
		return name
	}
	if v.Name != "" {
		return v.Name
	}
	return v.Value
}
