//! Reads lists of mail addresses: `From`, `To`, `Cc`, `Reply-To`.
//!
//! The grammar is RFC 5322 section 3.4 with its comments, groups and quoted strings, read leniently:
//! a display name may hold dots, brackets or raw Japanese, as mail has them.

use super::encoded_word;

/// One mail address with the name that stands before it.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Mailbox {
    name: Option<String>,
    address: String,
}

impl Mailbox {
    /// The display name, decoded; `None` when there is none.
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The address, such as `taro@example.jp`; whatever stood in its place when it is none.
    pub fn address(&self) -> &str {
        &self.address
    }
}

/// Prints no personal data.
impl std::fmt::Debug for Mailbox {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Mailbox")
            .field("has_name", &self.name.is_some())
            .finish_non_exhaustive()
    }
}

/// What was read of the current mailbox so far.
#[derive(Default)]
struct Draft {
    /// Outside of angle brackets: a display name, or an address without brackets.
    outside: String,
    angle: Option<String>,
    comment: String,
}

impl Draft {
    fn finish(&mut self, mailboxes: &mut Vec<Mailbox>) {
        let draft = std::mem::take(self);
        let decoded = |text: &str| {
            let text = encoded_word::decode(text.trim()).0;
            let text = text.trim().to_owned();
            (!text.is_empty()).then_some(text)
        };
        let comment = || decoded(&draft.comment);
        let mailbox = match draft.angle {
            Some(address) => Mailbox {
                name: decoded(&draft.outside).or_else(comment),
                address: address.trim().to_owned(),
            },
            None => match decoded(&draft.outside) {
                Some(address) => Mailbox {
                    name: comment(),
                    address,
                },
                None => return,
            },
        };
        mailboxes.push(mailbox);
    }
}

/// Reads the unfolded value of an address header whose encoded words are still encoded.
pub(super) fn parse(text: &str) -> Vec<Mailbox> {
    let mut mailboxes = Vec::new();
    let mut draft = Draft::default();
    let mut characters = text.chars();
    while let Some(c) = characters.next() {
        match c {
            '"' => {
                while let Some(inner) = characters.next() {
                    match inner {
                        '"' => break,
                        '\\' => draft.outside.extend(characters.next()),
                        _ => draft.outside.push(inner),
                    }
                }
            }
            '(' => comment(&mut characters, &mut draft.comment),
            '<' => {
                let address = characters.by_ref().take_while(|&c| c != '>').collect();
                draft.angle = Some(address);
            }
            ',' | ';' => draft.finish(&mut mailboxes),
            // The name of a group is not a mailbox; an address literal's colon stands in brackets.
            ':' if draft.angle.is_none() && !draft.outside.contains('[') => draft.outside.clear(),
            _ => draft.outside.push(c),
        }
    }
    draft.finish(&mut mailboxes);
    mailboxes
}

/// Reads a comment behind its first parenthesis; comments nest, and depth is only counted.
fn comment(characters: &mut std::str::Chars<'_>, text: &mut String) {
    let mut depth = 1_usize;
    while let Some(c) = characters.next() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            '\\' => {
                text.extend(characters.next());
                continue;
            }
            _ => {}
        }
        if depth == 0 {
            return;
        }
        text.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_parses(text: &str, expected: &[(Option<&str>, &str)]) {
        let parsed = parse(text);
        let parsed: Vec<_> = parsed.iter().map(|m| (m.name(), m.address())).collect();
        assert_eq!(parsed, expected, "{text}");
    }

    #[test]
    fn each_form_of_an_address() {
        assert_parses("a@example.jp", &[(None, "a@example.jp")]);
        assert_parses(
            "\"Doe, Jane\" <jane@example.com>, bob@example.com (Bob)",
            &[
                (Some("Doe, Jane"), "jane@example.com"),
                (Some("Bob"), "bob@example.com"),
            ],
        );
        assert_parses(
            "Team: a@example.jp, b@example.jp;",
            &[(None, "a@example.jp"), (None, "b@example.jp")],
        );
        assert_parses("undisclosed-recipients:;", &[]);
        assert_parses("<>", &[(None, "")]);
        assert_parses("a (x (y) z) <a@example.jp>", &[(Some("a"), "a@example.jp")]);
    }

    #[test]
    fn a_comma_that_an_encoded_name_hides_separates_nothing() {
        assert_parses(
            "=?UTF-8?B?5bGx55SwLCDlpKrpg44=?= <taro@example.jp>",
            &[(Some("山田, 太郎"), "taro@example.jp")],
        );
    }

    #[test]
    fn unfinished_input_is_read_as_far_as_it_goes() {
        assert_parses("\"山田", &[(None, "山田")]);
        assert_parses(
            "山田 <taro@example.jp",
            &[(Some("山田"), "taro@example.jp")],
        );
        assert_parses("((((", &[]);
    }
}
