//! Scores the mail module on folders of fixtures that other projects' tests are made of.
//!
//! `cargo run --release -p redact --features mail --example mail_fixtures -- FOLDER [--show]`
//!
//! `FOLDER/expected/*.jsonl` names for each input (`input`, or `file` below `FOLDER`) the visible text
//! that a project expects; every `.eml` below `FOLDER` is decoded and counted.
#![allow(clippy::print_stdout, reason = "a program for the terminal")]

use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::Instant;

use redact::mail::visible::{Forwarded, Signatures, VisibleOptions, visible_with};
use redact::mail::{Mail, parse};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args_os().skip(1);
    let folder = PathBuf::from(
        arguments
            .next()
            .ok_or("usage: mail_fixtures FOLDER [--show]")?,
    );
    let show = arguments
        .next()
        .is_some_and(|argument| argument == "--show");
    let mut sets: Vec<PathBuf> = std::fs::read_dir(folder.join("expected"))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    sets.sort();
    for set in sets {
        score(&folder, &set, show)?;
    }
    decode(&folder, show)?;
    time();
    Ok(())
}

/// The conventions of a project, by the name of its set.
fn conventions(set: &str) -> VisibleOptions {
    let mut options = VisibleOptions::default();
    options.signatures = Signatures::Separated;
    if set.starts_with("talon") {
        options.signatures = Signatures::Keep;
    }
    if set.starts_with("discourse") {
        options.forwarded = Forwarded::KeepBody;
    }
    if set.starts_with("crisp") {
        options.closings = true;
    }
    options
}

fn score(folder: &Path, set: &Path, show: bool) -> Result<(), Box<dyn std::error::Error>> {
    let name = set
        .file_stem()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    let (mut right, mut all, mut misses) = (0, 0, Vec::new());
    for line in std::fs::read_to_string(set)?.lines() {
        let case: serde_json::Value = serde_json::from_str(line)?;
        let file = case
            .get("file")
            .and_then(|file| file.as_str())
            .unwrap_or_default();
        let input = match case.get("input").and_then(|input| input.as_str()) {
            Some(input) => input.to_owned(),
            None => read(&folder.join(file))?,
        };
        let expected = case
            .get("expected_visible_text")
            .and_then(|text| text.as_str());
        let found = visible_with(&input, conventions(name)).text(&input);
        all += 1;
        if words(&found) == words(expected.unwrap_or_default()) {
            right += 1;
        } else {
            misses.push((file.to_owned(), found));
        }
    }
    println!("{name}: {right} of {all}");
    for (file, found) in misses {
        println!("  {file}");
        if show {
            println!("{found}\n  ---");
        }
    }
    Ok(())
}

/// The text of a fixture: a mail, an HTML page, or plain text.
fn read(path: &Path) -> Result<String, Box<dyn std::error::Error>> {
    let bytes = std::fs::read(path)?;
    let text = match path.extension().and_then(|extension| extension.to_str()) {
        Some("eml") => parse(&bytes)?.text().into_owned(),
        Some("html") => redact::mail::html::to_text(&String::from_utf8_lossy(&bytes)).visible,
        _ => redact::mail::charset::decode(&bytes, None).text,
    };
    Ok(text)
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn decode(folder: &Path, show: bool) -> Result<(), Box<dyn std::error::Error>> {
    let (mut files, mut clean) = (0, 0);
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "eml") {
                files += 1;
                match parse(&std::fs::read(&path)?) {
                    Ok(mail) => {
                        let lost = lost(&mail, 0);
                        clean += usize::from(lost == 0);
                        if lost > 0 || show {
                            println!("  {} lost {lost} {:?}", path.display(), mail.warnings());
                        }
                        if show {
                            println!("{}", mail.to_analysis_text());
                            for attachment in mail.attachments() {
                                println!("[{} {:?}]", attachment.content_type(), attachment.name());
                            }
                        }
                    }
                    Err(error) => println!("  {}: {error}", path.display()),
                }
            }
        }
    }
    println!("decoded without a lost character: {clean} of {files}");
    Ok(())
}

/// How many characters could not be read, attached mails and texts included.
fn lost(mail: &Mail, depth: usize) -> usize {
    let count = |text: &str| text.matches(char::REPLACEMENT_CHARACTER).count();
    let headers: usize = mail
        .headers()
        .iter()
        .map(|header| count(header.value()))
        .sum();
    let attached: usize = mail
        .attachments()
        .iter()
        .map(|attachment| match attachment.content_type() {
            "message/rfc822" if depth < 4 => {
                parse(attachment.content()).map_or(0, |inner| lost(&inner, depth + 1))
            }
            kind if kind.starts_with("text/") || kind == "message/delivery-status" => {
                redact::mail::charset::decode(attachment.content(), None).replaced
            }
            _ => 0,
        })
        .sum();
    headers + count(&mail.text()) + attached
}

fn time() {
    let reply = "お世話になっております。山田です。\n\nご連絡ありがとうございます。添付の資料を確認しました。\n\n\
        よろしくお願いいたします。\n\n-- \n山田太郎\n株式会社例\nTEL: 03-0000-0000\n\n";
    let quote = "2025年5月12日(月) 18:41 鈴木 <suzuki@example.jp>:\n\n> いつもお世話になっております。\n> 鈴木です。\n\n";
    let cases: [(&str, String); 6] = [
        ("reply mail", format!("{reply}{quote}").repeat(4)),
        (
            "text",
            "本日の打ち合わせの件、資料を添付いたしますのでご確認ください。\n".repeat(8),
        ),
        (
            "nested quotes",
            [">".repeat(63), " a\n".to_owned()].concat(),
        ),
        (
            "headers alone",
            "On Mon, May 12, 2025 at 6:41 PM X <\n".to_owned(),
        ),
        ("labels", "From: a\nTo: b\n".to_owned()),
        ("dashes", "--\n\n-----\n\n> a\n".to_owned()),
    ];
    for (name, unit) in cases {
        let [small, large] = [10_000, 1_000_000].map(|size| {
            let text = unit.repeat(size / unit.len() + 1);
            let rounds = 3_000_000 / text.len() + 1;
            let bytes = u32::try_from(text.len() * rounds).map_or(0.0, f64::from);
            // The fastest run is the one that the rest of the machine disturbed least.
            let runs = (0..4).map(|_| {
                let start = cpu_seconds();
                for _ in 0..rounds {
                    std::hint::black_box(visible_with(&text, VisibleOptions::default()));
                }
                cpu_seconds() - start
            });
            runs.fold(f64::INFINITY, f64::min) / bytes
        });
        println!(
            "{name}: {:.0} MB/s at 10 KB, {:.0} MB/s at 1 MB, ratio {:.2}",
            1e-6 / small,
            1e-6 / large,
            large / small
        );
    }
}

/// The time that this thread was given so far; where the system does not say, the time that went by.
fn cpu_seconds() -> f64 {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let statistics = std::fs::read_to_string("/proc/thread-self/schedstat");
    let nanoseconds: Option<f64> = statistics
        .ok()
        .and_then(|line| line.split_whitespace().next()?.parse().ok());
    nanoseconds.map_or_else(|| START.elapsed().as_secs_f64(), |n| n * 1e-9)
}
