//! Finds the line that says that an earlier or a forwarded mail follows: `-----Original Message-----`.

use super::header_block;
use super::languages::LANGUAGES;

/// Whether the line announces an earlier mail (`Some(false)`) or a forwarded one (`Some(true)`).
pub(super) fn marker(content: &str) -> Option<bool> {
    /// Longer than any such line.
    const LONGEST: usize = 160;
    let is_frame = |c: char| {
        matches!(
            c,
            '-' | '_'
                | '='
                | '*'
                | '>'
                | '<'
                | '―'
                | '─'
                | '━'
                | '－'
                | '＝'
                | '—'
                | '–'
                | '~'
                | '#'
                | '+'
        )
    };
    let is_bracket = |c: char| {
        matches!(
            c,
            '【' | '】'
                | '['
                | ']'
                | '［'
                | '］'
                | '《'
                | '》'
                | '〈'
                | '〉'
                | '≪'
                | '≫'
                | '■'
                | '◆'
                | '●'
                | '▼'
                | '▽'
                | '◇'
                | '□'
                | '（'
                | '）'
                | '('
                | ')'
                | '「'
                | '」'
                | '〔'
                | '〕'
        )
    };
    let is_edge = |c: char| is_frame(c) || is_bracket(c) || c.is_whitespace();
    let content = framed(content, is_frame).unwrap_or(content);
    if content.len() > LONGEST || !content.starts_with(is_edge) && !content.ends_with([':', '：'])
    {
        return None;
    }
    let words = content.trim_matches(|c: char| is_edge(c) || matches!(c, ':' | '：'));
    let words = words.to_lowercase();
    let first = content.chars().next();
    let frames = content.chars().take_while(|c| is_frame(*c)).count();
    let is_bracketed = first.is_some_and(is_bracket);
    if LANGUAGES.forwarded.contains(words.as_str())
        && (frames > 0 || is_bracketed || content.ends_with([':', '：']))
    {
        return Some(true);
    }
    // Between brackets a heading may stand: only a word for mail makes sure.
    let names_mail = [
        "mail",
        "message",
        "メール",
        "メッセージ",
        "邮件",
        "郵件",
        "메일",
        "메시지",
        "nachricht",
    ]
    .iter()
    .any(|word| words.contains(word));
    let is_framed = frames >= 2 || (is_bracketed || frames == 1) && names_mail;
    // A frame of dashes around a word for mail and one for an earlier one, in whatever form.
    let is_earlier = frames >= 4
        && content.ends_with(is_frame)
        && names_mail
        && words.split_whitespace().count() <= 4
        && EARLIER.iter().any(|word| words.contains(word));
    (is_framed && LANGUAGES.original.contains(words.as_str()) || is_earlier).then_some(false)
}

/// What names a mail that came before.
const EARLIER: [&str; 12] = [
    "original",
    "reply",
    "previous",
    "antwort",
    "ursprüng",
    "元の",
    "元メ",
    "返信元",
    "受信した",
    "origin",
    "原始",
    "원본",
];

/// `----- Original Message ----- From: X <x@example.com>To: …`: the framed words, when a header follows
/// them on their line.
fn framed(content: &str, is_frame: impl Fn(char) -> bool + Copy) -> Option<&str> {
    let frame = content.len() - content.trim_start_matches(is_frame).len();
    let inside = content.get(frame..)?;
    let end = inside.find("--").filter(|_| frame >= 2)?;
    let rest = inside.get(end..)?;
    let behind = rest.trim_start_matches(is_frame).trim_start();
    header_block::label(behind)?;
    content
        .get(..content.len() - behind.len())
        .map(str::trim_end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers() {
        for line in [
            "-----Original Message-----",
            "-------- 元のメッセージ --------",
            "-----Ursprüngliche Nachricht-----",
        ] {
            assert_eq!(marker(line), Some(false), "{line}");
        }
        assert_eq!(
            marker("---------- Forwarded message ----------"),
            Some(true)
        );
        assert_eq!(marker("Begin forwarded message:"), Some(true));
        assert_eq!(marker("----"), None);
        assert_eq!(marker("Original"), None);
        assert_eq!(marker("引用："), None);
        assert_eq!(marker("【元のメール】"), Some(false));
        assert_eq!(marker("【引用】"), None);
        assert_eq!(marker("-----Antwort Nachricht-----"), Some(false));
        assert_eq!(marker("-----メール内容-----"), None);
        assert_eq!(
            marker("----- Original Message ----- From: X <x@example.com>To: Y <y@example.com>"),
            Some(false)
        );
    }
}
