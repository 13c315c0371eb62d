package lang

// Lists names every word list a pack may have, and what it is for. A list
// that stands here and in no stage, or in a pack and not here, is a fault.
var Lists = map[string]string{
	// token
	"elisions":      "words that lose their vowel and stand before the next: l', qu'",
	"clitics":       "words that hang on the one before by a hyphen: -t-il, -nous",
	"suffixes":      "words written on to the one before without a hyphen: 's, n't",
	"hyphenated":    "words that keep their hyphen though they end like a clitic, or whose hyphen stays at the end of a line",
	"abbreviations": "words whose full stop belongs to them; = number if only beside a number",

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
	"roman_months":        "a month in Roman figures = its number",
	"other_months":        "a month of another calendar = the calendar and its number",
	"weekdays":            "a day of the week = its number, Monday being 1",
	"seasons":             "a season = its EDTF number, 21 to 24",
	"ordinals":            "first, second … = 1, 2 …; -1 for last",
	"cardinals":           "a number word = its number",
	"date_units":          "day, week, month … = day, week, month …",
	"date_ages":           "a decade in words = the years it stands for",
	"feasts":              "a feast that falls on one day of the year = MM-DD",
	"date_past":           "words that tell of the past beside a date",
	"date_future":         "words that tell of what is to come beside a date",
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
	"org_links":     "words inside the name of an organisation",
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
}

// Rules names every file of rules a pack may have, and the keys of its rules
// besides rule, yes, no and source.
var Rules = map[string][]string{
	"dates": {"level", "match", "value", "alone", "cased"},
}
