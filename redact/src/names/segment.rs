//! Which words a stretch of kanji is made of.
//!
//! A dictionary alone takes 山口 in 山口県 and 守 in 守衛 for names. So a stretch that may hold a name is
//! cut into words as a morphological analyser would do it: every dictionary word at every place is an
//! edge, every edge has its cost, every pair of neighbours has one too (both are SudachiDict's), and
//! the cheapest way through wins (Viterbi). What stands beside names (titles, honorifics) and what the
//! text around says makes names cheaper.
//!
//! Only kanji are cut, never whole sentences: what stands beside the stretch comes in as the cost of
//! a context. That is what makes this affordable.

use super::format::{Context, Kind, affix, kana};
use super::model::Model;
use super::page::{Page, Script};

/// A stretch is cut into pieces of this many characters, so that its cost stays linear.
pub(super) const LONGEST_STRETCH: usize = 48;
/// No word of the dictionary is longer.
const LONGEST_WORD: usize = 8;

/// Kanji that given names of kana and kanji end in (ゑい子, トメ代).
const GIVEN_ENDINGS: &str = "子美代江枝恵香奈菜音実花乃加佳織里穂葉雄夫男郎吉一之介助太治司";

/// What a piece of a stretch is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Surname,
    Given,
    Person,
    Place,
    Proper,
    Word,
    Suffix,
    Prefix,
    Number,
    Stem,
    Honorific,
    Title,
    Unknown,
    Space,
    /// A space behind a family name.
    NameSpace,
}

impl Label {
    pub(super) fn is_person(self) -> bool {
        matches!(self, Self::Surname | Self::Given | Self::Person)
    }

    fn of(kind: Kind) -> Self {
        match kind {
            Kind::Surname => Self::Surname,
            Kind::Given => Self::Given,
            Kind::Person => Self::Person,
            Kind::Place => Self::Place,
            Kind::Proper => Self::Proper,
            Kind::Word => Self::Word,
            Kind::Suffix => Self::Suffix,
            Kind::Prefix => Self::Prefix,
            Kind::Number => Self::Number,
            Kind::Stem => Self::Stem,
        }
    }
}

/// A piece of a stretch.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) label: Label,
    /// [`affix`] bits of the piece.
    pub(super) affixes: u32,
}

/// How much cheaper names are made, in the dictionary's unit of cost.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Bonus {
    /// Every name.
    pub(super) everywhere: i32,
    /// A name that begins where the stretch begins.
    pub(super) at_start: i32,
    /// A name that ends where the stretch ends.
    pub(super) at_end: i32,
    /// A piece that the document is known to use as a name.
    pub(super) known: i32,
    /// Whether the stretch ends in a name for sure, known or not.
    pub(super) ends_in_name: bool,
}

/// What the text before and behind a pair of pieces is worth.
mod weight {
    /// 様 behind a name.
    pub(super) const NAME_HONORIFIC: i32 = -6_000;
    /// 部長 behind a name.
    pub(super) const NAME_TITLE: i32 = -3_500;
    /// 部長 before a family name.
    pub(super) const TITLE_NAME: i32 = -1_500;
    /// Family name, space, given name.
    pub(super) const NAME_SPACE_NAME: i32 = -5_000;
    /// An unknown piece before an honorific.
    pub(super) const UNKNOWN_HONORIFIC: i32 = -2_000;
    /// A name before hiragana that are no particle.
    pub(super) const NO_PARTICLE: i32 = 5_000;
    /// A word that stands beside names (部長, 事務) is seldom one.
    pub(super) const MARK_AS_NAME: i32 = 3_500;
    /// A word that goes on in kana takes the next word with it.
    pub(super) const STEM: i32 = -2_500;
    pub(super) const HONORIFIC: i32 = 6_500;
    pub(super) const UNKNOWN: i32 = 13_000;
    pub(super) const UNKNOWN_MORE: i32 = 3_500;
    pub(super) const OTHER: i32 = 2_000;
    /// A given name that the dictionary does not know, behind a family name and a space.
    pub(super) const GIVEN_UNKNOWN: i32 = 10_000;
    /// The same of a word that the dictionary knows as something.
    pub(super) const GIVEN_BY_PLACE: i32 = 12_500;
    pub(super) const KANA_NAME: i32 = 9_500;
    pub(super) const KANA_UNKNOWN: i32 = 14_000;
}

