//! Runs everything that must hold before a change is merged, cheapest first.

use std::process::Command;

use crate::{fmt, generated, presidio_vectors, python};

/// Run every check of the workspace and stop at the first that fails
#[derive(clap::Args)]
pub(crate) struct Arguments {}

pub(crate) fn run(_: &Arguments) -> anyhow::Result<()> {
    // Said before the long part, not behind it.
    python::check()?;
    heading("format");
    fmt::format(true)?;
    heading("clippy");
    cargo(&[
        "clippy",
        "--workspace",
        "--all-targets",
        "--all-features",
        "--",
        "-D",
        "warnings",
    ])?;
    heading("tests");
    cargo(&["test", "--workspace", "--all-features"])?;
    heading("recorded answers of Presidio");
    presidio_vectors::check()?;
    heading("Python package");
    python::test()?;
    heading("documentation");
    crate::run(
        Command::new("cargo")
            .args(["doc", "--workspace", "--no-deps", "--all-features"])
            .env("RUSTDOCFLAGS", "-D warnings"),
    )?;
    for check in generated::CHECKS {
        heading(check.name);
        (check.run)()?;
    }
    heading("all checks passed");
    Ok(())
}

fn cargo(arguments: &[&str]) -> anyhow::Result<()> {
    crate::run(Command::new("cargo").args(arguments))
}

#[allow(
    clippy::print_stderr,
    reason = "headings are the output of this command"
)]
fn heading(name: &str) {
    eprintln!("\n=== {name} ===");
}
