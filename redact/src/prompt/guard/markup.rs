//! Where does a text have HTML, or Markdown and its relatives that hide or load something?
//!
//! HTML is looked for in the folded text, so that entities and widths do not hide it; Markdown as it was
//! written, since full-width brackets make no link. The trade-off: a tag is told by the names of HTML's
//! elements or by its attributes, so that `<support@example.jp>` and `<重要>` stay text.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::view::View;

/// How far before the end of a link's text its beginning is looked for; bytes.
const MAX_TEXT: usize = 400;

/// The elements of the HTML Standard and the obsolete ones, with those of SVG and `MathML` that act.
const ELEMENTS: &str = "abbr|acronym|address|applet|area|article|aside|audio|base|basefont|bdi|bdo|bgsound|big|blink|blockquote|body|br|button|canvas|caption|center|cite|code|col|colgroup|data|datalist|dd|del|details|dfn|dialog|dir|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|frame|frameset|h[1-6]|head|header|hgroup|hr|html|iframe|image|img|input|ins|isindex|kbd|keygen|label|legend|li|link|listing|main|map|mark|marquee|math|menu|meta|meter|nav|nobr|noembed|noframes|noscript|object|ol|optgroup|option|output|param|picture|plaintext|portal|pre|progress|rp|rt|ruby|samp|script|search|section|select|slot|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|title|tr|track|tt|ul|use|var|video|wbr|xmp|animate|set|foreignobject";

static HTML: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    [
        // An element, with blanks wherever somebody may put them.
        format!(r"(?i)<\s{{0,8}}/?\s{{0,8}}(?:{ELEMENTS})(?:[\s/][^<>]*)?>"),
        format!(r"(?i)<\s{{0,8}}(?:{ELEMENTS}|[abipqsu])[\s/]{{1,8}}[a-z:@\-]{{1,30}}\s{{0,4}}="),
        r"(?i)<(?:/\s{0,8})?[abipqsu](?:\s[^<>]*)?/?>".to_owned(),
        // Anything with an attribute, and anything that closes.
        r"(?i)<[a-z][a-z0-9:\-]{0,40}[\s/]{1,8}[a-z:@\-]{1,30}\s{0,4}=".to_owned(),
        r"(?i)</[a-z][a-z0-9:\-]{0,40}\s{0,8}>".to_owned(),
        r"(?i)<!--|<!\[|<!doctype|<\?(?:xml|php)|<\s{0,8}(?:script|iframe|svg|object|embed)\b"
            .to_owned(),
        // Slack's mentions, and a link with a text of its own.
        r"(?i)<[@#!][a-z0-9]".to_owned(),
        // Bulletin boards.
        r"(?i)\[/?(?:url|img|email|youtube|iframe)\s{0,2}[=\]]".to_owned(),
    ]
    .iter()
    .filter_map(|pattern| Regex::new(pattern).ok())
    .collect()
});

/// The end of a link's text and the link: `](target`.
static INLINE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\]\(\s{0,8}(?P<target><?[^)\s]+)").ok());

/// A line that defines a reference: `[name]: target`.
static DEFINITION: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?m)^[ \t>*+\-0-9.]{0,12}(?P<name>\[[^\]\n]{1,300}\]):\s{0,8}(?P<target>\S+)").ok()
});

/// An image, inline or by reference.
static IMAGE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"!(?P<name>\[[^\]\n]{0,400}\])\s?(?:\(\s{0,8}(?P<target>[^)\s]*)|\[(?P<reference>[^\]\n]{0,300})\])").ok()
});

/// Links of other notations, whose targets stand behind a text.
static OTHERS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    [
        r"(?i)<(?:[a-z][a-z0-9+.\-]{1,40}:|[^\s<>|]{0,100}@)[^<>|\n]*\|[^<>\n]{0,400}>",
        r"(?i)\[\[[^\]\n|]{0,400}(?::|/|\|)[^\]\n]{0,400}\]",
        r"(?i)\[(?:https?:)?//[^\]\s]+\s[^\]\n]{1,400}\]",
        r#"(?i)"[^"\n]{1,400}":(?:https?:|mailto:|/)[^\s"]"#,
        r"(?i)`[^`\n]{1,400}<[^<>`\n]+>`_{1,2}",
        r"(?i)(?:https?://|link:|image:{1,2})[^\s\[\]]+\[[^\]\n]{0,400}\]",
    ]
    .iter()
    .filter_map(|pattern| Regex::new(pattern).ok())
    .collect()
});

/// HTML tags and what acts like them; bytes of the original.
pub(super) fn html(view: &View<'_>) -> Vec<Range<usize>> {
    HTML.iter()
        .flat_map(|regex| regex.find_iter(view.text()))
        .map(|found| view.original(found.range()))
        .collect()
}

