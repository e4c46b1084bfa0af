//! The numbering plan of a region: which digits are its numbers, and what is dialled before them.

use std::sync::OnceLock;

use super::beginnings::Pairs;
use super::digits::Digits;
use super::format::{Format, LeadingDigits, Part, choose, for_each_part};
use super::pattern::Pattern;
use super::prefix::Prefix;

/// What a number is for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Kind {
    FixedLine,
    Mobile,
    FixedLineOrMobile,
    Other,
}

/// How the length of a national number fits a region.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Length {
    Possible,
    PossibleWithinArea,
    TooShort,
    TooLong,
    Wrong,
}

/// The numbering plan of a region.
pub(super) struct Region {
    /// Its ISO code; `001` for a country code of no country.
    pub(super) name: &'static str,
    /// Its country calling code.
    pub(super) country_code: u16,
    /// The digit dialled before a national number; empty if there is none.
    pub(super) national_prefix: &'static str,
    international_prefix: Prefix,
    prefix_for_parsing: Prefix,
    transformation: &'static str,
    leading_digits: Option<LeadingDigits>,
    /// The records below it.
    records: &'static str,
    kinds: OnceLock<Vec<Description>>,
    formats: OnceLock<RegionFormats>,
}

/// One kind of numbers.
struct Description {
    /// Its name in the table.
    name: &'static str,
    /// Bits: how many digits a number of the kind has.
    lengths: u32,
    /// Bits: how many it has when dialled within its area.
    lengths_within_area: u32,
    pattern: &'static str,
    compiled: OnceLock<Pattern>,
}

impl Description {
    fn pattern(&self) -> &Pattern {
        self.compiled.get_or_init(|| Pattern::new(self.pattern))
    }

    /// Whether the digits match the pattern, however many they are.
    fn matches(&self, digits: &[u8]) -> bool {
        self.pattern().matches_all(digits)
    }
}

/// The formats of a region.
#[derive(Default)]
struct RegionFormats {
    national: Vec<Format>,
    international: Vec<Format>,
    alternatives: Vec<Format>,
}

impl Region {
    /// Reads a region and keeps what stands below it for later.
    pub(super) fn read(records: &'static str) -> Self {
        let (line, records) = records.split_once('\n').unwrap_or((records, ""));
        let mut fields = line.split('\t');
        let mut field = || fields.next().unwrap_or_default();
        Self {
            name: field(),
            country_code: field().parse().unwrap_or_default(),
            international_prefix: Prefix::new(field()),
            national_prefix: field(),
            prefix_for_parsing: Prefix::new(field()),
            transformation: field(),
            leading_digits: Some(field())
                .filter(|pattern| !pattern.is_empty())
                .map(LeadingDigits::new),
            records,
            kinds: OnceLock::new(),
            formats: OnceLock::new(),
        }
    }

    /// Whether it is a country.
    pub(super) fn is_geographical(&self) -> bool {
        self.name != "001"
    }

    /// The kinds of numbers; the first is of all numbers.
    fn kinds(&self) -> &[Description] {
        self.kinds.get_or_init(|| {
            let mut kinds = Vec::new();
            for line in self.records.lines() {
                let mut fields = line.split('\t');
                let mut field = || fields.next().unwrap_or_default();
                let name = field();
                if matches!(name, "format" | "international" | "alternative") {
                    break;
                }
                kinds.push(Description {
                    name,
                    lengths: bits(field()),
                    lengths_within_area: bits(field()),
                    pattern: field(),
                    compiled: OnceLock::new(),
                });
            }
            kinds
        })
    }

    fn formats(&self) -> &RegionFormats {
        self.formats.get_or_init(|| {
            let mut formats = RegionFormats::default();
            for line in self.records.lines() {
                let mut fields = line.split('\t');
                let mut field = || fields.next().unwrap_or_default();
                match field() {
                    "format" => formats.national.push(Format::read(&mut field)),
                    "international" => {
                        let format = Format::read(&mut field);
                        formats
                            .international
                            .push(format.resolved(&formats.national));
                    }
                    "alternative" => {
                        // Its country code, which is the region's.
                        field();
                        formats.alternatives.push(Format::read(&mut field));
                    }
                    _ => {}
                }
            }
            formats
        })
    }

    /// Bits: how many digits a valid number of the region has.
    pub(super) fn valid_lengths(&self) -> u32 {
        self.kinds()
            .iter()
            .skip(1)
            .fold(0, |all, kind| all | kind.lengths)
    }

    /// Bits: how many digits a possible number of the region has.
    pub(super) fn possible_lengths(&self) -> u32 {
        self.kinds()
            .first()
            .map_or(0, |kind| kind.lengths | kind.lengths_within_area)
    }

