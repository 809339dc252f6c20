-- The ceremony at which the prizes of a scheme are presented. Not among its rules: it may be fixed and moved while they are frozen.
create table prize_presentation (
    scheme text primary key references scheme (code),
    starts_at bigint not null,
    ends_at bigint not null,
    venue text not null references venue (code),
    called_off boolean not null default false,
    -- Of the calendar entry; raised by every change.
    sequence bigint not null default 0,
    created_at bigint not null,
    changed_at bigint not null
);
