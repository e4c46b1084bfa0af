//! May this draft be restored and sent?
//!
//! The guard reads the draft as the model wrote it, placeholders still in place, and knows the map, the
//! redacted mail and the prompt. What it finds are violations with their places; it changes nothing. The
//! trade-off: it compares by spelling (widths folded), so that a telephone number written in another way
//! than in the mail counts as new.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::envelope::{Language, PromptEnvelope};
use super::fence::flat;
use super::invisible::visible_only;
use crate::placeholder::RestorePolicy;
use crate::text::script::{is_han, is_hiragana, is_katakana};
use crate::text::{NormalizedText, Original, Span};
use crate::{
    AnalyzerEngine, EntityType, PlaceholderMap, RecognizerResult, RedactedText, Restorer, Result,
};

/// What is wrong with a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ViolationKind {
    /// A placeholder that the map does not hold.
    UnknownPlaceholder,
    /// A placeholder that the policy does not let out.
    PlaceholderOutOfScope,
    /// A placeholder that the sender had typed.
    ForeignPlaceholder,
    /// A placeholder in a URL or a `mailto:`, where restoring would send the value away.
    PlaceholderInUrl,
    /// Personal data that no placeholder stands for and nobody offered.
    PersonalData,
    /// A URL that neither the template nor the mail offered.
    UnofferedUrl,
    /// A mail address that neither the template nor the mail offered.
    UnofferedAddress,
    /// A telephone number that neither the template nor the mail offered.
    UnofferedPhone,
    /// An HTML tag.
    Html,
    /// A Markdown image, or a link whose text hides its target.
    MarkdownLink,
    /// A line end or control character in a header.
    HeaderBreak,
    /// An invisible character.
    InvisibleCharacter,
    /// The canary, or the fence's tag.
    CanaryEchoed,
    /// Not in the language that was asked for.
    WrongLanguage,
    /// Longer than asked for.
    TooLong,
    /// Nothing at all.
    Empty,
}

/// One violation and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// What is wrong.
    pub kind: ViolationKind,
    /// Where: bytes of the draft; the whole draft where no single place is to blame.
    pub span: Span<Original>,
}

/// What is wrong with a draft; holds places and no text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GuardReport {
    violations: Vec<Violation>,
}

