//! What does a reader see of an HTML body, and what is hidden from the reader?
//!
//! The visible text comes out as lines of plain text: quotes with `>` in front, links with their URL
//! behind the text, so that everything that works on text mail works on HTML mail. What is hidden is
//! reported apart and never mixed in. The trade-off: layout is dropped, the order of the source
//! stays.

mod lines;
mod style;

pub use style::HiddenKind;

use html5gum::{DefaultEmitter, HtmlString, StartTag, Token, Tokenizer};
use lines::Lines;
use style::{Style, StyleSheet};

/// A text that stands in the HTML but not before the reader's eyes.
#[derive(Clone, PartialEq, Eq)]
pub struct HiddenText {
    /// Why it is not seen.
    pub kind: HiddenKind,
    /// The text, white space collapsed.
    pub text: String,
}

/// Prints no text.
impl std::fmt::Debug for HiddenText {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("HiddenText")
            .field("kind", &self.kind)
            .field("bytes", &self.text.len())
            .finish()
    }
}

/// An HTML body as text.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct HtmlText {
    /// What a reader sees.
    pub visible: String,
    /// What a reader does not see, in the order of the source.
    pub hidden: Vec<HiddenText>,
}

/// Prints no text.
impl std::fmt::Debug for HtmlText {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("HtmlText")
            .field("visible_bytes", &self.visible.len())
            .field("hidden", &self.hidden.len())
            .finish()
    }
}

/// Turns HTML into the text that a reader sees.
///
/// ```
/// use redact::mail::html::{HiddenKind, to_text};
///
/// let html = to_text(r#"<p>承知しました。<span style="display:none">ignore this</span></p>
///     <a href="https://example.jp/">詳細</a>"#);
/// assert_eq!(html.visible, "承知しました。\n\n詳細 <https://example.jp/>\n");
/// assert_eq!(html.hidden[0].kind, HiddenKind::NotDisplayed);
/// ```
pub fn to_text(html: &str) -> HtmlText {
    let mut reader = Reader::default();
    // Rules may stand behind what they style.
    for css in style_elements(html) {
        reader.sheet.add(css);
    }
    let mut emitter = DefaultEmitter::default();
    // Scripts and style sheets are no markup.
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(html, emitter) {
        match token {
            Ok(Token::StartTag(tag)) => reader.start(&tag),
            Ok(Token::EndTag(tag)) => reader.end(&text_of(&tag.name)),
            Ok(Token::String(text)) => reader.text(&text_of(&text)),
            Ok(Token::Comment(comment)) if reader.raw.is_none() => {
                let comment = text_of(&comment);
                reader.hide(HiddenKind::Comment, &without_tags(&comment));
            }
            Ok(Token::Comment(_) | Token::Doctype(_) | Token::Error(_)) => {}
        }
    }
    reader.finish()
}

/// The tokenizer hands out bytes of what was a `&str`.
fn text_of(bytes: &HtmlString) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// The contents of the `<style>` elements.
fn style_elements(html: &str) -> impl Iterator<Item = &str> {
    let mut rest = html;
    std::iter::from_fn(move || {
        loop {
            let at = rest.find('<')?;
            let behind = rest.get(at + 1..)?;
            rest = behind;
            let name = behind.as_bytes().get(..5)?;
            if name.eq_ignore_ascii_case(b"style") {
                let (_, content) = behind.split_once('>')?;
                let (css, behind) = content.split_once("</").unwrap_or((content, ""));
                rest = behind;
                return Some(css);
            }
        }
    })
}

/// The text of a conditional comment, which holds tags.
fn without_tags(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut is_tag = false;
    for c in text.chars() {
        match c {
            '<' => is_tag = true,
            '>' if is_tag => {
                is_tag = false;
                plain.push(' ');
            }
            _ if !is_tag => plain.push(c),
            _ => {}
        }
    }
    plain
}

/// One open element.
struct Open {
    name: String,
    style: Style,
    /// Where the text of a link began, and where it leads.
    link: Option<(usize, String)>,
}

#[derive(Default)]
struct Reader {
    open: Vec<Open>,
    sheet: StyleSheet,
    lines: Lines,
    hidden: Vec<HiddenText>,
    /// The element whose content is no text at all.
    raw: Option<String>,
}

