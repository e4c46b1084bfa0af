//! The commands of the READMEs run as they are printed, from top to bottom in one folder, and print what stands there.

use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use crate::Folder;

/// A command and what is printed below it.
struct Step {
    command: String,
    printed: String,
}

/// The commands that a reader types: those behind `$ ` in console blocks, and those of the shell blocks that run this
/// command line.
fn steps(page: &str) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let mut block = None;
    for line in page.lines() {
        if let Some(kind) = line.strip_prefix("```") {
            block = block.is_none().then_some(kind);
            continue;
        }
        let command = match block {
            Some("console") => line.strip_prefix("$ "),
            Some("sh") => line.strip_prefix("cargo redact ").map(|_| line),
            _ => continue,
        };
        if let Some(command) = command {
            steps.push(Step {
                command: command.replace("cargo redact", "redact"),
                printed: String::new(),
            });
        } else if let (Some("console"), Some(step)) = (block, steps.last_mut()) {
            step.printed.push_str(line);
            step.printed.push('\n');
        }
    }
    steps
}

fn check(name: &str) {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let page = std::fs::read_to_string(workspace.join(name)).unwrap();
    let folder = Folder::new();
    let corpus = workspace.join("corpus").canonicalize().unwrap();
    symlink(corpus, folder.path("corpus")).unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_redact")).parent().unwrap();
    let steps = steps(&page);
    assert!(steps.len() >= 8, "{name} shows {} commands", steps.len());
    for step in steps {
        let run = Command::new("sh")
            .args(["-c", &format!("PATH=\"$0:$PATH\"; {}", step.command)])
            .arg(program)
            .current_dir(&folder.0)
            .output()
            .unwrap();
        let stderr = String::from_utf8_lossy(&run.stderr);
        assert!(run.status.success(), "{}: {stderr}", step.command);
        if !step.printed.is_empty() {
            let stdout = String::from_utf8_lossy(&run.stdout);
            assert_eq!(stdout, step.printed, "{}", step.command);
        }
    }
}

#[test]
fn the_commands_of_the_readme_print_what_it_says() {
    check("README.md");
}

#[test]
fn the_commands_of_the_japanese_readme_print_what_it_says() {
    check("README.ja.md");
}