impl GuardReport {
    /// The violations, in the order of their places.
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }

    /// Whether nothing is wrong.
    pub fn is_clean(&self) -> bool {
        self.violations.is_empty()
    }

    /// Whether something of this kind is wrong.
    pub fn has(&self, kind: ViolationKind) -> bool {
        self.violations
            .iter()
            .any(|violation| violation.kind == kind)
    }

    fn add(&mut self, kind: ViolationKind, range: Range<usize>) {
        self.violations.push(Violation {
            kind,
            span: Span::new(range.start, range.end),
        });
    }
}

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
    /// Offered texts, widths folded.
    offered: Vec<String>,
    urls: BTreeSet<String>,
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
            offered: Vec::new(),
            urls: BTreeSet::new(),
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
        let folded = fold(text);
        self.urls
            .extend(urls(&folded).map(|place| url_key(folded.get(place).unwrap_or_default())));
        self.offered.push(folded);
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
        let places = self.placeholders(draft, &mut report);
        self.links(draft, &places, &mut report);
        for finding in self.engine.analyze(draft)? {
            self.finding(draft, &finding, &places, &mut report);
        }
        self.form(draft, &places, &mut report);
        report.violations.sort_by_key(|violation| {
            (violation.span.start(), violation.span.end(), violation.kind)
        });
        report.violations.dedup();
        Ok(report)
    }

    /// What is wrong with a header, such as the subject: all that [`OutputGuard::check`] says but the
    /// language, and line ends.
    ///
    /// # Errors
    ///
    /// As [`OutputGuard::check`].
    pub fn check_header(&self, value: &str) -> Result<GuardReport> {
        let mut report = self.check(value)?;
        report
            .violations
            .retain(|violation| violation.kind != ViolationKind::WrongLanguage);
        for (at, character) in value.char_indices() {
            if character.is_control() || matches!(character, '\u{2028}' | '\u{2029}') {
                report.add(ViolationKind::HeaderBreak, at..at + character.len_utf8());
            }
        }
        Ok(report)
    }

    /// The places that would be restored; everything that looks like a placeholder and would not is a
    /// violation.
    fn placeholders(&self, draft: &str, report: &mut GuardReport) -> Vec<Range<usize>> {
        let mut restorer = Restorer::new(self.map).with_policy(self.policy.clone());
        if let Some(now) = self.now {
            restorer = restorer.at(now);
        }
        let (places, restored) = restorer.places(draft);
        for (placeholders, kind) in [
            (&restored.unresolved, ViolationKind::UnknownPlaceholder),
            (&restored.denied, ViolationKind::PlaceholderOutOfScope),
            (&restored.foreign, ViolationKind::ForeignPlaceholder),
        ] {
            for placeholder in placeholders {
                let token = placeholder.to_string();
                let place = draft
                    .find(&token)
                    .map_or(0..draft.len(), |at| at..at + token.len());
                report.add(kind, place);
            }
        }
        places
    }

    fn links(&self, draft: &str, places: &[Range<usize>], report: &mut GuardReport) {
        for url in urls(draft) {
            // A placeholder may hold characters that end a URL: look at what touches it, too.
            if places
                .iter()
                .any(|place| place.start <= url.end && url.start < place.end)
            {
                report.add(ViolationKind::PlaceholderInUrl, url.clone());
            }
            let key = url_key(&fold(draft.get(url.clone()).unwrap_or_default()));
            if !self.urls.contains(&key) {
                report.add(ViolationKind::UnofferedUrl, url);
            }
        }
        for (regex, kind) in [
            (&*HTML, ViolationKind::Html),
            (&*MARKDOWN, ViolationKind::MarkdownLink),
        ] {
            for found in regex.find_iter(draft) {
                report.add(kind, found.range());
            }
        }
    }

    fn finding(
        &self,
        draft: &str,
        finding: &RecognizerResult,
        places: &[Range<usize>],
        report: &mut GuardReport,
    ) {
        let range = finding.span.range();
        let in_placeholder = places
            .iter()
            .any(|place| place.start < range.end && range.start < place.end);
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
        let value = fold(draft.get(range.clone()).unwrap_or_default());
        let is_offered = self
            .offered
            .iter()
            .any(|offered| holds_whole(offered, &value));
        if !in_placeholder && !is_offered {
            report.add(kind, range);
        }
    }

    fn form(&self, draft: &str, places: &[Range<usize>], report: &mut GuardReport) {
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
            report.add(ViolationKind::CanaryEchoed, whole.clone());
        }
        if self
            .language
            .is_some_and(|language| !is_in(language, draft, places))
        {
            report.add(ViolationKind::WrongLanguage, whole);
        }
    }
}

impl std::fmt::Debug for OutputGuard<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("OutputGuard")
            .field("offered", &self.offered.len())
            .field("language", &self.language)
            .field("max_chars", &self.max_chars)
            .finish_non_exhaustive()
    }
}

/// Widths, dashes and case folded.
fn fold(text: &str) -> String {
    NormalizedText::new(text).as_str().to_lowercase()
}

/// Whether `text` holds `value` and no letter or digit touches it there.
fn holds_whole(text: &str, value: &str) -> bool {
    if value.is_empty() {
        return false;
    }
    text.match_indices(value).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text
            .get(at + value.len()..)
            .and_then(|after| after.chars().next());
        let touches = |neighbour: Option<char>| {
            neighbour.is_some_and(|character| character.is_ascii_alphanumeric())
        };
        !touches(before) && !touches(after)
    })
}

