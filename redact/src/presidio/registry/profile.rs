//! A registry file for the profile `presidio`.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::super::CustomPattern;
use super::super::analyzer::{PatternFinder, Recognizer, ScoreThresholds};
use super::super::recognizers::{by_name, check_language, languages, needs_a_model};
use super::node::Node;
use super::schema::{EntryKind, Registry, RegistryEntry};
use crate::recognizer::PatternFlags;
use crate::{Error, ErrorKind, Result};

/// The recognizers that a registry file enables, one for each entry and language, as Presidio makes
/// them: an entry without languages is for those of the registry, and those are `wanted` if the
/// file does not say. Entries that need a language model are left out, since there is none.
///
/// ```
/// let recognizers = redact::presidio::registry_recognizers(
///     r"
/// supported_languages: [en]
/// recognizers:
///   - UuidRecognizer
///   - name: Zip code
///     supported_entity: ZIP
///     patterns: [{name: zip, regex: '\\b\\d{5}\\b', score: 0.01}]
///     context: [zip]
/// ",
///     &["en".to_owned()],
/// )?;
/// let names: Vec<&str> = recognizers.iter().map(|recognizer| recognizer.name()).collect();
/// assert_eq!(names, ["UuidRecognizer", "Zip code"]);
/// # Ok::<(), redact::Error>(())
/// ```
///
/// # Errors
///
/// As [`super::read_registry`]; also for a class that does not exist, and for one of `wanted` that
/// neither the file nor, for entries without languages, Presidio's default registry names.
pub fn registry_recognizers(yaml: &str, wanted: &[String]) -> Result<Vec<Arc<Recognizer>>> {
    let registry = Registry::read(yaml)?;
    let served = served_languages(&registry);
    for language in wanted {
        check_language(language, served.iter().map(String::as_str))?;
    }
    let own = (!registry.languages.is_empty()).then_some(&*registry.languages);
    let languages = own.unwrap_or(wanted);
    let mut recognizers = Vec::new();
    for entry in registry.entries.iter().filter(|entry| entry.is_enabled) {
        let is_wanted = |country: &str| {
            registry
                .countries
                .as_ref()
                .is_none_or(|wanted| wanted.iter().any(|one| one.eq_ignore_ascii_case(country)))
        };
        let class = match &entry.kind {
            EntryKind::Predefined { class } if needs_a_model(class) => continue,
            EntryKind::Predefined { class } => by_name(class),
            EntryKind::Custom { .. } => None,
        };
        let country = entry
            .country
            .as_deref()
            .or(class.and_then(|class| class.class.country));
        if !country.is_none_or(is_wanted) {
            continue;
        }
        for (language, context) in &entry.languages {
            let served: Vec<&str> = match language {
                Some(language) => vec![language],
                None => languages.iter().map(String::as_str).collect(),
            };
            for language in served
                .into_iter()
                .filter(|one| languages.iter().any(|own| own == one))
            {
                let mut recognizer = instance(entry, registry.flags)?.with_language(language);
                if let Some(context) = context {
                    recognizer = recognizer.with_context(context);
                }
                recognizers.push(Arc::new(recognizer));
            }
        }
    }
    Ok(recognizers)
}

/// The languages that a registry file serves: its own, or else those of its entries.
fn served_languages(registry: &Registry) -> BTreeSet<String> {
    if !registry.languages.is_empty() {
        return registry.languages.iter().cloned().collect();
    }
    let mut served = BTreeSet::new();
    for entry in registry.entries.iter().filter(|entry| entry.is_enabled) {
        for (language, _) in &entry.languages {
            match language {
                Some(language) => served.extend([language.clone()]),
                None => served.extend(languages().into_iter().map(str::to_owned)),
            }
        }
    }
    served
}

/// A recognizer from an entry of a registry or from Presidio's JSON (`ad_hoc_recognizers`).
///
/// # Errors
///
/// As [`super::read_registry`].
pub fn read_recognizer<'de, D: serde::Deserializer<'de>>(entry: D) -> Result<Recognizer> {
    let mut node = <Node as serde::Deserialize>::deserialize(entry).map_err(|_| {
        Error::new(
            ErrorKind::InvalidFormat,
            "the recognizer is no mapping of texts, numbers and lists",
        )
    })?;
    if node.get("name").is_none()
        && let Node::Map(fields) = &mut node
    {
        // Without a name it has that of its class there.
        fields.push((
            "name".to_owned(),
            Node::Text("PatternRecognizer".to_owned()),
        ));
    }
    let entry = RegistryEntry::read("the recognizer".to_owned(), &node)?;
    let mut recognizer = instance(&entry, PatternFlags::default())?;
    if let Some((language, context)) = entry.languages.first() {
        if let Some(language) = language {
            recognizer = recognizer.with_language(language);
        }
        if let Some(context) = context {
            recognizer = recognizer.with_context(context);
        }
    }
    Ok(recognizer)
}

/// A recognizer as its entry says, but for language and context.
fn instance(entry: &RegistryEntry, flags: PatternFlags) -> Result<Recognizer> {
    let named = |error: Error| Error::new(error.kind(), format!("{}: {error}", entry.label));
    let recognizer = match &entry.kind {
        EntryKind::Predefined { class } => Recognizer::predefined(class)
            .map_err(named)?
            .with_name(&entry.name),
        EntryKind::Custom {
            entity,
            patterns,
            deny_list,
            deny_list_score,
        } => {
            let flags = flags.python_bits();
            let mut all = Vec::new();
            for (name, regex, score) in patterns {
                let pattern = CustomPattern::new(regex, flags).map_err(|error| {
                    named(Error::new(error.kind(), format!("pattern {name}: {error}")))
                })?;
                all.push((pattern.with_name(name), score.value()));
            }
            if !deny_list.is_empty() {
                let pattern = CustomPattern::deny_list(deny_list, flags).map_err(named)?;
                all.push((pattern, deny_list_score.value()));
            }
            Recognizer::custom(&entry.name, entity.clone(), PatternFinder::new(all))
        }
    };
    if entry.score_thresholds.is_empty() {
        return Ok(recognizer);
    }
    let thresholds: ScoreThresholds = entry.score_thresholds.iter().cloned().collect();
    Ok(recognizer.with_score_thresholds(&thresholds))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presidio::recognizers::enabled_by_default;

    /// The Python package ships the default registry as a file; it must say what the table here says.
    #[test]
    fn the_default_file_enables_what_the_default_table_does() {
        let path = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../redact-py/python/redact/presidio_analyzer/conf/default_recognizers.yaml"
        );
        let yaml = std::fs::read_to_string(path).unwrap();
        for language in [
            "en", "es", "it", "pl", "de", "fi", "fr", "ko", "kr", "sv", "th", "tr",
        ] {
            let yaml = yaml.replace(
                "supported_languages:\n  - en\n",
                &format!("supported_languages:\n  - {language}\n"),
            );
            let of_file = registry_recognizers(&yaml, &[language.to_owned()]).unwrap();
            assert_eq!(
                entries(&of_file),
                entries(&enabled_by_default(language)),
                "{language}"
            );
        }
    }

    /// All that an entry decides: name, kind, language, context words.
    fn entries(all: &[Arc<Recognizer>]) -> Vec<String> {
        let mut entries: Vec<String> = all
            .iter()
            .map(|one| {
                let (name, entity, language) = (one.name(), one.entity(), one.language());
                format!("{name} {entity} {language} {:?}", one.context())
            })
            .collect();
        entries.sort();
        entries
    }
}
