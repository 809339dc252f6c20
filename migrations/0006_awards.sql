-- Award schemes, the entries in them, the panel that judges them, and what it decides.

create table scheme (
    code text primary key,
    edition bigint not null,
    name_en text not null,
    name_zh text not null,
    -- auto_enrol or nomination
    mode text not null,
    eligibility_en text not null,
    eligibility_zh text not null,
    rules_en text not null,
    rules_zh text not null,
    entry_opens_at bigint not null,
    entry_closes_at bigint not null,
    grace_minutes bigint not null,
    voting_opens_at bigint,
    voting_closes_at bigint,
    judging_from text not null,
    judging_to text not null,
    announce_at bigint not null,
    min_judges bigint not null,
    shortlist bigint not null,
    combination text not null,
    adjustment text not null,
    -- The ladder, its steps separated by semicolons.
    ties text not null,
    -- May not approve what the panel decides.
    set_up_by bigint not null references person (id),
    -- draft, published or announced; the rest of its calendar goes by the clock
    state text not null,
    -- Since the first submission or ballot: when, and the SHA-256 of the rules as they were.
    frozen_at bigint,
    frozen_hash text,
    sealed_at bigint,
    next_entry bigint not null default 1,
    version bigint not null default 1
);

create table award (
    code text primary key,
    scheme text not null references scheme (code),
    position bigint not null,
    name_en text not null,
    name_zh text not null,
    -- entered, or shortlisted for another award
    admits text not null,
    public_weight bigint not null,
    panel_weight bigint not null,
    votes_per_ballot bigint not null
);
create index award_scheme on award (scheme, position);

create table criterion (
    award text not null references award (code),
    position bigint not null,
    key text not null,
    name_en text not null,
    name_zh text not null,
    weight bigint not null,
    primary key (award, position)
);

-- An organisation's published performance pledge: what enters it, and what is shown where it says nothing itself.
create table pledge (
    organisation text primary key references organisation (code),
    published_on text not null,
    title_en text not null,
    title_zh text not null,
    summary_en text not null,
    summary_zh text not null
);

create table entry (
    code text primary key,
    scheme text not null references scheme (code),
    lead text not null references organisation (code),
    -- By the register of pledges: once for each organisation.
    enrolled boolean not null,
    title_en text not null,
    title_zh text not null,
    summary_en text not null,
    summary_zh text not null,
    state text not null,
    -- Who is asked to endorse it, and the post and day once they have.
    endorser bigint references person (id),
    endorsed_post_en text,
    endorsed_post_zh text,
    endorsed_on text,
    -- A deadline of its own.
    reopened_until bigint,
    submitted_at bigint,
    minutes_late bigint not null default 0,
    default_material boolean not null default false,
    -- Why it may not compete, when that was decided, and the one appeal.
    reason_en text,
    reason_zh text,
    decided_at bigint,
    appeal text,
    appeal_open boolean not null default false,
    -- What the secretariat saw when it visited, for the judges.
    visit_note text not null default '',
    version bigint not null default 1,
    changed_at bigint not null
);
create index entry_scheme on entry (scheme, code);
create index entry_lead on entry (lead);
create unique index entry_enrolled on entry (scheme, lead) where enrolled;

create table entry_award (
    entry text not null references entry (code),
    award text not null references award (code),
    -- Not left behind at the cut.
    through boolean not null default true,
    primary key (entry, award)
);
create index entry_award_award on entry_award (award, entry);

create table entry_partner (
    entry text not null references entry (code),
    organisation text not null references organisation (code),
    agreed_at bigint,
    primary key (entry, organisation)
);
create index entry_partner_organisation on entry_partner (organisation);

-- The words as they were at each version: what two people started from when both have written.
create table entry_text (
    entry text not null references entry (code),
    version bigint not null,
    title_en text not null,
    title_zh text not null,
    summary_en text not null,
    summary_zh text not null,
    -- The post that wrote it.
    by_en text not null,
    by_zh text not null,
    at bigint not null,
    primary key (entry, version)
);

