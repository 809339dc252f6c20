//! What officers do: enrol by pledges, check by two, rule, hear an appeal, shortlist and seal.

use super::world::*;
use crate::{
    awards::{
        acts::{self, find, officers},
        *,
    },
    base::text::Bi,
};

#[tokio::test]
async fn i_13_every_department_with_a_pledge_is_entered_once_in_every_award_however_often_it_is_done() {
    for it in World::everywhere().await {
        it.pledge("LCSD", 9).await;
        it.pledge("HD", 3).await;
        let enrol = || it.by("secretary", async |ctx| officers::enrol(ctx, "BPP").await);
        let (first, second) = tokio::join!(enrol(), enrol());
        assert_eq!(first.unwrap() + second.unwrap(), 2, "{}", it.on);
        it.pledge("WSD", 20).await;
        assert_eq!(enrol().await.unwrap(), 1);
        let mut ctx = it.acting("secretary").await;
        let (_, all) = find::desk(&mut ctx, "BPP").await.unwrap();
        drop(ctx);
        let leads: Vec<(&str, &str)> = all.iter().map(|(entry, ..)| (entry.code.as_str(), entry.lead.as_str())).collect();
        assert_eq!(leads, [("BPP-E01", "HD"), ("BPP-E02", "LCSD"), ("BPP-E03", "WSD")], "in the order of publication");
        assert!(all.iter().all(|(entry, ..)| entry.awards == ["BPP-A", "BPP-B"]));
        assert!(it.by("fehd", async |ctx| acts::begin(ctx, "BPP").await).await.is_err(), "nobody enters it by hand");
        assert_eq!(it.by("lcsd", async |ctx| acts::withdraw(ctx, "BPP-E02").await).await.unwrap_err().key(), "awards-entry-stays");
    }
}

#[tokio::test]
async fn j_3_the_silent_are_reminded_and_shown_with_their_published_pledge() {
    for it in World::everywhere().await {
        it.pledge("LCSD", 1).await;
        it.pledge("HD", 2).await;
        it.by("secretary", async |ctx| officers::enrol(ctx, "BPP").await).await.unwrap();
        let form = EntryForm { awards: vec![], title_en: "A bookmark".into(), ..words("BPP-E01", 1) };
        it.by("lcsd", async |ctx| acts::save(ctx, &form).await).await.unwrap();
        it.by("lcsd", async |ctx| acts::confirm(ctx, "BPP-E01", false).await).await.unwrap();
        assert_eq!(it.by("secretary", async |ctx| officers::remind(ctx, "BPP").await).await.unwrap(), 1, "{}", it.on);
        it.tick(at(7, 31, 17).plus_minutes(29)).await;
        assert_eq!(it.state("BPP-E02").await, EntryState::Enrolled, "within the grace nothing is decided");
        it.tick(at(7, 31, 17).plus_minutes(30)).await;
        it.tick(at(8, 1, 9)).await;
        let silent = it.entry("BPP-E02").await;
        assert_eq!((silent.state, silent.default_material), (EntryState::Eligible, true));
        assert_eq!(silent.texts.summary.en, "We pledge, HD");
        assert_eq!(it.entry("BPP-E01").await.texts.title.en, "A bookmark");
        assert_eq!(it.letters().await.iter().filter(|kind| *kind == "entry-default").count(), 1);
    }
}

#[tokio::test]
async fn two_officers_check_and_where_they_differ_a_third_rules() {
    for it in World::everywhere().await {
        let code = it.submitted("lcsd", "head").await;
        let doubtful = [true, true, false, true, true];
        assert_eq!(it.check("secretary", &code, ALL_WELL, "10.5").await.unwrap_err().complaints[0].field, "mark");
        it.check("secretary", &code, ALL_WELL, "7.5").await.unwrap();
        let twice = it.check("secretary", &code, ALL_WELL, "7").await.unwrap_err();
        assert_eq!((twice.status(), twice.key()), (403, "awards-same-officer"), "{}", it.on);
        assert_eq!(it.by("chief", async |ctx| officers::rule(ctx, &code, true).await).await.unwrap_err().key(), "awards-not-disputed");
        it.check("secretary2", &code, doubtful, "6").await.unwrap();
        assert_eq!(it.state(&code).await, EntryState::Submitted);
        assert_eq!(it.by("secretary2", async |ctx| officers::rule(ctx, &code, true).await).await.unwrap_err().status(), 403);
        assert_eq!(it.by("lcsd", async |ctx| officers::rule(ctx, &code, true).await).await.unwrap_err().status(), 403);
        it.by("chief", async |ctx| officers::rule(ctx, &code, true).await).await.unwrap();
        assert_eq!(it.state(&code).await, EntryState::Eligible);
    }
}

