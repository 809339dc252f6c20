-- A booking's own part of the number of its calendar entry: one who gives places back and books again is invited with a higher one
-- than they were uninvited with.
alter table booking add column sequence bigint not null default 0;
