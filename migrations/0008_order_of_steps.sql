-- The steps of one act share a moment; their numbers are drawn at random. This is their order within the entry.
alter table entry_step add column number bigint not null default 0;

update entry_step set number = (
    select count(*) from entry_step before
    where before.entry = entry_step.entry and (before.at, before.id) <= (entry_step.at, entry_step.id)
);