    /// The fewest digits of a valid number as it may be written in the region.
    pub(super) fn fewest_digits(&self) -> usize {
        // A transformation adds the digits of an area.
        let added = self
            .transformation
            .trim_end_matches(|character: char| character != '\\')
            .len();
        usize::try_from(self.valid_lengths().trailing_zeros())
            .unwrap_or_default()
            .saturating_sub(added)
    }

    /// With which digits the region's numbers begin.
    pub(super) fn pairs_of_numbers(&self) -> Pairs {
        self.kinds()
            .first()
            .map_or(0, |general| general.pattern().beginnings().possible)
    }

    /// With which digits numbers begin that may have the national prefix or a carrier's code.
    pub(super) fn pairs_of_national_prefix(&self) -> Pairs {
        self.prefix_for_parsing.pairs()
    }

    /// With which digits numbers begin that may have the prefix for calls abroad.
    pub(super) fn pairs_of_international_prefix(&self) -> Pairs {
        self.international_prefix.pairs()
    }

    /// The prefix for calls abroad if it is the same digits for all.
    pub(super) fn literal_international_prefix(&self) -> Option<&'static str> {
        self.international_prefix.literal()
    }

    /// The national prefix if it is the same digits for all numbers.
    pub(super) fn literal_national_prefix(&self) -> Option<&'static str> {
        self.prefix_for_parsing.literal()
    }

    /// Whether so many digits, the first two being `pair`, are always written with the national
    /// prefix. Says no where it takes more to know.
    pub(super) fn needs_prefix(&self, length: usize, pair: usize) -> bool {
        for format in &self.formats().national {
            let beginnings = format.beginnings();
            if format.fits(length) && beginnings.possible >> pair & 1 != 0 {
                if !format.needs_prefix() {
                    return false;
                }
                if beginnings.certain >> pair & 1 != 0 {
                    return true;
                }
            }
        }
        false
    }

    /// Whether the digits look like a national number of the region, whatever their number.
    pub(super) fn is_general(&self, digits: &[u8]) -> bool {
        self.kinds()
            .first()
            .is_some_and(|general| general.matches(digits))
    }

    /// What the number is for; nothing if it is no valid number of the region.
    pub(super) fn kind(&self, digits: &[u8]) -> Option<Kind> {
        let (mut fixed, mut mobile) = (false, false);
        for kind in self.kinds_matching(digits) {
            match kind.name {
                "fixed_line" => fixed = true,
                "mobile" => mobile = true,
                _ => return Some(Kind::Other),
            }
        }
        match (fixed, mobile) {
            (true, true) => Some(Kind::FixedLineOrMobile),
            (true, false) => Some(Kind::FixedLine),
            (false, true) => Some(Kind::Mobile),
            (false, false) => None,
        }
    }

    /// Whether it is a valid number of the region.
    pub(super) fn is_valid(&self, digits: &[u8]) -> bool {
        self.kinds_matching(digits).next().is_some()
    }

    /// The kinds that the number is of.
    fn kinds_matching(&self, digits: &[u8]) -> impl Iterator<Item = &Description> {
        let length = u32::try_from(digits.len()).unwrap_or(u32::MAX);
        let has_length = move |kind: &Description| {
            length < 32 && (kind.lengths == 0 || kind.lengths >> length & 1 != 0)
        };
        let (general, kinds) = self.kinds().split_first().unzip();
        let is_number =
            general.is_some_and(|general| has_length(general) && general.matches(digits));
        kinds
            .filter(|_| is_number)
            .unwrap_or_default()
            .iter()
            .filter(move |kind| has_length(kind) && kind.matches(digits))
    }

    /// Whether the number begins with the digits that tell the region from others of its country
    /// code; nothing if there are none such.
    pub(super) fn begins_with_leading_digits(&self, digits: &[u8]) -> Option<bool> {
        Some(self.leading_digits.as_ref()?.begin(digits))
    }

    /// How a number of so many digits fits.
    pub(super) fn judge_length(&self, length: usize) -> Length {
        let Some(general) = self.kinds().first() else {
            return Length::Wrong;
        };
        let bit = u32::try_from(length)
            .ok()
            .and_then(|length| 1_u32.checked_shl(length))
            .unwrap_or(0);
        if general.lengths_within_area & bit != 0 {
            Length::PossibleWithinArea
        } else if general.lengths & bit != 0 {
            Length::Possible
        } else if bit == 0 || bit > general.lengths {
            Length::TooLong
        } else if bit < general.lengths & general.lengths.wrapping_neg() {
            Length::TooShort
        } else {
            Length::Wrong
        }
    }

    /// The digits behind the prefix for calls abroad, if they begin with one. A country code must be
    /// able to follow, so the next digit is not 0.
    pub(super) fn without_international_prefix(&self, digits: &Digits) -> Option<Digits> {
        let end = self.international_prefix.end(digits.as_bytes())?;
        let rest = digits.without_first(end);
        (rest.as_bytes().first() != Some(&b'0')).then_some(rest)
    }

    /// The digits without the national prefix or a carrier's code, if they begin with one and are
    /// not a worse number without it.
    pub(super) fn without_national_prefix(&self, digits: &Digits) -> Option<Digits> {
        if digits.len() == 0 {
            return None;
        }
        let stripped = self.strip(digits)?;
        let is_worse = self.is_general(digits.as_bytes()) && !self.is_general(stripped.as_bytes());
        (!is_worse).then_some(stripped)
    }

    fn strip(&self, digits: &Digits) -> Option<Digits> {
        let prefix = &self.prefix_for_parsing;
        if prefix.is_empty() || prefix.literal().is_some() {
            let end = prefix.end(digits.as_bytes())?;
            return Some(digits.without_first(end));
        }
        let captures = prefix.captures(digits.as_bytes())?;
        let rest = digits.as_bytes().get(captures.end..)?;
        let last = prefix.groups();
        if self.transformation.is_empty() || last == 0 || captures.group(last).is_none() {
            return Digits::of(rest);
        }
        let mut transformed = Digits::EMPTY;
        for_each_part(self.transformation, |part| match part {
            Part::Group(number) => transformed.extend(
                captures
                    .group(number)
                    .and_then(|group| digits.as_bytes().get(group))
                    .unwrap_or_default(),
            ),
            Part::Literal(character) => {
                transformed.push(u8::try_from(character).unwrap_or_default())
            }
        })?;
        transformed.extend(rest)?;
        Some(transformed)
    }

    /// The format of a national number as it is written in the country.
    pub(super) fn national_format(&self, digits: &[u8]) -> Option<&Format> {
        choose(&self.formats().national, digits)
    }

    /// The format of a national number behind its country code.
    pub(super) fn international_format(&self, digits: &[u8]) -> Option<&Format> {
        let formats = self.formats();
        if formats.international.is_empty() {
            choose(&formats.national, digits)
        } else {
            choose(&formats.international, digits)
        }
    }

    /// Other usual formats of numbers like this one.
    pub(super) fn alternatives(&self, digits: &[u8]) -> impl Iterator<Item = &Format> {
        self.formats()
            .alternatives
            .iter()
            .filter(move |format| format.is_for(digits))
    }

    /// Compiles everything of the region.
    #[cfg(test)]
    pub(super) fn assert_well_formed(&self) {
        let general = self.kinds().first().expect("a region has numbers");
        assert_eq!(general.name, "general_desc", "{}", self.name);
        for kind in self.kinds() {
            let pattern = Pattern::new(kind.pattern);
            assert!(pattern.is_compiled(), "{} {}", self.name, kind.name);
        }
        assert!(self.international_prefix.is_compiled(), "{}", self.name);
        assert!(self.prefix_for_parsing.is_compiled(), "{}", self.name);
        let formats = self.formats();
        for formats in [
            &formats.national,
            &formats.international,
            &formats.alternatives,
        ] {
            assert!(formats.iter().all(Format::is_well_formed), "{}", self.name);
        }
    }
}

