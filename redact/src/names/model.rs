//! The names dictionary in memory.

use super::format::{COST_STEP, Context, Kind};
use crate::dictionary::{Dictionary, Lexicon};
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
    profiles: Profiles,
    grammar: Grammar,
}

struct Profiles {
    starts: Vec<u32>,
    senses: Vec<Sense>,
}

struct Grammar {
    classes: usize,
    kinds: Vec<Kind>,
    /// Class behind class, class behind context, class before context; a row is the former word.
    follows: Vec<i16>,
    behind: Vec<i16>,
    before: Vec<i16>,
}

impl Model {
    /// The dictionary of this crate.
    pub(super) fn built_in() -> Result<Self> {
        Self::read(&Dictionary::new(NAMES)?)
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
        Some(Self { starts, senses })
    }
}

fn damaged() -> Error {
    Error::new(
        ErrorKind::InvalidFormat,
        "the names dictionary's grammar is damaged",
    )
}

impl std::fmt::Debug for Model {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Model")
            .field("words", &self.words)
            .finish_non_exhaustive()
    }
}
