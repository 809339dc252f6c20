//! What departments do: write together, agree, endorse, hand in late or in time, withdraw; and what others see of it.

use super::world::*;
use crate::{
    awards::{
        acts::{self, find, material},
        texts::Merge,
        *,
    },
    base::text::Bi,
};

#[tokio::test]
async fn j_5_a_nomination_is_written_agreed_endorsed_handed_in_returned_and_handed_in_again() {
    for it in World::everywhere().await {
        let code = it.by("lcsd", async |ctx| acts::begin(ctx, "EEA").await).await.unwrap().code;
        assert_eq!(code, "EEA-E01", "{}", it.on);
        let form = EntryForm { partners: vec!["HD".into(), String::new()], ..words(&code, 1) };
        it.by("lcsd", async |ctx| acts::save(ctx, &form).await).await.unwrap();
        assert!(it.letters().await.contains(&"entry-partner".into()));

        // Everything that is missing is said at once.
        let missing = it.by("lcsd", async |ctx| acts::submit(ctx, &code, false).await).await.unwrap_err();
        let keys: Vec<&str> = missing.complaints.iter().map(|it| it.key.as_str()).collect();
        assert_eq!((missing.status(), keys), (422, vec!["awards-partner-silent", "awards-endorsement-missing"]));

        it.by("hd", async |ctx| acts::agree(ctx, &code, true).await).await.unwrap();
        let stranger = it.by("lcsd", async |ctx| acts::ask_endorsement(ctx, &code, "wsdhead@demo.example").await).await.unwrap_err();
        assert_eq!((stranger.status(), stranger.key()), (422, "awards-endorser-unknown"));
        it.by("lcsd", async |ctx| acts::ask_endorsement(ctx, &code, "head@demo.example").await).await.unwrap();
        assert_eq!(it.by("wsdhead", async |ctx| acts::endorse(ctx, &code, 2).await).await.unwrap_err().status(), 404);
        assert_eq!(it.by("head", async |ctx| acts::endorse(ctx, &code, 1).await).await.unwrap_err().key(), "awards-read-again");
        it.by("head", async |ctx| acts::endorse(ctx, &code, 2).await).await.unwrap();

        let handed_in = it.by("lcsd", async |ctx| acts::submit(ctx, &code, false).await).await.unwrap();
        assert_eq!((handed_in.state, handed_in.minutes_late), (EntryState::Submitted, 0));
        assert_eq!(it.by("lcsd", async |ctx| acts::submit(ctx, &code, false).await).await.unwrap_err().status(), 409, "twice is once");
        let silent = it.by("secretary", async |ctx| acts::officers::give_back(ctx, &code, "  ").await).await.unwrap_err();
        assert_eq!((silent.status(), silent.complaints[0].field.as_str()), (422, "comment"));
        it.by("secretary", async |ctx| acts::officers::give_back(ctx, &code, "Evidence 2 cannot be read").await).await.unwrap();

        let title = Bi::new("Report", "報告");
        it.by("lcsd", async |ctx| material::link(ctx, &code, "https://demo.example/report.pdf", &title).await).await.unwrap();
        let again = it.by("lcsd", async |ctx| acts::submit(ctx, &code, false).await).await.unwrap_err();
        assert_eq!(again.key(), "awards-endorsement-missing", "the head stood behind what was there before");
        it.by("head", async |ctx| acts::endorse(ctx, &code, 2).await).await.unwrap();
        it.by("lcsd", async |ctx| acts::submit(ctx, &code, false).await).await.unwrap();
        assert_eq!(it.state(&code).await, EntryState::Submitted);
        assert_eq!(it.audited(&format!("entry:{code}"), "entry.step").await, 10);
    }
}

#[tokio::test]
async fn i_14_a_third_entry_is_refused_and_the_two_are_named_also_when_two_begin_at_once() {
    for it in World::everywhere().await {
        let begin = || it.by("lcsd", async |ctx| acts::begin(ctx, "EEA").await);
        let (first, second) = tokio::join!(begin(), begin());
        let (first, second) = (first.unwrap().code, second.unwrap().code);
        let third = begin().await.unwrap_err();
        assert_eq!((third.status(), third.key()), (422, "awards-led-too-many"), "{}", it.on);
        let said = format!("{:?}", third.complaints[0].values);
        assert!(said.contains(&first) && said.contains(&second), "{said}");
        it.by("lcsd", async |ctx| acts::withdraw(ctx, &first).await).await.unwrap();
        // Three at once for the one that is free again: one gets it.
        let results = tokio::join!(begin(), begin(), begin());
        assert_eq!([results.0, results.1, results.2].iter().filter(|it| it.is_ok()).count(), 1, "{}", it.on);
    }
}

