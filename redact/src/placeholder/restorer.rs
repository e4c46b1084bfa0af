//! Puts values back in place of placeholders, in one pass.

use std::collections::BTreeSet;
use std::ops::Range;

use super::grammar::{Attempt, Cut, Shape, attempt};
use super::label::{LITERAL, Label};
use super::leftover::{self, LeftoverKind, Look};
use super::map::{LabelSpace, MAX_NUMBER, Token};
use super::report::{Edits, RestoreReport, Tolerated};
use super::start::Starts;
use super::unit::{Tail, Window};
use super::{Leftover, Placeholder, PlaceholderMap, RestorePolicy, StreamRestorer};
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
    /// How much of the text was decided before this window.
    bytes: usize,
    characters: usize,
}

impl Progress {
    /// Notes what was left in `text`, the next part of the text that is decided.
    fn advance(&mut self, text: &str, mut left: Vec<(Range<usize>, LeftoverKind)>) {
        left.sort_by_key(|(place, _)| place.start);
        let mut counted = 0;
        let mut count = |until: usize, characters: &mut usize| {
            *characters += text.get(counted..until).unwrap_or_default().chars().count();
            counted = until.max(counted);
        };
        let mut characters = self.characters;
        for (place, kind) in left {
            count(place.start, &mut characters);
            let start = characters;
            count(place.end, &mut characters);
            self.report.leftovers.push(Leftover {
                kind,
                bytes: self.bytes + place.start..self.bytes + place.end,
                characters: start..characters,
            });
        }
        count(text.len(), &mut characters);
        self.characters = characters;
        self.bytes += text.len();
    }

    /// Gives every leftover from the `first` on this place.
    pub(super) fn place(&mut self, first: usize, bytes: &Range<usize>, characters: &Range<usize>) {
        let leftovers = self.report.leftovers.get_mut(first..);
        for leftover in leftovers.unwrap_or_default() {
            leftover.bytes = bytes.clone();
            leftover.characters = characters.clone();
        }
    }

