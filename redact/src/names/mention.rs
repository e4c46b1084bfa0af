//! A place where a person is named, and why it is thought so.

/// What kind of name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Family and given name.
    Full,
    /// Family name alone.
    Surname,
    /// Given name alone.
    Given,
    /// A name whose parts are not known.
    Other,
    /// A reading in brackets.
    Reading,
}

/// The strongest reason for a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reason {
    /// The segmentation alone.
    Dictionary,
    /// The name stands alone on a line.
    Line,
    /// The same name stands elsewhere in the document for sure.
    Document,
    /// Family and given name beside each other.
    FullName,
    /// The reading in brackets behind it.
    Reading,
    /// A role or relation before it.
    Role,
    /// A label before it.
    Label,
    /// A phrase of introduction behind it.
    Introduction,
    /// A title beside it.
    Title,
    /// A mail address behind it.
    MailAddress,
    /// An honorific behind it.
    Honorific,
}

impl Reason {
    /// For explanations.
    pub(super) fn text(self) -> &'static str {
        match self {
            Self::Dictionary => "the dictionary's cheapest segmentation takes it for a name",
            Self::Line => "dictionary name alone on a line",
            Self::Document => "the document names this person elsewhere",
            Self::FullName => "family name and given name side by side",
            Self::Reading => "a reading in brackets stands behind it",
            Self::Role => "a role or relation stands before it",
            Self::Label => "a label for a name stands before it",
            Self::Introduction => "a phrase of introduction stands behind it",
            Self::Title => "a title stands beside it",
            Self::MailAddress => "a mail address stands behind it",
            Self::Honorific => "an honorific stands behind it",
        }
    }

    /// Which step of the recognizer it belongs to.
    fn layer(self) -> Layer {
        match self {
            Self::Dictionary | Self::FullName => Layer::Dictionary,
            Self::Document => Layer::Document,
            _ => Layer::Context,
        }
    }

    /// How sure a mention with this reason is.
    pub(super) fn score(self) -> f64 {
        match self {
            Self::Dictionary => 0.5,
            Self::Line | Self::Document => 0.7,
            Self::FullName | Self::Role => 0.8,
            Self::Reading | Self::Label | Self::Introduction | Self::Title => 0.9,
            Self::MailAddress | Self::Honorific => 0.95,
        }
    }

    /// Whether other mentions of the same name may lean on it.
    pub(super) fn is_sure(self) -> bool {
        self > Self::Document
    }
}

/// The steps by which names are found, each leaning on those before it. For evaluation: what does a
/// step add?
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// Dictionary and segmentation alone, and family name beside given name.
    Dictionary,
    /// What stands around: honorifics, titles, labels, readings, header lines.
    Context,
    /// What other mentions in the document tell.
    Document,
}

impl Layer {
    /// The layer of a find of `jp/person`, from the explanation that it carries.
    pub fn of(explanation: &str) -> Option<Self> {
        use Reason::{
            Dictionary, Document, FullName, Honorific, Introduction, Label, Line, MailAddress,
            Reading, Role, Title,
        };
        [
            Dictionary,
            Line,
            Document,
            FullName,
            Reading,
            Role,
            Label,
            Introduction,
            Title,
            MailAddress,
            Honorific,
        ]
        .into_iter()
        .find(|reason| reason.text() == explanation)
        .map(Reason::layer)
    }
}

/// Where a person is named: positions of characters in the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mention {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) part: Part,
    pub(super) reason: Reason,
    /// Where the family name ends and the given name begins, for a full name.
    pub(super) parts: Option<(usize, usize)>,
}

/// How names begin: a quick first look that may answer yes too often.
#[derive(Clone, Copy, Default)]
pub(super) struct Beginnings {
    /// Names of one character.
    single: [u64; 4],
    /// The first two characters of longer ones.
    pairs: [u64; 16],
}

impl Beginnings {
    pub(super) fn insert(&mut self, name: &str) {
        let mut characters = name.chars();
        match (characters.next(), characters.next()) {
            (Some(first), Some(second)) => {
                let hash = Self::hash(first, second);
                if let Some(word) = self.pairs.get_mut(hash >> 6 & 15) {
                    *word |= 1 << (hash & 63);
                }
            }
            (Some(only), None) => {
                if let Some(word) = self.single.get_mut(only as usize >> 6 & 3) {
                    *word |= 1 << (only as u32 & 63);
                }
            }
            _ => {}
        }
    }

    /// Whether a name may begin with `first`, and `second` if it is longer.
    pub(super) fn may_hold(&self, first: char, second: Option<char>) -> bool {
        let holds = |words: &[u64], index: usize, bit: usize| {
            words
                .get(index)
                .is_some_and(|word| word >> (bit & 63) & 1 == 1)
        };
        holds(&self.single, first as usize >> 6 & 3, first as usize)
            || second.is_some_and(|second| {
                let hash = Self::hash(first, second);
                holds(&self.pairs, hash >> 6 & 15, hash)
            })
    }

    fn hash(first: char, second: char) -> usize {
        let mixed =
            (first as u32).wrapping_mul(0x9E37_79B1) ^ (second as u32).wrapping_mul(0x85EB_CA6B);
        (mixed >> 16) as usize
    }
}
