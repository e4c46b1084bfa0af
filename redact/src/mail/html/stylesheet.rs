//! Which declarations hold for an element? The rules of the mail's style sheets, found by what their
//! selector ends with, and the cascade (CSS Cascade 4, section 6): importance, layers, specificity,
//! order, with the `style` attribute above them.
//!
//! What cannot be decided here is not applied: a rule under `@supports`, `@container` or `:lang()`. If
//! it could hide something, the elements it may hold for are marked, and their text is both shown and
//! reported.

use std::collections::HashMap;
use std::rc::Rc;

use cssparser::{
    AtRuleParser, CowRcStr, DeclarationParser, ParseError, Parser, ParserState,
    QualifiedRuleParser, RuleBodyItemParser, RuleBodyParser, StyleSheetParser,
};
use selectors::parser::{Selector, SelectorList, SelectorParseErrorKind};

use super::declaration::{self, Declaration, Name, PROPERTIES, Property};
use super::media;
use super::selector::{self, Budget, Key, Mail, Matcher};
use super::style;
use super::tree::{Document, Tag};

/// More text than the rules of any newsletter have.
const LONGEST: usize = 512 * 1024;
/// More rules than any newsletter has.
const MOST_RULES: usize = 20_000;
/// Rules within rules that are read.
const DEEPEST: usize = 6;

/// A selector and what it declares.
struct Rule {
    selector: Selector<Mail>,
    is_layered: bool,
    is_sure: bool,
    order: usize,
    declarations: Rc<[Declaration]>,
}

/// The rules of a mail.
#[derive(Default)]
pub(super) struct StyleSheet {
    rules: Vec<Rule>,
    by_id: HashMap<String, Vec<usize>>,
    by_class: HashMap<String, Vec<usize>>,
    by_name: HashMap<String, Vec<usize>>,
    for_any: Vec<usize>,
    orders: usize,
    length: usize,
    /// Whether rules were left out.
    pub(super) is_cut_short: bool,
}

/// What holds for one element.
pub(super) struct Declared {
    values: [Option<Rc<str>>; PROPERTIES],
    pub(super) custom: Vec<(Rc<str>, Rc<str>)>,
    /// Whether something that may hide the element was left open.
    pub(super) is_unsure: bool,
}

impl Default for Declared {
    fn default() -> Self {
        Self {
            values: [const { None }; PROPERTIES],
            custom: Vec::new(),
            is_unsure: false,
        }
    }
}

impl Declared {
    pub(super) fn get(&self, property: Property) -> Option<&str> {
        self.values.get(property as usize)?.as_deref()
    }

    fn set(&mut self, declaration: &Declaration) {
        match &declaration.name {
            Name::Known(property) => {
                if let Some(value) = self.values.get_mut(*property as usize) {
                    *value = Some(Rc::clone(&declaration.value));
                }
            }
            Name::Custom(name) => {
                self.custom
                    .push((Rc::clone(name), Rc::clone(&declaration.value)));
            }
        }
    }

    fn set_all(&mut self, declarations: &[Declaration], important: bool) {
        for declaration in declarations {
            if declaration.is_important == important {
                self.set(declaration);
            }
        }
    }
}

impl StyleSheet {
    /// Adds the rules of one `<style>` element.
    pub(super) fn add(&mut self, css: &str) {
        let left = LONGEST.saturating_sub(self.length);
        self.is_cut_short |= css.len() > left;
        let css = css.get(..css.floor_char_boundary(left)).unwrap_or_default();
        self.length += css.len();
        let mut input = Parser::new(css);
        let mut reader = RuleReader {
            sheet: self,
            parent: None,
            is_sure: true,
            is_layered: false,
            depth: 0,
            declarations: Vec::new(),
        };
        for _ in StyleSheetParser::new(&mut input, &mut reader) {}
    }

    fn keep(&mut self, selector: &Selector<Mail>, rule: &Rule) {
        if self.rules.len() >= MOST_RULES {
            self.is_cut_short = true;
            return;
        }
        let (is_sure, has_text) = selector::certainty(selector);
        if !has_text {
            return;
        }
        let at = self.rules.len();
        match selector::key(selector) {
            Key::Id(id) => self.by_id.entry(id).or_default().push(at),
            Key::Class(class) => self.by_class.entry(class).or_default().push(at),
            Key::Name(name) => self.by_name.entry(name).or_default().push(at),
            Key::Any => self.for_any.push(at),
        }
        self.rules.push(Rule {
            selector: selector.clone(),
            is_sure: is_sure && rule.is_sure,
            declarations: Rc::clone(&rule.declarations),
            ..*rule
        });
    }

