//! When two spellings mean one entity: the canonical value that a placeholder's number stands for.
//!
//! Only spelling is folded, no knowledge is used: two values that meet here are the same to any
//! reader. A wrong meeting would cost little (each spelling keeps a placeholder of its own and
//! comes back as it was), a missed one nothing but a second number.

use crate::EntityType;
use crate::text::NormalizedText;

/// The canonical form of a value of a kind.
pub(super) fn canonical(entity_type: &EntityType, surface: &str) -> String {
    let folded = NormalizedText::new(surface);
    let folded = folded.as_str();
    match entity_type.as_str() {
        "EMAIL_ADDRESS" => mail(folded),
        "PHONE_NUMBER" => phone(folded),
        "PERSON" => without_spaces(folded).to_lowercase(),
        "URL" | "SECRET" | "SOCIAL_ID" => folded.trim().to_owned(),
        "JP_ADDRESS" | "LOCATION" => without_spaces(folded),
        _ => number(folded),
    }
}

/// The domain in small letters; before the `@`, case may matter.
fn mail(folded: &str) -> String {
    let folded = folded.trim();
    match folded.rsplit_once('@') {
        Some((local, domain)) => format!("{local}@{}", domain.to_lowercase()),
        None => folded.to_owned(),
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

fn without_spaces(folded: &str) -> String {
    folded.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Numbers lose their grouping; anything else is trimmed.
fn number(folded: &str) -> String {
    let grouped = folded.contains(|c: char| c.is_ascii_digit())
        && folded
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, ' ' | '-'));
    if grouped {
        folded
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_uppercase())
            .collect()
    } else {
        folded.trim().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(entity_type: &EntityType, spellings: &[&str]) {
        let forms: Vec<String> = spellings
            .iter()
            .map(|spelling| canonical(entity_type, spelling))
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
