//! What a registry file says, whatever profile it is for.

use super::node::Node;
use crate::recognizer::PatternFlags;
use crate::{EntityType, Error, ErrorKind, Result, Score};

/// Presidio's default for `global_regex_flags`: ignore case, multi-line, dot matches line breaks.
const DEFAULT_FLAGS: f64 = 26.0;

/// Fields an entry may have.
const FIELDS: [&str; 16] = [
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
    "global_regex_flags",
    "country_code",
    "version",
    "score_thresholds",
];

/// A registry as its file says.
pub(super) struct Registry {
    pub(super) languages: Vec<String>,
    /// The countries whose recognizers are wanted; nothing if all are.
    pub(super) countries: Option<Vec<String>>,
    pub(super) flags: PatternFlags,
    pub(super) entries: Vec<RegistryEntry>,
}

/// An entry of a registry.
pub(super) struct RegistryEntry {
    /// What names it in messages.
    pub(super) label: String,
    pub(super) name: String,
    pub(super) is_enabled: bool,
    /// Its languages, each with context words of its own; no language means those of the registry.
    pub(super) languages: Vec<Language>,
    pub(super) score_thresholds: Vec<(String, f64)>,
    pub(super) country: Option<String>,
    pub(super) kind: EntryKind,
}

/// A language of an entry, if it names one, with context words, if it has some.
pub(super) type Language = (Option<String>, Option<Vec<String>>);

pub(super) enum EntryKind {
    /// A class of Presidio's own.
    Predefined { class: String },
    /// Patterns and terms.
    Custom {
        entity: EntityType,
        patterns: Vec<(String, String, Score)>,
        deny_list: Vec<String>,
        deny_list_score: Score,
    },
}

impl Registry {
    /// Reads a file.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidFormat`], naming entry and field.
    pub(super) fn read(yaml: &str) -> Result<Self> {
        let document = Node::parse(yaml)?;
        let top = Entry {
            label: "the registry".to_owned(),
            node: &document,
        };
        let entries = top
            .list("recognizers")?
            .ok_or_else(|| top.wrong("recognizers", "is missing"))?;
        let entries = entries.iter().enumerate().map(|(index, node)| {
            let label = match node.get("name") {
                Some(Node::Text(name)) => format!("entry {} ({name})", index + 1),
                _ => format!("entry {}", index + 1),
            };
            RegistryEntry::read(label, node)
        });
        Ok(Self {
            languages: top.texts("supported_languages")?.unwrap_or_default(),
            countries: top.texts("supported_countries")?,
            flags: top.flags()?,
            entries: entries.collect::<Result<_>>()?,
        })
    }
}

impl RegistryEntry {
    /// Reads an entry: a name, or a mapping.
    pub(super) fn read(label: String, node: &Node) -> Result<Self> {
        if let Node::Text(name) = node {
            return Ok(Self {
                label,
                name: name.clone(),
                is_enabled: true,
                languages: vec![(None, None)],
                score_thresholds: Vec::new(),
                country: None,
                kind: EntryKind::Predefined {
                    class: name.clone(),
                },
            });
        }
        let entry = Entry { label, node };
        let Node::Map(fields) = node else {
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
        let is_predefined = match entry.text("type")?.as_deref() {
            Some("predefined") => true,
            Some("custom") => false,
            Some(_) => return Err(entry.wrong("type", "must be `predefined` or `custom`")),
            None => ["patterns", "deny_list"]
                .iter()
                .all(|field| node.get(field).is_none()),
        };
        let kind = if is_predefined {
            let class = entry.text("class_name")?.unwrap_or_else(|| name.clone());
            EntryKind::Predefined { class }
        } else {
            EntryKind::Custom {
                entity: entity(&entry)?,
                patterns: patterns(&entry)?,
                deny_list: entry.texts("deny_list")?.unwrap_or_default(),
                deny_list_score: entry.score("deny_list_score")?.unwrap_or(Score::ONE),
            }
        };
        Ok(Self {
            name,
            is_enabled: entry.flag("enabled")?.unwrap_or(true),
            languages: languages(&entry)?,
            score_thresholds: score_thresholds(&entry)?,
            country: entry.text("country_code")?,
            kind,
            label: entry.label,
        })
    }
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
fn languages(entry: &Entry<'_>) -> Result<Vec<Language>> {
    let context = entry.texts("context")?;
    let one = entry.text("supported_language")?;
    let Some(many) = entry.list("supported_languages")? else {
        return Ok(vec![(one, context)]);
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
            Node::Text(language) => (Some(language.clone()), context.clone()),
            Node::Map(_) => {
                let language = item
                    .text("language")?
                    .ok_or_else(|| item.wrong("language", "is missing"))?;
                let own = item.texts("context")?.or_else(|| context.clone());
                (Some(language), own)
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

/// The least scores of an entry, by kind.
fn score_thresholds(entry: &Entry<'_>) -> Result<Vec<(String, f64)>> {
    let thresholds = match entry.node.get("score_thresholds") {
        None => return Ok(Vec::new()),
        Some(Node::Map(thresholds)) => thresholds,
        Some(_) => return Err(entry.wrong("score_thresholds", "must be a mapping")),
    };
    thresholds
        .iter()
        .map(|(kind, threshold)| match threshold {
            Node::Number(number) if (0.0..=1.0).contains(number) => Ok((kind.clone(), *number)),
            _ => Err(entry.wrong("score_thresholds", "must hold numbers from 0 to 1")),
        })
        .collect()
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

    fn flags(&self) -> Result<PatternFlags> {
        flags(self.number("global_regex_flags")?.unwrap_or(DEFAULT_FLAGS))
            .ok_or_else(|| self.wrong("global_regex_flags", "must be made of 2, 8 and 16"))
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
