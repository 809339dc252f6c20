//! What happens at a kiosk, as a machine of screens: one award at a time, nothing cast without a look back, and nothing of a
//! voter left when the next one comes.
//!
//! It knows no clock, no line and no journal: seconds, answers and chance come in as events, and what is to be done outside
//! comes out as an [`Ask`]. An answer that belongs to somebody who has left is not heard.

use super::{
    super::{
        ballot::{self, Cast, Choices},
        code::{Code, CodeFault},
    },
    BoothAward, BoothEntry, BoothPaper,
};
use crate::base::text::Lang;

/// Seconds without a touch before the voter is asked whether they are still there.
pub const WARNING: u32 = 75;
/// And before everything is cleared.
pub const IDLE: u32 = 90;
/// Seconds for which a receipt is shown.
pub const RECEIPT: u32 = 20;
/// How often a voter may ask for it to be shown longer.
pub const LONGER: u8 = 9;
/// Seconds for which the server's word about a kept ballot is waited for.
pub const PATIENCE: u32 = 4;

#[derive(Clone, Debug, PartialEq)]
pub enum Screen {
    /// A slip is asked for.
    Welcome,
    /// The server is asked about it.
    Checking,
    /// The award at this place of the ballot paper.
    Award(usize),
    Review,
    /// The ballot goes into the journal; with its number there, it waits for the server's word.
    Sending {
        seq: Option<u64>,
        waited: u32,
    },
    Receipt {
        receipt: String,
        seq: u64,
        standing: Standing,
        /// The receipt as a picture, an address for an image; empty if the server sent none.
        qr: String,
        left: u32,
        longer: u8,
    },
}

/// What is known of a ballot that was cast.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// In this machine's journal, on its way.
    #[default]
    Kept,
    Counted,
    /// The slip had been used: counted in a class of its own.
    Duplicate,
    Refused,
}

/// What is wrong with what was just done.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    Code(CodeFault),
    /// The server's own words about a slip.
    Said(String),
    /// Nothing is chosen yet; leaving an award blank has a button of its own.
    NoneYet,
    /// No more than this many.
    Most(usize),
    AllBlank,
    NotKept,
}

/// What the server says of a slip.
#[derive(Clone, Debug, PartialEq)]
pub enum Checked {
    Fine,
    No(String),
    /// Nobody answers: the check character has to do.
    Offline,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    Lang(Lang),
    Large,
    /// The field for the code holds this now.
    Type(String),
    /// Enter, by hand or by the scanner; with chance for a ballot.
    Scan {
        key: String,
        seed: u64,
    },
    Checked {
        key: String,
        answer: Checked,
    },
    /// An entry of the award on the screen: chosen, or (where several may be) taken away again.
    Choose(String),
    Skip,
    Next,
    Back,
    Change(usize),
    Cast,
    /// The ballot with this key is in the journal; whether there is a line.
    Kept {
        key: String,
        seq: u64,
        line: bool,
    },
    /// It could not be kept.
    NotKept {
        key: String,
    },
    Answered {
        seq: u64,
        receipt: String,
        standing: Standing,
        qr: String,
    },
    Longer,
    /// The voter is done, or gives up.
    Leave,
    Touch,
    /// So many seconds have gone by.
    Tick(u32),
}

/// What has to be done outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    Check { key: String, code: Code },
    Keep { key: String, cast: Cast },
}

/// A voter's slip and the chance drawn for their ballot.
#[derive(Clone, Debug, PartialEq)]
struct Slip {
    code: Code,
    key: String,
    seed: u64,
}

/// A kiosk, and all that it knows of whoever stands before it.
#[derive(Clone, Debug, PartialEq)]
pub struct Booth {
    /// The language of the place.
    local: Lang,
    pub lang: Lang,
    pub large: bool,
    /// Seconds since it was last touched.
    pub idle: u32,
    pub screen: Screen,
    pub typed: String,
    pub fault: Option<Fault>,
    slip: Option<Slip>,
    /// What is chosen, award by award as they stand on the paper.
    chosen: Vec<Vec<String>>,
    /// One answer is being changed: the way on leads back to the review.
    pub changing: bool,
}

impl Booth {
    /// A kiosk nobody has touched.
    pub fn new(local: Lang) -> Booth {
        Booth {
            local,
            lang: local,
            large: false,
            idle: 0,
            screen: Screen::Welcome,
            typed: String::new(),
            fault: None,
            slip: None,
            chosen: Vec::new(),
            changing: false,
        }
    }

