//! The value itself.

use super::{Operator, Resources, Value};
use crate::Result;

/// Leaves a value as it is and lists it among the items.
///
/// Where a kept value and another find share characters, the other find wins: keeping never
/// uncovers what something else covers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Keep;

impl Operator for Keep {
    fn name(&self) -> &'static str {
        "keep"
    }

    fn operate(
        &self,
        value: &Value<'_>,
        _resources: &mut Resources<'_>,
        output: &mut String,
    ) -> Result<()> {
        output.push_str(value.text);
        Ok(())
    }
}