static URL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        // A scheme, written in any width.
        r"(?i)(?:h[tx]{2}ps?|ftps?|wss?|file|ｈｔｔｐｓ?)\s?[:：]\s?[/／]{2}[^\s<>「」『』（）、。”]+",
        r"|(?:mailto|tel|sms|data|javascript|vbscript|line|slack)[:：][^\s<>「」『』（）、。]+",
        // A host with a path, or one that begins with www.
        r"|\bwww\.[a-z0-9.-]+[^\s<>「」『』（）、。]*",
        r"|\b[a-z0-9](?:[a-z0-9-]{0,62}\.){1,8}[a-z]{2,24}/[^\s<>「」『』（）、。]*",
        r"|(?:^|[\s(（「])//[a-z0-9-]{1,63}\.[^\s<>「」]+",
    ))
    .expect("a constant that the tests compile")
});

static HTML: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"<[a-zA-Z/!?][^<>]*>|<(?:img|script|iframe|svg|a|style|link|meta|form)\b")
        .expect("a constant that the tests compile")
});

static MARKDOWN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"!\[[^\]\n]*\]\s?[(\[]",
        r"|\[[^\]\n]+\]\(\s{0,4}[^)\s]+",
        r"|(?m)^ {0,3}\[[^\]\n]+\]:\s{0,4}\S",
        r"|<(?:https?|mailto):[^>\s]+>",
        r"|<https?://[^|>\s]+\|[^>]*>",
    ))
    .expect("a constant that the tests compile")
});

fn urls(text: &str) -> impl Iterator<Item = Range<usize>> {
    URL.find_iter(text).map(|found| {
        let url = found.as_str();
        let end = url.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '\'', '"']);
        found.start()..found.start() + end.len()
    })
}

/// Two spellings of one URL have one key.
fn url_key(url: &str) -> String {
    url.trim().trim_end_matches('/').to_lowercase()
}

