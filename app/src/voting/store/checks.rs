//! The invariants of the vote as questions to the database: each counts what breaks it.

use crate::{
    args,
    base::{
        db::{Stored, Tx},
        time::Day,
    },
    sql,
};

/// Every invariant in words, and how often it is broken.
pub async fn all(tx: &mut Tx) -> Stored<Vec<(&'static str, i64)>> {
    let questions = [
        (
            "I-25 as many ballots as codes used, in every poll whose codes are not erased yet",
            sql!(
                "select count(*) from poll p where p.code_key is not null and
                 (select count(*) from spent s join exhibition_stop e on e.code = s.stop where e.scheme = p.scheme)
                 <> (select count(*) from urn u where u.scheme = p.scheme and u.class not like '%:paper')
                  + (select count(*) from inclusion_leaf i where i.scheme = p.scheme)
                  - (select coalesce(sum(d.paper), 0) from poll_day d join exhibition_stop e on e.code = d.stop where e.scheme = p.scheme)
                  + (select count(*) from urn u where u.scheme = p.scheme and u.class like '%:paper')"
            ),
        ),
        (
            "I-25 every award has its share of leaves for every ballot that is sealed",
            sql!(
                "select count(*) from award a join poll p on p.scheme = a.scheme where a.public_weight > 0 and
                 (select count(*) from content_leaf l where l.award = a.code)
                 <> a.votes_per_ballot * (select count(*) from inclusion_leaf i where i.scheme = a.scheme)"
            ),
        ),
        (
            "I-28 every vote is for an entry of its award",
            sql!(
                "select count(*) from content_leaf l join award a on a.code = l.award where l.choice <> ''
                 and not exists (select 1 from entry e where e.code = l.choice and e.scheme = a.scheme)"
            ),
        ),
        (
            "I-29 every slip of a closed pile was handed out, returned or made void",
            sql!(
                "select count(*) from poll_day d where d.state in ('closed', 'reconciled', 'written_off')
                 and d.issued + d.returned + d.void_unissued <>
                 (select coalesce(sum(b.size), 0) from code_batch b where b.stop = d.stop and b.day = d.day and not b.is_test)"
            ),
        ),
        (
            "I-30 every reconciled day balances, or its difference was explained by one officer and agreed to by another",
            sql!(
                "select count(*) from poll_day where state = 'reconciled'
                 and issued - used - paper - spoilt - unused - void_issued <> 0
                 and (explained_by is null or explained_by = reconciled_by)"
            ),
        ),
        (
            "I-31 the totals of every count are the votes in its record, but for test ballots and what was decided out",
            sql!(
                "select count(*) from poll p where p.state <> 'collecting' and
                 (select coalesce(sum(t.votes), 0) from poll_total t join award a on a.code = t.award where a.scheme = p.scheme)
                 > (select count(*) from content_leaf l join award a on a.code = l.award
                    where a.scheme = p.scheme and l.choice <> '' and l.class not like '%:test')"
            ),
        ),
        (
            "nobody has certified the count that they made",
            sql!("select count(*) from poll where certified_by = counted_by"),
        ),
        (
            "I-35 no two stops of one scheme overlap",
            sql!(
                "select count(*) from exhibition_stop a join exhibition_stop b on b.scheme = a.scheme and b.code <> a.code
                 where a.state <> 'cancelled' and b.state <> 'cancelled' and a.code < b.code and a.starts_on <= b.ends_on and b.starts_on <= a.ends_on"
            ),
        ),
    ];
    let mut found = Vec::new();
    for (sentence, question) in questions {
        found.push((sentence, tx.number(question, args![]).await?));
    }
    Ok(found)
}

/// Test slips of a day that were voted with: batch, and place in it from 0.
pub async fn tests_cast(tx: &mut Tx, stop: &str, day: Day) -> Stored<Vec<(i64, i64)>> {
    tx.all(
        sql!(
            "select b.id, c.serial - b.first from code_batch b join ballot_code c on c.batch = b.id join spent s on s.code_hmac = c.code_hmac
             where b.stop = $1 and b.day = $2 and b.is_test order by b.number, c.serial"
        ),
        args![stop, day],
    )
    .await
}

/// What is to be cast with the test slips of a day, by batch.
pub async fn scripts(tx: &mut Tx, stop: &str, day: Day) -> Stored<Vec<(i64, String)>> {
    tx.all(
        sql!("select id, script from code_batch where stop = $1 and day = $2 and is_test and script is not null order by number"),
        args![stop, day],
    )
    .await
}

/// What the record holds of the test ballots of a day: award, entry, votes.
pub async fn tests_sealed(tx: &mut Tx, stop: &str, day: Day) -> Stored<Vec<(String, String, i64)>> {
    tx.all(
        sql!(
            "select award, choice, count(*) from content_leaf where class like '%:test' and class like $1
             group by award, choice order by award, choice"
        ),
        args![format!("{stop}:{}:%", day.iso())],
    )
    .await
}

/// Test ballots of a day that are still in the urn.
pub async fn tests_waiting(tx: &mut Tx, stop: &str, day: Day) -> Stored<i64> {
    tx.number(sql!("select count(*) from urn where stop = $1 and day = $2 and class like '%:test'"), args![stop, day]).await
}
