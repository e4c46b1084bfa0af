//! The numbering plans: what the numbers of each region look like.
//!
//! `data/phone/numbering_plans.tsv` is made of libphonenumber's metadata (`cargo xtask
//! phone-metadata`). It is read when a text first needs it; a region's patterns are compiled when a
//! number of the region first has to be judged.

use std::ops::Range;
use std::sync::OnceLock;

use regex::bytes::Regex;

use super::digits::Digits;
use super::pattern_set::PatternSet;

/// The table.
const TABLE: &str = include_str!("../../../data/phone/numbering_plans.tsv");

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

/// Every region, in the order in which country codes are resolved.
pub(super) struct Plans {
    regions: Vec<Region>,
    /// The regions of each country code.
    countries: Vec<Range<usize>>,
    /// Formats that are also usual, by country code.
    alternatives: Vec<(u16, Format)>,
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
    kinds: Vec<Description>,
    kind_patterns: OnceLock<PatternSet>,
    national: Formats,
    international: Formats,
}

/// One kind of numbers of a region.
struct Description {
    name: &'static str,
    /// Bits: how many digits a number of the kind has.
    lengths: u32,
    /// Bits: how many it has when dialled within its area.
    lengths_within_area: u32,
    pattern: &'static str,
}

/// The formats of a region, the first that fits is used.
#[derive(Default)]
struct Formats {
    formats: Vec<Format>,
    leading: OnceLock<PatternSet>,
}

/// How numbers are grouped.
pub(super) struct Format {
    /// The least and the greatest number of digits of each group.
    groups: Vec<(usize, usize)>,
    /// `\1-\2`: the groups and what stands between them.
    pub(super) template: &'static str,
    leading_digits: LeadingDigits,
    /// How the national prefix is written with the first group; empty if it is not written.
    pub(super) prefix_rule: &'static str,
    /// Whether the prefix may be left out all the same.
    pub(super) is_prefix_optional: bool,
}

/// Digits that a number begins with.
struct LeadingDigits {
    pattern: &'static str,
    compiled: OnceLock<PatternSet>,
}

/// Digits dialled before a number.
struct Prefix {
    pattern: &'static str,
    compiled: OnceLock<Option<Regex>>,
}

