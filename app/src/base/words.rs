//! The words of the house: Fluent files by language and slice, spoken through [`Words`].
//!
//! English and Traditional Chinese are written; Simplified is derived from the latter when first asked for.
//! A test walks every key used in the source and every file: a missing word, or a missing argument, fails.

use std::sync::LazyLock;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::langid;

use super::{
    han::simplified,
    problem::{Complaint, Value},
    text::{Bi, Lang},
    time::{Day, Moment, write},
};

macro_rules! locales {
    ($($slice:literal),* $(,)?) => {
        /// Every written file: slice, English text, Traditional Chinese text.
        pub const LOCALES: &[(&str, &str, &str)] = &[$((
            $slice,
            include_str!(concat!("../../locales/en/", $slice, ".ftl")),
            include_str!(concat!("../../locales/zh-Hant/", $slice, ".ftl")),
        )),*];
    };
}

locales![
    "house",
    "files",
    "people",
    "venues",
    "surveys",
    "workshops",
    "organise",
    "awards",
    "schemes",
    "judging",
    "papers",
    "letters",
    "kiosk",
    "voting",
    "showcase",
    "calendar"
];

/// The keys of all messages, as the English files have them.
pub fn keys() -> impl Iterator<Item = &'static str> {
    let text = LOCALES.iter().flat_map(|(_, english, _)| english.lines());
    text.filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic())).filter_map(|line| Some(line.split_once(" =")?.0))
}

type Bundle = FluentBundle<FluentResource>;

static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Lang::En));
static TRADITIONAL: LazyLock<Bundle> = LazyLock::new(|| bundle(Lang::Tc));
static SIMPLIFIED: LazyLock<Bundle> = LazyLock::new(|| bundle(Lang::Sc));

fn bundle(lang: Lang) -> Bundle {
    let id = match lang {
        Lang::En => langid!("en-GB"),
        Lang::Tc => langid!("zh-Hant-HK"),
        Lang::Sc => langid!("zh-Hans-CN"),
    };
    let mut bundle = Bundle::new_concurrent(vec![id]);
    // Marks of direction around every value help no reader of these three languages, and break copying.
    bundle.set_use_isolating(false);
    for (slice, english, traditional) in LOCALES {
        let text = match lang {
            Lang::En => (*english).to_owned(),
            Lang::Tc => (*traditional).to_owned(),
            Lang::Sc => simplified(traditional),
        };
        let resource = FluentResource::try_new(text).unwrap_or_else(|(partial, errors)| {
            tracing::error!(slice, ?lang, ?errors, "words that cannot be read");
            partial
        });
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(slice, ?errors, "words said twice");
        }
    }
    bundle
}

/// A voice in one language. Cheap to copy and to hand around.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    pub lang: Lang,
}

/// Says a key, with its arguments: `t!(w, "workshops-count", n = 26)`.
#[macro_export]
macro_rules! t {
    ($words:expr, $key:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $words.say($key, &[$((stringify!($name), ::fluent_bundle::FluentValue::from($value))),*])
    };
}

impl Words {
    pub fn of(lang: Lang) -> Words {
        Words { lang }
    }

    fn bundle(self) -> &'static Bundle {
        match self.lang {
            Lang::En => &ENGLISH,
            Lang::Tc => &TRADITIONAL,
            Lang::Sc => &SIMPLIFIED,
        }
    }

    /// The sentence under `key`. A key nobody wrote is logged and shown as itself, so that it is seen.
    pub fn say(self, key: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        let bundle = self.bundle();
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::error!(key, lang = ?self.lang, "no such words");
            return key.to_owned();
        };
        let args: FluentArgs = values.iter().map(|(name, value)| (*name, value.clone())).collect();
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&args), &mut errors);
        if !errors.is_empty() {
            tracing::error!(key, ?errors, "words with a hole");
        }
        text.into_owned()
    }

    pub fn has(self, key: &str) -> bool {
        self.bundle().has_message(key)
    }

    /// A problem's sentence.
    pub fn complaint(self, complaint: &Complaint) -> String {
        let values: Vec<(&str, FluentValue)> = complaint.values.iter().map(|(name, value)| (name.as_str(), self.value(value))).collect();
        self.say(&complaint.key, &values)
    }

    /// A value as a person of this language reads it.
    pub fn value(self, value: &Value) -> FluentValue<'static> {
        match value {
            Value::Text(text) => FluentValue::from(text.clone()),
            Value::Number(n) => FluentValue::from(*n),
            Value::Both(text) => FluentValue::from(self.pick(text)),
            Value::Day(day) => FluentValue::from(self.date(*day)),
            Value::Moment(moment) => FluentValue::from(self.moment(*moment)),
        }
    }

    /// The text of this language.
    pub fn pick(self, text: &Bi) -> String {
        match self.lang {
            Lang::En => text.en.clone(),
            Lang::Tc => text.zh.clone(),
            Lang::Sc => simplified(&text.zh),
        }
    }

    /// A venue and its district.
    pub fn located(self, venue: &Bi, district: &Bi) -> String {
        let (venue, district) = (self.pick(venue), self.pick(district));
        if self.lang.is_chinese() { format!("{venue}（{district}）") } else { format!("{venue}, {district}") }
    }

    /// What somebody wrote in one language, to be read: as it was written, and for readers of simplified Chinese in theirs.
    pub fn written(self, text: &str) -> String {
        self.derived(text.to_owned())
    }

    /// The same text in the other official language, for records that show both.
    pub fn other(self) -> Words {
        Words { lang: if self.lang == Lang::En { Lang::Tc } else { Lang::En } }
    }

    fn derived(self, text: String) -> String {
        if self.lang == Lang::Sc { simplified(&text) } else { text }
    }

    fn zh(self) -> bool {
        self.lang.is_chinese()
    }

    pub fn date(self, day: Day) -> String {
        self.derived(write::date(day, self.zh()))
    }

    pub fn date_short(self, day: Day) -> String {
        self.derived(write::date_short(day, self.zh()))
    }

    pub fn month(self, day: Day) -> String {
        self.derived(write::month(day, self.zh()))
    }

    pub fn month_formal(self, day: Day) -> String {
        self.derived(write::month_formal(day, self.zh()))
    }

    pub fn time(self, moment: Moment) -> String {
        self.derived(write::time(moment, self.zh()))
    }

    pub fn span(self, from: Moment, to: Moment) -> String {
        self.derived(write::span(from, to, self.zh()))
    }

    pub fn moment(self, moment: Moment) -> String {
        self.derived(write::moment(moment, self.zh()))
    }

    pub fn moment_short(self, moment: Moment) -> String {
        self.derived(write::moment_short(moment, self.zh()))
    }

    /// How far off a moment is: "in 3 days", "in 5 hours", "2 days ago", in whole units.
    pub fn distance(self, to: Moment, now: Moment) -> String {
        let minutes = to.minutes_since(now);
        let (key, n) = match minutes {
            ..=-2880 => ("distance-days-ago", now.day().days_until(to.day()).abs()),
            -2879..=-60 => ("distance-hours-ago", -minutes / 60),
            -59..=0 => ("distance-now", 0),
            1..=59 => ("distance-minutes", minutes),
            60..=2879 => ("distance-hours", minutes / 60),
            _ => ("distance-days", now.day().days_until(to.day())),
        };
        crate::t!(self, key, n = n)
    }
}
