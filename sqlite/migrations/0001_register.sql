-- +goose Up

-- The ledger. data is an entry as package ledger encodes it, hashes are those
-- of the Merkle tree that it completes. direction, year and n are the
-- register number of a document received.
create table entry (
	seq       integer primary key,
	id        text not null unique,
	direction text,
	year      integer,
	n         integer,
	data      blob not null,
	hashes    blob not null
);
create unique index entry_number on entry (direction, year, n) where n is not null;

-- Originals and text versions, by their SHA-256.
create table blob (
	sha256 text not null unique,
	data   blob not null
);

-- What follows can be thrown away: entente rebuild makes it again.
create table view (
	key   text primary key,
	value blob not null
) without rowid;

create table indexed (
	rowid integer primary key,
	kind  text not null,
	id    text not null,
	unique (kind, id)
);
create virtual table stems using fts5 (
	document, claim,
	content = '', contentless_delete = 1,
	tokenize = "unicode61 remove_diacritics 0 tokenchars '_'"
);

-- +goose StatementBegin
create trigger entry_stays before update on entry begin
	select raise(abort, 'an entry never changes');
end;
-- +goose StatementEnd
-- +goose StatementBegin
create trigger entry_remains before delete on entry begin
	select raise(abort, 'an entry is never taken away');
end;
-- +goose StatementEnd
