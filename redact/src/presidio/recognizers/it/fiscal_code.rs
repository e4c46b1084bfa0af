//! Italian tax codes: surname, name, date of birth and sex, municipality, control letter.

use crate::check_digit::it_fiscal_code;
use crate::presidio::recognizer::decimal;
use crate::presidio::recognizer::is_date;
use crate::presidio::{Finder, Found, Pattern, RecognizerClass};
use crate::recognizer::Validity;

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "ItFiscalCodeRecognizer",
    entity: "IT_FISCAL_CODE",
    language: "it",
    country: Some("it"),
    context: &["codice fiscale", "cf"],
    reference: "Decreto ministeriale 23 dicembre 1976 n. 345; Agenzia delle Entrate, codice fiscale",
    finder: Finder::Patterns(&[Pattern::new(
        "Fiscal Code",
        r"[A-Z]{6}[\dL-NP-V]{2}[A-EHLMPR-T][\dL-NP-V]{2}[A-MZ][\dL-NP-V]{3}[A-Z]",
        0.3,
    )
    .when(is_well_formed)]),
    validate: Some(validate),
    invalidate: None,
};

/// A fitting control letter proves the code; another does not refute it.
fn validate(text: &str) -> Validity {
    let mut characters = text.chars();
    let control = characters.next_back();
    let fits = it_fiscal_code(characters.as_str().bytes())
        .zip(control)
        .is_some_and(|(letter, control)| control.to_uppercase().eq([letter]));
    if fits {
        Validity::Valid
    } else {
        Validity::Unknown
    }
}

/// Whether the groups of the name, the date and the municipality can be what they stand for.
fn is_well_formed(found: &Found<'_>) -> bool {
    check_groups(found.as_str()).unwrap_or(false)
}

fn check_groups(code: &str) -> Option<bool> {
    let upper: Vec<char> = code.chars().flat_map(char::to_uppercase).collect();
    let (surname, rest) = upper.split_first_chunk::<3>()?;
    let (name, rest) = rest.split_first_chunk::<3>()?;
    let &[y1, y2, month, d1, d2, district, m1, m2, m3, _control] = rest else {
        return None;
    };
    // The third digit of a place may be of any script, the first ones of day and place may not: the
    // classes of Presidio's pattern differ there.
    if !d1.is_ascii() || !m1.is_ascii() {
        return None;
    }
    let year = 10 * digit(y1)? + digit(y2)?;
    let day = match 10 * digit(d1)? + digit(d2)? {
        day @ 1..=31 => day,
        // Forty more for a woman.
        day @ 41..=71 => day - 40,
        _ => return None,
    };
    let month = u8::try_from("ABCDEHLMPRST".find(month)? + 1).ok()?;
    // The century is not known: a year divisible by four may be a leap year.
    let is_date = is_date(2000 + u16::from(year), month, day);
    let place = [digit(m1)?, digit(m2)?, digit(m3)?];
    // Foreign countries (Z) begin at 100.
    let is_place = place != [0; 3] && (district != 'Z' || place[0] > 0);
    Some(is_group(*surname) && is_group(*name) && is_date && is_place)
}

/// The first consonants, then vowels, then X, of a name.
fn is_group(group: [char; 3]) -> bool {
    let is_vowel = |letter: char| "AEIOU".contains(letter);
    match group.map(is_vowel) {
        [false, false, _] => true,
        [_, true, third] => third || group[2] == 'X',
        [true, false, _] => group[1] == 'X' && group[2] == 'X',
    }
}

/// A digit, or the letter that stands for it where two persons would have the same code.
fn digit(character: char) -> Option<u8> {
    match "LMNPQRSTUV".find(character) {
        Some(value) => u8::try_from(value).ok(),
        None => decimal(character),
    }
}
