//! Which words, close together, make a signal?
//!
//! Rules and words are reviewed tables (`data/prompt`). A rule names concepts that must meet in a window;
//! a concept is a list of words of many languages. One pass of an Aho-Corasick automaton over the folded
//! text; for each concept only its last place is kept, so that time is linear whatever the text. The
//! trade-off: order and grammar are not looked at, which no list of sentences would survive either.

use std::collections::HashMap;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::account;
use super::fold::Folded;
use super::shapes;
use super::{Family, Severity};

const TERMS: &str = include_str!("../../../data/prompt/terms.tsv");
const RULES: &str = include_str!("../../../data/prompt/rules.tsv");
/// Most places that one rule reports in one text.
const MAX_PLACES: usize = 64;
/// A word without its spaces must be this long to be taken.
const MIN_SQUEEZED: usize = 10;

/// One rule of the table.
pub(super) struct Rule {
    pub(super) id: &'static str,
    pub(super) family: Family,
    pub(super) severity: Severity,
    window: usize,
    concepts: Vec<usize>,
}

#[allow(
    clippy::struct_excessive_bools,
    reason = "four independent columns of the table"
)]
struct Term {
    concept: usize,
    /// Whether a letter may follow or precede.
    open_end: bool,
    word: bool,
    squeezed: bool,
    /// Whether it is the stem of a verb whose ending may make it a report.
    verb: bool,
}

/// Concepts of verbs: what they ask for is no request where the verb only reports.
const VERBS: [&str; 9] = [
    "override", "reveal", "show", "send", "forward", "steer", "review", "obey", "insert",
];

/// The tables, ready to run.
pub(super) struct Signals {
    pub(super) rules: Vec<Rule>,
    terms: Vec<Term>,
    automaton: Option<AhoCorasick>,
    concepts: usize,
    /// The rules that a concept is part of.
    by_concept: Vec<Vec<usize>>,
    placeholder: usize,
    address: usize,
}

/// A rule that was met, and where in the folded text.
#[derive(Clone, Copy)]
pub(super) struct Met {
    pub(super) rule: usize,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// What stands in the text that is no word: placeholders and addresses.
#[derive(Clone, Copy)]
enum Found {
    Term(usize),
    Concept(usize),
}

pub(super) static SIGNALS: LazyLock<Signals> = LazyLock::new(Signals::load);

impl Signals {
    fn load() -> Self {
        let mut names: HashMap<&str, usize> = HashMap::new();
        let mut patterns = Vec::new();
        let mut terms = Vec::new();
        for (name, words) in lines(TERMS).filter_map(|line| line.split_once('\t')) {
            let next = names.len();
            let concept = *names.entry(name).or_insert(next);
            let verb = VERBS.contains(&name);
            for word in words.split('|') {
                if word.starts_with('[') {
                    continue;
                }
                let (word, open_end) = match word.strip_suffix('*') {
                    Some(word) => (word, true),
                    None => (word, false),
                };
                let folded = Folded::new(word).text;
                let squeezed: String = folded.split(' ').collect();
                if folded.contains(' ') && squeezed.len() >= MIN_SQUEEZED {
                    patterns.push(squeezed);
                    terms.push(Term {
                        concept,
                        open_end,
                        word: true,
                        squeezed: true,
                        verb: false,
                    });
                }
                let is_word = folded.is_ascii();
                patterns.push(folded);
                terms.push(Term {
                    concept,
                    open_end,
                    word: is_word,
                    squeezed: false,
                    verb: verb && !is_word,
                });
            }
        }
        let rules: Vec<Rule> = lines(RULES).filter_map(|line| rule(line, &names)).collect();
        let mut by_concept = vec![Vec::new(); names.len()];
        for (index, rule) in rules.iter().enumerate() {
            for &concept in &rule.concepts {
                if let Some(of) = by_concept.get_mut(concept) {
                    of.push(index);
                }
            }
        }
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .build(&patterns)
            .ok();
        Self {
            rules,
            terms,
            automaton,
            concepts: names.len(),
            by_concept,
            placeholder: names.get("placeholder").copied().unwrap_or(usize::MAX),
            address: names.get("address").copied().unwrap_or(usize::MAX),
        }
    }

