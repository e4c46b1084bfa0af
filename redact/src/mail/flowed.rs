//! Joins the lines of `text/plain; format=flowed` (RFC 3676), so that a name that a mail program
//! broke over two lines is one name again.

/// Unfolds a flowed text: a line that ends in a space goes on in the next line of the same quote
/// depth. With `del_sp` that space was added by the sender's program and goes.
///
/// Quote marks stay at the front of each joined line, the space that was stuffed behind them too,
/// so that quotes are still seen as quotes; a stuffed space before a line without quote marks goes.
pub(super) fn unfold(text: &str, del_sp: bool) -> String {
    let mut unfolded = String::with_capacity(text.len());
    // The depth of the line that waits for its rest.
    let mut waiting: Option<usize> = None;
    for line in text.split_inclusive('\n') {
        let content = line.trim_end_matches(['\n', '\r']);
        let line_end = line.get(content.len()..).unwrap_or_default();
        let unquoted = content.trim_start_matches('>');
        let depth = content.len() - unquoted.len();
        let unstuffed = unquoted.strip_prefix(' ').unwrap_or(unquoted);
        // Section 4.3: the signature separator is never flowed.
        let is_separator = unstuffed == "-- ";
        if waiting == Some(depth) && !is_separator {
            unfolded.push_str(unstuffed);
        } else {
            if waiting.is_some() {
                unfolded.push('\n');
            }
            let quote = content.get(..depth).unwrap_or_default();
            unfolded.push_str(quote);
            unfolded.push_str(if depth == 0 { unstuffed } else { unquoted });
        }
        let flows = unstuffed.ends_with(' ') && !is_separator && !line_end.is_empty();
        if flows {
            if del_sp {
                unfolded.pop();
            }
            waiting = Some(depth);
        } else {
            unfolded.push_str(line_end);
            waiting = None;
        }
    }
    unfolded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn japanese_is_joined_without_a_space() {
        assert_eq!(
            unfold("東京都千代 \r\n田区です。\r\n次", true),
            "東京都千代田区です。\r\n次"
        );
        assert_eq!(unfold("one \ntwo\n", false), "one two\n");
    }

    #[test]
    fn quotes_of_different_depth_are_kept_apart() {
        assert_eq!(unfold("> a \n> b\n>> c \nd\n", false), "> a b\n>> c \nd\n");
        assert_eq!(unfold(" From here\n", false), "From here\n");
    }

    #[test]
    fn the_signature_separator_does_not_flow() {
        assert_eq!(unfold("a \n-- \nb\n", false), "a \n-- \nb\n");
    }
}
