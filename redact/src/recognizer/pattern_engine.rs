//! What runs a pattern that a caller wrote.
//!
//! The linear engine if it can take the pattern; look-around and back-references need the backtracking
//! one, whose bound is an error, never a text that counts as searched.

use crate::ErrorKind;

/// How many steps back one match may take on the backtracking engine.
const BACKTRACK_LIMIT: usize = 200_000;
/// How large a compiled pattern may be, in bytes.
const SIZE_LIMIT: usize = 4 * 1024 * 1024;

/// How patterns are read; the defaults are Presidio's (`regex_flags` 26).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PatternFlags {
    /// Letters match in any case.
    pub ignore_case: bool,
    /// `^` and `$` match at lines.
    pub multi_line: bool,
    /// `.` matches a line break.
    pub dot_matches_new_line: bool,
}

impl PatternFlags {
    /// The flags as Python's `re` counts them.
    #[cfg(feature = "presidio")]
    pub(crate) fn python_bits(self) -> u32 {
        let Self {
            ignore_case,
            multi_line,
            dot_matches_new_line,
        } = self;
        u32::from(ignore_case) * 2
            + u32::from(multi_line) * 8
            + u32::from(dot_matches_new_line) * 16
    }
}

impl Default for PatternFlags {
    fn default() -> Self {
        Self {
            ignore_case: true,
            multi_line: true,
            dot_matches_new_line: true,
        }
    }
}

/// A compiled pattern of a caller's.
pub(crate) enum PatternEngine {
    Linear(Box<regex::Regex>),
    Backtracking(Box<fancy_regex::Regex>),
}

impl PatternEngine {
    /// The linear engine if it can take the pattern, else the backtracking one. The message of a failure
    /// holds the pattern, which is configuration, and no text.
    pub(crate) fn compile(pattern: &str, flags: PatternFlags) -> std::result::Result<Self, String> {
        let linear = regex::RegexBuilder::new(pattern)
            .case_insensitive(flags.ignore_case)
            .multi_line(flags.multi_line)
            .dot_matches_new_line(flags.dot_matches_new_line)
            .size_limit(SIZE_LIMIT)
            .build();
        match linear {
            Ok(regex) => Ok(Self::Linear(Box::new(regex))),
            Err(regex::Error::CompiledTooBig(_)) => Err("it is too large when compiled".to_owned()),
            Err(_) => fancy_regex::RegexBuilder::new(pattern)
                .case_insensitive(flags.ignore_case)
                .multi_line(flags.multi_line)
                .dot_matches_new_line(flags.dot_matches_new_line)
                .backtrack_limit(BACKTRACK_LIMIT)
                .delegate_size_limit(SIZE_LIMIT)
                .build()
                .map(|regex| Self::Backtracking(Box::new(regex)))
                .map_err(|error| error.to_string()),
        }
    }

    /// Visits the bytes of the matches that are not empty, in order.
    pub(crate) fn find(
        &self,
        text: &str,
        mut visit: impl FnMut(usize, usize),
    ) -> std::result::Result<(), ErrorKind> {
        match self {
            Self::Linear(regex) => {
                for found in regex.find_iter(text).filter(|found| !found.is_empty()) {
                    visit(found.start(), found.end());
                }
            }
            Self::Backtracking(regex) => {
                for found in regex.find_iter(text) {
                    let found = found.map_err(|_| ErrorKind::PatternLimit)?;
                    if found.start() < found.end() {
                        visit(found.start(), found.end());
                    }
                }
            }
        }
        Ok(())
    }

    /// Whether it takes time linear in the text. One that does not can hit its bound.
    pub(crate) fn is_linear(&self) -> bool {
        matches!(self, Self::Linear(_))
    }
}
