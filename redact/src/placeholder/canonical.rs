//! When two spellings mean one entity: the canonical value that a placeholder's number stands for.
//!
//! Only spelling is folded, no knowledge is used: two values that meet here are the same to any
//! reader. A wrong meeting would cost little (each spelling keeps a placeholder of its own and
//! comes back as it was), a missed one nothing but a second number.

use std::borrow::Cow;

use crate::EntityType;
use crate::text::NormalizedText;

/// The canonical form of a value of a kind; borrowed where the value is its own.
pub(super) fn canonical<'s>(entity_type: &EntityType, surface: &'s str) -> Cow<'s, str> {
    let text = NormalizedText::new(surface);
    // Folding is told apart first, since most values are their own canonical form.
    let folded = if text.is_changed() {
        Cow::Owned(text.as_str().to_owned())
    } else {
        Cow::Borrowed(surface)
    };
    match entity_type.as_str() {
        "EMAIL_ADDRESS" => mail(folded),
        "PHONE_NUMBER" => Cow::Owned(phone(&folded)),
        "PERSON" => without_spaces(small(folded)),
        "URL" | "SECRET" | "SOCIAL_ID" => trimmed(folded),
        "JP_ADDRESS" | "LOCATION" => without_spaces(folded),
        _ => number(folded),
    }
}

fn trimmed(folded: Cow<'_, str>) -> Cow<'_, str> {
    match folded {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    }
}

/// ASCII in small letters.
fn small(folded: Cow<'_, str>) -> Cow<'_, str> {
    if folded.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(folded.to_ascii_lowercase())
    } else {
        folded
    }
}

/// The domain in small letters; before the `@`, case may matter.
fn mail(folded: Cow<'_, str>) -> Cow<'_, str> {
    let folded = trimmed(folded);
    match folded.rsplit_once('@') {
        Some((local, domain)) if domain.chars().any(char::is_uppercase) => {
            Cow::Owned(format!("{local}@{}", domain.to_lowercase()))
        }
        _ => folded,
    }
}

/// Digits as in E.164; a national number (leading 0) is taken for a Japanese one. What stands behind
/// a word (an extension) is kept apart.
fn phone(folded: &str) -> String {
    let international = folded
        .trim_start_matches(|c: char| !c.is_ascii_digit() && c != '+')
        .starts_with('+');
    // The trunk zero that is left out behind a country code: `+81 (0)3`.
    let folded = if international {
        std::borrow::Cow::Owned(folded.replace("(0)", ""))
    } else {
        std::borrow::Cow::Borrowed(folded)
    };
    let mut digits = String::with_capacity(16);
    let mut parted = false;
    for character in folded.chars() {
        if character.is_ascii_digit() {
            if parted && !digits.is_empty() {
                digits.push('x');
            }
            parted = false;
            digits.push(character);
        } else {
            parted |= character.is_alphabetic();
        }
    }
    if international {
        digits.insert(0, '+');
    } else if let Some(national) = digits.strip_prefix('0') {
        digits = format!("+81{national}");
    }
    digits
}

fn without_spaces(folded: Cow<'_, str>) -> Cow<'_, str> {
    if folded.contains(char::is_whitespace) {
        Cow::Owned(folded.chars().filter(|c| !c.is_whitespace()).collect())
    } else {
        folded
    }
}

/// Numbers lose their grouping; anything else is trimmed.
fn number(folded: Cow<'_, str>) -> Cow<'_, str> {
    let grouped = folded
        .bytes()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, b' ' | b'-'))
        && folded.bytes().any(|c| c.is_ascii_digit());
    if !grouped {
        return trimmed(folded);
    }
    if folded
        .bytes()
        .all(|c| c.is_ascii_digit() || c.is_ascii_uppercase())
    {
        return folded;
    }
    let compact = folded.chars().filter(char::is_ascii_alphanumeric);
    Cow::Owned(compact.map(|c| c.to_ascii_uppercase()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(entity_type: &EntityType, spellings: &[&str]) {
        let forms: Vec<String> = spellings
            .iter()
            .map(|spelling| canonical(entity_type, spelling).into_owned())
            .collect();
        for form in &forms {
            assert_eq!(Some(form), forms.first(), "{spellings:?}");
        }
    }

    #[test]
    fn spellings_of_one_value_meet() {
        same(
            &EntityType::PHONE_NUMBER,
            &[
                "090-1234-5678",
                "０９０－１２３４－５６７８",
                "+81 90 1234 5678",
                "+81-(0)90-1234-5678",
                "(090) 1234 5678",
            ],
        );
        same(
            &EntityType::EMAIL_ADDRESS,
            &["taro@Example.co.jp", "ｔａｒｏ＠example.co.jp"],
        );
        same(
            &EntityType::PERSON,
            &["山田 太郎", "山田太郎", "山田　太郎"],
        );
        same(&EntityType::PERSON, &["ﾔﾏﾀﾞ ﾀﾛｳ", "ヤマダタロウ"]);
        same(
            &EntityType::CREDIT_CARD,
            &["4111-1111-1111-1111", "4111 1111 1111 1111"],
        );
    }

    #[test]
    fn different_values_stay_apart() {
        let kind = EntityType::EMAIL_ADDRESS;
        assert_ne!(canonical(&kind, "Taro@a.jp"), canonical(&kind, "taro@a.jp"));
        let kind = EntityType::PHONE_NUMBER;
        assert_ne!(
            canonical(&kind, "03-1234-5678"),
            canonical(&kind, "03-1234-5678 内線12")
        );
        let kind = EntityType::DATE_TIME;
        assert_ne!(canonical(&kind, "1/23"), canonical(&kind, "12/3"));
    }
}
