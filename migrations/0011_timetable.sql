-- The timetable of the Showcase: the plans the scheduler works on, and what was published of them.

-- The plan on the board; 0: none yet.
alter table showcase_event add column plan bigint not null default 0;

create table plan (
    event text not null references showcase_event (code),
    number bigint not null,
    made_at bigint not null,
    made_by_en text not null,
    made_by_zh text not null,
    -- ready, making, stopping or failed
    state text not null,
    -- What a plan that makes itself began with: that plan as it was, what of it stays, and the seed of its chance.
    base bigint not null,
    base_version bigint not null,
    keeps text not null,
    seed bigint not null,
    -- How far it is, in thousandths, and how many sessions wait so far.
    progress bigint not null,
    unplaced bigint not null,
    -- Whoever makes it says before this moment that they are still at it; if not, it has failed.
    alive_until bigint not null,
    -- Raised by every change to it.
    version bigint not null,
    primary key (event, number)
);

-- Where and when a session is; without a venue it waits.
create table slot (
    event text not null,
    plan bigint not null,
    activity text not null references activity (code),
    session bigint not null,
    venue text references venue (code),
    starts_at bigint,
    locked boolean not null,
    version bigint not null,
    primary key (event, plan, activity, session),
    foreign key (event, plan) references plan (event, number)
);

-- What somebody changed by hand, so that it can be undone and done again.
create table slot_change (
    event text not null,
    plan bigint not null,
    number bigint not null,
    at bigint not null,
    person bigint not null,
    by_en text not null,
    by_zh text not null,
    activity text not null,
    session bigint not null,
    venue_was text,
    starts_was bigint,
    locked_was boolean not null,
    venue_now text,
    starts_now bigint,
    locked_now boolean not null,
    -- done, undone, or gone: what was undone before something else was done
    state text not null,
    primary key (event, plan, number),
    foreign key (event, plan) references plan (event, number)
);

-- The number for questions about the programme.
alter table showcase_event add column enquiries text not null default '';

-- The programme as it was published, version by version.
create table programme_version (
    event text not null references showcase_event (code),
    number bigint not null,
    at bigint not null,
    by_en text not null,
    by_zh text not null,
    -- What changed and why; empty for the first.
    reason_en text not null,
    reason_zh text not null,
    -- Everybody concerned has been written to.
    told boolean not null,
    primary key (event, number)
);

-- What the public was told of a session, from one version until the one that changed it.
create table published_slot (
    event text not null,
    activity text not null references activity (code),
    session bigint not null,
    since bigint not null,
    until bigint,
    -- Of the calendar entry: one more with every change.
    sequence bigint not null,
    venue text not null references venue (code),
    starts_at bigint not null,
    ends_at bigint not null,
    cancelled boolean not null,
    primary key (event, activity, session, since),
    foreign key (event, since) references programme_version (event, number)
);
create index published_slot_standing on published_slot (event, until, starts_at);
