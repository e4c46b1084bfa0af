//! Cuts a text into lines and says of each what can be said without its neighbours.

/// What a line is by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Blank,
    /// Begins with quote marks.
    Quoted,
    /// The separator of RFC 3676 section 4.3: two dashes and a space.
    SignatureSeparator,
    /// Two dashes: that separator without its space, or a line that somebody drew.
    Dashes,
    /// Nothing but dashes, underscores or other ornaments.
    Ornament,
    Text,
}

/// One line of a text.
#[derive(Clone, Copy)]
pub(super) struct Line<'t> {
    /// First byte of the line.
    pub(super) start: usize,
    /// Bytes of white space before the content.
    pub(super) indent: u32,
    /// Without white space around it and line break.
    pub(super) content: &'t str,
    pub(super) shape: Shape,
}

/// The lines of a text with their shapes. Lines of fenced code are text.
pub(super) fn split(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::with_capacity(text.len() / 32);
    let mut start = 0;
    let mut fence: Option<usize> = None;
    for line in text.split_inclusive('\n') {
        let from_content = line.trim_start_matches(is_space);
        // A line of four gigabytes of white space has no content to point at.
        let indent = u32::try_from(line.len() - from_content.len()).unwrap_or(u32::MAX);
        let content = from_content.trim_end_matches(is_space);
        if content.starts_with("```") {
            match fence.take() {
                Some(opened) => as_text(lines.get_mut(opened..).unwrap_or_default()),
                None => fence = Some(lines.len()),
            }
        }
        let shape = if content.starts_with("```") {
            Shape::Text
        } else {
            shape(content, line.trim_end_matches(['\r', '\n']))
        };
        lines.push(Line {
            start,
            indent,
            content,
            shape,
        });
        start += line.len();
    }
    super::prefix::mark(&mut lines);
    lines
}

/// White space of mail: the ideographic space and marks that nobody sees belong to it.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

fn as_text(lines: &mut [Line<'_>]) {
    for line in lines {
        if line.shape != Shape::Blank {
            line.shape = Shape::Text;
        }
    }
}

fn shape(content: &str, line: &str) -> Shape {
    let Some(first) = content.chars().next() else {
        return Shape::Blank;
    };
    if matches!(first, '>' | '＞') {
        // `>>> look here <<<` is an advertisement.
        let is_framed = content.ends_with("<<") || content.ends_with("＜＜");
        return if is_framed {
            Shape::Text
        } else {
            Shape::Quoted
        };
    }
    if content == "--" {
        return if line.ends_with("-- ") {
            Shape::SignatureSeparator
        } else {
            Shape::Dashes
        };
    }
    let may_be_ornament = !first.is_alphanumeric() || matches!(first, 'ー' | '\u{1427}');
    if may_be_ornament && is_ornament(content) {
        return Shape::Ornament;
    }
    Shape::Text
}

/// Whether a line only separates: at least two characters, none of which says anything.
fn is_ornament(content: &str) -> bool {
    /// Longer lines are no separators.
    const LONGEST: usize = 600;
    if content.len() > LONGEST {
        return false;
    }
    let is_mark = |c: char| {
        matches!(c,
            '-' | '_' | '=' | '*' | '#' | '~' | '+' | '.' | ':' | ';' | '/' | '\\' | '|' | '^' | '`' | ','
            | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2500}'..='\u{257F}' | '\u{25A0}'..='\u{25FF}'
            | '\u{2580}'..='\u{259F}' | '\u{2600}'..='\u{2606}' | '\u{2660}'..='\u{266F}' | '\u{2701}'..='\u{2767}'
            | '※' | '＊' | '＝' | '－' | '＿' | 'ー' | '～' | '〜' | '・' | '…' | '‥' | '＋' | '＃'
            | '：' | '；' | '゜' | '。' | '．' | '｡' | '･' | '¨' | '´' | '°' | '\u{1427}'
            | '∞' | '≡' | '∽' | '≒' | '＞' | '＜' | '<' | '>' | '(' | ')' | '（' | '）' | '←' | '→')
    };
    let mut marks = 0;
    for c in content.chars().filter(|c| !is_space(*c)) {
        if !is_mark(c) {
            return false;
        }
        marks += 1;
    }
    marks >= 2 || matches!(content, "—" | "\u{1427}" | "_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        for (content, expected) in [
            ("", Shape::Blank),
            ("> a", Shape::Quoted),
            (">>a", Shape::Quoted),
            ("＞ご注文", Shape::Quoted),
            (">>> https://www.example.com/ <<<", Shape::Text),
            ("--", Shape::Dashes),
            ("-- ", Shape::SignatureSeparator),
            ("━━━━━━━━", Shape::Ornament),
            ("*:;;;:*:;;;:*", Shape::Ornament),
            ("＝＝＝＝", Shape::Ornament),
            ("-- a", Shape::Text),
            ("ーい", Shape::Text),
            ("- item", Shape::Text),
        ] {
            assert_eq!(shape(content.trim_end(), content), expected, "{content}");
        }
    }

    #[test]
    fn fenced_lines_are_text() {
        let lines = split("```\n> a\n--\n```\n> b\n");
        let shapes: Vec<_> = lines.iter().map(|line| line.shape).collect();
        assert_eq!(
            shapes,
            [
                Shape::Text,
                Shape::Text,
                Shape::Text,
                Shape::Text,
                Shape::Quoted
            ]
        );
    }
}
