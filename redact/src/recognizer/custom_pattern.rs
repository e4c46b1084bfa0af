//! Recognizers that a caller describes at run time: patterns, context words, a deny list.
//!
//! A built-in rule is proved by tests before it ships; a caller's pattern is not. So each one runs
//! on the linear engine if that can take it, and only patterns with look-around or back-references
//! run on a backtracking engine. Its bound makes the analysis of a text fail instead of letting the
//! text pass as clean, and [`PatternRecognizer::is_linear`] says which kind a recognizer is.

use std::borrow::Cow;

use super::{DenyList, EntityRecognizer, Find, Findings, PatternEngine, PatternFlags};
use crate::context::{ContextEnhancer, Evidence, raised};
use crate::text::{Normalized, NormalizedText, Span};
use crate::{EntityType, Error, ErrorKind, Result, Score};

/// A recognizer made of patterns, context words and a deny list.
///
/// Patterns are matched on folded text (see [`NormalizedText`]): digits and punctuation are ASCII.
///
/// ```
/// use redact::recognizer::PatternRecognizer;
/// use redact::{AnalyzerEngine, EntityType, Score};
///
/// let staff = PatternRecognizer::builder("staff id", EntityType::new("STAFF_ID"))
///     .pattern("letter and digits", r"S-\d{5}", Score::new(0.3))
///     .context(["社員番号"])
///     .build()?;
/// let engine = AnalyzerEngine::builder().with_recognizer(staff).build()?;
/// assert_eq!(engine.analyze("社員番号はＳ－００１２３です")?.len(), 1);
/// assert!(engine.analyze("型番はS-00123です")?.is_empty());
/// # Ok::<(), redact::Error>(())
/// ```
pub struct PatternRecognizer {
    name: String,
    entities: [EntityType; 1],
    language: Option<String>,
    patterns: Vec<CustomPattern>,
    deny_list: Option<(DenyList, Score)>,
    context: Option<ContextEnhancer>,
}

struct CustomPattern {
    name: String,
    score: Score,
    engine: PatternEngine,
}

/// Collects what a [`PatternRecognizer`] is made of.
pub struct PatternRecognizerBuilder {
    name: String,
    entity: EntityType,
    language: Option<String>,
    flags: PatternFlags,
    patterns: Vec<(String, String, Score)>,
    deny_list: Vec<String>,
    deny_list_score: Score,
    context: Vec<String>,
}

impl PatternRecognizerBuilder {
    /// Adds a pattern with its name and its score without context.
    #[must_use]
    pub fn pattern(
        mut self,
        name: impl Into<String>,
        regex: impl Into<String>,
        score: Score,
    ) -> Self {
        self.patterns.push((name.into(), regex.into(), score));
        self
    }

    /// Adds words that raise the score of a match near them.
    #[must_use]
    pub fn context<W: Into<String>>(mut self, words: impl IntoIterator<Item = W>) -> Self {
        self.context.extend(words.into_iter().map(Into::into));
        self
    }

    /// Adds fixed terms, found wherever they stand as words.
    #[must_use]
    pub fn deny_list<W: Into<String>>(mut self, terms: impl IntoIterator<Item = W>) -> Self {
        self.deny_list.extend(terms.into_iter().map(Into::into));
        self
    }

    /// The score of terms of the deny list; 1 unless said.
    #[must_use]
    pub fn deny_list_score(mut self, score: Score) -> Self {
        self.deny_list_score = score;
        self
    }

    /// The language it is meant for, such as `ja`; none means any.
    #[must_use]
    pub fn supported_language(mut self, language: impl Into<String>) -> Self {
        self.language = Some(language.into());
        self
    }

    /// How its patterns are read.
    #[must_use]
    pub fn flags(mut self, flags: PatternFlags) -> Self {
        self.flags = flags;
        self
    }

