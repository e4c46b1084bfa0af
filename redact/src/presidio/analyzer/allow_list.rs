//! Values that are no personal data, in Presidio's two ways.

use std::collections::HashSet;

use crate::Result;
use crate::presidio::CustomPattern;
use crate::recognizer::PatternFlags;

/// A list of allowed values.
pub struct AllowList(Kind);

enum Kind {
    Exact(HashSet<String>),
    Pattern(Option<Box<CustomPattern>>),
}

impl AllowList {
    /// Allows results whose text is one of these, in the same case.
    pub fn exact<T: Into<String>>(texts: impl IntoIterator<Item = T>) -> Self {
        Self(Kind::Exact(texts.into_iter().map(Into::into).collect()))
    }

    /// Allows results in which one of these expressions, in Python's syntax, matches; empty ones are left
    /// out.
    ///
    /// # Errors
    ///
    /// [`InvalidPattern`](crate::ErrorKind::InvalidPattern) if the expressions do not compile together.
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
        CustomPattern::new(&expressions.join("|"), flags.python_bits())
            .map(|pattern| Self(Kind::Pattern(Some(Box::new(pattern)))))
    }

    /// Whether a result with this text is allowed. A search that hits its bound allows nothing.
    pub(super) fn allows(&self, surface: &str) -> bool {
        match &self.0 {
            Kind::Exact(texts) => texts.contains(surface),
            Kind::Pattern(pattern) => pattern
                .as_ref()
                .is_some_and(|pattern| pattern.is_match(surface).unwrap_or(false)),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_are_python_s() {
        let list = AllowList::regex(
            [r"example\.com\Z", "", r"\<none\>"],
            PatternFlags::default(),
        );
        let list = list.unwrap();
        assert!(list.allows("www.EXAMPLE.com") && list.allows("<none>"));
        assert!(!list.allows("example.com.br") && !list.allows("none"));
        let none: [&str; 0] = [];
        assert!(
            !AllowList::regex(none, PatternFlags::default())
                .unwrap()
                .allows("")
        );
        assert!(AllowList::regex(["("], PatternFlags::default()).is_err());
    }
}
