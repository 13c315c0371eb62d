package entente

// Claimed is a claim that a person makes by hand, of words that the reader
// passed over or took for something else. It stands as if its maker had
// confirmed it, until somebody takes that back.
type Claimed struct {
	Document   DocumentID
	TextSHA256 string // the text version that Claim is anchored in
	Claim      Claim
}

// Saved keeps a search under a name. The latest of a name stands; one that
// looks for nothing takes it away.
type Saved struct {
	Name  string
	Query string // as a person writes it in the field
	// Follows is what was saved under the name before; "" for the first. It
	// keeps apart what is saved twice, with another in between.
	Follows EntryID
}

// The most that a saved search may have, in bytes.
const (
	LongestName  = 120
	LongestQuery = 2000
)

func (Claimed) body() {}
func (Saved) body()   {}
