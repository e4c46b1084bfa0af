//! The injection report on the corpus of attempts and of honest mail that comes near them: floors.

#![cfg(feature = "prompt")]
#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use std::fs;
use std::path::Path;

use redact::prompt::InjectionReport;
use serde_json::Value;

/// The texts of a set with the part they belong to.
fn set(name: &str) -> Vec<(String, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../corpus/prompt")
        .join(name);
    fs::read_to_string(path)
        .unwrap()
        .lines()
        .map(|line| {
            let line: Value = serde_json::from_str(line).unwrap();
            let field = |name: &str| line[name].as_str().unwrap().to_owned();
            (field("split"), field("text"))
        })
        .collect()
}

/// How many of a part are flagged, how many there are, and those for which `wrong` holds.
fn measured(set: &[(String, String)], part: &str, wrong: bool) -> (usize, usize, Vec<String>) {
    let texts = set.iter().filter(|(split, _)| split == part);
    let mut flagged = 0;
    let mut all = 0;
    let mut odd = Vec::new();
    for (_, text) in texts {
        let report = InjectionReport::of(text);
        all += 1;
        flagged += usize::from(report.is_suspicious());
        if report.is_suspicious() == wrong {
            let rules: Vec<_> = report.signals().iter().map(|signal| signal.rule).collect();
            odd.push(format!("{text} {rules:?}"));
        }
    }
    (flagged, all, odd)
}

#[test]
fn attempts_are_flagged() {
    let attacks = set("attacks.jsonl");
    for (part, floor) in FLOORS {
        let (flagged, all, missed) = measured(&attacks, part, false);
        assert!(all > 0);
        assert!(
            flagged * 100 >= all * floor,
            "{part}: {flagged} of {all}, missed {missed:#?}"
        );
    }
}

#[test]
fn honest_mail_near_the_rules_is_not_flagged() {
    let benign = set("benign.jsonl");
    let mut flagged = 0;
    let mut all = 0;
    let mut wrong = Vec::new();
    for (part, _) in FLOORS {
        let (part_flagged, part_all, part_wrong) = measured(&benign, part, true);
        flagged += part_flagged;
        all += part_all;
        wrong.extend(part_wrong);
    }
    assert!(flagged * 100 <= all * 2, "{flagged} of {all}: {wrong:#?}");
}

/// The parts of the sets: written with the rules in sight, held out, written afterwards; and how many of a
/// hundred attempts must be flagged.
const FLOORS: [(&str, usize); 3] = [("tune", 95), ("held", 90), ("fresh", 25)];