#[tokio::test]
async fn who_may_not_compete_reads_why_and_appeals_once_within_five_working_days() {
    for it in World::everywhere().await {
        let code = it.submitted("lcsd", "head").await;
        let wrong = [false, true, true, true, true];
        let reason = Bi::new("The work was done in 1998.", "有關工作於一九九八年完成。");
        let refuse = |reason: Bi| {
            let (it, code) = (&it, code.clone());
            async move { it.by("secretary", async |ctx| officers::refuse(ctx, &code, &reason).await).await }
        };
        assert_eq!(refuse(reason.clone()).await.unwrap_err().key(), "awards-not-found-so", "{}", it.on);
        it.check("secretary", &code, wrong, "5").await.unwrap();
        it.check("secretary2", &code, wrong, "5").await.unwrap();
        assert_eq!(refuse(Bi::new("Only English", "")).await.unwrap_err().status(), 422);
        refuse(reason).await.unwrap();
        let appeal = |words: &'static str| {
            let (it, code) = (&it, code.clone());
            async move { it.by("lcsd", async |ctx| acts::appeal(ctx, &code, words).await).await }
        };
        assert_eq!(appeal("").await.unwrap_err().complaints[0].field, "words");
        appeal("It was done in 2001; see page 3.").await.unwrap();
        assert_eq!(appeal("Once more").await.unwrap_err().key(), "awards-already-appealed");
        it.by("chief", async |ctx| officers::answer_appeal(ctx, &code, true, "The report says so.").await).await.unwrap();
        assert_eq!(it.state(&code).await, EntryState::Eligible);

        let other = it.submitted("wsd", "wsdhead").await;
        it.check("secretary", &other, wrong, "5").await.unwrap();
        it.check("secretary2", &other, wrong, "5").await.unwrap();
        it.by("secretary", async |ctx| officers::refuse(ctx, &other, &Bi::new("Too old", "太舊")).await).await.unwrap();
        it.site.clock.set(at(6, 11, 10));
        let late = it.by("wsd", async |ctx| acts::appeal(ctx, &other, "Late").await).await.unwrap_err();
        assert_eq!((late.status(), late.key()), (410, "awards-appeal-closed"));
    }
}

