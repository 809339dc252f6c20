//! Signed notes as C2SP writes them: a text, an empty line, and who signed it. And bare signatures, for receipts.

use base64::{Engine, engine::general_purpose::STANDARD};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};

/// The name under which the record of a scheme is signed.
pub fn signer(scheme: &str) -> String {
    format!("accolade/{scheme}")
}

/// The first bytes of a signature line: which key of that name it is (type 1 is Ed25519).
fn key_id(name: &str, public: &[u8; 32]) -> [u8; 4] {
    let hash = Sha256::new().chain_update(name).chain_update(b"\n\x01").chain_update(public).finalize();
    [hash[0], hash[1], hash[2], hash[3]]
}

/// The text, which ends with a newline, as a signed note.
pub fn sign(name: &str, key: &SigningKey, text: &str) -> String {
    let id = key_id(name, key.verifying_key().as_bytes());
    let signature = key.sign(text.as_bytes()).to_bytes();
    format!("{text}\n— {name} {}\n", STANDARD.encode([id.as_slice(), &signature].concat()))
}

/// The text of a note that carries a good signature of this name and key, whoever else signed it.
pub fn verify<'a>(name: &str, public: &[u8; 32], note: &'a str) -> Option<&'a str> {
    let end = note.rfind("\n\n")? + 1;
    let (text, lines) = (&note[..end], note[end + 1..].strip_suffix('\n')?);
    let id = key_id(name, public);
    let mut signed = false;
    for line in lines.split('\n') {
        let (who, bytes) = line.strip_prefix("— ")?.split_once(' ')?;
        let bytes = STANDARD.decode(bytes).ok()?;
        if who == name && bytes.starts_with(&id) {
            // One bad signature of ours is one too many.
            let signature = bytes[id.len()..].try_into().ok()?;
            if !is_good(public, text, &signature) {
                return None;
            }
            signed = true;
        }
    }
    signed.then_some(text)
}

fn is_good(public: &[u8; 32], text: &str, signature: &[u8; 64]) -> bool {
    // Strict: a weak key would let one signature stand for two texts.
    VerifyingKey::from_bytes(public).is_ok_and(|key| key.verify_strict(text.as_bytes(), &Signature::from_bytes(signature)).is_ok())
}

/// A bare signature over a text, in hex.
pub fn sign_hex(key: &SigningKey, text: &str) -> String {
    hex::encode(key.sign(text.as_bytes()).to_bytes())
}

pub fn verify_hex(public: &[u8; 32], text: &str, signature_hex: &str) -> bool {
    let mut signature = [0; 64];
    hex::decode_to_slice(signature_hex, &mut signature).is_ok() && is_good(public, text, &signature)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TEXT: &str = "accolade record checkpoint\nscheme S\n";

    fn key() -> SigningKey {
        SigningKey::from_bytes(&[7; 32])
    }

    #[test]
    fn a_note_says_its_text_to_whoever_has_the_key() {
        let public = key().verifying_key().to_bytes();
        let note = sign("accolade/S", &key(), TEXT);
        assert_eq!(verify("accolade/S", &public, &note), Some(TEXT));
        assert_eq!(verify("accolade/T", &public, &note), None);
        assert_eq!(verify("accolade/S", &SigningKey::from_bytes(&[8; 32]).verifying_key().to_bytes(), &note), None);
        let other = sign("witness", &SigningKey::from_bytes(&[8; 32]), TEXT);
        let both = format!("{note}{}", other.rsplit_once("\n\n").unwrap().1);
        assert_eq!(verify("accolade/S", &public, &both), Some(TEXT), "a witness may sign below");
    }

    proptest! {
        #[test]
        fn one_changed_byte_breaks_a_note_or_a_signature(at: prop::sample::Index, bit in 0..8u8) {
            let public = key().verifying_key().to_bytes();
            let mut bytes = sign("accolade/S", &key(), TEXT).into_bytes();
            let at = at.index(bytes.len());
            bytes[at] ^= 1 << bit;
            if let Ok(note) = String::from_utf8(bytes) {
                prop_assert_eq!(verify("accolade/S", &public, &note), None);
            }
            let signature = sign_hex(&key(), TEXT);
            prop_assert!(verify_hex(&public, TEXT, &signature));
            let mut bytes = hex::decode(&signature).unwrap();
            let at = at % bytes.len();
            bytes[at] ^= 1 << bit;
            prop_assert!(!verify_hex(&public, TEXT, &hex::encode(bytes)));
        }
    }
}