    pub fn is_fresh(&self) -> bool {
        *self == Booth::new(self.local)
    }

    /// What is chosen in the award at this place of the paper.
    pub fn chosen(&self, award: usize) -> &[String] {
        self.chosen.get(award).map_or(&[], Vec::as_slice)
    }

    /// The entries of an award in the order of this ballot: it hangs on the ballot's chance alone.
    pub fn entries<'a>(&self, award: &'a BoothAward) -> Vec<&'a BoothEntry> {
        let seed = self.slip.as_ref().map_or(0, |slip| slip.seed);
        ballot::order(seed, &award.code, award.entries.len()).into_iter().filter_map(|at| award.entries.get(at)).collect()
    }

    /// Seconds until all is cleared, once that has to be said.
    pub fn warned(&self) -> Option<u32> {
        let choosing = matches!(self.screen, Screen::Award(_) | Screen::Review);
        (choosing && self.idle >= WARNING).then(|| IDLE.saturating_sub(self.idle))
    }

    fn wipe(&mut self) {
        *self = Booth::new(self.local);
    }

    /// Hears what has happened; answers what is to be done about it.
    pub fn on(&mut self, paper: &BoothPaper, event: Event) -> Option<Ask> {
        match event {
            Event::Tick(seconds) => self.tick(seconds),
            Event::Checked { key, answer } => self.checked(&key, answer),
            Event::Kept { key, seq, line } => self.kept(&key, seq, line),
            Event::NotKept { key } => self.not_kept(&key),
            Event::Answered { seq, receipt, standing, qr } => self.answered(seq, &receipt, standing, qr),
            event => return self.touched(paper, event),
        }
        None
    }

    /// What hands do.
    fn touched(&mut self, paper: &BoothPaper, event: Event) -> Option<Ask> {
        self.idle = 0;
        match (event, self.screen.clone()) {
            (Event::Lang(lang), _) => self.lang = lang,
            (Event::Large, _) => self.large = !self.large,
            (Event::Type(text), Screen::Welcome) => {
                self.typed = text;
                self.fault = None;
            }
            (Event::Scan { key, seed }, Screen::Welcome) => return self.scan(key, seed),
            (Event::Choose(entry), Screen::Award(at)) => self.choose(paper, at, entry),
            (Event::Skip, Screen::Award(at)) => {
                if let Some(chosen) = self.chosen.get_mut(at) {
                    chosen.clear();
                }
                self.onwards(paper, at);
            }
            (Event::Next, Screen::Award(at)) if self.chosen(at).is_empty() => self.fault = Some(Fault::NoneYet),
            (Event::Next, Screen::Award(at)) => self.onwards(paper, at),
            (Event::Back, Screen::Award(_)) if self.changing => self.review(),
            (Event::Back, Screen::Award(at)) if at > 0 => self.go(Screen::Award(at - 1)),
            (Event::Back, Screen::Review) => self.go(Screen::Award(paper.awards.len().saturating_sub(1))),
            (Event::Change(at), Screen::Review) if at < paper.awards.len() => {
                self.go(Screen::Award(at));
                self.changing = true;
            }
            (Event::Cast, Screen::Review) => return self.cast(paper),
            (Event::Longer, Screen::Receipt { longer, .. }) if longer < LONGER => {
                if let Screen::Receipt { left, longer, .. } = &mut self.screen {
                    *left = RECEIPT;
                    *longer += 1;
                }
            }
            // A ballot on its way into the journal cannot be called back.
            (Event::Leave, Screen::Sending { .. }) => {}
            (Event::Leave, _) => self.wipe(),
            _ => {}
        }
        None
    }

    fn tick(&mut self, seconds: u32) {
        if self.is_fresh() {
            return;
        }
        self.idle = self.idle.saturating_add(seconds);
        match &mut self.screen {
            Screen::Receipt { left, .. } => {
                *left = left.saturating_sub(seconds);
                if *left == 0 {
                    self.wipe();
                }
            }
            Screen::Sending { seq: Some(seq), waited } => {
                *waited += seconds;
                if *waited >= PATIENCE {
                    let seq = *seq;
                    self.receipt(seq, Standing::Kept, String::new());
                }
            }
            _ if self.idle >= IDLE => self.wipe(),
            _ => {}
        }
    }

    fn go(&mut self, screen: Screen) {
        self.screen = screen;
        self.fault = None;
    }

    fn is_of(&self, key: &str) -> bool {
        self.slip.as_ref().is_some_and(|slip| slip.key == key)
    }

    fn scan(&mut self, key: String, seed: u64) -> Option<Ask> {
        match Code::parse(&self.typed) {
            // Enter in an empty field is nothing to complain about.
            Err(CodeFault::Length) if self.typed.trim().is_empty() => None,
            Err(fault) => {
                self.typed.clear();
                self.fault = Some(Fault::Code(fault));
                None
            }
            Ok(code) => {
                self.typed.clear();
                self.slip = Some(Slip { code: code.clone(), key: key.clone(), seed });
                self.go(Screen::Checking);
                Some(Ask::Check { key, code })
            }
        }
    }

    fn checked(&mut self, key: &str, answer: Checked) {
        if self.screen != Screen::Checking || !self.is_of(key) {
            return;
        }
        match answer {
            Checked::Fine | Checked::Offline => self.go(Screen::Award(0)),
            Checked::No(words) => {
                self.slip = None;
                self.go(Screen::Welcome);
                self.fault = Some(Fault::Said(words));
            }
        }
    }

    fn choose(&mut self, paper: &BoothPaper, at: usize, entry: String) {
        let Some(award) = paper.awards.get(at).filter(|award| award.entries.iter().any(|it| it.code == entry)) else { return };
        self.fault = None;
        self.chosen.resize(paper.awards.len(), Vec::new());
        let chosen = &mut self.chosen[at];
        if award.votes == 1 {
            *chosen = vec![entry];
        } else if let Some(at) = chosen.iter().position(|it| *it == entry) {
            chosen.remove(at);
        } else if chosen.len() < award.votes {
            chosen.push(entry);
        } else {
            self.fault = Some(Fault::Most(award.votes));
        }
    }

    fn onwards(&mut self, paper: &BoothPaper, at: usize) {
        if self.changing || at + 1 >= paper.awards.len() { self.review() } else { self.go(Screen::Award(at + 1)) }
    }

    fn review(&mut self) {
        self.changing = false;
        self.go(Screen::Review);
    }

    fn cast(&mut self, paper: &BoothPaper) -> Option<Ask> {
        if self.chosen.iter().all(Vec::is_empty) {
            self.fault = Some(Fault::AllBlank);
            return None;
        }
        let slip = self.slip.clone()?;
        self.go(Screen::Sending { seq: None, waited: 0 });
        let mut choices = Choices::new();
        for (award, chosen) in paper.awards.iter().zip(&self.chosen).filter(|(_, chosen)| !chosen.is_empty()) {
            choices.insert(award.code.clone(), chosen.clone());
        }
        Some(Ask::Keep { cast: Cast { code: slip.code.plain(), key: slip.key.clone(), seed: slip.seed, choices }, key: slip.key })
    }

    fn kept(&mut self, key: &str, seq: u64, line: bool) {
        if !matches!(self.screen, Screen::Sending { seq: None, .. }) || !self.is_of(key) {
            return;
        }
        if line {
            self.screen = Screen::Sending { seq: Some(seq), waited: 0 };
        } else {
            self.receipt(seq, Standing::Kept, String::new());
        }
    }

    fn not_kept(&mut self, key: &str) {
        if matches!(self.screen, Screen::Sending { seq: None, .. }) && self.is_of(key) {
            self.go(Screen::Review);
            self.fault = Some(Fault::NotKept);
        }
    }

    /// The server's word, if it is about this ballot: the receipt it names must be the one that the ballot's key makes.
    fn answered(&mut self, of: u64, said: &str, now: Standing, picture: String) {
        let mine = self.slip.as_ref().is_some_and(|slip| ballot::receipt(&slip.key) == said);
        match &mut self.screen {
            Screen::Sending { seq: Some(seq), .. } if *seq == of && mine => self.receipt(of, now, picture),
            Screen::Receipt { seq, receipt, standing, qr, .. } if *seq == of && receipt == said => {
                *standing = now;
                *qr = picture;
            }
            _ => {}
        }
    }

    /// Shows the receipt. From here on the machine no longer knows what was chosen, nor by which slip.
    fn receipt(&mut self, seq: u64, standing: Standing, qr: String) {
        let receipt = self.slip.take().map(|slip| ballot::receipt(&slip.key)).unwrap_or_default();
        let screen = Screen::Receipt { receipt, seq, standing, qr, left: RECEIPT, longer: 0 };
        *self = Booth { lang: self.lang, large: self.large, screen, ..Booth::new(self.local) };
    }
}
