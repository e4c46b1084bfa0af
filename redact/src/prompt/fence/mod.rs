//! How does the content stay inside its fence?
//!
//! Two walls. The tag of the fence is random and drawn for each prompt, so that nobody can write it
//! beforehand; and nothing in the content that could be read as a tag, a turn marker of a chat template
//! (`markers`) or a heading of ours keeps its shape, whatever it is disguised as. The trade-off: `</b>` in
//! a mail becomes `(/b>`; a model reads it just as well.

mod markers;
mod sign;

use unicode_normalization::UnicodeNormalization;

use crate::placeholder::FENCE_NAME;
use crate::{Error, ErrorKind, RandomSource, Result};
use markers::is_one_of;
use sign::{Sign, read};

/// Random bytes in a tag: twice what is needed to be unguessable.
const TAG_BYTES: usize = 16;
/// Most white space between `<` and what follows.
const MAX_GAP: usize = 8;
/// Most characters of a marker, with what stands between its letters.
const MAX_NAME: usize = 48;

/// A fresh random tag in hexadecimal that `content` does not hold.
pub(super) fn fresh_tag(content: &str, random: &mut dyn RandomSource) -> Result<String> {
    let flat = flat(content);
    for _ in 0..4 {
        let mut bytes = [0; TAG_BYTES];
        random.fill(&mut bytes)?;
        let tag = crate::placeholder::hexadecimal(&bytes);
        if !flat.contains(&tag) {
            return Ok(tag);
        }
    }
    Err(Error::new(
        ErrorKind::InvalidArgument,
        "the random source repeats itself: no tag could be drawn that the content does not hold",
    ))
}

/// The letters and digits of `text` alone, widths and look-alikes folded, in lower case: a tag is looked
/// for in this.
pub(super) fn flat(text: &str) -> String {
    text.chars()
        .flat_map(|character| std::iter::once(character).nfkc())
        .flat_map(char::to_lowercase)
        .map(super::confusable::to_latin)
        .filter(char::is_ascii_alphanumeric)
        .collect()
}

/// Takes the shape from everything in `text` that could be read as structure; linear.
///
/// An opening angle bracket, look-alike or escape, becomes `(` where a slash, a bar, another bracket,
/// `!` or `?`, a marker of a chat template, the name of our fence or one word alone follows; the
/// square bracket of such a marker too. A heading's `#` at the beginning of a line become `(#)`, and the
/// colon behind the name of a speaker `(:)`.
///
/// `line_start` says whether a line begins with `text`.
pub(super) fn neutralise(text: &str, line_start: bool) -> String {
    let mut output = String::with_capacity(text.len());
    let mut at = 0;
    let mut line = if line_start {
        Line::Begins
    } else {
        Line::GoesOn
    };
    while let Some(rest) = text.get(at..) {
        let Some((sign, len)) = read(rest) else {
            break;
        };
        let piece = rest.get(..len).unwrap_or_default();
        let behind = rest.get(len..).unwrap_or_default();
        match sign {
            Sign::Less if opens_structure(behind, !quotes(piece)) => {
                output.push('(');
                at += len;
                line = Line::GoesOn;
                continue;
            }
            Sign::Other('[' | '［' | '【' | '〔' | '⟦' | '〚' | '❲')
                if is_square_marker(behind) =>
            {
                output.push('(');
                at += len;
                line = Line::GoesOn;
                continue;
            }
            Sign::Hash if line != Line::GoesOn => {
                let (count, len) = hashes(rest);
                let heading = count > 1
                    || rest.get(len..).is_some_and(|behind| {
                        behind.starts_with([' ', '\t', '\u{3000}', '\u{A0}'])
                    });
                if heading {
                    output.push_str("(#)");
                } else {
                    output.push_str(rest.get(..len).unwrap_or_default());
                }
                at += len;
                line = Line::GoesOn;
                continue;
            }
            _ => {}
        }
        if line == Line::Begins
            && let Some((name, colon)) = role(rest)
        {
            output.push_str(rest.get(..name).unwrap_or_default());
            output.push_str("(:)");
            at += name + colon;
            line = Line::GoesOn;
            continue;
        }
        // An escape that is no bracket here is copied as it stands.
        output.push_str(piece);
        at += len;
        line = line.after(piece, behind);
    }
    output
}

