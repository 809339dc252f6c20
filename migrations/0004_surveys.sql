-- Questionnaires. Who answered and what was answered are never in one row, nor joined by any column. (Whoever holds the database
-- file itself could still compare the physical order of two tables; ballots, later, are sealed against that.)

create table survey (
    id bigint primary key,
    -- What it asks about, as `workshop:PM-2002-3`.
    subject text not null unique,
    opens_at bigint not null,
    closes_at bigint not null
);

-- That somebody has answered: no time, no order.
create table survey_respondent (
    survey_id bigint not null references survey (id),
    person_id bigint not null references person (id),
    primary key (survey_id, person_id)
);

-- What was answered: a random number, no time, no name.
create table survey_answer (
    response_id bigint not null,
    survey_id bigint not null references survey (id),
    question text not null,
    score bigint,
    words text,
    primary key (response_id, question)
);
create index survey_answer_survey on survey_answer (survey_id, question);
