//! What finds by code of its own must answer spans of the text, whatever stands around it, and must not be
//! slowed by any text.

use proptest::prelude::*;

use super::CLASSES;
use crate::presidio::{Finder, Match};

type Find = fn(&str) -> Vec<Match>;

fn own_finders() -> impl Iterator<Item = (&'static str, Find)> {
    CLASSES.iter().filter_map(|class| match class.finder {
        Finder::Own { find, .. } => Some((class.name, find)),
        Finder::Patterns(_) => None,
    })
}

fn spans(found: &[Match], shift: usize) -> Vec<(usize, usize)> {
    found
        .iter()
        .map(|found| (found.start + shift, found.end + shift))
        .collect()
}

/// These would take minutes if they were read again from each of their places.
#[test]
fn no_text_takes_long() {
    for unit in [
        ".",
        "a.",
        "a!",
        "a@",
        "a@b.",
        "www.",
        "www１.",
        "a.com",
        "a.com-",
        "\"a.",
        "\"a.com/",
        "http://",
        "http://a.com/",
        "'http://a",
        "AB12",
        "AB12 ",
        "AB12-3456 ",
        "1",
        "bc1q",
        "ſ.",
        "é",
        "日本@",
        "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2",
    ] {
        let text = unit.repeat(200_000 / unit.len());
        for (_, find) in own_finders() {
            find(&text);
        }
    }
}

proptest! {
    #[test]
    fn blanks_around_a_text_change_nothing(
        text in "([a-z1-3@.:/'\" -]|http://|www|[.]com|@example[.]jp|DE89 3704 0044 0532 0130 00|ſ|１|は|\n){0,40}",
    ) {
        let apart = format!("\u{3000}{text} ");
        for (name, find) in own_finders() {
            let found = find(&text);
            for one in &found {
                prop_assert!(one.start < one.end && text.get(one.start..one.end).is_some(), "{name}");
            }
            prop_assert!(found.is_sorted_by_key(|one| one.start), "{}", name);
            prop_assert_eq!(spans(&found, 3), spans(&find(&apart), 0), "{}", name);
        }
    }
}