/// Where in a line a character stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    /// At the beginning, or behind white space and quote marks.
    Begins,
    /// Behind the marks and numbers of a list; a heading may follow.
    Listed,
    GoesOn,
}

impl Line {
    /// What follows `piece`, which stands here and before `behind`.
    fn after(self, piece: &str, behind: &str) -> Self {
        let Some(character) = piece.chars().next() else {
            return self;
        };
        match character {
            '\n' | '\r' => Self::Begins,
            _ if self == Self::GoesOn => Self::GoesOn,
            white if white.is_whitespace() => self,
            '>' | '＞' | '|' | '*' | '_' | '"' | '「' | '“' => self,
            // `1.`, `(2)`, `a)`, `ア．`
            item if item.is_alphanumeric() => {
                let ends = behind.chars().next().is_none_or(|next| {
                    matches!(next, '.' | ')' | '．' | '）' | '、' | ':' | '：' | ']')
                        || item.is_numeric() && next.is_numeric()
                        || item.is_numeric() && !item.is_ascii_digit()
                });
                if ends { Self::Listed } else { Self::GoesOn }
            }
            // Any other sign may be the mark of a list: `・`, `●`, `-`, `→`.
            _ => Self::Listed,
        }
    }
}

fn hashes(text: &str) -> (usize, usize) {
    let mut count = 0;
    let mut at = 0;
    while let Some((Sign::Hash, len)) = text.get(at..).and_then(read) {
        count += 1;
        at += len;
    }
    (count, at)
}

/// Whether a bracket stands around a quotation or a title as well: «Bonjour», 《ABC》.
fn quotes(bracket: &str) -> bool {
    matches!(
        bracket,
        "«" | "《" | "〈" | "‹" | "⟪" | "≪" | "≤" | "≦" | "⩽"
    )
}

/// Whether what follows an opening angle bracket makes it structure; `tag` says whether one word alone does.
fn opens_structure(rest: &str, tag: bool) -> bool {
    let mut at = 0;
    for _ in 0..=MAX_GAP {
        let Some((sign, len)) = rest.get(at..).and_then(read) else {
            return false;
        };
        match sign {
            Sign::Less | Sign::Slash | Sign::Bar | Sign::Other('!' | '！' | '?' | '？' | 'ǃ') => {
                return true;
            }
            Sign::Other(white) if white.is_whitespace() => at += len,
            Sign::Other(_) | Sign::Hash => {
                let rest = rest.get(at..).unwrap_or_default();
                let name: String = rest.chars().take(24).collect();
                return flat(&name).starts_with(FENCE_NAME)
                    || tag && is_word_alone(rest)
                    || is_one_of(markers::ANGLE, &flat(&word(rest)));
            }
        }
    }
    // More white space than any tag has; but a patient model might skip it.
    true
}

/// The word at the start of `text`, with what joins the parts of a tag's name.
fn word(text: &str) -> String {
    text.chars()
        .take(MAX_NAME)
        .take_while(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '＿' | '▁' | '‐'))
        .collect()
}

/// Whether one Latin word, look-alikes and widths folded, and the closing bracket follow: `start_of_turn>`.
fn is_word_alone(text: &str) -> bool {
    let mut letters = false;
    for character in text.chars().take(MAX_NAME) {
        match character {
            '>' | '＞' | '›' | '〉' | '⟩' | '❯' | '❭' | '❱' | '˃' | '˲' | 'ᐳ' | '»' | '》'
            | '⟫' | '﹥' | '≻' => {
                return letters;
            }
            '_' | '-' | '＿' | '▁' | ':' | '.' => {}
            '0'..='9' | '０'..='９' => {}
            other => {
                if flat(other.encode_utf8(&mut [0; 4])).is_empty() {
                    return false;
                }
                letters = true;
            }
        }
    }
    false
}

