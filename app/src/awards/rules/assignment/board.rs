//! The board on which an assignment is laid out: fill it, mix it, connect it.

use std::collections::{BTreeSet, VecDeque};

use crate::base::ids::SeatId;

use super::{Judge, Obstacle, Plan, Preview};

/// Exchanges tried for each sheet when mixing: more bring next to nothing.
const TRIES: usize = 60;

/// Entries and judges by number, in the order of their codes and seats, so that the order of asking says nothing.
pub(super) struct Board {
    pub entries: Vec<String>,
    pub judges: Vec<Judge>,
    /// By entry and judge: no wall between them.
    pub allowed: Vec<Vec<bool>>,
    /// The judges of each entry.
    pub of_entry: Vec<Vec<usize>>,
    /// By entry and judge: the judge has the entry.
    has: Vec<Vec<bool>>,
    loads: Vec<usize>,
    /// By judge and judge: the entries they share.
    shared: Vec<Vec<i64>>,
    chance: u64,
}

impl Board {
    pub fn new(plan: &Plan) -> Board {
        let entries: Vec<String> = plan.entries.iter().collect::<BTreeSet<_>>().into_iter().cloned().collect();
        let mut judges = plan.judges.clone();
        judges.sort_by_key(|judge| judge.seat);
        judges.dedup_by_key(|judge| judge.seat);
        let allowed =
            entries.iter().map(|entry| judges.iter().map(|judge| !plan.blocked.contains(&(judge.seat, entry.clone()))).collect()).collect();
        Board {
            allowed,
            of_entry: vec![Vec::new(); entries.len()],
            has: vec![vec![false; judges.len()]; entries.len()],
            loads: vec![0; judges.len()],
            shared: vec![vec![0; judges.len()]; judges.len()],
            chance: plan.seed,
            entries,
            judges,
        }
    }

    pub fn place(&mut self, e: usize, j: usize) {
        for &other in &self.of_entry[e] {
            self.shared[j][other] += 1;
            self.shared[other][j] += 1;
        }
        self.of_entry[e].push(j);
        self.has[e][j] = true;
        self.loads[j] += 1;
    }

    fn lift(&mut self, e: usize, j: usize) {
        self.of_entry[e].retain(|it| *it != j);
        self.has[e][j] = false;
        self.loads[j] -= 1;
        for &other in &self.of_entry[e] {
            self.shared[j][other] -= 1;
            self.shared[other][j] -= 1;
        }
    }

    fn has_room(&self, j: usize) -> bool {
        self.loads[j] < self.judges[j].most
    }

    fn could_take(&self, e: usize, j: usize) -> bool {
        self.allowed[e][j] && !self.has[e][j]
    }

