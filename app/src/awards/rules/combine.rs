//! From the panel's scores and the public's votes to a ranking: exact, the same every time, ties broken on record (I-22).
//!
//! The rule of the house is [`Combination::MostVoted`]. The others are there for the simulator, which shows before the rules
//! are frozen that respectable rules name different winners; so the choice is made before anybody knows whom it helps.

use serde::{Deserialize, Serialize};

use super::{Award, Points, ScoreSheet, SheetState, fraction::Fraction};

/// How the two parts become one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Combination {
    /// The panel's mean out of 100; votes scaled so that the most-voted entry has 100.
    MostVoted,
    /// The panel's mean; the share of all votes in percent.
    Share,
    /// Both scaled so that the lowest has 0 and the highest 100.
    MinMax,
    /// The weighted sum of the two ranks; the lowest wins.
    RankSum,
}

/// A step of the ladder by which equal finals are told apart. What no step tells apart shares the award.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TieStep {
    HigherPanel,
    /// The higher mean score on the award's first criterion.
    FirstCriterion,
}

crate::stored!(Combination: MostVoted = "most_voted", Share = "share", MinMax = "min_max", RankSum = "rank_sum");
crate::stored!(TieStep: HigherPanel = "higher_panel", FirstCriterion = "first_criterion");

/// One entry with what the locked sheets and the certified count say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contender {
    pub entry: String,
    /// The panel's mean, out of 100; where leniency is taken out, rounded once to a hundredth.
    pub panel: Fraction,
    /// The panel's mean on the first criterion, out of 10.
    pub first: Fraction,
    pub votes: u32,
}

impl Contender {
    /// An entry with its submitted sheets; `adjusted` stands for their mean where leniency is taken out.
    pub fn of_sheets(entry: &str, award: &Award, sheets: &[ScoreSheet], adjusted: Option<Points>, votes: u32) -> Contender {
        let submitted: Vec<&ScoreSheet> = sheets.iter().filter(|it| it.entry == entry && it.state == SheetState::Submitted).collect();
        let totals: Vec<Points> = match adjusted {
            Some(points) => vec![points],
            None => submitted.iter().filter_map(|it| it.total(award)).collect(),
        };
        let first = award.criteria.first().map_or("", |it| it.key.as_str());
        let firsts: Vec<_> = submitted.iter().filter_map(|it| it.scores.get(first).copied()).collect();
        Contender { entry: entry.into(), panel: Fraction::mean_points(&totals), first: Fraction::mean_scores(&firsts), votes }
    }
}

/// One line of the ranking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// 1 is the highest; those who share have the same, and the next place is as many further down.
    pub place: usize,
    pub entry: String,
    /// The panel's part before its weight.
    pub panel: Fraction,
    /// The public's part before its weight.
    pub public: Fraction,
    pub result: Fraction,
}

/// One step taken to tell equals apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TieBreak {
    /// The step, or none when the ladder was at its end and they share.
    pub step: Option<TieStep>,
    pub among: Vec<String>,
    /// What the step made of them, the higher first.
    pub groups: Vec<Vec<String>>,
}

/// Who stands where, and how ties were broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranking {
    pub lines: Vec<Ranked>,
    pub ties: Vec<TieBreak>,
}

impl Ranking {
    pub fn place(&self, entry: &str) -> Option<usize> {
        self.lines.iter().find(|it| it.entry == entry).map(|it| it.place)
    }

    /// The whole ranking as one fixed text: the bytes that recomputing has to give again (I-22).
    pub fn record(&self) -> String {
        let mut text = String::new();
        for it in &self.lines {
            text += &format!("{}\t{}\t{}\t{}\t{}\n", it.place, it.entry, it.panel, it.public, it.result);
        }
        for tie in &self.ties {
            let groups: Vec<String> = tie.groups.iter().map(|group| group.join(" ")).collect();
            text += &format!("tie\t{}\t{}\t{}\n", tie.step.map_or("shared", TieStep::code), tie.among.join(" "), groups.join(" > "));
        }
        text
    }
}

/// Places of values, 1 for the highest; equals share, and the next place is as many further down (1, 2, 2, 4).
pub fn places<T: Ord>(values: &[T]) -> Vec<usize> {
    values.iter().map(|value| 1 + values.iter().filter(|other| *other > value).count()).collect()
}

