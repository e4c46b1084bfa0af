//! Finnish personal identity codes: date of birth, sign of the century, individual number, control character.

use crate::calendar::is_date;
use crate::check_digit::fi_identity_character;
use crate::presidio::recognizer::decimals;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "FiPersonalIdentityCodeRecognizer",
    entity: "FI_PERSONAL_IDENTITY_CODE",
    language: "fi",
    country: Some("fi"),
    context: &[
        "hetu",
        "henkilötunnus",
        "personbeteckningen",
        "personal identity code",
    ],
    reference: "Laki väestötietojärjestelmästä 661/2009 § 11; Valtioneuvoston asetus 128/2010",
    finder: Finder::Patterns(&[
        Pattern::new(
            "Finnish Personal Identity Code (Medium)",
            r"\b\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]\b",
            0.5,
        )
        .at(&[Anchor::Number {
            digits: (6, 6),
            then: Then::HYPHEN.or(Then::TEXT).or(Then::OTHER),
        }]),
        Pattern::new(
            "Finnish Personal Identity Code (Very Weak)",
            r"\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]",
            0.1,
        ),
    ]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Holds the code to the calendar and to its control character.
fn validate(text: &str) -> Validity {
    Validity::confirmed_if(fits(text) == Some(true))
}

fn fits(text: &str) -> Option<bool> {
    let mut characters = text.chars();
    let control = characters.next_back()?;
    let (sign_at, sign) = characters.clone().as_str().char_indices().nth(6)?;
    let payload = characters.as_str();
    let birth = decimals::<6>(payload.get(..sign_at)?)?;
    let individual = decimals::<3>(payload.get(sign_at + sign.len_utf8()..)?)?;
    let pair = |tens: u8, ones: u8| tens * 10 + ones;
    let century = match sign {
        '+' => 1800,
        '-' | 'U'..='Y' => 1900,
        _ => 2000,
    };
    let is_date = is_date(
        century + u16::from(pair(birth[4], birth[5])),
        pair(birth[2], birth[3]),
        pair(birth[0], birth[1]),
    );
    let number = birth
        .into_iter()
        .chain(individual)
        .fold(0, |number, digit| number * 10 + u32::from(digit));
    Some(is_date && control.to_uppercase().eq([fi_identity_character(number)]))
}