#[tokio::test]
async fn two_people_who_write_at_once_both_keep_their_words_and_nobody_wins_by_being_last() {
    for it in World::everywhere().await {
        let code = it.by("lcsd", async |ctx| acts::begin(ctx, "EEA").await).await.unwrap().code;
        it.by("lcsd", async |ctx| acts::save(ctx, &words(&code, 1)).await).await.unwrap();
        let title = EntryForm { title_en: "Books at your door".into(), ..words(&code, 2) };
        it.by("lcsd", async |ctx| acts::save(ctx, &title).await).await.unwrap();
        // The colleague started from version 2 as well, and wrote elsewhere.
        let summary = EntryForm { summary_zh: "圖書送到家。".into(), ..words(&code, 2) };
        let both = it.by("lcsd2", async |ctx| acts::save(ctx, &summary).await).await.unwrap();
        assert_eq!((both.texts.title.en.as_str(), both.texts.summary.zh.as_str()), ("Books at your door", "圖書送到家。"), "{}", it.on);
        // In one and the same field a person has to choose; nothing is stored.
        let rival = EntryForm { title_en: "Reading at home".into(), ..words(&code, 2) };
        let clash = it.by("lcsd2", async |ctx| acts::save(ctx, &rival).await).await.unwrap_err();
        assert_eq!((clash.status(), clash.complaints[0].field.as_str()), (409, "title_en"));
        assert_eq!(it.entry(&code).await.texts.title.en, "Books at your door");
        let mut ctx = it.acting("lcsd2").await;
        let mine = texts::Texts { title: Bi::new("Reading at home", "郵遞圖書"), summary: both.texts.summary.clone() };
        let view = find::conflict(&mut ctx, &both, 2, &mine).await.unwrap().unwrap();
        assert_eq!(view[0], ("title_en", Merge::Both));
    }
}

#[tokio::test]
async fn entries_close_with_grace_and_one_may_be_given_its_own_deadline() {
    for it in World::everywhere().await {
        let code = it.by("lcsd", async |ctx| acts::begin(ctx, "EEA").await).await.unwrap().code;
        it.by("lcsd", async |ctx| acts::save(ctx, &words(&code, 1)).await).await.unwrap();
        it.by("lcsd", async |ctx| acts::ask_endorsement(ctx, &code, "head@demo.example").await).await.unwrap();
        it.by("head", async |ctx| acts::endorse(ctx, &code, 2).await).await.unwrap();
        it.site.clock.set(at(7, 31, 18));
        let late = it.by("lcsd", async |ctx| acts::submit(ctx, &code, false).await).await.unwrap_err();
        assert_eq!((late.status(), late.key()), (410, "awards-closed"), "{}", it.on);
        assert_eq!(it.by("wsd", async |ctx| acts::begin(ctx, "EEA").await).await.unwrap_err().status(), 410);
        let reopen = |until: &'static str, reason: &'static str| {
            let code = code.clone();
            let it = &it;
            async move { it.by("secretary", async |ctx| acts::officers::reopen(ctx, &code, until, reason).await).await }
        };
        assert_eq!(reopen("2002-08-02T17:00", "").await.unwrap_err().key(), "awards-reason-missing");
        assert_eq!(reopen("2002-07-01T17:00", "Typhoon").await.unwrap_err().key(), "awards-until-past");
        reopen("2002-08-02T17:00", "The department was shut by a typhoon").await.unwrap();
        let entry = it.by("lcsd", async |ctx| acts::submit(ctx, &code, false).await).await.unwrap();
        assert_eq!((entry.minutes_late, entry.state), (0, EntryState::Submitted));
    }
}

#[tokio::test]
async fn a_late_entry_within_the_grace_has_its_minutes_on_record() {
    for it in World::everywhere().await {
        let code = it.by("lcsd", async |ctx| acts::begin(ctx, "EEA").await).await.unwrap().code;
        it.by("lcsd", async |ctx| acts::save(ctx, &words(&code, 1)).await).await.unwrap();
        it.by("lcsd", async |ctx| acts::ask_endorsement(ctx, &code, "head@demo.example").await).await.unwrap();
        it.by("head", async |ctx| acts::endorse(ctx, &code, 2).await).await.unwrap();
        it.site.clock.set(at(7, 31, 17).plus_minutes(12));
        it.by("lcsd", async |ctx| acts::submit(ctx, &code, false).await).await.unwrap();
        assert_eq!(it.entry(&code).await.minutes_late, 12, "{}", it.on);
    }
}

