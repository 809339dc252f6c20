//! The award schemes of the demo: how each was set up, entered and checked, as dated deeds for the stage.
//!
//! The tables say what came of it; how it came so is told here, with the same acts that departments and officers use.

use std::collections::BTreeMap;

use app::{
    awards::{
        AwardForm, CriterionForm, DeclarationForm, EntryForm, SchemeForm, acts::score::Written, eligibility::CHECKLIST, texts::Texts,
    },
    base::{
        problem::{Answer, OrUnknown},
        text::Bi,
        time::{Day, Moment},
    },
};

use super::{
    cast::Cast,
    story::{Calendar, Deed, What},
    table::{self, Row},
};

/// What is done about schemes and entries.
pub enum AwardDeed {
    SetUp(Box<SchemeForm>),
    Publish(String),
    Pledge {
        organisation: String,
        published: Day,
        texts: Texts,
    },
    Enrol(String),
    Remind(String),
    Begin(String),
    Write(Box<EntryForm>),
    Link {
        entry: String,
        address: String,
        title: Bi,
    },
    Agree(String),
    Ask {
        entry: String,
        email: String,
    },
    Endorse(String),
    Submit(String),
    Confirm(String),
    GiveBack {
        entry: String,
        comment: String,
    },
    Check {
        entry: String,
        mark: String,
    },
    Shortlist(String),
    Seal(String),
    /// Scheme, beginning and end, venue.
    Present(String, Moment, Moment, String),
    Round {
        scheme: String,
        opens: Moment,
        closes: Moment,
    },
    Seat {
        scheme: String,
        email: String,
        organisations: String,
        is_chair: bool,
    },
    OpenRound(String),
    Declare {
        scheme: String,
        forms: BTreeMap<String, DeclarationForm>,
    },
    RuleInterest {
        scheme: String,
        judge: String,
        entry: String,
        ruling: String,
    },
    Assign(String),
    BeginScoring(String),
    Chase(String),
    Score(Box<Written>),
    Lock(String),
    Deliberate(String),
    Decide(String),
    Approve(String),
}

const SECRETARY: &str = "secretary@demo.example";
const SECRETARY2: &str = "secretary2@demo.example";

/// The entries that nobody confirmed: they are shown with their published pledge.
const SILENT: [&str; 3] = ["IRD", "LD", "TD"];

/// Entries with partners: which, and who takes part.
const SHARED: [(&str, &[&str]); 3] = [("EEA2-E07", &["HD"]), ("EEA2-E10", &["HD", "IMMD"]), ("EEA2-E15", &["HD", "LD"])];

/// Every deed of both schemes; whoever plays them puts them in order.
pub fn deeds(cast: &Cast, calendar: &Calendar) -> Answer<Vec<Deed>> {
    let schemes = table::read("award_schemes", include_str!("../../demo/award_schemes.csv"))?;
    let entries = table::read("entries", include_str!("../../demo/entries.csv"))?;
    let day = |y, m, d| Day::new(y, m, d).or_unknown();
    let by = |at: Moment, who: &str, what: AwardDeed| Deed { at, who: who.into(), what: What::Award(what) };
    let mut all = vec![
        by(day(2001, 5, 14)?.at(15, 0), SECRETARY, AwardDeed::SetUp(Box::new(set_up(&schemes, "BPP2")?))),
        by(day(2001, 5, 21)?.at(10, 0), SECRETARY, AwardDeed::Publish("BPP2".into())),
        by(day(2001, 6, 1)?.at(10, 0), SECRETARY, AwardDeed::Enrol("BPP2".into())),
        by(day(2001, 7, 26)?.at(11, 0), SECRETARY, AwardDeed::Remind("BPP2".into())),
        by(day(2001, 8, 6)?.at(15, 0), SECRETARY, AwardDeed::Shortlist("BPP2".into())),
        by(day(2001, 8, 20)?.at(11, 0), SECRETARY, AwardDeed::Seal("BPP2".into())),
        by(
            day(2001, 11, 26)?.at(10, 0),
            SECRETARY,
            AwardDeed::Present("BPP2".into(), day(2001, 12, 14)?.at(15, 0), day(2001, 12, 14)?.at(17, 0), "HKCH-TH".into()),
        ),
        by(day(2002, 4, 29)?.at(15, 0), SECRETARY, AwardDeed::SetUp(Box::new(set_up(&schemes, "EEA2")?))),
        by(day(2002, 5, 13)?.at(10, 0), SECRETARY, AwardDeed::Publish("EEA2".into())),
    ];
    for (number, row) in (0..).zip(&entries) {
        let lead = row.get("dept_code");
        let coordinator = cast.coordinator(lead).ok_or_else(|| row.wrong("dept_code"))?;
        match row.get("entry_mode") {
            "auto_enrol" => all.extend(enrolled(row, number, &coordinator)?),
            _ => all.extend(nominated(row, number - 24, &coordinator, cast, calendar)?),
        }
    }
    Ok(all)
}