    /// The rules that `text` meets. `loose` takes words without boundaries, for text that was squeezed.
    pub(super) fn scan(&self, text: &str, loose: bool) -> Vec<Met> {
        let Some(automaton) = &self.automaton else {
            return Vec::new();
        };
        let words = automaton
            .find_overlapping_iter(text)
            .filter(|found| {
                let term = self.terms.get(found.pattern().as_usize());
                term.is_some_and(|term| accepts(term, text, found.start(), found.end(), loose))
            })
            .map(|found| {
                (
                    found.start(),
                    found.end(),
                    Found::Term(found.pattern().as_usize()),
                )
            });
        // Both lists come in the order of their ends, or nearly so: places are merged by end.
        let mut other: Vec<(usize, usize, Found)> = shapes::placeholders(text)
            .map(|(start, end)| (start, end, Found::Concept(self.placeholder)))
            .chain(
                shapes::addresses(text)
                    .map(|(start, end)| (start, end, Found::Concept(self.address))),
            )
            .collect();
        other.sort_by_key(|&(_, end, _)| end);
        let mut other = other.into_iter().peekable();

        let mut state = State {
            last: vec![None; self.concepts],
            places: vec![0; self.rules.len()],
            met: Vec::new(),
        };
        for word in words {
            while let Some(found) = other.next_if(|&(_, end, _)| end <= word.1) {
                self.meet(found, &mut state);
            }
            self.meet(word, &mut state);
        }
        for found in other {
            self.meet(found, &mut state);
        }
        state.met
    }

    fn meet(&self, (start, end, found): (usize, usize, Found), state: &mut State) {
        let concept = match found {
            Found::Term(term) => match self.terms.get(term) {
                Some(term) => term.concept,
                None => return,
            },
            Found::Concept(concept) => concept,
        };
        if let Some(last) = state.last.get_mut(concept) {
            *last = Some((start, end));
        }
        for &index in self.by_concept.get(concept).map_or(&[][..], Vec::as_slice) {
            let (Some(rule), Some(places)) = (self.rules.get(index), state.places.get_mut(index))
            else {
                continue;
            };
            if *places >= MAX_PLACES {
                continue;
            }
            let from = start.saturating_sub(rule.window);
            let mut first = start;
            let all = rule.concepts.iter().all(|&other| {
                let last = state.last.get(other).copied().flatten();
                last.is_some_and(|(start, end)| {
                    first = first.min(start);
                    end >= from
                })
            });
            if all {
                *places += 1;
                state.met.push(Met {
                    rule: index,
                    start: first,
                    end,
                });
            }
        }
    }
}

struct State {
    /// Where each concept was met last.
    last: Vec<Option<(usize, usize)>>,
    /// How often each rule was reported.
    places: Vec<usize>,
    met: Vec<Met>,
}

fn accepts(term: &Term, text: &str, start: usize, end: usize, loose: bool) -> bool {
    if !term.word {
        return !(term.verb && account::reports(text.get(end..).unwrap_or_default()));
    }
    if loose {
        return end - start >= 5 || bounded(text, start, end, term.open_end);
    }
    bounded(text, start, end, term.open_end) && (!term.squeezed || end - start >= MIN_SQUEEZED)
}

/// Whether no Latin letter or digit touches the word.
fn bounded(text: &str, start: usize, end: usize, open_end: bool) -> bool {
    let bytes = text.as_bytes();
    let letter = |at: Option<usize>| {
        at.and_then(|at| bytes.get(at))
            .is_some_and(u8::is_ascii_alphanumeric)
    };
    !letter(start.checked_sub(1)) && (open_end || !letter(Some(end)))
}

fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
}

fn rule(line: &'static str, names: &HashMap<&str, usize>) -> Option<Rule> {
    let mut fields = line.split('\t');
    let id = fields.next()?;
    let family = Family::named(fields.next()?)?;
    let severity = Severity::named(fields.next()?)?;
    let window = fields.next()?.parse().ok()?;
    let concepts = fields
        .next()?
        .split(',')
        .map(|name| names.get(name).copied())
        .collect::<Option<Vec<_>>>()?;
    Some(Rule {
        id,
        family,
        severity,
        window,
        concepts,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_tables_is_read() {
        let signals = &*SIGNALS;
        assert!(signals.automaton.is_some());
        assert_eq!(signals.rules.len(), lines(RULES).count());
        assert!(lines(TERMS).all(|line| line.split('\t').count() == 2));
        let empty = signals.by_concept.iter().filter(|rules| rules.is_empty());
        assert_eq!(empty.count(), 0, "a concept that no rule uses");
    }
}
