//! Which committed files are generated, and are they what their sources say?

use std::fs;
use std::path::Path;

use anyhow::{Context as _, bail};

/// A generator that can compare instead of write.
pub(crate) struct Check {
    /// What it makes, for the heading.
    pub(crate) name: &'static str,
    /// Fails when a committed file differs from what would be written.
    pub(crate) run: fn() -> anyhow::Result<()>,
}

/// Every generator of the workspace.
pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "messages of the corpus",
        run: crate::eml::check,
    },
    Check {
        name: "page of the rules",
        run: crate::rules_page::check,
    },
];

/// Writes files, or, when only checking, fails with the names of those that differ. `remedy` is the
/// command that writes them.
pub(crate) fn ensure(
    files: &[(impl AsRef<Path>, Vec<u8>)],
    check: bool,
    remedy: &str,
) -> anyhow::Result<()> {
    let mut stale = Vec::new();
    for (path, contents) in files {
        let path = path.as_ref();
        if fs::read(path).is_ok_and(|committed| committed == *contents) {
            continue;
        }
        if check {
            stale.push(path.display().to_string());
        } else {
            fs::write(path, contents).with_context(|| path.display().to_string())?;
        }
    }
    if !stale.is_empty() {
        bail!("not up to date, run `{remedy}`:\n{}", stale.join("\n"));
    }
    Ok(())
}
