//! Every sentence a kiosk can say, by number: the server puts words to them in three languages, the kiosk picks.

use super::Tri;
use crate::base::text::Lang;

/// Names sentences and the keys of their words; in some of them `%n`, `%of` and `%it` stand where something is filled in.
macro_rules! sentences {
    ($($name:ident $key:literal,)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Say { $($name,)* }

        impl Say {
            pub const KEYS: &[&str] = &[$(concat!("kiosk-", $key),)*];
        }
    };
}

sentences! {
    // Wherever one is
    Languages "languages",
    Large "large",
    Kiosk "number",
    Waiting "waiting",
    Held "held",
    NoLine "no-line",
    Broken "broken",
    Leave "leave",
    Still "still",
    Clears "clears",
    Here "here",
    // The slip
    Welcome "welcome",
    Hint "hint",
    Field "field",
    Keys "keys",
    Rub "rub",
    Begin "begin",
    Checking "checking",
    BadLength "code-length",
    BadSymbol "code-symbol",
    BadCheck "code-check",
    // An award
    Step "step",
    ChooseOne "choose-one",
    ChooseSome "choose-some",
    Chosen "chosen",
    Most "most",
    NoneYet "none-yet",
    Note "note",
    Skip "skip",
    Next "next",
    Back "back",
    // Before casting
    Review "review",
    ReviewLead "review-lead",
    Blank "blank",
    Change "change",
    ChangeOf "change-of",
    AllBlank "all-blank",
    Cast "cast",
    Sending "sending",
    NotKept "not-kept",
    // Afterwards
    Thanks "thanks",
    Refused "refused",
    Counted "counted",
    Kept "kept",
    Duplicate "duplicate",
    NotTaken "not-taken",
    Receipt "receipt",
    Promise "promise",
    Deadline "deadline",
    Qr "qr",
    Longer "longer",
    Done "done",
}

/// The sentences in the order of [`Say`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BoothWords(pub Vec<Tri>);

impl BoothWords {
    pub fn say(&self, it: Say, lang: Lang) -> &str {
        self.0.get(it as usize).map_or("", |text| text.pick(lang))
    }
}
