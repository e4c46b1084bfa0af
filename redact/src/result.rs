//! What the analyzer answers: results and, on request, the reasons.

use crate::EntityType;
use crate::text::{Original, Span};

/// How sure a result is, from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, serde::Serialize)]
#[serde(transparent)]
pub struct Score(f64);

impl Score {
    /// No trust at all; such a result is never answered.
    pub const ZERO: Self = Self(0.0);
    /// Certain: a check digit or an unmistakable form confirmed it.
    pub const ONE: Self = Self(1.0);

    /// A score between 0 and 1. As a constant, a value outside fails to compile.
    ///
    /// # Panics
    ///
    /// When `value` is not between 0 and 1. For values that are not constants see
    /// [`Score::saturating`].
    pub const fn new(value: f64) -> Self {
        assert!(value >= 0.0 && value <= 1.0, "a score lies between 0 and 1");
        Self(value)
    }

    /// The nearest score to `value`; what is no number becomes 0.
    pub const fn saturating(value: f64) -> Self {
        if value >= 1.0 {
            Self::ONE
        } else if value > 0.0 {
            Self(value)
        } else {
            Self::ZERO
        }
    }

    /// The score as a number.
    pub const fn value(self) -> f64 {
        self.0
    }
}

impl Eq for Score {}

// A score is never NaN, so that the order is total.
#[allow(
    clippy::derive_ord_xor_partial_ord,
    reason = "both orders are those of the number"
)]
impl Ord for Score {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

/// One find: what, where, how sure, and by which recognizer.
#[derive(Clone, PartialEq)]
pub struct RecognizerResult {
    /// The kind of personal data.
    pub entity_type: EntityType,
    /// Where it stands: bytes of the original text, on character boundaries.
    pub span: Span<Original>,
    /// How sure.
    pub score: Score,
    /// The id of the recognizer that found it, such as `jp/postal_code`.
    pub recognizer: std::borrow::Cow<'static, str>,
}

impl std::fmt::Debug for RecognizerResult {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            formatter,
            "{}@{:?} {:.2} ({})",
            self.entity_type, self.span, self.score.0, self.recognizer
        )
    }
}
