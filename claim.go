package entente

// A Kind is what a claim, and the matter it is about, is.
type Kind string

const (
	Contact     Kind = "contact"
	Agreement   Kind = "agreement"
	Undertaking Kind = "undertaking"
)

// A Force is how the author puts a claim.
type Force string

const (
	Done      Force = "done"
	Agreed    Force = "agreed"
	Promised  Force = "promised"
	Requested Force = "requested"
	Proposed  Force = "proposed"
	Hoped     Force = "hoped"
	Refused   Force = "refused"
)

// A Field names a property of a claim.
type Field string

const (
	FieldMode        Field = "mode"
	FieldParties     Field = "parties"
	FieldHost        Field = "host"
	FieldPlace       Field = "place"
	FieldDate        Field = "date"
	FieldEarlierDate Field = "earlier_date"
	FieldStatus      Field = "status"
	FieldLevel       Field = "level"
	FieldOrdinal     Field = "ordinal"
	FieldForm        Field = "form"
	FieldSubject     Field = "subject"
	FieldDomain      Field = "domain"
	FieldStage       Field = "stage"
	FieldTitle       Field = "title"
	FieldAction      Field = "action"
	FieldBy          Field = "by"
	FieldWith        Field = "with"
	FieldAmount      Field = "amount"
	FieldDue         Field = "due"
	FieldTerms       Field = "terms"
)

// A Claim is words that say something about one contact, one agreement or
// one undertaking.
type Claim struct {
	Anchor
	ID     string // within its reading: "s1", "s2", …
	Kind   Kind
	Force  Force
	About  string // claims of one reading with the same About are about one thing: "e1"
	Fields map[Field][]Value
	Trace  []string // the rules that made it, for a person who asks why
}

// The parties that pronouns point at.
const (
	AtSender         = "@sender"
	AtRecipient      = "@recipient"
	AtSenderState    = "@sender_state"
	AtRecipientState = "@recipient_state"
)

// FieldsOf lists, for each kind of claim, its fields in the order in which
// they are shown, and the closed list of values where there is one.
var FieldsOf = map[Kind][]FieldRule{
	Contact: {
		{FieldMode, []string{"call", "meeting", "visit", "summit", "commission", "correspondence"}},
		{FieldParties, nil}, {FieldHost, nil}, {FieldPlace, nil}, {FieldDate, nil}, {FieldEarlierDate, nil},
		{FieldStatus, []string{"held", "planned", "agreed", "postponed", "rescheduled", "cancelled", "invited"}},
		{FieldLevel, []string{"state", "official", "working", "private", "technical"}},
		{FieldOrdinal, nil},
	},
	Agreement: {
		{FieldForm, []string{"treaty", "agreement", "memorandum", "declaration", "partnership", "roadmap", "contract", "letter_of_intent", "protocol", "convention", "other"}},
		{FieldSubject, nil}, {FieldDomain, Domains}, {FieldParties, nil},
		{FieldStage, []string{"proposed", "negotiating", "initialled", "to_be_signed", "signed", "ratified", "in_force", "renewed", "expired", "terminated"}},
		{FieldDate, nil},
	},
	Undertaking: {
		{FieldTitle, nil},
		{FieldAction, []string{"build", "supply", "choose", "launch", "create", "grant", "fund", "train", "open", "study", "explore", "extend", "reform", "support", "cooperate", "other"}},
		{FieldBy, nil}, {FieldWith, nil}, {FieldDomain, Domains}, {FieldPlace, nil},
		{FieldStage, []string{"idea", "proposed", "negotiating", "agreed", "signed", "under_way", "completed", "stalled", "dropped"}},
		{FieldAmount, nil}, {FieldDue, nil}, {FieldTerms, nil},
	},
}

// A FieldRule is one field of a kind of claim; Values is its closed list, or
// nil if any words may stand there.
type FieldRule struct {
	Field  Field
	Values []string
}

// Forces is the closed list of forces.
var Forces = []Force{Done, Agreed, Promised, Requested, Proposed, Hoped, Refused}

// Forms is the closed list of forms of a document.
var Forms = []string{"letter", "note_verbale", "aide_memoire", "joint_statement", "communique", "readout",
	"memorandum_of_conversation", "telegram", "email", "memorandum", "speech", "agreement_text", "minutes",
	"press_article", "note", "other"}

// Domains is the closed list of domains.
var Domains = []string{"agriculture", "aviation", "culture", "defence", "digital", "education", "energy",
	"environment", "finance", "governance", "health", "humanitarian", "industry", "innovation", "justice",
	"labour", "mining", "migration", "nuclear", "security", "space", "sport", "telecommunications", "tourism",
	"trade", "transport", "urban", "water"}
