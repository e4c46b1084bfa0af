//! Puts values back in place of placeholders, in one pass.

use std::collections::BTreeSet;
use std::ops::Range;

use super::grammar::{Attempt, Shape, attempt};
use super::label::{LITERAL, Label};
use super::map::Token;
use super::report::{RestoreReport, Tolerated};
use super::start::Starts;
use super::unit::{Tail, Window};
use super::{Placeholder, PlaceholderMap, RestorePolicy, StreamRestorer};
use crate::EntityType;

/// Puts values back in place of placeholders.
///
/// One pass from left to right; at each place the longest shape that the tolerant grammar takes; a
/// restored value is never looked at again, so that a value which looks like a placeholder stays
/// as it is. What names nothing in the map is left as it stands and reported.
///
/// A value is put back as it was. Where the text is markup, escaping it is the caller's matter, as
/// for any other text; for JSON see [`Restorer::restore_json`].
///
/// ```
/// use redact::anonymizer::AnonymizerEngine;
/// use redact::placeholder::{Edits, Outcome, PlaceholderMap, Restorer};
/// use redact::text::Span;
/// use redact::{EntityType, RecognizerResult, Score};
///
/// let mail = "宛先: taro@example.jp";
/// let find = RecognizerResult {
///     entity_type: EntityType::EMAIL_ADDRESS,
///     span: Span::new(8, mail.len()),
///     score: Score::ONE,
///     recognizer: "generic/email".into(),
/// };
/// let mut map = PlaceholderMap::new();
/// let redacted = AnonymizerEngine::default().anonymize(mail, &[find], &mut map)?;
/// assert_eq!(redacted.as_str(), "宛先: [EMAIL_1]");
///
/// // A language model writes it in its own way.
/// let answer = Restorer::new(&map).restore("【メール_1】様、[EMAIL_99] は不明です");
/// assert_eq!(answer.text(), "taro@example.jp様、[EMAIL_99] は不明です");
/// assert!(answer.report().tolerated[0].edits.contains(Edits::TRANSLATED));
/// assert_eq!(answer.report().outcome(), Outcome::Partial);
/// # Ok::<(), redact::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Restorer<'m> {
    map: &'m PlaceholderMap,
    policy: RestorePolicy,
    now: Option<u64>,
}

/// A text with values put back, and what happened on the way.
pub struct Restored {
    text: String,
    report: RestoreReport,
}

impl Restored {
    pub(super) fn new(text: String, report: RestoreReport) -> Self {
        Self { text, report }
    }

    /// The text. It holds personal data again.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text, taken out.
    pub fn into_text(self) -> String {
        self.text
    }

    /// What was restored and what was not.
    pub fn report(&self) -> &RestoreReport {
        &self.report
    }

    /// Both, taken out.
    pub fn into_parts(self) -> (String, RestoreReport) {
        (self.text, self.report)
    }
}

impl std::fmt::Debug for Restored {
    /// The length and the report: the text holds personal data.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Restored")
            .field("bytes", &self.text.len())
            .field("report", &self.report)
            .finish()
    }
}

/// What a shape in the text means.
enum Meaning<'m> {
    /// This value.
    Value(Token, &'m str),
    /// A value that may not be given out.
    Denied(Option<Token>),
    /// The sender's own text.
    Foreign,
    /// A placeholder that names nothing.
    Unresolved,
    /// No placeholder at all.
    Text,
}

/// What becomes of a shape.
enum Fate<'m> {
    /// It is no placeholder; the search goes on right behind its first character.
    Text,
    /// It stays as it stands.
    Left,
    Replaced(&'m str),
}

/// What one restoring has seen so far.
#[derive(Debug, Default)]
pub(super) struct Progress {
    report: RestoreReport,
    seen: BTreeSet<Token>,
}

impl<'m> Restorer<'m> {
    /// A restorer that may restore everything but My Numbers.
    ///
    /// A map that expires also needs the time, see [`Restorer::at`]; without it nothing of such a
    /// map is restored.
    pub fn new(map: &'m PlaceholderMap) -> Self {
        Self {
            map,
            policy: RestorePolicy::new(),
            now: None,
        }
    }

    /// Narrows (or, for My Numbers, widens) what may be restored.
    #[must_use]
    pub fn with_policy(mut self, policy: RestorePolicy) -> Self {
        self.policy = policy;
        self
    }

    /// Says what time it is, in seconds since 1970-01-01 UTC.
    #[must_use]
    pub fn at(mut self, seconds: u64) -> Self {
        self.now = Some(seconds);
        self
    }

