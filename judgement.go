package entente

// A Verdict is what a person, or a rule, holds of a claim, of two claims or
// of a matter.
type Verdict string

const (
	// On a claim.
	Confirmed  Verdict = "confirmed"
	Corrected  Verdict = "corrected" // Judgement.Claim stands in its place
	Rejected   Verdict = "rejected"
	Superseded Verdict = "superseded" // takes back what stands of the subject; of two claims, what stood before counts again

	// On two claims: are they about one matter?
	Same      Verdict = "same"
	Different Verdict = "different"
	Unsure    Verdict = "unsure"

	// On a matter.
	Concluded Verdict = "outcome" // Judgement.Outcome says which
)

// An Outcome is what became of an agreement or an undertaking.
type Outcome string

const (
	Kept    Outcome = "kept"
	Moving  Outcome = "moving"
	Stalled Outcome = "stalled"
	Silent  Outcome = "silent"
	Dropped Outcome = "dropped"
	Open    Outcome = "open"
)

// Outcomes is the closed list of outcomes.
var Outcomes = []Outcome{Kept, Moving, Stalled, Silent, Dropped, Open}

// A Judgement is what somebody holds, and why. The latest on a subject
// stands. It names claims by content, so it outlives the reading it was made
// on as long as the words stand.
type Judgement struct {
	Verdict Verdict
	Subject ClaimID // the claim; for an outcome any claim of the matter
	Other   ClaimID // same, different, unsure, and superseded of one of these: the other claim
	Claim   *Claim  // corrected: the claim as it should read
	// TextSHA256 names the text version that Claim is anchored in.
	TextSHA256 string
	Outcome    Outcome // outcome: what became of the matter
	Reason     string  // a sentence for a person
	// Follows is the judgement on the same subject that stood before; "" for
	// the first. It keeps apart what is held twice, with another in between.
	Follows EntryID
}