    /// What holds for the element of this number. When the budget is used up, no rule does, and the
    /// element is marked.
    pub(super) fn declared(
        &self,
        matcher: &mut Matcher,
        document: &Document,
        id: usize,
        tag: &Tag,
        budget: &Budget,
    ) -> Declared {
        let inline = tag.attribute("style").map(attribute).unwrap_or_default();
        let mut declared = Declared::default();
        let mut rules: Vec<&Rule> = Vec::new();
        for at in self.candidates(tag) {
            let Some(rule) = self.rules.get(at) else {
                continue;
            };
            if !budget.take(1 + rule.declarations.len() / 8) {
                break;
            }
            if matcher.matches(&rule.selector, document, id, budget) {
                if rule.is_sure {
                    rules.push(rule);
                } else {
                    declared.is_unsure |= rule.declarations.iter().any(style::may_hide);
                }
            }
        }
        declared.is_unsure |= !self.rules.is_empty() && budget.is_used_up();
        let rank = |rule: &Rule| (rule.selector.specificity(), rule.order);
        rules.sort_by_key(|rule| (!rule.is_layered, rank(rule)));
        for rule in &rules {
            declared.set_all(&rule.declarations, false);
        }
        declared.set_all(&inline, false);
        // Among the important, layers come first.
        rules.sort_by_key(|rule| (rule.is_layered, rank(rule)));
        for rule in &rules {
            declared.set_all(&rule.declarations, true);
        }
        declared.set_all(&inline, true);
        declared
    }

    fn candidates<'s>(&'s self, tag: &Tag) -> Vec<usize> {
        /// More classes than any element of a mail has.
        const MOST_CLASSES: usize = 64;
        if self.rules.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<usize> = Vec::new();
        let mut add = |rules: Option<&'s Vec<usize>>| found.extend(rules.into_iter().flatten());
        if let Some(id) = tag.attribute("id") {
            add(self.by_id.get(&id.to_ascii_lowercase()));
        }
        let classes = tag.attribute("class").unwrap_or_default();
        let mut seen: Vec<String> = Vec::new();
        for class in classes.split_ascii_whitespace().take(MOST_CLASSES) {
            let class = class.to_ascii_lowercase();
            if !seen.contains(&class) {
                add(self.by_class.get(&class));
                seen.push(class);
            }
        }
        add(self.by_name.get(tag.name.as_str()));
        found.extend(&self.for_any);
        found
    }
}

/// The declarations of a `style` attribute.
pub(super) fn attribute(css: &str) -> Vec<Declaration> {
    let mut sheet = StyleSheet::default();
    let mut reader = RuleReader {
        sheet: &mut sheet,
        parent: None,
        is_sure: true,
        is_layered: false,
        depth: DEEPEST,
        declarations: Vec::new(),
    };
    let mut input = Parser::new(css);
    reader.body(&mut input);
    reader.declarations
}

/// Reads the body of a style sheet or of a rule.
struct RuleReader<'s> {
    sheet: &'s mut StyleSheet,
    /// The selectors of the rule around.
    parent: Option<SelectorList<Mail>>,
    is_sure: bool,
    is_layered: bool,
    depth: usize,
    declarations: Vec<Declaration>,
}

type Error = ParseError<SelectorParseErrorKind>;

