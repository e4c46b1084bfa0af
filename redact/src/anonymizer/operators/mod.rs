//! What is put in place of a find: one operator a file.
//!
//! An operator is a type of its own with checked settings, not a name with a dictionary of
//! parameters; a mistake in them is an error when it is made, not when a text comes. Names are
//! Presidio's (`replace`, `redact`, `mask`, `hash`, `encrypt`, `keep`, `custom`), and
//! `placeholder`, which Presidio has not.

mod custom;
#[cfg(feature = "encrypt")]
mod encrypt;
mod hash;
mod keep;
mod mask;
mod placeholder;
mod redact;
mod replace;

pub use custom::Custom;
#[cfg(feature = "encrypt")]
pub use encrypt::Encrypt;
#[cfg(all(feature = "presidio", feature = "encrypt"))]
pub(crate) use encrypt::{cbc_decrypt, cbc_encrypt};
pub use hash::{Hash, HashAlgorithm};
pub use keep::Keep;
pub use mask::Mask;
pub use placeholder::Placeholder;
pub use redact::Redact;
pub use replace::Replace;

use crate::{EntityType, PlaceholderMap, RandomSource, Result};

/// Turns one found value into what stands in its place.
///
/// ```
/// use redact::anonymizer::operators::{Mask, Operator, Resources, Value};
/// use redact::EntityType;
///
/// let value = Value { entity_type: &EntityType::PHONE_NUMBER, text: "090-1234-5678" };
/// let mut output = String::new();
/// Mask::last('*', 4).operate(&value, &mut Resources::none(), &mut output)?;
/// assert_eq!(output, "090-1234-****");
/// # Ok::<(), redact::Error>(())
/// ```
pub trait Operator: Send + Sync {
    /// Its name, as items and audits show it.
    fn name(&self) -> &'static str;

    /// Adds to `output` what stands in place of `value`.
    ///
    /// # Errors
    ///
    /// When it cannot; the whole text then fails, so that nothing is left as it was.
    fn operate(
        &self,
        value: &Value<'_>,
        resources: &mut Resources<'_>,
        output: &mut String,
    ) -> Result<()>;
}

/// A found value.
#[derive(Clone, Copy)]
pub struct Value<'t> {
    /// Its kind.
    pub entity_type: &'t EntityType,
    /// Its text.
    pub text: &'t str,
}

impl std::fmt::Debug for Value<'_> {
    /// Kind and length only.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            formatter,
            "{} ({} bytes)",
            self.entity_type,
            self.text.len()
        )
    }
}

/// What operators may need beside the value; the library takes nothing from its surroundings.
#[derive(Default)]
pub struct Resources<'r> {
    pub(in crate::anonymizer) map: Option<&'r mut PlaceholderMap>,
    random: Option<&'r mut dyn RandomSource>,
}

impl<'r> Resources<'r> {
    /// Nothing: enough for replace, redact, mask, hash, keep and most custom operators.
    pub fn none() -> Self {
        Self::default()
    }

    /// A map, for placeholders.
    #[must_use]
    pub fn with_map(mut self, map: &'r mut PlaceholderMap) -> Self {
        self.map = Some(map);
        self
    }

    /// Random bytes, for encryption.
    #[must_use]
    pub fn with_random(mut self, random: &'r mut dyn RandomSource) -> Self {
        self.random = Some(random);
        self
    }

    /// Fills `bytes` at random.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument) when no source was given;
    /// the source's own error when it fails.
    pub fn random(&mut self, bytes: &mut [u8]) -> Result<()> {
        match &mut self.random {
            Some(random) => random.fill(bytes),
            None => Err(crate::Error::new(
                crate::ErrorKind::InvalidArgument,
                "this operator needs random bytes; give a source with Resources::with_random",
            )),
        }
    }
}

impl std::fmt::Debug for Resources<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Resources")
            .field("map", &self.map.is_some())
            .field("random", &self.random.is_some())
            .finish()
    }
}

/// One operator with its settings.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum OperatorConfig {
    /// A numbered placeholder that can be restored.
    Placeholder(Placeholder),
    /// A fixed text, by default `<ENTITY_TYPE>`.
    Replace(Replace),
    /// Nothing.
    Redact(Redact),
    /// Some characters covered.
    Mask(Mask),
    /// A salted hash.
    Hash(Hash),
    /// The value itself; the item is listed all the same.
    Keep(Keep),
    /// The value, encrypted.
    #[cfg(feature = "encrypt")]
    Encrypt(Encrypt),
    /// The caller's own.
    Custom(Custom),
}

impl OperatorConfig {
    /// The operator behind it.
    pub fn operator(&self) -> &dyn Operator {
        match self {
            Self::Placeholder(operator) => operator,
            Self::Replace(operator) => operator,
            Self::Redact(operator) => operator,
            Self::Mask(operator) => operator,
            Self::Hash(operator) => operator,
            Self::Keep(operator) => operator,
            #[cfg(feature = "encrypt")]
            Self::Encrypt(operator) => operator,
            Self::Custom(operator) => operator,
        }
    }
}

impl Default for OperatorConfig {
    fn default() -> Self {
        Self::Placeholder(Placeholder)
    }
}

macro_rules! operator_configs {
    ($($(#[$gate:meta])? $name:ident),+) => {
        $($(#[$gate])?
        impl From<$name> for OperatorConfig {
            fn from(operator: $name) -> Self {
                Self::$name(operator)
            }
        })+
    };
}

operator_configs!(
    Placeholder,
    Replace,
    Redact,
    Mask,
    Hash,
    Keep,
    #[cfg(feature = "encrypt")]
    Encrypt,
    Custom
);
