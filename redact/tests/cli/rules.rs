//! `redact rules`.

use redact::recognizers::catalogue;

use crate::redact as run;

#[test]
fn the_list_shows_every_rule() {
    let list = run(&["rules", "list"], "");
    let lines: Vec<_> = list.text().lines().skip(1).collect();
    assert_eq!(lines.len(), catalogue().count());
    for (line, rule) in lines.iter().zip(catalogue()) {
        assert!(line.starts_with(rule.id) && line.contains(rule.entity.as_str()));
    }
    let json = run(&["rules", "list", "--json"], "").json_lines();
    assert_eq!(json.len(), lines.len());
    assert!(json.iter().all(|rule| rule["reference"].is_string()));
}

#[test]
fn a_rule_is_shown_with_its_examples() {
    for rule in catalogue().step_by(9) {
        let shown = run(&["rules", "show", rule.id], "");
        let shown = shown.text();
        for part in [rule.reference, "Finds", "Patterns"] {
            assert!(shown.contains(part), "{}: {part}", rule.id);
        }
    }
    let unknown = run(&["rules", "show", "jp/none"], "");
    assert!(unknown.failure().contains("there is no rule jp/none"));
}

#[test]
fn the_export_is_a_registry() {
    let yaml = run(&["rules", "export"], "");
    let registry = ::redact::presidio::read_registry(yaml.text()).unwrap();
    assert!(!registry.recognizers.is_empty());
}
