//! What makes a scheme fit to be published: whole texts, weights that sum to 100, dates in order (I-11, I-12).

use crate::base::problem::{Complaints, Problem};

use super::{Award, Refusal, Scheme};

/// Everything wrong with a scheme, said at once; each sentence beside its field.
pub fn check(scheme: &Scheme) -> Result<(), Problem> {
    let mut wrong = Complaints::default();
    for (field, text) in [("name", &scheme.name), ("eligibility", &scheme.eligibility), ("rules", &scheme.rules)] {
        if !text.is_whole() {
            wrong.add(Problem::rule("awards-both-languages").on(format!("{field}_zh")));
        }
    }
    if scheme.entered_awards().next().is_none() {
        wrong.add(Problem::rule("awards-no-award").on("awards"));
    }
    for (i, it) in scheme.awards.iter().enumerate() {
        award(it, i, &mut wrong);
        if scheme.awards[..i].iter().any(|other| other.code == it.code) {
            wrong.add(Problem::rule("awards-code-twice").with("code", it.code.clone()).on(format!("awards[{i}][code]")));
        }
    }
    dates(scheme, &mut wrong);
    if scheme.grace_minutes < 0 {
        wrong.add(Problem::rule("awards-grace-negative").on("grace_minutes"));
    }
    if scheme.shortlist < 1 {
        wrong.add(Problem::rule("awards-shortlist-none").on("shortlist"));
    }
    if scheme.min_judges < 1 && scheme.awards.iter().any(Award::is_judged) {
        wrong.add(Problem::rule("awards-min-judges-none").on("min_judges"));
    }
    if (1..scheme.ties.len()).any(|i| scheme.ties[..i].contains(&scheme.ties[i])) {
        wrong.add(Problem::rule("awards-ties-twice").on("ties"));
    }
    wrong.check()
}

fn award(award: &Award, index: usize, wrong: &mut Complaints) {
    let field = |part: &str| format!("awards[{index}][{part}]");
    if !award.name.is_whole() || award.criteria.iter().any(|criterion| !criterion.name.is_whole()) {
        wrong.add(Problem::rule("awards-both-languages").on(field("name_zh")));
    }
    let sum: i64 = award.criteria.iter().map(|criterion| criterion.weight).sum();
    if sum != 100 {
        wrong.add(Problem::rule("awards-criteria-sum").with("sum", sum).with("award", award.name.clone()).on(field("criteria")));
    }
    if award.criteria.iter().any(|criterion| criterion.weight < 1) {
        wrong.add(Problem::rule("awards-criterion-none").with("award", award.name.clone()).on(field("criteria")));
    }
    let keys: Vec<&str> = award.criteria.iter().map(|criterion| criterion.key.as_str()).collect();
    if (1..keys.len()).any(|i| keys[..i].contains(&keys[i])) {
        wrong.add(Problem::rule("awards-criterion-twice").with("award", award.name.clone()).on(field("criteria")));
    }
    let sum = award.public_weight + award.panel_weight;
    if sum != 100 || award.public_weight < 0 || award.panel_weight < 0 {
        wrong.add(Problem::rule("awards-parts-sum").with("sum", sum).with("award", award.name.clone()).on(field("public_weight")));
    }
    if award.is_voted() && award.votes_per_ballot < 1 {
        wrong.add(Problem::rule("awards-votes-none").with("award", award.name.clone()).on(field("votes_per_ballot")));
    }
}

/// Entries, then votes, then the panel, then the announcement; each begins no sooner than the one before has ended (I-12).
fn dates(scheme: &Scheme, wrong: &mut Complaints) {
    if scheme.entry_closes <= scheme.entry_opens {
        wrong.add(Problem::rule("awards-entries-close-first").on("entry_closes"));
    }
    let mut so_far = scheme.entry_closes;
    match (scheme.voting_opens, scheme.voting_closes) {
        (Some(opens), Some(closes)) => {
            if closes <= opens {
                wrong.add(Problem::rule("awards-voting-closes-first").on("voting_closes"));
            }
            if opens < so_far {
                wrong.add(Problem::rule("awards-voting-too-soon").with("after", so_far).on("voting_opens"));
            }
            so_far = so_far.max(closes);
        }
        (None, None) => {
            if scheme.awards.iter().any(Award::is_voted) {
                wrong.add(Problem::rule("awards-voting-missing").on("voting_opens"));
            }
        }
        (None, Some(_)) => wrong.add(Problem::rule("awards-voting-half").on("voting_opens")),
        (Some(_), None) => wrong.add(Problem::rule("awards-voting-half").on("voting_closes")),
    }
    if scheme.judging_to < scheme.judging_from {
        wrong.add(Problem::rule("awards-judging-ends-first").on("judging_to"));
    }
    if scheme.judging_from < so_far.day() {
        wrong.add(Problem::rule("awards-judging-too-soon").with("after", so_far).on("judging_from"));
    }
    if scheme.announce_at.day() < scheme.judging_to {
        wrong.add(Problem::rule("awards-announced-too-soon").with("after", scheme.judging_to).on("announce_at"));
    }
}