/// The form of a scheme, from the rows of its awards.
fn set_up(rows: &[Row], code: &str) -> Answer<SchemeForm> {
    let awards: Vec<&Row> = rows.iter().filter(|row| row.get("scheme_code") == code).collect();
    let first = *awards.first().or_unknown()?;
    let at = |column: &str, hour: u32| first.day(column).map(|day| day.at(hour, 0).to_local_input());
    let auto = first.get("entry_mode") == "auto_enrol";
    let rules = if auto { &RULES_BPP } else { &RULES_EEA };
    Ok(SchemeForm {
        code: code.into(),
        edition: first.get("edition").into(),
        name_en: first.get("scheme_name_en").into(),
        name_zh: first.get("scheme_name_zh").into(),
        mode: first.get("entry_mode").into(),
        eligibility_en: first.get("eligibility_en").into(),
        eligibility_zh: first.get("eligibility_zh").into(),
        rules_en: rules.0.into(),
        rules_zh: rules.1.into(),
        awards: awards.iter().map(|row| award(row)).collect(),
        entry_opens: at("entry_opens", 9)?,
        entry_closes: at("entry_closes", 17)?,
        grace_minutes: "30".into(),
        voting_opens: at("voting_opens", 10)?,
        voting_closes: at("voting_closes", 20)?,
        judging_from: first.get("judging_from").into(),
        judging_to: first.get("judging_to").into(),
        announce_at: at("announce_on", 10)?,
        min_judges: "3".into(),
        shortlist: if auto { "40".into() } else { "3".into() },
        combination: "most_voted".into(),
        adjustment: "raw".into(),
        ties: vec!["higher_panel".into(), "first_criterion".into()],
        version: "1".into(),
    })
}

fn award(row: &Row) -> AwardForm {
    let names_en: Vec<&str> = row.get("criteria_en").split(';').collect();
    let names_zh: Vec<&str> = row.get("criteria_zh").split(';').collect();
    let criterion = |(i, part): (usize, &str)| {
        let (key, weight) = part.split_once(':').unwrap_or((part, "0"));
        let name = |names: &[&str]| names.get(i).map_or("", |name| name.trim()).to_owned();
        CriterionForm { key: key.into(), name_en: name(&names_en), name_zh: name(&names_zh), weight: weight.into() }
    };
    AwardForm {
        code: row.get("award_code").into(),
        name_en: row.get("award_name_en").into(),
        name_zh: row.get("award_name_zh").into(),
        admits: if row.get("entry_mode") == "shortlist" { "shortlisted".into() } else { "entered".into() },
        public_weight: row.get("public_weight_pct").into(),
        panel_weight: row.get("panel_weight_pct").into(),
        votes_per_ballot: row.get("votes_per_ballot").parse::<i64>().unwrap_or(0).max(1).to_string(),
        criteria: row.get("criteria").split(';').enumerate().map(criterion).collect(),
    }
}

