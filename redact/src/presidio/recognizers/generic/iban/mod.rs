//! International bank account numbers.
//!
//! Code of its own: a number in groups may be followed by words that look like further groups, so that
//! several ends have to be tried, and it may stand within Japanese text.

mod structure;

use crate::check_digit::mod97_10;
use crate::presidio::recognizer::places_of;
use crate::presidio::{Finder, Match, Pattern, RecognizerClass};
use crate::recognizer::Validity;

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "IbanRecognizer",
    entity: "IBAN_CODE",
    language: "en",
    country: None,
    context: &["iban", "bank", "transaction"],
    reference: "ISO 13616-1:2020; IBAN Registry (SWIFT)",
    finder: Finder::Own {
        flags: 24,
        find,
        patterns: &[Pattern::new(
            "IBAN Generic",
            r"[A-Z]{2}[0-9]{2}(?:[ -]?[A-Z0-9]{1,4}){3,8}",
            0.5,
        )],
    },
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Fewest and most groups of four behind the check digits; one more and a rest may follow.
const GROUPS: std::ops::RangeInclusive<usize> = 2..=6;

/// Most characters of the rest.
const LONGEST_REST: usize = 3;

fn find(text: &str) -> Vec<Match> {
    let bytes = text.as_bytes();
    let mut matches = Vec::new();
    let mut resume = 0;
    let numbers = places_of(text, |block| {
        let digits = block.digits();
        digits & !(digits << 1)
    });
    for at in numbers {
        let Some(start) = at.checked_sub(2).filter(|&start| start >= resume) else {
            continue;
        };
        if !is_head(bytes, start) {
            continue;
        }
        let Some(ends) = ends(bytes, at + 2) else {
            continue;
        };
        // What is turned down is passed over all the same, and so is the rest of what is shortened.
        resume = ends.iter().flatten().max().copied().unwrap_or(at);
        let end = ends.into_iter().flatten().find(|&end| {
            let found = text.get(start..end).unwrap_or_default();
            validate(found) == Validity::Valid
        });
        if let Some(end) = end {
            matches.push(Match {
                start,
                end,
                score: 1.0,
                pattern: Some(0),
                validity: Validity::Valid,
            });
        }
    }
    matches
}

/// Whether a byte may be part of a number. Small letters may not.
fn is_part(byte: u8) -> bool {
    byte.is_ascii_uppercase() || byte.is_ascii_digit()
}

/// Whether a country code and two digits stand at `start`, and no number goes on there.
fn is_head(bytes: &[u8], start: usize) -> bool {
    let before = start.checked_sub(1).and_then(|before| bytes.get(before));
    let head = bytes.get(start..start + 4).unwrap_or_default();
    matches!(head, [one, two, three, four]
        if one.is_ascii_uppercase() && two.is_ascii_uppercase()
            && three.is_ascii_digit() && four.is_ascii_digit())
        && !before.is_some_and(|&byte| is_part(byte))
}

/// The ends at which the groups from `start` on may be a whole number, the likeliest first, or nothing if
/// they do not end before a character that is no part of a number. The farthest is where the search goes
/// on.
fn ends(bytes: &[u8], start: usize) -> Option<[Option<usize>; 3]> {
    let mut groups = [0; 7];
    let mut count = 0;
    let mut end = start;
    for place in &mut groups {
        match run_end(bytes, end, 4) {
            Some(next) if next.1 == 4 => end = next.0,
            _ => break,
        }
        *place = end;
        count += 1;
    }
    let end_of = |groups_taken: usize| groups.get(groups_taken.checked_sub(1)?).copied();
    for main in GROUPS.rev().filter(|&main| main <= count) {
        for extra in [true, false] {
            if extra && main == count {
                continue;
            }
            let last = end_of(main + usize::from(extra))?;
            let rest = run_end(bytes, last, LONGEST_REST + 1)
                .filter(|&(_, length)| (1..=LONGEST_REST).contains(&length));
            let is_ended = !bytes.get(last).is_some_and(|&byte| is_part(byte));
            if rest.is_some() || is_ended {
                return Some([
                    rest.map(|(end, _)| end),
                    extra.then_some(last),
                    end_of(main),
                ]);
            }
        }
    }
    None
}

/// The end of a run of at most `most` characters at `start`, behind a space or hyphen if one stands
/// there, and how many there are.
fn run_end(bytes: &[u8], start: usize, most: usize) -> Option<(usize, usize)> {
    let separator = usize::from(matches!(bytes.get(start), Some(b' ' | b'-')));
    let rest = bytes.get(start + separator..)?;
    let length = rest
        .iter()
        .take(most)
        .take_while(|&&byte| is_part(byte))
        .count();
    Some((start + separator + length, length))
}

/// Whether the check digits hold and the number has the structure of its country. One in small letters
/// is neither right nor wrong.
fn validate(found: &str) -> Validity {
    let iban: String = found
        .chars()
        .filter(|character| !matches!(character, ' ' | '-'))
        .collect();
    let Some((head, rest)) = iban.split_at_checked(4) else {
        return Validity::Invalid;
    };
    if !mod97_10(rest.bytes().chain(head.bytes())) {
        Validity::Invalid
    } else if structure::is_of_its_country(&iban) {
        Validity::Valid
    } else if structure::is_of_its_country(&iban.to_ascii_uppercase()) {
        Validity::Unknown
    } else {
        Validity::Invalid
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let spans = find(text).into_iter();
        spans
            .map(|found| text.get(found.start..found.end).unwrap())
            .collect()
    }

    #[test]
    fn groups_that_follow_are_left_out() {
        assert_eq!(
            found("はDE89370400440532013000です"),
            ["DE89370400440532013000"]
        );
        assert_eq!(
            found("PL61 1090 1014 0000 0712 1981 2874 1234"),
            ["PL61 1090 1014 0000 0712 1981 2874"]
        );
        assert_eq!(
            found("BE68539007547034 AT611904300234573201"),
            ["BE68539007547034", "AT611904300234573201"]
        );
        // Presidio: a group of four behind a shorter number is taken for part of it.
        assert_eq!(found("AT61 1904 3002 3457 3201 1234"), [""; 0]);
    }
}
