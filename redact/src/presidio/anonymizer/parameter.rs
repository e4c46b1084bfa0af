//! The loose value of an operator's parameter, and Presidio's checks of it.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use super::error::{AnonymizerError, Result};

/// From a value to what stands in its place.
type Replacement = dyn Fn(&str) -> Result<String> + Send + Sync;

/// A function of the caller's, for the operator `custom`.
#[derive(Clone)]
pub struct Function(Arc<Replacement>);

impl Function {
    /// From a closure.
    pub fn new(function: impl Fn(&str) -> Result<String> + Send + Sync + 'static) -> Self {
        Self(Arc::new(function))
    }

    /// What it makes of a value.
    ///
    /// # Errors
    ///
    /// The function's own.
    pub fn call(&self, text: &str) -> Result<String> {
        (self.0)(text)
    }
}

/// A parameter of an operator, as it comes in JSON or from Python.
#[derive(Clone)]
#[non_exhaustive]
pub enum Parameter {
    /// `null`, `None`.
    Null,
    /// A truth value.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// Another number.
    Float(f64),
    /// A string.
    Text(String),
    /// Bytes; JSON has none.
    Bytes(Vec<u8>),
    /// A list.
    List(Vec<Parameter>),
    /// An object.
    Object(BTreeMap<String, Parameter>),
    /// A function; JSON has none.
    Function(Function),
}

impl Parameter {
    /// Whether Python takes it for true.
    pub(super) fn is_truthy(&self) -> bool {
        match self {
            Self::Null => false,
            Self::Bool(value) => *value,
            Self::Integer(value) => *value != 0,
            Self::Float(value) => *value != 0.0,
            Self::Text(value) => !value.is_empty(),
            Self::Bytes(value) => !value.is_empty(),
            Self::List(values) => !values.is_empty(),
            Self::Object(values) => !values.is_empty(),
            Self::Function(_) => true,
        }
    }

    /// What Presidio's messages call its type; it has names for four.
    fn type_name(&self) -> Option<&'static str> {
        match self {
            Self::Bool(_) => Some("boolean"),
            Self::Integer(_) => Some("number"),
            Self::Text(_) => Some("string"),
            Self::List(_) => Some("array"),
            _ => None,
        }
    }

    /// How Python prints it, for a message that names a bad value.
    pub(super) fn printed(&self) -> String {
        match self {
            Self::Text(value) => value.clone(),
            other => other.quoted(),
        }
    }

    fn quoted(&self) -> String {
        match self {
            Self::Null => "None".to_owned(),
            Self::Bool(true) => "True".to_owned(),
            Self::Bool(false) => "False".to_owned(),
            Self::Integer(value) => value.to_string(),
            Self::Float(value) => format!("{value:?}"),
            Self::Text(value) => format!("'{value}'"),
            Self::Bytes(value) => format!("b'{}'", value.escape_ascii()),
            Self::List(values) => {
                let values: Vec<String> = values.iter().map(Self::quoted).collect();
                format!("[{}]", values.join(", "))
            }
            Self::Object(values) => {
                let values: Vec<String> = values
                    .iter()
                    .map(|(key, value)| format!("'{key}': {}", value.quoted()))
                    .collect();
                format!("{{{}}}", values.join(", "))
            }
            Self::Function(_) => "<function>".to_owned(),
        }
    }
}

impl fmt::Debug for Parameter {
    /// The type only; keys and salts are secrets.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Null => "Null",
            Self::Bool(_) => "Bool",
            Self::Integer(_) => "Integer",
            Self::Float(_) => "Float",
            Self::Text(_) => "Text",
            Self::Bytes(_) => "Bytes",
            Self::List(_) => "List",
            Self::Object(_) => "Object",
            Self::Function(_) => "Function",
        })
    }
}

macro_rules! from {
    ($($from:ty => $variant:ident),+) => {
        $(impl From<$from> for Parameter {
            fn from(value: $from) -> Self {
                Self::$variant(value.into())
            }
        })+
    };
}

from!(bool => Bool, i64 => Integer, i32 => Integer, f64 => Float, &str => Text, String => Text, Vec<u8> => Bytes, Function => Function);

/// The parameter, or the error that it is missing.
pub(super) fn required<'p>(parameter: Option<&'p Parameter>, name: &str) -> Result<&'p Parameter> {
    match parameter {
        None | Some(Parameter::Null) => Err(AnonymizerError::invalid_param(format!(
            "Expected parameter {name}"
        ))),
        Some(parameter) => Ok(parameter),
    }
}

/// The error for a parameter of a wrong type.
pub(super) fn wrong_type(
    parameter: &Parameter,
    name: &str,
    expected: Option<&str>,
) -> AnonymizerError {
    AnonymizerError::invalid_param(match (expected, parameter.type_name()) {
        (Some(expected), Some(actual)) => format!(
            "Invalid parameter value for {name}. Expecting '{expected}', but got '{actual}'."
        ),
        _ => format!("Invalid parameter value for '{name}'."),
    })
}

/// The error Python itself has for a value that an operator cannot work with.
pub(super) fn unusable(name: &str) -> AnonymizerError {
    AnonymizerError::failed(format!("the parameter {name} cannot be used"))
}
