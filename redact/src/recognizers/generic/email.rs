//! Mail addresses.

use crate::recognizer::{
    Activation, Anchor, Boundary, CounterExample, Example, KnownGap, Pattern, RecognizerSpec,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "generic/email",
    entity: EntityType::EMAIL_ADDRESS,
    summary: "Mail addresses: local part, @, domain.",
    reference: "RFC 5321 section 4.1.2, RFC 5322 section 3.4.1",
    activation: Activation::Default,
    patterns: &[Pattern {
        name: "dot-atom",
        regex: r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}",
        score: Score::new(0.9),
        boundary: Boundary::Word,
        anchors: &[Anchor::Before {
            byte: b'@',
            class: is_local,
            max: 64,
        }],
    }],
    context: &[],
    counter_context: &[],
    check: None,
    examples: &[
        Example {
            text: "連絡先は«yamada@example.jp»です",
        },
        Example {
            text: "<«h.takanashi@example.jp»>",
        },
        Example {
            text: "メール：«ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ»",
        },
    ],
    counter_examples: &[CounterExample {
        text: "@yamada にメンション",
        reason: "no local part",
    }],
    known_gaps: &[KnownGap {
        text: "«yamada(at)example.jp»",
        reason: "spelled out on purpose",
    }],
};

fn is_local(character: char) -> bool {
    character.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(character)
}
