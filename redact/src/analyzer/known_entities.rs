//! Whether somebody finds the kinds that a caller names. A kind that nobody finds is a mistake of the
//! caller's, mostly a mistyped name: to go on would pass the text in clear.

use crate::{EntityType, Error, ErrorKind, Result};

/// Longer names are not repeated in a message.
const MAX_SHOWN: usize = 64;

/// Fails when one of `named` is a kind that nobody finds.
pub(crate) fn check_known(
    named: &[EntityType],
    is_found: impl Fn(&EntityType) -> bool,
) -> Result<()> {
    match named.iter().find(|entity| !is_found(entity)) {
        None => Ok(()),
        Some(unknown) => Err(Error::new(ErrorKind::UnknownEntity, message(unknown))),
    }
}

/// The name is repeated only if it is one: what a program puts there by mistake may be a text.
fn message(unknown: &EntityType) -> String {
    let name = unknown.as_str();
    let is_name = !name.is_empty()
        && name.len() <= MAX_SHOWN
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if is_name {
        format!("no recognizer finds {name}; ask for the kinds that this engine supports")
    } else {
        "no recognizer finds one of the named kinds, and what stands there is no name of a kind"
            .to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_name_is_not_repeated() {
        for text in ["taro@example.jp", "", "山田", "A B", &"A".repeat(65)] {
            let error = check_known(&[EntityType::new(text.to_owned())], |_| false).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::UnknownEntity);
            assert!(text.is_empty() || !error.to_string().contains(text));
        }
        let error = check_known(&[EntityType::URL, EntityType::new("EMIAL")], |entity| {
            *entity == EntityType::URL
        });
        assert!(error.unwrap_err().to_string().contains("finds EMIAL;"));
    }
}
