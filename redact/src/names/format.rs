//! What the sections of the names dictionary hold. `cargo xtask dictionaries` writes them, the
//! recognizer reads them; both take the numbers from here.
//!
//! | section | what |
//! |---|---|
//! | `words` | lexicon: a word in kanji (or that begins with kanji) to its profile, counted from 1 |
//! | `profiles` | the senses of each profile |
//! | `grammar` | the classes of senses, and what it costs that one follows the other |
//! | `affixes` | lexicon: a word that stands beside names to [`affix`] bits |
//! | `affixes_reversed` | the same with each word's characters from the last to the first |
//! | `kana` | lexicon: a name or word in katakana to [`kana`] bits |
//!
//! `profiles`: number of profiles (4 bytes), the index of the first sense of each and of the end
//! (4 bytes a piece), then the senses: class (1) and cost (1, in steps of [`COST_STEP`]).
//!
//! `grammar`: number of classes K (2), number of contexts C (2), the kind of each class (1 a piece), then
//! costs as signed numbers of two bytes: K × K that a class (row) is followed by a class (column),
//! C × K that a class stands behind a context, C × K that a class stands before a context.
//! All integers are little-endian.

/// One step of a sense's cost.
pub const COST_STEP: i32 = 256;

/// What a word is, as far as names are concerned. The discriminants are those of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Kind {
    /// A family name.
    Surname = 1,
    /// A given name.
    Given = 2,
    /// Another name of a person: foreign, historical, both parts in one.
    Person = 3,
    /// A place.
    Place = 4,
    /// An organisation, product or other proper name.
    Proper = 5,
    /// Any other word that stands alone.
    Word = 6,
    /// A suffix.
    Suffix = 7,
    /// A prefix.
    Prefix = 8,
    /// A number.
    Number = 9,
    /// The kanji and the first kana of a word that goes on in kana (守る, 高い, 受け付け).
    Stem = 10,
}

impl Kind {
    /// The kind of a discriminant.
    pub const fn from_byte(byte: u8) -> Option<Self> {
        Some(match byte {
            1 => Self::Surname,
            2 => Self::Given,
            3 => Self::Person,
            4 => Self::Place,
            5 => Self::Proper,
            6 => Self::Word,
            7 => Self::Suffix,
            8 => Self::Prefix,
            9 => Self::Number,
            10 => Self::Stem,
            _ => return None,
        })
    }
}

/// What stands beside a run of kanji. Hiragana come first, one context a character from ぁ (U+3041)
/// to ゖ (U+3096).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Context(u8);

impl Context {
    const HIRAGANA: u8 = 86;
    /// The edge of the text, of a line, or of a field that spaces part.
    pub const EDGE: Self = Self(Self::HIRAGANA);
    /// `、` or `,`.
    pub const COMMA: Self = Self(Self::HIRAGANA + 1);
    /// `。`, `！` and the like.
    pub const STOP: Self = Self(Self::HIRAGANA + 2);
    /// An opening bracket or quote.
    pub const OPEN: Self = Self(Self::HIRAGANA + 3);
    /// A closing bracket or quote.
    pub const CLOSE: Self = Self(Self::HIRAGANA + 4);
    /// Katakana.
    pub const KATAKANA: Self = Self(Self::HIRAGANA + 5);
    /// A digit.
    pub const DIGIT: Self = Self(Self::HIRAGANA + 6);
    /// A Latin letter.
    pub const LATIN: Self = Self(Self::HIRAGANA + 7);
    /// Any other sign.
    pub const OTHER: Self = Self(Self::HIRAGANA + 8);
    /// How many contexts there are.
    pub const COUNT: usize = Self::HIRAGANA as usize + 9;

