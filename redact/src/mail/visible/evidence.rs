//! Small facts about a line: does it name a date, a time, a mail address?

/// Whether a mail address stands in the text.
pub(super) fn has_address(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().enumerate().any(|(at, &byte)| {
        byte == b'@'
            && at
                .checked_sub(1)
                .and_then(|before| bytes.get(before))
                .is_some_and(|&before| is_local(before))
            && bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric)
    })
}

fn is_local(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"._+-'=/".contains(&byte)
}

/// Whether a time of day stands in the text: `18:41`, `13.16`, `18時41分`, `3h05`.
pub(super) fn has_time(text: &str) -> bool {
    runs_of_digits(text).any(|(digits, behind)| {
        let is_hour = digits.len() <= 2;
        let mut rest = behind.chars();
        let separator = rest.next();
        let minutes = rest.as_str().bytes().take_while(u8::is_ascii_digit).count();
        match separator {
            Some(':' | '：' | '.' | 'h') => is_hour && minutes == 2,
            Some('時' | '시') => is_hour,
            _ => false,
        }
    })
}

/// Whether a date stands in the text: a year of four digits beside other numbers or names, a date
/// by slashes, dots or dashes, or a day by 月 and 日.
pub(super) fn has_date(text: &str) -> bool {
    runs_of_digits(text).any(|(digits, behind)| {
        let is_year = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
        let mut rest = behind.chars();
        let separator = rest.next();
        let number_follows = rest.next().is_some_and(|c| c.is_ascii_digit());
        match separator {
            Some('/' | '.' | '-') if digits.len() <= 4 => number_follows || is_year,
            Some('月' | '年' | '년' | '월') => true,
            _ => is_year,
        }
    })
}

/// Every run of ASCII digits and what stands behind it.
fn runs_of_digits(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let start = rest.bytes().position(|b| b.is_ascii_digit())?;
        let from = rest.get(start..)?;
        let length = from.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, behind) = from.split_at_checked(length)?;
        rest = behind;
        Some((digits, behind))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_times_and_dates() {
        assert!(has_address("<a@example.jp>"));
        assert!(!has_address("@team a @ b"));
        for text in ["18:41", "13.16 Ann", "18時41分", "at 9:26,"] {
            assert!(has_time(text), "{text}");
        }
        assert!(!has_time("2025-01-02 und 100:1"));
        for text in [
            "2025年5月12日",
            "05/12/2025",
            "Mon, 12 May 2025",
            "12-05-2025",
            "5月12日",
        ] {
            assert!(has_date(text), "{text}");
        }
        assert!(!has_date("12 mal 5"));
    }
}
