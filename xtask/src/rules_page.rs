//! Writes the page of the rules from the catalogue.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use redact::recognizer::{Activation, RecognizerSpec};
use redact::recognizers::catalogue;

use crate::generated;

/// Write docs/rules.md from the catalogue
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Write nothing; fail when the committed page differs
    #[arg(long)]
    check: bool,
}

pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    ensure(arguments.check)
}

pub(crate) fn check() -> anyhow::Result<()> {
    ensure(true)
}

fn ensure(check: bool) -> anyhow::Result<()> {
    let path = crate::workspace().join("docs/rules.md");
    let files = [(path, page()?.into_bytes())];
    generated::ensure(&files, check, "cargo xtask rules-page")
}

fn page() -> Result<String, std::fmt::Error> {
    let mut folders: BTreeMap<&str, Vec<&RecognizerSpec>> = BTreeMap::new();
    for rule in catalogue() {
        let folder = rule.id.split_once('/').map_or("", |(folder, _)| folder);
        folders.entry(folder).or_default().push(rule);
    }
    let mut page = String::from(
        "<!-- Generated from the rules by `cargo xtask rules-page`; change the rules, not this page. -->\n\n\
         # Rules\n\n\
         Patterns are matched against folded text (ASCII digits and letters, `-` for every dash, a plain\n\
         space for every space). A pattern that scores under 0.40 counts only with a context word near it.\n\
         Values in the examples are invented. Names and addresses are found by dictionaries and grammars,\n\
         not by rules, and are not on this page.\n",
    );
    for (folder, rules) in folders {
        writeln!(page, "\n## {folder}\n")?;
        writeln!(page, "| rule | kind | runs | finds |")?;
        writeln!(page, "| --- | --- | --- | --- |")?;
        for rule in &rules {
            writeln!(
                page,
                "| [`{id}`](#{anchor}) | `{}` | {} | {} |",
                rule.entity,
                runs(rule),
                cell(rule.summary),
                id = rule.id,
                anchor = anchor(rule.id),
            )?;
        }
        for rule in &rules {
            write_rule(&mut page, rule)?;
        }
    }
    Ok(page)
}

fn write_rule(page: &mut String, rule: &RecognizerSpec) -> std::fmt::Result {
    writeln!(page, "\n### {}\n", rule.id)?;
    writeln!(
        page,
        "{} Kind `{}`, {}.\n",
        rule.summary,
        rule.entity,
        runs(rule)
    )?;
    writeln!(page, "Definition: {}\n", rule.reference)?;
    writeln!(page, "Patterns:\n")?;
    for pattern in rule.patterns {
        writeln!(
            page,
            "- {}, score {:.2}, boundary {:?}: {}",
            pattern.name,
            pattern.score.value(),
            pattern.boundary,
            code(pattern.regex)
        )?;
    }
    if rule.check.is_some() {
        writeln!(
            page,
            "\nEach match is checked further (check digit or structure)."
        )?;
    }
    for (title, words) in [
        ("Context", rule.context),
        ("Labels that speak against it", rule.counter_context),
    ] {
        if !words.is_empty() {
            writeln!(page, "\n{title}: {}", words.join(", "))?;
        }
    }
    writeln!(page, "\nFinds:\n")?;
    for example in rule.examples {
        writeln!(page, "- {}", code(example.text))?;
    }
    if !rule.counter_examples.is_empty() {
        writeln!(page, "\nLeaves alone:\n")?;
        for counter in rule.counter_examples {
            writeln!(page, "- {}: {}", code(counter.text), counter.reason)?;
        }
    }
    if !rule.known_gaps.is_empty() {
        writeln!(page, "\nMisses:\n")?;
        for gap in rule.known_gaps {
            writeln!(page, "- {}: {}", code(gap.text), gap.reason)?;
        }
    }
    Ok(())
}

fn runs(rule: &RecognizerSpec) -> &'static str {
    match rule.activation {
        Activation::Default => "by default",
        Activation::OnRequest => "on request",
    }
}

/// A heading's anchor as the usual Markdown pages make it.
fn anchor(heading: &str) -> String {
    heading
        .chars()
        .filter(|&c| c.is_alphanumeric() || matches!(c, '-' | '_' | ' '))
        .map(|c| {
            if c == ' ' {
                '-'
            } else {
                c.to_ascii_lowercase()
            }
        })
        .collect()
}

/// Text as a cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

/// Text as code on one line, what has no shape shown by its number.
fn code(text: &str) -> String {
    let mut shown = String::new();
    for character in text.chars() {
        match character {
            '\n' => shown.push('⏎'),
            _ if character.is_control() || is_invisible(character) => {
                // Writing into a string cannot fail.
                let _ = write!(shown, "U+{:04X}", u32::from(character));
            }
            _ => shown.push(character),
        }
    }
    // A fence longer than any run of backticks inside.
    let longest = shown.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let blank = if longest > 0 { " " } else { "" };
    format!("{fence}{blank}{shown}{blank}{fence}")
}

fn is_invisible(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_every_rule() {
        let page = page().unwrap();
        for rule in catalogue() {
            assert!(
                page.contains(&format!("\n### {}\n", rule.id)),
                "{}",
                rule.id
            );
        }
    }

    #[test]
    fn code_stays_on_its_line_and_in_its_fence() {
        assert_eq!(code("a|b<c\n"), "`a|b<c⏎`");
        assert_eq!(code("a``b"), "``` a``b ```");
        assert_eq!(code("a\u{200b}b"), "`aU+200Bb`");
        assert_eq!(anchor("jp/postal_code"), "jppostal_code");
    }
}