    /// Restores a whole text.
    pub fn restore(&self, text: &str) -> Restored {
        let mut progress = Progress::default();
        let mut output = String::with_capacity(text.len() + text.len() / 4);
        let window = Window {
            text,
            before: None,
            tail: Tail::End,
        };
        self.run(&window, &mut progress, &mut output);
        Restored::new(output, self.finish(progress))
    }

    /// Where a whole text has placeholders that would be restored, in order, and the report.
    #[cfg(feature = "prompt")]
    pub(crate) fn places(&self, text: &str) -> (Vec<Range<usize>>, RestoreReport) {
        let mut progress = Progress::default();
        let mut places = Vec::new();
        let window = Window {
            text,
            before: None,
            tail: Tail::End,
        };
        self.each(&window, &mut progress, |place, _| places.push(place));
        (places, self.finish(progress))
    }

    /// A restorer for text that arrives in pieces.
    pub fn stream(&self) -> StreamRestorer<'m> {
        StreamRestorer::new(self.clone())
    }

    /// Writes what is decided of `window` to `output` and says how many bytes that is; the rest,
    /// which is less than one possible placeholder, must be asked again with more text behind it.
    pub(super) fn run(
        &self,
        window: &Window<'_>,
        progress: &mut Progress,
        output: &mut String,
    ) -> usize {
        let mut copied = 0;
        let decided = self.each(window, progress, |place, value| {
            output.push_str(window.text.get(copied..place.start).unwrap_or_default());
            output.push_str(value);
            copied = place.end;
        });
        output.push_str(window.text.get(copied..decided).unwrap_or_default());
        decided
    }

    /// Hands every place that is restored, with its value, to `replace`, in order; says how many
    /// bytes are decided.
    pub(super) fn each(
        &self,
        window: &Window<'_>,
        progress: &mut Progress,
        mut replace: impl FnMut(Range<usize>, &'m str),
    ) -> usize {
        let mut starts = Starts::default();
        let mut at = starts.next(window, 0);
        while at < window.text.len() {
            let mut next = at + 1;
            match attempt(window, at) {
                Attempt::More => break,
                Attempt::No => {}
                Attempt::Shape(shape) => {
                    let behind = at + shape.len;
                    match self.meet(&shape, progress) {
                        Fate::Text => {}
                        Fate::Left => next = behind,
                        Fate::Replaced(value) => {
                            replace(at..behind, value);
                            next = behind;
                        }
                    }
                }
            }
            at = starts.next(window, next);
        }
        at.min(window.text.len())
    }

    /// Notes a shape in the report and says what becomes of it.
    fn meet(&self, shape: &Shape, progress: &mut Progress) -> Fate<'m> {
        let named = || {
            let space = self.map.label_space(&shape.label);
            let label = space.map_or_else(|| shape.label.name(), |space| space.label.clone());
            Placeholder::from_parts(label, shape.number.unwrap_or(0), shape.variant)
        };
        let report = &mut progress.report;
        match self.meaning(shape) {
            Meaning::Text => return Fate::Text,
            Meaning::Foreign => report.foreign.push(named()),
            Meaning::Unresolved => report.unresolved.push(named()),
            Meaning::Denied(token) => {
                progress.seen.extend(token);
                report.denied.push(named());
            }
            Meaning::Value(token, value) => {
                progress.seen.insert(token);
                report.restored += 1;
                if let Some(placeholder) = self.placeholder(token)
                    && (!shape.edits.is_empty() || shape.len != placeholder.len())
                {
                    let edits = shape.edits;
                    report.tolerated.push(Tolerated { placeholder, edits });
                }
                return Fate::Replaced(value);
            }
        }
        Fate::Left
    }

    fn meaning(&self, shape: &Shape) -> Meaning<'m> {
        let unknown = || match shape.label {
            // `[EMAIL]` without a number may be a heading; it is a placeholder only if it means one.
            Label::Known(_) if shape.number.is_some() && self.map.forgotten => {
                Meaning::Denied(None)
            }
            Label::Known(_) if shape.number.is_some() => Meaning::Unresolved,
            _ => Meaning::Text,
        };
        let Some(space) = self.map.label_space(&shape.label) else {
            return unknown();
        };
        let index = match shape.number {
            None if space.foreign_unnumbered => return Meaning::Foreign,
            None => match space.by_number.iter().next() {
                Some((_, index)) if space.by_number.len() == 1 => *index,
                Some(_) => return Meaning::Unresolved,
                None => return unknown(),
            },
            Some(number) if space.foreign.contains(&number) => return Meaning::Foreign,
            Some(number) => match space.by_number.get(&number) {
                Some(index) => *index,
                None if space.by_number.is_empty() => return unknown(),
                None => return Meaning::Unresolved,
            },
        };
        let token = Token {
            entity: index,
            variant: shape.variant,
        };
        let Some((entity, surface)) = self.map.entities.get(index).and_then(|entity| {
            let surface = entity.surfaces.get(usize::from(shape.variant))?;
            Some((entity, surface))
        }) else {
            return Meaning::Unresolved;
        };
        if !self.is_in_time() || !self.allows(&entity.kind, token) {
            return Meaning::Denied(Some(token));
        }
        Meaning::Value(token, surface)
    }

    fn is_in_time(&self) -> bool {
        match (self.map.expires_at, self.now) {
            (None, _) => true,
            (Some(expiry), Some(now)) => now < expiry,
            (Some(_), None) => false,
        }
    }

    fn allows(&self, entity_type: &EntityType, token: Token) -> bool {
        // What the sender typed is no secret.
        if entity_type.as_str() == LITERAL {
            return true;
        }
        if self.policy.is_open() && *entity_type != EntityType::JP_MY_NUMBER {
            return true;
        }
        self.placeholder(token)
            .is_some_and(|placeholder| self.policy.allows(entity_type, &placeholder))
    }

    fn placeholder(&self, token: Token) -> Option<Placeholder> {
        let entity = self.map.entities.get(token.entity)?;
        Some(self.map.placeholder_of(entity, token.variant))
    }

    pub(super) fn finish(&self, progress: Progress) -> RestoreReport {
        let Progress { mut report, seen } = progress;
        report.missing = self
            .map
            .tokens()
            .filter(|token| !seen.contains(token))
            .filter_map(|token| self.placeholder(token))
            .collect();
        report
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::placeholder::{Edits, Outcome};

    #[test]
    fn an_empty_map_restores_nothing_and_says_so() {
        let map = PlaceholderMap::new();
        let restored = Restorer::new(&map).restore("[EMAIL_1] と [EMAIL] と [FIGURE_1]");
        assert_eq!(restored.text(), "[EMAIL_1] と [EMAIL] と [FIGURE_1]");
        assert_eq!(restored.report().unresolved.len(), 1);
        assert_eq!(restored.report().outcome(), Outcome::Partial);
    }

    #[test]
    fn policy_age_and_forgetting_hold_values_back() {
        fn is_shared<T: Send + Sync>() {}
        is_shared::<PlaceholderMap>();
        is_shared::<Restorer<'_>>();

        let mut map = PlaceholderMap::new();
        map.token(&EntityType::PERSON, "山田");
        map.token(&EntityType::JP_MY_NUMBER, "123456789018");
        map.literal_token("[PERSON_1]");
        let text = "[PERSON_1] [MY_NUMBER_1] [LITERAL_1]";
        let blocked = |restorer: Restorer<'_>| {
            let (text, report) = restorer.restore(text).into_parts();
            assert_eq!(report.outcome(), Outcome::Blocked);
            text
        };
        assert_eq!(
            blocked(Restorer::new(&map)),
            "山田 [MY_NUMBER_1] [PERSON_1]"
        );
        let only_people = RestorePolicy::new().only_types([EntityType::PERSON]);
        assert_eq!(
            blocked(Restorer::new(&map).with_policy(only_people)),
            "山田 [MY_NUMBER_1] [PERSON_1]"
        );
        let nobody = RestorePolicy::new().deny_type(EntityType::PERSON);
        assert_eq!(
            blocked(Restorer::new(&map).with_policy(nobody)),
            "[PERSON_1] [MY_NUMBER_1] [PERSON_1]"
        );
        map.set_expiry(10);
        assert_eq!(blocked(Restorer::new(&map)), text);
        assert_eq!(blocked(Restorer::new(&map).at(10)), text);
        assert_eq!(
            blocked(Restorer::new(&map).at(9)),
            "山田 [MY_NUMBER_1] [PERSON_1]"
        );
        map.forget();
        assert_eq!(blocked(Restorer::new(&map).at(9)), text);
    }

    #[test]
    fn numbers_dropped_are_restored_only_without_doubt() {
        let mut map = PlaceholderMap::new();
        map.token(&EntityType::EMAIL_ADDRESS, "a@example.jp");
        let restored = Restorer::new(&map).restore("[EMAIL]");
        assert_eq!(restored.text(), "a@example.jp");
        assert!(
            restored.report().tolerated[0]
                .edits
                .contains(Edits::NUMBER_DROPPED)
        );
        map.token(&EntityType::EMAIL_ADDRESS, "b@example.jp");
        assert_eq!(Restorer::new(&map).restore("[EMAIL]").text(), "[EMAIL]");
    }
}
