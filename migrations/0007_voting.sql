-- Exhibition stops, ballot slips, ballots, and the public record of the vote.
--
-- No table here joins a slip to a ballot. A slip is spent in one table and the ballot lies in another, the urn; what leaves the urn
-- is written in random order into two logs that do not know each other, and only then is the urn emptied.

create table exhibition_stop (
    code text primary key,
    -- The tour it belongs to; of a tour with a poll this is the scheme's code.
    series text not null,
    -- What is voted on here; none where panels are only shown.
    scheme text references scheme (code),
    name_en text not null,
    name_zh text not null,
    venue text not null references venue (code),
    starts_on text not null,
    ends_on text not null,
    -- Minutes since midnight, every day.
    opens bigint not null,
    closes bigint not null,
    kiosks bigint not null,
    note_en text not null,
    note_zh text not null,
    -- How to get there without steps.
    access_en text not null,
    access_zh text not null,
    -- Who is on duty when, in the officers' own words; never public.
    roster text not null,
    -- planned, confirmed or cancelled; the rest goes by the clock
    state text not null,
    sequence bigint not null default 0,
    version bigint not null default 1,
    changed_at bigint not null
);
create index exhibition_stop_series on exhibition_stop (series, starts_on);
create index exhibition_stop_scheme on exhibition_stop (scheme);

-- One day of a stop.
create table poll_day (
    stop text not null references exhibition_stop (code),
    day text not null,
    opens_at bigint not null,
    closes_at bigint not null,
    state text not null,
    -- Why it is shut, for the public.
    notice_en text not null default '',
    notice_zh text not null default '',
    -- The balance, from the close on.
    issued bigint not null default 0,
    returned bigint not null default 0,
    void_unissued bigint not null default 0,
    void_issued bigint not null default 0,
    used bigint not null default 0,
    paper bigint not null default 0,
    spoilt bigint not null default 0,
    unused bigint not null default 0,
    explanation text not null default '',
    closed_by bigint references person (id),
    explained_by bigint references person (id),
    reconciled_by bigint references person (id),
    primary key (stop, day)
);
create index poll_day_day on poll_day (day);

-- The poll of a scheme: its keys, and how far it has come.
create table poll (
    scheme text primary key references scheme (code),
    -- collecting, counted, certified or published
    state text not null,
    -- Hexadecimal; the private ones are erased ninety days after certification.
    code_key text,
    sign_key text,
    sign_public text not null,
    box_key text,
    box_public text not null,
    sealed_at bigint not null default 0,
    -- The last batch that was sealed, and the SHA-256 of its checkpoint.
    batch bigint not null default 0,
    head text not null,
    counted_by bigint references person (id),
    counted_at bigint,
    -- SHA-256 over the tables of the count.
    table_hash text,
    -- The first line of the record as it was counted: what stood on the ballot.
    header text,
    -- The lines of the record that say how the days balanced and what was decided, and the signed result that closes it.
    statements text,
    result text,
    certified_by bigint references person (id),
    certified_at bigint
);

-- A pile of slips, printed at once for one stop.
create table code_batch (
    id bigint primary key,
    stop text not null references exhibition_stop (code),
    number bigint not null,
    -- The number on its first slip; slips of a stop are numbered through.
    first bigint not null,
    size bigint not null,
    -- For ballots that staff cast by script: they are never counted.
    is_test boolean not null,
    -- printed, issued, closed, returned or void
    state text not null,
    -- The poll day it was given to, and the part of that day.
    day text,
    part text,
    -- How many of it reached visitors.
    handed bigint,
    printed_at bigint not null,
    unique (stop, number)
);
create index code_batch_day on code_batch (stop, day);

-- A slip: not its code, only HMAC-SHA-256 of it under the election key.
create table ballot_code (
    code_hmac text primary key,
    batch bigint not null references code_batch (id),
    serial bigint not null,
    void boolean not null default false
);
create index ballot_code_batch on ballot_code (batch, serial);

-- What has been voted with. The primary key is the one guard against voting twice; the key is the client's, so that a ballot sent
-- twice is one. Nothing of the ballot stands here.
create table spent (
    code_hmac text primary key,
    key_hash text not null unique,
    stop text not null,
    day text not null,
    is_test boolean not null
);
create index spent_day on spent (stop, day);

-- Ballots that are not sealed yet. The id is made of the client's key, which is kept nowhere.
create table urn (
    id text primary key,
    scheme text not null,
    stop text not null,
    day text not null,
    receipt text not null,
    -- Choices by award, and in which quarter of the list each stood.
    choices text not null,
    quarters text not null,
    class text not null
);
create index urn_scheme on urn (scheme, stop, day);

-- The record: the inclusion log of a scheme and the content log of each award, in the order of their leaves.
create table inclusion_leaf (
    scheme text not null,
    place bigint not null,
    batch bigint not null,
    receipt_hash text not null,
    primary key (scheme, place)
);
create table content_leaf (
    award text not null,
    place bigint not null,
    batch bigint not null,
    choice text not null,
    class text not null,
    quarter bigint not null,
    nonce text not null,
    primary key (award, place)
);
-- The right edge of each log's tree; the inclusion log's under an empty name.
create table log_edge (
    scheme text not null,
    log text not null,
    edge text not null,
    primary key (scheme, log)
);
create table checkpoint (
    scheme text not null,
    seq bigint not null,
    note text not null,
    at bigint not null,
    primary key (scheme, seq)
);

-- Voting machines, known by the hash of their key; what they sent last.
create table kiosk (
    device_hash text primary key,
    stop text not null references exhibition_stop (code),
    number bigint not null,
    -- Raised when the machine is replaced: its old key is then worth nothing.
    epoch bigint not null default 1,
    last_seq bigint not null default 0,
    last_hash text not null,
    seen_at bigint,
    unique (stop, number)
);
-- A slip that was used on two machines without a line: the later ballot is not counted, and that is said in public.
create table kiosk_duplicate (
    device_hash text not null,
    seq bigint not null,
    stop text not null,
    day text not null,
    primary key (device_hash, seq)
);

-- Ballots on paper, as each of two officers read them; an empty entry is a blank.
create table paper_return (
    stop text not null,
    day text not null,
    officer bigint not null references person (id),
    ballots bigint not null,
    spoilt bigint not null,
    entered_at bigint not null,
    primary key (stop, day, officer)
);
create table paper_vote (
    stop text not null,
    day text not null,
    officer bigint not null,
    award text not null,
    entry text not null,
    votes bigint not null,
    primary key (stop, day, officer, award, entry),
    foreign key (stop, day, officer) references paper_return (stop, day, officer)
);

-- What two officers decide about classes, batches and days.
create table poll_decision (
    id bigint primary key,
    scheme text not null references scheme (code),
    -- class, void_batch or write_off
    kind text not null,
    object text not null,
    reason_en text not null,
    reason_zh text not null,
    proposed_by bigint not null references person (id),
    proposed_post text not null,
    proposed_at bigint not null,
    decided_by bigint references person (id),
    decided_post text,
    decided_at bigint,
    unique (scheme, kind, object)
);

-- The count, and the part of it that belongs to entries that were disqualified meanwhile.
create table poll_total (
    award text not null references award (code),
    entry text not null,
    votes bigint not null,
    primary key (award, entry)
);

-- Codes that were wrong, by the hash of where they were typed.
create table code_failure (
    subject text not null,
    at bigint not null
);
create index code_failure_subject on code_failure (subject, at);

-- The public's votes of this scheme come from counted ballots, and are not entered by hand.
alter table scheme add column by_ballot boolean not null default false;
