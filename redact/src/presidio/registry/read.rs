//! Presidio's recognizer registry, read from YAML.
//!
//! Custom entries become [`PatternRecognizer`]s, one for each language as in Presidio. Entries of type
//! `predefined` name classes of Presidio's; they are answered as names, for the caller to map onto
//! built-in rules. What this crate does not know in an entry is an error, so that no wish of a
//! configuration is dropped in silence.

use super::node::Node;
use crate::recognizer::{PatternFlags, PatternRecognizer};
use crate::{EntityType, Error, ErrorKind, Result, Score};

/// Presidio's default for `global_regex_flags`: ignore case, multi-line, dot matches line breaks.
const DEFAULT_FLAGS: f64 = 26.0;

/// Fields an entry may have.
const FIELDS: [&str; 15] = [
    "name",
    "class_name",
    "type",
    "enabled",
    "supported_language",
    "supported_languages",
    "supported_entity",
    "supported_entities",
    "context",
    "patterns",
    "deny_list",
    "deny_list_score",
    "country_code",
    "version",
    "score_thresholds",
];

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
    let document = Node::parse(yaml)?;
    let top = Entry {
        label: "the registry".to_owned(),
        node: &document,
    };
    let flags = flags(top.number("global_regex_flags")?.unwrap_or(DEFAULT_FLAGS))
        .ok_or_else(|| top.wrong("global_regex_flags", "must be made of 2, 8 and 16"))?;
    let entries = top
        .list("recognizers")?
        .ok_or_else(|| top.wrong("recognizers", "is missing"))?;
    let mut file = RecognizerRegistryFile {
        supported_languages: top.texts("supported_languages")?.unwrap_or_default(),
        recognizers: Vec::new(),
        predefined: Vec::new(),
    };
    for (index, node) in entries.iter().enumerate() {
        if let Node::Text(name) = node {
            file.predefined.push(PredefinedRecognizer {
                name: name.clone(),
                enabled: true,
            });
            continue;
        }
        let label = match node.get("name") {
            Some(Node::Text(name)) => format!("entry {} ({name})", index + 1),
            _ => format!("entry {}", index + 1),
        };
        read_entry(&Entry { label, node }, flags, &mut file)?;
    }
    Ok(file)
}

fn read_entry(
    entry: &Entry<'_>,
    flags: PatternFlags,
    file: &mut RecognizerRegistryFile,
) -> Result<()> {
    let Node::Map(fields) = entry.node else {
        return Err(entry.error("must be a name or a mapping"));
    };
    if let Some((unknown, _)) = fields
        .iter()
        .find(|(name, _)| !FIELDS.contains(&name.as_str()))
    {
        return Err(entry.wrong(unknown, "is not known"));
    }
    let name = entry
        .text("name")?
        .ok_or_else(|| entry.wrong("name", "is missing"))?;
    let enabled = entry.flag("enabled")?.unwrap_or(true);
    let is_predefined = match entry.text("type")?.as_deref() {
        Some("predefined") => true,
        Some("custom") => false,
        Some(_) => return Err(entry.wrong("type", "must be `predefined` or `custom`")),
        None => ["patterns", "deny_list"]
            .iter()
            .all(|field| entry.node.get(field).is_none()),
    };
    if is_predefined {
        let name = entry.text("class_name")?.unwrap_or(name);
        file.predefined.push(PredefinedRecognizer { name, enabled });
        return Ok(());
    }
    if entry.node.get("score_thresholds").is_some() {
        return Err(entry.wrong(
            "score_thresholds",
            "is not supported; set the threshold of the engine",
        ));
    }
    let entity = entity(entry)?;
    let patterns = patterns(entry)?;
    let terms = entry.texts("deny_list")?.unwrap_or_default();
    let terms_score = entry.score("deny_list_score")?.unwrap_or(Score::ONE);
    let languages = languages(entry)?;
    let is_one = languages.len() == 1;
    for (language, context) in languages {
        // Ids are unique in an engine.
        let id = match &language {
            Some(language) if !is_one => format!("{name} ({language})"),
            _ => name.clone(),
        };
        let mut builder = PatternRecognizer::builder(id, entity.clone())
            .flags(flags)
            .context(context)
            .deny_list(terms.clone())
            .deny_list_score(terms_score);
        if let Some(language) = language {
            builder = builder.supported_language(language);
        }
        for (pattern, regex, score) in &patterns {
            builder = builder.pattern(pattern.clone(), regex.clone(), *score);
        }
        let recognizer = builder
            .build()
            .map_err(|error| Error::new(error.kind(), format!("{}: {error}", entry.label)))?;
        // A disabled entry is checked all the same, so that enabling it later brings no surprise.
        if enabled {
            file.recognizers.push(recognizer);
        }
    }
    Ok(())
}

fn entity(entry: &Entry<'_>) -> Result<EntityType> {
    let one = entry.text("supported_entity")?;
    let many = entry.texts("supported_entities")?;
    let name = match (one, many.as_deref()) {
        (Some(_), Some(_)) => {
            return Err(entry.wrong(
                "supported_entities",
                "cannot stand beside `supported_entity`",
            ));
        }
        (Some(one), None) => one,
        (None, Some([one])) => one.clone(),
        (None, Some(_)) => {
            return Err(entry.wrong("supported_entities", "must name one entity"));
        }
        (None, None) => return Err(entry.wrong("supported_entity", "is missing")),
    };
    Ok(EntityType::new(name))
}

