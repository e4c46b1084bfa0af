//! Hardware addresses (MAC, EUI-48 and EUI-64).

use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec, Run,
    Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "generic/mac",
    entity: EntityType::MAC_ADDRESS,
    summary: "Hardware addresses of 48 or 64 bits in pairs or fours; without separators beside a label.",
    reference: "IEEE Std 802-2014 clause 8 (identifiers), IEEE Guidelines for Use of EUI, OUI and CID",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "colons",
            regex: r"[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5}(?::[0-9A-Fa-f]{2}:[0-9A-Fa-f]{2})?",
            score: Score::new(0.9),
            boundary: Boundary::Word,
            anchors: &[
                Anchor::Number {
                    digits: (2, 2),
                    then: Then::COLON,
                },
                Anchor::Word {
                    run: Run::Letters,
                    length: (2, 2),
                    then: Then::COLON,
                },
                Anchor::Word {
                    run: Run::Mixed,
                    length: (2, 2),
                    then: Then::COLON,
                },
            ],
        },
        Pattern {
            name: "dashes",
            regex: r"[0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){5}(?:-[0-9A-Fa-f]{2}-[0-9A-Fa-f]{2})?",
            score: Score::new(0.8),
            boundary: Boundary::Word,
            anchors: &[
                Anchor::Number {
                    digits: (2, 2),
                    then: Then::HYPHEN,
                },
                Anchor::Word {
                    run: Run::Letters,
                    length: (2, 2),
                    then: Then::HYPHEN,
                },
                Anchor::Word {
                    run: Run::Mixed,
                    length: (2, 2),
                    then: Then::HYPHEN,
                },
            ],
        },
        Pattern {
            name: "dots",
            regex: r"[0-9A-Fa-f]{4}(?:\.[0-9A-Fa-f]{4}){2}(?:\.[0-9A-Fa-f]{4})?",
            score: Score::new(0.7),
            boundary: Boundary::Word,
            anchors: &[
                Anchor::Number {
                    digits: (4, 4),
                    then: Then::DOT,
                },
                Anchor::Word {
                    run: Run::Letters,
                    length: (4, 4),
                    then: Then::DOT,
                },
                Anchor::Word {
                    run: Run::Mixed,
                    length: (4, 4),
                    then: Then::DOT,
                },
            ],
        },
        Pattern {
            name: "bare",
            regex: r"[0-9A-Fa-f]{12}",
            score: Score::new(0.1),
            boundary: Boundary::Word,
            anchors: &[Anchor::Word {
                run: Run::Mixed,
                length: (12, 12),
                then: Then::ANY,
            }],
        },
    ],
    context: &[
        "MACアドレス",
        "mac",
        "mac address",
        "mac addr",
        "hwaddr",
        "ether",
        "bssid",
        "物理アドレス",
        "physical address",
        "ハードウェアアドレス",
        "Wi-Fiアドレス",
    ],
    counter_context: &[
        "抽選番号",
        "当選番号",
        "シリアル",
        "品番",
        "型番",
        "製造番号",
    ],
    check: Some(check),
    examples: &[
        Example {
            text: "MACアドレスは«00:1B:44:11:3A:B7»です",
        },
        Example {
            text: "物理アドレス «00-1b-44-11-3a-b7»",
        },
        Example {
            text: "interface «001b.4411.3ab7»",
        },
        Example {
            text: "ＭＡＣ：«００：１Ｂ：４４：１１：３Ａ：Ｂ７»",
        },
        Example {
            text: "EUI-64 «ac:de:48:ff:fe:12:34:56»",
        },
        Example {
            text: "MACアドレス: «001B44113AB7»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "SHA-1 ab:cd:ef:01:23:45:67:89:ab:cd:ef:01:23:45:67:89:ab:cd:ef:01",
            reason: "a fingerprint is longer",
        },
        CounterExample {
            text: "宛先 ff:ff:ff:ff:ff:ff と 00:00:00:00:00:00",
            reason: "broadcast and unset are no device",
        },
        CounterExample {
            text: "シリアル 001B44113AB7",
            reason: "twelve hexadecimal digits without a label are anything",
        },
        CounterExample {
            text: "1234.5678.9012 12-34-56-78-90-12",
            reason: "numbers in groups",
        },
        CounterExample {
            text: "2025-03-09 10:20:30",
            reason: "date and time",
        },
    ],
    known_gaps: &[],
};

fn check(candidate: &Candidate<'_>) -> Validity {
    let text = candidate.as_str();
    let mut hex = text.bytes().filter(u8::is_ascii_hexdigit);
    let first = hex.next();
    let is_nobody =
        matches!(first, Some(b'0' | b'f' | b'F')) && hex.all(|byte| Some(byte) == first);
    let is_piece = candidate
        .before()
        .strip_suffix([':', '-', '.'])
        .is_some_and(ends_with_group)
        || candidate
            .after()
            .strip_prefix([':', '-', '.'])
            .is_some_and(|after| after.starts_with(|next: char| next.is_ascii_hexdigit()));
    // Without separators, digits alone or letters alone are a number or a word.
    let is_bare = text.len() == 12;
    let is_mixed = text.bytes().any(|byte| byte.is_ascii_digit())
        && text.bytes().any(|byte| byte.is_ascii_alphabetic());
    // Decimal pairs or fours with dashes or dots are a number of any kind unless a label is near.
    let is_decimal = !text.contains(':') && !text.bytes().any(|byte| byte.is_ascii_alphabetic());
    let is_labelled = || {
        let before = candidate.before().to_ascii_lowercase();
        ["mac", "物理アドレス", "hwaddr", "ether", "bssid"]
            .iter()
            .any(|label| before.contains(label))
    };
    Validity::refuted_unless(
        !is_nobody && !is_piece && (is_mixed || !is_bare) && (!is_decimal || is_labelled()),
    )
}

/// Whether `text` ends in a whole group of hexadecimal digits; `MAC` is none.
fn ends_with_group(text: &str) -> bool {
    let run = text
        .bytes()
        .rev()
        .take_while(u8::is_ascii_alphanumeric)
        .take(5);
    matches!(run.clone().count(), 2 | 4) && run.into_iter().all(|byte| byte.is_ascii_hexdigit())
}
