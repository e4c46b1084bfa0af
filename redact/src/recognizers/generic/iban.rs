//! International bank account numbers.
//!
//! The registry gives each country one length, so that the pattern knows where a number in groups of
//! four ends, whatever word follows. The check digits are certain to one in ninety-seven, with
//! country and length far beyond.

use crate::check_digit::mod97_10;
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, Pattern, RecognizerSpec,
    Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "generic/iban",
    entity: EntityType::IBAN_CODE,
    summary: "IBANs of every country of the registry, with its length and valid check digits.",
    reference: "ISO 13616-1; SWIFT, IBAN Registry; check digits ISO 7064 MOD 97-10",
    activation: Activation::Default,
    patterns: &[Pattern {
        name: "registry",
        // One alternative a length, with its countries; in one piece or in groups of four.
        regex: r"(?i-u:(?:NO)\d\d(?:[ -]?[0-9A-Z]{4}){2}[ -]?[0-9A-Z]{3}|(?:BE)\d\d(?:[ -]?[0-9A-Z]{4}){3}|(?:DK|FI|FK|FO|GL|NL|SD)\d\d(?:[ -]?[0-9A-Z]{4}){3}[ -]?[0-9A-Z]{2}|(?:MK|SI)\d\d(?:[ -]?[0-9A-Z]{4}){3}[ -]?[0-9A-Z]{3}|(?:AT|BA|EE|KZ|LT|LU|MN|XK)\d\d(?:[ -]?[0-9A-Z]{4}){4}|(?:CH|HR|LI|LV)\d\d(?:[ -]?[0-9A-Z]{4}){4}[ -]?[0-9A-Z]{1}|(?:BG|BH|CR|DE|GB|GE|IE|ME|RS|VA)\d\d(?:[ -]?[0-9A-Z]{4}){4}[ -]?[0-9A-Z]{2}|(?:AE|GI|IL|IQ|OM|SO|TL)\d\d(?:[ -]?[0-9A-Z]{4}){4}[ -]?[0-9A-Z]{3}|(?:AD|CZ|ES|MD|PK|RO|SA|SE|SK|TN|VG)\d\d(?:[ -]?[0-9A-Z]{4}){5}|(?:LY|PT|ST)\d\d(?:[ -]?[0-9A-Z]{4}){5}[ -]?[0-9A-Z]{1}|(?:IS|TR)\d\d(?:[ -]?[0-9A-Z]{4}){5}[ -]?[0-9A-Z]{2}|(?:BI|DJ|FR|GR|IT|MC|MR|SM)\d\d(?:[ -]?[0-9A-Z]{4}){5}[ -]?[0-9A-Z]{3}|(?:AL|AZ|BY|CY|DO|GT|HN|HU|LB|NI|PL|SV)\d\d(?:[ -]?[0-9A-Z]{4}){6}|(?:BR|EG|PS|QA|UA)\d\d(?:[ -]?[0-9A-Z]{4}){6}[ -]?[0-9A-Z]{1}|(?:JO|KW|MU|YE)\d\d(?:[ -]?[0-9A-Z]{4}){6}[ -]?[0-9A-Z]{2}|(?:MT|SC)\d\d(?:[ -]?[0-9A-Z]{4}){6}[ -]?[0-9A-Z]{3}|(?:LC)\d\d(?:[ -]?[0-9A-Z]{4}){7}|(?:RU)\d\d(?:[ -]?[0-9A-Z]{4}){7}[ -]?[0-9A-Z]{1})",
        score: Score::new(0.9),
        boundary: Boundary::Word,
        // At the check digits, alone before a group or a letter, or with the digits that follow them:
        // numbers are rarer than words.
        anchors: &[
            Anchor::BeforeNumber {
                digits: (2, 2),
                then: Then::SPACE.or(Then::HYPHEN).or(Then::TEXT),
                class: is_letter,
                max: 2,
            },
            Anchor::BeforeNumber {
                digits: (3, 31),
                then: Then::ANY,
                class: is_letter,
                max: 2,
            },
        ],
    }],
    context: &[],
    counter_context: &[],
    check: Some(check),
    examples: &[
        Example {
            text: "IBANは«DE89370400440532013000»です",
        },
        Example {
            text: "IBAN: «GB82 WEST 1234 5698 7654 32» till Monday",
        },
        Example {
            text: "to «AT61 1904 3002 3457 3201» dear sir, «NO93-8601-1117-947»",
        },
        Example {
            text: "ＩＢＡＮ　«ＦＲ１４　２００４　１０１０　０５０５　０００１　３Ｍ０２　６０６»",
        },
        Example {
            text: "iban «nl91abna0417164300», «MT84MALT011000012345MTLCAST001S»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "DE89370400440532013001",
            reason: "the check digits do not fit",
        },
        CounterExample {
            text: "JP89370400440532013000",
            reason: "Japan issues no IBAN",
        },
        CounterExample {
            text: "DE8937040044053201300",
            reason: "too short for its country",
        },
    ],
    known_gaps: &[],
};

fn is_letter(character: char) -> bool {
    character.is_ascii_alphabetic()
}

fn check(candidate: &Candidate<'_>) -> Validity {
    let characters = candidate.as_str().bytes().filter(u8::is_ascii_alphanumeric);
    // Country and check digits move to the end.
    let turned = characters.clone().skip(4).chain(characters.take(4));
    Validity::confirmed_if(mod97_10(turned))
}
