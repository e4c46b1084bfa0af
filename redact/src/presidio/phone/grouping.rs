//! Whether the digits of a number are grouped as they usually are.

use super::candidate::Symbol;
use super::character::is_punctuation;
use super::extension::plain_digit;
use super::format::{Format, Part, for_each_part};
use super::leniency::digits_of;
use super::parse::{Number, Source};
use super::plans::Plans;

/// Whether more slashes stand in the number than one, or two with the first behind the country code.
pub(super) fn has_too_many_slashes(number: &Number, symbols: &[Symbol]) -> bool {
    let mut slashes = symbols
        .iter()
        .enumerate()
        .filter(|(_, symbol)| symbol.character == '/')
        .map(|(at, _)| at);
    let Some(first) = slashes.next() else {
        return false;
    };
    if slashes.next().is_none() {
        return false;
    }
    let has_country_code = matches!(number.source, Source::Plus | Source::Unmarked);
    let before = digits_of(symbols.get(..first).unwrap_or_default());
    if has_country_code
        && before.is_some_and(|digits| digits.as_str() == number.country_code.to_string())
    {
        return slashes.next().is_some();
    }
    true
}

/// Whether the digits are grouped as in the number's international format or in an alternative one:
/// exactly so, or at least without breaking a group up.
pub(super) fn is_grouped(
    plans: &Plans,
    number: &Number,
    extension: Option<&str>,
    symbols: &[Symbol],
    exactly: bool,
) -> bool {
    let national = number.national.as_bytes();
    let written: String = symbols
        .iter()
        .map(|symbol| plain_digit(symbol.character))
        .collect();
    let check = |groups: &[String]| {
        if exactly {
            are_exactly_written(number, extension, &written, groups)
        } else {
            are_unbroken(plans, number, extension, &written, groups)
        }
    };
    let usual = plans
        .main_region(number.country_code)
        .and_then(|region| region.international_format(national));
    check(&groups(usual, national))
        || plans
            .alternatives(number.country_code, national)
            .any(|format| check(&groups(Some(format), national)))
}

/// The groups of the digits in a format; all digits are one group without a format. Digits that the
/// format leaves over join the last group, or begin to fill the format again.
fn groups(format: Option<&Format>, national: &[u8]) -> Vec<String> {
    let mut formatted = String::new();
    let mut rest = national;
    while let Some((format, groups)) = format.and_then(|format| Some((format, format.split(rest)?)))
    {
        let parts = for_each_part(format.template, |part| {
            match part {
                Part::Group(number) => {
                    let group = groups.get(number.checked_sub(1)?)?;
                    formatted.push_str(std::str::from_utf8(group).ok()?);
                }
                Part::Literal(character) => formatted.push(character),
            }
            Some(())
        });
        let taken: usize = groups.iter().map(|group| group.len()).sum();
        if parts.is_none() || taken == 0 {
            break;
        }
        rest = rest.get(taken..).unwrap_or_default();
    }
    formatted.push_str(std::str::from_utf8(rest).unwrap_or_default());
    let formatted = formatted.trim_start_matches(is_punctuation);
    let mut groups = vec![String::new()];
    let mut is_between = false;
    for character in formatted.chars() {
        if is_punctuation(character) {
            is_between = true;
            continue;
        }
        if is_between {
            groups.push(String::new());
            is_between = false;
        }
        if let Some(group) = groups.last_mut() {
            group.push(character);
        }
    }
    if is_between {
        groups.push(String::new());
    }
    groups
}

/// Whether each group stands unbroken in what is written, one behind the other.
fn are_unbroken(
    plans: &Plans,
    number: &Number,
    extension: Option<&str>,
    written: &str,
    groups: &[String],
) -> bool {
    let find = |wanted: &str, from: usize| {
        let rest = written.get(from..)?;
        rest.find(wanted).map(|at| from + at + wanted.len())
    };
    let mut from = 0;
    if number.source != Source::Region {
        let code = number.country_code.to_string();
        from = find(&code, 0).unwrap_or_default();
    }
    for (index, group) in groups.iter().enumerate() {
        let Some(end) = find(group, from) else {
            return false;
        };
        from = end;
        let next = written.get(from..).and_then(|rest| rest.chars().next());
        if index == 0 && next.is_some_and(|next| next.is_ascii_digit()) {
            // No separator behind the area code: then there must be none at all. That matters only
            // where a national prefix is dialled.
            let has_prefix = plans
                .main_region(number.country_code)
                .is_some_and(|region| {
                    region.is_geographical() && !region.national_prefix.is_empty()
                });
            if has_prefix {
                return from
                    .checked_sub(group.len())
                    .and_then(|start| written.get(start..))
                    .is_some_and(|rest| rest.starts_with(number.national.as_str()));
            }
        }
    }
    // The extension is not to have served as the last group.
    written
        .get(from..)
        .is_some_and(|rest| rest.contains(extension.unwrap_or_default()))
}

/// Whether the groups are those written, or all digits are written as one.
fn are_exactly_written(
    number: &Number,
    extension: Option<&str>,
    written: &str,
    groups: &[String],
) -> bool {
    // A run of other characters is one separator; before the first digit it makes an empty group.
    let mut candidate: Vec<&str> = Vec::new();
    let mut rest = written;
    while let Some(at) = rest.find(|character: char| !character.is_ascii_digit()) {
        let (group, behind) = rest.split_at_checked(at).unwrap_or((rest, ""));
        candidate.push(group);
        rest = behind.trim_start_matches(|character: char| !character.is_ascii_digit());
    }
    candidate.push(rest);
    let behind_last = candidate.len() - usize::from(extension.is_some());
    let before_extension = candidate.get(..behind_last).unwrap_or_default();
    if candidate.len() == 1
        || before_extension
            .last()
            .is_some_and(|group| group.contains(number.national.as_str()))
    {
        return true;
    }
    let Some((first, others)) = groups.split_first() else {
        return false;
    };
    let mut written = before_extension.iter().rev();
    for group in others.iter().rev() {
        if written.next() != Some(&&**group) {
            return false;
        }
    }
    // A national prefix may stand before the first group.
    written
        .next()
        .is_some_and(|group| group.ends_with(&**first))
}