impl Plans {
    /// The plans.
    pub(super) fn get() -> &'static Self {
        static PLANS: OnceLock<Plans> = OnceLock::new();
        PLANS.get_or_init(|| Self::read(TABLE))
    }

    fn read(table: &'static str) -> Self {
        let mut plans = Self {
            regions: Vec::new(),
            countries: vec![0..0; 1000],
            alternatives: Vec::new(),
        };
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut fields = line.split('\t');
            let mut field = || fields.next().unwrap_or_default();
            match field() {
                "region" => plans.add_region(&mut field),
                "alternative" => {
                    let code = field().parse().unwrap_or_default();
                    plans.alternatives.push((code, Format::read(&mut field)));
                }
                record => {
                    if let Some(region) = plans.regions.last_mut() {
                        region.add(record, &mut field);
                    }
                }
            }
        }
        plans
    }

    fn add_region(&mut self, field: &mut impl FnMut() -> &'static str) {
        let name = field();
        let country_code = field().parse().unwrap_or_default();
        let at = self.regions.len();
        if let Some(country) = self.countries.get_mut(usize::from(country_code)) {
            // The regions of a country code stand together.
            if country.end == 0 {
                country.start = at;
            }
            country.end = at + 1;
        }
        let international_prefix = Prefix::new(field());
        let national_prefix = field();
        let prefix_for_parsing = Prefix::new(field());
        let transformation = field();
        let leading_digits = Some(field())
            .filter(|pattern| !pattern.is_empty())
            .map(LeadingDigits::new);
        self.regions.push(Region {
            name,
            country_code,
            national_prefix,
            international_prefix,
            prefix_for_parsing,
            transformation,
            leading_digits,
            kinds: Vec::new(),
            kind_patterns: OnceLock::new(),
            national: Formats::default(),
            international: Formats::default(),
        });
    }

    /// Every region.
    pub(super) fn regions(&self) -> &[Region] {
        &self.regions
    }

    /// The country of this name; none for `001`.
    pub(super) fn region(&self, name: &str) -> Option<&Region> {
        self.regions
            .iter()
            .find(|region| region.name == name && region.is_geographical())
    }

    /// The regions that share a country code, the main one first.
    pub(super) fn country(&self, code: u16) -> &[Region] {
        self.countries
            .get(usize::from(code))
            .and_then(|range| self.regions.get(range.clone()))
            .unwrap_or_default()
    }

    /// The main region of a country code.
    pub(super) fn main_region(&self, code: u16) -> Option<&Region> {
        self.country(code).first()
    }

    /// The country code that the digits begin with, and the digits behind it. Country codes do not
    /// begin with 0, and none is the beginning of another.
    pub(super) fn split_country_code(&self, digits: &Digits) -> Option<(u16, Digits)> {
        let mut code = 0;
        for (&digit, length) in digits.as_bytes().iter().take(3).zip(1..) {
            code = code * 10 + u16::from(digit - b'0');
            if code == 0 {
                return None;
            }
            if !self.country(code).is_empty() {
                return Some((code, digits.without_first(length)));
            }
        }
        None
    }

    /// The alternative formats of a country code that are for numbers like this one.
    pub(super) fn alternatives(&self, code: u16, digits: &[u8]) -> impl Iterator<Item = &Format> {
        self.alternatives
            .iter()
            .filter(move |(country, _)| *country == code)
            .map(|(_, format)| format)
            .filter(move |format| format.leading_digits.begin(digits))
    }

    /// The region of a valid number, among those that share its country code, and what it is for.
    pub(super) fn kind_of(&self, code: u16, digits: &[u8]) -> Option<Kind> {
        let country = self.country(code);
        let region = match country {
            [region] => region,
            _ => country.iter().find(|region| match &region.leading_digits {
                Some(leading) => leading.begin(digits),
                None => region.kind(digits).is_some(),
            })?,
        };
        region.kind(digits)
    }
}

impl Region {
    fn add(&mut self, record: &'static str, field: &mut impl FnMut() -> &'static str) {
        match record {
            "format" => self.national.formats.push(Format::read(field)),
            "international" => {
                let mut format = Format::read(field);
                let same = format
                    .leading_digits
                    .pattern
                    .strip_prefix('=')
                    .and_then(|number| self.national.formats.get(number.parse::<usize>().ok()?));
                if let Some(same) = same {
                    format.leading_digits = LeadingDigits::new(same.leading_digits.pattern);
                }
                self.international.formats.push(format);
            }
            name => self.kinds.push(Description {
                name,
                lengths: bits(field()),
                lengths_within_area: bits(field()),
                pattern: field(),
            }),
        }
    }

    /// Whether it is a country.
    pub(super) fn is_geographical(&self) -> bool {
        self.name != "001"
    }

    /// The fewest digits of a valid number as it may be written in the region.
    pub(super) fn fewest_digits(&self) -> usize {
        let all = self
            .kinds
            .iter()
            .skip(1)
            .fold(0, |all, kind| all | kind.lengths);
        let added = self
            .transformation
            .trim_end_matches(|character: char| character != '\\')
            .len();
        let shortest = if all == 0 { 2 } else { all.trailing_zeros() };
        usize::try_from(shortest)
            .unwrap_or_default()
            .saturating_sub(added)
    }

    /// Bits of the patterns that match: the first is that of all numbers of the region.
    fn matching(&self, digits: &[u8]) -> u64 {
        self.kind_patterns
            .get_or_init(|| {
                let patterns: Vec<_> = self
                    .kinds
                    .iter()
                    .map(|kind| kind.pattern.to_owned())
                    .collect();
                PatternSet::new(&patterns)
            })
            .matching(digits)
    }

    /// Whether the digits look like a national number of the region, whatever their number.
    pub(super) fn is_general(&self, digits: &[u8]) -> bool {
        self.matching(digits) & 1 != 0
    }

