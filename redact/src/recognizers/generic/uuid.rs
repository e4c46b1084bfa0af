//! Universally unique identifiers.

use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec, Run,
    Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "generic/uuid",
    entity: EntityType::UUID,
    summary: "UUIDs: 32 hexadecimal digits in groups of 8-4-4-4-12; without dashes beside a label.",
    reference: "RFC 9562 section 4",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "groups",
            regex: r"[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}",
            score: Score::new(0.7),
            boundary: Boundary::Word,
            anchors: &[
                Anchor::Number {
                    digits: (8, 8),
                    then: Then::HYPHEN,
                },
                Anchor::Word {
                    run: Run::Letters,
                    length: (8, 8),
                    then: Then::HYPHEN,
                },
                Anchor::Word {
                    run: Run::Mixed,
                    length: (8, 8),
                    then: Then::HYPHEN,
                },
            ],
        },
        Pattern {
            name: "bare",
            regex: r"[0-9A-Fa-f]{32}",
            score: Score::new(0.1),
            boundary: Boundary::Word,
            anchors: &[Anchor::Word {
                run: Run::Mixed,
                length: (32, 32),
                then: Then::ANY,
            }],
        },
    ],
    context: &["uuid", "guid", "端末識別子", "識別子", "device id"],
    counter_context: &[
        "md5",
        "hash",
        "ハッシュ",
        "checksum",
        "チェックサム",
        "etag",
    ],
    check: Some(check),
    examples: &[
        Example {
            text: "端末IDは«3f2504e0-4f89-41d3-9a0c-0305e82c3301»です",
        },
        Example {
            text: "{«3F2504E0-4F89-11D3-9A0C-0305E82C3301»}",
        },
        Example {
            text: "urn:uuid:«01890a5d-ac96-774b-bcce-b302099a8057»",
        },
        Example {
            text: "«３ｆ２５０４ｅ０－４ｆ８９－４１ｄ３－９ａ０ｃ－０３０５ｅ８２ｃ３３０１»",
        },
        Example {
            text: "UUID: «3f2504e04f8941d39a0c0305e82c3301»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "00000000-0000-0000-0000-000000000000",
            reason: "the nil UUID names nothing",
        },
        CounterExample {
            text: "ffffffff-ffff-ffff-ffff-ffffffffffff",
            reason: "the max UUID names nothing",
        },
        CounterExample {
            text: "MD5: 3f2504e04f8941d39a0c0305e82c3301",
            reason: "a hash of a file",
        },
        CounterExample {
            text: "ab-3f2504e0-4f89-41d3-9a0c-0305e82c3301",
            reason: "a piece of a longer code",
        },
    ],
    known_gaps: &[],
};

fn check(candidate: &Candidate<'_>) -> Validity {
    let text = candidate.as_str();
    let mut hex = text.bytes().filter(|&byte| byte != b'-');
    let first = hex.next();
    let is_nil_or_max =
        matches!(first, Some(b'0' | b'f' | b'F')) && hex.all(|byte| Some(byte) == first);
    let is_code = |character: char| character.is_ascii_alphanumeric();
    let before = candidate.before().strip_suffix('-');
    let after = candidate.after().strip_prefix('-');
    let is_piece = before.is_some_and(|before| before.ends_with(is_code))
        || after.is_some_and(|after| after.starts_with(is_code));
    // Without dashes, digits alone or letters alone are a number or a word.
    let is_mixed = text.bytes().any(|byte| byte.is_ascii_digit())
        && text.bytes().any(|byte| byte.is_ascii_alphabetic());
    if is_nil_or_max || is_piece || (text.len() == 32 && !is_mixed) {
        return Validity::Invalid;
    }
    // Version 1 to 8 and the variant of the RFC; the places count the dashes.
    let version = text.as_bytes().get(14).copied();
    let variant = text.as_bytes().get(19).copied();
    match (version, variant) {
        (Some(b'1'..=b'8'), Some(b'8' | b'9' | b'a' | b'b' | b'A' | b'B')) if text.len() == 36 => {
            Validity::Valid
        }
        _ => Validity::Unknown,
    }
}