/// Whether the digits begin with those of the number.
pub(super) fn starts_with_number(digits: &[u8], number: u16) -> bool {
    let mut rest = number;
    let mut divisor = 10_u16.pow(number.checked_ilog10().unwrap_or_default());
    let mut digits = digits.iter();
    while divisor > 0 {
        let wanted = b'0' + u8::try_from(rest / divisor).unwrap_or_default();
        if digits.next() != Some(&wanted) {
            return false;
        }
        rest %= divisor;
        divisor /= 10;
    }
    true
}

/// `7 10` as bits.
fn bits(numbers: &str) -> u32 {
    numbers
        .split_ascii_whitespace()
        .filter_map(|number| number.parse::<u32>().ok())
        .fold(0, |bits, number| {
            bits | 1_u32.checked_shl(number).unwrap_or(0)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presidio::phone::plans::Plans;

    #[test]
    fn lengths_are_judged() {
        let us = Plans::get().region("US").unwrap();
        assert_eq!(us.judge_length(10), Length::Possible);
        assert_eq!(us.judge_length(7), Length::PossibleWithinArea);
        assert_eq!(us.judge_length(9), Length::TooShort);
        assert_eq!(us.judge_length(11), Length::TooLong);
        assert_eq!(us.judge_length(90), Length::TooLong);
        let gb = Plans::get().region("GB").unwrap();
        assert_eq!(gb.judge_length(8), Length::PossibleWithinArea);
    }

    #[test]
    fn digits_begin_with_a_number() {
        assert!(starts_with_number(b"8190", 81));
        assert!(starts_with_number(b"1", 1));
        assert!(!starts_with_number(b"8", 81));
        assert!(!starts_with_number(b"97", 972));
    }
}
