//! Texts that are hard to restore: real mail cut anywhere, rule examples glued to each other, what
//! looks like a placeholder, and characters of every kind.

use corpus::mail;
use redact::recognizers::catalogue;

/// Makes text after text; the same seed makes the same texts.
pub(super) struct Generator {
    state: u64,
    /// Lines of the corpus' mails.
    lines: Vec<String>,
    /// Texts of the rules' examples and counter-examples.
    examples: Vec<String>,
}

const LABELS: [&str; 12] = [
    "PERSON",
    "EMAIL",
    "PHONE",
    "ADDRESS",
    "LITERAL",
    "MY_NUMBER",
    "URL",
    "氏名",
    "電話",
    "person",
    "Ｐhone",
    "X",
];
const OPEN: [&str; 9] = ["[", "[[", "<", "{{", "【", "［", "`[", "(", ""];
const CLOSE: [&str; 9] = ["]", "]]", ">", "}}", "】", "］", "]`", ")", ""];
const JOINTS: [&str; 10] = ["", "", " ", "\n", "\r\n", "、", "様", "\t", "　", "_"];
/// Characters that folding, segmentation or the grammar of placeholders treat in a way of their own.
const SPECIAL: [char; 24] = [
    '\u{0}',
    '\u{200b}',
    '\u{200d}',
    '\u{feff}',
    '\u{ad}',
    '\u{3099}',
    '\u{301}',
    '\u{fe0f}',
    '\u{e0100}',
    '－',
    '‐',
    '―',
    'ー',
    'ｶ',
    'ﾞ',
    '０',
    '９',
    '＠',
    '．',
    '𠮷',
    '髙',
    '\u{2028}',
    '\u{202e}',
    '\u{fffd}',
];

impl Generator {
    pub(super) fn new(seed: u64) -> anyhow::Result<Self> {
        let mut lines = Vec::new();
        for mail in mail::load(mail::root())? {
            lines.extend(mail.labelled.text.lines().map(str::to_owned));
        }
        lines.retain(|line| !line.is_empty());
        let examples = catalogue().flat_map(|rule| {
            let counters = rule.counter_examples.iter().map(|counter| counter.text);
            rule.examples
                .iter()
                .map(|example| example.text)
                .chain(counters)
        });
        Ok(Self {
            state: seed,
            lines,
            examples: examples.map(|text| text.replace(['«', '»'], "")).collect(),
        })
    }

    /// The next text: up to a dozen pieces.
    pub(super) fn text(&mut self) -> String {
        let mut text = String::new();
        for _ in 0..=self.below(12) {
            let piece = match self.below(10) {
                0..3 => self.line(),
                3..6 => self.example(),
                6 | 7 => self.placeholder(),
                8 => self.special(),
                _ => self.anything(),
            };
            text.push_str(&piece);
            let joint = self.pick(&JOINTS);
            text.push_str(joint);
        }
        text
    }

    /// A number below `bound` (`SplitMix64`: Steele, Lea and Flood, OOPSLA 2014).
    pub(super) fn below(&mut self, bound: usize) -> usize {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        let bound = bound.max(1) as u64;
        usize::try_from(mixed % bound).unwrap_or_default()
    }

    fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }

    /// A line or two of a mail, sometimes cut.
    fn line(&mut self) -> String {
        let at = self.below(self.lines.len());
        let count = 1 + self.below(2);
        let lines: Vec<_> = self.lines.iter().skip(at).take(count).cloned().collect();
        self.cut(lines.join("\n"))
    }

    fn example(&mut self) -> String {
        let at = self.below(self.examples.len());
        let example = self.examples[at].clone();
        self.cut(example)
    }

    /// One text of four loses its beginning or its end.
    fn cut(&mut self, text: String) -> String {
        let length = text.chars().count();
        let at = self.below(length + 1);
        match self.below(8) {
            0 => text.chars().take(at).collect(),
            1 => text.chars().skip(at).collect(),
            _ => text,
        }
    }

    fn placeholder(&mut self) -> String {
        let number = match self.below(6) {
            0 => String::new(),
            1 => self.below(10_000_000_000).to_string(),
            _ => (1 + self.below(4)).to_string(),
        };
        let parts = [
            self.pick(&OPEN),
            self.pick(&LABELS),
            self.pick(&["_", "_", "_", "-", " ", ""]),
            &number,
            self.pick(&["", "", "", "b", "z", "ab", " "]),
            self.pick(&CLOSE),
        ];
        parts.concat()
    }

    fn special(&mut self) -> String {
        (0..=self.below(6)).map(|_| self.pick(&SPECIAL)).collect()
    }

    /// Characters of all planes, and of those ranges that matter here more often.
    fn anything(&mut self) -> String {
        (0..=self.below(12))
            .filter_map(|_| {
                let (first, count) = self.pick(&[
                    (0, 0x11_0000),
                    (0x20, 0x5F),
                    (0x3040, 0xC0),
                    (0x4E00, 0x5200),
                    (0xFF00, 0xF0),
                ]);
                char::from_u32(u32::try_from(first + self.below(count)).ok()?)
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_makes_the_same_texts() {
        let series = |seed| {
            let mut generator = Generator::new(seed).unwrap();
            (0..20).map(|_| generator.text()).collect::<Vec<_>>()
        };
        assert_eq!(series(3), series(3));
        assert_ne!(series(3), series(4));
    }
}
