//! What can a character, or an escape for one, be taken for?

/// Most repetitions of an escaped `&` or `%` that are followed: more are no disguise that anybody undoes.
const MAX_NESTED: usize = 16;

/// What a character, or an escape for one, can be taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// `<` and all that looks like it.
    Less,
    /// `/` and all that looks like it.
    Slash,
    /// `#` and all that looks like it.
    Hash,
    /// `|` and all that looks like it.
    Bar,
    Other(char),
}

/// Look-alikes from confusables.txt of Unicode Technical Standard #39, and brackets that are drawn alike.
pub(super) fn sign(character: char) -> Sign {
    match character {
        '<' | '＜' | '﹤' | '‹' | '〈' | '\u{2329}' | '⟨' | '❬' | '❮' | '❰' | '˂' | '˱' | 'ᐸ'
        | 'ᚲ' | 'ㄑ' | '𝈶' | '≺' | '≪' | '⋖' | '⩻' | '⪡' | '⪪' | '⪦' | '⋜' | '⩽' | '≦' | '≲'
        | '⋘' | '«' | '《' | '⟪' | '⦉' | '⦑' | '⧼' | '︿' | '︽' | '⁌' | '≤' | '≮' | '⭀' | '🢀' => {
            Sign::Less
        }
        '/' | '／' | '∕' | '⁄' | '⧸' | '╱' | '⟋' | '⼃' | '〳' | '𝈺' | '\\' | '＼' | '∖' | '⧵'
        | '﹨' | '㇓' | '丿' | 'ノ' | 'ﾉ' | '᜵' | '÷' => Sign::Slash,
        '#' | '＃' | '﹟' | '♯' | '⌗' | '⋕' | '⧣' => Sign::Hash,
        '|' | '｜' | '∣' | 'ǀ' | '❘' | '❙' | '❚' | '│' | '┃' | '¦' | '⏐' | '丨' | 'ㅣ' | '︱'
        | '⎪' | '‖' | '∥' => Sign::Bar,
        other => Sign::Other(other),
    }
}

/// The sign at the start of `text` and its length in bytes; escapes count as what they stand for.
pub(super) fn read(text: &str) -> Option<(Sign, usize)> {
    let first = text.chars().next()?;
    if matches!(first, '&' | '\\' | '%' | '=' | '+' | '＆' | '％' | '＼')
        && let Some(found) = escape(text, first)
    {
        return Some(found);
    }
    Some((sign(first), first.len_utf8()))
}

/// Whether `text` has `what` at byte `at`, in any case.
fn starts(text: &str, at: usize, what: &str) -> bool {
    text.as_bytes()
        .get(at..at + what.len())
        .is_some_and(|part| part.eq_ignore_ascii_case(what.as_bytes()))
}

fn escape(text: &str, first: char) -> Option<(Sign, usize)> {
    let at = first.len_utf8();
    match first {
        '&' | '＆' => entity(text, at),
        '%' | '％' => {
            let mut at = at;
            // `%253C`, escaped a few times over.
            for _ in 0..MAX_NESTED {
                if starts(text, at, "25") {
                    at += 2;
                }
            }
            number(text, at, 16, 2..=2)
        }
        // Quoted-printable (RFC 2045) and UTF-7 (RFC 2152).
        '=' => number(text, at, 16, 2..=2),
        '+' => starts(text, at, "ADw-").then_some((Sign::Less, at + 4)),
        _ => backslash(text, at),
    }
}

/// `&lt;`, `&#60;`, `&#x3c;`, `&amp;lt;` and their like for `/`, `|`, `#`, `!` and `[`.
fn entity(text: &str, mut at: usize) -> Option<(Sign, usize)> {
    for _ in 0..MAX_NESTED {
        if starts(text, at, "amp;") {
            at += 4;
        }
    }
    for (name, sign) in [
        ("lt", Sign::Less),
        ("lang", Sign::Less),
        ("langle", Sign::Less),
        ("lsaquo", Sign::Less),
        ("laquo", Sign::Less),
        ("sol", Sign::Slash),
        ("bsol", Sign::Slash),
        ("frasl", Sign::Slash),
        ("vert", Sign::Bar),
        ("verbar", Sign::Bar),
        ("num", Sign::Hash),
        ("excl", Sign::Other('!')),
        ("lsqb", Sign::Other('[')),
        ("lbrack", Sign::Other('[')),
        ("colon", Sign::Other(':')),
    ] {
        if starts(text, at, name) {
            let end = at + name.len();
            if starts(text, end, ";") {
                return Some((sign, end + 1));
            }
            // HTML takes `&lt` without its semicolon too.
            let goes_on = text
                .as_bytes()
                .get(end)
                .is_some_and(u8::is_ascii_alphanumeric);
            if name == "lt" && !goes_on {
                return Some((sign, end));
            }
        }
    }
    if !starts(text, at, "#") {
        return None;
    }
    at += 1;
    let (sign, end) = if starts(text, at, "x") {
        number(text, at + 1, 16, 1..=12)
    } else {
        number(text, at, 10, 1..=12)
    }?;
    Some((sign, end + usize::from(starts(text, end, ";"))))
}

/// `\u003c`, `\u{3c}`, `\U0000003c`, `\x3c`, `\x{3c}`, `\074`, and `\3c ` of CSS.
fn backslash(text: &str, at: usize) -> Option<(Sign, usize)> {
    if starts(text, at, "u{") || starts(text, at, "x{") {
        let (sign, end) = number(text, at + 2, 16, 1..=8)?;
        return starts(text, end, "}").then_some((sign, end + 1));
    }
    let long = text.as_bytes().get(at) == Some(&b'U');
    if long && let Some(found) = number(text, at + 1, 16, 8..=8) {
        return Some(found);
    }
    if starts(text, at, "u") {
        return number(text, at + 1, 16, 4..=4);
    }
    if starts(text, at, "x") {
        return number(text, at + 1, 16, 2..=2);
    }
    number(text, at, 8, 3..=3)
        .or_else(|| number(text, at, 8, 2..=2))
        .or_else(|| number(text, at, 16, 2..=6))
        .filter(|(sign, _)| !matches!(sign, Sign::Other(_)))
}

/// The sign whose number stands at byte `at`, and where it ends.
fn number(
    text: &str,
    at: usize,
    radix: u32,
    digits: std::ops::RangeInclusive<usize>,
) -> Option<(Sign, usize)> {
    let rest = text.get(at..)?;
    let len = rest
        .bytes()
        .take(*digits.end())
        .take_while(|byte| char::from(*byte).is_digit(radix))
        .count();
    if len < *digits.start() {
        return None;
    }
    let value = u32::from_str_radix(rest.get(..len)?, radix).ok()?;
    Some((sign(char::from_u32(value)?), at + len))
}
