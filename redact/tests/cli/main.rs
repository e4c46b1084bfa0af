//! What the command line promises to other programs: outputs, offsets, exit statuses, errors.

#![allow(
    clippy::unwrap_used,
    reason = "what tests share fails as the tests themselves do"
)]

mod analyze;
mod anonymize;
mod decrypt;
mod guard;
mod mail;
mod maps;
#[cfg(unix)]
mod readme;
mod restore;
mod rules;
mod unknown_kinds;

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::Value;

/// A find in each of the three units of offsets: 𠮷 is one code point, two UTF-16 units, four bytes.
const TEXT: &str = "𠮷野家様 090-1234-5678";

/// How a run ended.
struct Run {
    status: i32,
    stdout: Vec<u8>,
    stderr: String,
}

impl Run {
    fn text(&self) -> &str {
        assert_eq!(self.status, 0, "{}", self.stderr);
        std::str::from_utf8(&self.stdout).unwrap()
    }

    fn json(&self) -> Value {
        serde_json::from_str(self.text()).unwrap()
    }

    /// The lines of the output, whatever the exit status.
    fn json_lines(&self) -> Vec<Value> {
        let text = std::str::from_utf8(&self.stdout).unwrap();
        text.lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }

    /// The message of a run that failed as a whole.
    fn failure(&self) -> &str {
        assert_eq!(self.status, 2, "{}", self.stderr);
        assert!(self.stdout.is_empty());
        &self.stderr
    }
}

fn start(arguments: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_redact"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Runs the command line with this on standard input.
fn redact(arguments: &[&str], input: impl AsRef<[u8]>) -> Run {
    let mut child = start(arguments);
    // A run that fails early does not read its input.
    let _ = child.stdin.take().unwrap().write_all(input.as_ref());
    let output = child.wait_with_output().unwrap();
    Run {
        status: output.status.code().unwrap(),
        stdout: output.stdout,
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A folder of one test, removed at its end.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("cli-{}-{number}", std::process::id());
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    fn write(&self, name: &str, contents: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        fs::write(&path, contents).unwrap();
        path
    }
}

/// A file that its owner alone may read.
fn secret(folder: &Folder, name: &str, contents: &str) -> String {
    let path = folder.write(name, contents);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;

        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
    }
    path
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn every_command_explains_itself() {
    for command in [
        "",
        "analyze",
        "anonymize",
        "guard",
        "restore",
        "decrypt",
        "mail",
        "mail parse",
        "mail visible",
        "rules",
        "rules list",
        "rules show",
        "rules export",
    ] {
        let mut arguments: Vec<_> = command.split_whitespace().collect();
        arguments.push("--help");
        let run = redact(&arguments, "");
        let help = run.text();
        assert!(help.contains("Usage:"), "{command}");
        assert!(
            help.lines().next().is_some_and(|line| line.len() > 15),
            "{command}"
        );
    }
}

#[test]
fn a_wrong_command_exits_with_2() {
    assert!(redact(&["frobnicate"], "").failure().contains("frobnicate"));
    assert!(
        redact(&["analyze", "--offsets", "lines"], "")
            .failure()
            .contains("utf16")
    );
}

/// Much output into a pipe that nobody reads any more.
#[cfg(unix)]
#[test]
fn a_reader_that_leaves_is_no_failure() {
    let line = serde_json::json!({"text": "a@example.jp ".repeat(200)}).to_string() + "\n";
    let mut child = start(&["analyze", "--input", "jsonl"]);
    drop(child.stdout.take());
    let _ = child
        .stdin
        .take()
        .unwrap()
        .write_all(line.repeat(20).as_bytes());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty());
}