fn form(row: &Row, version: i64, partners: &[&str]) -> EntryForm {
    EntryForm {
        code: row.get("code").into(),
        title_en: row.get("title_en").into(),
        title_zh: row.get("title_zh").into(),
        summary_en: row.get("summary_en").into(),
        summary_zh: row.get("summary_zh").into(),
        awards: row.get("award_codes").split(';').map(Into::into).collect(),
        partners: partners.iter().map(|it| it.to_string()).collect(),
        version: version.to_string(),
        ..EntryForm::default()
    }
}

/// A department with a published pledge: registered, entered by itself, and in most cases confirmed.
fn enrolled(row: &Row, number: i64, coordinator: &str) -> Answer<Vec<Deed>> {
    let lead = row.get("dept_code").to_owned();
    let silent = SILENT.contains(&lead.as_str());
    let texts = if silent {
        Texts { title: row.both("title"), summary: row.both("summary") }
    } else {
        Texts {
            title: Bi::new(format!("Performance pledge of {lead}"), format!("{lead}服務承諾")),
            summary: Bi::new(
                "The standards of service that the public may expect, and how to tell us.",
                "市民可期望的服務標準，以及表達意見的途徑。",
            ),
        }
    };
    // In the order of the table, so that the register numbers the entries as the table does.
    let published = Day::new(2001, 1, 2).or_unknown()?.plus(number as u64 * 5);
    let registered = Day::new(2001, 5, 28).or_unknown()?.at(9, 30).plus_minutes(number * 4);
    let deed = |at: Moment, who: &str, what: AwardDeed| Deed { at, who: who.into(), what: What::Award(what) };
    let mut all = vec![deed(registered, SECRETARY, AwardDeed::Pledge { organisation: lead, published, texts })];
    if !silent {
        let at = row.day("submitted_on")?.at(10, 0).plus_minutes(number * 7);
        all.push(deed(at, coordinator, AwardDeed::Write(Box::new(form(row, 1, &[])))));
        all.push(deed(at.plus_minutes(5), coordinator, AwardDeed::Confirm(row.get("code").into())));
    }
    Ok(all)
}

/// A nomination, as far as its row says it has come by preset d.
fn nominated(row: &Row, number: i64, coordinator: &str, cast: &Cast, calendar: &Calendar) -> Answer<Vec<Deed>> {
    let code = row.get("code").to_owned();
    let deed = |at: Moment, who: &str, what: AwardDeed| Deed { at, who: who.into(), what: What::Award(what) };
    let partners = SHARED.iter().find(|(it, _)| *it == code).map_or(&[][..], |(_, partners)| partners);
    let begun = Day::new(2002, 5, 28).or_unknown()?.at(9, 40).plus_minutes(number * 23);
    let mut all = vec![
        deed(begun, coordinator, AwardDeed::Begin(row.get("scheme_code").into())),
        deed(begun.plus_minutes(15), coordinator, AwardDeed::Write(Box::new(form(row, 1, partners)))),
    ];
    if row.get("submitted_on").is_empty() {
        return Ok(all);
    }
    // The table has some days after the moment of preset d; all of them were two weeks earlier.
    let told = row.day("submitted_on")?;
    let earlier = if told.month() == 7 && told.day() > 12 { told.at(0, 0).plus_days(-14).day() } else { told };
    let submitted = calendar.working_on_or_before(earlier).at(14, 0).plus_minutes(number * 9);
    for partner in partners {
        let officer = cast.coordinator(partner).ok_or_else(|| row.wrong("code"))?;
        all.push(deed(submitted.plus_minutes(-2900), &officer, AwardDeed::Agree(code.clone())));
    }
    let head = cast.head(row.get("dept_code")).ok_or_else(|| row.wrong("dept_code"))?;
    let address = format!("https://www.demo.example/{}/report.pdf", row.get("dept_code").to_lowercase());
    all.push(deed(
        submitted.plus_minutes(-1520),
        coordinator,
        AwardDeed::Link { entry: code.clone(), address, title: Bi::new("Report on results", "成效報告") },
    ));
    all.push(deed(submitted.plus_minutes(-1500), coordinator, AwardDeed::Ask { entry: code.clone(), email: head.clone() }));
    all.push(deed(submitted.plus_minutes(-1400), &head, AwardDeed::Endorse(code.clone())));
    all.push(deed(submitted, coordinator, AwardDeed::Submit(code.clone())));
    let next = calendar
        .next_working(submitted.day())
        .at(10, 30)
        .min(Day::new(2002, 7, 12).or_unknown()?.at(17, 30))
        .max(submitted.plus_minutes(20));
    match row.get("status") {
        "returned" => {
            let comment = "Evidence 2 cannot be read. Please replace it, and say in the summary from when to when the figures run.";
            all.push(deed(next, SECRETARY, AwardDeed::GiveBack { entry: code, comment: comment.into() }));
        }
        "eligible" => {
            let mark = |add: i64| format!("{}.{}", 6 + (number + add) % 3, if number % 2 == 0 { "5" } else { "0" });
            all.push(deed(next, SECRETARY, AwardDeed::Check { entry: code.clone(), mark: mark(0) }));
            all.push(deed(next.plus_minutes(45), SECRETARY2, AwardDeed::Check { entry: code, mark: mark(1) }));
        }
        _ => {}
    }
    Ok(all)
}

