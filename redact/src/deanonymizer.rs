//! Undoes the operators that can be undone by their items: encryption, and keeping.
//!
//! It needs the redacted text exactly as it was made, since it goes by offsets. For text that a
//! person or a model rewrote, use placeholders and the [`Restorer`](crate::Restorer).

use std::collections::BTreeMap;

use crate::anonymizer::AnonymizedItem;
#[cfg(feature = "encrypt")]
use crate::anonymizer::operators::Encrypt;
use crate::anonymizer::operators::{Custom, Keep, Operator as _, Resources, Value};
use crate::{EntityType, Error, ErrorKind, Result};

/// How a kind is turned back.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum DeanonymizeOperator {
    /// As it stands.
    Keep(Keep),
    /// Decrypted.
    #[cfg(feature = "encrypt")]
    Decrypt(Encrypt),
    /// The caller's own: the counterpart of a custom operator.
    Custom(Custom),
}

impl Default for DeanonymizeOperator {
    fn default() -> Self {
        Self::Keep(Keep)
    }
}

/// Turns encrypted values back, each kind by its operator; kinds without one stay as they stand.
#[derive(Clone, Debug, Default)]
pub struct DeanonymizeEngine {
    default: DeanonymizeOperator,
    by_type: BTreeMap<EntityType, DeanonymizeOperator>,
}

/// A text turned back. It may hold personal data again.
pub struct Deanonymized {
    text: String,
    places: Vec<(EntityType, std::ops::Range<usize>)>,
}

impl Deanonymized {
    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text, taken out.
    pub fn into_text(self) -> String {
        self.text
    }

    /// Every item's kind and where it stands now, in bytes of the text, in order.
    pub fn places(&self) -> &[(EntityType, std::ops::Range<usize>)] {
        &self.places
    }
}

impl std::fmt::Debug for Deanonymized {
    /// Counts only.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Deanonymized")
            .field("bytes", &self.text.len())
            .field("items", &self.places.len())
            .finish()
    }
}

impl DeanonymizeEngine {
    /// An engine that treats every kind alike.
    pub fn new(default: DeanonymizeOperator) -> Self {
        Self {
            default,
            by_type: BTreeMap::new(),
        }
    }

    /// Treats one kind in another way.
    #[must_use]
    pub fn with_operator(mut self, entity_type: EntityType, operator: DeanonymizeOperator) -> Self {
        self.by_type.insert(entity_type, operator);
        self
    }

    /// Turns the items of a redacted text back.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidArgument`] when the items overlap or do not fit the text,
    /// [`ErrorKind::Decryption`] when a value cannot be decrypted.
    pub fn deanonymize(&self, text: &str, items: &[AnonymizedItem]) -> Result<Deanonymized> {
        let mut order: Vec<&AnonymizedItem> = items.iter().collect();
        order.sort_by_key(|item| item.span);
        let mut output = String::with_capacity(text.len());
        let mut places = Vec::with_capacity(items.len());
        let mut copied = 0;
        for item in order {
            let (Some(kept), Some(value)) = (
                text.get(copied..item.span.start()),
                text.get(item.span.range()),
            ) else {
                return Err(Error::new(
                    ErrorKind::InvalidArgument,
                    "the items do not fit this text; they belong to the text they were made with",
                ));
            };
            output.push_str(kept);
            copied = item.span.end();
            let start = output.len();
            match self.by_type.get(&item.entity_type).unwrap_or(&self.default) {
                #[cfg(feature = "encrypt")]
                DeanonymizeOperator::Decrypt(encrypt) if item.operator == "encrypt" => {
                    output.push_str(&encrypt.decrypt(&item.entity_type, value)?);
                }
                DeanonymizeOperator::Custom(custom) => {
                    let value = Value {
                        entity_type: &item.entity_type,
                        text: value,
                    };
                    custom.operate(&value, &mut Resources::none(), &mut output)?;
                }
                _ => output.push_str(value),
            }
            places.push((item.entity_type.clone(), start..output.len()));
        }
        output.push_str(text.get(copied..).unwrap_or_default());
        Ok(Deanonymized {
            text: output,
            places,
        })
    }
}
