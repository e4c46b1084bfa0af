//! The command line: `redact analyze`, `anonymize`, `guard`, `restore`, `decrypt`, `prompt`, `rules`, `serve`. One subcommand a file.

#![allow(
    clippy::doc_markdown,
    reason = "doc comments of options are the help that a person reads"
)]

mod analyze;
mod anonymize;
mod current_year;
mod decrypt;
mod engine;
mod guard;
mod input;
mod mail;
mod map_file;
mod output;
mod presidio;
mod prompt;
mod restore;
mod rules;
mod secret_file;
#[cfg(feature = "serve")]
mod serve;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Finds personal data in text and mail, replaces it with placeholders and puts it back.
#[derive(Parser)]
#[command(name = "redact", version, after_help = EXIT_STATUS, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

const EXIT_STATUS: &str = "\
Exit status:
  0  everything was served
  1  some lines of the input (or encrypted values) could not be served; the others were
  2  wrong arguments, an unreadable file, or input that is not what it was said to be

Nothing is sent anywhere: no model download, and no network but for those who call `redact serve`.";

#[derive(Subcommand)]
enum Command {
    Analyze(analyze::Analyze),
    Anonymize(anonymize::Anonymize),
    Guard(guard::Guard),
    Prompt(prompt::Prompt),
    Restore(restore::Restore),
    Decrypt(decrypt::Decrypt),
    Mail(mail::Mail),
    Rules(rules::Rules),
    #[cfg(feature = "serve")]
    Serve(serve::Serve),
}

/// How a command ended when it did not fail as a whole.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Served {
    All,
    Some,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let served = match arguments.command {
        Command::Analyze(command) => command.run(),
        Command::Anonymize(command) => command.run(),
        Command::Guard(command) => command.run(),
        Command::Prompt(command) => command.run(),
        Command::Restore(command) => command.run(),
        Command::Decrypt(command) => command.run(),
        Command::Mail(command) => command.run(),
        Command::Rules(command) => command.run(),
        #[cfg(feature = "serve")]
        Command::Serve(command) => command.run(),
    };
    match served {
        Ok(Served::All) => ExitCode::SUCCESS,
        Ok(Served::Some) => ExitCode::from(1),
        // A reader that went away (`redact … | head`) is no failure.
        Err(error) if output::is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            output::report(&error);
            ExitCode::from(2)
        }
    }
}
