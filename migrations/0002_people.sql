-- Organisations, the posts in them, and the people who hold the posts for a while.

create table organisation (
    code text primary key,
    name_en text not null,
    name_zh text not null,
    short_zh text not null,
    kind text not null,
    parent text,
    serves_public boolean,
    -- Domains its officers write from, separated by spaces.
    email_domains text not null
);

create table post (
    id bigint primary key,
    organisation text not null references organisation (code),
    title_en text not null,
    title_zh text not null,
    -- Role codes, separated by semicolons.
    roles text not null,
    folded text not null,
    unique (organisation, folded)
);

create table person (
    id bigint primary key,
    -- As written; looked up by the folded form.
    email text not null,
    email_folded text not null unique,
    name_en text not null,
    name_zh text not null,
    language text not null default 'en',
    -- An argon2id PHC string; null until the person has chosen one.
    password_hash text
);

-- Who holds which post, from when until when. Work belongs to the post; history keeps the holder's name.
create table holding (
    person_id bigint not null references person (id),
    post_id bigint not null references post (id),
    from_day text not null,
    to_day text,
    primary key (person_id, post_id, from_day)
);
create index holding_post on holding (post_id);

-- A session is known by the hash of its token: reading this table lets nobody in.
create table session (
    token_hash text primary key,
    person_id bigint not null references person (id),
    created_at bigint not null,
    seen_at bigint not null,
    expires_at bigint not null,
    device text not null
);
create index session_person on session (person_id);

-- Wrong passwords, by account and by address (both hashed), to slow guessing down.
create table sign_in_failure (
    subject text not null,
    at bigint not null
);
create index sign_in_failure_subject on sign_in_failure (subject, at);

-- One-time links to choose a password.
create table password_link (
    token_hash text primary key,
    person_id bigint not null references person (id),
    expires_at bigint not null,
    used_at bigint
);

-- Letters to people: written in the act's own transaction, sent by a worker.
create table letter (
    id bigint primary key,
    person_id bigint not null references person (id),
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
create index letter_due on letter (due_at) where state in ('queued', 'sending');
create index letter_created on letter (created_at);
create index letter_person on letter (person_id);
