-- What its reader may do with a letter without signing in: see why it came, and end letters of its sort.
alter table letter add column token text;
create unique index letter_token on letter (token);

-- The calendar entry it carries, or the page it speaks of: a later letter about the same overtakes one that still waits.
alter table letter add column about text;
create index letter_about on letter (about) where about is not null;
create index letter_gathered on letter (person_id, created_at) where state = 'gathered';

-- How somebody wants letters of a sort: at once (no row), once a day, or not at all.
create table letter_choice (
    -- A person's number, or the hash of a visitor's address.
    reader text not null,
    topic text not null,
    -- daily or never
    way text not null,
    chosen_at bigint not null,
    primary key (reader, topic)
);

-- Addresses whose mail server said that there is no such reader.
create table letter_bounce (
    email text primary key,
    since bigint not null,
    times bigint not null,
    answer text not null
);

-- When the house reminds by itself: so many days before, at that hour.
create table reminder (
    anchor text not null,
    days bigint not null,
    hour bigint not null,
    active boolean not null,
    changed_at bigint not null,
    primary key (anchor, days)
);
insert into reminder (anchor, days, hour, active, changed_at) values
    ('workshop-opens', 0, 8, true, 0),
    ('workshop-closes', 2, 9, true, 0),
    ('workshop-starts', 1, 9, true, 0),
    ('entries-close', 7, 9, true, 0),
    ('entries-close', 1, 9, true, 0),
    ('sheets-due', 3, 9, true, 0),
    ('activities-close', 7, 9, true, 0),
    ('activity-starts', 1, 9, true, 0);

-- What it has reminded of: once for each rule, thing and hour of the thing, so that what is moved is told anew.
create table reminded (
    anchor text not null,
    days bigint not null,
    thing text not null,
    anchor_at bigint not null,
    at bigint not null,
    primary key (anchor, days, thing, anchor_at)
);
