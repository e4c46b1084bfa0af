//! A numbered placeholder: `[EMAIL_1]`.

use super::{Operator, Resources, Value};
use crate::{Error, ErrorKind, Result};

/// Puts a numbered placeholder in place of a value and the value into the map. The same value gets
/// the same placeholder in every text of one map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Placeholder;

impl Operator for Placeholder {
    fn name(&self) -> &'static str {
        "placeholder"
    }

    fn operate(
        &self,
        value: &Value<'_>,
        resources: &mut Resources<'_>,
        output: &mut String,
    ) -> Result<()> {
        let Some(map) = &mut resources.map else {
            return Err(Error::new(
                ErrorKind::InvalidArgument,
                "placeholders need a map to be restored from; give one",
            ));
        };
        let token = map.token(value.entity_type, value.text);
        map.write_token(token, output);
        Ok(())
    }
}
