-- Places, when they are open, and who has them.

create table district (
    code text primary key,
    name_en text not null,
    name_zh text not null,
    region_code text not null,
    region_en text not null,
    region_zh text not null
);

create table feature (
    code text primary key,
    name_en text not null,
    name_zh text not null
);

create table venue (
    code text primary key,
    name_en text not null,
    name_zh text not null,
    district text not null references district (code),
    kind text not null,
    managed_by text not null,
    capacity bigint not null,
    pitches bigint not null,
    -- Feature codes, separated by semicolons.
    features text not null,
    -- Opening hours `09:00-18:00` by kind of day; empty = closed.
    hours_weekday text not null,
    hours_saturday text not null,
    hours_holiday text not null
);

create table holiday (
    day text primary key,
    name_en text not null,
    name_zh text not null
);

-- A venue is shut for a while.
create table closure (
    id bigint primary key,
    venue text not null references venue (code),
    starts_at bigint not null,
    ends_at bigint not null,
    reason_en text not null,
    reason_zh text not null
);
create index closure_venue on closure (venue, starts_at);

-- A venue is asked for, held, or confirmed for somebody: a workshop, an exhibition stop, a Showcase session.
create table hold (
    id bigint primary key,
    venue text not null references venue (code),
    starts_at bigint not null,
    ends_at bigint not null,
    -- asked, held, confirmed or released
    state text not null,
    -- What it is for, as `workshop:PM-2002-3`.
    purpose text not null,
    label_en text not null,
    label_zh text not null
);
create index hold_venue on hold (venue, starts_at);
create index hold_purpose on hold (purpose);
