//! Which element does a piece of HTML stand in? Tokens in, a flat tree of elements and what happens in
//! it out.
//!
//! As much of the tree construction of the HTML Living Standard (section 13.2.6) as decides whether a
//! text is seen: implied `html`, `body` and `tbody`, elements that end by themselves, end tags that are
//! ignored, formatting elements that go on behind the block they were opened in. Every look upwards is
//! bounded, so that time is linear; the standard's own way is not.

use std::collections::BTreeMap;
use std::rc::Rc;

use html5gum::{DefaultEmitter, HtmlString, Spanned, StartTag, Token, Tokenizer};

use super::elements::{FORMATTING, HEAD, INSIDE_PARAGRAPH, SCOPE, SPECIAL, VOID};

/// How far up an end tag or an implied end is looked for.
const FARTHEST: usize = 64;
/// Formatting elements that are opened again behind a block.
const MOST_REOPENED: usize = 4;
/// Blocks that stay open when a formatting element around them ends.
const MOST_CARRIED: usize = 12;

/// The name and the attributes of an element, shared by its copies.
#[derive(Default)]
pub(super) struct Tag {
    pub(super) name: String,
    attributes: BTreeMap<String, String>,
}

impl Tag {
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }
}

/// An element and its neighbours, by their numbers.
pub(super) struct Element {
    pub(super) tag: Rc<Tag>,
    pub(super) parent: Option<usize>,
    pub(super) previous: Option<usize>,
    pub(super) next: Option<usize>,
    pub(super) first_child: Option<usize>,
    last_child: Option<usize>,
    /// Whether it holds an element or a text.
    pub(super) is_filled: bool,
    /// Where its start tag stands, in bytes of the source.
    pub(super) at: usize,
}

/// What happens in a document, in its order.
pub(super) enum Event {
    Open(usize),
    Close,
    Text { text: String, at: usize },
    Comment { text: String, at: usize },
}

/// A style sheet of the document.
pub(super) struct Sheet {
    pub(super) css: String,
    pub(super) media: String,
}

/// A document, read.
#[derive(Default)]
pub(super) struct Document {
    pub(super) elements: Vec<Element>,
    pub(super) events: Vec<Event>,
    pub(super) sheets: Vec<Sheet>,
}

/// Reads a document.
pub(super) fn read(html: &str) -> Document {
    let mut builder = Builder::default();
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    // Scripts and style sheets are not markup.
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(html, emitter) {
        match token {
            Ok(Token::StartTag(tag)) => builder.start(tag),
            Ok(Token::EndTag(tag)) => builder.end(&text_of(&tag.name)),
            Ok(Token::String(text)) => builder.text(&text, text.span.start),
            Ok(Token::Comment(text)) => builder.comment(&text),
            Ok(Token::Doctype(_) | Token::Error(_)) => {}
        }
    }
    builder.finish()
}

/// The tokenizer hands out bytes of what was a `&str`.
fn text_of(bytes: &HtmlString) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// A formatting element that is opened again until its own end tag comes.
struct Formatting {
    tag: Rc<Tag>,
    /// Its number while it is open.
    open: Option<usize>,
}

#[derive(Default)]
struct Builder {
    document: Document,
    open: Vec<usize>,
    body: Option<usize>,
    /// The formatting elements since the innermost table cell; the outer ones wait.
    formatting: Vec<Formatting>,
    outer_formatting: Vec<(usize, Vec<Formatting>)>,
    /// The element whose content is no text at all.
    raw: Option<String>,
    /// Paragraphs that are open.
    paragraphs: usize,
}

impl Builder {
    fn name(&self, id: usize) -> &str {
        self.document
            .elements
            .get(id)
            .map_or("", |element| element.tag.name.as_str())
    }

    fn current(&self) -> &str {
        self.open.last().map_or("", |&id| self.name(id))
    }

    fn start(&mut self, tag: StartTag<usize>) {
        let name = text_of(&tag.name).into_owned();
        let is_special = SPECIAL.contains(&name.as_str());
        if let Some(raw) = &self.raw {
            // Ordinary elements end a drawing (section 13.2.6.5).
            let is_drawing = raw == "svg" || raw == "math";
            if !is_drawing || !is_special || matches!(name.as_str(), "script" | "style" | "title") {
                return;
            }
            self.raw = None;
        }
        let at = tag.span.start;
        let attributes: BTreeMap<String, String> = tag
            .attributes
            .into_iter()
            .map(|(name, value)| (text_of(&name).into_owned(), text_of(&value).into_owned()))
            .collect();
        self.begin_document(&name, at);
        if name == "html" || name == "body" {
            self.merge(&name, attributes, at);
            return;
        }
        self.imply_ends(&name, is_special);
        let is_formatting = FORMATTING.contains(&name.as_str());
        if name == "a" {
            self.end_formatting("a");
        }
        if !is_special || name == "option" {
            self.reopen(at);
        }
        let tag = Rc::new(Tag { name, attributes });
        self.push(Rc::clone(&tag), at);
        let name = tag.name.as_str();
        if VOID.contains(&name) {
            self.pop();
            return;
        }
        match name {
            "script" | "style" | "svg" | "math" => {
                if name == "style" {
                    self.document.sheets.push(Sheet {
                        css: String::new(),
                        media: tag.attribute("media").unwrap_or_default().to_owned(),
                    });
                }
                self.pop();
                // A drawing may be closed in its own start tag; other elements may not.
                self.raw = Some(name.to_owned());
            }
            "td" | "th" | "caption" | "object" | "template" => {
                let outer = std::mem::take(&mut self.formatting);
                let id = self.document.elements.len() - 1;
                self.outer_formatting.push((id, outer));
            }
            _ if is_formatting => self.remember(tag),
            _ => {}
        }
    }

