-- From where places were booked in the last hour, hashed, so that one machine does not take every seat.
create table booking_place (
    place_hash text not null,
    at bigint not null
);
create index booking_place_hash on booking_place (place_hash, at);
