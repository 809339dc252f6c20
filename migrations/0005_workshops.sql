-- Series, workshops, and everyone's way into and through them.

create table series (
    code text primary key,
    name_en text not null,
    name_zh text not null
);

create table workshop (
    code text primary key,
    series text not null references series (code),
    kind text not null,
    title_en text not null,
    title_zh text not null,
    summary_en text not null,
    summary_zh text not null,
    starts_at bigint not null,
    ends_at bigint not null,
    venue text not null references venue (code),
    capacity bigint not null,
    min_people bigint not null,
    -- People of one organisation, confirmed and offered together.
    quota bigint not null,
    team_min bigint not null,
    team_max bigint not null,
    language text not null,
    audience_en text not null,
    audience_zh text not null,
    organiser text not null references organisation (code),
    co_organiser text references organisation (code),
    opens_at bigint not null,
    closes_at bigint not null,
    -- A department has to endorse before a place is given.
    endorsed boolean not null,
    -- On a Saturday afternoon, Sunday or holiday on purpose.
    day_off boolean not null default false,
    -- draft, published, confirmed, completed or cancelled; registration opens and closes by the clock.
    state text not null,
    cancel_reason text,
    carried_to text,
    -- Counters that only rise: the next reference, the next number in the queue.
    next_ref bigint not null default 1,
    next_queue bigint not null default 1,
    -- Calendar life: born once, raised by every change of time, place or state.
    uid text not null,
    sequence bigint not null default 0,
    changed_at bigint not null,
    version bigint not null default 1,
    -- Both titles, summaries, audience, place and code, folded, for the search.
    folded text not null
);
create index workshop_starts on workshop (starts_at);

create table registration (
    id bigint primary key,
    ref text not null unique,
    workshop text not null references workshop (code),
    organisation text not null references organisation (code),
    -- single or team
    kind text not null,
    people bigint not null,
    -- awaiting_endorsement, waitlisted, offered, confirmed; declined, withdrawn, cancelled, attended, no_show
    state text not null,
    queue_no bigint,
    -- Order of the department's own preference while it endorses.
    rank bigint,
    offered_until bigint,
    asked_by bigint not null references person (id),
    asked_at bigint not null,
    changed_at bigint not null,
    endorsed_at bigint,
    reason text,
    consent_version text not null,
    -- Given by the form, so that sending it twice asks once.
    request_key text not null unique,
    sequence bigint not null default 0,
    -- Went first because of a cancelled workshop it was moved from.
    priority boolean not null default false
);
-- Covers the question "how many people hold a place here, and how many of ours": asked by every registration.
create index registration_workshop on registration (workshop, state, organisation, people);
create index registration_organisation on registration (organisation, asked_at);
create index registration_asked_by on registration (asked_by);

create table participant (
    id bigint primary key,
    registration_id bigint not null references registration (id),
    workshop text not null references workshop (code),
    person_id bigint not null references person (id),
    -- The order in which they were named.
    number bigint not null,
    post_en text not null,
    post_zh text not null,
    -- Follows the registration: a person is live in a workshop once (I-03).
    live boolean not null,
    -- attended, part or absent; null until somebody said
    attendance text,
    attended_at bigint,
    -- What the door scanner reads, and the code of the attendance record.
    door_code text not null unique,
    record_code text unique
);
create unique index participant_once on participant (workshop, person_id) where live;
create index participant_registration on participant (registration_id);
create index participant_person on participant (person_id);

-- Every step of a registration, for the people concerned.
create table registration_step (
    registration_id bigint not null references registration (id),
    number bigint not null,
    at bigint not null,
    step text not null,
    by_post_en text not null,
    by_post_zh text not null,
    reason text,
    primary key (registration_id, number)
);

-- A mark at the door, sent again after a lost line, counts once.
create table door_mark (
    request_key text primary key,
    workshop text not null references workshop (code),
    participant_id bigint not null references participant (id),
    attendance text not null,
    at bigint not null
);