#[derive(Clone, Copy)]
struct Edge {
    token: Token,
    class: u8,
    total: i32,
    back: u32,
    /// The next edge that ends where this one ends.
    sibling: u32,
}

const NONE: u32 = u32::MAX;

/// The lattice, kept between stretches for its memory.
#[derive(Default)]
pub(super) struct Segmenter {
    edges: Vec<Edge>,
    /// The last edge that ends at each place of the stretch.
    ends: Vec<u32>,
    path: Vec<Token>,
}

impl Segmenter {
    /// Cuts the stretch from `start` to `end` of `page`. `is_known` says whether a piece is known to be
    /// a name in this document.
    pub(super) fn cut(
        &mut self,
        model: &Model,
        page: &Page<'_>,
        start: usize,
        end: usize,
        bonus: Bonus,
        is_known: &dyn Fn(usize, usize) -> bool,
    ) -> &[Token] {
        self.edges.clear();
        self.ends.clear();
        self.ends.resize(end - start + LONGEST_WORD + 1, NONE);
        let mut lattice = Lattice {
            segmenter: self,
            model,
            page,
            start,
            end,
            bonus,
            is_known,
        };
        for at in start..end {
            if at == start || lattice.last_edge(at) != NONE {
                lattice.expand(at);
            }
        }
        let best = lattice.best_end();
        self.trace(best);
        &self.path
    }

    fn trace(&mut self, best: u32) {
        self.path.clear();
        let mut at = best;
        while let Some(edge) = self.edges.get(at as usize) {
            self.path.push(edge.token);
            at = edge.back;
        }
        self.path.reverse();
    }
}

struct Lattice<'a> {
    segmenter: &'a mut Segmenter,
    model: &'a Model,
    page: &'a Page<'a>,
    start: usize,
    end: usize,
    bonus: Bonus,
    is_known: &'a dyn Fn(usize, usize) -> bool,
}

