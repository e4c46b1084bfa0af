//! Placeholders as Python sees them: the map, and what puts values back.

mod map;
mod restorer;

use pyo3::prelude::*;

pub(crate) use map::PyPlaceholderMap;
pub(crate) use restorer::policy;

pub(crate) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    map::register(module)?;
    restorer::register(module)
}

/// The time, in seconds since 1970-01-01 UTC, unless the caller says another.
pub(crate) fn now(said: Option<u64>) -> u64 {
    said.unwrap_or_else(|| {
        let since = std::time::SystemTime::UNIX_EPOCH.elapsed();
        since.map_or(0, |since| since.as_secs())
    })
}
