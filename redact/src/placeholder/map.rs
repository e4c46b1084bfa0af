//! The map from placeholders to values.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use super::Placeholder;
use super::canonical::canonical;
use super::label::{LITERAL, Label, label_of};
use crate::{EntityType, Error, ErrorKind, Result};

/// Spellings that one number can tell apart: `[PERSON_1]`, `[PERSON_1b]` … `[PERSON_1z]`.
pub(super) const MAX_SURFACES: usize = 26;

/// Numbers stay below this, as the grammar reads them.
pub(super) const MAX_NUMBER: u32 = 1_000_000_000;

/// Which value each placeholder stands for: one map for all texts and turns of one case.
///
/// Numbers count from 1 per label and never restart; the same value gets the same number again in
/// any later text. What the sender typed that looks like a placeholder is remembered and never
/// restored ([module documentation](super)).
///
/// The map is the secret: whoever holds it and the redacted text holds the original. It is not
/// `Clone` and prints counts only. It is `Send + Sync`; adding to it takes `&mut`, so that two
/// threads that share one put it behind a lock and two cases never share one by accident.
#[derive(Default)]
pub struct PlaceholderMap {
    pub(super) entities: Vec<Entity>,
    pub(super) labels: Vec<LabelSpace>,
    pub(super) policy: Option<Box<str>>,
    pub(super) documents: BTreeSet<super::DocumentDigest>,
    pub(super) expires_at: Option<u64>,
    pub(super) forgotten: bool,
    pub(super) kinds: Vec<Kind>,
    /// Where each flat label stands in `labels`; a hostile text may name very many.
    pub(super) label_places: BTreeMap<Cow<'static, str>, usize>,
}

/// One entity: a number and every spelling of it that was met.
pub(super) struct Entity {
    pub(super) kind: EntityType,
    pub(super) label: usize,
    pub(super) number: u32,
    pub(super) canonical: Arc<str>,
    /// At most [`MAX_SURFACES`], in the order of their first appearance.
    pub(super) surfaces: Vec<Arc<str>>,
}

/// The numbers under one label.
pub(super) struct LabelSpace {
    pub(super) label: Cow<'static, str>,
    /// The next number to give out, unless it is foreign.
    pub(super) next: u32,
    pub(super) by_number: BTreeMap<u32, usize>,
    /// Numbers that a sender typed.
    pub(super) foreign: BTreeSet<u32>,
    /// Whether a sender typed the label without a number.
    pub(super) foreign_unnumbered: bool,
}

/// The values of one kind.
pub(super) struct Kind {
    entity_type: EntityType,
    label: usize,
    by_surface: BTreeMap<Arc<str>, Token>,
    by_canonical: BTreeMap<Arc<str>, usize>,
}

/// A spelling's place in the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Token {
    pub(super) entity: usize,
    pub(super) variant: u8,
}

impl PlaceholderMap {
    /// An empty map.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many entities it holds.
    pub fn len(&self) -> usize {
        self.entities.len()
    }

    /// Whether it holds no entity.
    pub fn is_empty(&self) -> bool {
        self.entities.is_empty()
    }

    /// Every placeholder it gave out, in the order of their making; the further spellings of an
    /// entity right behind its first.
    pub fn placeholders(&self) -> impl Iterator<Item = Placeholder> {
        self.tokens().filter_map(|token| {
            let entity = self.entities.get(token.entity)?;
            Some(self.placeholder_of(entity, token.variant))
        })
    }

    /// Every spelling's place, in the order of their entities.
    pub(super) fn tokens(&self) -> impl Iterator<Item = Token> {
        self.entities
            .iter()
            .enumerate()
            .flat_map(|(index, entity)| {
                (0..26u8)
                    .take(entity.surfaces.len())
                    .map(move |variant| Token {
                        entity: index,
                        variant,
                    })
            })
    }

    /// The kind of personal data that a placeholder stands for, if this map made it.
    pub fn entity_type(&self, placeholder: &Placeholder) -> Option<&EntityType> {
        let label = self.label_space(&Label::of(placeholder.label())?)?;
        let entity = *label.by_number.get(&placeholder.number())?;
        self.entities.get(entity).map(|entity| &entity.kind)
    }

    /// The policy under which the texts were redacted, as the caller named it.
    pub fn policy_fingerprint(&self) -> Option<&str> {
        self.policy.as_deref()
    }

    /// Names the policy under which the texts are redacted, such as a hash of its settings. Whoever
    /// adds to a stored map compares it first: two policies number differently.
    pub fn set_policy_fingerprint(&mut self, fingerprint: &str) {
        self.policy = Some(fingerprint.into());
    }

    /// Remembers a document (its digest, not its text) as one of those this map belongs to.
    pub fn add_document(&mut self, document: super::DocumentDigest) {
        self.documents.insert(document);
    }