/// Elements that never have an end tag (HTML Living Standard, section 13.1.2).
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr", "param",
];

/// Elements that begin and end a line.
const BLOCK: [&str; 29] = [
    "address", "article", "aside", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figure", "footer", "form", "header", "html", "li", "main", "menu", "nav", "ol",
    "section", "summary", "table", "tbody", "tr", "ul", "thead",
];

/// Block elements with an empty line before and behind.
const PARAGRAPH: [&str; 9] = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote"];

impl Reader {
    fn style(&self) -> Style {
        self.open.last().map(|open| open.style).unwrap_or_default()
    }

    fn start(&mut self, tag: &StartTag<()>) {
        let name = text_of(&tag.name).into_owned();
        if self.raw.is_some() {
            return;
        }
        let attribute = |name: &[u8]| {
            let value = tag.attributes.get(name)?;
            Some(String::from_utf8_lossy(value).into_owned())
        };
        let mut style = self.style().inherited();
        let id = attribute(b"id").unwrap_or_default();
        let classes = attribute(b"class").unwrap_or_default();
        self.sheet.apply(&mut style, &name, &id, &classes);
        if let Some(value) = attribute(b"bgcolor") {
            style.set_background(&value);
        }
        if attribute(b"background").is_some() {
            style.set_background_picture();
        }
        if name == "font"
            && let Some(value) = attribute(b"color")
        {
            style.set_colour(&value);
        }
        if let Some(declarations) = attribute(b"style") {
            style.apply(&declarations);
        }
        if attribute(b"hidden").is_some() {
            style.hide(HiddenKind::NotDisplayed);
        }
        style.settle();
        for (attribute, kind) in [
            (attribute(b"alt"), HiddenKind::AlternativeText),
            (attribute(b"title"), HiddenKind::ToolTip),
        ] {
            if let Some(text) = attribute {
                self.hide(kind, &text);
            }
        }
        if name == "input"
            && attribute(b"type").is_some_and(|kind| kind.eq_ignore_ascii_case("hidden"))
            && let Some(text) = attribute(b"value")
        {
            self.hide(HiddenKind::FormField, &text);
        }
        self.open_line(&name);
        match name.as_str() {
            "script" | "style" | "svg" | "math" | "object" | "iframe" => {
                if !tag.self_closing {
                    self.raw = Some(name);
                }
                return;
            }
            "pre" | "textarea" => style.set_preformatted(),
            "template" => style.hide(HiddenKind::NotDisplayed),
            "title" => style.hide(HiddenKind::DocumentTitle),
            _ => {}
        }
        if VOID.contains(&name.as_str()) {
            return;
        }
        let link = (name == "a" && style.hides().is_none())
            .then(|| attribute(b"href"))
            .flatten()
            .map(|url| (self.lines.mark(), url));
        self.open.push(Open { name, style, link });
    }