    /// Opens `html`, and `body` before the first element that belongs there.
    fn begin_document(&mut self, name: &str, at: usize) {
        if self.open.is_empty() {
            self.push(
                Rc::new(Tag {
                    name: "html".to_owned(),
                    ..Tag::default()
                }),
                at,
            );
        }
        if self.body.is_none() && !HEAD.contains(&name) {
            self.open_body(at);
        }
    }

    fn open_body(&mut self, at: usize) {
        self.close_down_to(1);
        self.push(
            Rc::new(Tag {
                name: "body".to_owned(),
                ..Tag::default()
            }),
            at,
        );
        self.body = self.open.last().copied();
    }

    /// The attributes of a further `<html>` or `<body>` that the first one has not.
    fn merge(&mut self, name: &str, attributes: BTreeMap<String, String>, at: usize) {
        if name == "body" && self.body.is_none() {
            self.open_body(at);
        }
        let id = if name == "body" { self.body } else { Some(0) };
        let Some(element) = id.and_then(|id| self.document.elements.get_mut(id)) else {
            return;
        };
        if let Some(tag) = Rc::get_mut(&mut element.tag) {
            for (name, value) in attributes {
                tag.attributes.entry(name).or_insert(value);
            }
        }
    }

    /// Ends what ends by itself before an element of this name.
    fn imply_ends(&mut self, name: &str, is_special: bool) {
        match name {
            "li" => self.end_sibling(&["li"], &["ul", "ol", "menu"]),
            "dd" | "dt" => self.end_sibling(&["dd", "dt"], &["dl"]),
            "td" | "th" => self.end_sibling(&["td", "th"], &["tr", "table"]),
            "tr" => {
                self.end_sibling(&["tr"], &["table"]);
                if self.current() == "table" {
                    self.push(
                        Rc::new(Tag {
                            name: "tbody".to_owned(),
                            ..Tag::default()
                        }),
                        0,
                    );
                }
            }
            "tbody" | "thead" | "tfoot" => {
                self.end_sibling(&["tbody", "thead", "tfoot"], &["table"]);
            }
            "option" | "optgroup" if self.current() == "option" => {
                self.pop();
            }
            _ => {}
        }
        if is_special && self.paragraphs > 0 && !INSIDE_PARAGRAPH.contains(&name) {
            self.end_paragraph();
        }
    }

    fn end_sibling(&mut self, names: &[&str], bounds: &[&str]) {
        let depth = self.open.len();
        let nearby = self.open.iter().rev().take(FARTHEST);
        for (distance, &id) in nearby.enumerate() {
            let name = self.name(id);
            if names.contains(&name) {
                self.close_down_to(depth - distance - 1);
                return;
            }
            if bounds.contains(&name) || name == "template" || name == "html" {
                return;
            }
        }
    }

    fn end_paragraph(&mut self) {
        let depth = self.open.len();
        for (distance, &id) in self.open.iter().rev().take(FARTHEST).enumerate() {
            let name = self.name(id);
            if name == "p" {
                self.close_down_to(depth - distance - 1);
                return;
            }
            if SCOPE.contains(&name) || name == "button" {
                return;
            }
        }
    }

    fn end(&mut self, name: &str) {
        if let Some(raw) = &self.raw {
            if raw == name {
                self.raw = None;
            }
            return;
        }
        if matches!(name, "html" | "body") {
            return;
        }
        if FORMATTING.contains(&name) {
            self.end_formatting(name);
            return;
        }
        let is_table = matches!(
            name,
            "table" | "tbody" | "thead" | "tfoot" | "tr" | "td" | "th"
        );
        let is_special = SPECIAL.contains(&name);
        let depth = self.open.len();
        for (distance, &id) in self.open.iter().rev().take(FARTHEST).enumerate() {
            let open = self.name(id);
            if open == name {
                self.close_down_to(depth - distance - 1);
                return;
            }
            let is_bound = if is_table {
                matches!(open, "table" | "template" | "html")
            } else if is_special {
                SCOPE.contains(&open)
            } else {
                SPECIAL.contains(&open)
            };
            if is_bound {
                break;
            }
        }
        if name == "p" {
            let at = 0;
            self.push(
                Rc::new(Tag {
                    name: "p".to_owned(),
                    ..Tag::default()
                }),
                at,
            );
            self.pop();
        }
    }