#[tokio::test]
async fn an_entry_is_unknown_to_everybody_whom_it_does_not_concern() {
    for it in World::everywhere().await {
        let code = it.submitted("lcsd", "head").await;
        let scheme = find_scheme(&it).await;
        for who in ["public", "wsd", "hd", "wsdhead"] {
            let mut ctx = it.acting(who).await;
            assert_eq!(find::entry(&mut ctx, &code).await.err().map(|it| it.status()), Some(404), "{who} on {}", it.on);
            assert!(find::gallery(&mut ctx, &scheme).await.unwrap().is_empty());
        }
        for who in ["lcsd", "lcsd2", "head", "secretary", "chair"] {
            let mut ctx = it.acting(who).await;
            assert_eq!(find::entry(&mut ctx, &code).await.unwrap().entry.texts.title.en, "Books by post", "{who}");
        }
        assert_eq!(it.by("wsd", async |ctx| acts::save(ctx, &words(&code, 2)).await).await.unwrap_err().status(), 404);
        assert_eq!(it.by("secretary", async |ctx| acts::save(ctx, &words(&code, 2)).await).await.unwrap_err().status(), 403);
        assert_eq!(it.by("public", async |ctx| acts::withdraw(ctx, &code).await).await.unwrap_err().status(), 401);
    }
}

async fn find_scheme(it: &World) -> Scheme {
    let mut ctx = it.acting("secretary").await;
    find::scheme(&mut ctx, "EEA").await.unwrap()
}

#[tokio::test]
async fn a_link_to_another_kind_of_file_and_an_identity_card_number_are_refused() {
    for it in World::everywhere().await {
        let code = it.by("lcsd", async |ctx| acts::begin(ctx, "EEA").await).await.unwrap().code;
        let title = Bi::new("Report", "報告");
        for bad in ["https://demo.example/report.doc", "javascript:alert(1)//.pdf", "ftp://demo.example/a.pdf"] {
            let no = it.by("lcsd", async |ctx| material::link(ctx, &code, bad, &title).await).await.unwrap_err();
            assert_eq!((no.status(), no.complaints[0].field.as_str()), (422, "name"), "{bad}");
        }
        let form = EntryForm { summary_en: "Applicant A123456(3) was served".into(), ..words(&code, 1) };
        let no = it.by("lcsd", async |ctx| acts::save(ctx, &form).await).await.unwrap_err();
        assert_eq!((no.status(), no.key()), (422, "problem-identity-card"), "{}", it.on);
        assert_eq!(it.entry(&code).await.version, 1, "nothing is stored");
    }
}

#[tokio::test]
async fn a_colleague_s_choice_of_awards_and_partners_is_not_undone_by_a_page_that_was_open_before() {
    for it in World::everywhere().await {
        let code = it.by("lcsd", async |ctx| acts::begin(ctx, "EEA").await).await.unwrap().code;
        it.by("lcsd", async |ctx| acts::save(ctx, &words(&code, 1)).await).await.unwrap();
        let open = EntryForm { base_awards: Some("EEA-A".into()), base_partners: Some(String::new()), ..words(&code, 2) };
        let theirs = EntryForm { awards: vec!["EEA-A".into(), "EEA-B".into()], partners: vec!["HD".into()], ..open.clone() };
        it.by("lcsd2", async |ctx| acts::save(ctx, &theirs).await).await.unwrap();
        it.by("hd", async |ctx| acts::agree(ctx, &code, true).await).await.unwrap();
        // The other page knows of none of it, and adds a partner.
        let mine = EntryForm { partners: vec!["WSD".into()], ..open };
        let entry = it.by("lcsd", async |ctx| acts::save(ctx, &mine).await).await.unwrap();
        assert_eq!(entry.awards, ["EEA-A", "EEA-B"], "{}", it.on);
        let partners: Vec<(&str, bool)> = entry.partners.iter().map(|it| (it.organisation.as_str(), it.agreed_at.is_some())).collect();
        assert_eq!(partners, [("HD", true), ("WSD", false)]);
    }
}
