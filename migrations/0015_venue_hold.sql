-- How far the organiser has come with a venue for an event, with dates; a hold of the same state keeps others out.
create table venue_hold (
    event text not null references showcase_event (code),
    venue text not null references venue (code),
    -- asked, held, confirmed or released
    state text not null,
    -- Since which day, and if it is only held, until which.
    since_day text not null,
    until_day text,
    note text not null,
    version bigint not null,
    -- The last day of holding of which the scheduler was reminded.
    reminded_day text,
    primary key (event, venue)
);

-- How long before an event its venues must be booked, and the day of which the scheduler was reminded.
create table venue_lead (
    event text primary key references showcase_event (code),
    months bigint not null,
    reminded_day text
);