    /// What the number is for; nothing if it is no valid number of the region.
    pub(super) fn kind(&self, digits: &[u8]) -> Option<Kind> {
        let length = u32::try_from(digits.len()).ok().filter(|&n| n < 32)?;
        let has_length = |kind: &Description| kind.lengths == 0 || kind.lengths >> length & 1 != 0;
        if !self.kinds.first().is_some_and(has_length) {
            return None;
        }
        let matching = self.matching(digits);
        if matching & 1 == 0 {
            return None;
        }
        let (mut fixed, mut mobile) = (false, false);
        for (number, kind) in self.kinds.iter().enumerate().skip(1) {
            if matching >> number & 1 != 0 && has_length(kind) {
                match kind.name {
                    "fixed_line" => fixed = true,
                    "mobile" => mobile = true,
                    _ => return Some(Kind::Other),
                }
            }
        }
        match (fixed, mobile) {
            (true, true) => Some(Kind::FixedLineOrMobile),
            (true, false) => Some(Kind::FixedLine),
            (false, true) => Some(Kind::Mobile),
            (false, false) => None,
        }
    }

    /// How a number of so many digits fits.
    pub(super) fn judge_length(&self, length: usize) -> Length {
        let Some(general) = self.kinds.first() else {
            return Length::Wrong;
        };
        let bit = 1_u32
            .checked_shl(u32::try_from(length).unwrap_or(32))
            .unwrap_or(0);
        if general.lengths_within_area & bit != 0 {
            Length::PossibleWithinArea
        } else if general.lengths & bit != 0 {
            Length::Possible
        } else if bit != 0 && bit < general.lengths & general.lengths.wrapping_neg() {
            Length::TooShort
        } else if bit == 0 || bit > general.lengths {
            Length::TooLong
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
        if prefix.is_literal() || prefix.pattern.is_empty() {
            return prefix
                .end(digits.as_bytes())
                .map(|end| digits.without_first(end));
        }
        let captures = prefix.regex()?.captures(digits.as_bytes())?;
        let whole = captures.get(0)?;
        let rest = digits.as_bytes().get(whole.end()..)?;
        let last = captures.len() - 1;
        if self.transformation.is_empty() || last == 0 || captures.get(last).is_none() {
            return Digits::of(rest);
        }
        let mut transformed = Digits::EMPTY;
        for_each_part(self.transformation, |part| match part {
            Part::Group(number) => transformed.extend(
                captures
                    .get(number)
                    .map_or(&[][..], |group| group.as_bytes()),
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
        self.national.choose(digits)
    }

    /// The format of a national number behind its country code.
    pub(super) fn international_format(&self, digits: &[u8]) -> Option<&Format> {
        if self.international.formats.is_empty() {
            self.national.choose(digits)
        } else {
            self.international.choose(digits)
        }
    }
}

impl Formats {
    fn choose(&self, digits: &[u8]) -> Option<&Format> {
        let leading = self
            .leading
            .get_or_init(|| {
                let patterns: Vec<_> = self
                    .formats
                    .iter()
                    .map(|format| format.leading_digits.as_beginning())
                    .collect();
                PatternSet::new(&patterns)
            })
            .matching(digits);
        self.formats
            .iter()
            .enumerate()
            .find(|(number, format)| leading >> number & 1 != 0 && format.fits(digits.len()))
            .map(|(_, format)| format)
    }
}

impl Format {
    fn read(field: &mut impl FnMut() -> &'static str) -> Self {
        let groups = field()
            .split(' ')
            .map(|group| {
                let (least, greatest) = group.split_once('-').unwrap_or((group, group));
                let number = |text: &str| text.parse().unwrap_or_default();
                (number(least), number(greatest))
            })
            .collect();
        Self {
            groups,
            template: field(),
            leading_digits: LeadingDigits::new(field()),
            prefix_rule: field(),
            is_prefix_optional: field() == "1",
        }
    }

    fn fits(&self, length: usize) -> bool {
        let least: usize = self.groups.iter().map(|group| group.0).sum();
        let greatest: usize = self.groups.iter().map(|group| group.1).sum();
        (least..=greatest).contains(&length)
    }

    /// The groups at the beginning of the digits, each as long as it can be; nothing if there are too
    /// few digits.
    pub(super) fn split<'d>(&self, digits: &'d [u8]) -> Option<Vec<&'d [u8]>> {
        let mut needed: usize = self.groups.iter().map(|group| group.0).sum();
        let mut rest = digits;
        let mut groups = Vec::with_capacity(self.groups.len());
        for &(least, greatest) in &self.groups {
            needed -= least;
            let length = greatest.min(rest.len().checked_sub(needed)?);
            if length < least {
                return None;
            }
            let (group, behind) = rest.split_at_checked(length)?;
            groups.push(group);
            rest = behind;
        }
        Some(groups)
    }
}

impl LeadingDigits {
    fn new(pattern: &'static str) -> Self {
        Self {
            pattern,
            compiled: OnceLock::new(),
        }
    }

    fn as_beginning(&self) -> String {
        format!("(?:{})[0-9]*", self.pattern)
    }

    fn begin(&self, digits: &[u8]) -> bool {
        self.compiled
            .get_or_init(|| PatternSet::new(&[self.as_beginning()]))
            .matching(digits)
            != 0
    }
}

impl Prefix {
    fn new(pattern: &'static str) -> Self {
        Self {
            pattern,
            compiled: OnceLock::new(),
        }
    }

    /// Whether the pattern is digits that stand for themselves, as most are.
    fn is_literal(&self) -> bool {
        !self.pattern.is_empty() && self.pattern.bytes().all(|byte| byte.is_ascii_digit())
    }

    fn regex(&self) -> Option<&Regex> {
        self.compiled
            .get_or_init(|| {
                regex::bytes::RegexBuilder::new(&format!("^(?:{})", self.pattern))
                    .unicode(false)
                    .build()
                    .ok()
            })
            .as_ref()
    }

    /// Where the prefix of the digits ends.
    fn end(&self, digits: &[u8]) -> Option<usize> {
        if self.pattern.is_empty() {
            None
        } else if self.is_literal() {
            digits
                .starts_with(self.pattern.as_bytes())
                .then_some(self.pattern.len())
        } else {
            self.regex()?.find(digits).map(|found| found.end())
        }
    }
}

/// A part of a template.
pub(super) enum Part {
    Group(usize),
    Literal(char),
}

/// Calls `visit` with the parts of a template such as `\1-\2`, until it answers nothing.
pub(super) fn for_each_part(
    template: &str,
    mut visit: impl FnMut(Part) -> Option<()>,
) -> Option<()> {
    let mut characters = template.chars();
    while let Some(character) = characters.next() {
        visit(match character {
            '\\' => Part::Group(
                characters
                    .next()
                    .and_then(|digit| digit.to_digit(10))
                    .and_then(|digit| usize::try_from(digit).ok())?,
            ),
            _ => Part::Literal(character),
        })?;
    }
    Some(())
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

    #[test]
    fn the_whole_table_compiles() {
        let plans = Plans::get();
        assert!(plans.regions.len() > 240);
        for region in &plans.regions {
            region.matching(b"1");
            region.national_format(b"1");
            region.international_format(b"1");
            let sets = [
                region.kind_patterns.get(),
                region.national.leading.get(),
                region.international.leading.get(),
            ];
            for set in sets.into_iter().flatten() {
                assert!(set.is_compiled(), "{}", region.name);
            }
            for prefix in [&region.international_prefix, &region.prefix_for_parsing] {
                assert!(prefix.regex().is_some(), "{}", region.name);
            }
            assert!(
                region
                    .kinds
                    .first()
                    .is_some_and(|kind| kind.name == "general_desc")
            );
            assert!(region.kinds.len() <= 64 && region.national.formats.len() <= 64);
        }
        for (code, format) in &plans.alternatives {
            format.leading_digits.begin(b"1");
            assert!(!plans.country(*code).is_empty());
        }
    }

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
    fn a_kind_is_told() {
        let plans = Plans::get();
        assert_eq!(plans.kind_of(81, b"312345678"), Some(Kind::FixedLine));
        assert_eq!(plans.kind_of(81, b"9012345678"), Some(Kind::Mobile));
        assert_eq!(
            plans.kind_of(1, b"2015550123"),
            Some(Kind::FixedLineOrMobile)
        );
        assert_eq!(plans.kind_of(44, b"1"), None);
    }
}
