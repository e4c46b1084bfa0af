//! Where digits match a pattern of the numbering plans.
//!
//! Those patterns are made of digits, sets of digits, groups, alternatives, bounded repetitions and
//! `$`, and alternatives mostly differ in their first digit. So a pattern becomes a short program in
//! time proportional to its length, which looks at the next digit before it enters an alternative. An
//! automaton for all of them would take a hundred times as long to make.

use std::ops::Range;

use super::beginnings::{ALL_PAIRS, Pairs};
use super::compiler::Compiler;

/// The most groups that a pattern names.
const GROUPS: usize = 8;

/// The set of all digits, as bits.
pub(super) const ALL_DIGITS: u16 = 0x3FF;

/// The bit of a set of first digits that says: or nothing at all.
pub(super) const NOTHING: u16 = 1 << 15;

/// A pattern made ready to run.
pub(super) struct Pattern {
    /// Nothing if the pattern is not well-formed: it matches nothing then.
    steps: Option<Vec<Step>>,
    groups: usize,
    beginnings: Beginnings,
}

/// With which two digits the digits begin that match a pattern at their beginning.
#[derive(Clone, Copy, Default)]
pub(super) struct Beginnings {
    /// Others begin none.
    pub(super) possible: Pairs,
    /// With these any do.
    pub(super) certain: Pairs,
}

/// What a program does next.
#[derive(Clone, Copy)]
pub(super) enum Step {
    /// Goes over `count` digits that are in the set.
    Digits {
        set: u16,
        count: u8,
    },
    /// Goes on at the next step if that can begin here, else or if that fails at `other`.
    Try {
        first: u16,
        other: usize,
    },
    Jump(usize),
    /// Notes a place: the even ones begin a group, the odd ones end it.
    Save(usize),
    /// Nothing may follow.
    AtEnd,
    Match,
}

/// Where groups begin and end.
type Places = [u8; 2 * GROUPS];

/// The place of a group that took no part.
const NOWHERE: u8 = u8::MAX;

/// A match at the beginning of digits.
pub(super) struct Captures {
    /// Where it ends.
    pub(super) end: usize,
    places: Places,
}

impl Captures {
    /// The place of a group, counted from 1, if it took part.
    pub(super) fn group(&self, number: usize) -> Option<Range<usize>> {
        let first = number.checked_sub(1)? * 2;
        let place = |at: usize| {
            let place = self.places.get(at).filter(|&&place| place != NOWHERE);
            place.map(|&place| usize::from(place))
        };
        Some(place(first)?..place(first + 1)?)
    }
}

impl Pattern {
    /// Makes a pattern ready.
    pub(super) fn new(pattern: &str) -> Self {
        let (steps, groups) = Compiler::compile(pattern).unzip();
        let groups = groups.unwrap_or_default();
        let steps = steps.filter(|_| groups <= GROUPS);
        let mut beginnings = Beginnings::default();
        if let Some(steps) = &steps {
            beginnings.explore(steps, 0, None, true);
        }
        Self {
            steps,
            groups,
            beginnings,
        }
    }

    /// How many groups it names.
    pub(super) fn groups(&self) -> usize {
        self.groups
    }

    /// With which digits it can begin.
    pub(super) fn beginnings(&self) -> Beginnings {
        self.beginnings
    }

    /// Whether all of the digits match.
    pub(super) fn matches_all(&self, digits: &[u8]) -> bool {
        self.beginnings.allow(digits) && self.run(digits, true).is_some()
    }

    /// Whether the digits match at their beginning.
    pub(super) fn begins(&self, digits: &[u8]) -> bool {
        match pair(digits) {
            Some(pair) if self.beginnings.certain >> pair & 1 != 0 => true,
            Some(pair) if self.beginnings.possible >> pair & 1 == 0 => false,
            _ => self.run(digits, false).is_some(),
        }
    }

    /// The match at the beginning of the digits that the order of alternatives prefers.
    pub(super) fn at_start(&self, digits: &[u8]) -> Option<Captures> {
        self.beginnings
            .allow(digits)
            .then(|| self.run(digits, false))
            .flatten()
    }

    fn run(&self, digits: &[u8], whole: bool) -> Option<Captures> {
        let mut run = Run {
            steps: self.steps.as_deref()?,
            digits,
            whole,
            places: [NOWHERE; 2 * GROUPS],
        };
        let end = run.follow(0, 0)?;
        Some(Captures {
            end,
            places: run.places,
        })
    }

