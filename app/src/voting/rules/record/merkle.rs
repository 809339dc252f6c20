//! Merkle trees of RFC 6962: a root of 32 bytes stands for a whole log, and two roots can be shown to be of one log that grew.
//!
//! The writer and the recounter need only the right edge of a tree ([`Frontier`]), so a log of millions is kept in a few
//! hundred bytes. Proofs are made from the leaf hashes, where somebody has them.

use sha2::{Digest, Sha256};

/// A SHA-256.
pub type Hash = [u8; 32];

/// The hash of a leaf: its data behind a zero byte, so that no leaf can be taken for a node.
pub fn leaf(data: &[u8]) -> Hash {
    Sha256::new().chain_update([0]).chain_update(data).finalize().into()
}

/// The hash of two subtrees.
pub fn node(left: &Hash, right: &Hash) -> Hash {
    let mut bytes = [1u8; 65];
    bytes[1..33].copy_from_slice(left);
    bytes[33..].copy_from_slice(right);
    Sha256::digest(bytes).into()
}

/// The right edge of a tree: the roots of its full subtrees, one for each bit of its size, the largest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frontier {
    pub size: u64,
    peaks: Vec<Hash>,
}

impl Frontier {
    pub fn push(&mut self, leaf: Hash) {
        let mut hash = leaf;
        // Every full subtree that this leaf completes is folded, as a carry runs through the bits of a number.
        for _ in 0..self.size.trailing_ones() {
            if let Some(left) = self.peaks.pop() {
                hash = node(&left, &hash);
            }
        }
        self.peaks.push(hash);
        self.size += 1;
    }

    /// The root; of an empty tree the hash of nothing.
    pub fn root(&self) -> Hash {
        let mut peaks = self.peaks.iter().rev();
        match peaks.next() {
            None => Sha256::digest([]).into(),
            Some(last) => peaks.fold(*last, |right, left| node(left, &right)),
        }
    }

    /// One line to be kept: the size, then the peaks in hex.
    pub fn to_text(&self) -> String {
        self.peaks.iter().fold(self.size.to_string(), |text, peak| text + " " + &hex::encode(peak))
    }

    pub fn parse(text: &str) -> Option<Frontier> {
        let mut words = text.split(' ');
        let size = super::read_number(words.next()?)?;
        let peaks: Vec<Hash> = words.map(super::read_hex).collect::<Option<_>>()?;
        (peaks.len() == size.count_ones() as usize).then_some(Frontier { size, peaks })
    }
}

impl FromIterator<Hash> for Frontier {
    fn from_iter<I: IntoIterator<Item = Hash>>(leaves: I) -> Frontier {
        leaves.into_iter().fold(Frontier::default(), |mut edge, leaf| {
            edge.push(leaf);
            edge
        })
    }
}

/// The root over leaf hashes.
pub fn root(leaves: &[Hash]) -> Hash {
    leaves.iter().copied().collect::<Frontier>().root()
}

/// How many leaves stand in the left subtree: the largest power of two below the number of all.
fn split(count: usize) -> usize {
    count.next_power_of_two() / 2
}

/// The hashes that lead from a leaf to the root, the nearest first. Of a leaf that is not there, none.
pub fn inclusion_path(leaves: &[Hash], index: u64) -> Vec<Hash> {
    let Some(mut index) = usize::try_from(index).ok().filter(|it| *it < leaves.len()) else { return Vec::new() };
    let (mut rest, mut path) = (leaves, Vec::new());
    while rest.len() > 1 {
        let (left, right) = rest.split_at(split(rest.len()));
        if index < left.len() {
            path.push(root(right));
            rest = left;
        } else {
            path.push(root(left));
            index -= left.len();
            rest = right;
        }
    }
    path.reverse();
    path
}

/// The leaf with this hash stands at this place of the tree with this root (RFC 9162, 2.1.3.2).
pub fn verify_inclusion(leaf: &Hash, index: u64, size: u64, root: &Hash, path: &[Hash]) -> bool {
    if index >= size {
        return false;
    }
    let (mut at, mut last, mut hash) = (index, size - 1, *leaf);
    for other in path {
        if last == 0 {
            return false;
        }
        if at & 1 == 1 || at == last {
            hash = node(other, &hash);
            climb(&mut at, &mut last);
        } else {
            hash = node(&hash, other);
        }
        at >>= 1;
        last >>= 1;
    }
    last == 0 && hash == *root
}

