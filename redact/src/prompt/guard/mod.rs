//! May this draft be restored and sent?
//!
//! The guard reads the draft as the model wrote it, placeholders still in place, and knows the map, the
//! redacted mail and the prompt. What it finds are violations with their places; it changes nothing. The
//! draft is folded first ([`view`]), then searched ([`host`], [`link`], [`phone`], [`markup`]), then compared
//! with what was offered ([`offer`]). The trade-off: a link counts as offered only as a whole, so that
//! another page of an offered site is a violation.

mod host;
mod language;
mod link;
mod markup;
mod offer;
mod phone;
mod report;
mod suffix;
#[cfg(test)]
mod tests;
mod view;

use std::ops::Range;

use super::envelope::{Language, PromptEnvelope};
use super::fence::flat;
use super::invisible::visible_only;
use crate::placeholder::RestorePolicy;
use crate::{
    AnalyzerEngine, EntityType, PlaceholderMap, RecognizerResult, RedactedText, Restorer, Result,
};
use link::{Link, LinkKind, links};
use offer::Offers;
use phone::phones;
pub use report::{GuardReport, Violation, ViolationKind};
use view::{MARK, View};

/// Most placeholders of one kind that a report gives a place.
const MAX_PLACES: usize = 64;

/// Judges drafts of one case.
///
/// ```
/// use redact::prompt::{OutputGuard, ViolationKind};
/// use redact::{AnalyzerEngine, AnonymizerEngine, PlaceholderMap};
///
/// let engine = AnalyzerEngine::builder().build()?;
/// let mail = "taro@example.jp です。";
/// let mut map = PlaceholderMap::new();
/// let redacted = AnonymizerEngine::default().anonymize(mail, &engine.analyze(mail)?, &mut map)?;
///
/// let guard = OutputGuard::new(&map, &engine).offering(&redacted);
/// assert!(guard.check("[EMAIL_1] 宛にご連絡いたします。")?.is_clean());
/// let report = guard.check("https://example.net/?q=[EMAIL_1] をご覧ください。")?;
/// assert!(report.has(ViolationKind::PlaceholderInUrl));
/// assert!(report.has(ViolationKind::UnofferedUrl));
/// # Ok::<(), redact::Error>(())
/// ```
pub struct OutputGuard<'a> {
    map: &'a PlaceholderMap,
    engine: &'a AnalyzerEngine,
    policy: RestorePolicy,
    now: Option<u64>,
    offers: Offers,
    language: Option<Language>,
    max_chars: Option<usize>,
    secrets: Vec<String>,
}

impl<'a> OutputGuard<'a> {
    /// A guard for drafts that `map` will restore; `engine` looks for personal data in them.
    pub fn new(map: &'a PlaceholderMap, engine: &'a AnalyzerEngine) -> Self {
        Self {
            map,
            engine,
            policy: RestorePolicy::new(),
            now: None,
            offers: Offers::default(),
            language: None,
            max_chars: None,
            secrets: Vec::new(),
        }
    }

    /// Which placeholders may be restored.
    #[must_use]
    pub fn with_policy(mut self, policy: RestorePolicy) -> Self {
        self.policy = policy;
        self
    }

    /// The time, for a map that expires, in seconds since 1970-01-01 UTC.
    #[must_use]
    pub fn at(mut self, seconds: u64) -> Self {
        self.now = Some(seconds);
        self
    }

    /// What the mail offers: a draft may repeat what its redacted text shows.
    #[must_use]
    pub fn offering(self, mail: &RedactedText) -> Self {
        self.offering_text(mail.as_str())
    }

    /// What the template offers: the company's own addresses and numbers, a signature.
    #[must_use]
    pub fn offering_text(mut self, text: &str) -> Self {
        let (places, _) = self.restorer().places(text);
        self.offers.add(text, &places);
        self
    }

    /// Holds the draft to what the prompt asks: language, length, canary.
    #[must_use]
    pub fn for_prompt(mut self, prompt: &PromptEnvelope) -> Self {
        self.language = Some(prompt.language());
        self.max_chars = Some(prompt.max_chars());
        self.secrets = vec![prompt.canary().to_owned(), prompt.tag().to_owned()];
        self
    }

