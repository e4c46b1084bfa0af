//! All automation of the workspace, one subcommand a file.

mod corpus;
mod dictionaries;
mod eml;
mod fmt;
mod generated;
mod score;
mod test;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, bail};
use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(about = "All automation of the workspace")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    Corpus(corpus::Arguments),
    Dictionaries(dictionaries::Arguments),
    Eml(eml::Arguments),
    Fmt(fmt::Arguments),
    Score(score::Arguments),
    Test(test::Arguments),
}

fn main() -> anyhow::Result<()> {
    match Arguments::parse().task {
        Task::Corpus(arguments) => corpus::run(&arguments),
        Task::Dictionaries(arguments) => dictionaries::run(&workspace(), arguments.check),
        Task::Eml(arguments) => eml::run(&arguments),
        Task::Fmt(arguments) => fmt::run(&arguments),
        Task::Score(arguments) => score::run(&arguments),
        Task::Test(arguments) => test::run(&arguments),
    }
}

/// The top folder of the workspace.
fn workspace() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package).to_owned()
}

/// Runs a program in the workspace and fails when it fails.
fn run(command: &mut Command) -> anyhow::Result<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command
        .current_dir(workspace())
        .status()
        .with_context(|| format!("{name} does not start"))?;
    if !status.success() {
        bail!("{name}: {status}");
    }
    Ok(())
}
mod phone_metadata;
use std::path::Path;
use anyhow::{Result, bail};
fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["phone-metadata", package, rest @ ..] => phone_metadata::run(
            Path::new(package),
            Path::new("redact/data/phone/countries.tsv"),
            rest.contains(&"--check"),
        ),
        _ => bail!("usage: cargo xtask phone-metadata DIRECTORY [--check]"),
