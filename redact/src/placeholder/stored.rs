//! A map as JSON, or any other format of serde.
//!
//! ```json
//! {"format": "redact-placeholder-map", "version": 1, "policy": null, "documents": [],
//!  "expires_at": null, "forgotten": false,
//!  "entities": [{"type": "EMAIL_ADDRESS", "number": 1, "canonical": "a@example.jp",
//!                "surfaces": ["a@Example.jp"]}],
//!  "labels": [{"label": "EMAIL", "next": 2, "foreign": [], "foreign_unnumbered": false}]}
//! ```
//!
//! It holds the values themselves: store it as the secret it is, or sealed.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::label::Label;
use super::map::{MAX_NUMBER, MAX_SURFACES};
use super::{DocumentDigest, PlaceholderMap};
use crate::EntityType;

const FORMAT: &str = "redact-placeholder-map";
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored<'m> {
    format: Cow<'m, str>,
    version: u32,
    policy: Option<Cow<'m, str>>,
    documents: Cow<'m, BTreeSet<DocumentDigest>>,
    expires_at: Option<u64>,
    forgotten: bool,
    entities: Vec<StoredEntity<'m>>,
    labels: Vec<StoredLabel<'m>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredEntity<'m> {
    #[serde(rename = "type")]
    entity_type: EntityType,
    number: u32,
    canonical: Cow<'m, str>,
    surfaces: Vec<Cow<'m, str>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredLabel<'m> {
    label: Cow<'m, str>,
    next: u32,
    foreign: Cow<'m, BTreeSet<u32>>,
    foreign_unnumbered: bool,
}

impl Serialize for PlaceholderMap {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Stored {
            format: FORMAT.into(),
            version: VERSION,
            policy: self.policy.as_deref().map(Cow::Borrowed),
            documents: Cow::Borrowed(&self.documents),
            expires_at: self.expires_at,
            forgotten: self.forgotten,
            entities: self
                .entities
                .iter()
                .map(|entity| StoredEntity {
                    entity_type: entity.kind.clone(),
                    number: entity.number,
                    canonical: Cow::Borrowed(&entity.canonical),
                    surfaces: entity
                        .surfaces
                        .iter()
                        .map(|surface| Cow::Borrowed(&**surface))
                        .collect(),
                })
                .collect(),
            labels: self
                .labels
                .iter()
                .map(|space| StoredLabel {
                    label: Cow::Borrowed(&space.label),
                    next: space.next,
                    foreign: Cow::Borrowed(&space.foreign),
                    foreign_unnumbered: space.foreign_unnumbered,
                })
                .collect(),
        }
        .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for PlaceholderMap {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let stored = Stored::deserialize(deserializer)?;
        if stored.format != FORMAT {
            return Err(D::Error::custom("this is no placeholder map"));
        }
        if stored.version != VERSION {
            return Err(D::Error::custom(format!(
                "this placeholder map has version {}, this program reads version {VERSION}",
                stored.version
            )));
        }
        let mut map = Self {
            policy: stored.policy.map(Into::into),
            documents: stored.documents.into_owned(),
            expires_at: stored.expires_at,
            forgotten: stored.forgotten,
            ..Self::default()
        };
        for label in stored.labels {
            let shape =
                Label::of(&label.label).ok_or_else(|| D::Error::custom("a label is too long"))?;
            let is_written = |c: char| c.is_ascii_alphanumeric() || c == '_';
            if label.label.is_empty()
                || !label.label.chars().all(is_written)
                || label.next > MAX_NUMBER
            {
                return Err(D::Error::custom("a label or its next number cannot be"));
            }
            let space = map.label_space_mut(&shape);
            if let Label::Other(_) = shape {
                space.label = label.label.into_owned().into();
            }
            space.next = label.next.max(1);
            space.foreign = label.foreign.into_owned();
            space.foreign_unnumbered = label.foreign_unnumbered;
        }
        for entity in stored.entities {
            let surfaces: Vec<Arc<str>> = entity
                .surfaces
                .iter()
                .map(|surface| (&**surface).into())
                .collect();
            if surfaces.is_empty() || surfaces.len() > MAX_SURFACES {
                return Err(D::Error::custom("an entity has no spelling, or too many"));
            }
            map.load(
                &entity.entity_type,
                entity.number,
                (&*entity.canonical).into(),
                surfaces,
            )
            .ok_or_else(|| {
                D::Error::custom(format!(
                    "the {} with number {} contradicts the rest of the map",
                    entity.entity_type, entity.number
                ))
            })?;
        }
        Ok(map)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Restorer;
    use crate::placeholder::ForeignKeys;

    fn map() -> PlaceholderMap {
        let mut map = PlaceholderMap::new();
        map.note_foreign(
            "[EMAIL_2] [STAFF_ID_7] [PHONE]",
            false,
            false,
            &mut ForeignKeys::default(),
            &mut Vec::new(),
        );
        map.token(&EntityType::EMAIL_ADDRESS, "a@Example.jp");
        map.token(&EntityType::EMAIL_ADDRESS, "a@example.jp");
        map.token(&EntityType::EMAIL_ADDRESS, "b@example.jp");
        map.token(&EntityType::new("STAFF_ID"), "x");
        map.set_expiry(1000);
        map.set_policy_fingerprint("p1");
        map.add_document(DocumentDigest::of("text"));
        map
    }

    #[test]
    fn a_map_survives_json() {
        let json = serde_json::to_string(&map()).expect("a map is plain data");
        let mut read: PlaceholderMap = serde_json::from_str(&json).expect("our own JSON");
        assert_eq!(serde_json::to_string(&read).expect("plain data"), json);
        let text = "[EMAIL_1] [EMAIL_1b] [EMAIL_2] [EMAIL_3] [STAFF_ID_1] [staffid 1]";
        assert_eq!(
            Restorer::new(&read).at(999).restore(text).text(),
            "a@Example.jp a@example.jp [EMAIL_2] b@example.jp x x"
        );
        assert_eq!(Restorer::new(&read).at(1000).restore(text).text(), text);
        assert!(read.has_document(&DocumentDigest::of("text")));
        // Equal values keep their placeholder, new ones go on counting.
        let token = read.token(&EntityType::EMAIL_ADDRESS, "b@example.jp");
        let mut written = String::new();
        read.write_token(token, &mut written);
        let token = read.token(&EntityType::EMAIL_ADDRESS, "c@example.jp");
        read.write_token(token, &mut written);
        assert_eq!(written, "[EMAIL_3][EMAIL_4]");
    }

    #[test]
    fn other_json_is_refused() {
        let json = serde_json::to_string(&map()).expect("a map is plain data");
        for (from, to) in [
            ("redact-placeholder-map", "other"),
            ("\"version\":1", "\"version\":2"),
            ("\"number\":3", "\"number\":1"),
            ("\"number\":3", "\"number\":2"),
            ("\"number\":3", "\"number\":0"),
            ("\"next\":4", "\"next\":4000000000"),
            ("\"label\":\"STAFF_ID\"", "\"label\":\"] [\""),
            ("\"label\":\"STAFF_ID\"", "\"label\":\"\""),
        ] {
            assert!(json.contains(from));
            let result = serde_json::from_str::<PlaceholderMap>(&json.replacen(from, to, 1));
            assert!(result.is_err(), "{from} -> {to}");
        }
    }

    #[test]
    fn a_forgotten_map_stays_forgotten() {
        let mut map = map();
        map.forget();
        let json = serde_json::to_string(&map).expect("a map is plain data");
        assert!(!json.contains("example"));
        let read: PlaceholderMap = serde_json::from_str(&json).expect("our own JSON");
        assert!(read.is_forgotten() && read.check_usable().is_err());
    }
}