fn patterns(entry: &Entry<'_>) -> Result<Vec<(String, String, Score)>> {
    let mut patterns = Vec::new();
    for (index, node) in entry
        .list("patterns")?
        .unwrap_or_default()
        .iter()
        .enumerate()
    {
        let pattern = Entry {
            label: format!("{}, pattern {}", entry.label, index + 1),
            node,
        };
        let needs = |field: &str, value: Option<String>| {
            value.ok_or_else(|| pattern.wrong(field, "is missing"))
        };
        patterns.push((
            needs("name", pattern.text("name")?)?,
            needs("regex", pattern.text("regex")?)?,
            pattern
                .score("score")?
                .ok_or_else(|| pattern.wrong("score", "is missing"))?,
        ));
    }
    Ok(patterns)
}

/// The languages of an entry, each with its context words.
fn languages(entry: &Entry<'_>) -> Result<Vec<(Option<String>, Vec<String>)>> {
    let context = entry.texts("context")?;
    let one = entry.text("supported_language")?;
    let Some(many) = entry.list("supported_languages")? else {
        return Ok(vec![(one, context.unwrap_or_default())]);
    };
    if one.is_some() {
        return Err(entry.wrong(
            "supported_languages",
            "cannot stand beside `supported_language`",
        ));
    }
    if context.is_some() && many.len() > 1 {
        return Err(entry.wrong(
            "context",
            "belongs to one language; write `{language, context}` in `supported_languages`",
        ));
    }
    let mut languages = Vec::new();
    for (index, node) in many.iter().enumerate() {
        let item = Entry {
            label: format!("{}, language {}", entry.label, index + 1),
            node,
        };
        languages.push(match node {
            Node::Text(language) => (Some(language.clone()), context.clone().unwrap_or_default()),
            Node::Map(_) => {
                let language = item
                    .text("language")?
                    .ok_or_else(|| item.wrong("language", "is missing"))?;
                let own = item.texts("context")?.or_else(|| context.clone());
                (Some(language), own.unwrap_or_default())
            }
            _ => return Err(item.error("must be a text or `{language, context}`")),
        });
    }
    Ok(languages)
}

/// The flags of Python's `re` that Presidio passes on: 2, 8 and 16.
fn flags(number: f64) -> Option<PatternFlags> {
    let bits = (0u8..32).find(|&bits| (f64::from(bits) - number).abs() < f64::EPSILON)?;
    (bits & !0b1_1010 == 0).then_some(PatternFlags {
        ignore_case: bits & 0b10 != 0,
        multi_line: bits & 0b1000 != 0,
        dot_matches_new_line: bits & 0b1_0000 != 0,
    })
}

/// A mapping with the words that name it in messages.
struct Entry<'n> {
    label: String,
    node: &'n Node,
}

impl<'n> Entry<'n> {
    fn error(&self, what: &str) -> Error {
        Error::new(ErrorKind::InvalidFormat, format!("{} {what}", self.label))
    }

    fn wrong(&self, field: &str, what: &str) -> Error {
        Error::new(
            ErrorKind::InvalidFormat,
            format!("{}: field `{field}` {what}", self.label),
        )
    }

    fn text(&self, field: &str) -> Result<Option<String>> {
        match self.node.get(field) {
            None => Ok(None),
            Some(Node::Text(text)) => Ok(Some(text.clone())),
            Some(other) => Err(self.wrong(field, &format!("must be a text, not {}", other.kind()))),
        }
    }

    fn flag(&self, field: &str) -> Result<Option<bool>> {
        match self.node.get(field) {
            None => Ok(None),
            Some(Node::Bool(flag)) => Ok(Some(*flag)),
            Some(other) => Err(self.wrong(
                field,
                &format!("must be true or false, not {}", other.kind()),
            )),
        }
    }

    fn number(&self, field: &str) -> Result<Option<f64>> {
        match self.node.get(field) {
            None => Ok(None),
            Some(Node::Number(number)) => Ok(Some(*number)),
            Some(other) => {
                Err(self.wrong(field, &format!("must be a number, not {}", other.kind())))
            }
        }
    }

    fn score(&self, field: &str) -> Result<Option<Score>> {
        match self.number(field)? {
            None => Ok(None),
            Some(number) if (0.0..=1.0).contains(&number) => Ok(Some(Score::new(number))),
            Some(_) => Err(self.wrong(field, "must lie between 0 and 1")),
        }
    }

    fn list(&self, field: &str) -> Result<Option<&'n [Node]>> {
        match self.node.get(field) {
            None => Ok(None),
            Some(Node::List(list)) => Ok(Some(list)),
            Some(other) => Err(self.wrong(field, &format!("must be a list, not {}", other.kind()))),
        }
    }

    fn texts(&self, field: &str) -> Result<Option<Vec<String>>> {
        let Some(list) = self.list(field)? else {
            return Ok(None);
        };
        list.iter()
            .map(|item| match item {
                Node::Text(text) => Ok(text.clone()),
                other => Err(self.wrong(
                    field,
                    &format!("must hold texts alone, not {}", other.kind()),
                )),
            })
            .collect::<Result<_>>()
            .map(Some)
    }
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
            (pattern("name: a, regex: '(', score: 0.5"), "entry 1 (plan): recognizer plan: pattern a"),
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
