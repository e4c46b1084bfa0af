//! The caller's own operator.

use std::sync::Arc;

use super::{Operator, Resources, Value};
use crate::Result;

/// Puts in place of a value what a closure, or an [`Operator`] of the caller's, makes of it.
///
/// ```
/// use redact::anonymizer::operators::Custom;
///
/// let initials = Custom::new(|value| Ok(value.text.chars().take(1).collect()));
/// ```
#[derive(Clone)]
pub struct Custom(Arc<dyn Operator>);

impl Custom {
    /// A closure from a value to what stands in its place.
    pub fn new(function: impl Fn(&Value<'_>) -> Result<String> + Send + Sync + 'static) -> Self {
        Self(Arc::new(Closure(function)))
    }

    /// An operator of the caller's.
    pub fn operator(operator: impl Operator + 'static) -> Self {
        Self(Arc::new(operator))
    }
}

struct Closure<F>(F);

impl<F: Fn(&Value<'_>) -> Result<String> + Send + Sync> Operator for Closure<F> {
    fn name(&self) -> &'static str {
        "custom"
    }

    fn operate(
        &self,
        value: &Value<'_>,
        _resources: &mut Resources<'_>,
        output: &mut String,
    ) -> Result<()> {
        output.push_str(&self.0(value)?);
        Ok(())
    }
}

impl Operator for Custom {
    fn name(&self) -> &'static str {
        self.0.name()
    }

    fn operate(
        &self,
        value: &Value<'_>,
        resources: &mut Resources<'_>,
        output: &mut String,
    ) -> Result<()> {
        self.0.operate(value, resources, output)
    }
}

impl std::fmt::Debug for Custom {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Custom({})", self.0.name())
    }
}
