//! Which characters would a model read that no person sees?
//!
//! Tag characters, variation selectors and zero-width characters carry whole sentences past a reader.
//! [`visible_only`] takes them out, all that Unicode calls default-ignorable (UAX #44) and the control
//! characters, except where they belong to what is seen: one ideographic variation selector behind a
//! Han character (葛󠄀), and the parts of an emoji. The trade-off: a Persian or Indic word loses its
//! joiners. Private-use characters (gaiji of old Japanese mail) are kept and counted.
//!
//! Clean *before* analysing: a telephone number with a tag character in it is not found as one.

use std::borrow::Cow;

use crate::text::script::is_han;

/// A text without invisible characters, and what was taken out.
#[derive(Clone, PartialEq, Eq)]
pub struct VisibleOnly<'t> {
    text: Cow<'t, str>,
    removed: Invisible,
    private_use: usize,
}

/// How many invisible characters of each kind were taken out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Invisible {
    /// Tag characters, U+E0000 to U+E007F.
    pub tags: usize,
    /// Variation selectors without a character they belong to.
    pub variation_selectors: usize,
    /// Characters that set the direction of writing.
    pub bidi: usize,
    /// Zero-width spaces and joiners, soft hyphens, fillers and the rest of the default-ignorable.
    pub zero_width: usize,
    /// Control characters other than tab and line end.
    pub controls: usize,
}

impl Invisible {
    /// All of them.
    pub fn total(&self) -> usize {
        self.tags + self.variation_selectors + self.bidi + self.zero_width + self.controls
    }

    pub(super) fn with(self, other: Self) -> Self {
        Self {
            tags: self.tags + other.tags,
            variation_selectors: self.variation_selectors + other.variation_selectors,
            bidi: self.bidi + other.bidi,
            zero_width: self.zero_width + other.zero_width,
            controls: self.controls + other.controls,
        }
    }

    fn count(&mut self, kind: Kind) {
        let counter = match kind {
            Kind::Tag => &mut self.tags,
            Kind::VariationSelector => &mut self.variation_selectors,
            Kind::Bidi => &mut self.bidi,
            Kind::ZeroWidth => &mut self.zero_width,
            Kind::Control => &mut self.controls,
        };
        *counter += 1;
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Tag,
    VariationSelector,
    Bidi,
    ZeroWidth,
    Control,
}

/// The kind of an invisible character. Source: `Default_Ignorable_Code_Point` of Unicode 16
/// (DerivedCoreProperties.txt), general category Cc, and the format characters of category Cf that
/// show nothing.
fn kind(character: char) -> Option<Kind> {
    Some(match character {
        '\t' | '\n' | '\r' => return None,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' => Kind::Control,
        '\u{E0000}'..='\u{E007F}' => Kind::Tag,
        '\u{FE00}'..='\u{FE0F}'
        | '\u{E0100}'..='\u{E01EF}'
        | '\u{180B}'..='\u{180D}'
        | '\u{180F}' => Kind::VariationSelector,
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            Kind::Bidi
        }
        '\u{AD}'
        | '\u{34F}'
        | '\u{115F}'
        | '\u{1160}'
        | '\u{17B4}'
        | '\u{17B5}'
        | '\u{180E}'
        | '\u{200B}'..='\u{200D}'
        | '\u{2060}'..='\u{2065}'
        | '\u{206A}'..='\u{206F}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{2800}'
        | '\u{3164}'
        | '\u{FEFF}'
        | '\u{FFA0}'
        | '\u{FFF0}'..='\u{FFFB}'
        | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0080}'..='\u{E00FF}'
        | '\u{E01F0}'..='\u{E0FFF}' => Kind::ZeroWidth,
        _ => return None,
    })
}

/// Whether a model would read `character` and a person would not see it.
pub fn is_invisible(character: char) -> bool {
    kind(character).is_some()
}

/// Whether `character` may be drawn as an emoji: the blocks that hold them.
fn is_emoji(character: char) -> bool {
    matches!(character,
        '\u{A9}' | '\u{AE}' | '\u{203C}' | '\u{2049}' | '\u{2122}' | '\u{2139}'
        | '\u{2194}'..='\u{21AA}' | '\u{231A}'..='\u{23FF}' | '\u{24C2}' | '\u{25AA}'..='\u{25FE}'
        | '\u{2600}'..='\u{27BF}' | '\u{2934}' | '\u{2935}' | '\u{2B05}'..='\u{2B55}' | '\u{3030}'
        | '\u{303D}' | '\u{3297}' | '\u{3299}' | '\u{1F000}'..='\u{1FAFF}')
}

fn is_private_use(character: char) -> bool {
    matches!(character,
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}')
}

