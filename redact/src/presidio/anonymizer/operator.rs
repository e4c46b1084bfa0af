//! Operators by name with loose parameters, checked as Presidio checks them, then run.

use std::collections::BTreeMap;
use std::fmt;

use super::aes::AesCipher;
use super::error::{AnonymizerError, Result};
use super::parameter::{Function, Parameter, required, unusable, wrong_type};
use crate::anonymizer::operators::{Hash, HashAlgorithm, Operator as _, Resources, Value};
use crate::{EntityType, RandomSource};

/// The operators of the anonymizer, in Presidio's order.
pub const ANONYMIZERS: [&str; 8] = [
    "custom",
    "encrypt",
    "hash",
    "keep",
    "mask",
    "redact",
    "replace",
    "surrogate_ahds",
];
/// The operators of the deanonymizer, in Presidio's order.
pub const DEANONYMIZERS: [&str; 2] = ["decrypt", "deanonymize_keep"];

/// Fewest bytes of a salt.
const MIN_SALT: usize = 16;

/// An operator's name and its parameters, not checked yet.
#[derive(Clone)]
pub struct OperatorConfig {
    name: String,
    parameters: BTreeMap<String, Parameter>,
}

impl OperatorConfig {
    /// An operator by its name, without parameters.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            parameters: BTreeMap::new(),
        }
    }

    /// Adds a parameter.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<Parameter>) -> Self {
        self.parameters.insert(name.into(), value.into());
        self
    }

    /// The operator's name.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl fmt::Debug for OperatorConfig {
    /// Names only; parameters may be secrets.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("OperatorConfig")
            .field("name", &self.name)
            .field("parameters", &self.parameters)
            .finish()
    }
}

/// Which operator each kind has; `DEFAULT` is for those that have none.
#[derive(Clone, Debug, Default)]
pub struct Operators(BTreeMap<String, OperatorConfig>);

impl Operators {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Gives a kind its operator.
    #[must_use]
    pub fn with(mut self, entity_type: impl Into<String>, operator: OperatorConfig) -> Self {
        self.insert(entity_type, operator);
        self
    }

    /// Gives a kind its operator.
    pub fn insert(&mut self, entity_type: impl Into<String>, operator: OperatorConfig) {
        self.0.insert(entity_type.into(), operator);
    }

    /// Whether some kind has the operator of this name.
    pub fn uses(&self, name: &str) -> bool {
        self.0.values().any(|operator| operator.name == name)
    }

    pub(super) fn of(&self, entity_type: &str) -> Option<&OperatorConfig> {
        self.0.get(entity_type).or_else(|| self.0.get("DEFAULT"))
    }
}

/// An operator whose parameters were checked.
pub(super) enum Operator {
    Replace(Option<String>),
    Redact,
    Keep,
    Mask(Mask),
    Hash(Hash),
    HashUnderRandomSalt(HashAlgorithm),
    Encrypt(Vec<u8>),
    Decrypt(Vec<u8>),
    Custom(Function),
}

impl Operator {
    /// An operator of the anonymizer.
    pub(super) fn anonymizer(config: &OperatorConfig) -> Result<Self> {
        let parameter = |name: &str| config.parameters.get(name);
        match config.name.as_str() {
            "replace" => replace(parameter("new_value")).map(Self::Replace),
            "redact" => Ok(Self::Redact),
            "keep" => Ok(Self::Keep),
            "mask" => mask(config).map(Self::Mask),
            "hash" => hash(config),
            "encrypt" => key(parameter("key")).map(Self::Encrypt),
            "custom" => match parameter("lambda") {
                Some(Parameter::Function(function)) => Ok(Self::Custom(function.clone())),
                _ => Err(AnonymizerError::invalid_param(
                    "New value must be a callable function",
                )),
            },
            "surrogate_ahds" => Err(AnonymizerError::failed(
                "surrogate_ahds needs a service of Azure's, which is not called from here",
            )),
            name => Err(unknown(name)),
        }
    }

    /// An operator of the deanonymizer.
    pub(super) fn deanonymizer(config: &OperatorConfig) -> Result<Self> {
        match config.name.as_str() {
            "decrypt" => key(config.parameters.get("key")).map(Self::Decrypt),
            "deanonymize_keep" => Ok(Self::Keep),
            name => Err(unknown(name)),
        }
    }

    /// What stands in place of `text`.
    pub(super) fn operate(
        &self,
        text: &str,
        entity_type: &str,
        random: &mut dyn RandomSource,
    ) -> Result<String> {
        match self {
            Self::Replace(Some(new)) => Ok(new.clone()),
            Self::Replace(None) => Ok(format!("<{entity_type}>")),
            Self::Redact => Ok(String::new()),
            Self::Keep => Ok(text.to_owned()),
            Self::Mask(mask) => Ok(mask.cover(text)),
            Self::Hash(hash) => digest(hash, text),
            Self::HashUnderRandomSalt(algorithm) => {
                digest(&Hash::with_random_salt(*algorithm, random)?, text)
            }
            Self::Encrypt(key) => AesCipher::encrypt(key, text, random),
            Self::Decrypt(key) => AesCipher::decrypt(key, text),
            Self::Custom(function) => function.call(text),
        }
    }
}

