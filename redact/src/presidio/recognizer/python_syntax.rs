//! Expressions as Python's engines write them, for the engines of Rust.
//!
//! Most is alike. What differs in meaning is written out; what neither engine of Rust can take fails
//! to compile there.

/// The expression in the syntax of Rust's engines.
pub(super) fn translated(pattern: &str, is_multi_line: bool) -> String {
    let mut out = String::with_capacity(pattern.len() + 8);
    let mut rest = pattern.chars().peekable();
    let mut class_depth = 0_u32;
    let mut class_start = false;
    while let Some(character) = rest.next() {
        let is_first = std::mem::take(&mut class_start);
        match character {
            '\\' => match rest.next() {
                // The end of the text, whatever the flags.
                Some('Z') => out.push_str(r"\z"),
                // Escaped signs that mean themselves; Rust reads two of them as word boundaries.
                Some(sign @ ('<' | '>')) => out.push(sign),
                Some(sign) if !sign.is_ascii() => out.push(sign),
                Some(other) => out.extend(['\\', other]),
                None => out.push('\\'),
            },
            '[' if class_depth == 0 => {
                class_depth = 1;
                class_start = true;
                out.push('[');
                if rest.next_if_eq(&'^').is_some() {
                    out.push('^');
                }
            }
            // Set operations are letters of a class in Python.
            '[' => out.push_str(r"\["),
            ']' if class_depth == 1 && is_first => out.push_str(r"\]"),
            ']' if class_depth == 1 => {
                class_depth = 0;
                out.push(']');
            }
            '&' | '~' if class_depth == 1 => out.extend(['\\', character]),
            '-' if class_depth == 1 && rest.peek() == Some(&'-') => out.push_str(r"\-"),
            // A brace that begins no repetition means itself.
            '{' if class_depth == 0 && !is_repetition(rest.clone()) => out.push_str(r"\{"),
            '$' if class_depth == 0 && !is_multi_line => out.push_str(r"(?=\n?\z)"),
            other => out.push(other),
        }
    }
    out
}

/// Whether what stands behind a `{` makes it a repetition.
fn is_repetition(rest: impl Iterator<Item = char>) -> bool {
    let mut digits = 0;
    for character in rest {
        match character {
            '0'..='9' => digits += 1,
            ',' => {}
            '}' => return digits > 0,
            _ => return false,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::translated;

    #[test]
    fn what_differs_is_written_out() {
        for (python, rust) in [
            (r"\b\d{5}(?:\-\d{4})?\b", r"\b\d{5}(?:\-\d{4})?\b"),
            (r"^a\Z", r"^a\z"),
            (r"\<b\>", "<b>"),
            ("[[a]", r"[\[a]"),
            ("[]a]", r"[\]a]"),
            ("[^]a]", r"[^\]a]"),
            ("[a&&b]", r"[a\&\&b]"),
            ("a{b}", r"a\{b}"),
            (r"\あ", "あ"),
        ] {
            assert_eq!(translated(python, true), rust);
        }
        assert_eq!(translated("a$", false), r"a(?=\n?\z)");
    }
}