impl Lattice<'_> {
    fn last_edge(&self, at: usize) -> u32 {
        self.segmenter
            .ends
            .get(at - self.start)
            .copied()
            .unwrap_or(NONE)
    }

    /// Adds every edge that begins at `at`.
    fn expand(&mut self, at: usize) {
        match self.page.script(at) {
            Script::Space => {
                let end = self.page.run_end(at, Script::Space);
                self.add_space(at, end);
                return;
            }
            Script::Hiragana | Script::Katakana if self.page.script_before(at) == Script::Space => {
                self.add_kana(at);
                return;
            }
            _ => {}
        }
        let model = self.model;
        let mut word = Some(model.words.start());
        let mut mark = Some(model.affixes.start());
        let mut found_word = false;
        for next in at..self.page.len().min(at + LONGEST_WORD) {
            let Some(character) = self.page.char(next) else {
                break;
            };
            word = word.and_then(|state| model.words.step(state, character));
            mark = mark.and_then(|state| model.affixes.step(state, character));
            if word.is_none() && mark.is_none() {
                break;
            }
            let end = next + 1;
            let affixes = mark
                .and_then(|state| model.affixes.value(state))
                .unwrap_or_default();
            let profile = word.and_then(|state| model.words.value(state));
            if profile.is_none() && affixes == 0 {
                continue;
            }
            // Behind the stretch stand kana; only a word that begins in kanji may reach into them.
            if end > self.end && profile.is_none() {
                continue;
            }
            found_word = true;
            let token = Token {
                start: at,
                end,
                label: Label::Word,
                affixes,
            };
            self.add_senses(token, profile.map_or(&[], |profile| model.senses(profile)));
        }
        self.add_expected_names(at);
        let longest_unknown = if found_word { 1 } else { 3 };
        for length in 1..=longest_unknown {
            let end = at + length;
            if end > self.end || self.page.script(end - 1) == Script::Space {
                break;
            }
            let cost = weight::UNKNOWN
                + weight::UNKNOWN_MORE * i32::try_from(length - 1).unwrap_or_default();
            let token = Token {
                start: at,
                end,
                label: Label::Unknown,
                affixes: 0,
            };
            self.add(token, self.model.class_of(Kind::Word), cost);
        }
    }

    fn add_senses(&mut self, token: Token, senses: &[super::model::Sense]) {
        let affixes = token.affixes;
        let mut cheapest = None;
        for sense in senses {
            let label = Label::of(sense.kind);
            let mut cost = sense.cost;
            let marks = affix::TITLE
                | affix::ROLE
                | affix::LABEL
                | affix::OTHER
                | affix::ORGANISATION
                | affix::WEAK_HONORIFIC;
            if label.is_person() && affixes & marks != 0 {
                cost += weight::MARK_AS_NAME;
            }
            // 翔くん: what speaks for a name behind the stretch is no ending of a verb.
            if label == Label::Stem && token.end > self.end && self.bonus.at_end >= 5_000 {
                continue;
            }
            if label == Label::Stem {
                cost += weight::STEM;
            }
            if label.is_person() && self.bonus.known > 0 && (self.is_known)(token.start, token.end)
            {
                let is_short = token.end - token.start == 1;
                cost -= if is_short {
                    self.bonus.known / 2
                } else {
                    self.bonus.known
                };
            }
            if cheapest.is_none_or(|(known, _)| sense.cost < known) && !label.is_person() {
                cheapest = Some((sense.cost, sense.class));
            }
            self.add(Token { label, ..token }, sense.class, cost);
        }
        if affixes & affix::OTHER != 0 {
            let class = cheapest.map_or(self.model.class_of(Kind::Word), |(_, class)| class);
            let label = Label::Word;
            self.add(Token { label, ..token }, class, weight::OTHER);
        }
        let label = if affixes & affix::HONORIFIC != 0 {
            Label::Honorific
        } else if affixes & affix::TITLE != 0 {
            Label::Title
        } else {
            if senses.is_empty() && affixes & affix::OTHER == 0 {
                let class = self.model.class_of(Kind::Word);
                self.add(
                    Token {
                        label: Label::Word,
                        ..token
                    },
                    class,
                    2 * weight::HONORIFIC / 2,
                );
            }
            return;
        };
        let (cost, class) =
            cheapest.unwrap_or((weight::HONORIFIC, self.model.class_of(Kind::Suffix)));
        self.add(
            Token { label, ..token },
            class,
            cost.min(weight::HONORIFIC + 1_500),
        );
    }

    fn add_space(&mut self, at: usize, end: usize) {
        let mut best: [Option<(i32, u32, u8)>; 2] = [None, None];
        let mut index = self.last_edge(at);
        while let Some(edge) = self.segmenter.edges.get(index as usize) {
            let total = edge.total + self.model.before(Context::EDGE, edge.class);
            let is_name = edge.token.label == Label::Surname;
            for (slot, wanted) in best.iter_mut().zip([true, is_name]) {
                if wanted && slot.is_none_or(|(known, ..)| total < known) {
                    *slot = Some((total, index, edge.class));
                }
            }
            index = edge.sibling;
        }
        for (found, label) in best.into_iter().zip([Label::Space, Label::NameSpace]) {
            if let Some((total, back, class)) = found {
                let token = Token {
                    start: at,
                    end,
                    label,
                    affixes: 0,
                };
                self.push(Edge {
                    token,
                    class,
                    total,
                    back,
                    sibling: NONE,
                });
            }
        }
    }

    /// Adds names that no dictionary need know: their place or the document says what they are.
    fn add_expected_names(&mut self, at: usize) {
        if self.page.script_before(at) == Script::Space {
            self.add_unknown_given(at);
        }
        if self.bonus.known > 0 {
            for end in at + 1..=(at + 5).min(self.end) {
                if (self.is_known)(at, end) {
                    let token = Token {
                        start: at,
                        end,
                        label: Label::Person,
                        affixes: 0,
                    };
                    let discount = if end - at == 1 {
                        self.bonus.known / 2
                    } else {
                        self.bonus.known
                    };
                    self.add(
                        token,
                        self.model.class_of(Kind::Surname),
                        weight::GIVEN_UNKNOWN - discount,
                    );
                }
            }
        }
        let is_bounded = at == self.start || self.page.script_before(at) == Script::Space;
        if self.bonus.ends_in_name
            && is_bounded
            && self.end - at <= 4
            && !self.is_marked(at, self.end)
        {
            let token = Token {
                start: at,
                end: self.end,
                label: Label::Surname,
                affixes: 0,
            };
            self.add(
                token,
                self.model.class_of(Kind::Surname),
                weight::GIVEN_UNKNOWN,
            );
        }
    }

    /// What stands between a family name with its space and the end is a given name, known or not.
    fn add_unknown_given(&mut self, at: usize) {
        let has_family = {
            let mut index = self.last_edge(at);
            let mut found = false;
            while let Some(edge) = self.segmenter.edges.get(index as usize) {
                found |= edge.token.label == Label::NameSpace;
                index = edge.sibling;
            }
            found
        };
        if !has_family {
            return;
        }
        let is_backed = self.bonus.at_start > 0 || self.bonus.at_end > 0;
        for end in at + 1..=(at + 3).min(self.end) {
            if self.page.script(end - 1) == Script::Space {
                return;
            }
            if self.is_marked(at, end) {
                continue;
            }
            let rest = self.page.slice(end, (end + 4).min(self.page.len()));
            let is_ended = end == self.end
                || self.page.script(end) == Script::Space
                || self
                    .model
                    .affixes
                    .longest_prefix(rest)
                    .is_some_and(|(_, bits)| bits & (affix::HONORIFIC | affix::TITLE) != 0);
            let is_word = self.model.words.get(self.page.slice(at, end)).is_some();
            let is_marked = end < self.end && self.page.script(end) != Script::Space;
            if is_ended && (!is_word || is_backed || is_marked) {
                let cost = if is_word {
                    weight::GIVEN_BY_PLACE
                } else {
                    weight::GIVEN_UNKNOWN
                };
                let token = Token {
                    start: at,
                    end,
                    label: Label::Given,
                    affixes: 0,
                };
                self.add_after_family(token, cost);
            }
        }
    }

    /// Whether a piece is, or ends in, a word that stands beside names.
    fn is_marked(&self, start: usize, end: usize) -> bool {
        let marks = affix::HONORIFIC | affix::TITLE | affix::OTHER | affix::COMPANY | affix::LABEL;
        let bits = |from: usize| self.model.affix_bits(self.page.slice(from, end));
        bits(start) & (marks | affix::ROLE | affix::ORGANISATION) != 0
            || (start + 1..end).any(|from| bits(from) & (affix::HONORIFIC | affix::TITLE) != 0)
    }

    /// Adds a given name that is one only because a family name and a space stand before it.
    fn add_after_family(&mut self, token: Token, cost: i32) {
        let class = self.model.class_of(Kind::Given);
        let mut best: Option<(i32, u32)> = None;
        let mut index = self.last_edge(token.start);
        while let Some(edge) = self.segmenter.edges.get(index as usize) {
            if edge.token.label == Label::NameSpace {
                let total = edge.total + self.pair(edge, token.label, class);
                if best.is_none_or(|(known, _)| total < known) {
                    best = Some((total, index));
                }
            }
            index = edge.sibling;
        }
        let Some((total, back)) = best else { return };
        let mut cost = cost - self.bonus.everywhere;
        if token.end == self.end {
            cost -= self.bonus.at_end;
        }
        self.push(Edge {
            token,
            class,
            total: total + cost,
            back,
            sibling: NONE,
        });
    }

    /// A word in kana behind a space: a given name, or anything.
    fn add_kana(&mut self, at: usize) {
        // ゑい子, トメ子
        let end = self.page.run_end(at, self.page.script(at)).min(self.end);
        if end < self.end && self.page.script(end) == Script::Kanji {
            let cut = end + 1;
            let is_ending = self
                .page
                .char(end)
                .is_some_and(|last| GIVEN_ENDINGS.contains(last));
            if is_ending && end - at <= 2 {
                let token = Token {
                    start: at,
                    end: cut,
                    label: Label::Given,
                    affixes: 0,
                };
                self.add_after_family(token, weight::GIVEN_UNKNOWN);
            }
        }
        let text = self.page.slice(at, end);
        let bits = self.model.kana_bits(text);
        let is_name = bits & (kana::GIVEN | kana::HIRAGANA_NAME) != 0;
        let token = Token {
            start: at,
            end,
            label: Label::Unknown,
            affixes: 0,
        };
        if is_name {
            let class = self.model.class_of(Kind::Given);
            let label = Label::Given;
            self.add(Token { label, ..token }, class, weight::KANA_NAME);
        }
        let is_word = bits & (kana::HIRAGANA_WORD | kana::KATAKANA_WORD) != 0;
        let cost = if is_word { 5_000 } else { weight::KANA_UNKNOWN };
        self.add(token, self.model.class_of(Kind::Word), cost);
    }

    /// Adds an edge behind the best edge before it.
    fn add(&mut self, token: Token, class: u8, cost: i32) {
        let mut cost = cost;
        if token.label.is_person() {
            cost -= self.bonus.everywhere;
            if token.start == self.start {
                cost -= self.bonus.at_start;
            }
            if token.end == self.end {
                cost -= self.bonus.at_end;
            }
        }
        if token.start == self.start {
            let context = Context::of(self.page.char_before(self.start));
            let total = cost + self.model.behind(context, class);
            self.push(Edge {
                token,
                class,
                total,
                back: NONE,
                sibling: NONE,
            });
            return;
        }
        let mut best: Option<(i32, u32)> = None;
        let mut index = self.last_edge(token.start);
        while let Some(edge) = self.segmenter.edges.get(index as usize) {
            let total = edge.total + self.pair(edge, token.label, class);
            if best.is_none_or(|(known, _)| total < known) {
                best = Some((total, index));
            }
            index = edge.sibling;
        }
        if let Some((total, back)) = best {
            self.push(Edge {
                token,
                class,
                total: total + cost,
                back,
                sibling: NONE,
            });
        }
    }

    /// What it costs that a piece of `label` follows `previous`.
    #[inline]
    fn pair(&self, previous: &Edge, label: Label, class: u8) -> i32 {
        let before = previous.token.label;
        match (before, label) {
            (Label::NameSpace, Label::Given) => {
                self.model.behind(Context::EDGE, class) + weight::NAME_SPACE_NAME
            }
            (Label::Space | Label::NameSpace, _) => self.model.behind(Context::EDGE, class),
            _ => {
                let cost = self.model.follows(previous.class, class);
                cost + match (before.is_person(), label) {
                    (true, Label::Honorific) => weight::NAME_HONORIFIC,
                    (true, Label::Title) => weight::NAME_TITLE,
                    (_, Label::Surname) if before == Label::Title => weight::TITLE_NAME,
                    (_, Label::Honorific) if before == Label::Unknown => weight::UNKNOWN_HONORIFIC,
                    _ => 0,
                }
            }
        }
    }

    fn push(&mut self, mut edge: Edge) {
        let place = edge.token.end - self.start;
        let Some(head) = self.segmenter.ends.get_mut(place) else {
            return;
        };
        edge.sibling = *head;
        *head = u32::try_from(self.segmenter.edges.len()).unwrap_or(NONE);
        self.segmenter.edges.push(edge);
    }

    /// Whether the hiragana at `at`, if there are any, can stand behind a name: particles, the copula
    /// and honorifics can, the endings of verbs (実行される) cannot.
    fn may_follow_name(&self, at: usize) -> bool {
        if self.page.script(at) != Script::Hiragana {
            return true;
        }
        let second = self.page.char(at + 1);
        let is_one_of = |all: &str| second.is_some_and(|second| all.contains(second));
        match self.page.char(at) {
            Some('は' | 'が' | 'を' | 'に' | 'の' | 'と' | 'も' | 'で' | 'へ' | 'や' | 'か') => {
                true
            }
            Some('よ' | 'だ' | 'ら' | 'ね') => true,
            Some('さ') => is_one_of("んまえ"),
            Some('く' | 'せ') => is_one_of("ん"),
            Some('ち') => is_one_of("ゃ"),
            Some('た') => is_one_of("ち"),
            Some('な') => is_one_of("どらの"),
            Some('ま') => is_one_of("でた"),
            Some('し') => is_one_of("か"),
            Some('っ') => is_one_of("てぽ"),
            Some('こ' | 'あ') => is_one_of("とてそ"),
            _ => false,
        }
    }

    /// The cheapest edge that ends at the end of the stretch or behind it.
    fn best_end(&self) -> u32 {
        let mut best: Option<(i32, u32)> = None;
        for end in self.end..=self.end + LONGEST_WORD {
            let mut index = self.last_edge(end);
            if index == NONE {
                continue;
            }
            let context = Context::of(self.page.char(end));
            while let Some(edge) = self.segmenter.edges.get(index as usize) {
                let after = if edge.token.label == Label::Stem {
                    0
                } else if edge.token.label.is_person() && !self.may_follow_name(end) {
                    self.model.before(context, edge.class) + weight::NO_PARTICLE
                } else {
                    self.model.before(context, edge.class)
                };
                if best.is_none_or(|(known, _)| edge.total + after < known) {
                    best = Some((edge.total + after, index));
                }
                index = edge.sibling;
            }
        }
        best.map_or(NONE, |(_, index)| index)
    }
}