    /// Whether a document was added with [`PlaceholderMap::add_document`].
    pub fn has_document(&self, document: &super::DocumentDigest) -> bool {
        self.documents.contains(document)
    }

    /// When the map expires, in seconds since 1970-01-01 UTC.
    pub fn expires_at(&self) -> Option<u64> {
        self.expires_at
    }

    /// Lets the map expire: from that second on nothing is restored. In seconds since 1970-01-01
    /// UTC; the map reads no clock, the one who restores says what time it is.
    pub fn set_expiry(&mut self, seconds: u64) {
        self.expires_at = Some(seconds);
    }

    /// Forgets every value. Nothing can be restored or added any more.
    ///
    /// This frees the memory without overwriting it; for values that must be beyond recovery
    /// store the sealed form and destroy its key.
    pub fn forget(&mut self) {
        *self = Self {
            forgotten: true,
            ..Self::default()
        };
    }

    /// Whether [`PlaceholderMap::forget`] was called.
    pub fn is_forgotten(&self) -> bool {
        self.forgotten
    }

    pub(crate) fn check_usable(&self) -> Result<()> {
        if self.forgotten {
            return Err(Error::new(
                ErrorKind::MapUnusable,
                "this placeholder map was forgotten; begin a new one",
            ));
        }
        Ok(())
    }

    /// The place of a spelling, made if it is new.
    pub(crate) fn token(&mut self, entity_type: &EntityType, surface: &str) -> Token {
        let kind = self.kind(entity_type);
        if let Some(token) = self
            .kinds
            .get(kind)
            .and_then(|kind| kind.by_surface.get(surface))
        {
            return *token;
        }
        let canonical = canonical(entity_type, surface);
        let shared: Arc<str> = surface.into();
        let token = match self.entity_of(kind, &canonical) {
            Some(index) if self.has_room(index) => self.add_surface(index, &shared),
            _ => self.add_entity(entity_type, kind, &canonical, &shared),
        };
        if let Some(kind) = self.kinds.get_mut(kind) {
            kind.by_surface.insert(shared, token);
        }
        token
    }

    /// The entity with this canonical value; of several, the one with room for more spellings.
    fn entity_of(&self, kind: usize, canonical: &str) -> Option<usize> {
        let kind = self.kinds.get(kind)?;
        // A spelling that is its own canonical form is listed once, among the spellings.
        let own = || {
            let index = kind.by_surface.get(canonical)?.entity;
            let entity = self.entities.get(index)?;
            (*entity.canonical == *canonical).then_some(index)
        };
        kind.by_canonical.get(canonical).copied().or_else(own)
    }

    /// The place of a stand-in for text of the sender's that looks like a placeholder in use.
    pub(crate) fn literal_token(&mut self, surface: &str) -> Token {
        self.token(&EntityType::new(LITERAL), surface)
    }

    /// Writes the placeholder of a spelling.
    pub(crate) fn write_token(&self, token: Token, output: &mut String) {
        if let Some(entity) = self.entities.get(token.entity) {
            let label = self
                .labels
                .get(entity.label)
                .map_or("", |label| &label.label);
            super::token::write(label, entity.number, token.variant, output);
        }
    }

    pub(super) fn placeholder_of(&self, entity: &Entity, variant: u8) -> Placeholder {
        let label = self
            .labels
            .get(entity.label)
            .map_or(Cow::Borrowed(""), |space| space.label.clone());
        Placeholder::from_parts(label, entity.number, variant)
    }

    pub(super) fn label_space(&self, label: &Label) -> Option<&LabelSpace> {
        self.labels.get(*self.label_places.get(label.flat())?)
    }

    pub(super) fn label_space_mut(&mut self, label: &Label) -> &mut LabelSpace {
        let index = self.label_index(label, || label.name());
        &mut self.labels[index]
    }

    fn label_index(&mut self, label: &Label, name: impl Fn() -> Cow<'static, str>) -> usize {
        if let Some(index) = self.label_places.get(label.flat()) {
            return *index;
        }
        let flat = match label {
            Label::Known(known) => Cow::Borrowed(known.flat),
            Label::Other(flat) => Cow::Owned(flat.as_str().to_owned()),
        };
        self.label_places.insert(flat, self.labels.len());
        self.labels.push(LabelSpace {
            label: name(),
            next: 1,
            by_number: BTreeMap::new(),
            foreign: BTreeSet::new(),
            foreign_unnumbered: false,
        });
        self.labels.len() - 1
    }

