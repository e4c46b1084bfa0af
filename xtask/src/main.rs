//! All automation of the workspace, one subcommand a file.

mod dictionaries;

use std::path::Path;

use anyhow::{Context, Result, bail};

fn main() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .context("the manifest lies in the workspace")?;
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["dictionaries"] => dictionaries::run(root, false),
        ["dictionaries", "--check"] => dictionaries::run(root, true),
        _ => bail!("usage: cargo xtask dictionaries [--check]"),
    }
}
