//! How the digits of numbers are grouped in a region.

use std::sync::OnceLock;

use super::pattern::{Beginnings, Pattern};

/// How numbers are grouped.
pub(super) struct Format {
    /// The least and the greatest number of digits of each group.
    groups: Vec<(usize, usize)>,
    /// `\1-\2`: the groups and what stands between them.
    pub(super) template: &'static str,
    leading_digits: LeadingDigits,
    /// How the national prefix is written with the first group; empty if it is not written.
    prefix_rule: &'static str,
    /// Whether the prefix may be left out all the same.
    is_prefix_optional: bool,
}

/// Digits that a number begins with; any if the pattern is empty.
pub(super) struct LeadingDigits {
    pattern: &'static str,
    /// Whether the pattern is digits that stand for themselves.
    is_literal: bool,
    compiled: OnceLock<Pattern>,
}

/// The first of the formats that fits the digits.
pub(super) fn choose<'f>(formats: &'f [Format], digits: &[u8]) -> Option<&'f Format> {
    formats
        .iter()
        .find(|format| format.fits(digits.len()) && format.is_for(digits))
}

impl Format {
    /// Reads the fields of a format.
    pub(super) fn read(field: &mut impl FnMut() -> &'static str) -> Self {
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

    /// The same, its leading digits those of the format of `others` that it names as `=N`.
    pub(super) fn resolved(self, others: &[Self]) -> Self {
        let named = self
            .leading_digits
            .pattern
            .strip_prefix('=')
            .and_then(|number| others.get(number.parse::<usize>().ok()?));
        match named {
            None => self,
            Some(named) => Self {
                leading_digits: LeadingDigits::new(named.leading_digits.pattern),
                ..self
            },
        }
    }

    /// Whether the digits begin as the format's numbers do.
    pub(super) fn is_for(&self, digits: &[u8]) -> bool {
        self.leading_digits.begin(digits)
    }

    /// Whether its patterns compile and its template names its groups.
    #[cfg(test)]
    pub(super) fn is_well_formed(&self) -> bool {
        let leading = Pattern::new(self.leading_digits.pattern);
        let groups = 1..=self.groups.len();
        leading.is_compiled()
            && for_each_part(self.template, |part| match part {
                Part::Group(number) => groups.contains(&number).then_some(()),
                Part::Literal(_) => Some(()),
            })
            .is_some()
    }

    /// With which digits its numbers begin.
    pub(super) fn beginnings(&self) -> Beginnings {
        self.leading_digits.beginnings()
    }

    /// Whether a number in this format is only one if it has the national prefix.
    pub(super) fn needs_prefix(&self) -> bool {
        !(self.prefix_rule.is_empty()
            || self.is_prefix_optional
            || matches!(self.prefix_rule, r"\1" | r"(\1)" | r"(\1" | r"\1)"))
    }

    /// Whether so many digits can be its groups.
    pub(super) fn fits(&self, length: usize) -> bool {
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
    /// Leading digits by their pattern.
    pub(super) fn new(pattern: &'static str) -> Self {
        Self {
            pattern,
            is_literal: pattern.bytes().all(|byte| byte.is_ascii_digit()),
            compiled: OnceLock::new(),
        }
    }

    /// Whether the digits begin with them.
    pub(super) fn begin(&self, digits: &[u8]) -> bool {
        if self.is_literal {
            return digits.starts_with(self.pattern.as_bytes());
        }
        self.compiled().begins(digits)
    }

    fn beginnings(&self) -> Beginnings {
        self.compiled().beginnings()
    }

    fn compiled(&self) -> &Pattern {
        self.compiled.get_or_init(|| Pattern::new(self.pattern))
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