    /// Ends a formatting element; blocks inside it stay open without it (the adoption agency of section
    /// 13.2.6.4.7).
    fn end_formatting(&mut self, name: &str) {
        let Some(at) = self
            .formatting
            .iter()
            .rposition(|entry| entry.tag.name == name)
        else {
            return;
        };
        let entry = self.formatting.remove(at);
        let Some(id) = entry.open else { return };
        let nearby = self.open.iter().rev().take(FARTHEST);
        let Some(distance) = nearby.into_iter().position(|&open| open == id) else {
            return;
        };
        let depth = self.open.len();
        let inside: Vec<usize> = self.open.iter().skip(depth - distance).copied().collect();
        let carried: Vec<Rc<Tag>> = inside
            .iter()
            .skip_while(|&&id| !SPECIAL.contains(&self.name(id)))
            .filter(|&&id| !FORMATTING.contains(&self.name(id)))
            .filter_map(|&id| self.document.elements.get(id))
            .map(|element| Rc::clone(&element.tag))
            .collect();
        if carried.len() > MOST_CARRIED {
            return;
        }
        self.close_down_to(depth - distance - 1);
        for tag in carried {
            self.push(tag, 0);
        }
    }

    fn remember(&mut self, tag: Rc<Tag>) {
        let open = self.open.last().copied();
        self.formatting.push(Formatting { tag, open });
        // The oldest that is closed is forgotten first.
        let closed = self
            .formatting
            .iter()
            .filter(|entry| entry.open.is_none())
            .count();
        if closed > MOST_REOPENED
            && let Some(oldest) = self
                .formatting
                .iter()
                .position(|entry| entry.open.is_none())
        {
            self.formatting.remove(oldest);
        }
    }

    /// Opens the formatting elements again that a block closed without their end tag.
    fn reopen(&mut self, at: usize) {
        // Only the last few can be closed: closing goes from the inside out.
        let from = self
            .formatting
            .iter()
            .rposition(|entry| entry.open.is_some());
        let first = from.map_or(0, |open| open + 1);
        let first = first.max(self.formatting.len().saturating_sub(MOST_REOPENED));
        for index in first..self.formatting.len() {
            let Some(tag) = self
                .formatting
                .get(index)
                .map(|entry| Rc::clone(&entry.tag))
            else {
                return;
            };
            self.push(tag, at);
            let open = self.open.last().copied();
            if let Some(entry) = self.formatting.get_mut(index) {
                entry.open = open;
            }
        }
    }

    fn push(&mut self, tag: Rc<Tag>, at: usize) {
        let id = self.document.elements.len();
        let parent = self.open.last().copied();
        self.paragraphs += usize::from(tag.name == "p");
        let mut previous = None;
        if let Some(parent) = parent.and_then(|parent| self.document.elements.get_mut(parent)) {
            parent.is_filled = true;
            previous = parent.last_child.replace(id);
            parent.first_child.get_or_insert(id);
        }
        if let Some(previous) = previous.and_then(|before| self.document.elements.get_mut(before)) {
            previous.next = Some(id);
        }
        self.document.elements.push(Element {
            tag,
            parent,
            previous,
            next: None,
            first_child: None,
            last_child: None,
            is_filled: false,
            at,
        });
        self.open.push(id);
        self.document.events.push(Event::Open(id));
    }

    fn pop(&mut self) {
        let Some(id) = self.open.pop() else { return };
        self.document.events.push(Event::Close);
        self.paragraphs -= usize::from(self.name(id) == "p");
        if self
            .outer_formatting
            .last()
            .is_some_and(|(cell, _)| *cell == id)
        {
            self.formatting = self.outer_formatting.pop().unwrap_or_default().1;
        }
        if let Some(entry) = self
            .formatting
            .iter_mut()
            .rfind(|entry| entry.open == Some(id))
        {
            entry.open = None;
        }
    }

    fn close_down_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            self.pop();
        }
    }

    fn text(&mut self, text: &HtmlString, at: usize) {
        let text = text_of(text);
        match self.raw.as_deref() {
            Some("style") => {
                if let Some(sheet) = self.document.sheets.last_mut() {
                    sheet.css.push_str(&text);
                }
                return;
            }
            Some(_) => return,
            None => {}
        }
        let is_blank = text.trim_ascii().is_empty();
        if !is_blank {
            let is_head = self
                .open
                .iter()
                .rev()
                .take(4)
                .any(|&id| matches!(self.name(id), "title" | "noscript" | "template"));
            self.begin_document(if is_head { "title" } else { "" }, at);
            self.reopen(at);
            if let Some(parent) = self
                .open
                .last()
                .and_then(|&id| self.document.elements.get_mut(id))
            {
                parent.is_filled = true;
            }
        }
        self.document.events.push(Event::Text {
            text: text.into_owned(),
            at,
        });
    }

    fn comment(&mut self, comment: &Spanned<HtmlString>) {
        if self.raw.is_none() {
            self.document.events.push(Event::Comment {
                text: text_of(comment).into_owned(),
                at: comment.span.start,
            });
        }
    }

    fn finish(mut self) -> Document {
        self.close_down_to(0);
        self.document
    }
}
