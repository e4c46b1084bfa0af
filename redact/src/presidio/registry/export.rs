//! The built-in rules in the YAML of Presidio's recognizer registry.
//!
//! What that schema cannot say stays behind: check digits, counter-labels, and that a value stands
//! behind a label. Boundaries become look-around. A pattern that is tried behind labels only is
//! written with a score that needs context, and its labels as context words.

use serde::Serialize;

use crate::recognizer::{
    Activation, Anchor, Boundary, Pattern, RecognizerSpec, with_ascii_classes,
};
use crate::recognizers::catalogue;
use crate::{Error, ErrorKind, Result};

/// The score of a pattern that in this crate stands behind a label.
const BEHIND_LABEL: f64 = 0.05;

#[derive(Serialize)]
struct Registry<'s> {
    supported_languages: [&'static str; 2],
    /// Rules say themselves what ignores case.
    global_regex_flags: u8,
    recognizers: Vec<Recognizer<'s>>,
}

#[derive(Serialize)]
struct Recognizer<'s> {
    name: &'s str,
    r#type: &'static str,
    enabled: bool,
    supported_languages: Vec<Language<'s>>,
    supported_entity: &'s str,
    patterns: Vec<ExportedPattern<'s>>,
}

#[derive(Serialize)]
struct Language<'s> {
    language: &'static str,
    context: Vec<&'s str>,
}

#[derive(Serialize)]
struct ExportedPattern<'s> {
    name: &'s str,
    regex: String,
    score: f64,
}

/// All built-in rules as a registry that Presidio loads; rules that run only on request are disabled.
///
/// # Errors
///
/// [`ErrorKind::InvalidFormat`] if the YAML could not be written, which no catalogue causes.
pub fn export_catalogue() -> Result<String> {
    let registry = Registry {
        supported_languages: ["ja", "en"],
        global_regex_flags: 0,
        recognizers: catalogue().map(recognizer).collect(),
    };
    serde_saphyr::to_string(&registry).map_err(|_| {
        Error::new(
            ErrorKind::InvalidFormat,
            "the catalogue could not be written as YAML",
        )
    })
}

fn recognizer(spec: &RecognizerSpec) -> Recognizer<'_> {
    let mut context: Vec<&str> = spec.context.to_vec();
    for anchor in spec.patterns.iter().flat_map(|pattern| pattern.anchors) {
        if let Anchor::Label(labels) = anchor {
            context.extend(labels.iter().map(|label| label.trim()));
        }
    }
    context.sort_unstable();
    context.dedup();
    Recognizer {
        name: spec.id,
        r#type: "custom",
        enabled: spec.activation == Activation::Default,
        supported_languages: ["ja", "en"]
            .into_iter()
            .map(|language| Language {
                language,
                context: context.clone(),
            })
            .collect(),
        supported_entity: spec.entity.as_str(),
        patterns: spec
            .patterns
            .iter()
            .map(|pattern| ExportedPattern {
                name: pattern.name,
                regex: with_boundary(pattern),
                score: if is_behind_label(pattern) {
                    pattern.score.value().min(BEHIND_LABEL)
                } else {
                    pattern.score.value()
                },
            })
            .collect(),
    }
}

fn is_behind_label(pattern: &Pattern) -> bool {
    pattern
        .anchors
        .iter()
        .any(|anchor| matches!(anchor, Anchor::Label(_)))
}

fn with_boundary(pattern: &Pattern) -> String {
    // `-u` keeps tables small here and is no flag of Python's engines.
    let regex = with_ascii_classes(pattern.regex)
        .replace("(?i-u:", "(?i:")
        .replace("(?-u:", "(?:");
    match pattern.boundary {
        Boundary::None => regex,
        Boundary::Word => format!("(?<![0-9A-Za-z_])(?:{regex})(?![0-9A-Za-z_])"),
        Boundary::WordStart => format!("(?<![0-9A-Za-z_])(?:{regex})"),
        Boundary::Number => {
            format!("(?<![0-9A-Za-z_])(?<![0-9][-.,/:])(?:{regex})(?![0-9A-Za-z_])(?![-.,/:][0-9])")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presidio::read_registry;
    use crate::recognizer::EntityRecognizer;
    use crate::{AnalyzerEngine, EntityType};

    #[test]
    fn the_exported_catalogue_reads_back() {
        let file = read_registry(&export_catalogue().unwrap()).unwrap();
        let enabled: Vec<&RecognizerSpec> = catalogue()
            .filter(|rule| rule.activation == Activation::Default)
            .collect();
        assert_eq!(file.recognizers.len(), enabled.len() * 2);
        for (pair, rule) in file.recognizers.chunks(2).zip(enabled) {
            for recognizer in pair {
                assert!(recognizer.id().starts_with(rule.id));
                assert_eq!(
                    recognizer.supported_entities(),
                    std::slice::from_ref(&rule.entity)
                );
            }
        }
    }

    #[test]
    fn what_was_read_back_finds() {
        let file = read_registry(&export_catalogue().unwrap()).unwrap();
        let mut builder = AnalyzerEngine::builder().empty();
        for recognizer in file.recognizers {
            if recognizer.id() == "generic/email (ja)" {
                builder = builder.with_recognizer(recognizer);
            }
        }
        let found = builder
            .build()
            .unwrap()
            .analyze("連絡先はyamada@example.jpです")
            .unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].entity_type, EntityType::EMAIL_ADDRESS);
    }
}