    /// The context of a neighbouring character, `None` for the edge of the text.
    pub fn of(neighbour: Option<char>) -> Self {
        let Some(character) = neighbour else {
            return Self::EDGE;
        };
        match character {
            'ぁ'..='ゖ' => {
                Self(u8::try_from(u32::from(character) - u32::from('ぁ')).unwrap_or_default())
            }
            'ァ'..='ヺ' | 'ー'..='ヿ' => Self::KATAKANA,
            '\n' | '\r' | ' ' | '\t' => Self::EDGE,
            '、' | ',' => Self::COMMA,
            '。' | '.' | '!' | '?' | '…' => Self::STOP,
            '(' | '[' | '{' | '<' | '「' | '『' | '【' | '〈' | '《' | '〔' | '“' => {
                Self::OPEN
            }
            ')' | ']' | '}' | '>' | '」' | '』' | '】' | '〉' | '》' | '〕' | '”' => {
                Self::CLOSE
            }
            '0'..='9' => Self::DIGIT,
            'A'..='Z' | 'a'..='z' => Self::LATIN,
            _ => Self::OTHER,
        }
    }

    /// The context's row.
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// The hiragana of a row, if it is one of those.
    pub fn hiragana(index: usize) -> Option<char> {
        let offset = u32::try_from(index).ok()?;
        (index < usize::from(Self::HIRAGANA))
            .then(|| char::from_u32(u32::from('ぁ') + offset))
            .flatten()
    }
}

/// What a word in kana or Latin letters may be: a set of bits.
pub mod kana {
    /// The reading of a family name.
    pub const SURNAME: u32 = 1;
    /// The reading of a given name.
    pub const GIVEN: u32 = 1 << 1;
    /// A name that is written in katakana (マリア).
    pub const FOREIGN: u32 = 1 << 2;
    /// A given name that is written in hiragana (さくら).
    pub const HIRAGANA_NAME: u32 = 1 << 3;
    /// A place that is written in katakana.
    pub const PLACE: u32 = 1 << 4;
    /// Another proper name in katakana.
    pub const PROPER: u32 = 1 << 5;
    /// An ordinary word that is written in katakana.
    pub const KATAKANA_WORD: u32 = 1 << 6;
    /// An ordinary word that is written in hiragana.
    pub const HIRAGANA_WORD: u32 = 1 << 7;
    /// A given name that is written in Latin letters, in small ones (patricia).
    pub const LATIN_GIVEN: u32 = 1 << 14;
    /// A family name that is written in Latin letters.
    pub const LATIN_FAMILY: u32 = 1 << 15;
    /// A word in Latin letters that no name holds (inc, support, regards).
    pub const LATIN_WORD: u32 = 1 << 16;
    /// Where the family name's number of spellings begins: its logarithm, 3 bits.
    pub const SURNAME_WEIGHT: u32 = 8;
    /// Where the given name's number of spellings begins: its logarithm, 3 bits.
    pub const GIVEN_WEIGHT: u32 = 11;
    /// Largest weight.
    pub const LARGEST_WEIGHT: u32 = 7;
}

/// What a word beside a name says of it: a set of bits. The names are the classes of
/// `data/names/affixes.tsv`.
pub mod affix {
    /// Behind a name, sure sign of a person.
    pub const HONORIFIC: u32 = 1;
    /// Behind a name, and behind other words too.
    pub const WEAK_HONORIFIC: u32 = 1 << 1;
    /// Rank or profession, behind a name or before it.
    pub const TITLE: u32 = 1 << 2;
    /// Before a name, often with の.
    pub const ROLE: u32 = 1 << 3;
    /// A field's name before a colon.
    pub const LABEL: u32 = 1 << 4;
    /// Behind a name: it names an organisation, a building or a thing.
    pub const ORGANISATION: u32 = 1 << 5;
    /// Behind a name: it names a place.
    pub const PLACE: u32 = 1 << 6;
    /// Legal form of a company.
    pub const COMPANY: u32 = 1 << 7;
    /// A word that looks like a name with a trigger and is none.
    pub const OTHER: u32 = 1 << 8;

    /// The bit of a class of `affixes.tsv`.
    pub fn of_class(class: &str) -> Option<u32> {
        Some(match class {
            "honorific" => HONORIFIC,
            "weak_honorific" => WEAK_HONORIFIC,
            "title" => TITLE,
            "role" => ROLE,
            "label" => LABEL,
            "organisation" => ORGANISATION,
            "place" => PLACE,
            "company" => COMPANY,
            "other" => OTHER,
            _ => return None,
        })
    }
}
