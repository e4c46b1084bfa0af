//! Formats every tracked source file.
//!
//! rustfmt is called on the files themselves: rule modules are declared inside a macro, which
//! `cargo fmt` does not look into.

use std::process::Command;

use anyhow::{Context as _, bail};

/// Format every tracked Rust file
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Write nothing; fail when a file is not formatted
    #[arg(long)]
    check: bool,
}

pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    format(arguments.check)
}

pub(crate) fn format(check: bool) -> anyhow::Result<()> {
    let listed = Command::new("git")
        .args([
            "ls-files",
            "--cached",
            "--others",
            "--exclude-standard",
            "-z",
            "--",
            "*.rs",
        ])
        .current_dir(crate::workspace())
        .output()
        .context("git does not start")?;
    if !listed.status.success() {
        bail!("git ls-files: {}", listed.status);
    }
    let listed = String::from_utf8(listed.stdout).context("a file name is not UTF-8")?;
    let files = listed
        .split('\0')
        // A file that is deleted but not yet committed is still listed.
        .filter(|file| !file.is_empty() && crate::workspace().join(file).exists());
    let mut rustfmt = Command::new("rustfmt");
    // The edition comes from rustfmt.toml.
    rustfmt.args(check.then_some("--check")).args(files);
    crate::run(&mut rustfmt)
}
