-- What was changed of an event itself: its name, its days, and why.
create table event_notice (
    event text not null references showcase_event (code),
    number bigint not null,
    at bigint not null,
    by_en text not null,
    by_zh text not null,
    reason_en text not null,
    reason_zh text not null,
    -- What it was called and when it was to be before.
    name_was_en text not null,
    name_was_zh text not null,
    starts_was text not null,
    ends_was text not null,
    -- What became of the sessions that had a place.
    kept bigint not null,
    to_decide bigint not null,
    dropped bigint not null,
    primary key (event, number)
);