/// What every officer of the story found: nothing wrong.
pub const ALL_WELL: [bool; CHECKLIST.len()] = [true; CHECKLIST.len()];

/// The texts of the rules pages, English and Chinese.
type Rules = (&'static str, &'static str);

const RULES_BPP: Rules = (
    "Every department that has published a performance pledge takes part, in both awards. Nobody has to apply.\n\n\
     Entries are shown on panels at the roving exhibition. Each visitor is given one ballot slip and may vote for one entry in each award. \
     No name is asked for and none is kept.\n\n\
     Members of the panel declare their interests before they open anything. Nobody judges an entry of a department they serve in or advise.\n\n\
     Each award carries a trophy, a certificate, and a place in the Serving the Community Showcase. Officers of the Efficiency Unit and their \
     families may not vote while on duty at the exhibition.",
    "所有已公布服務承諾的部門均參加兩個獎項，無須申請。\n\n\
     參選作品在巡迴展覽以展板展出。每名參觀者獲發一張選票，可在每個獎項投選一項作品。投票無須提供姓名，系統亦不會保存。\n\n\
     評審委員須先申報利益，方可開啟作品。任何人不得評審其任職或擔任顧問的部門的作品。\n\n\
     每個獎項設獎座及證書，並獲邀參加「服務市民巡禮」。效率促進組人員及其家屬在展覽當值期間不得投票。",
);

const RULES_EEA: Rules = (
    "Bureaux, departments and teams enter work that was completed since the last edition. A department leads at most two entries; it may take \
     part in others as a partner, and every partner has to agree.\n\n\
     The head of department endorses each entry before it is submitted. Two officers check whether it may compete; a department that is told \
     it may not can appeal once within five working days.\n\n\
     Entries on the shortlist compete for the award they were made for. All of them compete for the People’s Choice Award, which the public decides.\n\n\
     Each award carries a trophy and a certificate. Entries by the Efficiency Unit itself may not compete.",
    "決策局、部門及隊伍可就上屆以來完成的工作參選。每個部門最多主辦兩項作品，亦可合辦其他作品，但須獲各合辦部門同意。\n\n\
     作品遞交前須經部門首長批署。兩名人員審核參選資格；如不符合資格，部門可於五個工作天內上訴一次。\n\n\
     入圍作品角逐所參選的獎項，並一同角逐由市民投票選出的市民至愛獎。\n\n\
     每個獎項設獎座及證書。效率促進組本身的作品不得參選。",
);
