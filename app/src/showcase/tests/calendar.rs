//! What a calendar program that subscribed shows after whatever is done to the programme, on both databases (I-51, I-55, I-56).

use std::collections::BTreeMap;

use ::ical::IcalParser;

use super::*;
use crate::{
    base::text::Lang,
    calendar,
    showcase::{
        acts::{auto, board, confirm, moving, programme, publish},
        rules::moving::MoveForm,
    },
};

/// An entry as a client keeps it: number, beginning in Hong Kong, state.
#[derive(Clone, Debug, PartialEq)]
struct Entry {
    sequence: i64,
    starts: String,
    status: String,
}

/// A client that keeps what it was last sent, and complains of what clients stumble over.
#[derive(Default)]
struct Client {
    shown: BTreeMap<String, Entry>,
    changed: Moment,
}

impl Client {
    async fn poll(&mut self, it: &World) {
        let sent = calendar::acts::feed(&it.site, "all", Lang::En, (None, None)).await.unwrap();
        assert!(sent.changed >= self.changed, "{}: Last-Modified goes back", it.on);
        self.changed = sent.changed;
        let read = IcalParser::new(sent.text.as_bytes()).next().unwrap().unwrap();
        let mut shown = BTreeMap::new();
        for event in read.events {
            let value = |name: &str| event.properties.iter().find(|it| it.name == name).and_then(|it| it.value.clone()).unwrap();
            let entry = Entry { sequence: value("SEQUENCE").parse().unwrap(), starts: value("DTSTART"), status: value("STATUS") };
            let uid = value("UID");
            if let Some(before) = self.shown.get(&uid) {
                let same = (&before.starts, &before.status) == (&entry.starts, &entry.status);
                assert!(entry.sequence >= before.sequence, "{}: {uid} {before:?} {entry:?}", it.on);
                assert!(same || entry.sequence > before.sequence, "{}: {uid} changed without a higher number", it.on);
            }
            assert!(shown.insert(uid, entry).is_none(), "two entries with one UID");
        }
        for (uid, before) in &self.shown {
            assert!(shown.contains_key(uid), "{}: {uid} vanished, and was {before:?}", it.on);
        }
        self.shown = shown;
    }

    /// What it shows as alive is what the programme says, to the minute.
    async fn agrees(&self, it: &World) {
        let programme = it.by("public", async |ctx| programme::programme(ctx, None).await).await.unwrap();
        let told: BTreeMap<String, String> = programme
            .iter()
            .flat_map(|(programme, _)| &programme.entries)
            .flat_map(|entry| &entry.sessions)
            .map(|it| (super::super::acts::calendar::uid(&it.told), it.told.at.starts.to_ical_local()))
            .collect();
        let alive: BTreeMap<String, String> =
            self.shown.iter().filter(|(_, it)| it.status == "CONFIRMED").map(|(uid, it)| (uid.clone(), it.starts.clone())).collect();
        assert_eq!(alive, told, "{}", it.on);
    }
}

/// A die that falls alike every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides.max(1)
    }
}

impl World {
    async fn confirm_and_publish(&self) {
        self.by("scheduler", async |ctx| confirm::ask(ctx).await).await.ok();
        for who in ["wsd", "hko"] {
            self.by(who, async |ctx| confirm::confirm(ctx, "").await).await.ok();
        }
        let reason = Bi::new("As the halls answered", "按場地回覆");
        // A second time without a change there is nothing to publish, and over a conflict nothing is published.
        self.by("scheduler", async |ctx| publish::publish(ctx, &reason).await).await.ok();
    }

    /// Something a scheduler does, by chance: move, take off, put on, rename, postpone; sometimes published.
    async fn something(&self, dice: &mut Dice) {
        let table = self.by("scheduler", async |ctx| board::board(ctx).await).await.unwrap().2.unwrap().table;
        let slot = dice.roll(table.slots.len());
        let it = table.slots[slot].clone();
        match dice.roll(7) {
            0..=2 => {
                let offers = table.asking().offers(slot, 12);
                let Some(offer) = offers.get(dice.roll(offers.len())) else { return };
                let (day, minute) = (offer.at.starts.day().iso(), offer.at.starts.minute_of_day());
                let time = format!("{:02}:{:02}", minute / 60, minute % 60);
                let typed = board::Typed {
                    activity: &it.activity,
                    session: it.session,
                    version: it.version,
                    venue: &offer.at.venue,
                    day: &day,
                    time: &time,
                };
                self.by("scheduler", async |ctx| board::place(ctx, &typed).await).await.unwrap();
            }
            3 => drop(self.by("scheduler", async |ctx| board::take_off(ctx, &it.activity, it.session, it.version).await).await),
            4 => {
                let name = format!("Showcase {}", dice.roll(1_000));
                let event = self.by("public", async |ctx| find::event(ctx).await).await.unwrap();
                let form = MoveForm {
                    name_en: name,
                    name_zh: "巡禮".into(),
                    reason_en: "A better name".into(),
                    reason_zh: "更好的名稱".into(),
                    version: event.version.to_string(),
                    ..MoveForm::default()
                };
                self.by("scheduler", async |ctx| moving::move_event(ctx, &form).await).await.unwrap();
            }
            5 => {
                let event = self.by("public", async |ctx| find::event(ctx).await).await.unwrap();
                let form = MoveForm {
                    starts: event.starts.next().iso(),
                    ends: event.ends.next().iso(),
                    reason_en: "A day later".into(),
                    reason_zh: "延後一天".into(),
                    version: event.version.to_string(),
                    ..MoveForm::default()
                };
                self.by("scheduler", async |ctx| moving::move_event(ctx, &form).await).await.unwrap();
            }
            _ => self.confirm_and_publish().await,
        }
    }
}

#[tokio::test]
async fn i_55_whatever_is_moved_renamed_postponed_or_taken_off_a_subscribed_calendar_shows_what_was_last_published() {
    for it in World::everywhere().await {
        it.filed("wsd", &form()).await;
        it.filed("hko", &ProposalForm { districts: vec![], features: vec![], ..form() }).await;
        it.by("scheduler", async |ctx| accept::accept_fitting(ctx).await).await.unwrap();
        let (event, number) = it.by("scheduler", async |ctx| auto::begin(ctx, Keeps::Locked, 1).await).await.unwrap();
        auto::make(&it.site, &event, number).await.unwrap();
        let mut client = Client::default();
        client.poll(&it).await;
        assert!(client.shown.is_empty(), "{}: nothing is told before it is published", it.on);
        it.confirm_and_publish().await;
        let mut dice = Dice(2002);
        for _ in 0..40 {
            it.site.clock.set(it.site.now().plus_minutes(7));
            it.something(&mut dice).await;
            client.poll(&it).await;
            client.agrees(&it).await;
        }
        assert!(client.shown.values().any(|it| it.sequence > 2), "{}: something was published more than once", it.on);
        assert!(client.shown.values().any(|it| it.status == "CANCELLED"), "{}: something was taken off", it.on);
        // After a month of quiet what was cancelled is gone, and nothing else.
        let alive = client.shown.values().filter(|it| it.status == "CONFIRMED").count();
        it.site.clock.set(it.site.now().plus_days(31));
        let sent = calendar::acts::feed(&it.site, "all", Lang::En, (None, None)).await.unwrap();
        assert_eq!(sent.text.matches("BEGIN:VEVENT").count(), alive);
        assert!(sent.changed > client.changed, "who asks by date hears of it");
    }
}
