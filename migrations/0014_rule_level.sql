-- How strict an event is with a rule of its timetable, where it is not as the house is.
create table rule_level (
    event text not null references showcase_event (code),
    rule text not null,
    -- forbid, block, warn or ignore
    level text not null,
    primary key (event, rule)
);
