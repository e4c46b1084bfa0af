//! Which telephone numbers stand in a text: every candidate is judged in all regions together.
//!
//! The numbers of a region are found one behind the other, the search going on behind each number
//! found. As long as two regions agree where that is, they share the work: they are a group, and a
//! group splits only where a candidate holds a number for some of them, to join again behind it.

use super::Leniency;
use super::candidate::{self, DigitPlaces, Symbol, count_digits};
use super::character::{forbids_neighbour, is_lead};
use super::inner::{SEPARATORS, trimmed};
use super::parse::{International, Number};
use super::plan::{Plans, Region};
use super::shape::{brackets_match, holds_date, holds_pages, is_time_stamp};
use super::written::Written;

/// How many candidates and parts of candidates may turn out to be no number, in each region, before
/// the rest of the text is left alone. libphonenumber's bound, which its users rely on for time.
const MOST_TRIES: i64 = 65_535;

/// Regions as bits.
pub(super) type Regions = u64;

/// What is looked for.
pub(super) struct Matcher {
    plans: &'static Plans,
    regions: Vec<RegionToTry>,
    leniency: Leniency,
    /// Numbers with fewer digits are in no region.
    fewest_digits: usize,
}

/// A region whose way of dialling is assumed for numbers without a plus sign.
struct RegionToTry {
    plan: Option<&'static Region>,
    /// Whether the region is known by exactly this name.
    is_known: bool,
    /// A number without a plus sign has at least so many digits.
    fewest_digits: usize,
}

/// A number found.
pub(super) struct FoundNumber {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) number: Number,
}

/// Regions that go on searching at the same place.
struct Group {
    from: usize,
    regions: Regions,
}

/// One run over a text.
struct Run<'m, 't> {
    matcher: &'m Matcher,
    text: &'t str,
    symbols: Vec<Symbol>,
    groups: Vec<Group>,
    /// How many tries each region has left.
    tries: Vec<i64>,
    found: Vec<FoundNumber>,
}

impl Matcher {
    /// How many regions one matcher takes.
    pub(super) const MOST_REGIONS: usize = 64;

    /// A matcher for at most [`Self::MOST_REGIONS`] regions.
    pub(super) fn new(names: &[String], leniency: Leniency) -> Self {
        let plans = Plans::get();
        let is_valid = leniency >= Leniency::Valid;
        let regions: Vec<_> = names
            .iter()
            .take(Self::MOST_REGIONS)
            .map(|name| {
                let plan = plans
                    .region(name)
                    .or_else(|| plans.region(&name.to_uppercase()));
                RegionToTry {
                    plan,
                    is_known: plan.is_some_and(|plan| plan.name == name),
                    fewest_digits: plan.filter(|_| is_valid).map_or(2, Region::fewest_digits),
                }
            })
            .collect();
        // With a country code, which has a digit at least.
        let international = plans.regions().iter().map(|region| {
            region.fewest_digits() + usize::from(region.country_code.checked_ilog10().is_some())
        });
        let fewest_digits = if is_valid {
            regions
                .iter()
                .map(|region| region.fewest_digits)
                .chain(international)
                .min()
                .unwrap_or_default()
        } else {
            2
        };
        Self {
            plans,
            regions,
            leniency,
            fewest_digits,
        }
    }

    /// Calls `visit` with every number of the text.
    pub(super) fn find(&self, text: &str) -> Vec<FoundNumber> {
        let mut places = DigitPlaces::new(text);
        if self.regions.is_empty() || places.next(0).is_none() {
            return Vec::new();
        }
        let all = Regions::MAX >> (Self::MOST_REGIONS - self.regions.len());
        let mut run = Run {
            matcher: self,
            text,
            symbols: Vec::new(),
            groups: vec![Group {
                from: 0,
                regions: all,
            }],
            tries: vec![MOST_TRIES; self.regions.len()],
            found: Vec::new(),
        };
        while let Some(regions) = run.next_candidate(&mut places) {
            run.judge(regions);
        }
        run.found
    }

    /// In which of the regions the symbols are a number that touches nothing that forbids it.
    fn accept(
        &self,
        text: &str,
        symbols: &[Symbol],
        regions: Regions,
    ) -> (Regions, Option<Number>) {
        let nothing = (0, None);
        let (Some(first), Some(last)) = (symbols.first(), symbols.last()) else {
            return nothing;
        };
        if count_digits(symbols) < self.fewest_digits
            || !brackets_match(symbols)
            || holds_pages(symbols)
            || (self.leniency >= Leniency::Valid && touches_letter(text, first, last))
        {
            return nothing;
        }
        let Some(written) = Written::read(symbols) else {
            return nothing;
        };
        let extension = written.extension.as_deref();
        let admits = |number: &Number| self.leniency.admits(self.plans, number, extension, symbols);
        if written.has_plus {
            match Number::international(self.plans, &written) {
                International::Number(number) => {
                    return if admits(&number) {
                        (regions, Some(number))
                    } else {
                        nothing
                    };
                }
                International::TooShort => return nothing,
                International::UnknownCountry => {}
            }
        }
        let mut accepted = 0;
        let mut found = None;
        for (region, bit) in self.regions.iter().zip((0..).map(|bit| 1 << bit)) {
            let Some(plan) = region.plan.filter(|_| regions & bit != 0) else {
                continue;
            };
            let number = if written.has_plus {
                Number::with_country_dialled_in(self.plans, plan, &written.digits)
            } else if region.is_known && written.digits.len() >= region.fewest_digits {
                Number::dialled_in(self.plans, plan, &written.digits)
            } else {
                None
            };
            if let Some(number) = number.filter(admits) {
                accepted |= bit;
                found = Some(number);
            }
        }
        (accepted, found)
    }
}

