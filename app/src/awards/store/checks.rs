//! The invariants of judging as questions to the database: each counts what breaks it.

use crate::{
    args,
    base::db::{Stored, Tx},
    sql,
};

/// Every invariant in words, and how often it is broken.
pub async fn all(tx: &mut Tx) -> Stored<Vec<(&'static str, i64)>> {
    let questions = [
        (
            "I-17 no score sheet stands behind an interest, a ruling or a doubt",
            sql!(
                "select count(*) from score_sheet t join declaration d on d.seat = t.seat and d.entry = t.entry
                 where d.stance = 'interest' or d.ruling = 'barred' or (d.stance = 'unsure' and d.ruling is null)"
            ),
        ),
        (
            "I-17 whoever has submitted a sheet has declared on its entry",
            sql!(
                "select count(*) from score_sheet t where t.state = 'submitted'
                 and not exists (select 1 from declaration d where d.seat = t.seat and d.entry = t.entry)"
            ),
        ),
        (
            "I-19 every decided entry has the sheets its scheme asks for",
            sql!(
                "select count(*) from decision d join award a on a.code = d.award join scheme s on s.code = a.scheme
                 where a.panel_weight > 0 and s.min_judges > (select count(*) from score_sheet t
                    where t.award = d.award and t.entry = d.entry and t.state = 'submitted')"
            ),
        ),
        (
            "I-20 the total of every submitted sheet is the weighted sum of its scores",
            sql!(
                "select count(*) from score_sheet t where t.state = 'submitted' and t.total <> (select coalesce(sum(5 * c.weight * x.halves), 0)
                    from score x join criterion c on c.award = x.award and c.key = x.criterion
                    where x.seat = t.seat and x.entry = t.entry and x.award = t.award)"
            ),
        ),
        (
            "I-23 nobody has approved what they decided, or what they set up",
            sql!(
                "select count(*) from judging_round r join scheme s on s.code = r.scheme
                 where r.approved_by = s.set_up_by or r.approved_by = r.decided_by"
            ),
        ),
        (
            "the votes of every scheme were entered and confirmed by two people",
            sql!("select count(*) from votes_certificate where confirmed_by = entered_by"),
        ),
        (
            "I-24 no scheme is announced before its time, or unapproved",
            sql!(
                "select count(*) from scheme s join judging_round r on r.scheme = s.code
                 where s.state = 'announced' and (r.state <> 'announced' or r.approved_by is null)"
            ),
        ),
    ];
    let mut found = Vec::new();
    for (sentence, question) in questions {
        found.push((sentence, tx.number(question, args![]).await?));
    }
    Ok(found)
}
