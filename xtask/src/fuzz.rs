//! Runs the fuzz targets, one after the other.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, bail};
use redact::recognizers::catalogue;

/// Every target of `redact/fuzz`.
const TARGETS: [Target; 9] = [
    Target::new("normalise", Seeds::Texts),
    Target::new("analyze", Seeds::Texts),
    Target::new("anonymize_restore", Seeds::Texts),
    Target::new("yaml", Seeds::Folder),
    Target::new("placeholder", Seeds::Folder),
    Target::new("mail", Seeds::Messages),
    Target::new("dictionary", Seeds::Dictionaries),
    Target::new("presidio", Seeds::Folder),
    Target::new("prompt", Seeds::Folder),
];

/// Longer inputs find little that shorter ones do not, and cost time.
const LONGEST: usize = 4096;

struct Target {
    name: &'static str,
    seeds: Seeds,
}

/// What a target begins with.
#[derive(Clone, Copy)]
enum Seeds {
    /// Rule examples and the corpus' mails as texts.
    Texts,
    /// The corpus' mails as messages.
    Messages,
    /// The files of `redact/fuzz/seeds/TARGET`.
    Folder,
    /// Words, as the dictionary's harness builds lexicons of.
    Dictionaries,
}

impl Target {
    const fn new(name: &'static str, seeds: Seeds) -> Self {
        Self { name, seeds }
    }
}

/// Run the fuzz targets, each for a while, until one finds something
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// How long each target runs
    #[arg(long, default_value_t = 600)]
    seconds: u64,
    /// Only this target
    #[arg(value_name = "TARGET")]
    target: Option<String>,
}

pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let wanted = arguments.target.as_deref();
    let targets: Vec<_> = TARGETS
        .iter()
        .filter(|target| wanted.is_none_or(|wanted| wanted == target.name))
        .collect();
    if targets.is_empty() {
        bail!("there is no such target; they are {}", names());
    }
    ensure_installed()?;
    let package = crate::workspace().join("redact/fuzz");
    for target in targets {
        let folder = package.join("corpus").join(target.name);
        write_seeds(target, &folder)?;
        crate::run(
            Command::new("cargo")
                // Rust's own checks suffice, the code being safe; address sanitizing would halve the
                // number of inputs. Coverage is an option of the compiler that stable hides.
                .args(["fuzz", "run", "--sanitizer", "none", "--fuzz-dir"])
                .arg(&package)
                .arg(target.name)
                .arg("--")
                .arg(format!("-max_total_time={}", arguments.seconds))
                .arg(format!("-max_len={LONGEST}"))
                .arg("-print_final_stats=1")
                .env("RUSTC_BOOTSTRAP", "1"),
        )
        .with_context(|| {
            format!(
                "{} found something: its input lies in redact/fuzz/artifacts/{}; minimise it with \
                 `cargo fuzz tmin`, keep it in redact/fuzz/regressions and make the tests pass",
                target.name, target.name
            )
        })?;
    }
    Ok(())
}

fn names() -> String {
    TARGETS.map(|target| target.name).join(", ")
}

fn ensure_installed() -> anyhow::Result<()> {
    let is_installed = Command::new("cargo")
        .args(["fuzz", "--version"])
        .output()
        .is_ok_and(|output| output.status.success());
    if is_installed {
        return Ok(());
    }
    say("cargo-fuzz is missing; installing it with `cargo install cargo-fuzz --locked`");
    crate::run(Command::new("cargo").args(["install", "cargo-fuzz", "--locked"])).context(
        "cargo-fuzz cannot be installed; fuzzing needs it and a C++ compiler (for libFuzzer)",
    )
}

#[allow(
    clippy::print_stderr,
    reason = "a person waits and wants to know for what"
)]
fn say(message: &str) {
    eprintln!("{message}");
}

/// Fills the folder of inputs with those that a target begins with.
fn write_seeds(target: &Target, folder: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(folder)?;
    let seeds = match target.seeds {
        Seeds::Texts => texts()?,
        Seeds::Messages => messages()?,
        Seeds::Folder => files(
            &crate::workspace()
                .join("redact/fuzz/seeds")
                .join(target.name),
        )?,
        Seeds::Dictionaries => vec!["高橋\n髙橋\n田中\na\nab".as_bytes().to_vec(), dictionary()?],
    };
    for (number, seed) in seeds.iter().enumerate() {
        fs::write(folder.join(format!("seed-{number:04}")), seed)?;
    }
    Ok(())
}

fn texts() -> anyhow::Result<Vec<Vec<u8>>> {
    let examples = catalogue().flat_map(|rule| {
        let counters = rule.counter_examples.iter().map(|counter| counter.text);
        rule.examples
            .iter()
            .map(|example| example.text)
            .chain(counters)
    });
    let mut seeds: Vec<_> = examples
        .map(|text| text.replace(['«', '»'], "").into_bytes())
        .collect();
    for mail in corpus::mail::load(corpus::mail::root())? {
        seeds.push(mail.labelled.text.into_bytes());
    }
    Ok(seeds)
}

fn messages() -> anyhow::Result<Vec<Vec<u8>>> {
    let mut seeds = Vec::new();
    for mail in corpus::mail::load(corpus::mail::root())? {
        seeds.push(corpus::eml::write(&mail)?);
    }
    Ok(seeds)
}

fn files(folder: &Path) -> anyhow::Result<Vec<Vec<u8>>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        files.push(fs::read(entry?.path())?);
    }
    Ok(files)
}

fn dictionary() -> anyhow::Result<Vec<u8>> {
    let mut words = redact::dictionary::LexiconBuilder::new();
    words.insert("高橋", 1).insert("高", 2);
    let mut builder = redact::dictionary::DictionaryBuilder::new();
    builder.section("words", words.build()?)?;
    Ok(builder.build()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_is_known() {
        let folder = crate::workspace().join("redact/fuzz/fuzz_targets");
        let mut there: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
            .collect();
        there.sort();
        let mut known = TARGETS.map(|target| target.name);
        known.sort_unstable();
        assert_eq!(there, known);
    }
}