    /// The next number of the sequence: SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
    fn draw(&mut self) -> u64 {
        self.chance = self.chance.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.chance;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `limit`.
    fn below(&mut self, limit: usize) -> usize {
        (self.draw() % limit.max(1) as u64) as usize
    }

    /// Gives every entry its judges, those with the fewest choices first; what is missing at the end cannot be had.
    pub fn fill(&mut self, each: usize) -> Vec<(usize, usize)> {
        let mut order: Vec<(usize, u64, usize)> =
            (0..self.entries.len()).map(|e| (self.allowed[e].iter().filter(|may| **may).count(), self.draw(), e)).collect();
        order.sort_unstable();
        let mut missing = Vec::new();
        for (_, _, e) in order {
            while self.of_entry[e].len() < each && (self.take_freest(e) || self.take_by_exchange(e)) {}
            if self.of_entry[e].len() < each {
                missing.push((e, each - self.of_entry[e].len()));
            }
        }
        missing.sort_unstable();
        missing
    }

    /// The judge with the lightest load, and of these the one who shares least with the judges already there.
    fn take_freest(&mut self, e: usize) -> bool {
        let mut best: Option<((usize, i64, u64), usize)> = None;
        for j in 0..self.judges.len() {
            if self.could_take(e, j) && self.has_room(j) {
                let met: i64 = self.of_entry[e].iter().map(|other| self.shared[j][*other]).sum();
                let key = (self.loads[j], met, self.draw());
                if best.is_none_or(|(least, _)| key < least) {
                    best = Some((key, j));
                }
            }
        }
        best.is_some_and(|(_, j)| {
            self.place(e, j);
            true
        })
    }

    /// All who may are full: a chain of hand-overs to a judge with room, the shortest there is.
    ///
    /// This is an augmenting path (L. R. Ford and D. R. Fulkerson, 1956): if there is none, no assignment has room for this
    /// sheet, so that what remains missing is impossible and not merely not found.
    fn take_by_exchange(&mut self, e: usize) -> bool {
        // How each judge was reached: by taking this entry from that judge, or as the first link.
        let mut reached: Vec<Option<Option<(usize, usize)>>> = vec![None; self.judges.len()];
        let mut queue = VecDeque::new();
        for (j, way) in reached.iter_mut().enumerate() {
            if self.could_take(e, j) {
                *way = Some(None);
                queue.push_back(j);
            }
        }
        while let Some(j) = queue.pop_front() {
            if self.has_room(j) {
                self.hand_over(e, j, &reached);
                return true;
            }
            for f in (0..self.entries.len()).filter(|f| *f != e && self.has[*f][j]) {
                for (k, way) in reached.iter_mut().enumerate() {
                    if way.is_none() && self.could_take(f, k) {
                        *way = Some(Some((j, f)));
                        queue.push_back(k);
                    }
                }
            }
        }
        false
    }

    fn hand_over(&mut self, e: usize, last: usize, reached: &[Option<Option<(usize, usize)>>]) {
        let mut j = last;
        while let Some(Some((giver, f))) = reached[j] {
            self.lift(f, giver);
            self.place(f, j);
            j = giver;
        }
        self.place(e, j);
    }

    /// Two judges may exchange these two entries.
    fn may_exchange(&self, (e, a): (usize, usize), (f, b): (usize, usize)) -> bool {
        e != f && a != b && self.could_take(e, b) && self.could_take(f, a)
    }

    fn exchange(&mut self, (e, a): (usize, usize), (f, b): (usize, usize)) {
        self.lift(e, a);
        self.lift(f, b);
        self.place(e, b);
        self.place(f, a);
    }

    /// Spreads meetings over the pairs of judges: exchanges entries where that lowers the sum of squares of what pairs share,
    /// which is least when all pairs share alike. Loads stay as they are.
    pub fn mix(&mut self) {
        let filled: Vec<usize> = (0..self.entries.len()).filter(|e| !self.of_entry[*e].is_empty()).collect();
        let sheets: usize = self.loads.iter().sum();
        if filled.len() < 2 {
            return;
        }
        for _ in 0..sheets * TRIES {
            let (e, f) = (filled[self.below(filled.len())], filled[self.below(filled.len())]);
            let (at, bt) = (self.below(self.of_entry[e].len()), self.below(self.of_entry[f].len()));
            let (a, b) = (self.of_entry[e][at], self.of_entry[f][bt]);
            if self.may_exchange((e, a), (f, b)) && self.change((e, a), (f, b)) <= 0 {
                self.exchange((e, a), (f, b));
            }
        }
    }

    /// By how much an exchange changes the sum of squares. Judges on both entries meet both judges before and after.
    fn change(&self, (e, a): (usize, usize), (f, b): (usize, usize)) -> i64 {
        let one = |from: usize, to: usize, with: usize| 2 - 2 * self.shared[from][with] + 2 * self.shared[to][with];
        let on_e = self.of_entry[e].iter().filter(|c| **c != a && !self.has[f][**c]).map(|c| one(a, b, *c));
        let on_f = self.of_entry[f].iter().filter(|c| **c != b && !self.has[e][**c]).map(|c| one(b, a, *c));
        on_e.chain(on_f).sum()
    }

    /// Joins what hangs apart. A sheet that lies on a ring can be given away without cutting anything off: exchanging it with
    /// a sheet of another part, or handing it to a judge of another part, makes two parts one.
    pub fn connect(&mut self) {
        while self.parts() > 1 && self.join_two() {}
    }

    fn join_two(&mut self) -> bool {
        let part = self.labels();
        let nodes = self.entries.len();
        let sheets: Vec<(usize, usize)> = (0..nodes).flat_map(|e| self.of_entry[e].iter().map(move |j| (e, *j))).collect();
        for &(e, a) in sheets.iter().filter(|(e, a)| self.is_on_ring(*e, *a)) {
            let other = sheets.iter().find(|(f, b)| part[*f] != part[e] && self.may_exchange((e, a), (*f, *b)));
            if let Some(&other) = other {
                self.exchange((e, a), other);
                return true;
            }
            let taker = (0..self.judges.len())
                .find(|b| self.loads[*b] > 0 && part[nodes + b] != part[e] && self.could_take(e, *b) && self.has_room(*b));
            if let Some(b) = taker {
                self.lift(e, a);
                self.place(e, b);
                return true;
            }
        }
        false
    }

    /// Without this sheet its judge and its entry would still hang together.
    fn is_on_ring(&self, e: usize, a: usize) -> bool {
        self.reach(a, Some((e, a)))[e]
    }

    /// The entries and, after them, the judges that hang together with a judge, one sheet left out.
    fn reach(&self, from: usize, without: Option<(usize, usize)>) -> Vec<bool> {
        let nodes = self.entries.len();
        let mut seen = vec![false; nodes + self.judges.len()];
        seen[nodes + from] = true;
        let mut queue = VecDeque::from([from]);
        while let Some(j) = queue.pop_front() {
            for e in 0..nodes {
                if !seen[e] && self.has[e][j] && without != Some((e, j)) {
                    seen[e] = true;
                    for &k in &self.of_entry[e] {
                        if !seen[nodes + k] && without != Some((e, k)) {
                            seen[nodes + k] = true;
                            queue.push_back(k);
                        }
                    }
                }
            }
        }
        seen
    }

    /// For every entry and, after them, every judge: the number of the part it belongs to; none without sheets.
    fn labels(&self) -> Vec<Option<usize>> {
        let nodes = self.entries.len();
        let mut label = vec![None; nodes + self.judges.len()];
        for j in 0..self.judges.len() {
            if label[nodes + j].is_none() && self.loads[j] > 0 {
                for (node, _) in self.reach(j, None).iter().enumerate().filter(|(_, seen)| **seen) {
                    label[node] = Some(j);
                }
            }
        }
        label
    }

    /// In how many parts judges and entries hang together. A judge without sheets is no part.
    pub fn parts(&self) -> usize {
        self.labels().into_iter().flatten().collect::<BTreeSet<_>>().len()
    }

    pub fn preview(&self, obstacles: Vec<Obstacle>) -> Preview {
        let mut sheets: Vec<(SeatId, String)> = (0..self.entries.len())
            .flat_map(|e| self.of_entry[e].iter().map(move |j| (self.judges[*j].seat, self.entries[e].clone())))
            .collect();
        sheets.sort();
        let pairs = || (0..self.judges.len()).flat_map(|j| (0..j).map(move |k| self.shared[j][k] as usize));
        Preview {
            sheets,
            loads: self.judges.iter().zip(&self.loads).map(|(judge, load)| (judge.seat, *load)).collect(),
            shared_least: pairs().min().unwrap_or(0),
            shared_most: pairs().max().unwrap_or(0),
            strangers: pairs().filter(|shared| *shared == 0).count(),
            obstacles,
        }
    }
}
