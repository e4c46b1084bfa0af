//! The seam for everything that finds.

use std::borrow::Cow;

use crate::text::{Normalized, NormalizedText, Span};
use crate::{EntityType, Result, Score};

/// Finds personal data of some kinds in a text.
///
/// Names, addresses and a caller's own named-entity recognition come in through this trait.
///
/// ```
/// use redact::recognizer::{EntityRecognizer, Find, Findings};
/// use redact::text::{NormalizedText, Span};
/// use redact::{EntityType, Score};
///
/// struct Mascot;
///
/// impl EntityRecognizer for Mascot {
///     fn id(&self) -> &str {
///         "shop/mascot"
///     }
///     fn supported_entities(&self) -> &[EntityType] {
///         const KINDS: &[EntityType] = &[EntityType::PERSON];
///         KINDS
///     }
///     fn analyze(&self, text: &NormalizedText<'_>, findings: &mut Findings) -> redact::Result<()> {
///         for (start, name) in text.as_str().match_indices("ぽん太") {
///             let span = Span::new(start, start + name.len());
///             findings.add(Find::new(EntityType::PERSON, span, Score::new(0.9)));
///         }
///         Ok(())
///     }
/// }
///
/// let mut findings = Findings::new(false);
/// Mascot.analyze(&NormalizedText::new("ぽん太です"), &mut findings).unwrap();
/// assert_eq!(findings.finds().len(), 1);
/// ```
pub trait EntityRecognizer: Send + Sync {
    /// A stable id, such as `jp/person`; results name it.
    fn id(&self) -> &str;

    /// The kinds it can answer.
    fn supported_entities(&self) -> &[EntityType];

    /// Adds what it finds in `text` to `findings`. Spans count bytes of the folded text
    /// ([`NormalizedText::as_str`]).
    ///
    /// # Errors
    ///
    /// When the text could not be searched to its end. The whole analysis then fails, so that
    /// nothing unsearched is taken for clean.
    fn analyze(&self, text: &NormalizedText<'_>, findings: &mut Findings) -> Result<()>;
}

/// One find, before conflicts are resolved: offsets in the folded text.
#[derive(Clone, Debug, PartialEq)]
pub struct Find {
    /// The kind of personal data.
    pub entity_type: EntityType,
    /// Where: bytes of the folded text.
    pub span: Span<Normalized>,
    /// How sure.
    pub score: Score,
    /// Which pattern, trigger or dictionary class led to it; holds no text of the document.
    pub explanation: Option<Cow<'static, str>>,
}

impl Find {
    /// A find without an explanation.
    pub fn new(entity_type: EntityType, span: Span<Normalized>, score: Score) -> Self {
        Self {
            entity_type,
            span,
            score,
            explanation: None,
        }
    }

    /// The same find with its reason.
    #[must_use]
    pub fn because(mut self, explanation: impl Into<Cow<'static, str>>) -> Self {
        self.explanation = Some(explanation.into());
        self
    }
}

/// Why a candidate was not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Rejection {
    /// A letter or digit stands beside it: it is part of something longer.
    Boundary,
    /// Its check digit or structure is wrong.
    CheckFailed,
    /// Its score is under the threshold; a weak shape without context words, mostly.
    BelowThreshold,
    /// The caller's allow list names it.
    AllowList,
    /// Another find covers it and is longer or surer.
    Conflict,
    /// Its recognizer decided against it (a counter-sign stands beside it).
    CounterSign,
}

/// A candidate that was turned down, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Rejected {
    /// What it would have been.
    pub find: Find,
    /// Why it was turned down.
    pub rejection: Rejection,
}

/// Collects what one recognizer finds in one text.
#[derive(Debug, Default)]
pub struct Findings {
    finds: Vec<Find>,
    rejected: Vec<Rejected>,
    explain: bool,
}

impl Findings {
    /// An empty collection; `explain` says whether reasons and rejected candidates are wanted.
    pub fn new(explain: bool) -> Self {
        Self {
            finds: Vec::new(),
            rejected: Vec::new(),
            explain,
        }
    }

    /// Whether reasons are wanted; when not, do not spend time on them.
    pub fn wants_explanations(&self) -> bool {
        self.explain
    }

    /// Adds a find.
    pub fn add(&mut self, find: Find) {
        self.finds.push(find);
    }

    /// Notes a candidate that was turned down; forgotten unless explanations are wanted.
    pub fn reject(&mut self, find: Find, rejection: Rejection) {
        if self.explain {
            self.rejected.push(Rejected { find, rejection });
        }
    }

    /// What was found so far.
    pub fn finds(&self) -> &[Find] {
        &self.finds
    }

    /// What was found and what was turned down.
    pub fn into_parts(self) -> (Vec<Find>, Vec<Rejected>) {
        (self.finds, self.rejected)
    }
}
