-- Places booked by visitors, and letters to people who are in no directory.

create table booking (
    -- Of the link that only the visitor has.
    token_hash text primary key,
    reference text not null unique,
    event text not null,
    activity text not null references activity (code),
    session bigint not null,
    -- Empty once erased.
    name text not null,
    contact text not null,
    -- The contact as it is compared; emptied with it.
    contact_key text not null,
    access_needs text not null,
    people bigint not null,
    language text not null,
    -- held, waiting, cancelled or erased
    state text not null,
    -- In the order of asking.
    number bigint not null,
    made_at bigint not null,
    changed_at bigint not null,
    -- When what it says of a person is erased.
    erase_at bigint not null
);
create index booking_session on booking (activity, session, number);
-- One contact holds one live booking of a session (I-53).
create unique index booking_contact on booking (activity, session, contact_key) where state in ('held', 'waiting');
create index booking_erase on booking (erase_at) where state <> 'erased';

-- A letter goes to a person of the directory, or to an address.
create table letter_any (
    id bigint primary key,
    person_id bigint references person (id),
    email text,
    language text,
    kind text not null,
    body text not null,
    page text not null,
    calendar text,
    method text,
    state text not null,
    created_at bigint not null,
    due_at bigint not null,
    sent_at bigint,
    attempts bigint not null,
    last_error text
);
insert into letter_any (id, person_id, kind, body, page, calendar, method, state, created_at, due_at, sent_at, attempts, last_error)
    select id, person_id, kind, body, page, calendar, method, state, created_at, due_at, sent_at, attempts, last_error from letter;
drop table letter;
alter table letter_any rename to letter;
create index letter_due on letter (due_at) where state in ('queued', 'sending');
create index letter_created on letter (created_at);
create index letter_person on letter (person_id);
create index letter_email on letter (email) where email is not null;
