-- +goose Up

-- The index of search, by what is found: stems of the words, of who wrote and
-- was written to, and facets, which are words that no text holds. indexed says
-- which document or claim a row is, the day it is sorted by and the facets
-- that are counted. It is empty until the first search, or entente rebuild,
-- makes it again.
drop table stems;
drop table indexed;

create table indexed (
	rowid  integer primary key,
	kind   text not null,
	id     text not null,
	day    integer not null,
	facets text not null,
	unique (kind, id)
);
create virtual table document_stems using fts5 (
	words, sender, recipient, facets,
	content = '', contentless_delete = 1,
	tokenize = "unicode61 remove_diacritics 0 tokenchars '_'"
);
create virtual table claim_stems using fts5 (
	words, sender, recipient, facets,
	content = '', contentless_delete = 1,
	tokenize = "unicode61 remove_diacritics 0 tokenchars '_'"
);