    /// Whether the pattern compiled.
    #[cfg(test)]
    pub(super) fn is_compiled(&self) -> bool {
        self.steps.is_some()
    }
}

/// The number that the first two digits are.
#[inline]
fn pair(digits: &[u8]) -> Option<u32> {
    match digits {
        [first @ b'0'..=b'9', second @ b'0'..=b'9', ..] => {
            Some(u32::from(first - b'0') * 10 + u32::from(second - b'0'))
        }
        _ => None,
    }
}

impl Beginnings {
    /// Whether digits that begin like these can match.
    #[inline]
    fn allow(&self, digits: &[u8]) -> bool {
        pair(digits).is_none_or(|pair| self.possible >> pair & 1 != 0)
    }

    /// Follows a program from a step on, `first` being the digits that may have come before, up to the
    /// second digit. It is certain to match at the end of the program if nothing but digits was asked.
    fn explore(
        &mut self,
        steps: &[Step],
        mut step: usize,
        mut first: Option<u16>,
        mut certain: bool,
    ) {
        while let Some(&next) = steps.get(step) {
            step += 1;
            match next {
                Step::Digits { set, count } => match first {
                    None if count == 1 => first = Some(set),
                    None => {
                        let is_end = count == 2 && matches!(steps.get(step), Some(Step::Match));
                        return self.add(set, set, certain && is_end);
                    }
                    Some(first) => {
                        let is_end = count == 1 && Self::leads_to_match(steps, step);
                        return self.add(first, set, certain && is_end);
                    }
                },
                Step::Try { other, .. } => {
                    self.explore(steps, step, first, certain);
                    step = other;
                }
                Step::Jump(to) => step = to,
                Step::Save(_) => {}
                Step::AtEnd => certain = false,
                Step::Match => {
                    return self.add(first.unwrap_or(ALL_DIGITS), ALL_DIGITS, certain);
                }
            }
        }
    }

    /// Whether the program ends at a step, jumps aside.
    fn leads_to_match(steps: &[Step], mut step: usize) -> bool {
        while let Some(Step::Jump(to)) = steps.get(step) {
            step = *to;
        }
        matches!(steps.get(step), Some(Step::Match))
    }

    fn add(&mut self, first: u16, second: u16, certain: bool) {
        let second = Pairs::from(second & ALL_DIGITS);
        let pairs = (0..10)
            .filter(|digit| first >> digit & 1 != 0)
            .fold(0, |pairs, digit| pairs | second << (10 * digit));
        self.possible |= pairs & ALL_PAIRS;
        if certain {
            self.certain |= pairs & ALL_PAIRS;
        }
    }
}

/// One run of a program.
struct Run<'p> {
    steps: &'p [Step],
    digits: &'p [u8],
    /// Whether only a match of all digits counts.
    whole: bool,
    places: Places,
}

impl Run<'_> {
    /// Where the match ends that goes on from this step and place. It calls itself once for each open
    /// alternative, of which no pattern has many.
    fn follow(&mut self, mut step: usize, mut at: usize) -> Option<usize> {
        loop {
            match *self.steps.get(step)? {
                Step::Digits { set, count } => {
                    let end = at + usize::from(count);
                    let are_in_set = self
                        .digits
                        .get(at..end)?
                        .iter()
                        .all(|&digit| set & bit(digit) != 0);
                    if !are_in_set {
                        return None;
                    }
                    at = end;
                    step += 1;
                }
                Step::Try { first, other } => {
                    let next = self.digits.get(at).map_or(0, |&digit| bit(digit));
                    if first & (next | NOTHING) != 0
                        && let Some(end) = self.follow(step + 1, at)
                    {
                        return Some(end);
                    }
                    step = other;
                }
                Step::Jump(to) => step = to,
                Step::Save(place) => {
                    let slot = self.places.get_mut(place)?;
                    let before = std::mem::replace(slot, u8::try_from(at).ok()?);
                    let end = self.follow(step + 1, at);
                    if end.is_none()
                        && let Some(slot) = self.places.get_mut(place)
                    {
                        *slot = before;
                    }
                    return end;
                }
                Step::AtEnd => {
                    if at != self.digits.len() {
                        return None;
                    }
                    step += 1;
                }
                Step::Match => return (!self.whole || at == self.digits.len()).then_some(at),
            }
        }
    }
}