impl Run<'_, '_> {
    /// Reads the next candidate of the group that is farthest behind, joined by all groups that are
    /// not beyond its beginning. Answers the regions of the group.
    fn next_candidate(&mut self, places: &mut DigitPlaces<'_>) -> Option<Regions> {
        loop {
            let from = self.groups.iter().map(|group| group.from).min()?;
            let Some(digit) = places.next(from) else {
                // What is behind for the last group is behind for all.
                self.groups.retain(|group| group.from != from);
                continue;
            };
            candidate::read(self.text, from, digit, &mut self.symbols);
            let start = self.symbols.first()?.start;
            let mut regions = 0;
            self.groups.retain(|group| {
                let joins = group.from <= start;
                if joins {
                    regions |= group.regions;
                }
                !joins
            });
            let regions = self.with_tries(regions, 0);
            if regions != 0 {
                return Some(regions);
            }
        }
    }

    /// Judges the candidate read last.
    fn judge(&mut self, mut regions: Regions) {
        let symbols = std::mem::take(&mut self.symbols);
        let end = symbols.last().map_or(self.text.len(), Symbol::end);
        let behind = self.text.get(end..).unwrap_or_default();
        let mut spent = 0;
        if !holds_date(&symbols) && !is_time_stamp(&symbols, behind) {
            self.try_part(&symbols, &mut regions, spent);
            self.try_inner_parts(&symbols, &mut regions, &mut spent);
        }
        if regions != 0 {
            self.spend(regions, spent + 1);
            self.go_on(end, regions);
        }
        self.symbols = symbols;
    }

    /// Tries the parts of a candidate that is no number as a whole.
    fn try_inner_parts(&mut self, symbols: &[Symbol], regions: &mut Regions, spent: &mut i64) {
        for separator in SEPARATORS {
            let mut from = 0;
            // Regions without a try left are done with this separator, not yet with the candidate.
            let mut out = 0;
            while let Some((at, part)) = separator.next(symbols, from) {
                let mut active = self.with_tries(*regions & !out, *spent);
                out = *regions & !active;
                if active == 0 {
                    break;
                }
                if from == 0 {
                    let before = symbols.get(trimmed(symbols, 0..at)).unwrap_or_default();
                    self.try_part(before, &mut active, *spent);
                    *spent += 1;
                }
                let part = symbols.get(trimmed(symbols, part)).unwrap_or_default();
                self.try_part(part, &mut active, *spent);
                *spent += 1;
                *regions = active | out;
                from = at + 1;
            }
        }
    }

    /// Takes the regions out for which the part is a number, and notes it.
    fn try_part(&mut self, part: &[Symbol], regions: &mut Regions, spent: i64) {
        let (accepted, number) = self.matcher.accept(self.text, part, *regions);
        if let (Some(number), Some(first), Some(last)) = (number, part.first(), part.last()) {
            self.found.push(FoundNumber {
                start: first.start,
                end: last.end(),
                number,
            });
            self.spend(accepted, spent);
            self.go_on(last.end(), accepted);
            *regions &= !accepted;
        }
    }

    fn go_on(&mut self, from: usize, regions: Regions) {
        match self.groups.iter_mut().find(|group| group.from == from) {
            Some(group) => group.regions |= regions,
            None => self.groups.push(Group { from, regions }),
        }
    }

    /// The regions that have a try left when `spent` are gone.
    fn with_tries(&self, regions: Regions, spent: i64) -> Regions {
        self.tries
            .iter()
            .zip((0..).map(|bit| 1 << bit))
            .filter(|(tries, _)| **tries > spent)
            .fold(0, |left, (_, bit)| left | (regions & bit))
    }

    fn spend(&mut self, regions: Regions, count: i64) {
        for (tries, bit) in self.tries.iter_mut().zip((0..).map(|bit| 1 << bit)) {
            if regions & bit != 0 {
                *tries -= count;
            }
        }
    }
}

/// Whether a letter, a currency sign or a per cent sign stands directly before or behind.
fn touches_letter(text: &str, first: &Symbol, last: &Symbol) -> bool {
    let before = text
        .get(..first.start)
        .and_then(|before| before.chars().next_back())
        .filter(|_| !is_lead(first.character));
    let behind = text
        .get(last.end()..)
        .and_then(|behind| behind.chars().next());
    before.is_some_and(forbids_neighbour) || behind.is_some_and(forbids_neighbour)
}