/// What shows that the tree of these leaves begins with its first `old_size` leaves. None if there is nothing to show.
pub fn consistency(leaves: &[Hash], old_size: u64) -> Vec<Hash> {
    let Some(mut old) = usize::try_from(old_size).ok().filter(|it| (1..leaves.len()).contains(it)) else { return Vec::new() };
    // `whole`: the old tree is this very subtree, whose root the verifier has already.
    let (mut rest, mut proof, mut whole) = (leaves, Vec::new(), true);
    while old < rest.len() {
        let (left, right) = rest.split_at(split(rest.len()));
        if old <= left.len() {
            proof.push(root(right));
            rest = left;
        } else {
            proof.push(root(left));
            old -= left.len();
            rest = right;
            whole = false;
        }
    }
    if !whole {
        proof.push(root(rest));
    }
    proof.reverse();
    proof
}

/// The new tree begins with the old one (RFC 9162, 2.1.4.2). Every tree begins with the empty one.
pub fn verify_consistency(old_size: u64, old_root: &Hash, new_size: u64, new_root: &Hash, proof: &[Hash]) -> bool {
    if old_size == 0 || old_size >= new_size {
        let known = if old_size == 0 { *old_root == Frontier::default().root() } else { old_root == new_root };
        let both_empty = new_size > 0 || new_root == old_root;
        return old_size <= new_size && proof.is_empty() && known && both_empty;
    }
    // Where the old tree is a full subtree of the new one, its root begins the path and is left out of the proof.
    let (first, path) = match proof.split_first() {
        _ if old_size.is_power_of_two() => (old_root, proof),
        Some((first, path)) => (first, path),
        None => return false,
    };
    let (mut at, mut last) = (old_size - 1, new_size - 1);
    while at & 1 == 1 {
        at >>= 1;
        last >>= 1;
    }
    let (mut old, mut new) = (*first, *first);
    for other in path {
        if last == 0 {
            return false;
        }
        if at & 1 == 1 || at == last {
            old = node(other, &old);
            new = node(other, &new);
            climb(&mut at, &mut last);
        } else {
            new = node(&new, other);
        }
        at >>= 1;
        last >>= 1;
    }
    last == 0 && old == *old_root && new == *new_root
}

/// At the right edge of a tree that is not full some levels have no node: past them.
fn climb(at: &mut u64, last: &mut u64) {
    while *at & 1 == 0 && *at != 0 {
        *at >>= 1;
        *last >>= 1;
    }
}

#[cfg(test)]
mod tests {
    use ct_merkle::{ConsistencyProof, InclusionProof, RootHash, mem_backed_tree::MemoryBackedTree};
    use proptest::prelude::*;

    use super::*;

    fn letters(count: u8) -> Vec<Hash> {
        (0..count).map(|n| leaf(&[b'a' + n])).collect()
    }

