//! The invariants of workshops as questions to the database: each counts what breaks it.

use crate::{
    args,
    base::db::{Stored, Tx},
    sql,
};

/// Every invariant in words, and how often it is broken.
pub async fn all(tx: &mut Tx) -> Stored<Vec<(&'static str, i64)>> {
    let questions = [
        (
            "I-01 people confirmed and offered never exceed the capacity",
            sql!(
                "select count(*) from workshop w where w.capacity < (select coalesce(sum(r.people), 0) from registration r
                 where r.workshop = w.code and r.state in ('confirmed', 'offered', 'attended', 'no_show'))"
            ),
        ),
        (
            "I-02 people of one organisation never exceed its quota",
            sql!(
                "select count(*) from (select r.workshop, r.organisation, sum(r.people) as people from registration r
                 where r.state in ('confirmed', 'offered', 'attended', 'no_show') group by r.workshop, r.organisation) x
                 join workshop w on w.code = x.workshop where x.people > w.quota"
            ),
        ),
        (
            "I-03 nobody is live twice in one workshop",
            sql!(
                "select count(*) from (select workshop, person_id from participant where live group by workshop, person_id
                 having count(*) > 1) x"
            ),
        ),
        (
            "I-04 nobody has two places at one hour",
            sql!(
                "select count(*) from participant p join registration r on r.id = p.registration_id join workshop w on w.code = p.workshop
                 join participant q on q.person_id = p.person_id and q.workshop > p.workshop join registration s on s.id = q.registration_id
                 join workshop x on x.code = q.workshop
                 where r.state in ('confirmed', 'offered') and s.state in ('confirmed', 'offered')
                   and w.starts_at < x.ends_at and x.starts_at < w.ends_at"
            ),
        ),
        (
            "I-05 every team with a place is as large as its workshop allows, and as it says",
            sql!(
                "select count(*) from registration r join workshop w on w.code = r.workshop
                 where (r.state in ('confirmed', 'offered') and (r.people < w.team_min or r.people > w.team_max))
                    or r.people <> (select count(*) from participant p where p.registration_id = r.id)"
            ),
        ),
        (
            "I-06 nobody registered outside the window, but those moved from a cancelled workshop",
            sql!(
                "select count(*) from registration r join workshop w on w.code = r.workshop
                 where not r.priority and r.asked_at < w.opens_at"
            ),
        ),
        (
            "I-07 whoever waits has a number, and no two the same",
            sql!(
                "select (select count(*) from registration where state = 'waitlisted' and queue_no is null)
                      + (select count(*) from (select workshop, queue_no from registration where state = 'waitlisted'
                         group by workshop, queue_no having count(*) > 1) x)"
            ),
        ),
        (
            "I-08 no public workshop ends before it starts, or in a room too small",
            sql!(
                "select count(*) from workshop w join venue v on v.code = w.venue
                 where w.state <> 'draft' and (w.ends_at <= w.starts_at or v.capacity < w.capacity)"
            ),
        ),
        // A venue that is held for a whole event (`showcase:SC@HALL`) is shared with its sessions and with who was there before.
        (
            "I-08 no room with one pitch is held twice at one time",
            sql!(
                "select count(*) from hold a join hold b on b.venue = a.venue and b.id > a.id join venue v on v.code = a.venue
                 where v.pitches = 1 and a.state <> 'released' and b.state <> 'released'
                   and a.purpose not like '%@%' and b.purpose not like '%@%'
                   and a.starts_at < b.ends_at and b.starts_at < a.ends_at"
            ),
        ),
        (
            "I-09 nobody is live in a cancelled or completed workshop, and what is carried forward goes somewhere",
            sql!(
                "select (select count(*) from registration r join workshop w on w.code = r.workshop
                         where w.state in ('cancelled', 'completed')
                           and r.state in ('awaiting_endorsement', 'waitlisted', 'offered', 'confirmed'))
                      + (select count(*) from workshop where cancel_reason = 'carried_forward' and carried_to is null)"
            ),
        ),
        (
            "I-61 every public workshop is written in both languages",
            sql!(
                "select count(*) from workshop where state <> 'draft' and (trim(title_en) = '' or trim(title_zh) = ''
                 or trim(summary_en) = '' or trim(summary_zh) = '')"
            ),
        ),
        (
            "I-64 nobody answered a survey twice",
            sql!(
                "select count(*) from (select s.id from survey s where (select count(*) from survey_respondent r where r.survey_id = s.id)
                 <> (select count(distinct a.response_id) from survey_answer a where a.survey_id = s.id)) x"
            ),
        ),
        ("I-67 every registration stores the statement it agreed to", sql!("select count(*) from registration where consent_version = ''")),
        (
            "I-69 every step of a registration is one event of the chain",
            sql!(
                "select count(*) from registration r
                 where (select count(*) from registration_step s where s.registration_id = r.id)
                    <> (select count(*) from audit_event e where e.object = 'registration:' || r.ref
                        and e.action like 'registration.%' and e.action <> 'registration.rank')"
            ),
        ),
        (
            "I-69 publishing, completing and cancelling a workshop is one event each",
            sql!(
                "select count(*) from workshop w where
                    (select count(*) from audit_event e where e.object = 'workshop:' || w.code and e.action = 'workshop.publish')
                        <> case when w.state = 'draft' then 0 else 1 end
                 or (select count(*) from audit_event e where e.object = 'workshop:' || w.code
                     and e.action in ('workshop.complete', 'workshop.cancel'))
                        <> case when w.state in ('completed', 'cancelled') then 1 else 0 end"
            ),
        ),
    ];
    let mut found = Vec::new();
    for (sentence, question) in questions {
        found.push((sentence, tx.number(question, args![]).await?));
    }
    Ok(found)
}
