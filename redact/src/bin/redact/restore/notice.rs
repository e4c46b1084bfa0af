//! What a person should know after restoring: one line on standard error, with counts and placeholders, never
//! with values. Nothing when every placeholder of a text of this very map came back.

use std::collections::BTreeSet;

use redact::placeholder::{Placeholder, RestoreReport};

use crate::output;

/// Placeholders of one sort that are named; further ones are counted.
const MAX_NAMED: usize = 5;

/// Adds up the reports of texts.
#[derive(Default)]
pub(super) struct Notice {
    restored: usize,
    tolerated: Names,
    unresolved: Names,
    denied: Names,
    foreign: Names,
    /// Kinds and places, in characters.
    leftovers: Names,
    /// Texts in which something was restored although nobody knows whether they belong to the map.
    not_known: usize,
    texts: usize,
}

/// Some placeholders, each named once.
#[derive(Default)]
struct Names {
    places: usize,
    names: BTreeSet<String>,
}

impl Names {
    fn add<'p>(&mut self, placeholders: impl IntoIterator<Item = &'p Placeholder>) {
        for placeholder in placeholders {
            self.places += 1;
            self.names.insert(placeholder.to_string());
        }
    }

    fn add_name(&mut self, name: String) {
        self.places += 1;
        self.names.insert(name);
    }

    /// `2 changed on the way ([EMAIL_1])`; nothing if there is none.
    fn say(&self, what: &str) -> Option<String> {
        if self.places == 0 {
            return None;
        }
        let named: Vec<&str> = self
            .names
            .iter()
            .take(MAX_NAMED)
            .map(String::as_str)
            .collect();
        let more = self.names.len() - named.len();
        let more = if more > 0 {
            format!(" and {more} more")
        } else {
            String::new()
        };
        Some(format!(
            "{} {what} ({}{more})",
            self.places,
            named.join(", ")
        ))
    }
}

impl Notice {
    /// Adds the report of a text; `is_known` says that the text was redacted with the map.
    pub(super) fn add(&mut self, report: &RestoreReport, is_known: bool) {
        self.texts += 1;
        self.restored += report.restored;
        self.tolerated
            .add(report.tolerated.iter().map(|one| &one.placeholder));
        self.unresolved.add(&report.unresolved);
        self.denied.add(&report.denied);
        self.foreign.add(&report.foreign);
        for leftover in &report.leftovers {
            let (kind, place) = (leftover.kind.as_str(), leftover.characters.start);
            self.leftovers.add_name(format!("{kind} at {place}"));
        }
        self.not_known += usize::from(!is_known && report.restored > 0);
    }

    /// Tells the person, if there is something to tell.
    pub(super) fn print(&self) {
        if let Some(line) = self.line() {
            output::note(&line);
        }
    }

    fn line(&self) -> Option<String> {
        let mut parts: Vec<String> = [
            self.tolerated.say("of them changed on the way"),
            self.unresolved.say("left in place, not in this map"),
            self.denied.say("held back, see --naming and --entities"),
            self.leftovers
                .say("left that a finished text should not hold"),
            self.foreign.say("left in place, typed by the sender"),
        ]
        .into_iter()
        .flatten()
        .collect();
        if self.not_known > 0 {
            let these = match (self.texts, self.not_known) {
                (1, _) => "the text is".to_owned(),
                (_, count) => format!("{count} of {} texts are", self.texts),
            };
            parts.push(format!(
                "{these} not as redacted with this map, so that whether it is the right map is not known"
            ));
        }
        (!parts.is_empty()).then(|| format!("restored {}; {}", self.restored, parts.join("; ")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_complete_restoring_of_a_known_text_says_nothing() {
        let mut notice = Notice::default();
        let report = RestoreReport {
            restored: 3,
            ..RestoreReport::default()
        };
        notice.add(&report, true);
        assert_eq!(notice.line(), None);
        notice.add(&report, false);
        let line = notice.line().unwrap();
        assert!(
            line.starts_with("restored 6; 1 of 2 texts are not"),
            "{line}"
        );
    }

    #[test]
    fn many_placeholders_are_counted_and_some_named() {
        let mut notice = Notice::default();
        let placeholders = |range: std::ops::Range<u32>| {
            range
                .filter_map(|number| Placeholder::parse(&format!("[EMAIL_{number}]")))
                .collect()
        };
        notice.add(
            &RestoreReport {
                unresolved: placeholders(1..8),
                ..RestoreReport::default()
            },
            true,
        );
        let line = notice.line().unwrap();
        assert!(line.contains("7 left in place"), "{line}");
        assert!(line.contains("[EMAIL_5] and 2 more"), "{line}");
    }
}
