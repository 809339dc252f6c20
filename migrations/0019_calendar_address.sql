-- Private calendars: whoever has the address reads it, until its owner takes it back or makes another.
create table calendar_address (
    token_hash text primary key,
    person bigint not null references person (id),
    -- mine, department, judge or holds
    kind text not null,
    made_at bigint not null,
    -- When a calendar program last asked.
    fetched_at bigint
);
create unique index calendar_address_person on calendar_address (person, kind);
