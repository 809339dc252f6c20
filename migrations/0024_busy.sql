-- When somebody is busy, as their own calendar says; with what is not kept.
create table busy (
    person_id bigint not null references person (id),
    starts_at bigint not null,
    ends_at bigint not null,
    primary key (person_id, starts_at, ends_at)
);
