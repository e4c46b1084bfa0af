//! The names dictionary in memory.

use std::sync::OnceLock;

use super::format::{COST_STEP, Context, Kind, kana};
use super::page::Page;
use crate::dictionary::{Dictionary, Lexicon};
use crate::text::script::is_hiragana;
use crate::{Error, ErrorKind, Result};

static NAMES: &[u8] = include_bytes!("../../data/names/names.dict");

/// One reading of a word: what it is, its class in the grammar, and its cost.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sense {
    pub(super) kind: Kind,
    pub(super) class: u8,
    pub(super) cost: i32,
}

/// Words, the costs of their order, kana words and affixes.
pub(super) struct Model {
    pub(super) words: Lexicon,
    pub(super) kana: Lexicon,
    pub(super) affixes: Lexicon,
    affixes_reversed: Lexicon,
    profiles: Profiles,
    grammar: Grammar,
}

struct Profiles {
    starts: Vec<u32>,
    senses: Vec<Sense>,
    /// For each profile [`IS_PERSON`] and [`IS_WORD`].
    flags: Vec<u8>,
}

/// A sense is a person's name.
const IS_PERSON: u8 = 1;
/// A sense is an ordinary word.
const IS_WORD: u8 = 2;

struct Grammar {
    classes: usize,
    kinds: Vec<Kind>,
    /// Class behind class, class behind context, class before context; a row is the former word.
    follows: Vec<i16>,
    behind: Vec<i16>,
    before: Vec<i16>,
}

impl Model {
    /// The dictionary of this crate: read when it is first asked for, and kept for all recognizers of
    /// the process.
    pub(super) fn built_in() -> Result<&'static Self> {
        static BUILT_IN: OnceLock<Option<Model>> = OnceLock::new();
        BUILT_IN
            .get_or_init(|| Self::read(&Dictionary::new(NAMES).ok()?).ok())
            .as_ref()
            .ok_or_else(damaged)
    }

    /// A dictionary that was loaded apart from the code.
    pub(super) fn read(dictionary: &Dictionary) -> Result<Self> {
        let grammar = Grammar::read(dictionary.section("grammar")?).ok_or_else(damaged)?;
        let profiles =
            Profiles::read(dictionary.section("profiles")?, &grammar.kinds).ok_or_else(damaged)?;
        Ok(Self {
            words: Lexicon::read(dictionary, "words")?,
            kana: Lexicon::read(dictionary, "kana")?,
            affixes: Lexicon::read(dictionary, "affixes")?,
            affixes_reversed: Lexicon::read(dictionary, "affixes_reversed")?,
            profiles,
            grammar,
        })
    }

    /// The senses of a profile, as `words` numbers them.
    pub(super) fn senses(&self, profile: u32) -> &[Sense] {
        let index = profile as usize;
        let bounds = index
            .checked_sub(1)
            .and_then(|from| self.profiles.starts.get(from..=index));
        match bounds {
            Some(&[from, to]) => self
                .profiles
                .senses
                .get(from as usize..to as usize)
                .unwrap_or_default(),
            _ => &[],
        }
    }

    /// Whether a word may be a person's name, and whether it may be an ordinary word.
    #[inline]
    pub(super) fn is_name_or_word(&self, profile: u32) -> (bool, bool) {
        let flags = (profile as usize)
            .checked_sub(1)
            .and_then(|index| self.profiles.flags.get(index))
            .copied()
            .unwrap_or_default();
        (flags & IS_PERSON != 0, flags & IS_WORD != 0)
    }

    /// What a word in Latin letters is, in any case.
    pub(super) fn latin_bits(&self, word: &str) -> u32 {
        let step = |state, character| self.kana.step(state, character);
        let end = if word.is_ascii() {
            let mut letters = word
                .bytes()
                .map(|letter| letter.to_ascii_lowercase().into());
            letters.try_fold(self.kana.start(), step)
        } else {
            let mut letters = word.chars().flat_map(char::to_lowercase);
            letters.try_fold(self.kana.start(), step)
        };
        end.and_then(|state| self.kana.value(state))
            .unwrap_or_default()
            & (kana::LATIN_GIVEN | kana::LATIN_FAMILY | kana::LATIN_WORD)
    }

    /// What a word in kana may be: [`super::format::kana`] bits, without those that another script's
    /// word of the same sound has.
    pub(super) fn kana_bits(&self, text: &str) -> u32 {
        let bits = self.kana.get(text).unwrap_or_default();
        let is_hiragana = text.chars().next().is_some_and(is_hiragana);
        bits & !if is_hiragana {
            kana::FOREIGN | kana::PLACE | kana::PROPER | kana::KATAKANA_WORD
        } else {
            kana::HIRAGANA_WORD | kana::HIRAGANA_NAME
        }
    }

    /// The affix bits of all words that end where `characters`, read backwards, begin.
    pub(super) fn affixes_ending(&self, characters: impl Iterator<Item = char>) -> u32 {
        let mut bits = 0;
        let mut state = self.affixes_reversed.start();
        for character in characters {
            match self.affixes_reversed.step(state, character) {
                Some(next) => state = next,
                None => break,
            }
            bits |= self.affixes_reversed.value(state).unwrap_or_default();
        }
        bits
    }

    /// The bits of the longest affix that begins at a position and has at most `limit` characters.
    pub(super) fn longest_affix(&self, page: &Page<'_>, at: usize, limit: usize) -> Option<u32> {
        let mut state = self.affixes.start();
        let mut bits = None;
        for next in at..at + limit {
            let Some(behind) = page
                .char(next)
                .and_then(|character| self.affixes.step(state, character))
            else {
                break;
            };
            state = behind;
            bits = self.affixes.value(state).or(bits);
        }
        bits
    }

    /// The affix bits of a word, none if it is none.
    pub(super) fn affix_bits(&self, text: &str) -> u32 {
        self.affixes.get(text).unwrap_or_default()
    }

    /// The most frequent class of a kind.
    pub(super) fn class_of(&self, kind: Kind) -> u8 {
        self.grammar
            .kinds
            .iter()
            .position(|&known| known == kind)
            .and_then(|index| u8::try_from(index).ok())
            .unwrap_or_default()
    }

    /// What it costs that `next` follows `previous`.
    #[inline]
    pub(super) fn follows(&self, previous: u8, next: u8) -> i32 {
        self.grammar
            .cost(&self.grammar.follows, usize::from(previous), next)
    }

    /// What it costs that `class` stands behind a context.
    #[inline]
    pub(super) fn behind(&self, context: Context, class: u8) -> i32 {
        self.grammar
            .cost(&self.grammar.behind, context.index(), class)
    }

    /// What it costs that `class` stands before a context.
    #[inline]
    pub(super) fn before(&self, context: Context, class: u8) -> i32 {
        self.grammar
            .cost(&self.grammar.before, context.index(), class)
    }
}

