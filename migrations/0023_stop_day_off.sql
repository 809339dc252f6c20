-- Days on which the public expected a stop that was then given other days: calendars say for a while that they are off.
create table stop_day_off (
    stop text not null references exhibition_stop (code),
    day text not null,
    opens_at bigint not null,
    closes_at bigint not null,
    off_at bigint not null,
    primary key (stop, day)
);