-- What is filed with an entry: evidence, images of the panel, the pledge itself. Contents are kept by their hash.
create table entry_file (
    id bigint primary key,
    entry text not null references entry (code),
    position bigint not null,
    -- evidence, link, image or pledge
    kind text not null,
    -- The file's name, or an address.
    name text not null,
    -- Of a file: the SHA-256 of its content and its octets; of a picture that of its small copy.
    hash text,
    thumbnail text,
    size bigint,
    -- What it is, or what it shows for those who cannot see it.
    title_en text not null,
    title_zh text not null,
    added_at bigint not null
);
create index entry_file_entry on entry_file (entry, position);

create table entry_check (
    entry text not null references entry (code),
    officer bigint not null references person (id),
    -- A 1 or 0 for each question of the checklist, in its order.
    answers text not null,
    -- How well it meets the criteria, in half points; the sum of both goes into the cut.
    halves bigint not null,
    at bigint not null,
    primary key (entry, officer)
);

create table entry_ruling (
    entry text primary key references entry (code),
    officer bigint not null references person (id),
    eligible boolean not null,
    at bigint not null
);

create table entry_step (
    id bigint primary key,
    entry text not null references entry (code),
    at bigint not null,
    step text not null,
    actor_en text not null,
    actor_zh text not null,
    reason text
);
create index entry_step_entry on entry_step (entry, at, id);

-- One round of judging for a scheme, over all of its judged awards.
create table judging_round (
    scheme text primary key references scheme (code),
    opens_at bigint not null,
    closes_at bigint not null,
    state text not null,
    -- How it was assigned: judges to an entry (0: all judge all) and the seed of the chance in it.
    each bigint not null default 0,
    seed bigint not null default 0,
    -- What lay on the table when it was decided, and the chair's notes.
    ranking text,
    notes text,
    decided_by bigint references person (id),
    decided_at bigint,
    approved_by bigint references person (id),
    approved_at bigint
);

create table panel_seat (
    id bigint primary key,
    scheme text not null references scheme (code),
    person_id bigint not null references person (id),
    -- Organisations the judge serves in or advises, separated by spaces.
    organisations text not null,
    is_chair boolean not null,
    -- The most entries they take.
    most bigint not null,
    -- The personal link, by its hash; accepted or declined once they have answered, and until they have, null.
    invitation_hash text unique,
    accepted boolean,
    unique (scheme, person_id)
);

create table declaration (
    seat bigint not null references panel_seat (id),
    entry text not null references entry (code),
    stance text not null,
    note text,
    ruling text,
    ruled_by bigint references person (id),
    at bigint not null,
    primary key (seat, entry)
);

create table score_sheet (
    seat bigint not null references panel_seat (id),
    entry text not null references entry (code),
    award text not null references award (code),
    state text not null,
    comment text not null,
    -- Hundredths of a point, once submitted.
    total bigint,
    submitted_at bigint,
    -- Why the chair gave it back.
    returned_because text,
    version bigint not null default 1,
    primary key (seat, entry, award)
);
create index score_sheet_award on score_sheet (award, entry);

create table score (
    seat bigint not null,
    entry text not null,
    award text not null,
    criterion text not null,
    halves bigint not null,
    primary key (seat, entry, award, criterion),
    foreign key (seat, entry, award) references score_sheet (seat, entry, award)
);

-- What the panel resolved.
create table decision (
    award text not null references award (code),
    entry text not null references entry (code),
    -- A placing; that word is the database's own.
    outcome text not null,
    reason text not null,
    primary key (award, entry)
);

-- The public's votes as certified, and by whom: two different people.
create table certified_votes (
    award text not null references award (code),
    entry text not null references entry (code),
    votes bigint not null,
    primary key (award, entry)
);
create table votes_certificate (
    scheme text primary key references scheme (code),
    entered_by bigint not null references person (id),
    entered_at bigint not null,
    confirmed_by bigint references person (id),
    confirmed_at bigint
);
