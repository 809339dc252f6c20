//! Setting up a scheme: what is refused beside which field, what is frozen, and its next edition.

use super::world::*;
use crate::{
    awards::{
        acts::{self, find, setup},
        *,
    },
    base::problem::Answer,
};

async fn save(it: &World, who: &str, form: &SchemeForm) -> Answer<Scheme> {
    it.by(who, async |ctx| setup::save(ctx, form).await).await
}

#[tokio::test]
async fn i_11_i_12_a_scheme_that_does_not_add_up_is_refused_beside_the_field_and_nothing_is_stored() {
    for it in World::everywhere().await {
        let good = scheme("NEW", "nomination");
        type Spoil = fn(&mut SchemeForm);
        let wrong: [(Spoil, &str); 7] = [
            (|it| it.awards[0].criteria[0].weight = "59".into(), "awards[0][criteria]"),
            (|it| it.awards[1].public_weight = "31".into(), "awards[1][public_weight]"),
            (|it| it.entry_closes = "2002-05-01T17:00".into(), "entry_closes"),
            (|it| it.announce_at = "2002-11-01T10:00".into(), "announce_at"),
            (|it| it.shortlist = "many".into(), "shortlist"),
            (|it| it.entry_opens = "tomorrow".into(), "entry_opens"),
            (|it| it.name_zh.clear(), "name_zh"),
        ];
        for (spoil, field) in wrong {
            let mut form = good.clone();
            spoil(&mut form);
            let no = save(&it, "secretary", &form).await.unwrap_err();
            assert_eq!((no.status(), no.complaints[0].field.as_str()), (422, field), "{}", it.on);
        }
        let mut ctx = it.acting("secretary").await;
        assert!(find::scheme(&mut ctx, "NEW").await.is_err(), "nothing is stored");
        drop(ctx);
        let mut sum = good.clone();
        sum.awards[0].criteria[0].weight = "59".into();
        assert!(format!("{:?}", save(&it, "secretary", &sum).await.unwrap_err()).contains("Number(99)"), "the sum is shown");
        let taken = SchemeForm { awards: scheme("EEA", "nomination").awards, ..good.clone() };
        assert_eq!(save(&it, "secretary", &taken).await.unwrap_err().key(), "awards-code-twice");
        assert_eq!(save(&it, "lcsd", &good).await.unwrap_err().status(), 403);
        assert_eq!(save(&it, "chair", &good).await.unwrap_err().status(), 403, "the chair reads it only");
        save(&it, "secretary", &good).await.unwrap();
        let mut ctx = it.acting("public").await;
        assert!(find::scheme(&mut ctx, "NEW").await.is_err(), "a draft is for its officers");
    }
}

#[tokio::test]
async fn i_15_after_the_first_submission_criteria_weights_and_ties_stay_as_they_are() {
    for it in World::everywhere().await {
        let mut form = scheme("EEA", "nomination");
        let version = async || {
            let mut ctx = it.acting("secretary").await;
            find::scheme(&mut ctx, "EEA").await.unwrap().version.to_string()
        };
        form.awards[0].criteria[0].weight = "55".into();
        form.awards[0].criteria[1].weight = "45".into();
        form.version = version().await;
        save(&it, "secretary", &form).await.unwrap();
        it.submitted("lcsd", "head").await;
        let mut ctx = it.acting("secretary").await;
        let hash = find::frozen_hash(&mut ctx, "EEA").await.unwrap();
        assert!(hash.is_some(), "{}", it.on);
        drop(ctx);
        form.version = version().await;
        let mut changed = form.clone();
        changed.awards[0].criteria[0].weight = "60".into();
        changed.awards[0].criteria[1].weight = "40".into();
        let no = save(&it, "secretary", &changed).await.unwrap_err();
        assert_eq!((no.status(), no.key()), (409, "awards-rules-frozen"));
        let ties = SchemeForm { ties: vec!["higher_panel".into()], ..form.clone() };
        assert_eq!(save(&it, "secretary", &ties).await.unwrap_err().status(), 409);
        // Words and days may still change.
        let words = SchemeForm { rules_en: "Clearer rules".into(), announce_at: "2002-12-09T10:00".into(), ..form.clone() };
        save(&it, "secretary", &words).await.unwrap();
        assert_eq!(save(&it, "secretary", &words).await.unwrap_err().key(), "awards-scheme-changed", "an old page does not win");
        let mut ctx = it.acting("secretary").await;
        assert_eq!(find::frozen_hash(&mut ctx, "EEA").await.unwrap(), hash);
    }
}

#[tokio::test]
async fn the_next_edition_is_a_copy_with_awards_of_its_own() {
    for it in World::everywhere().await {
        it.submitted("lcsd", "head").await;
        let next = it.by("secretary2", async |ctx| setup::copy(ctx, "EEA", "eea3").await).await.unwrap();
        let codes: Vec<&str> = next.awards.iter().map(|award| award.code.as_str()).collect();
        assert_eq!((next.code.as_str(), next.edition, codes), ("EEA3", 3, vec!["EEA3-A", "EEA3-B"]), "{}", it.on);
        assert_eq!((next.state, next.frozen), (SchemeState::Draft, None));
        assert_eq!(it.by("secretary", async |ctx| setup::copy(ctx, "EEA", "BPP").await).await.unwrap_err().key(), "awards-code-taken");
        assert_eq!(it.by("lcsd", async |ctx| acts::begin(ctx, "EEA3").await).await.unwrap_err().status(), 404, "a draft takes no entries");
    }
}