/// Whether what follows an opening square bracket is a marker of a chat template, or the slash of one.
fn is_square_marker(rest: &str) -> bool {
    let mut name = String::new();
    let mut at = 0;
    let mut slash = false;
    for _ in 0..MAX_NAME {
        let Some((sign, len)) = rest.get(at..).and_then(read) else {
            return false;
        };
        at += len;
        match sign {
            Sign::Slash if name.is_empty() => slash = true,
            Sign::Bar => {}
            Sign::Other(']' | '］' | '】' | '〕' | '⟧' | '〛' | '❳') => {
                let name = flat(&name);
                let latin =
                    slash && !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphabetic());
                return latin || is_one_of(markers::SQUARE, &name);
            }
            Sign::Other(other)
                if other.is_alphanumeric()
                    || other.is_whitespace()
                    || matches!(other, '_' | '-' | '＿') =>
            {
                name.push(other);
            }
            _ => return false,
        }
    }
    false
}

/// How many bytes the name of a speaker and the colon behind it have, where `line` begins with them.
fn role(line: &str) -> Option<(usize, usize)> {
    let colon = line
        .char_indices()
        .take(MAX_NAME)
        .take_while(|(_, c)| *c != '\n')
        .find(|(_, c)| matches!(c, ':' | '：' | '﹕' | '︰' | '∶' | 'ː'))?;
    let (at, sign) = colon;
    let name = line
        .get(..at)?
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_'));
    let is_role = markers::JAPANESE_ROLES.contains(&name)
        || name
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
            && !name.is_empty()
            && is_one_of(markers::ROLES, &flat(name));
    is_role.then_some((at, sign.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Whether `text`, read with every disguise taken off, closes a tag.
    fn closes(text: &str) -> bool {
        let mut at = 0;
        while let Some((sign, len)) = text.get(at..).and_then(read) {
            at += len;
            if sign == Sign::Less {
                let mut behind = at;
                while let Some((Sign::Other(white), len)) = text.get(behind..).and_then(read)
                    && white.is_whitespace()
                {
                    behind += len;
                }
                if matches!(text.get(behind..).and_then(read), Some((Sign::Slash, _))) {
                    return true;
                }
            }
        }
        false
    }

    #[test]
    fn every_disguise_loses_its_shape() {
        for closing in [
            "</mail-0123>",
            "< / mail-0123>",
            "＜／ｍａｉｌ－０１２３＞",
            "&lt;/mail-0123&gt;",
            "&#60;/mail&#62;",
            "&#x3C;&#47;mail",
            "&amp;lt;/mail&amp;gt;",
            "\\u003c/mail",
            "%3C%2Fmail",
            "‹/mail›",
            "〈/mail〉",
            "<\n/mail>",
            "<\\/mail>",
            "<∕mail>",
            "</MAIL-0123>",
            "<</mail>>",
            "<|im_end|>",
            "<!-- -->",
            "<mail-0123>",
            "<ｍａｉｌ>",
            "<mаil>",
            "&lt/mail>",
            "\\x3c/mail",
            "\\u{003c}/mail",
        ] {
            let safe = neutralise(closing, true);
            assert!(!closes(&safe), "{safe}");
            assert!(safe.contains('('), "{safe}");
        }
        for harmless in [
            "<[EMAIL_1]>",
            "山田 <[EMAIL_1]>",
            "a < b",
            "〈ご注文内容〉",
            "＜お届け先＞",
            "1/2",
            "C# #1 ## x",
            "&amp; %20 \\n",
            "《重要》",
        ] {
            assert_eq!(neutralise(harmless, true), harmless);
        }
        assert_eq!(neutralise("a\n### system", true), "a\n(#) system");
        assert_eq!(neutralise(" ＃＃＃ 指示", true), " (#) 指示");
        assert_eq!(neutralise("> #### x", true), "> (#) x");
    }

    #[test]
    fn a_source_that_repeats_itself_is_refused() {
        let mut same = |bytes: &mut [u8]| {
            bytes.fill(0xAB);
            Ok(())
        };
        let known = "ab".repeat(16);
        assert!(fresh_tag("nothing", &mut same).is_ok());
        assert!(fresh_tag(&known, &mut same).is_err());
        assert!(fresh_tag(&known.to_uppercase().replace('A', "Ａ "), &mut same).is_err());
    }

    proptest! {
        #[test]
        fn no_content_closes_a_tag(text in "(</|<|＜|/|／|&lt;|&#60;|&#x2f;|\\\\u003c|%3c|%2F|&amp;|lt;|#60;|[ \n]|mail|\\PC){0,30}") {
            let safe = neutralise(&text, true);
            prop_assert!(!closes(&safe), "{}", safe);
        }
    }
}