/// The bit of an ASCII digit in a set.
#[inline]
pub(super) fn bit(digit: u8) -> u16 {
    match digit {
        b'0'..=b'9' => 1 << (digit - b'0'),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use regex::Regex;

    #[test]
    fn patterns_match_as_a_whole_or_at_the_beginning() {
        let pattern = Pattern::new(r"0(8(?:[1-46-8]|5\d\d))?|8");
        for (digits, end) in [
            ("0312", Some(1)),
            ("0811", Some(3)),
            ("08512", Some(5)),
            ("085", Some(1)),
            ("81", Some(1)),
            ("1", None),
            ("", None),
        ] {
            let found = pattern.at_start(digits.as_bytes());
            assert_eq!(found.map(|found| found.end), end, "{digits}");
        }
        assert_eq!(pattern.at_start(b"0811").unwrap().group(1), Some(1..3));
        assert_eq!(pattern.at_start(b"8").unwrap().group(1), None);
        assert!(pattern.matches_all(b"081"));
        assert!(!pattern.matches_all(b"0811"));
        assert!(Pattern::new(r"\d|\d{2,3}").matches_all(b"123"));
    }

    #[test]
    fn other_patterns_match_nothing() {
        for pattern in [
            "1*", "(1", "1)", "a", "[1", r"\w", "1{", "1{2", "(?=1)", "[^1]",
        ] {
            assert!(!Pattern::new(pattern).is_compiled(), "{pattern}");
        }
    }

    #[test]
    fn beginnings_are_known() {
        let beginnings = |pattern: &str| {
            let beginnings = Pattern::new(pattern).beginnings();
            let pairs = |bits: Pairs| (0..100).filter(|pair| bits >> pair & 1 != 0).collect();
            let (possible, certain): (Vec<u8>, Vec<u8>) =
                (pairs(beginnings.possible), pairs(beginnings.certain));
            (possible, certain)
        };
        assert_eq!(beginnings("1[23]|45\\d"), (vec![12, 13, 45], vec![12, 13]));
        assert_eq!(beginnings("7").1, (70..80).collect::<Vec<_>>());
        assert_eq!(beginnings("").1.len(), 100);
        assert_eq!(beginnings("12$"), (vec![12], vec![]));
    }

    fn pattern() -> impl Strategy<Value = String> {
        let leaf = prop_oneof!["[0-3]", Just(r"\d".to_owned()), Just("[12-3]".to_owned())];
        leaf.prop_recursive(4, 24, 3, |inner| {
            prop_oneof![
                (inner.clone(), inner.clone()).prop_map(|(one, other)| one + &other),
                (inner.clone(), inner.clone())
                    .prop_map(|(one, other)| format!("(?:{one}|{other})")),
                inner.clone().prop_map(|inner| format!("({inner})?")),
                (inner, 0_usize..2, 0_usize..3).prop_map(|(inner, least, more)| format!(
                    "(?:{inner}){{{least},{}}}",
                    least + more
                )),
            ]
        })
    }

    proptest! {
        #[test]
        fn matches_are_those_of_a_regex(pattern in pattern(), digits in "[0-4]{0,8}", end in any::<bool>()) {
            let pattern = pattern + if end { "$|0" } else { "" };
            let (ours, whole) = (Pattern::new(&pattern), format!("^(?:{pattern})$"));
            prop_assume!(ours.is_compiled());
            prop_assert_eq!(ours.matches_all(digits.as_bytes()), Regex::new(&whole).unwrap().is_match(&digits));
            let theirs = Regex::new(&format!("^(?:{pattern})")).unwrap();
            if let [first, second, ..] = digits.as_bytes() {
                let pair = (first - b'0') * 10 + second - b'0';
                prop_assert_eq!(ours.begins(digits.as_bytes()), theirs.is_match(&digits));
                let is_match = theirs.is_match(&digits);
                prop_assert!(!is_match || ours.beginnings().possible >> pair & 1 != 0);
                prop_assert!(is_match || ours.beginnings().certain >> pair & 1 == 0);
            }
            let found = ours.at_start(digits.as_bytes());
            prop_assert_eq!(found.map(|found| found.end), theirs.find(&digits).map(|found| found.end()));
        }
    }
}
