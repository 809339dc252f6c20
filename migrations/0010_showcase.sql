-- The Showcase: its events, and what departments file for them.

create table showcase_event (
    code text primary key,
    name_en text not null,
    name_zh text not null,
    starts_on text not null,
    ends_on text not null,
    -- Until when departments may file.
    closes_at bigint not null,
    target_departments bigint not null,
    target_activities bigint not null,
    version bigint not null
);

create table activity (
    code text primary key,
    event text not null references showcase_event (code),
    organisation text not null references organisation (code),
    title_en text not null,
    title_zh text not null,
    line_en text not null,
    line_zh text not null,
    kind text not null,
    -- The department's own premises; none: a venue of the pool.
    own_venue text references venue (code),
    minutes bigint not null,
    sessions bigint not null,
    setup bigint not null,
    teardown bigint not null,
    expected bigint not null,
    peak bigint not null,
    crowd text not null,
    -- Codes with semicolons between them.
    features text not null,
    districts text not null,
    languages text not null,
    days text not null,
    time_of_day text not null,
    booking boolean not null,
    wet text not null,
    state text not null,
    comment_en text not null,
    comment_zh text not null,
    version bigint not null,
    changed_at bigint not null
);
create index activity_event on activity (event, organisation, code);
create index activity_organisation on activity (organisation);

create table activity_step (
    activity text not null references activity (code),
    number bigint not null,
    at bigint not null,
    step text not null,
    by_en text not null,
    by_zh text not null,
    reason_en text not null,
    reason_zh text not null,
    primary key (activity, number)
);
