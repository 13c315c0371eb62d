package lang

// Lists names every word list a pack may have, and what it is for. A list
// that stands here and in no stage, or in a pack and not here, is a fault.
var Lists = map[string]string{
	// token
	"elisions":      "words that lose their vowel and stand before the next: l', qu'",
	"clitics":       "words that hang on the one before by a hyphen: -t-il, -nous",
	"suffixes":      "words written on to the one before without a hyphen: 's, n't",
	"hyphenated":    "words that keep their hyphen though they end like a clitic, or whose hyphen stays at the end of a line",
	"abbreviations": "words whose full stop belongs to them; = number if only beside a number, = name if a name follows",

	// syntax
	"starters": "words that, with a capital after an abbreviation, start a sentence",

	// names
	"romanise":       "a letter of another script = its letters in a plain romanisation",
	"sounds":         "letters of one sound = its sign in a key; $ at the end of a word only",
	"legal_forms":    "words that say what kind of company it is",
	"honorifics":     "words before a name that are no part of it",
	"name_particles": "words that bind the parts of a name",
	"generic_words":  "words of names so common that they tell little",
	"nicknames":      "short forms of first names = the full one",

	// dates
	"date_macros":         "a name = a pattern that dates.rules use as %name",
	"date_order":          "the order of numeric dates: dmy, mdy; none if both are written",
	"days":                "a day of the month, in digits or words = its number",
	"months":              "a month = its number",
	"word_months":         "a month that is also another word = its number",
	"mid_months":          "the middle of a month in one word = the month's number",
	"republican_months":   "a month of the French Republic = its number",
	"roman_numbers":       "a number in Roman figures = the number",
	"other_months":        "a month of the Islamic calendar = its number",
	"weekdays":            "a day of the week = its number, Monday being 1",
	"short_weekdays":      "a day of the week cut short, good only beside a number = its number",
	"seasons":             "a season = its EDTF number, 21 to 24",
	"ordinals":            "first, second … = 1, 2 …; -1 for last",
	"cardinals":           "a number word = its number",
	"date_units":          "day, week, month … = day, week, month …",
	"date_ages":           "a decade in words = the years it stands for",
	"feasts":              "a feast that falls on one day of the year = MM-DD",
	"date_past":           "words that tell of the past beside a date",
	"date_future":         "words that tell of what is to come beside a date",
	"date_past_before":    "words right before a date of the past",
	"date_future_before":  "words right before a date to come",
	"date_past_endings":   "endings of verbs that tell of the past",
	"date_future_endings": "endings of verbs that tell of what is to come",

	// mentions
	"countries":     "a country = its ISO 3166-1 alpha-2 code",
	"demonyms":      "of a country or its people = its ISO 3166-1 alpha-2 code",
	"regions":       "parts of the world that are no country",
	"cities":        "cities and sites, beside those of cities.model",
	"companies":     "companies known by name",
	"company_marks": "words that mark a company: Ltd, S.A.",
	"organisations": "organisations known by name",
	"org_heads":     "words that head the name of an organisation: Ministry, Banque",
	"org_heads_low": "the same, where they head a name in small letters too",
	"org_ties":      "what binds the first complement to the head of an organisation",
	"org_links":     "words inside the name of an organisation",
	"portfolios":    "what a ministry is for, written small",
	"org_states":    "bodies that the name of a state makes a name",
	"meetings":      "nouns that end the name of a meeting or text, no organisation",
	"org_cues":      "words before the name of an organisation",
	"name_titles":   "words before the name of a person",
	"name_offices":  "offices, which stand beside the name of a person",
	"name_links":    "small words inside the name of a person",
	"name_stops":    "words in capitals that are no name",
	"not_acronyms":  "words in capitals that are no acronym",
	"place_heads":   "words that head the name of a place: Port, Mount",
	"place_first":   "first words of names of places",
	"place_last":    "last words of names of places",
	"place_preps":   "words that stand before a place",

	// layout
	"marks":           "handling marks: a line that is one of them alone",
	"header_keys":     "the key of a header line = from, to, cc, date, subject, place, participants, other",
	"reference_cues":  "words before a file number",
	"salutations":     "words that a salutation starts with; = open if no mark need follow",
	"address_cues":    "words that an address starts with",
	"addressing":      "words between who writes and to whom: to, au",
	"offices":         "offices that people hold; = ISO code where that is certain",
	"institutions":    "words of the printed name of an office that writes",
	"close_cues":      "words of a complimentary close; = line if they open a short line of their own",
	"copies_cues":     "words before the list of copies or enclosures",
	"enclosure_cues":  "words over an enclosed document",
	"quoted_cues":     "words over a quoted message",
	"annotation_cues": "words that mark what was added by hand",
	"postscripts":     "words before a postscript",
	"note_cues":       "words before a note of the editor",
	"stamps":          "words that a stamp starts with; = line if it is the whole of it",
	"page_words":      "words before a page number",
	"forms":           "words of a title = the form of the document, one of entente.Forms",

	// claims
	"verb_endings":         "what follows the stem of a verb = its mood",
	"verb_forms":           "whole forms of auxiliaries and irregular verbs = their mood",
	"claim_words":          "function words = their class: det, coord, relative, prep-of",
	"claim_phrases":        "phrases = what they open: terms, including",
	"claim_persons":        "pronouns and possessives = whom they point at, and as what",
	"claim_ordinals":       "ordinal words = the English ordinal",
	"claim_levels":         "phrases = the level of a visit or meeting",
	"claim_joint":          "words for both sides = states or persons",
	"claim_be":             "forms of the verb that makes a passive",
	"claim_demonstratives": "this, these: determiners that point back",
	"claim_weights":        "a piece of evidence for an undertaking = its weight; made by cmd/train",
	"claim_order":          "any entry: what a text is about stands before its name",
	"claim_domains":        "words = the domain they belong to, one of entente.Domains",

	// reading/mentions
	"surnames":      "surnames of well-known people",
	"given_names": "first names of people",
	"name_nouns":  "nouns often written with a capital: part of a name, never one alone",
	"agent_preps": "words after which the name of who acts stands",
	"place_sure":  "words after which an unknown name is a place",
	"units":       "units of amounts = the sign",
	"currencies":  "currencies of amounts = ISO 4217, or XX:CODE by the writer's country",
	"scales":      "words that multiply a number = the power of ten",

	// identity
	"concepts":      "a word of a title = the name of the thing, one for all languages",
	"title_generic": "words of titles that tell nothing of the thing",
	"title_stops":   "small words of titles",

	// envelope
	"capitals":        "a capital = the ISO 3166-1 alpha-2 code of its country",
	"styles":          "honorifics before a name or office in an address",
	"titles":          "titles that are part of how somebody is called, besides offices",
	"missions":        "words that name a mission or ministry that writes",
	"to_offices":      "words of offices that are followed by the word for to",
	"date_leads":      "words between a place and its date",
	"place_leads":     "words before a place in a dateline",
	"form_cues":       "words that only one form of document has = the form",
	"compliments":     "words of a third person's opening, after who writes and before to whom; = sender if no addressee follows",
	"party_leads":     "words before the first party in a title",
	"party_links":     "words between two parties",
	"party_ends":      "words after the last party",
	"party_acts":      "words between parties that tell what they did",
	"foreign_offices": "a country's code in small letters = its foreign office in a telegram; abroad = the name of a mission, … for the country",
	"initialed":       "words in brackets that tell of initials put to a name",
	"telegram_cues":   "words of telegrams",
}

// Rules names every file of rules a pack may have, and the keys of its rules
// besides rule, yes, no and source.
var Rules = map[string][]string{
	"dates":       {"level", "match", "value", "alone", "cased"},
	"contact":     {"noun", "verb", "step", "set"},
	"agreement":   {"noun", "verb", "step", "set"},
	"undertaking": {"noun", "verb", "step", "set"},
	"force":       {"cue", "stop", "set"},
}