/// A vote is promised and there is nowhere to cast it: a warning while planning.
pub fn lacks_stop(scheme: &Scheme, stops: usize) -> bool {
    scheme.awards.iter().any(Award::is_voted) && stops == 0
}

/// Voting may be opened: there is a place where people can vote.
pub fn may_open_voting(scheme: &Scheme, stops: usize) -> Result<(), Refusal> {
    if lacks_stop(scheme, stops) { Err(Refusal::NoStop) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::{
        super::tests::{day, sample},
        *,
    };
    use crate::base::problem::Value;

    fn keys(scheme: &Scheme) -> Vec<String> {
        match check(scheme) {
            Ok(()) => vec![],
            Err(problem) => problem.complaints.into_iter().map(|c| format!("{} {}", c.field, c.key)).collect(),
        }
    }

    #[test]
    fn a_good_scheme_passes() {
        assert!(keys(&sample()).is_empty());
    }

    #[test]
    fn i_11_weights_of_99_are_refused_and_the_sum_is_shown() {
        let mut s = sample();
        s.awards[0].criteria[0].weight = 29;
        let problem = check(&s).unwrap_err();
        assert_eq!((problem.status(), problem.key()), (422, "awards-criteria-sum"));
        assert_eq!(problem.complaints[0].values[0], ("sum".into(), Value::Number(99)));
    }

    #[test]
    fn i_11_public_and_panel_share_the_whole_between_them() {
        let mut s = sample();
        s.awards[1].public_weight = 31;
        assert_eq!(keys(&s), ["awards[1][public_weight] awards-parts-sum"]);
        s.awards[1].public_weight = 130;
        s.awards[1].panel_weight = -30;
        assert_eq!(keys(&s), ["awards[1][public_weight] awards-parts-sum"]);
    }

    #[test]
    fn a_scheme_has_an_award_that_can_be_entered() {
        let mut s = sample();
        s.awards.iter_mut().for_each(|award| award.admits = crate::awards::Admits::Shortlisted);
        assert_eq!(keys(&s), ["awards awards-no-award"]);
    }

    #[test]
    fn i_12_dates_out_of_order_are_all_said_at_once() {
        let mut s = sample();
        s.entry_closes = s.entry_opens;
        s.voting_opens = Some(day(5, 1).at(9, 0));
        s.judging_from = day(9, 29);
        s.announce_at = day(11, 29).at(10, 0);
        let fields: Vec<String> = keys(&s).iter().map(|it| it.split(' ').next().unwrap().to_owned()).collect();
        assert_eq!(fields, ["entry_closes", "voting_opens", "judging_from", "announce_at"]);
    }

    #[test]
    fn where_the_public_votes_there_are_days_to_vote() {
        let mut s = sample();
        s.voting_opens = None;
        assert_eq!(keys(&s), ["voting_opens awards-voting-half"]);
        s.voting_closes = None;
        assert_eq!(keys(&s), ["voting_opens awards-voting-missing"]);
        s.awards.iter_mut().for_each(|award| (award.public_weight, award.panel_weight) = (0, 100));
        assert!(keys(&s).is_empty());
    }

    #[test]
    fn a_vote_without_an_exhibition_stop_cannot_open() {
        assert!(lacks_stop(&sample(), 0));
        assert_eq!(may_open_voting(&sample(), 0), Err(Refusal::NoStop));
        assert_eq!(may_open_voting(&sample(), 1), Ok(()));
    }
}
