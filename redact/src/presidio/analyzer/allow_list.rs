//! Values that are no personal data, in Presidio's two ways.

use std::collections::HashSet;

use crate::recognizer::PatternFlags;
use crate::{Error, ErrorKind, Result};

/// How many steps back one search may take on the backtracking engine.
const BACKTRACK_LIMIT: usize = 200_000;

/// A list of allowed values.
pub struct AllowList(Kind);

enum Kind {
    Exact(HashSet<String>),
    Pattern(Option<Box<fancy_regex::Regex>>),
}

impl AllowList {
    /// Allows results whose text is one of these, in the same case.
    pub fn exact<T: Into<String>>(texts: impl IntoIterator<Item = T>) -> Self {
        Self(Kind::Exact(texts.into_iter().map(Into::into).collect()))
    }

    /// Allows results in which one of these expressions matches; empty ones are left out.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidPattern`] if the expressions do not compile together.
    pub fn regex<T: AsRef<str>>(
        expressions: impl IntoIterator<Item = T>,
        flags: PatternFlags,
    ) -> Result<Self> {
        let expressions: Vec<String> = expressions
            .into_iter()
            .map(|expression| expression.as_ref().to_owned())
            .filter(|expression| !expression.is_empty())
            .collect();
        if expressions.is_empty() {
            return Ok(Self(Kind::Pattern(None)));
        }
        let regex = fancy_regex::RegexBuilder::new(&expressions.join("|"))
            .case_insensitive(flags.ignore_case)
            .multi_line(flags.multi_line)
            .dot_matches_new_line(flags.dot_matches_new_line)
            .backtrack_limit(BACKTRACK_LIMIT)
            .build()
            .map_err(|_| {
                Error::new(
                    ErrorKind::InvalidPattern,
                    "the allow list's expressions do not compile when joined by `|`",
                )
            })?;
        Ok(Self(Kind::Pattern(Some(Box::new(regex)))))
    }

    /// Whether a result with this text is allowed. A search that hits its bound allows nothing.
    pub(super) fn allows(&self, surface: &str) -> bool {
        match &self.0 {
            Kind::Exact(texts) => texts.contains(surface),
            Kind::Pattern(regex) => regex
                .as_ref()
                .is_some_and(|regex| regex.is_match(surface).unwrap_or(false)),
        }
    }
}

impl std::fmt::Debug for AllowList {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.0 {
            Kind::Exact(texts) => write!(formatter, "AllowList({} texts)", texts.len()),
            Kind::Pattern(_) => formatter.write_str("AllowList(expressions)"),
        }
    }
}
