//! Presidio's recognizer registry, read from YAML.
//!
//! Custom entries become [`PatternRecognizer`]s, one for each language as in Presidio. Entries of type
//! `predefined` name classes of Presidio's; they are answered as names, for the caller to map onto
//! built-in rules. What this crate does not know in an entry is an error, so that no wish of a
//! configuration is dropped in silence.

use super::schema::{EntryKind, Registry};
use crate::recognizer::PatternRecognizer;
use crate::{Error, ErrorKind, Result};

/// What a registry file says.
#[derive(Debug)]
#[non_exhaustive]
pub struct RecognizerRegistryFile {
    /// The languages the registry is for; empty when it does not say.
    pub supported_languages: Vec<String>,
    /// The custom recognizers that are enabled, one for each entry and language.
    pub recognizers: Vec<PatternRecognizer>,
    /// The entries that name a recognizer of Presidio's own.
    pub predefined: Vec<PredefinedRecognizer>,
}

/// An entry that names a recognizer of Presidio's own, such as `CreditCardRecognizer`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PredefinedRecognizer {
    /// The class's name.
    pub name: String,
    /// Whether it is to run.
    pub enabled: bool,
}

/// Reads a registry in Presidio's YAML schema.
///
/// ```
/// use redact::AnalyzerEngine;
/// use redact::presidio::read_registry;
///
/// let registry = read_registry(
///     r#"
/// recognizers:
///   - name: Staff numbers
///     supported_entity: STAFF_ID
///     supported_language: ja
///     patterns:
///       - {name: letter and digits, regex: 'S-\d{5}', score: 0.5}
///     context: [社員番号]
/// "#,
/// )?;
/// let mut builder = AnalyzerEngine::builder();
/// for recognizer in registry.recognizers {
///     builder = builder.with_recognizer(recognizer);
/// }
/// assert_eq!(builder.build()?.analyze("社員番号はS-00123です")?.len(), 1);
/// # Ok::<(), redact::Error>(())
/// ```
///
/// # Errors
///
/// [`ErrorKind::InvalidFormat`] for what is no YAML or not of the schema, naming entry and field;
/// [`ErrorKind::InvalidPattern`] for a pattern that does not compile.
pub fn read_registry(yaml: &str) -> Result<RecognizerRegistryFile> {
    let registry = Registry::read(yaml)?;
    let mut file = RecognizerRegistryFile {
        supported_languages: registry.languages,
        recognizers: Vec::new(),
        predefined: Vec::new(),
    };
    for entry in registry.entries {
        let (entity, patterns, deny_list, deny_list_score) = match entry.kind {
            EntryKind::Predefined { class: name } => {
                let enabled = entry.is_enabled;
                file.predefined.push(PredefinedRecognizer { name, enabled });
                continue;
            }
            EntryKind::Custom {
                entity,
                patterns,
                deny_list,
                deny_list_score,
            } => (entity, patterns, deny_list, deny_list_score),
        };
        if !entry.score_thresholds.is_empty() {
            return Err(Error::new(
                ErrorKind::InvalidFormat,
                format!(
                    "{}: field `score_thresholds` is not supported by the default profile; set the threshold of the engine",
                    entry.label
                ),
            ));
        }
        let is_one = entry.languages.len() == 1;
        for (language, context) in entry.languages {
            // Ids are unique in an engine.
            let id = match &language {
                Some(language) if !is_one => format!("{} ({language})", entry.name),
                _ => entry.name.clone(),
            };
            // What the recognizer says of itself is said by the entry already.
            let named_twice = format!("recognizer {id}: ");
            let mut builder = PatternRecognizer::builder(id, entity.clone())
                .flags(registry.flags)
                .context(context.unwrap_or_default())
                .deny_list(deny_list.clone())
                .deny_list_score(deny_list_score);
            if let Some(language) = language {
                builder = builder.supported_language(language);
            }
            for (pattern, regex, score) in &patterns {
                builder = builder.pattern(pattern.clone(), regex.clone(), *score);
            }
            let recognizer = builder.build().map_err(|error| {
                let why = error.to_string().replacen(&named_twice, "", 1);
                Error::new(error.kind(), format!("{}: {why}", entry.label))
            })?;
            // A disabled entry is checked all the same, so that enabling it later brings no surprise.
            if entry.is_enabled {
                file.recognizers.push(recognizer);
            }
        }
    }
    Ok(file)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::AnalyzerEngine;
    use crate::recognizer::EntityRecognizer;

    fn error_of(yaml: &str) -> String {
        read_registry(yaml).unwrap_err().to_string()
    }

    #[test]
    fn entries_of_every_kind_are_read() {
        let file = read_registry(
            r"
supported_languages: [ja, en]
global_regex_flags: 26
recognizers:
  - CreditCardRecognizer
  - name: IbanRecognizer
    type: predefined
    enabled: false
  - name: Plans
    type: custom
    supported_entities: [PLAN]
    supported_languages:
      - language: ja
        context: [計画]
      - en
    deny_list: [暁計画, Dawn]
    deny_list_score: 0.9
  - name: not yet
    enabled: false
    supported_entity: LATER
    patterns: [{name: a, regex: a, score: 1}]
",
        )
        .unwrap();
        assert_eq!(file.supported_languages, ["ja", "en"]);
        let predefined: Vec<_> = file
            .predefined
            .iter()
            .map(|entry| (entry.name.as_str(), entry.enabled))
            .collect();
        assert_eq!(
            predefined,
            [("CreditCardRecognizer", true), ("IbanRecognizer", false)]
        );
        let languages: Vec<_> = file
            .recognizers
            .iter()
            .map(|recognizer| (recognizer.id(), recognizer.supported_language()))
            .collect();
        assert_eq!(
            languages,
            [("Plans (ja)", Some("ja")), ("Plans (en)", Some("en"))]
        );
        let mut builder = AnalyzerEngine::builder();
        for recognizer in file.recognizers {
            builder = builder.with_recognizer(recognizer);
        }
        let found = builder
            .build()
            .unwrap()
            .analyze("先日の暁計画とdawnの件")
            .unwrap();
        assert_eq!(found.len(), 2);
    }

    #[test]
    fn errors_name_entry_and_field() {
        let pattern = |fields: &str| {
            format!(
                "recognizers:\n  - name: plan\n    supported_entity: PLAN\n    patterns: [{{{fields}}}]\n"
            )
        };
        for (yaml, message) in [
            ("recognizers: 3".to_owned(), "the registry: field `recognizers` must be a list"),
            ("a: b".to_owned(), "the registry: field `recognizers` is missing"),
            ("recognizers:\n - 3".to_owned(), "entry 1 must be a name or a mapping"),
            ("recognizers:\n - {enabled: true}".to_owned(), "entry 1: field `name` is missing"),
            (pattern("name: a, regex: a, score: 1.5"), "entry 1 (plan), pattern 1: field `score` must lie between 0 and 1"),
            (pattern("name: a, regex: a, score: high"), "entry 1 (plan), pattern 1: field `score` must be a number, not a text"),
            (pattern("name: a, score: 0.5"), "entry 1 (plan), pattern 1: field `regex` is missing"),
            (pattern("name: a, regex: '(', score: 0.5"), "entry 1 (plan): pattern a"),
            ("recognizers:\n - {name: a, colour: red}".to_owned(), "entry 1 (a): field `colour` is not known"),
            ("recognizers:\n - {name: a, type: odd}".to_owned(), "entry 1 (a): field `type`"),
            ("recognizers:\n - {name: a, deny_list: [119], supported_entity: A}".to_owned(), "entry 1 (a): field `deny_list` must hold texts alone"),
            ("recognizers:\n - {name: a, deny_list: [b]}".to_owned(), "entry 1 (a): field `supported_entity` is missing"),
            ("recognizers:\n - {name: a, deny_list: [b], supported_entity: A, supported_entities: [A]}".to_owned(), "cannot stand beside"),
            ("global_regex_flags: 4\nrecognizers: []".to_owned(), "field `global_regex_flags`"),
            ("recognizers: [".to_owned(), "not valid YAML at line"),
        ] {
            let error = error_of(&yaml);
            assert!(error.contains(message), "{error} for {yaml}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

        #[test]
        fn no_text_panics(text in r"(?s).{0,80}", pieces in prop::collection::vec(prop::sample::select(vec![
            "recognizers:", "\n  - ", "\n    ", "name: a", "patterns: [", "]", "{", "}", "regex: '(?<=a)'", "score: 0.5",
            "deny_list: [b]", "supported_entity: A", "&a ", "*a", "!!int ", "\t", "- ", "? ", "|", ">", "%", "#", "\"",
        ]), 0..14)) {
            drop(read_registry(&text));
            drop(read_registry(&pieces.concat()));
        }
    }
}