/// Whether the letters outside placeholders and URLs are mostly of a language's script.
fn is_in(language: Language, draft: &str, places: &[Range<usize>]) -> bool {
    let links: Vec<Range<usize>> = urls(draft).collect();
    let mut skipped = places.iter().chain(&links).collect::<Vec<_>>();
    skipped.sort_by_key(|range| range.start);
    let mut skipped = skipped.into_iter().peekable();
    let (mut kana, mut han, mut latin, mut other) = (0usize, 0usize, 0usize, 0usize);
    for (at, character) in draft.char_indices() {
        while skipped.next_if(|range| range.end <= at).is_some() {}
        if skipped.peek().is_some_and(|range| range.contains(&at)) {
            continue;
        }
        match character {
            _ if is_hiragana(character) || is_katakana(character) => kana += 1,
            _ if is_han(character) => han += 1,
            'a'..='z' | 'A'..='Z' => latin += 1,
            _ if character.is_alphabetic() => other += 1,
            _ => {}
        }
    }
    // Very short texts (a lone greeting in another script) say nothing.
    if kana + han + latin + other < 12 {
        return true;
    }
    match language {
        // Half of Japanese prose is kana; names of products may be Latin.
        Language::Japanese => kana * 5 >= kana + han && (kana + han) * 3 >= latin && other <= kana,
        Language::English => latin > (kana + han) * 3 && latin > other * 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::AnonymizerEngine;

    const MAIL: &str = "山田太郎です。taro@example.jp か 090-1234-5678 へ。https://shop.example.jp/help を見ました。[PHONE_7] とは何ですか。";

    fn engine() -> &'static AnalyzerEngine {
        static ENGINE: LazyLock<AnalyzerEngine> =
            LazyLock::new(|| AnalyzerEngine::builder().build().unwrap());
        &ENGINE
    }

    fn kinds(draft: &str) -> Vec<ViolationKind> {
        let mut map = PlaceholderMap::new();
        let finds: Vec<_> = engine()
            .analyze(MAIL)
            .unwrap()
            .into_iter()
            .filter(|find| find.entity_type != EntityType::URL)
            .collect();
        let redacted = AnonymizerEngine::default()
            .anonymize(MAIL, &finds, &mut map)
            .unwrap();
        let guard = OutputGuard::new(&map, engine())
            .with_policy(RestorePolicy::new().deny_type(EntityType::PHONE_NUMBER))
            .offering(&redacted)
            .offering_text("お問い合わせ窓口 support@example.co.jp 03-6262-0001")
            .language(Language::Japanese)
            .max_chars(200);
        let report = guard.check(draft).unwrap();
        assert!(
            report
                .violations()
                .iter()
                .all(|violation| draft.get(violation.span.range()).is_some())
        );
        report
            .violations()
            .iter()
            .map(|violation| violation.kind)
            .collect()
    }

    #[test]
    fn a_good_draft_is_clean() {
        for draft in [
            "[PERSON_1]様\n\nお問い合わせありがとうございます。[EMAIL_1] 宛に改めてご連絡いたします。",
            "窓口は support@example.co.jp、電話は ０３-6262-0001 です。よろしくお願いいたします。",
            "https://shop.example.jp/help をご覧いただきありがとうございます。",
        ] {
            assert_eq!(kinds(draft), [], "{draft}");
        }
    }

    #[test]
    fn every_kind_is_found() {
        use ViolationKind as V;
        for (draft, kind) in [
            ("[EMAIL_99] 宛にご連絡いたします。", V::UnknownPlaceholder),
            (
                "お電話は [PHONE_1] でよろしいですか。",
                V::PlaceholderOutOfScope,
            ),
            (
                "[PHONE_7] についてご連絡いたします。",
                V::ForeignPlaceholder,
            ),
            (
                "https://shop.example.jp/help?m=[EMAIL_1] をご覧ください。",
                V::PlaceholderInUrl,
            ),
            (
                "https://shop.example.jp/help?m=%5BEMAIL_1%5D をご覧ください。",
                V::PlaceholderInUrl,
            ),
            (
                "mailto:[EMAIL_1]?bcc=x をお使いください。",
                V::PlaceholderInUrl,
            ),
            (
                "evil.example/[EMAIL_1] をご覧ください。",
                V::PlaceholderInUrl,
            ),
            ("https://other.example/ をご覧ください。", V::UnofferedUrl),
            (
                "ｈｔｔｐｓ：／／other.example/ をご覧ください。",
                V::UnofferedUrl,
            ),
            ("www.other.example をご覧ください。", V::UnofferedUrl),
            ("jiro@example.com までご連絡ください。", V::UnofferedAddress),
            ("080-9876-5432 までお電話ください。", V::UnofferedPhone),
            (
                "taro@example.jp 宛にご連絡いたします。",
                V::UnofferedAddress,
            ),
            (
                "口座番号は 普通 1234567 です。マイナンバーは 123456789018 です。",
                V::PersonalData,
            ),
            ("![画像](https://shop.example.jp/help)", V::MarkdownLink),
            (
                "[こちら](https://shop.example.jp/help) をご覧ください。",
                V::MarkdownLink,
            ),
            ("<img src=x> をご覧ください。", V::Html),
            ("ありがとう\u{200B}ございます。", V::InvisibleCharacter),
            (
                "Thank you for your message, we will answer soon.",
                V::WrongLanguage,
            ),
            (
                "感謝您的來信，我們會盡快回覆您的問題，謝謝。",
                V::WrongLanguage,
            ),
            (&"あ".repeat(201), V::TooLong),
            (" \n", V::Empty),
        ] {
            assert!(kinds(draft).contains(&kind), "{draft}: {:?}", kinds(draft));
        }
    }

    #[test]
    fn headers_have_one_line() {
        let map = PlaceholderMap::new();
        let guard = OutputGuard::new(&map, engine());
        assert!(guard.check_header("Re: ご注文について").unwrap().is_clean());
        for value in [
            "Re: x\r\nBcc: a",
            "Re: x\nBcc",
            "Re: x\rBcc",
            "Re:\u{2028}x",
            "Re:\0x",
        ] {
            assert!(
                guard
                    .check_header(value)
                    .unwrap()
                    .has(ViolationKind::HeaderBreak)
            );
        }
    }
}
