//! Does a selector match an element? The grammar and the matching are those of the crate `selectors`;
//! this says to it what an element of mail is.
//!
//! Matching walks through the tree. Every step is counted, and when the steps that a mail may cost are
//! used up, nothing matches any more, which the caller learns.

use std::cell::Cell;
use std::fmt;

use cssparser::{CowRcStr, ParseError, Parser as CssParser, ToCss};
use precomputed_hash::PrecomputedHash;
use selectors::attr::{AttrSelectorOperation, CaseSensitivity, NamespaceConstraint};
use selectors::bloom::BloomFilter;
use selectors::context::{
    MatchingContext, MatchingForInvalidation, MatchingMode, NeedsSelectorFlags, QuirksMode,
    SelectorCaches,
};
use selectors::matching::{ElementSelectorFlags, matches_selector};
use selectors::parser::{
    Component, NonTSPseudoClass, PseudoElement, Selector, SelectorList, SelectorParseErrorKind,
};
use selectors::{OpaqueElement, parser};

use super::tree::{Document, Element};

/// The selectors of mail.
#[derive(Clone, Debug)]
pub(super) struct Mail;

/// A word of a selector.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Word(String);

impl AsRef<str> for Word {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Word {
    fn from(word: &str) -> Self {
        Self(word.to_owned())
    }
}

impl ToCss for Word {
    fn to_css<W: fmt::Write>(&self, destination: &mut W) -> fmt::Result {
        cssparser::serialize_identifier(&self.0, destination)
    }
}

impl PrecomputedHash for Word {
    fn precomputed_hash(&self) -> u32 {
        // FNV-1a, offset basis and prime for 32 bits.
        self.0.bytes().fold(0x811C_9DC5, |hash: u32, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        })
    }
}

/// Pseudo-classes that are no matter of the tree alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PseudoClass {
    Link,
    Checked,
    Disabled,
    Enabled,
    Open,
    /// What a reader has to do something for: `:hover`, `:focus`.
    Never,
    /// What depends on more than is known here: `:lang(ja)`.
    Perhaps,
}

/// Pseudo-elements hold no text of the document, or only a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// `::first-line`, `::first-letter`.
    First,
    Other,
}

impl ToCss for PseudoClass {
    fn to_css<W: fmt::Write>(&self, destination: &mut W) -> fmt::Result {
        write!(destination, ":{self:?}")
    }
}

impl ToCss for Part {
    fn to_css<W: fmt::Write>(&self, destination: &mut W) -> fmt::Result {
        write!(destination, "::{self:?}")
    }
}

impl NonTSPseudoClass for PseudoClass {
    fn is_active_or_hover(&self) -> bool {
        *self == Self::Never
    }

    fn is_user_action_state(&self) -> bool {
        *self == Self::Never
    }
}

impl PseudoElement for Part {}

impl parser::SelectorImpl for Mail {
    type ExtraMatchingData<'a> = ();
    type AttrValue = Word;
    type Identifier = Word;
    type LocalName = Word;
    type NamespaceUrl = Word;
    type NamespacePrefix = Word;
    type BorrowedNamespaceUrl = Word;
    type BorrowedLocalName = Word;
    type NonTSPseudoClass = PseudoClass;
    type PseudoElement = Part;
}

/// Reads selectors.
pub(super) struct Reader;

impl<'i> parser::Parser<'i> for Reader {
    type Impl = Mail;
    type Error = SelectorParseErrorKind;

    fn parse_nth_child_of(&self) -> bool {
        true
    }

    fn parse_is_and_where(&self) -> bool {
        true
    }

    fn parse_has(&self) -> bool {
        true
    }

    fn parse_parent_selector(&self) -> bool {
        true
    }

    fn parse_non_ts_pseudo_class(
        &self,
        name: &str,
    ) -> Result<PseudoClass, ParseError<Self::Error>> {
        Ok(match name.to_ascii_lowercase().as_str() {
            "link" | "any-link" => PseudoClass::Link,
            "checked" => PseudoClass::Checked,
            "disabled" => PseudoClass::Disabled,
            "enabled" => PseudoClass::Enabled,
            "open" => PseudoClass::Open,
            "visited" | "hover" | "active" | "focus" | "focus-within" | "focus-visible"
            | "target" | "fullscreen" | "playing" | "modal" => PseudoClass::Never,
            "defined" | "read-only" | "read-write" | "optional" | "required" | "valid"
            | "invalid" | "default" | "indeterminate" | "placeholder-shown" | "in-range"
            | "out-of-range" | "autofill" => PseudoClass::Perhaps,
            _ => {
                return Err(ParseError::custom(
                    SelectorParseErrorKind::UnsupportedPseudoClassOrElement,
                ));
            }
        })
    }