/// Takes out what a person does not see.
///
/// ```
/// use redact::prompt::visible_only;
///
/// let clean = visible_only("葛\u{E0100}城様\u{200B}、👩\u{200D}💻です\u{E0041}");
/// assert_eq!(clean.text(), "葛\u{E0100}城様、👩\u{200D}💻です");
/// assert_eq!((clean.removed().tags, clean.removed().zero_width), (1, 1));
/// ```
pub fn visible_only(text: &str) -> VisibleOnly<'_> {
    let mut removed = Invisible::default();
    let mut private_use = 0;
    let mut output: Option<String> = None;
    // What stands before in the output: a selector or joiner belongs to a visible character.
    let mut before: Option<char> = None;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        if is_private_use(character) {
            private_use += 1;
        }
        let next = characters.peek().map(|&(_, next)| next);
        let fate = match kind(character) {
            None => Some(character),
            Some(_) if belongs(character, before, next) => Some(character),
            Some(found) => {
                removed.count(found);
                match character {
                    '\u{2028}' | '\u{2029}' | '\u{B}' | '\u{C}' | '\u{85}' => Some('\n'),
                    '\u{2800}' | '\u{3164}' | '\u{FFA0}' => Some(' '),
                    _ => None,
                }
            }
        };
        if fate == Some(character) {
            if let Some(output) = &mut output {
                output.push(character);
            }
        } else {
            output
                .get_or_insert_with(|| text.get(..at).unwrap_or_default().to_owned())
                .extend(fate);
        }
        if fate.is_some() {
            before = fate;
        }
    }
    VisibleOnly {
        text: output.map_or(Cow::Borrowed(text), Cow::Owned),
        removed,
        private_use,
    }
}

/// Whether an invisible character is part of the visible one before it.
fn belongs(character: char, before: Option<char>, next: Option<char>) -> bool {
    let Some(before) = before else {
        return false;
    };
    match character {
        '\u{E0100}'..='\u{E01EF}' => is_han(before) && !matches!(before, '〇' | '々' | '〆'),
        '\u{FE0F}' => {
            is_emoji(before) || next == Some('\u{20E3}') && matches!(before, '0'..='9' | '#' | '*')
        }
        '\u{200D}' => (is_emoji(before) || before == '\u{FE0F}') && next.is_some_and(is_emoji),
        _ => false,
    }
}

impl<'t> VisibleOnly<'t> {
    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text, taken out.
    pub fn into_text(self) -> Cow<'t, str> {
        self.text
    }

    /// What was taken out.
    pub fn removed(&self) -> Invisible {
        self.removed
    }

    /// How many private-use characters were kept: a model cannot know what they show.
    pub fn private_use(&self) -> usize {
        self.private_use
    }
}

impl std::fmt::Debug for VisibleOnly<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("VisibleOnly")
            .field("bytes", &self.text.len())
            .field("removed", &self.removed)
            .field("private_use", &self.private_use)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_belongs_to_a_visible_character_stays() {
        for text in [
            "葛\u{E0100}城 渡邉\u{E0102}",
            "👩\u{200D}👩\u{200D}👧",
            "❤\u{FE0F}\u{200D}🔥",
            "1\u{FE0F}\u{20E3}",
            "外字\u{E000}",
            "一行\r\n\t二行\n",
        ] {
            assert_eq!(visible_only(text).text(), text);
            assert_eq!(visible_only(text).removed().total(), 0);
        }
        assert_eq!(visible_only("\u{E000}").private_use(), 1);
    }

    #[test]
    fn what_nobody_sees_goes() {
        for (text, clean) in [
            ("a\u{E0001}\u{E0069}b", "ab"),
            ("葛\u{E0100}\u{E0101}\u{E0102}", "葛\u{E0100}"),
            ("😀\u{E0151}\u{E0161}", "😀"),
            ("か\u{FE0F}", "か"),
            ("a\u{200D}b\u{200B}\u{2060}\u{FEFF}\u{AD}", "ab"),
            ("\u{202E}abc\u{202C}", "abc"),
            ("\u{1B}[8mx\u{1B}[0m", "[8mx[0m"),
            ("한\u{3164}글\u{115F}", "한 글"),
            ("👩\u{200D}a", "👩a"),
            ("a\u{2028}b", "a\nb"),
        ] {
            assert_eq!(visible_only(text).text(), clean, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn no_invisible_character_passes(text in "([a葛1邉か😀\u{1F468}❤\u{200D}\u{FE0F}\u{FE00}\u{E0100}\u{E0101}\u{E0041}\u{200B}\u{202E}\u{AD}\u{3164}\u{1B}\u{20E3}]|\\PC){0,40}") {
            let clean = visible_only(&text);
            let characters: Vec<char> = clean.text().chars().collect();
            for (at, &character) in characters.iter().enumerate() {
                if is_invisible(character) {
                    let before = at.checked_sub(1).map(|at| characters[at]);
                    let lawful = match character {
                        '\u{E0100}'..='\u{E01EF}' => before.is_some_and(is_han),
                        '\u{FE0F}' => before.is_some_and(|before| is_emoji(before) || before.is_ascii()),
                        '\u{200D}' => characters.get(at + 1).is_some_and(|&next| is_emoji(next)),
                        _ => false,
                    };
                    prop_assert!(lawful, "{:?}", character);
                }
            }
            // Cleaning twice changes nothing.
            let twice = visible_only(clean.text());
            prop_assert_eq!(twice.text(), clean.text());
        }
    }
}
