-- Who wants to hear of changes of the Showcase's programme. An address counts from the moment its owner opened the link sent to it.
create table follow (
    -- Of the link that only its owner has; one for each address and thing.
    token_hash text primary key,
    event text not null,
    -- One activity; empty for the whole programme.
    activity text not null,
    email text not null,
    language text not null,
    asked_at bigint not null,
    confirmed_at bigint
);
create index follow_event on follow (event, activity);