    /// The language that was asked for.
    #[must_use]
    pub fn language(mut self, language: Language) -> Self {
        self.language = Some(language);
        self
    }

    /// Most characters that were asked for.
    #[must_use]
    pub fn max_chars(mut self, max_chars: usize) -> Self {
        self.max_chars = Some(max_chars);
        self
    }

    /// What is wrong with the body of a draft.
    ///
    /// # Errors
    ///
    /// When the analysis fails; the draft may not be sent then.
    pub fn check(&self, draft: &str) -> Result<GuardReport> {
        let mut report = GuardReport::default();
        self.judge(draft, true, &mut report)?;
        Ok(report.finish())
    }

    /// What is wrong with a header, such as the subject: all that [`OutputGuard::check`] says but the
    /// language, and line ends.
    ///
    /// # Errors
    ///
    /// As [`OutputGuard::check`].
    pub fn check_header(&self, value: &str) -> Result<GuardReport> {
        let mut report = GuardReport::default();
        self.judge(value, false, &mut report)?;
        for (at, character) in value.char_indices() {
            if character.is_control() || matches!(character, '\u{2028}' | '\u{2029}') {
                report.add(ViolationKind::HeaderBreak, at..at + character.len_utf8());
            }
        }
        Ok(report.finish())
    }

    fn judge(&self, draft: &str, has_language: bool, report: &mut GuardReport) -> Result<()> {
        let places = self.placeholders(draft, report);
        let view = View::new(draft, &places);
        let links = links(&view);
        let offered = self.links(&view, &links, report);
        self.phones(&view, &offered, report);
        for range in markup::html(&view) {
            report.add(ViolationKind::Html, range);
        }
        for range in markup::links(draft, &places) {
            report.add(ViolationKind::MarkdownLink, range);
        }
        for finding in self.engine.analyze(draft)? {
            self.finding(draft, &finding, &places, &offered, report);
        }
        self.form(draft, report);
        if let Some(language) = self.language.filter(|_| has_language) {
            let mut skipped = places;
            skipped.extend(links.iter().map(|link| view.original(link.range.clone())));
            if !language::is_in(language, draft, skipped) {
                report.add(ViolationKind::WrongLanguage, 0..draft.len());
            }
        }
        Ok(())
    }

