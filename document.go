package entente

// A DocumentID names a document by its content: "sha256:" and the
// hexadecimal SHA-256 of the bytes received.
type DocumentID string

// A Document is one letter, note, statement or record as it came in. Text is
// one immutable text version; every Span of its reading points into it.
type Document struct {
	ID         DocumentID
	Name       string // the file, as the person named it
	MediaType  string // "text/plain"
	Charset    string // how the bytes were decoded: "utf-8", "windows-1252", …
	Language   string // BCP 47 tag of what most of it is in; "und" if that could not be told
	Bytes      int    // length of the original
	Text       string // UTF-8; the original itself, byte for byte, where that is plain UTF-8
	TextSHA256 string // hexadecimal, of Text
	Pages      []Span // at least one; together they cover Text
	Original   []byte // as received; nil where it equals Text
}

// A PartKind says what a piece of a document is, in the words of diplomatics.
type PartKind string

// The kinds of Part. What stands before the text proper is the protocol,
// what follows it the eschatocol.
const (
	PartHeading      PartKind = "heading"      // title, or an editor's heading
	PartLetterhead   PartKind = "letterhead"   // printed name of the office that writes
	PartHeader       PartKind = "header"       // a "From:", "To:", "Subject:" line
	PartMark         PartKind = "mark"         // handling mark: "Diffusion restreinte"
	PartReference    PartKind = "reference"    // file number, "V/Réf."
	PartDateline     PartKind = "dateline"     // place and date of writing
	PartSubject      PartKind = "subject"      // "Objet :"
	PartAddress      PartKind = "address"      // name, office and place of the addressee
	PartParticipants PartKind = "participants" // list of those present
	PartSalutation   PartKind = "salutation"   // "Monsieur le Président,"
	PartParagraph    PartKind = "paragraph"    // running text
	PartListIntro    PartKind = "list_intro"   // paragraph whose end opens a list
	PartItem         PartKind = "item"         // one item of a list; Governor is its intro
	PartClose        PartKind = "close"        // complimentary close
	PartSignature    PartKind = "signature"    // name, office of who signs
	PartAnnotation   PartKind = "annotation"   // words added by hand
	PartCopies       PartKind = "copies"       // "Copie :", "cc:", enclosures named
	PartEnclosure    PartKind = "enclosure"    // start of an enclosed document
	PartNote         PartKind = "note"         // footnote, source note of an editor
	PartResidue      PartKind = "residue"      // page number, orphan dash, stamp: read by nobody
)

// A Part is one piece of a document. Parts come in the order of the text and
// do not overlap; white space between them belongs to none.
type Part struct {
	Span
	Kind     PartKind
	Number   string // paragraph or item number as printed, without punctuation: "2", "a"
	Governor int    // for an item: index of its list_intro, or -1. For all others -1
	Page     int    // index into Document.Pages
	Lines    []Span // the lines of the part, without white space at their ends; at least one
	Depth    int    // 0 for the document itself, 1 for an enclosure or a quoted e-mail below it
}

// A Token is one word, number or punctuation mark. Text is what a reader
// sees, with words broken across lines joined and scanning faults mended;
// the Span still covers the original bytes.
type Token struct {
	Span
	Text  string // as a reader sees it: "mémoire" for "mé-\nmoire"
	Norm  string // lower case, apostrophe as ', accents kept
	Space bool   // white space stands before it
	Lemma string // base form, lower case; "" before syntax
	POS   string // Universal Dependencies UPOS; "" before syntax
	Feats string // UD features that force needs: "Mood=Cnd|Tense=Pres"; "" for none
	Head  int    // index of the head in the sentence; -1 for the root; see Sentence.Tree
	Rel   string // UD relation to the head: "nsubj"; "" where not parsed
}

// A Sentence is a run of tokens within one Part.
type Sentence struct {
	Span
	Part   int // index into the parts
	Tokens []Token
	Grow   func([]Token) // sets Head and Rel; nil where they are set or cannot be
}

// Tree returns the tokens with Head and Rel set. Parsing is most of the work
// of reading, so it is done when it is first asked for. A sentence belongs to
// one reading and is not for use by several at once.
func (s *Sentence) Tree() []Token {
	if s.Grow != nil {
		s.Grow(s.Tokens)
		s.Grow = nil
	}
	return s.Tokens
}
