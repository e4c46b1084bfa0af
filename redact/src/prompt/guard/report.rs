//! What the guard found: kinds of violation, each with its place and without any text.

use std::ops::Range;

use crate::text::{Original, Span};

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
    /// A placeholder in a URL, a host or a mail address, where restoring would send the value away.
    PlaceholderInUrl,
    /// Personal data that no placeholder stands for and nobody offered.
    PersonalData,
    /// A URL or host that neither the template nor the mail offered.
    UnofferedUrl,
    /// A mail address or account that neither the template nor the mail offered.
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

impl ViolationKind {
    /// The name, such as `unoffered_url`.
    pub fn name(self) -> &'static str {
        match self {
            Self::UnknownPlaceholder => "unknown_placeholder",
            Self::PlaceholderOutOfScope => "placeholder_out_of_scope",
            Self::ForeignPlaceholder => "foreign_placeholder",
            Self::PlaceholderInUrl => "placeholder_in_url",
            Self::PersonalData => "personal_data",
            Self::UnofferedUrl => "unoffered_url",
            Self::UnofferedAddress => "unoffered_address",
            Self::UnofferedPhone => "unoffered_phone",
            Self::Html => "html",
            Self::MarkdownLink => "markdown_link",
            Self::HeaderBreak => "header_break",
            Self::InvisibleCharacter => "invisible_character",
            Self::CanaryEchoed => "canary_echoed",
            Self::WrongLanguage => "wrong_language",
            Self::TooLong => "too_long",
            Self::Empty => "empty",
        }
    }
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
    /// The violations, in the order of their places, each once.
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

    pub(super) fn add(&mut self, kind: ViolationKind, range: Range<usize>) {
        self.violations.push(Violation {
            kind,
            span: Span::new(range.start, range.end),
        });
    }

    /// The report in its order: by place, each violation once.
    pub(super) fn finish(mut self) -> Self {
        self.violations.sort_by_key(|violation| {
            (violation.span.start(), violation.span.end(), violation.kind)
        });
        self.violations.dedup();
        self
    }
}