    /// The recognizer.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidPattern`] if a pattern does not compile, [`ErrorKind::InvalidArgument`] if
    /// there is neither a pattern nor a term.
    pub fn build(self) -> Result<PatternRecognizer> {
        let flags = self.flags;
        let patterns = self
            .patterns
            .into_iter()
            .map(|(name, regex, score)| {
                let engine = PatternEngine::compile(&regex, flags).map_err(|why| {
                    Error::new(
                        ErrorKind::InvalidPattern,
                        format!("recognizer {}: pattern {name}: {why}", self.name),
                    )
                })?;
                Ok(CustomPattern {
                    name,
                    score,
                    engine,
                })
            })
            .collect::<Result<Vec<_>>>()?;
        let deny_list = DenyList::new(&self.deny_list, flags.ignore_case)?;
        if patterns.is_empty() && deny_list.is_empty() {
            return Err(Error::new(
                ErrorKind::InvalidArgument,
                format!(
                    "recognizer {} has neither patterns nor a deny list",
                    self.name
                ),
            ));
        }
        let words: Vec<String> = self
            .context
            .iter()
            .map(|word| NormalizedText::new(word.trim()).as_str().to_owned())
            .filter(|word| !word.is_empty())
            .collect();
        let context = (!words.is_empty())
            .then(|| ContextEnhancer::from_words(words.iter().map(|word| (&**word, 0, true))))
            .transpose()?;
        Ok(PatternRecognizer {
            name: self.name,
            entities: [self.entity],
            language: self.language,
            patterns,
            deny_list: (!deny_list.is_empty()).then_some((deny_list, self.deny_list_score)),
            context,
        })
    }
}

impl PatternRecognizer {
    /// Starts a recognizer with a name and the kind it finds.
    pub fn builder(name: impl Into<String>, entity: EntityType) -> PatternRecognizerBuilder {
        PatternRecognizerBuilder {
            name: name.into(),
            entity,
            language: None,
            flags: PatternFlags::default(),
            patterns: Vec::new(),
            deny_list: Vec::new(),
            deny_list_score: Score::ONE,
            context: Vec::new(),
        }
    }

    /// The language it is meant for; none means any.
    pub fn supported_language(&self) -> Option<&str> {
        self.language.as_deref()
    }

    /// Whether all its patterns run in time linear in the text. One that does not can make an analysis
    /// fail with [`ErrorKind::PatternLimit`].
    pub fn is_linear(&self) -> bool {
        self.patterns
            .iter()
            .all(|pattern| pattern.engine.is_linear())
    }
}

impl EntityRecognizer for PatternRecognizer {
    fn id(&self) -> &str {
        &self.name
    }

    fn supported_entities(&self) -> &[EntityType] {
        &self.entities
    }

    fn analyze(&self, text: &NormalizedText<'_>, findings: &mut Findings) -> Result<()> {
        let text = text.as_str();
        let mut matches: Vec<(Span<Normalized>, Score, &str)> = Vec::new();
        for pattern in &self.patterns {
            pattern.engine.find(text, |start, end| {
                matches.push((Span::new(start, end), pattern.score, &pattern.name));
            })
            .map_err(|kind| {
                Error::new(
                    kind,
                    format!(
                        "recognizer {}: pattern {} took too many steps; the text was not searched to its end",
                        self.name, pattern.name
                    ),
                )
            })?;
        }
        if let Some((deny_list, score)) = &self.deny_list {
            matches.extend(
                deny_list
                    .find(text)
                    .into_iter()
                    .map(|span| (span, *score, "deny_list")),
            );
        }
        matches.sort_by_key(|&(span, ..)| (span.start(), span.end()));
        let mut search = self.context.as_ref().map(|context| context.search(text));
        for (span, score, name) in matches {
            let evidence = search
                .as_mut()
                .map_or(Evidence::None, |search| search.evidence(0, span));
            let score = match evidence {
                Evidence::Supports(_) => raised(score),
                _ => score,
            };
            let mut find = Find::new(self.entities[0].clone(), span, score);
            if findings.wants_explanations() {
                find = find.because(Cow::Owned(name.to_owned()));
            }
            findings.add(find);
        }
        Ok(())
    }
}

