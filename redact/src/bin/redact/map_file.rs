//! Placeholder maps in files.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use anyhow::Context;
use redact::PlaceholderMap;

/// The map in a file that `redact anonymize` wrote.
pub(crate) fn read(path: &Path) -> anyhow::Result<PlaceholderMap> {
    let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    // The parser's message may quote a value, so only the place goes out.
    serde_json::from_slice(&bytes).map_err(|error| {
        anyhow::anyhow!(
            "{} is no placeholder map of this version (line {}, column {})",
            path.display(),
            error.line(),
            error.column()
        )
    })
}

/// Writes a file that its owner alone may read.
pub(crate) fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
