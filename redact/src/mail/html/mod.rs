//! What does a reader see of an HTML body, and what is hidden from the reader?
//!
//! The visible text comes out as lines of plain text: quotes with `>` in front, links with their URL
//! behind the text, so that everything that works on text mail works on HTML mail. What is hidden is
//! reported apart and never mixed in; what may be hidden is shown and reported. The trade-off: layout
//! is dropped, the order of the source stays.
//!
//! `tree` reads the markup, `stylesheet` says which declarations hold for an element, `style` whether
//! they hide it, `reader` writes what is left.

mod colour;
mod declaration;
mod elements;
mod geometry;
mod length;
mod lines;
mod media;
mod reader;
mod selector;
mod style;
mod stylesheet;
mod tree;
mod variables;

/// Why a reader of the mail does not see a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum HiddenKind {
    /// `display: none`, `visibility: hidden`, the attribute `hidden`, no opacity, a closed `<details>`.
    NotDisplayed,
    /// A box or a font of (nearly) no size, or moved or clipped out of sight.
    NoSize,
    /// The colour of the background it stands on, or no colour.
    SameColour,
    /// A comment in the source.
    Comment,
    /// The text that stands for an image (`alt`).
    AlternativeText,
    /// A tool tip (`title`).
    ToolTip,
    /// The title of the document.
    DocumentTitle,
    /// The value of a hidden form field.
    FormField,
    /// What stands in `<noscript>`, `<video>`, `<object>` and the like for programs without them.
    Fallback,
    /// A style that cannot be decided without a layout may hide the text, which therefore counts as
    /// visible too.
    Unclear,
}

impl HiddenKind {
    /// The name of the kind in reports, such as `not_displayed`.
    pub fn name(self) -> &'static str {
        match self {
            Self::NotDisplayed => "not_displayed",
            Self::NoSize => "no_size",
            Self::SameColour => "same_colour",
            Self::Comment => "comment",
            Self::AlternativeText => "alternative_text",
            Self::ToolTip => "tool_tip",
            Self::DocumentTitle => "document_title",
            Self::FormField => "form_field",
            Self::Fallback => "fallback",
            Self::Unclear => "unclear",
        }
    }
}

/// A text that stands in the HTML but not before the reader's eyes.
#[derive(Clone, PartialEq, Eq)]
pub struct HiddenText {
    /// Why it is not seen.
    pub kind: HiddenKind,
    /// The text, white space collapsed.
    pub text: String,
    /// Where it stands: bytes of the decoded HTML up to the text, or up to the tag it is an attribute
    /// of.
    pub at: usize,
}

/// Prints no text.
impl std::fmt::Debug for HiddenText {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("HiddenText")
            .field("kind", &self.kind)
            .field("at", &self.at)
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
    /// Whether the style sheets were too long or cost too much to be applied in full. Text that the
    /// rest may hide is [`HiddenKind::Unclear`].
    pub is_styled_in_part: bool,
}

/// Prints no text.
impl std::fmt::Debug for HtmlText {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("HtmlText")
            .field("visible_bytes", &self.visible.len())
            .field("hidden", &self.hidden.len())
            .field("is_styled_in_part", &self.is_styled_in_part)
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
    reader::read(&tree::read(html), html.len())
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
        assert_visible("<p>a<p>b<div style='color:red'>c", "a\n\nb\n\nc\n");
        assert_visible("<b><i>a</b>b</i></div>c", "abc\n");
    }
}
