//! A fixed text.

use std::borrow::Cow;

use super::{Operator, Resources, Value};
use crate::Result;

/// Puts a fixed text in place of a value; without one, the kind in angle brackets
/// (`<EMAIL_ADDRESS>`), as Presidio does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Replace(Option<Cow<'static, str>>);

impl Replace {
    /// The kind in angle brackets.
    pub fn with_type() -> Self {
        Self(None)
    }

    /// This text.
    pub fn with(text: impl Into<Cow<'static, str>>) -> Self {
        Self(Some(text.into()))
    }
}

impl Operator for Replace {
    fn name(&self) -> &'static str {
        "replace"
    }

    fn operate(
        &self,
        value: &Value<'_>,
        _resources: &mut Resources<'_>,
        output: &mut String,
    ) -> Result<()> {
        match &self.0 {
            Some(text) => output.push_str(text),
            None => output.extend(["<", value.entity_type.as_str(), ">"]),
        }
        Ok(())
    }
}
