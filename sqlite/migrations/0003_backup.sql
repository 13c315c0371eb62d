-- +goose Up

-- When this file was copied by entente backup, and how many entries it held.
-- It is about the file, not the register: no entry, and no part of what is
-- rebuilt or restored.
create table backup (
	at      text not null,
	file    text not null,
	entries integer not null
);