    fn parse_non_ts_functional_pseudo_class(
        &self,
        name: &str,
        input: &mut CssParser<'i>,
        _after_part: bool,
    ) -> Result<PseudoClass, ParseError<Self::Error>> {
        if !["lang", "dir", "state"]
            .iter()
            .any(|known| name.eq_ignore_ascii_case(known))
        {
            return Err(ParseError::custom(
                SelectorParseErrorKind::UnsupportedPseudoClassOrElement,
            ));
        }
        while input.next().is_ok() {}
        Ok(PseudoClass::Perhaps)
    }

    fn parse_pseudo_element(&self, name: &str) -> Result<Part, ParseError<Self::Error>> {
        let is_first = ["first-line", "first-letter"]
            .iter()
            .any(|part| name.eq_ignore_ascii_case(part));
        Ok(if is_first { Part::First } else { Part::Other })
    }
}

/// What a rule is found by: what its rightmost compound asks for.
pub(super) enum Key {
    Id(String),
    Class(String),
    Name(String),
    Any,
}

/// The key of a selector.
pub(super) fn key(selector: &Selector<Mail>) -> Key {
    let mut key = Key::Any;
    for component in selector.iter() {
        match component {
            Component::ID(id) => return Key::Id(id.as_ref().to_ascii_lowercase()),
            Component::Class(class) => key = Key::Class(class.as_ref().to_ascii_lowercase()),
            Component::LocalName(name) if !matches!(key, Key::Class(_)) => {
                key = Key::Name(name.lower_name.as_ref().to_owned());
            }
            _ => {}
        }
    }
    key
}

/// Whether a part of the selector asks for what is not known here, and whether it names a part of an
/// element that holds no text.
pub(super) fn certainty(selector: &Selector<Mail>) -> (bool, bool) {
    let mut is_sure = true;
    let mut has_text = true;
    for component in selector.iter_raw_match_order() {
        match component {
            Component::NonTSPseudoClass(PseudoClass::Perhaps)
            | Component::PseudoElement(Part::First) => is_sure = false,
            Component::PseudoElement(Part::Other) => has_text = false,
            _ => {}
        }
    }
    (is_sure, has_text)
}

/// The steps that are left.
#[derive(Default)]
pub(super) struct Budget(Cell<usize>);

impl Budget {
    pub(super) fn new(steps: usize) -> Self {
        Self(Cell::new(steps))
    }

    /// Takes some steps; `false` when there are none left.
    pub(super) fn take(&self, steps: usize) -> bool {
        let left = self.0.get();
        self.0.set(left.saturating_sub(steps));
        left > steps
    }

    pub(super) fn is_used_up(&self) -> bool {
        self.0.get() == 0
    }
}

/// Matches selectors against the elements of one document.
#[derive(Default)]
pub(super) struct Matcher {
    caches: SelectorCaches,
}

impl Matcher {
    /// Whether the selector matches the element of this number.
    pub(super) fn matches(
        &mut self,
        selector: &Selector<Mail>,
        document: &Document,
        id: usize,
        budget: &Budget,
    ) -> bool {
        let mode = if selector.has_pseudo_element() {
            MatchingMode::ForStatelessPseudoElement
        } else {
            MatchingMode::Normal
        };
        // Mail programs read mail in quirks mode more often than not: classes have no case.
        let mut context = MatchingContext::new(
            mode,
            None,
            &mut self.caches,
            QuirksMode::Quirks,
            NeedsSelectorFlags::No,
            MatchingForInvalidation::No,
        );
        let element = Node {
            document,
            id,
            budget,
        };
        matches_selector(selector, 0, None, element, &mut context)
    }
}

/// Replaces `&` by the selectors of the rule around.
pub(super) fn nest(list: &SelectorList<Mail>, parent: &SelectorList<Mail>) -> SelectorList<Mail> {
    list.replace_parent_selector(parent)
}

/// An element of a document.
#[derive(Clone, Copy)]
struct Node<'d> {
    document: &'d Document,
    id: usize,
    budget: &'d Budget,
}

/// Prints no text.
impl fmt::Debug for Node<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Node").field(&self.id).finish()
    }
}

impl<'d> Node<'d> {
    fn element(&self) -> Option<&'d Element> {
        self.document.elements.get(self.id)
    }

    fn attribute(&self, name: &str) -> Option<&'d str> {
        self.element()?.tag.attribute(name)
    }

    fn go(&self, to: impl Fn(&Element) -> Option<usize>) -> Option<Self> {
        if !self.budget.take(1) {
            return None;
        }
        let id = to(self.element()?)?;
        Some(Self { id, ..*self })
    }

    fn is_named(&self, names: &[&str]) -> bool {
        self.element()
            .is_some_and(|element| names.contains(&element.tag.name.as_str()))
    }
}

