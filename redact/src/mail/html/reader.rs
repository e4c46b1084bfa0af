//! Writes what a reader sees of a document, and reports the rest.

use super::elements::{BLOCK, FALLBACK, PARAGRAPH};
use super::lines::Lines;
use super::selector::{Budget, Matcher};
use super::style::Style;
use super::stylesheet::StyleSheet;
use super::tree::{Document, Event};
use super::{HiddenKind, HiddenText, HtmlText, media};

/// Steps of matching that every document may cost, and each of its bytes.
const STEPS: usize = 1_000_000;
const STEPS_A_BYTE: usize = 8;

/// Reads a document whose source has this many bytes.
pub(super) fn read(document: &Document, length: usize) -> HtmlText {
    let mut sheet = StyleSheet::default();
    // Rules may stand behind what they style.
    for own in &document.sheets {
        if media::attribute_holds(&own.media) {
            sheet.add(&own.css);
        }
    }
    let mut reader = Reader {
        document,
        sheet,
        matcher: Matcher::default(),
        budget: Budget::new(STEPS + length.saturating_mul(STEPS_A_BYTE)),
        open: Vec::new(),
        lines: Lines::default(),
        hidden: Vec::new(),
    };
    for event in &document.events {
        match event {
            Event::Open(id) => reader.open(*id),
            Event::Close => reader.close(),
            Event::Text { text, at } => reader.text(text, *at),
            Event::Comment { text, at } => {
                reader.hide(HiddenKind::Comment, &without_tags(text), *at);
            }
        }
    }
    HtmlText {
        visible: reader.lines.finish(),
        hidden: reader.hidden,
        is_styled_in_part: reader.sheet.is_cut_short || reader.budget.is_used_up(),
    }
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
    id: usize,
    style: Style,
    /// Where the text of a link began, and where it leads.
    link: Option<(usize, String)>,
    /// Whether the summary of a closed `<details>` is still to come.
    awaits_summary: bool,
}

struct Reader<'d> {
    document: &'d Document,
    sheet: StyleSheet,
    matcher: Matcher,
    budget: Budget,
    open: Vec<Open>,
    lines: Lines,
    hidden: Vec<HiddenText>,
}

impl Reader<'_> {
    fn open(&mut self, id: usize) {
        let Some(element) = self.document.elements.get(id) else {
            return;
        };
        let tag = &*element.tag;
        let declared = self
            .sheet
            .declared(&mut self.matcher, self.document, id, tag, &self.budget);
        let outer = self.open.last().map(|open| &open.style);
        let mut style = outer.unwrap_or(&Style::default()).child(tag, &declared);
        let name = tag.name.as_str();
        if self.is_folded_away(name) {
            style.hide(HiddenKind::NotDisplayed);
        }
        match name {
            "template" => style.hide(HiddenKind::NotDisplayed),
            "title" => style.hide(HiddenKind::DocumentTitle),
            _ if FALLBACK.contains(&name) => style.hide(HiddenKind::Fallback),
            _ => {}
        }
        for (attribute, kind) in [
            ("alt", HiddenKind::AlternativeText),
            ("title", HiddenKind::ToolTip),
        ] {
            if let Some(text) = tag.attribute(attribute) {
                self.hide(kind, text, element.at);
            }
        }
        let is_hidden_field = name == "input"
            && tag
                .attribute("type")
                .is_some_and(|kind| kind.eq_ignore_ascii_case("hidden"));
        if is_hidden_field && let Some(text) = tag.attribute("value") {
            self.hide(HiddenKind::FormField, text, element.at);
        }
        let link = (name == "a" && style.hides().is_none())
            .then(|| tag.attribute("href"))
            .flatten()
            .map(|url| (self.lines.mark(), url.to_owned()));
        // What is not displayed makes no lines either.
        if style.hides().is_none() || name == "blockquote" {
            self.open_line(name);
        }
        self.open.push(Open {
            id,
            style,
            link,
            awaits_summary: name == "details" && tag.attribute("open").is_none(),
        });
    }

    /// Whether the element, about to be opened, stands in a closed `<details>` and is not its summary.
    fn is_folded_away(&mut self, name: &str) -> bool {
        let Some(parent) = self.open.last() else {
            return false;
        };
        let is_closed = self.is_closed_details(parent.id);
        let is_summary = name == "summary" && parent.awaits_summary;
        if is_summary && let Some(parent) = self.open.last_mut() {
            parent.awaits_summary = false;
        }
        is_closed && !is_summary
    }

    fn is_closed_details(&self, id: usize) -> bool {
        self.document.elements.get(id).is_some_and(|element| {
            element.tag.name == "details" && element.tag.attribute("open").is_none()
        })
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

    fn close(&mut self) {
        let Some(open) = self.open.pop() else { return };
        if let Some((mark, url)) = open.link {
            self.lines.link(mark, &url);
        }
        let is_hidden = open.style.hides().is_some();
        let tag = self
            .document
            .elements
            .get(open.id)
            .map(|element| &element.tag);
        match tag.map_or("", |tag| tag.name.as_str()) {
            "blockquote" => {
                self.lines.unquote();
                self.lines.paragraph();
            }
            _ if is_hidden => {}
            name if PARAGRAPH.contains(&name) => self.lines.paragraph(),
            name if BLOCK.contains(&name) => self.lines.block(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str, at: usize) {
        let default = Style::default();
        let open = self.open.last();
        let style = open.map_or(&default, |open| &open.style);
        let element = open.and_then(|open| self.document.elements.get(open.id));
        let name = element.map_or("", |element| element.tag.name.as_str());
        let is_folded = open.is_some_and(|open| self.is_closed_details(open.id));
        // Brackets around ruby are for programs without it; anything else there is seen by nobody.
        let is_bracket = text.trim().chars().count() <= 2;
        let is_ruby = name == "rp" && !is_bracket;
        let hidden = style
            .hides()
            .or((is_folded || is_ruby).then_some(HiddenKind::NotDisplayed));
        let (is_preformatted, is_unclear) = (style.is_preformatted(), style.is_unclear());
        // Such content is kept as source.
        let is_source = matches!(name, "noscript" | "iframe" | "noembed" | "noframe");
        match hidden {
            Some(kind) if is_source => self.hide(kind, &without_tags(text), at),
            Some(kind) => self.hide(kind, text, at),
            None => {
                if is_preformatted {
                    self.lines.preformatted(text);
                } else {
                    self.lines.text(text);
                }
                if is_unclear {
                    self.hide(HiddenKind::Unclear, text, at);
                }
            }
        }
    }

    fn hide(&mut self, kind: HiddenKind, text: &str, at: usize) {
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
            self.hidden.push(HiddenText { kind, text, at });
        }
    }
}
