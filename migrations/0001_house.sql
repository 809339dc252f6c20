-- What every slice stands on: settings, the audit chain, and (after persons) the outbox.

-- Small facts about this installation: which demo was loaded, the secret for signed links.
create table setting (
    name text primary key,
    value text not null
);

-- The audit chain. Events are only ever added; the head is one row, so that there is one order.
create table audit_event (
    seq bigint primary key,
    at bigint not null,
    actor text not null,
    action text not null,
    object text not null,
    detail text not null,
    reason text,
    prev_hash text not null,
    hash text not null
);
create index audit_event_object on audit_event (object, seq);
create table audit_head (
    id bigint primary key check (id = 1),
    seq bigint not null,
    hash text not null
);
insert into audit_head (id, seq, hash) values (1, 0, '');