impl Grammar {
    fn read(bytes: &[u8]) -> Option<Self> {
        let (classes, rest) = bytes.split_first_chunk::<2>()?;
        let (contexts, rest) = rest.split_first_chunk::<2>()?;
        let classes = usize::from(u16::from_le_bytes(*classes));
        let contexts = usize::from(u16::from_le_bytes(*contexts));
        let (kinds, rest) = rest.split_at_checked(classes)?;
        let kinds = kinds
            .iter()
            .map(|&byte| Kind::from_byte(byte))
            .collect::<Option<_>>()?;
        let numbers: Vec<i16> = rest
            .chunks_exact(2)
            .filter_map(|pair| Some(i16::from_le_bytes(pair.try_into().ok()?)))
            .collect();
        let (follows, numbers) = numbers.split_at_checked(classes * classes)?;
        let (behind, before) = numbers.split_at_checked(contexts * classes)?;
        (contexts == Context::COUNT && before.len() == behind.len()).then(|| Self {
            classes,
            kinds,
            follows: follows.to_vec(),
            behind: behind.to_vec(),
            before: before.to_vec(),
        })
    }

    fn cost(&self, table: &[i16], row: usize, class: u8) -> i32 {
        table
            .get(row * self.classes + usize::from(class))
            .map_or(0, |&cost| i32::from(cost))
    }
}

impl Profiles {
    fn read(bytes: &[u8], kinds: &[Kind]) -> Option<Self> {
        let (count, rest) = bytes.split_first_chunk::<4>()?;
        let count = u32::from_le_bytes(*count) as usize;
        let (starts, senses) = rest.split_at_checked(count.checked_add(1)?.checked_mul(4)?)?;
        let starts = starts
            .chunks_exact(4)
            .filter_map(|bytes| Some(u32::from_le_bytes(bytes.try_into().ok()?)))
            .collect();
        let senses = senses
            .chunks_exact(2)
            .map(|pair| {
                let &[class, cost] = pair else { return None };
                Some(Sense {
                    kind: *kinds.get(usize::from(class))?,
                    class,
                    cost: i32::from(cost) * COST_STEP,
                })
            })
            .collect::<Option<_>>()?;
        let starts: Vec<u32> = starts;
        let senses: Vec<Sense> = senses;
        let flags = starts
            .windows(2)
            .map(|bounds| {
                let &[from, to] = bounds else { return 0 };
                senses
                    .get(from as usize..to as usize)
                    .unwrap_or_default()
                    .iter()
                    .fold(0, |flags, sense| flags | flag_of(sense.kind))
            })
            .collect();
        Some(Self {
            starts,
            senses,
            flags,
        })
    }
}

fn flag_of(kind: Kind) -> u8 {
    match kind {
        Kind::Surname | Kind::Given | Kind::Person => IS_PERSON,
        Kind::Word | Kind::Suffix | Kind::Prefix | Kind::Number | Kind::Stem => IS_WORD,
        Kind::Place | Kind::Proper => 0,
    }
}

fn damaged() -> Error {
    Error::new(ErrorKind::InvalidFormat, "the names dictionary is damaged")
}

impl std::fmt::Debug for Model {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Model")
            .field("words", &self.words)
            .finish_non_exhaustive()
    }
}