#[tokio::test]
async fn i_16_the_shortlist_takes_all_equal_at_the_cut_and_is_sealed_only_when_everything_is_settled() {
    for it in World::everywhere().await {
        // Five entries for one award, two places: the second and third have the same marks.
        let mut codes = Vec::new();
        for (department, head) in [("lcsd", "head"), ("lcsd", "head"), ("wsd", "wsdhead"), ("wsd", "wsdhead")] {
            codes.push(it.submitted(department, head).await);
        }
        for (code, marks) in codes.iter().zip([["9", "8.5"], ["7", "7"], ["6.5", "7.5"], ["5", "5"]]) {
            it.check("secretary", code, ALL_WELL, marks[0]).await.unwrap();
            if code != &codes[3] {
                it.check("secretary2", code, ALL_WELL, marks[1]).await.unwrap();
            }
        }
        let shortlist = || it.by("secretary", async |ctx| officers::shortlist(ctx, "EEA").await);
        let seal = || it.by("secretary", async |ctx| officers::seal(ctx, "EEA").await);
        assert_eq!(shortlist().await.unwrap_err().key(), "awards-still-open", "{}", it.on);
        it.site.clock.set(at(8, 5, 10));
        let open = shortlist().await.unwrap_err();
        assert_eq!((open.status(), open.key()), (409, "awards-checks-open"));
        assert!(format!("{open:?}").contains(&codes[3]), "it says which");
        it.check("secretary2", &codes[3], ALL_WELL, "5").await.unwrap();
        assert_eq!(seal().await.unwrap_err().key(), "awards-no-shortlist");
        shortlist().await.unwrap();
        let states = async || {
            let mut states = Vec::new();
            for code in &codes {
                states.push(it.state(code).await);
            }
            states
        };
        use EntryState::*;
        assert_eq!(states().await, [Shortlisted, Shortlisted, Shortlisted, NotShortlisted]);
        let mut ctx = it.acting("public").await;
        let scheme = find::scheme(&mut ctx, "EEA").await.unwrap();
        assert!(find::gallery(&mut ctx, &scheme).await.unwrap().is_empty(), "before the seal nobody outside sees it");
        assert!(find::entry(&mut ctx, &codes[0]).await.is_err());
        drop(ctx);
        seal().await.unwrap();
        assert_eq!(states().await, [OnDisplay, OnDisplay, OnDisplay, NotShortlisted]);
        assert_eq!(seal().await.unwrap_err().key(), "awards-sealed");
        let mut ctx = it.acting("public").await;
        let scheme = find::scheme(&mut ctx, "EEA").await.unwrap();
        assert_eq!(find::gallery(&mut ctx, &scheme).await.unwrap().len(), 3);
        assert!(find::entry(&mut ctx, &codes[3]).await.is_err());
        drop(ctx);
        // From now on only the chair takes one out, with a reason.
        let out = |who: &'static str, reason: &'static str| {
            let (it, code) = (&it, codes[2].clone());
            async move { it.by(who, async |ctx| officers::disqualify(ctx, &code, reason).await).await }
        };
        assert_eq!(out("secretary", "Not theirs").await.unwrap_err().key(), "awards-chair-only");
        assert_eq!(out("chair", " ").await.unwrap_err().status(), 422);
        out("chair", "The work was another department's").await.unwrap();
        assert_eq!(it.state(&codes[2]).await, Disqualified);
        assert_eq!(it.by("lcsd", async |ctx| acts::withdraw(ctx, &codes[0]).await).await.unwrap_err().status(), 409);
    }
}

#[tokio::test]
async fn the_shortlist_is_sealed_before_the_first_exhibition_stop_opens_or_not_at_all() {
    for it in World::everywhere().await {
        let code = it.submitted("lcsd", "head").await;
        it.check("secretary", &code, ALL_WELL, "7").await.unwrap();
        it.check("secretary2", &code, ALL_WELL, "7").await.unwrap();
        it.site.clock.set(at(8, 5, 10));
        it.by("secretary", async |ctx| officers::shortlist(ctx, "EEA").await).await.unwrap();
        it.site.clock.set(at(9, 9, 10));
        let late = it.by("secretary", async |ctx| officers::seal(ctx, "EEA").await).await.unwrap_err();
        assert_eq!((late.status(), late.key()), (410, "awards-stop-open"), "{}", it.on);
    }
}

#[tokio::test]
async fn officers_are_shown_what_an_entry_resembles_in_either_language() {
    for it in World::everywhere().await {
        let first = it.submitted("lcsd", "head").await;
        let second = it.submitted("wsd", "wsdhead").await;
        let mut ctx = it.acting("secretary").await;
        let likest = find::entry(&mut ctx, &second).await.unwrap().likest;
        assert_eq!(likest, [(first, 100)], "{}", it.on);
        drop(ctx);
        let mut ctx = it.acting("wsd").await;
        assert!(find::entry(&mut ctx, &second).await.unwrap().likest.is_empty(), "the department is not told of others");
    }
}

#[tokio::test]
async fn what_was_seen_on_a_visit_is_for_judges_and_officers_and_not_for_the_department() {
    for it in World::everywhere().await {
        let code = it.submitted("lcsd", "head").await;
        let note = |who: &'static str, words: &'static str| {
            let (it, code) = (&it, code.clone());
            async move { it.by(who, async |ctx| officers::note_visit(ctx, &code, words).await).await }
        };
        assert_eq!(note("lcsd", "We were splendid").await.unwrap_err().status(), 403, "{}", it.on);
        assert_eq!(note("secretary", "Spoke with A123456(3)").await.unwrap_err().key(), "problem-identity-card");
        note("secretary", "The vans were out on both days.").await.unwrap();
        assert_eq!(it.entry(&code).await.visit_note, "The vans were out on both days.");
        let mut ctx = it.acting("lcsd").await;
        assert_eq!(find::entry(&mut ctx, &code).await.unwrap().entry.visit_note, "");
    }
}