    /// What an element's beginning does to the line.
    fn open_line(&mut self, name: &str) {
        match name {
            "br" => self.lines.break_line(),
            "hr" => self.lines.rule(),
            "td" | "th" => self.lines.cell(),
            "blockquote" => {
                self.lines.paragraph();
                self.lines.quote();
            }
            "li" => {
                self.lines.block();
                self.lines.item();
            }
            _ if PARAGRAPH.contains(&name) => self.lines.paragraph(),
            _ if BLOCK.contains(&name) => self.lines.block(),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        /// An end tag further from its beginning is a mistake of the sender.
        const FARTHEST: usize = 64;
        if let Some(raw) = &self.raw {
            if raw == name {
                self.raw = None;
            }
            return;
        }
        let depth = self.open.len();
        let nearby = self.open.iter().rev().take(FARTHEST);
        let Some(distance) = nearby.into_iter().position(|open| open.name == name) else {
            if name == "p" {
                self.lines.paragraph();
            }
            return;
        };
        while self.open.len() > depth - distance - 1 {
            let Some(open) = self.open.pop() else { break };
            self.close(open);
        }
    }

    fn close(&mut self, open: Open) {
        if let Some((mark, url)) = open.link {
            self.lines.link(mark, &url);
        }
        match open.name.as_str() {
            "blockquote" => {
                self.lines.unquote();
                self.lines.paragraph();
            }
            name if PARAGRAPH.contains(&name) => self.lines.paragraph(),
            name if BLOCK.contains(&name) => self.lines.block(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.raw.is_some() {
            return;
        }
        let style = self.style();
        match style.hides() {
            Some(kind) => self.hide(kind, text),
            None if style.is_preformatted() => self.lines.preformatted(text),
            None => self.lines.text(text),
        }
    }

    fn hide(&mut self, kind: HiddenKind, text: &str) {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        // Zero-width filler behind a preview text says nothing.
        let says_nothing = text.chars().all(|c| {
            c.is_whitespace()
                || matches!(
                    c,
                    '\u{200B}'..='\u{200F}' | '\u{34F}' | '\u{AD}' | '\u{FEFF}'
                )
        });
        if !says_nothing {
            self.hidden.push(HiddenText { kind, text });
        }
    }

    fn finish(mut self) -> HtmlText {
        while let Some(open) = self.open.pop() {
            self.close(open);
        }
        HtmlText {
            visible: self.lines.finish(),
            hidden: self.hidden,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_visible(html: &str, expected: &str) {
        assert_eq!(to_text(html).visible, expected, "{html}");
    }

    #[test]
    fn blocks_breaks_and_entities() {
        assert_visible("<p>a &amp; b</p><p>c</p>", "a & b\n\nc\n");
        assert_visible("<div>a</div><div>b<br>c</div>", "a\nb\nc\n");
        assert_visible("<div><br></div><div>b</div>", "b\n");
        assert_visible("a\n   b&nbsp;c", "a b\u{A0}c\n");
        assert_visible("<pre>a\n  b</pre>", "a\n  b\n");
        assert_visible("<ul><li>a</li><li>b</li></ul>", "- a\n- b\n");
        assert_visible(
            "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>",
            "a b\nc\n",
        );
    }

    #[test]
    fn quotes_are_marked() {
        assert_visible(
            "<div>返信です。</div><blockquote>一<br>二<blockquote>三</blockquote></blockquote><div>後</div>",
            "返信です。\n\n> 一\n> 二\n>\n> > 三\n\n後\n",
        );
    }

    #[test]
    fn links_keep_text_and_url() {
        assert_visible(
            "<a href='https://example.jp/a'>詳細</a>",
            "詳細 <https://example.jp/a>\n",
        );
        assert_visible(
            "<a href='https://example.jp/'>https://example.jp/</a>",
            "https://example.jp/\n",
        );
        assert_visible(
            "<a href='mailto:a@example.jp'>a@example.jp</a>",
            "a@example.jp\n",
        );
        assert_visible(
            "<a href='https://example.jp/'><img src=x></a>",
            "<https://example.jp/>\n",
        );
        assert_visible("<a href='#top'>top</a>", "top\n");
    }

    #[test]
    fn what_is_hidden_is_reported_and_not_shown() {
        let html = "<html><head><title>T</title><style>.p{display:none}</style></head><body>\
            <div class=p>preview</div><!-- note --><img alt='photo' title='tip'>\
            <div style='font-size:0'>zero <b>bold</b></div><font color=white>ghost</font>\
            <script>x()</script>seen</body></html>";
        let read = to_text(html);
        assert_eq!(read.visible, "seen\n");
        let hidden: Vec<_> = read
            .hidden
            .iter()
            .map(|h| (h.kind, h.text.as_str()))
            .collect();
        assert_eq!(
            hidden,
            [
                (HiddenKind::DocumentTitle, "T"),
                (HiddenKind::NotDisplayed, "preview"),
                (HiddenKind::Comment, "note"),
                (HiddenKind::AlternativeText, "photo"),
                (HiddenKind::ToolTip, "tip"),
                (HiddenKind::NoSize, "zero"),
                (HiddenKind::NoSize, "bold"),
                (HiddenKind::SameColour, "ghost"),
            ]
        );
    }

    #[test]
    fn unclosed_and_misnested_elements_are_read() {
        assert_visible("<p>a<p>b<div style='color:red'>c", "a\n\nb\nc\n");
        assert_visible("<b><i>a</b>b</i></div>c", "abc\n");
    }
}
