//! The fuzz targets' harnesses over the seeds and over every input that once failed, so that they hold
//! without a fuzzer.
//!
//! A failing input that a fuzzer found is kept as `fuzz/regressions/TARGET-what-it-shows`.

#![allow(
    clippy::unwrap_used,
    reason = "what tests share fails as the tests themselves do"
)]

#[allow(
    clippy::missing_panics_doc,
    reason = "panicking is how a harness says no"
)]
#[path = "../fuzz/src/lib.rs"]
pub mod harness;

use std::fs;
use std::path::{Path, PathBuf};

use redact::recognizers::catalogue;

/// Only every so many mails of the corpus: each is analyzed several times, without optimization.
const EVERY: usize = 12;

fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The files of a folder in the order of their names.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .collect();
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            let bytes = fs::read(path).unwrap();
            (name, bytes)
        })
        .collect()
}

fn mails() -> impl Iterator<Item = Vec<u8>> {
    files(&folder("../corpus/mails"))
        .into_iter()
        .step_by(EVERY)
        .map(|(_, bytes)| bytes)
}

/// All rule examples, some in one text.
fn examples() -> Vec<Vec<u8>> {
    let lines: Vec<_> = catalogue()
        .flat_map(|rule| rule.examples)
        .map(|example| example.text.replace(['«', '»'], ""))
        .collect();
    lines
        .chunks(20)
        .map(|texts| texts.join("\n").into_bytes())
        .collect()
}

#[test]
fn every_regression_holds() {
    for (name, bytes) in files(&folder("fuzz/regressions")) {
        if name == "README.md" {
            continue;
        }
        let (_, check) = harness::HARNESSES
            .iter()
            .find(|(target, _)| name.starts_with(&format!("{target}-")))
            .unwrap_or_else(|| panic!("{name} begins with no target's name"));
        check(&bytes);
    }
}

#[test]
fn texts_are_folded_analyzed_and_restored() {
    for bytes in examples().into_iter().chain(mails()) {
        harness::normalise::check(&bytes);
        harness::analyze::check(&bytes);
        harness::anonymize_restore::check(&bytes);
        harness::placeholder::check(&bytes);
    }
}

#[test]
fn copies_of_prompts_restore_nothing_of_an_earlier_mail() {
    for (_, bytes) in files(&folder("fuzz/seeds/prompt")) {
        for every in 0..16 {
            for cut in [40, 128, 220] {
                let mut data = vec![every, cut];
                data.extend(&bytes);
                harness::prompt::check(&data);
            }
        }
    }
    for bytes in mails() {
        harness::prompt::check(&bytes);
    }
}

#[test]
fn messages_are_read() {
    for bytes in mails() {
        harness::mail::check(&bytes);
        let (half, _) = bytes.split_at(bytes.len() / 2);
        harness::mail::check(half);
    }
}

#[test]
fn recognizer_files_are_read() {
    for (name, bytes) in files(&folder("fuzz/seeds/yaml")) {
        harness::yaml::check(&bytes);
        let yaml = String::from_utf8(bytes).unwrap();
        let is_read = redact::presidio::read_registry(&yaml).is_ok();
        assert_eq!(is_read, !name.starts_with("wrong"), "{name}");
    }
}

#[test]
fn the_profile_presidio_serves_everything() {
    for (_, bytes) in files(&folder("fuzz/seeds/presidio")) {
        harness::presidio::check(&bytes);
    }
    for bytes in examples().into_iter().chain(mails()) {
        harness::presidio::check(&bytes);
    }
}

#[test]
fn dictionaries_are_read() {
    for words in ["", "a\nb\nab", "高橋\n髙橋\n田中", "a\n\na"] {
        harness::dictionary::check(words.as_bytes());
    }
    let mut file = dictionary();
    harness::dictionary::check(&file);
    for place in 0..file.len() {
        if let Some(byte) = file.get_mut(place) {
            *byte ^= 1;
        }
        harness::dictionary::check(&file);
        if let Some(byte) = file.get_mut(place) {
            *byte ^= 1;
        }
    }
}

fn dictionary() -> Vec<u8> {
    let mut words = redact::dictionary::LexiconBuilder::new();
    words.insert("高橋", 1).insert("高", 2);
    let mut builder = redact::dictionary::DictionaryBuilder::new();
    builder.section("words", words.build().unwrap()).unwrap();
    builder.build().unwrap()
}
