//! Nothing at all.

use super::{Operator, Resources, Value};
use crate::Result;

/// Takes a value out and puts nothing in its place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Redact;

impl Operator for Redact {
    fn name(&self) -> &'static str {
        "redact"
    }

    fn operate(
        &self,
        _value: &Value<'_>,
        _resources: &mut Resources<'_>,
        _output: &mut String,
    ) -> Result<()> {
        Ok(())
    }
}
