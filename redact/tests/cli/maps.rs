//! A map loses no value, whatever happens: several processes, kills, a full disk, links.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};

use crate::{Folder, redact, start};

/// The names of the files in a folder.
fn files(folder: &Folder) -> BTreeSet<String> {
    fs::read_dir(folder.path(""))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

fn restored(map: &str, text: &str) -> String {
    redact(&["restore", "--map", map], text).text().to_owned()
}

/// The text of a redacted line, and the "text" of the same line restored.
fn restored_line(map: &str, line: &str) -> String {
    let run = redact(&["restore", "--input", "jsonl", "--map", map], line);
    run.json()["text"].as_str().unwrap().to_owned()
}

/// A run of `anonymize` on JSON Lines that holds its map until its input is closed.
struct Held {
    child: Child,
}

impl Held {
    /// Begins with one line and returns when its answer is there.
    fn new(map: &str, first: &str) -> Self {
        let mut child = start(&["anonymize", "--input", "jsonl", "--map", map]);
        let input = child.stdin.as_mut().unwrap();
        writeln!(input, "{}", json!({"text": first})).unwrap();
        let mut answer = String::new();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        output.read_line(&mut answer).unwrap();
        assert!(answer.contains("[EMAIL_"), "{answer}");
        Self { child }
    }
}

#[test]
fn processes_on_one_map_never_lose_or_swap_a_value() {
    for round in 0..5 {
        let folder = Folder::new();
        let map = folder.path("map.json");
        let runs: Vec<(usize, String, Child)> = (0..2 + round)
            .map(|number| {
                let text = format!("r{round}p{number}@example.jp and all@example.jp");
                let (arguments, input) = match number % 3 {
                    0 => (vec!["anonymize"], text.clone()),
                    1 => (
                        vec!["anonymize", "--input", "jsonl"],
                        json!({"text": text}).to_string(),
                    ),
                    _ => (vec!["prompt", "--marking", "none"], text.clone()),
                };
                let mut arguments = arguments;
                arguments.extend(["--map", &map]);
                let mut child = start(&arguments);
                let mut stdin = child.stdin.take().unwrap();
                stdin.write_all(input.as_bytes()).unwrap();
                (number, text, child)
            })
            .collect();
        for (number, text, child) in runs {
            let output = child.wait_with_output().unwrap();
            let errors = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{errors}");
            let written = String::from_utf8(output.stdout).unwrap();
            match number % 3 {
                0 => assert_eq!(restored(&map, &written), text),
                1 => assert_eq!(restored_line(&map, &written), text),
                _ => assert!(restored(&map, &written).contains(&text)),
            }
        }
        assert_eq!(files(&folder).into_iter().collect::<Vec<_>>(), ["map.json"]);
    }
}

#[test]
fn a_map_in_use_is_waited_for_and_then_refused() {
    let folder = Folder::new();
    let map = folder.path("map.json");
    let mut held = Held::new(&map, "first@example.jp");
    for command in ["anonymize", "prompt"] {
        let run = redact(&[command, "--map", &map, "--wait", "0"], "b@example.jp");
        assert!(run.failure().contains("is in use"), "{}", run.stderr);
        assert!(run.stderr.contains("--wait"), "{}", run.stderr);
    }
    // Reading needs no lock, and what was printed can be restored at once.
    assert_eq!(restored(&map, "[EMAIL_1]"), "first@example.jp");
    let mut waiting = start(&["anonymize", "--map", &map]);
    waiting
        .stdin
        .take()
        .unwrap()
        .write_all(b"second@example.jp")
        .unwrap();
    let mut errors = BufReader::new(waiting.stderr.take().unwrap());
    let mut said = String::new();
    errors.read_line(&mut said).unwrap();
    assert!(said.contains("waiting for another run"), "{said}");
    drop(held.child.stdin.take());
    assert!(held.child.wait().unwrap().success());
    let output = waiting.wait_with_output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(text, "[EMAIL_2]");
    assert_eq!(restored(&map, &text), "second@example.jp");
}

#[test]
fn a_killed_run_frees_its_map_and_leaves_what_it_printed() {
    let folder = Folder::new();
    let map = folder.path("map.json");
    let mut held = Held::new(&map, "first@example.jp");
    held.child.kill().unwrap();
    held.child.wait().unwrap();
    let next = redact(&["anonymize", "--map", &map, "--wait", "0"], "b@example.jp");
    assert_eq!(next.text(), "[EMAIL_2]");
    assert_eq!(restored(&map, "[EMAIL_1]"), "first@example.jp");
    assert_eq!(files(&folder).into_iter().collect::<Vec<_>>(), ["map.json"]);
}

#[test]
fn waiting_needs_a_map() {
    assert_eq!(redact(&["anonymize", "--wait", "3"], "x").status, 2);
}

/// Many lines, each with an address of its own.
fn many_lines(count: usize) -> String {
    (0..count)
        .map(|number| {
            json!({"id": number, "text": format!("line{number}@example.jp")}).to_string() + "\n"
        })
        .collect()
}

/// Asserts that every whole line that was printed can be restored, and says how many there are.
fn assert_restorable(map: &str, printed: &str) -> usize {
    let end = printed.rfind('\n').map_or(0, |end| end + 1);
    let run = redact(
        &["restore", "--input", "jsonl", "--map", map],
        printed.get(..end).unwrap(),
    );
    assert_eq!(run.status, 0, "{}", run.stderr);
    let lines = run.json_lines();
    for line in &lines {
        assert_eq!(line["text"], format!("line{}@example.jp", line["id"]));
    }
    lines.len()
}

#[test]
fn lines_printed_before_a_kill_can_be_restored() {
    for stop_after in [1, 2, 30, 200, 700, 1200] {
        let folder = Folder::new();
        let map = folder.path("map.json");
        let lines = folder.write("texts.jsonl", many_lines(3000));
        let mut child = start(&["anonymize", "--map", &map, &lines]);
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let mut printed = String::new();
        for _ in 0..stop_after {
            output.read_line(&mut printed).unwrap();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        std::io::Read::read_to_string(&mut output, &mut printed).unwrap();
        assert!(assert_restorable(&map, &printed) >= stop_after);
        // The next run goes on counting behind everything that was printed.
        let next = redact(&["anonymize", "--map", &map], "new@example.jp");
        assert_eq!(restored(&map, next.text()), "new@example.jp");
        assert_restorable(&map, &printed);
        let left: Vec<_> = files(&folder).into_iter().collect();
        assert_eq!(left, ["map.json", "texts.jsonl"]);
    }
}

#[test]
fn a_reader_that_leaves_finds_its_lines_in_the_map() {
    for lines in [1, 3] {
        let folder = Folder::new();
        let map = folder.path("map.json");
        let texts = folder.write("texts.jsonl", many_lines(2000));
        let mut child = start(&["anonymize", "--map", &map, &texts]);
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let mut printed = String::new();
        for _ in 0..lines {
            output.read_line(&mut printed).unwrap();
        }
        drop(output);
        assert_eq!(child.wait().unwrap().code(), Some(0));
        assert_eq!(assert_restorable(&map, &printed), lines);
    }
}

#[test]
fn lines_are_answered_while_their_source_pauses() {
    let folder = Folder::new();
    let map = folder.path("map.json");
    let mut child = start(&["anonymize", "--input", "jsonl", "--map", &map]);
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut input = child.stdin.take().unwrap();
    let mut printed = String::new();
    for burst in [1, 5, 2] {
        for _ in 0..burst {
            writeln!(input, "{}", json!({"id": 0, "text": "line0@example.jp"})).unwrap();
        }
        for _ in 0..burst {
            output.read_line(&mut printed).unwrap();
        }
        assert_restorable(&map, &printed);
    }
    drop(input);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_map_that_cannot_be_written_is_noticed_before_anything_is_printed() {
    let folder = Folder::new();
    let texts = folder.write("texts.jsonl", many_lines(3));
    let nowhere = folder.path("no/such/folder/map.json");
    for input in ["", &*texts] {
        let mut arguments = vec!["anonymize", "--map", &nowhere];
        arguments.extend((!input.is_empty()).then_some(input));
        let run = redact(&arguments, "a@example.jp");
        assert!(run.failure().contains("map.json"), "{}", run.stderr);
    }
    let run = redact(&["anonymize", "--map", &folder.path(""), &texts], "");
    assert_eq!(run.status, 2);
    assert!(run.stdout.is_empty());
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    use std::os::unix::process::ExitStatusExt as _;

    use super::*;

    fn mode(path: &str) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn an_open_map_is_tightened() {
        for command in ["anonymize", "prompt"] {
            let folder = Folder::new();
            let map = folder.path("map.json");
            for _ in 0..2 {
                assert_eq!(redact(&[command, "--map", &map], "a@example.jp").status, 0);
                assert_eq!(mode(&map), 0o600, "{command}");
                fs::set_permissions(&map, fs::Permissions::from_mode(0o644)).unwrap();
            }
        }
    }

    #[test]
    fn a_linked_map_is_written_where_the_link_leads() {
        for command in ["anonymize", "prompt"] {
            let folder = Folder::new();
            fs::create_dir(folder.path("real")).unwrap();
            let (real, link) = (folder.path("real/map.json"), folder.path("link.json"));
            redact(&["anonymize", "--map", &real], "a@example.jp").text();
            symlink("real/map.json", &link).unwrap();
            assert_eq!(redact(&[command, "--map", &link], "b@example.jp").status, 0);
            assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
            for map in [&real, &link] {
                assert_eq!(
                    restored(map, "[EMAIL_1] [EMAIL_2]"),
                    "a@example.jp b@example.jp"
                );
            }
        }
    }

    #[test]
    fn both_names_of_a_linked_map_share_its_lock() {
        let folder = Folder::new();
        let (real, link) = (folder.path("map.json"), folder.path("link.json"));
        let _held = Held::new(&real, "a@example.jp");
        symlink(&real, &link).unwrap();
        let run = redact(
            &["anonymize", "--map", &link, "--wait", "0"],
            "b@example.jp",
        );
        assert!(run.failure().contains("is in use"));
    }

    #[test]
    fn a_link_that_leads_nowhere_is_refused() {
        let folder = Folder::new();
        let (link, target) = (folder.path("link.json"), folder.path("target.json"));
        symlink(&target, &link).unwrap();
        let run = redact(&["anonymize", "--map", &link], "a@example.jp");
        assert!(run.failure().contains("leads nowhere"));
        assert!(!fs::exists(&target).unwrap());
    }

    #[test]
    fn what_is_no_regular_file_is_not_replaced() {
        let folder = Folder::new();
        let link = folder.path("null.json");
        symlink("/dev/null", &link).unwrap();
        let run = redact(&["anonymize", "--map", &link], "a@example.jp");
        assert_eq!(run.status, 2);
        assert!(run.stdout.is_empty());
        assert!(!fs::metadata("/dev/null").unwrap().is_file());
    }

    #[test]
    fn planted_links_are_not_followed() {
        let folder = Folder::new();
        let victim = folder.write("victim", "precious");
        let map = folder.path("map.json");
        for planted in [
            "map.json.new",
            "map.new",
            "map.json.tmp",
            ".map.json.redact-0123456789abcdef.tmp",
        ] {
            symlink(&victim, folder.path(planted)).unwrap();
        }
        assert_eq!(
            redact(&["anonymize", "--map", &map], "a@example.jp").text(),
            "[EMAIL_1]"
        );
        assert_eq!(fs::read_to_string(&victim).unwrap(), "precious");
        assert!(fs::symlink_metadata(&map).unwrap().is_file());
        assert_eq!(mode(&map), 0o600);
        symlink(&victim, folder.path(".map.json.redact-lock")).unwrap();
        let run = redact(&["anonymize", "--map", &map], "a@example.jp");
        assert!(run.failure().contains("cannot lock"), "{}", run.stderr);
        assert_eq!(fs::read_to_string(&victim).unwrap(), "precious");
    }

    #[test]
    fn files_of_the_user_are_left_alone() {
        let folder = Folder::new();
        let others = [
            "map.json.new",
            "map.new",
            "map.json.lock",
            "map.json.tmp",
            ".map.json.tmp",
            "map.json~",
            ".map.json.swp",
            ".map.json.redact-notes.tmp",
            "map",
        ];
        for other in others {
            folder.write(other, "precious");
        }
        for map in ["map.json", "map.a", "map.b", "map.txt"] {
            let map = folder.path(map);
            let text = format!("{}@example.jp", map.len());
            let redacted = redact(&["anonymize", "--map", &map], &text);
            assert_eq!(restored(&map, redacted.text()), text);
        }
        for other in others {
            assert_eq!(
                fs::read_to_string(folder.path(other)).unwrap(),
                "precious",
                "{other}"
            );
        }
    }

    #[test]
    fn what_a_killed_run_left_is_removed_by_the_next() {
        let folder = Folder::new();
        folder.write(".map.json.redact-0123456789abcdef.tmp", "half a map");
        folder.write(".map.json.redact-lock", "");
        let map = folder.path("map.json");
        redact(&["anonymize", "--map", &map], "a@example.jp").text();
        assert_eq!(files(&folder).into_iter().collect::<Vec<_>>(), ["map.json"]);
    }

    /// A run in which no file can grow beyond some blocks of 512 bytes, as on a full disk.
    fn on_a_full_disk(blocks: usize, arguments: &[&str], input: &str) -> (i32, String, String) {
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
        let mut child = Command::new("sh")
            .args(["-c", &script, env!("CARGO_BIN_EXE_redact")])
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.signal(), None);
        (
            output.status.code().unwrap(),
            String::from_utf8(output.stdout).unwrap(),
            String::from_utf8(output.stderr).unwrap(),
        )
    }

    #[test]
    fn a_full_disk_costs_no_map_and_prints_no_text_without_one() {
        let addresses = (0..400).map(|number| format!("new{number}@example.jp"));
        let text = addresses.collect::<Vec<_>>().join(" ");
        for blocks in [0, 1, 4, 16] {
            for command in ["anonymize", "prompt"] {
                let folder = Folder::new();
                let map = folder.path("map.json");
                redact(&["anonymize", "--map", &map], "keep@example.jp").text();
                let before = fs::read(&map).unwrap();
                let (status, printed, errors) =
                    on_a_full_disk(blocks, &[command, "--map", &map], &text);
                assert_eq!(status, 2, "{errors}");
                assert!(printed.is_empty(), "{command} {blocks}");
                assert!(errors.contains("cannot write"), "{errors}");
                assert_eq!(fs::read(&map).unwrap(), before);
                assert_eq!(files(&folder).into_iter().collect::<Vec<_>>(), ["map.json"]);
            }
        }
    }

    #[test]
    fn a_disk_that_fills_up_stops_lines_before_their_map_is_lost() {
        for blocks in [0, 8, 60, 200] {
            let folder = Folder::new();
            let map = folder.path("map.json");
            let (status, printed, errors) = on_a_full_disk(
                blocks,
                &["anonymize", "--input", "jsonl", "--map", &map],
                &many_lines(1500),
            );
            assert_eq!(status, 2, "{errors}");
            if fs::exists(&map).unwrap() {
                assert_restorable(&map, &printed);
            } else {
                assert!(printed.is_empty());
            }
            assert!(files(&folder).len() <= 1, "{:?}", files(&folder));
        }
    }

    #[test]
    fn a_terminated_run_leaves_what_it_printed_restorable() {
        let folder = Folder::new();
        let map = folder.path("map.json");
        let texts = folder.write("texts.jsonl", many_lines(3000));
        let mut child = start(&["anonymize", "--map", &map, &texts]);
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let mut printed = String::new();
        for _ in 0..100 {
            output.read_line(&mut printed).unwrap();
        }
        let pid = child.id().to_string();
        assert!(
            Command::new("kill")
                .args(["-TERM", &pid])
                .status()
                .unwrap()
                .success()
        );
        assert_eq!(child.wait().unwrap().signal(), Some(15));
        std::io::Read::read_to_string(&mut output, &mut printed).unwrap();
        assert!(assert_restorable(&map, &printed) >= 100);
    }
}

#[test]
fn a_failing_line_keeps_the_others_restorable() {
    let folder = Folder::new();
    let map = folder.path("map.json");
    let mut lines = many_lines(3);
    lines.push_str("no json\n{\"text\": \"x\", \"entities\": [\"NOPE\"]}\n");
    lines.push_str(&json!({"id": 4, "text": "line4@example.jp"}).to_string());
    let run = redact(&["anonymize", "--input", "jsonl", "--map", &map], lines);
    assert_eq!(run.status, 1);
    let served: Vec<Value> = run.json_lines();
    assert_eq!(served.len(), 6);
    for line in served.iter().filter(|line| line["text"].is_string()) {
        let text = restored_line(&map, &line.to_string());
        assert_eq!(text, format!("line{}@example.jp", line["id"]));
    }
}
