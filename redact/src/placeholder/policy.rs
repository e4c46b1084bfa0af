//! Who may restore what.

use std::collections::BTreeSet;

use super::Placeholder;
use crate::EntityType;

/// Which placeholders a restorer may turn back into values; the rest stays as it stands and is
/// reported as denied.
///
/// A My Number (個人番号) is never restored unless it is asked for by name, by its kind or by its
/// placeholder: the law (番号法, articles 19 and 20) limits who may hold one at all.
///
/// ```
/// use redact::EntityType;
/// use redact::placeholder::RestorePolicy;
///
/// let all_but_my_numbers = RestorePolicy::new();
/// let for_the_courier = RestorePolicy::new()
///     .only_types([EntityType::PERSON, EntityType::JP_ADDRESS]);
/// let for_the_tax_office = RestorePolicy::new().naming(EntityType::JP_MY_NUMBER);
/// ```
#[derive(Clone, Debug, Default)]
pub struct RestorePolicy {
    only_types: Option<BTreeSet<EntityType>>,
    only_placeholders: Option<BTreeSet<(String, u32)>>,
    named: BTreeSet<EntityType>,
    denied_types: BTreeSet<EntityType>,
    denied_placeholders: BTreeSet<(String, u32)>,
}

impl RestorePolicy {
    /// Everything but My Numbers.
    pub fn new() -> Self {
        Self::default()
    }

    /// Only these kinds; each of them counts as asked for by name.
    #[must_use]
    pub fn only_types(mut self, types: impl IntoIterator<Item = EntityType>) -> Self {
        self.only_types = Some(types.into_iter().collect());
        self
    }

    /// Only these placeholders, in every spelling of their entities; each of them counts as asked
    /// for by name.
    #[must_use]
    pub fn only_placeholders(
        mut self,
        placeholders: impl IntoIterator<Item = Placeholder>,
    ) -> Self {
        self.only_placeholders = Some(placeholders.into_iter().map(|p| key(&p)).collect());
        self
    }

    /// Asks for a kind by name, without narrowing the rest.
    #[must_use]
    pub fn naming(mut self, entity_type: EntityType) -> Self {
        self.named.insert(entity_type);
        self
    }

    /// Never this kind, whatever else is said.
    #[must_use]
    pub fn deny_type(mut self, entity_type: EntityType) -> Self {
        self.denied_types.insert(entity_type);
        self
    }

    /// Never this placeholder, whatever else is said.
    #[must_use]
    pub fn deny_placeholder(mut self, placeholder: &Placeholder) -> Self {
        self.denied_placeholders.insert(key(placeholder));
        self
    }

    /// Whether a placeholder of a kind may be restored.
    pub fn allows(&self, entity_type: &EntityType, placeholder: &Placeholder) -> bool {
        let key = key(placeholder);
        if self.denied_types.contains(entity_type) || self.denied_placeholders.contains(&key) {
            return false;
        }
        let type_named = self
            .only_types
            .as_ref()
            .map(|types| types.contains(entity_type));
        let placeholder_named = self
            .only_placeholders
            .as_ref()
            .map(|placeholders| placeholders.contains(&key));
        if type_named == Some(false) || placeholder_named == Some(false) {
            return false;
        }
        *entity_type != EntityType::JP_MY_NUMBER
            || type_named == Some(true)
            || placeholder_named == Some(true)
            || self.named.contains(entity_type)
    }

    /// Whether nothing is narrowed, so that only My Numbers need a look.
    pub(super) fn is_open(&self) -> bool {
        self.only_types.is_none()
            && self.only_placeholders.is_none()
            && self.denied_types.is_empty()
            && self.denied_placeholders.is_empty()
    }
}

fn key(placeholder: &Placeholder) -> (String, u32) {
    (placeholder.label().to_owned(), placeholder.number())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placeholder(text: &str) -> Placeholder {
        Placeholder::parse(text).expect("an exact placeholder")
    }

    #[test]
    fn a_my_number_must_be_asked_for() {
        let one = placeholder("[MY_NUMBER_1]");
        let kind = EntityType::JP_MY_NUMBER;
        assert!(!RestorePolicy::new().allows(&kind, &one));
        assert!(
            RestorePolicy::new()
                .naming(kind.clone())
                .allows(&kind, &one)
        );
        assert!(
            RestorePolicy::new()
                .only_types([kind.clone()])
                .allows(&kind, &one)
        );
        assert!(
            RestorePolicy::new()
                .only_placeholders([one.clone()])
                .allows(&kind, &one)
        );
        assert!(
            !RestorePolicy::new()
                .naming(kind.clone())
                .deny_placeholder(&one)
                .allows(&kind, &one)
        );
    }

    #[test]
    fn a_placeholder_covers_every_spelling() {
        let policy = RestorePolicy::new().only_placeholders([placeholder("[PERSON_1]")]);
        assert!(policy.allows(&EntityType::PERSON, &placeholder("[PERSON_1b]")));
        assert!(!policy.allows(&EntityType::PERSON, &placeholder("[PERSON_2]")));
    }
}