/// Some characters covered. The cover may be empty, as Presidio lets it be.
pub(super) struct Mask {
    cover: String,
    count: usize,
    from_end: bool,
}

impl Mask {
    fn cover(&self, text: &str) -> String {
        let total = text.chars().count();
        let count = self.count.min(total);
        let cover = self.cover.repeat(count);
        let kept = text.chars().skip(if self.from_end { 0 } else { count });
        let kept: String = kept.take(total - count).collect();
        if self.from_end {
            kept + &cover
        } else {
            cover + &kept
        }
    }
}

fn digest(hash: &Hash, text: &str) -> Result<String> {
    let mut output = String::new();
    // A hash does not look at the kind.
    let value = Value {
        entity_type: &EntityType::PERSON,
        text,
    };
    hash.operate(&value, &mut Resources::none(), &mut output)?;
    Ok(output)
}

fn unknown(name: &str) -> AnonymizerError {
    AnonymizerError::invalid_param(format!("Invalid operator class '{name}'."))
}

fn replace(new_value: Option<&Parameter>) -> Result<Option<String>> {
    match new_value {
        Some(value) if value.is_truthy() => match value {
            Parameter::Text(new) => Ok(Some(new.clone())),
            other => Err(wrong_type(other, "new_value", Some("string"))),
        },
        _ => Ok(None),
    }
}

/// Checks in Presidio's order: the character, the number, the end. What Python takes for false
/// passes the check of its type there.
fn mask(config: &OperatorConfig) -> Result<Mask> {
    let find = |name: &str| required(config.parameters.get(name), name);
    let character = find("masking_char")?;
    match character {
        Parameter::Text(text) if text.chars().nth(1).is_some() => {
            return Err(AnonymizerError::invalid_param(
                "Invalid input, masking_char must be a character",
            ));
        }
        Parameter::Text(_) => {}
        other if other.is_truthy() => {
            return Err(wrong_type(other, "masking_char", Some("string")));
        }
        _ => {}
    }
    let count = find("chars_to_mask")?;
    if count.is_truthy() && !matches!(count, Parameter::Integer(_) | Parameter::Bool(_)) {
        return Err(wrong_type(count, "chars_to_mask", Some("number")));
    }
    let from_end = find("from_end")?;
    if from_end.is_truthy() && !matches!(from_end, Parameter::Bool(_)) {
        return Err(wrong_type(from_end, "from_end", Some("boolean")));
    }
    let count = match count {
        Parameter::Integer(count) => usize::try_from(*count).unwrap_or(0),
        Parameter::Bool(one) => usize::from(*one),
        Parameter::Float(_) => 0,
        _ => return Err(unusable("chars_to_mask")),
    };
    let Parameter::Text(cover) = character else {
        return Err(unusable("masking_char"));
    };
    Ok(Mask {
        cover: cover.clone(),
        count,
        from_end: from_end.is_truthy(),
    })
}

fn hash(config: &OperatorConfig) -> Result<Operator> {
    let algorithm = match config.parameters.get("hash_type") {
        None => HashAlgorithm::Sha256,
        named => match required(named, "hash_type")? {
            Parameter::Text(name) if name == "sha256" => HashAlgorithm::Sha256,
            Parameter::Text(name) if name == "sha512" => HashAlgorithm::Sha512,
            other => {
                return Err(AnonymizerError::invalid_param(format!(
                    "Parameter hash_type value {} is not in range of values ['sha256', 'sha512']",
                    other.printed()
                )));
            }
        },
    };
    let salt: &[u8] = match config.parameters.get("salt") {
        None => return Ok(Operator::HashUnderRandomSalt(algorithm)),
        Some(Parameter::Text(salt)) => salt.as_bytes(),
        Some(Parameter::Bytes(salt)) => salt,
        Some(Parameter::List(salt)) if salt.is_empty() => &[],
        Some(Parameter::Object(salt)) if salt.is_empty() => &[],
        Some(_) => return Err(unusable("salt")),
    };
    if salt.is_empty() {
        return Err(AnonymizerError::invalid_param(
            "Salt parameter cannot be empty. Either omit the salt parameter to auto-generate a random \
             salt, or provide a salt of at least 16 bytes (128 bits).",
        ));
    }
    if salt.len() < MIN_SALT {
        return Err(AnonymizerError::invalid_param(format!(
            "Salt must be at least {MIN_SALT} bytes (128 bits). Provided salt is {} bytes.",
            salt.len()
        )));
    }
    Ok(Operator::Hash(Hash::new(algorithm, salt)?))
}

fn key(parameter: Option<&Parameter>) -> Result<Vec<u8>> {
    let key = match required(parameter, "key")? {
        Parameter::Text(key) => key.as_bytes(),
        Parameter::Bytes(key) => key,
        other if other.is_truthy() => return Err(wrong_type(other, "key", None)),
        _ => &[],
    };
    if AesCipher::is_valid_key_size(key.len()) {
        return Ok(key.to_vec());
    }
    Err(AnonymizerError::invalid_param(
        "Invalid input, key must be of length 128, 192 or 256 bits",
    ))
}
