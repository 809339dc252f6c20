-- Who has the board of an event open, and when their browser last asked.
create table board_presence (
    event text not null references showcase_event (code),
    person bigint not null references person (id),
    seen_at bigint not null,
    primary key (event, person)
);