/// Markdown images, and links whose text hides their target; `places` are placeholders, whose brackets are
/// none of Markdown.
pub(super) fn links(text: &str, places: &[Range<usize>]) -> Vec<Range<usize>> {
    let is_placeholder = |range: Range<usize>| {
        let next = places.partition_point(|place| place.end <= range.start);
        places
            .get(next)
            .is_some_and(|place| place.start <= range.start && range.end <= place.end)
    };
    let has_placeholder = |range: Range<usize>| {
        let next = places.partition_point(|place| place.end <= range.start);
        places
            .get(next)
            .is_some_and(|place| place.start < range.end)
    };
    let mut found = Vec::new();
    if let Some(regex) = INLINE.as_ref() {
        for captures in regex.captures_iter(text) {
            let (Some(whole), Some(target)) = (captures.get(0), captures.name("target")) else {
                continue;
            };
            let is_own = is_placeholder(whole.start()..whole.start() + 1);
            if is_target(target.as_str())
                || has_placeholder(target.range())
                || !is_own && target.as_str().is_ascii()
            {
                found.push(begin(text, whole.start())..whole.end());
            }
        }
    }
    if let Some(regex) = DEFINITION.as_ref() {
        for captures in regex.captures_iter(text) {
            let (Some(name), Some(target)) = (captures.name("name"), captures.name("target"))
            else {
                continue;
            };
            if is_target(target.as_str()) && !is_placeholder(name.range()) {
                found.push(name.start()..target.end());
            }
        }
    }
    if let Some(regex) = IMAGE.as_ref() {
        for captures in regex.captures_iter(text) {
            let (Some(whole), Some(name)) = (captures.get(0), captures.name("name")) else {
                continue;
            };
            let target = captures.name("target").map_or("", |target| target.as_str());
            let refers = captures
                .name("reference")
                .is_some_and(|reference| !is_placeholder(reference.range()));
            if !is_placeholder(name.range()) || is_target(target) || refers {
                found.push(whole.range());
            }
        }
    }
    for regex in OTHERS.iter() {
        found.extend(
            regex
                .find_iter(text)
                .map(|found| found.range())
                .filter(|range| !is_placeholder(range.start + 1..range.end - 1)),
        );
    }
    found
}

/// Whether what follows a bracket leads somewhere.
fn is_target(target: &str) -> bool {
    let target = target.trim_start_matches('<');
    target.starts_with(['/', '#', '?', '\\'])
        || target.contains("://")
        || target.contains('@')
        || target
            .split_once([':', '.'])
            .is_some_and(|(before, after)| {
                let is_name =
                    |text: &str| text.starts_with(|letter: char| letter.is_ascii_alphanumeric());
                is_name(before) && is_name(after) && before.is_ascii()
            })
}

fn begin(text: &str, end: usize) -> usize {
    let mut from = end.saturating_sub(MAX_TEXT);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let before = text.get(from..end).unwrap_or_default();
    before.rfind('[').map_or(end, |at| from + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_expression_compiles() {
        assert_eq!((HTML.len(), OTHERS.len()), (8, 6));
        assert!(INLINE.is_some() && DEFINITION.is_some() && IMAGE.is_some());
    }

    #[test]
    fn tags_are_found_in_every_spelling() {
        for text in [
            "<img src=x>",
            "< img src=x>",
            "<\nimg src=x>",
            "&lt;img src=x&gt;",
            "&#60;img src=x",
            "＜ｉｍｇ ｓｒｃ＝ｘ＞",
            "<svg/onload=x>",
            "<b>",
            "</ div >",
            "<x-y onclick = 1>",
            "<!-- x -->",
            "\\u003cscript\\u003e",
            "[url=https://attacker.example]x[/url]",
        ] {
            assert!(!html(&View::new(text, &[])).is_empty(), "{text}");
        }
        for text in [
            "<重要>",
            "<support@example.jp>",
            "a < b > c",
            "5 < x and y > 3",
            "<FAQ>",
            "->",
        ] {
            assert!(html(&View::new(text, &[])).is_empty(), "{text}");
        }
    }

    #[test]
    fn links_are_found_in_every_notation() {
        for text in [
            "[x](https://a.example)",
            "[x](<https://a.example>)",
            "[x](\nhttps://a.example)",
            "[a [b] c](/x)",
            "[x](help)",
            "![](x)",
            "![x][1]",
            "![x][]",
            "[1]: https://a.example",
            "> [1]: <https://a.example>",
            "[1]:\n  /x",
            "<https://a.example|x>",
            "[[https://a.example][x]]",
            "[https://a.example x]",
            "\"x\":https://a.example",
            "`x <https://a.example>`_",
            "https://a.example[x]",
        ] {
            assert!(!links(text, &[]).is_empty(), "{text}");
        }
    }

    #[test]
    fn brackets_of_prose_and_of_placeholders_are_none() {
        for text in [
            "[重要](必ずお読みください)",
            "[重要]: 明日の会議",
            "素晴らしい! [FAQ] をご覧ください",
        ] {
            assert!(links(text, &[]).is_empty(), "{text}");
        }
        for text in [
            "[PERSON_1](営業部)",
            "[PERSON_1](Sales)",
            "[PERSON_1]: 営業部",
            "![PERSON_1](担当)",
            "[PERSON_1][PERSON_2]",
        ] {
            let mut places = Vec::new();
            let mut from = 0;
            while let Some(at) = text[from..].find("[PERSON") {
                places.push(from + at..from + at + 10);
                from += at + 10;
            }
            assert!(links(text, &places).is_empty(), "{text}");
        }
    }
}