    fn kind(&mut self, entity_type: &EntityType) -> usize {
        if let Some(index) = self
            .kinds
            .iter()
            .position(|kind| kind.entity_type == *entity_type)
        {
            return index;
        }
        let (name, shape) = label_of(entity_type);
        let label = self.label_index(&shape, || name.clone());
        if let Some(space) = self.labels.get_mut(label)
            && space.by_number.is_empty()
        {
            // A sender's token that was met before spelled the label in its own way.
            space.label = name;
        }
        self.kinds.push(Kind {
            entity_type: entity_type.clone(),
            label,
            by_surface: BTreeMap::new(),
            by_canonical: BTreeMap::new(),
        });
        self.kinds.len() - 1
    }

    /// Takes an entity over from a stored map; `None` when its number is taken, foreign or none.
    pub(super) fn load(
        &mut self,
        entity_type: &EntityType,
        number: u32,
        canonical: Arc<str>,
        surfaces: Vec<Arc<str>>,
    ) -> Option<()> {
        let index = self.entities.len();
        let kind_index = self.kind(entity_type);
        let kind = self.kinds.get_mut(kind_index)?;
        let space = self.labels.get_mut(kind.label)?;
        let is_free = number > 0
            && number < MAX_NUMBER
            && !space.foreign.contains(&number)
            && space.by_number.insert(number, index).is_none();
        if !is_free {
            return None;
        }
        space.next = space.next.max(number + 1);
        // Of several entities with one canonical value the last has room for more spellings.
        kind.by_canonical.insert(Arc::clone(&canonical), index);
        for (surface, variant) in surfaces.iter().zip(0..) {
            let token = Token {
                entity: index,
                variant,
            };
            kind.by_surface.insert(Arc::clone(surface), token);
        }
        self.entities.push(Entity {
            kind: entity_type.clone(),
            label: kind.label,
            number,
            canonical,
            surfaces,
        });
        Some(())
    }

    fn has_room(&self, entity: usize) -> bool {
        self.entities
            .get(entity)
            .is_some_and(|entity| entity.surfaces.len() < MAX_SURFACES)
    }

    fn add_surface(&mut self, index: usize, surface: &Arc<str>) -> Token {
        let mut variant = 0;
        if let Some(entity) = self.entities.get_mut(index) {
            variant = u8::try_from(entity.surfaces.len()).unwrap_or(u8::MAX);
            entity.surfaces.push(Arc::clone(surface));
        }
        Token {
            entity: index,
            variant,
        }
    }

    fn add_entity(
        &mut self,
        entity_type: &EntityType,
        kind: usize,
        canonical: &str,
        surface: &Arc<str>,
    ) -> Token {
        let index = self.entities.len();
        let Some(kind) = self.kinds.get_mut(kind) else {
            return Token {
                entity: index,
                variant: 0,
            };
        };
        let canonical: Arc<str> = if *canonical == **surface {
            Arc::clone(surface)
        } else {
            canonical.into()
        };
        // A spelling that is its own canonical form is found among the spellings, unless it comes
        // after an entity that is full.
        if canonical != *surface || kind.by_canonical.contains_key(&canonical) {
            kind.by_canonical.insert(Arc::clone(&canonical), index);
        }
        let label = kind.label;
        let number = self.labels.get_mut(label).map_or(1, |space| {
            while space.foreign.contains(&space.next) {
                space.next = space.next.saturating_add(1);
            }
            let number = space.next;
            space.next = space.next.saturating_add(1);
            space.by_number.insert(number, index);
            number
        });
        self.entities.push(Entity {
            kind: entity_type.clone(),
            label,
            number,
            canonical,
            surfaces: vec![Arc::clone(surface)],
        });
        Token {
            entity: index,
            variant: 0,
        }
    }
}

impl fmt::Debug for PlaceholderMap {
    /// Counts only.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("PlaceholderMap")
            .field("entities", &self.entities.len())
            .field("documents", &self.documents.len())
            .field("expires_at", &self.expires_at)
            .field("forgotten", &self.forgotten)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_beyond_the_alphabet_begin_another_number() {
        let mut map = PlaceholderMap::new();
        let spelling = |spaces: usize| format!("山{}田", " ".repeat(spaces));
        let mut tokens = Vec::new();
        for spaces in (0..30).chain(1..60) {
            let token = map.token(&EntityType::PERSON, &spelling(spaces));
            let mut written = String::new();
            map.write_token(token, &mut written);
            tokens.push((spaces, written));
        }
        assert_eq!(tokens[0].1, "[PERSON_1]");
        assert_eq!(tokens[25].1, "[PERSON_1z]");
        assert_eq!(tokens[26].1, "[PERSON_2]");
        assert_eq!(map.len(), 3);
        let restorer = super::super::Restorer::new(&map);
        for (spaces, token) in tokens {
            assert_eq!(restorer.restore(&token).text(), spelling(spaces), "{token}");
        }
    }
}
