//! One placeholder: label, number, spelling.

use std::borrow::Cow;
use std::fmt;

/// The name of a placeholder, such as `[EMAIL_1]`; says nothing about the value behind it.
///
/// ```
/// use redact::placeholder::Placeholder;
///
/// let placeholder = Placeholder::parse("[PERSON_2b]").unwrap();
/// assert_eq!(placeholder.label(), "PERSON");
/// assert_eq!(placeholder.number(), 2);
/// assert_eq!(placeholder.to_string(), "[PERSON_2b]");
/// ```
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Placeholder {
    label: Cow<'static, str>,
    number: u32,
    variant: u8,
}

impl Placeholder {
    pub(super) fn from_parts(label: Cow<'static, str>, number: u32, variant: u8) -> Self {
        Self {
            label,
            number,
            variant,
        }
    }

    /// Whether `text` is its exact form.
    pub(super) fn is_written(&self, text: &str) -> bool {
        let number = text
            .strip_prefix('[')
            .and_then(|rest| rest.strip_prefix(&*self.label))
            .and_then(|rest| rest.strip_prefix('_'))
            .and_then(|rest| rest.strip_suffix(']'));
        let number = match (number, self.variant) {
            (None, _) => return false,
            (Some(number), 0) => Some(number),
            (Some(number), variant) => number.strip_suffix(char::from(b'a' + variant)),
        };
        number.is_some_and(|digits| {
            !digits.starts_with('0')
                && digits.bytes().all(|byte| byte.is_ascii_digit())
                && digits.parse() == Ok(self.number)
        })
    }

    /// Reads a placeholder in its exact form; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let (label, number) = text
            .strip_prefix('[')?
            .strip_suffix(']')?
            .rsplit_once('_')?;
        let is_label = label.starts_with(|c: char| c.is_ascii_uppercase())
            && label
                .chars()
                .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_');
        let digits = number.trim_end_matches(|c: char| c.is_ascii_lowercase());
        let variant = match number.get(digits.len()..)?.as_bytes() {
            [] => 0,
            [letter @ b'b'..=b'z'] => letter - b'a',
            _ => return None,
        };
        let is_number = digits.len() < 10
            && digits.starts_with(|c: char| matches!(c, '1'..='9'))
            && digits.bytes().all(|byte| byte.is_ascii_digit());
        (is_label && is_number)
            .then(|| digits.parse().ok())
            .flatten()
            .map(|number| Self::from_parts(Cow::Owned(label.to_owned()), number, variant))
    }

    /// The label, such as `EMAIL`.
    pub fn label(&self) -> &str {
        &self.label
    }

    /// The number; 0 where it was dropped (`[EMAIL]`, in a report).
    pub fn number(&self) -> u32 {
        self.number
    }

    /// Which spelling of its entity it stands for, 0 for the first.
    pub fn spelling(&self) -> u8 {
        self.variant
    }
}

impl fmt::Display for Placeholder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.number == 0 {
            return write!(formatter, "[{}]", self.label);
        }
        let mut text = String::new();
        write(&self.label, self.number, self.variant, &mut text);
        formatter.write_str(&text)
    }
}

impl fmt::Debug for Placeholder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

impl serde::Serialize for Placeholder {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Writes a placeholder in its exact form.
pub(super) fn write(label: &str, number: u32, variant: u8, output: &mut String) {
    output.push('[');
    output.push_str(label);
    output.push('_');
    let mut digits = [0; 10];
    let mut rest = number;
    let mut first = digits.len();
    while first > 0 {
        first -= 1;
        if let Some(digit) = digits.get_mut(first) {
            *digit = (rest % 10) as u8 + b'0';
        }
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    output.extend(
        digits
            .get(first..)
            .unwrap_or_default()
            .iter()
            .map(|digit| char::from(*digit)),
    );
    if variant > 0 {
        output.push(char::from(b'a' + variant));
    }
    output.push(']');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_and_read_back() {
        for (label, number, variant, text) in [
            ("EMAIL", 1, 0, "[EMAIL_1]"),
            ("CREDIT_CARD", 40, 1, "[CREDIT_CARD_40b]"),
            ("X", 999_999_999, 25, "[X_999999999z]"),
        ] {
            let mut written = String::new();
            write(label, number, variant, &mut written);
            assert_eq!(written, text);
            let read = Placeholder::parse(text).expect("an exact placeholder");
            assert!(read.is_written(text));
            assert!(!read.is_written(&text.to_lowercase()) && !read.is_written(&text[1..]));
            assert_eq!(read, Placeholder::from_parts(label.into(), number, variant));
            assert_eq!(read.to_string(), text);
        }
        for other in [
            "[EMAIL]",
            "EMAIL_1",
            "[EMAIL_0]",
            "[EMAIL_01]",
            "[EMAIL_1a]",
            "[email_1]",
        ] {
            assert_eq!(Placeholder::parse(other), None, "{other}");
        }
    }
}