impl std::fmt::Debug for PatternRecognizer {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("PatternRecognizer")
            .field("name", &self.name)
            .field("entity", &self.entities[0])
            .field("patterns", &self.patterns.len())
            .field("is_linear", &self.is_linear())
            .finish_non_exhaustive()
    }
}

impl std::fmt::Debug for PatternRecognizerBuilder {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("PatternRecognizerBuilder")
            .field("name", &self.name)
            .field("patterns", &self.patterns.len())
            .field("deny_list", &self.deny_list.len())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn recognizer(regex: &str) -> PatternRecognizer {
        PatternRecognizer::builder("test", EntityType::new("CODE"))
            .pattern("code", regex, Score::new(0.5))
            .build()
            .unwrap()
    }

    fn found(recognizer: &PatternRecognizer, text: &str) -> Result<Vec<String>> {
        let text = NormalizedText::new(text);
        let mut findings = Findings::new(true);
        recognizer.analyze(&text, &mut findings)?;
        let written = |find: &Find| {
            let found = &text.as_str()[find.span.range()];
            format!("{found} {:.2}", find.score.value())
        };
        Ok(findings.finds().iter().map(written).collect())
    }

    #[test]
    fn look_around_and_back_references_are_not_linear() {
        assert!(recognizer(r"\bK\d{4}").is_linear());
        let look = recognizer(r"(?<!\d)K(\d)\1(?!\d)");
        assert!(!look.is_linear());
        assert_eq!(found(&look, "番号k77です K778").unwrap(), ["k77 0.50"]);
    }

    #[test]
    fn hitting_the_bound_is_an_error() {
        let hostile = recognizer(r"^(?:(a|aa)\1?)+(?=z)");
        let error = found(&hostile, &format!("{} z", "a".repeat(60))).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::PatternLimit);
        assert!(!error.to_string().contains("aaa"));
    }

    #[test]
    fn a_wrong_pattern_names_recognizer_and_pattern() {
        let error = PatternRecognizer::builder("staff", EntityType::new("CODE"))
            .pattern("open bracket", "(", Score::new(0.5))
            .build()
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidPattern);
        assert!(error.to_string().contains("staff: pattern open bracket"));
        let error = PatternRecognizer::builder("none", EntityType::new("CODE"))
            .build()
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidArgument);
        let error = PatternRecognizer::builder("big", EntityType::new("CODE"))
            .pattern("big", r"\w{500}{500}", Score::new(0.5))
            .build()
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidPattern);
    }

    #[test]
    fn context_raises_and_terms_fire() {
        let recognizer = PatternRecognizer::builder("plan", EntityType::new("PLAN"))
            .pattern("code", r"P\d{3}", Score::new(0.1))
            .context(["計画番号"])
            .deny_list(["暁計画"])
            .deny_list_score(Score::new(0.8))
            .supported_language("ja")
            .build()
            .unwrap();
        assert_eq!(
            found(&recognizer, "P111\n\n\n\n計画番号：Ｐ１２３、この暁計画は").unwrap(),
            ["P111 0.10", "P123 0.45", "暁計画 1.00"]
        );
        assert_eq!(recognizer.supported_language(), Some("ja"));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

        #[test]
        fn no_pattern_panics(pattern in "[a-c0-9()\\[\\]{}?*+|\\\\^$.<=!あdwbsk]{0,12}", text in "[a-c0-9あい\n ]{0,40}") {
            let built = PatternRecognizer::builder("any", EntityType::new("ANY"))
                .pattern("any", pattern, Score::new(0.5))
                .build();
            if let Ok(recognizer) = built {
                drop(found(&recognizer, &text));
            }
        }
    }
}