    #[test]
    fn the_vectors_of_the_rfc_come_out() {
        let root_hex = |count| hex::encode(root(&letters(count)));
        assert_eq!(root_hex(0), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assert_eq!(root_hex(1), "022a6979e6dab7aa5ae4c3e5e45f7e977112a7e63593820dbec1ec738a24f93c");
        assert_eq!(root_hex(2), "b137985ff484fb600db93107c77b0365c80d78f5b429ded0fd97361d077999eb");
        assert_eq!(root_hex(3), "36642e73c2540ab121e3a6bf9545b0a24982cd830eb13d3cd19de3ce6c021ec1");
        assert_eq!(root_hex(5), "fe14a5426fbd70c0fa73f52342afed0da0bd23c4838662ccf6b88a3070ead97b");
    }

    /// The same tree as another crate keeps it.
    fn theirs(count: usize) -> MemoryBackedTree<Sha256, Vec<u8>> {
        let mut tree = MemoryBackedTree::new();
        (0..count).for_each(|n| tree.push(n.to_string().into_bytes()));
        tree
    }

    fn ours(count: usize) -> Vec<Hash> {
        (0..count).map(|n| leaf(n.to_string().as_bytes())).collect()
    }

    #[test]
    fn a_kept_edge_is_read_back_and_a_wrong_one_is_not() {
        for count in 0..20 {
            let edge: Frontier = ours(count).into_iter().collect();
            assert_eq!(Frontier::parse(&edge.to_text()), Some(edge));
        }
        let peak = hex::encode(leaf(b"a"));
        for wrong in ["", "1", "x", "+0", "01", &format!("2 {peak} {peak}"), &format!("1 {}", peak.to_uppercase()), &format!("1 {peak} ")] {
            assert_eq!(Frontier::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn nothing_is_consistent_with_less_than_it_was() {
        let (three, five) = (root(&ours(3)), root(&ours(5)));
        let empty = root(&[]);
        assert!(verify_consistency(0, &empty, 5, &five, &[]));
        assert!(verify_consistency(0, &empty, 0, &empty, &[]));
        assert!(!verify_consistency(0, &empty, 0, &five, &[]));
        assert!(!verify_consistency(0, &three, 5, &five, &[]));
        assert!(!verify_consistency(5, &five, 3, &three, &consistency(&ours(5), 3)));
        assert!(!verify_consistency(3, &three, 5, &five, &[]));
        assert!(!verify_consistency(5, &five, 5, &three, &[]));
        assert!(!verify_inclusion(&ours(5)[4], 5, 5, &five, &inclusion_path(&ours(5), 4)));
    }

    proptest! {
        #[test]
        fn another_crate_has_the_same_roots_and_believes_our_proofs(count in 1..70usize, a: prop::sample::Index, b: prop::sample::Index) {
            let (tree, leaves) = (theirs(count), ours(count));
            let new_root = root(&leaves);
            prop_assert_eq!(tree.root().as_bytes().to_vec(), new_root.to_vec());

            let index = a.index(count);
            let path = inclusion_path(&leaves, index as u64);
            let proof = InclusionProof::<Sha256>::try_from_bytes(path.concat()).unwrap();
            prop_assert!(tree.root().verify_inclusion(&index.to_string().into_bytes(), index as u64, &proof).is_ok());
            prop_assert_eq!(path.concat(), tree.prove_inclusion(index).as_bytes().to_vec());
            prop_assert!(verify_inclusion(&leaves[index], index as u64, count as u64, &new_root, &path));

            let old = 1 + b.index(count);
            let old_root = root(&leaves[..old]);
            let proof = consistency(&leaves, old as u64);
            let other = ConsistencyProof::<Sha256>::try_from_bytes(proof.concat()).unwrap();
            let theirs = RootHash::<Sha256>::new(old_root.into(), old as u64);
            prop_assert!(tree.root().verify_consistency(&theirs, &other).is_ok());
            prop_assert_eq!(proof.concat(), tree.prove_consistency(count - old).as_bytes().to_vec());
            prop_assert!(verify_consistency(old as u64, &old_root, count as u64, &new_root, &proof));
        }

        #[test]
        fn a_proof_with_one_wrong_bit_shows_nothing(count in 2..70usize, a: prop::sample::Index, b: prop::sample::Index, bit in 0..256usize) {
            let leaves = ours(count);
            let flip = |hashes: &[Hash], at: &prop::sample::Index| {
                let mut hashes = hashes.to_vec();
                let at = at.index(hashes.len());
                hashes[at][bit / 8] ^= 1 << (bit % 8);
                hashes
            };
            let index = a.index(count);
            let path = flip(&inclusion_path(&leaves, index as u64), &b);
            prop_assert!(!verify_inclusion(&leaves[index], index as u64, count as u64, &root(&leaves), &path));
            let old = 1 + a.index(count - 1);
            let proof = flip(&consistency(&leaves, old as u64), &b);
            prop_assert!(!verify_consistency(old as u64, &root(&leaves[..old]), count as u64, &root(&leaves), &proof));
            let changed = flip(&leaves, &b);
            prop_assert!(!verify_consistency(old as u64, &root(&leaves[..old]), count as u64, &root(&changed), &consistency(&leaves, old as u64)));
        }
    }
}