impl selectors::Element for Node<'_> {
    type Impl = Mail;

    fn opaque(&self) -> OpaqueElement {
        match self.element() {
            Some(element) => OpaqueElement::new(element),
            None => OpaqueElement::new(self.document),
        }
    }

    fn parent_element(&self) -> Option<Self> {
        self.go(|element| element.parent)
    }

    fn parent_node_is_shadow_root(&self) -> bool {
        false
    }

    fn containing_shadow_host(&self) -> Option<Self> {
        None
    }

    fn is_pseudo_element(&self) -> bool {
        false
    }

    fn prev_sibling_element(&self) -> Option<Self> {
        self.go(|element| element.previous)
    }

    fn next_sibling_element(&self) -> Option<Self> {
        self.go(|element| element.next)
    }

    fn first_element_child(&self) -> Option<Self> {
        self.go(|element| element.first_child)
    }

    fn is_html_element_in_html_document(&self) -> bool {
        true
    }

    fn has_local_name(&self, name: &Word) -> bool {
        self.budget.take(1)
            && self
                .element()
                .is_some_and(|element| element.tag.name == name.0)
    }

    fn has_namespace(&self, _namespace: &Word) -> bool {
        true
    }

    fn is_same_type(&self, other: &Self) -> bool {
        let name = |node: &Self| node.element().map(|element| element.tag.name.as_str());
        name(self) == name(other)
    }

    fn attr_matches(
        &self,
        _namespace: &NamespaceConstraint<&Word>,
        name: &Word,
        operation: &AttrSelectorOperation<&Word>,
    ) -> bool {
        /// Bytes of a value that cost as much as a step.
        const BYTES: usize = 32;
        let Some(value) = self.attribute(&name.0) else {
            return false;
        };
        self.budget.take(1 + value.len() / BYTES) && operation.eval_str(value)
    }

    fn match_non_ts_pseudo_class(
        &self,
        class: &PseudoClass,
        _context: &mut MatchingContext<'_, Mail>,
    ) -> bool {
        let has = |name| self.attribute(name).is_some();
        match class {
            PseudoClass::Link => self.is_link(),
            PseudoClass::Checked => has("checked") || has("selected"),
            PseudoClass::Disabled => has("disabled"),
            PseudoClass::Enabled => {
                self.is_named(&["button", "input", "select", "textarea"]) && !has("disabled")
            }
            PseudoClass::Open => has("open"),
            PseudoClass::Never => false,
            PseudoClass::Perhaps => true,
        }
    }

    fn match_pseudo_element(&self, _part: &Part, _context: &mut MatchingContext<'_, Mail>) -> bool {
        true
    }

    fn apply_selector_flags(&self, _flags: ElementSelectorFlags) {}

    fn is_link(&self) -> bool {
        self.is_named(&["a", "area"]) && self.attribute("href").is_some()
    }

    fn is_html_slot_element(&self) -> bool {
        false
    }

    fn has_id(&self, id: &Word, case: CaseSensitivity) -> bool {
        self.budget.take(1)
            && self
                .attribute("id")
                .is_some_and(|own| case.eq(own.as_bytes(), id.0.as_bytes()))
    }

    fn has_class(&self, name: &Word, case: CaseSensitivity) -> bool {
        /// Bytes of the attribute that cost as much as a step.
        const BYTES: usize = 32;
        let Some(classes) = self.attribute("class") else {
            return false;
        };
        self.budget.take(1 + classes.len() / BYTES)
            && classes
                .split_ascii_whitespace()
                .any(|own| case.eq(own.as_bytes(), name.0.as_bytes()))
    }

    fn has_custom_state(&self, _name: &Word) -> bool {
        false
    }

    fn imported_part(&self, _name: &Word) -> Option<Word> {
        None
    }

    fn is_part(&self, _name: &Word) -> bool {
        false
    }

    fn is_empty(&self) -> bool {
        self.element().is_some_and(|element| !element.is_filled)
    }

    fn is_root(&self) -> bool {
        self.id == 0
    }

    fn add_element_unique_hashes(&self, _filter: &mut BloomFilter) -> bool {
        false
    }
}

/// Reads a list of selectors; those of a nested rule stand under its parent's.
pub(super) fn parse(
    input: &mut CssParser<'_>,
    is_nested: bool,
) -> Result<SelectorList<Mail>, ParseError<SelectorParseErrorKind>> {
    let relative = if is_nested {
        parser::ParseRelative::ForNesting
    } else {
        parser::ParseRelative::No
    };
    SelectorList::parse(&Reader, input, relative)
}

/// A name as the tokenizer hands it out.
pub(super) fn lower(name: &CowRcStr<'_>) -> String {
    name.to_ascii_lowercase()
}
