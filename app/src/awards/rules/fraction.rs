//! Exact fractions, so that equal finals are equal and a ranking never hangs on the last bit of a computed number.
//!
//! Large enough by design: ballots fit in 32 bits, totals are hundredths of at most 100 points, and a panel has fewer than
//! ten thousand sheets on an entry, so that comparing two finals stays below 2¹²⁷.

use std::{cmp::Ordering, fmt};

use super::{Points, Score};

/// A rational number in lowest terms; the denominator is positive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fraction {
    numerator: i128,
    denominator: i128,
}

impl Fraction {
    pub const ZERO: Fraction = Fraction { numerator: 0, denominator: 1 };

    /// `numerator / denominator`; anything over nothing is nothing, as votes are where nobody voted.
    pub fn new(numerator: i128, denominator: i128) -> Fraction {
        if denominator == 0 {
            return Fraction::ZERO;
        }
        let shared = greatest_divisor(numerator, denominator) * denominator.signum();
        Fraction { numerator: numerator / shared, denominator: denominator / shared }
    }

    pub fn whole(number: i64) -> Fraction {
        Fraction { numerator: number.into(), denominator: 1 }
    }

    pub fn plus(self, other: Fraction) -> Fraction {
        // Over the least common denominator, which keeps the numbers small.
        let shared = greatest_divisor(self.denominator, other.denominator);
        let (mine, theirs) = (other.denominator / shared, self.denominator / shared);
        Fraction::new(self.numerator * mine + other.numerator * theirs, self.denominator * mine)
    }

    pub fn minus(self, other: Fraction) -> Fraction {
        self.plus(Fraction { numerator: -other.numerator, ..other })
    }

    pub fn times(self, other: Fraction) -> Fraction {
        let (a, b) = (Fraction::new(self.numerator, other.denominator), Fraction::new(other.numerator, self.denominator));
        Fraction::new(a.numerator * b.numerator, a.denominator * b.denominator)
    }

    /// Anything over nothing is nothing.
    pub fn over(self, other: Fraction) -> Fraction {
        self.times(Fraction::new(other.denominator, other.numerator))
    }

    /// So many percent of it.
    pub fn percent(self, percent: i64) -> Fraction {
        self.times(Fraction::new(percent.into(), 100))
    }

    /// The mean of totals, in points out of 100.
    pub fn mean_points(totals: &[Points]) -> Fraction {
        Fraction::new(totals.iter().map(|it| i128::from(it.0)).sum(), 100 * totals.len() as i128)
    }

    /// The mean of scores for one criterion, out of 10.
    pub fn mean_scores(scores: &[Score]) -> Fraction {
        Fraction::new(scores.iter().map(|it| i128::from(it.halves())).sum(), 2 * scores.len() as i128)
    }

    /// To two decimals for showing, halves away from zero. Never used to rank.
    pub fn to_points(self) -> Points {
        let scaled = 2 * 100 * self.numerator.abs() + self.denominator;
        Points((scaled / (2 * self.denominator)) as i64 * self.numerator.signum() as i64)
    }
}

fn greatest_divisor(a: i128, b: i128) -> i128 {
    let (mut a, mut b) = (a.abs(), b.abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.max(1)
}

impl Ord for Fraction {
    fn cmp(&self, other: &Fraction) -> Ordering {
        let shared = greatest_divisor(self.denominator, other.denominator);
        (self.numerator * (other.denominator / shared)).cmp(&(other.numerator * (self.denominator / shared)))
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Fraction) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.numerator, self.denominator)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn thirds_are_thirds() {
        let third = Fraction::new(1, 3);
        assert_eq!(third.plus(third).plus(third), Fraction::whole(1));
        assert_eq!(Fraction::new(-2, -4).to_string(), "1/2");
        assert_eq!(Fraction::new(1, -2).to_string(), "-1/2");
        assert_eq!(Fraction::new(5, 0), Fraction::ZERO);
        assert_eq!(Fraction::new(2, 3).over(Fraction::new(4, 3)), Fraction::new(1, 2));
        assert_eq!(Fraction::mean_points(&[Points(8000), Points(8001)]), Fraction::new(16001, 200));
        assert_eq!(Fraction::mean_points(&[]), Fraction::ZERO);
    }

    #[test]
    fn showing_rounds_half_a_hundredth_away_from_zero() {
        assert_eq!(Fraction::new(16001, 200).to_points(), Points(8001));
        assert_eq!(Fraction::new(-1, 200).to_points(), Points(-1));
        assert_eq!(Fraction::new(2, 3).to_points(), Points(67));
    }

    proptest! {
        #[test]
        fn order_and_sums_agree_with_computed_numbers(a in -9999i128..9999, b in 1i128..9999, c in -9999i128..9999, d in 1i128..9999) {
            let (x, y) = (Fraction::new(a, b), Fraction::new(c, d));
            prop_assert_eq!(x.cmp(&y), (a * d).cmp(&(c * b)));
            prop_assert_eq!(x.plus(y).minus(y), x);
            prop_assert_eq!(x == y, x.minus(y) == Fraction::ZERO);
            if c != 0 {
                prop_assert_eq!(x.times(y).over(y), x);
            }
        }
    }
}
