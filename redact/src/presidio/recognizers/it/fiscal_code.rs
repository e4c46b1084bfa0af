//! Italian tax codes: surname, name, date of birth and sex, municipality, control letter.

use crate::calendar::is_date;
use crate::check_digit::it_fiscal_code;
use crate::presidio::recognizer::decimal;
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
    year: None,
};

/// A fitting control letter proves the code; another does not refute it.
fn validate(text: &str) -> Validity {
    let upper = text.to_uppercase();
    let mut characters = upper.chars();
    let control = characters.next_back();
    if control.is_some() && control == it_fiscal_code(characters.as_str().bytes()) {
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
    let (&surname, rest) = upper.split_first_chunk::<3>()?;
    let (&name, rest) = rest.split_first_chunk::<3>()?;
    let &[y1, y2, month, d1, d2, district, m1, m2, m3, _] = rest else {
        return None;
    };
    let [
        year_tens,
        year_ones,
        day_tens,
        day_ones,
        hundreds,
        tens,
        ones,
    ] = [y1, y2, d1, d2, m1, m2, m3].map(digit);
    let (day_tens, hundreds) = (day_tens?, hundreds?);
    let month = u8::try_from("ABCDEHLMPRST".find(month)? + 1).ok()?;
    let day = match 10 * day_tens + day_ones? {
        day @ 1..=31 => day,
        // Forty more for a woman.
        day @ 41..=71 => day - 40,
        _ => return None,
    };
    // The century is not known: a year divisible by four may be a leap year.
    let is_date = is_date(2000 + u16::from(10 * year_tens? + year_ones?), month, day);
    // Foreign countries (Z) begin at 100.
    let is_place = match (hundreds, tens?, ones?) {
        (0, 0, 0) => false,
        (0, _, _) => district != 'Z',
        _ => true,
    };
    // Presidio: digits of other scripts will do where any digit will do.
    let is_ascii = |digits: &[char]| digits.iter().all(char::is_ascii);
    let is_bound = is_ascii(&[d1, m1])
        && (is_ascii(&[d2]) || matches!(day_tens, 1 | 5))
        && (is_ascii(&[y1, y2]) || (month, day) != (2, 29))
        && (hundreds > 0 || is_ascii(&[m2]) && (is_ascii(&[m3]) || tens > Some(0)));
    Some(is_group(surname) && is_group(name) && is_date && is_place && is_bound)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_stand_for_names_dates_and_places() {
        for (code, is_code) in [
            ("RSSMRA85T10A562S", true),
            ("rssmra85t10arsnh", true),
            // A woman, born on the 31st.
            ("BNCGNN65C71H501P", true),
            ("BNCGNN65D71H501P", false),
            // Names with fewer than two consonants.
            ("AIBRBA65A01H501P", false),
            ("AUXBAX65A01H501P", true),
            ("IAARBA65A01H501P", true),
            ("RSSMRA00B29A562S", true),
            ("RSSMRA85B29A562S", false),
            ("RSSMRA85T10Z062S", false),
            ("RSSMRA85T10A000S", false),
        ] {
            assert_eq!(check_groups(code), Some(is_code), "{code}");
        }
    }
}