    fn restorer(&self) -> Restorer<'a> {
        let restorer = Restorer::new(self.map).with_policy(self.policy.clone());
        match self.now {
            Some(now) => restorer.at(now),
            None => restorer,
        }
    }

    /// The places that would be restored; everything that looks like a placeholder and would not is a
    /// violation.
    fn placeholders(&self, draft: &str, report: &mut GuardReport) -> Vec<Range<usize>> {
        let (places, outcome) = self.restorer().places(draft);
        for (placeholders, kind) in [
            (&outcome.unresolved, ViolationKind::UnknownPlaceholder),
            (&outcome.denied, ViolationKind::PlaceholderOutOfScope),
            (&outcome.foreign, ViolationKind::ForeignPlaceholder),
        ] {
            // They come in the order of the text; one in an altered spelling has no place of its own.
            let mut from = 0;
            for placeholder in placeholders.iter().take(MAX_PLACES) {
                let token = placeholder.to_string();
                let at = draft.get(from..).and_then(|rest| rest.find(&token));
                let place = at.map_or(0..draft.len(), |at| {
                    from += at + token.len();
                    from - token.len()..from
                });
                report.add(kind, place);
            }
        }
        places
    }

    /// Judges the links; returns where those are that were offered, in the order of their places.
    fn links(
        &self,
        view: &View<'_>,
        links: &[Link],
        report: &mut GuardReport,
    ) -> Vec<Range<usize>> {
        let mut offered = Vec::new();
        let mut settled = Settled::default();
        for link in links {
            // A host inside a link that was judged is judged with it.
            if settled.has(&link.range) {
                continue;
            }
            let end = self.offers.covers(view, link);
            let range = link.range.start..end.unwrap_or(link.range.end);
            let place = view.original(range.clone());
            settled.add(range);
            if end.is_some() {
                offered.push(place);
                continue;
            }
            if view.get(link.range.clone()).contains(MARK) {
                report.add(ViolationKind::PlaceholderInUrl, place.clone());
            }
            report.add(
                match link.kind {
                    LinkKind::Url | LinkKind::Host => ViolationKind::UnofferedUrl,
                    LinkKind::Address | LinkKind::Account => ViolationKind::UnofferedAddress,
                },
                place,
            );
        }
        offered.sort_by_key(|range| (range.start, range.end));
        offered
    }

    fn phones(&self, view: &View<'_>, offered: &[Range<usize>], report: &mut GuardReport) {
        for phone in phones(view) {
            let place = view.original(phone.range);
            let is_offered = phone
                .digits
                .iter()
                .any(|digits| self.offers.has_phone(digits));
            if !is_offered && !touches(offered, place.clone()) {
                report.add(ViolationKind::UnofferedPhone, place);
            }
        }
    }

    fn finding(
        &self,
        draft: &str,
        finding: &RecognizerResult,
        places: &[Range<usize>],
        offered: &[Range<usize>],
        report: &mut GuardReport,
    ) {
        let range = finding.span.range();
        if touches(places, range.clone()) || touches(offered, range.clone()) {
            return;
        }
        let kind = match &finding.entity_type {
            // URLs were looked at; dates and places alone say nothing about a person.
            kind if [EntityType::URL, EntityType::DATE_TIME, EntityType::LOCATION]
                .contains(kind) =>
            {
                return;
            }
            kind if *kind == EntityType::EMAIL_ADDRESS => ViolationKind::UnofferedAddress,
            kind if *kind == EntityType::PHONE_NUMBER => ViolationKind::UnofferedPhone,
            _ => ViolationKind::PersonalData,
        };
        let value = draft.get(range.clone()).unwrap_or_default();
        let is_offered = self.offers.holds(value)
            || kind == ViolationKind::UnofferedPhone && self.offers.has_phone(value);
        if !is_offered {
            report.add(kind, range);
        }
    }

    fn form(&self, draft: &str, report: &mut GuardReport) {
        let whole = 0..draft.len();
        if draft.trim().is_empty() {
            report.add(ViolationKind::Empty, whole.clone());
        }
        if self
            .max_chars
            .is_some_and(|most| draft.chars().count() > most)
        {
            report.add(ViolationKind::TooLong, whole.clone());
        }
        if visible_only(draft).removed().total() > 0 {
            report.add(ViolationKind::InvisibleCharacter, whole.clone());
        }
        let flat = flat(draft);
        if self
            .secrets
            .iter()
            .any(|secret| flat.contains(secret.as_str()))
        {
            report.add(ViolationKind::CanaryEchoed, whole);
        }
    }
}

impl std::fmt::Debug for OutputGuard<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("OutputGuard")
            .field("offered", &self.offers.len())
            .field("language", &self.language)
            .field("max_chars", &self.max_chars)
            .finish_non_exhaustive()
    }
}

/// Whether `range` shares a byte with one of `places`, which are ascending and overlap at most by being the
/// same.
fn touches(places: &[Range<usize>], range: Range<usize>) -> bool {
    let next = places.partition_point(|place| place.end <= range.start);
    places
        .get(next)
        .is_some_and(|place| place.start < range.end)
}

/// The parts of a text that were judged.
#[derive(Default)]
struct Settled {
    /// By where they begin, the farthest end.
    parts: std::collections::BTreeMap<usize, usize>,
}

impl Settled {
    fn add(&mut self, range: Range<usize>) {
        let end = self.parts.entry(range.start).or_default();
        *end = range.end.max(*end);
    }

    /// Whether a part that begins last before `range` holds it.
    fn has(&self, range: &Range<usize>) -> bool {
        self.parts
            .range(..=range.start)
            .next_back()
            .is_some_and(|(_, &end)| end >= range.end)
    }
}