impl RuleReader<'_> {
    fn inner(&mut self, parent: Option<SelectorList<Mail>>) -> RuleReader<'_> {
        RuleReader {
            parent,
            is_sure: self.is_sure,
            is_layered: self.is_layered,
            depth: self.depth + 1,
            declarations: Vec::new(),
            sheet: &mut *self.sheet,
        }
    }

    fn body(&mut self, input: &mut Parser<'_>) {
        for _ in RuleBodyParser::new(input, self) {}
    }

    /// Reads the body and keeps what it declares for the rule around.
    fn rule(&mut self, input: &mut Parser<'_>) {
        let order = self.sheet.orders;
        self.sheet.orders += 1;
        self.body(input);
        // Of each property, the last that holds: a rule costs the same however often it repeats one.
        let mut kept: Vec<Declaration> = Vec::new();
        for declaration in self.declarations.drain(..) {
            let is_same = |other: &Declaration| {
                other.name == declaration.name && other.is_important == declaration.is_important
            };
            if kept.len() >= 4 * PROPERTIES {
                self.sheet.is_cut_short = true;
                break;
            }
            kept.retain(|other| !is_same(other));
            kept.push(declaration);
        }
        let Some(parent) = self.parent.take().filter(|_| !kept.is_empty()) else {
            return;
        };
        let declarations: Rc<[Declaration]> = kept.into();
        for selector in parent.slice() {
            let rule = Rule {
                selector: selector.clone(),
                is_layered: self.is_layered,
                is_sure: self.is_sure,
                order,
                declarations: Rc::clone(&declarations),
            };
            self.sheet.keep(selector, &rule);
        }
    }
}

impl<'i> QualifiedRuleParser<'i> for RuleReader<'_> {
    type Prelude = SelectorList<Mail>;
    type QualifiedRule = ();
    type Error = SelectorParseErrorKind;

    fn parse_prelude(&mut self, input: &mut Parser<'i>) -> Result<SelectorList<Mail>, Error> {
        let list = selector::parse(input, self.parent.is_some())?;
        Ok(match &self.parent {
            Some(parent) => selector::nest(&list, parent),
            None => list,
        })
    }

    fn parse_block(
        &mut self,
        selectors: SelectorList<Mail>,
        _start: &ParserState,
        input: &mut Parser<'i>,
    ) -> Result<(), Error> {
        if self.depth >= DEEPEST {
            self.sheet.is_cut_short = true;
            return Ok(());
        }
        self.inner(Some(selectors)).rule(input);
        Ok(())
    }
}

/// What becomes of the block of an at-rule.
enum AtRule {
    Applied,
    /// Whether it holds is not known here.
    Unsure,
    Layer,
    Ignored,
}

impl<'i> AtRuleParser<'i> for RuleReader<'_> {
    type Prelude = AtRule;
    type AtRule = ();
    type Error = SelectorParseErrorKind;

    fn parse_prelude(
        &mut self,
        name: CowRcStr<'i>,
        input: &mut Parser<'i>,
    ) -> Result<AtRule, Error> {
        let rule = match selector::lower(&name).as_str() {
            "media" if media::holds(input) => AtRule::Applied,
            "supports" | "container" | "scope" | "starting-style" | "document"
            | "-moz-document" => AtRule::Unsure,
            "layer" => AtRule::Layer,
            _ => AtRule::Ignored,
        };
        while input.next().is_ok() {}
        Ok(rule)
    }

    fn rule_without_block(&mut self, _rule: AtRule, _start: &ParserState) -> Result<(), ()> {
        Ok(())
    }

    fn parse_block(
        &mut self,
        rule: AtRule,
        _start: &ParserState,
        input: &mut Parser<'i>,
    ) -> Result<(), Error> {
        if matches!(rule, AtRule::Ignored) {
            return Ok(());
        }
        if self.depth >= DEEPEST {
            self.sheet.is_cut_short = true;
            return Ok(());
        }
        let parent = self.parent.clone();
        let mut inner = self.inner(parent);
        inner.is_sure &= !matches!(rule, AtRule::Unsure);
        inner.is_layered |= matches!(rule, AtRule::Layer);
        inner.rule(input);
        Ok(())
    }
}

impl<'i> DeclarationParser<'i> for RuleReader<'_> {
    type Declaration = ();
    type Error = SelectorParseErrorKind;

    fn parse_value(
        &mut self,
        name: CowRcStr<'i>,
        input: &mut Parser<'i>,
        _start: &ParserState,
    ) -> Result<(), Error> {
        let read = declaration::read(&name, input);
        self.declarations.extend(read);
        Ok(())
    }
}

impl RuleBodyItemParser<'_, (), SelectorParseErrorKind> for RuleReader<'_> {
    fn parse_declarations(&self) -> bool {
        // In the attribute, and in rules.
        self.parent.is_some() || self.depth == DEEPEST
    }

    fn parse_qualified(&self) -> bool {
        true
    }
}