/// The panel's and the public's part of each contender, before their weights.
fn parts(rule: Combination, contenders: &[Contender]) -> Vec<(Fraction, Fraction)> {
    let panel: Vec<Fraction> = contenders.iter().map(|it| it.panel).collect();
    let votes: Vec<Fraction> = contenders.iter().map(|it| Fraction::whole(it.votes.into())).collect();
    let public = match rule {
        Combination::MostVoted => scaled(&votes, Fraction::ZERO, votes.iter().copied().max().unwrap_or(Fraction::ZERO)),
        Combination::Share => scaled(&votes, Fraction::ZERO, votes.iter().fold(Fraction::ZERO, |sum, it| sum.plus(*it))),
        Combination::MinMax => stretched(&votes),
        Combination::RankSum => ranks(&votes),
    };
    let panel = match rule {
        Combination::MostVoted | Combination::Share => panel,
        Combination::MinMax => stretched(&panel),
        Combination::RankSum => ranks(&panel),
    };
    panel.into_iter().zip(public).collect()
}

/// 0 at `from` and 100 at `to`.
fn scaled(values: &[Fraction], from: Fraction, to: Fraction) -> Vec<Fraction> {
    values.iter().map(|it| it.minus(from).over(to.minus(from)).times(Fraction::whole(100))).collect()
}

fn stretched(values: &[Fraction]) -> Vec<Fraction> {
    match (values.iter().min(), values.iter().max()) {
        (Some(low), Some(high)) => scaled(values, *low, *high),
        _ => Vec::new(),
    }
}

fn ranks(values: &[Fraction]) -> Vec<Fraction> {
    places(values).into_iter().map(|place| Fraction::whole(place as i64)).collect()
}

/// Ranks the contenders of one award. `panel` and `public` are the weights in whole percent.
///
/// A pure function of its arguments, and blind to their order: the same sheets and votes give the same bytes (I-22).
pub fn rank(rule: Combination, panel: i64, public: i64, ladder: &[TieStep], contenders: &[Contender]) -> Ranking {
    let mut lines: Vec<(Fraction, &Contender, Ranked)> = contenders
        .iter()
        .zip(parts(rule, contenders))
        .map(|(it, (of_panel, of_public))| {
            let result = of_panel.percent(panel).plus(of_public.percent(public));
            // The sum of ranks is the one where the lowest wins.
            let height = if rule == Combination::RankSum { Fraction::ZERO.minus(result) } else { result };
            (height, it, Ranked { place: 0, entry: it.entry.clone(), panel: of_panel, public: of_public, result })
        })
        .collect();
    lines.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.2.entry.cmp(&b.2.entry)));

    let mut ties = Vec::new();
    let mut groups: Vec<Vec<&Contender>> = Vec::new();
    for equals in lines.chunk_by(|a, b| a.0 == b.0) {
        groups.extend(part(equals.iter().map(|line| line.1).collect(), ladder, &mut ties));
    }
    let mut ranked = Vec::new();
    for group in groups {
        let place = ranked.len() + 1;
        for it in group {
            if let Some((_, _, line)) = lines.iter().find(|line| line.1.entry == it.entry) {
                ranked.push(Ranked { place, ..line.clone() });
            }
        }
    }
    Ranking { lines: ranked, ties }
}

/// Tells equals apart by the first step of the ladder, and those it leaves equal by the next. Each step taken is recorded.
fn part<'a>(mut equals: Vec<&'a Contender>, ladder: &[TieStep], ties: &mut Vec<TieBreak>) -> Vec<Vec<&'a Contender>> {
    if equals.len() < 2 {
        return vec![equals];
    }
    let codes = |group: &[&Contender]| group.iter().map(|it| it.entry.clone()).collect::<Vec<_>>();
    let Some((step, rest)) = ladder.split_first() else {
        ties.push(TieBreak { step: None, among: codes(&equals), groups: vec![codes(&equals)] });
        return vec![equals];
    };
    let value = |it: &Contender| match step {
        TieStep::HigherPanel => it.panel,
        TieStep::FirstCriterion => it.first,
    };
    let among = codes(&equals);
    equals.sort_by(|a, b| value(b).cmp(&value(a)).then_with(|| a.entry.cmp(&b.entry)));
    let groups: Vec<Vec<&Contender>> = equals.chunk_by(|a, b| value(a) == value(b)).map(<[_]>::to_vec).collect();
    ties.push(TieBreak { step: Some(*step), among, groups: groups.iter().map(|group| codes(group)).collect() });
    groups.into_iter().flat_map(|group| part(group, rest, ties)).collect()
}

#[cfg(test)]
mod tests;
