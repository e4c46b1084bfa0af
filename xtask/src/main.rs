//! All automation of the workspace, one subcommand a file.

mod corpus;
mod dictionaries;
mod eml;
mod floors;
mod fmt;
mod fuzz;
mod generated;
mod layers;
mod phone_metadata;
mod phone_plans;
mod presidio_vectors;
mod python;
mod roundtrip;
mod rules_page;
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
    Fuzz(fuzz::Arguments),
    PhoneMetadata(phone_metadata::Arguments),
    PresidioVectors(presidio_vectors::Arguments),
    Python(python::Arguments),
    Roundtrip(roundtrip::Arguments),
    RulesPage(rules_page::Arguments),
    Score(score::Arguments),
    Test(test::Arguments),
}

fn main() -> anyhow::Result<()> {
    match Arguments::parse().task {
        Task::Corpus(arguments) => corpus::run(&arguments),
        Task::Dictionaries(arguments) => dictionaries::run(&workspace(), arguments.check),
        Task::Eml(arguments) => eml::run(&arguments),
        Task::Fmt(arguments) => fmt::run(&arguments),
        Task::Fuzz(arguments) => fuzz::run(&arguments),
        Task::PhoneMetadata(arguments) => phone_metadata::run(&arguments),
        Task::PresidioVectors(arguments) => presidio_vectors::run(&arguments),
        Task::Python(arguments) => python::run(&arguments),
        Task::Roundtrip(arguments) => roundtrip::run(&arguments),
        Task::RulesPage(arguments) => rules_page::run(&arguments),
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