    pub(super) fn leftovers(&self) -> usize {
        self.report.leftovers.len()
    }
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
        let mut left = Vec::new();
        let mut kept = 0;
        let mut at = starts.next(window, 0);
        while at < window.text.len() {
            let mut next = at + 1;
            let found = match attempt(window, at) {
                Attempt::More => break,
                Attempt::No => leftover::in_brackets(window, at),
                Attempt::Cut(cut) => self.cut(window, at, &cut),
                Attempt::Shape(shape) => match self.doubt(window, at, &shape) {
                    Look::More => break,
                    Look::Found(kind) => Look::Found((shape.len, kind)),
                    Look::No => {
                        let behind = at + shape.len;
                        let place = at + shape.lead..behind;
                        let text = window.text.get(place.clone()).unwrap_or_default();
                        match self.meet(&shape, text, progress) {
                            Fate::Text => leftover::in_brackets(window, at),
                            Fate::Left => {
                                next = behind;
                                Look::No
                            }
                            Fate::Replaced(value) => {
                                note_marks(window, kept..place.start, &mut left);
                                kept = behind;
                                next = behind;
                                replace(place, value);
                                Look::No
                            }
                        }
                    }
                },
            };
            match found {
                Look::More => break,
                Look::No => {}
                Look::Found((len, kind)) => {
                    left.push((at..at + len, kind));
                    next = at + len;
                }
            }
            at = starts.next(window, next);
        }
        let decided = at.min(window.text.len());
        note_marks(window, kept..decided, &mut left);
        progress.advance(window.text.get(..decided).unwrap_or_default(), left);
        decided
    }

    /// Whether a shape that names a value may mean something else.
    fn doubt(&self, window: &Window<'_>, at: usize, shape: &Shape) -> Look<LeftoverKind> {
        if !shape.bare || !matches!(self.meaning(shape), Meaning::Value(..)) {
            return Look::No;
        }
        if shape.doubtful {
            return Look::Found(LeftoverKind::UnclearPlaceholder);
        }
        match leftover::is_label(window, at, shape) {
            Look::No => {}
            Look::More => return Look::More,
            Look::Found(()) => return Look::Found(LeftoverKind::LabelPlaceholder),
        }
        // A copy of a token that the sender typed may have been cut: EMAIL_1 of EMAIL_12.
        let space = self.map.label_space(&shape.label);
        let begins_foreign = space.zip(shape.number).is_some_and(|(space, number)| {
            has_longer(number, |range| space.foreign.range(range).next().is_some())
        });
        if begins_foreign {
            return match leftover::is_at_end(window, at + shape.len) {
                Look::Found(()) => Look::Found(LeftoverKind::CutPlaceholder),
                Look::No => Look::No,
                Look::More => Look::More,
            };
        }
        Look::No
    }

    /// What a placeholder is that the end of the text cut off: nothing where its number is whole and can be
    /// read without its bracket.
    fn cut(&self, window: &Window<'_>, at: usize, cut: &Cut) -> Look<(usize, LeftoverKind)> {
        let found = Look::Found((cut.len, LeftoverKind::CutPlaceholder));
        let Some(number) = cut.number else {
            let begins = self.map.labels.iter().any(|space| {
                !space.by_number.is_empty()
                    && Label::of(&space.label)
                        .is_some_and(|label| label.flat().starts_with(cut.flat.as_str()))
            });
            let written = window.text.get(at + cut.label_at..at + cut.len);
            let is_small = written.is_some_and(|label| label.contains(char::is_lowercase));
            return if cut.opening == '[' && begins && !is_small {
                found
            } else {
                Look::No
            };
        };
        let Some(label) = Label::of(cut.flat.as_str()) else {
            return Look::No;
        };
        let Some(space) = self.space_of(&label, cut) else {
            return Look::No;
        };
        if !cut.suffixed && is_beginning(space, number) {
            return found;
        }
        match attempt(window, at + cut.label_at) {
            Attempt::More => Look::More,
            Attempt::Shape(shape) if shape.number == Some(number) => Look::No,
            _ => found,
        }
    }

    /// The numbers under the label of a cut placeholder, a synonym or a translation too.
    fn space_of(&self, label: &Label, cut: &Cut) -> Option<&'m LabelSpace> {
        let known = super::label::known_by_any_name(cut.flat.as_str()).map(Label::Known);
        let space = self.map.label_space(known.as_ref().unwrap_or(label))?;
        (!space.by_number.is_empty()).then_some(space)
    }

    /// Notes a shape in the report and says what becomes of it.
    fn meet(&self, shape: &Shape, text: &str, progress: &mut Progress) -> Fate<'m> {
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
                    && !(shape.edits.is_empty() && placeholder.is_written(text))
                {
                    // `[CREDITCARD_1]`, `[CREDIT__CARD_1]`: the words of the label are parted otherwise.
                    let edits = if shape.edits.is_empty() {
                        Edits::SEPARATOR
                    } else {
                        shape.edits
                    };
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
        let Progress {
            mut report, seen, ..
        } = progress;
        report.missing = self
            .map
            .tokens()
            .filter(|token| !seen.contains(token))
            .filter_map(|token| self.placeholder(token))
            .collect();
        report
    }
}

/// Notes the marks of a part of the text that is kept.
fn note_marks(
    window: &Window<'_>,
    kept: Range<usize>,
    left: &mut Vec<(Range<usize>, LeftoverKind)>,
) {
    let text = window.text.get(kept.clone()).unwrap_or_default();
    left.extend(leftover::marks(text).map(|mark| {
        let place = kept.start + mark.start..kept.start + mark.end;
        (place, LeftoverKind::Mark)
    }));
}

/// Whether a longer number that is given out or foreign begins with the digits of `number`, or there are no
/// digits yet.
fn is_beginning(space: &LabelSpace, number: u32) -> bool {
    number == 0
        || has_longer(number, |range| {
            space.by_number.range(range.clone()).next().is_some()
                || space.foreign.range(range).next().is_some()
        })
}

/// Whether `holds` says so of any range of the numbers that begin with the digits of `number`.
fn has_longer(number: u32, holds: impl Fn(Range<u32>) -> bool) -> bool {
    let mut start = number;
    let mut len = 1;
    while let Some(next) = start.checked_mul(10).filter(|next| *next < MAX_NUMBER) {
        start = next;
        len *= 10;
        if holds(start..start.saturating_add(len)) {
            return true;
        }
    }
    false
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
