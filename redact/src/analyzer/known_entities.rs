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
    use crate::recognizer::PatternRecognizer;
    use crate::{AnalyzerEngine, AnalyzerRequest};

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

    #[test]
    fn an_engine_refuses_what_it_does_not_find() {
        let engine = AnalyzerEngine::builder().build().unwrap();
        for name in ["EMAIL", "email_address", "EMAIL_ADDRESS ", "PHONE", "NOPE"] {
            let entities = [EntityType::URL, EntityType::new(name)];
            let request = AnalyzerRequest {
                entities: Some(&entities),
                ..AnalyzerRequest::default()
            };
            let kind = |error: Error| error.kind();
            let results = engine.analyze_with("taro@example.jp", &request);
            assert_eq!(results.map_err(kind), Err(ErrorKind::UnknownEntity));
            let explained = engine.explain("taro@example.jp", &request);
            assert_eq!(explained.err().map(kind), Some(ErrorKind::UnknownEntity));
            let builder = AnalyzerEngine::builder().only_entities(entities);
            assert_eq!(
                builder.build().err().map(kind),
                Some(ErrorKind::UnknownEntity)
            );
        }
    }

    #[test]
    fn a_recognizer_of_the_request_counts() {
        let engine = AnalyzerEngine::builder().build().unwrap();
        let entities = [EntityType::new("MASCOT")];
        let mascot = PatternRecognizer::builder("mascot", entities[0].clone())
            .deny_list(["ぽん太"])
            .build()
            .unwrap();
        let with = AnalyzerRequest {
            entities: Some(&entities),
            ad_hoc_recognizers: &[&mascot],
            ..AnalyzerRequest::default()
        };
        assert_eq!(engine.analyze_with("ぽん太です", &with).unwrap().len(), 1);
    }

    #[test]
    fn an_empty_list_asks_for_everything() {
        let engine = AnalyzerEngine::builder().build().unwrap();
        let request = AnalyzerRequest {
            entities: Some(&[]),
            ..AnalyzerRequest::default()
        };
        let text = "taro@example.jp 090-1234-5678";
        let all = engine.analyze(text).unwrap();
        assert_eq!(all.len(), 2);
        assert_eq!(engine.analyze_with(text, &request).unwrap(), all);
    }
}
