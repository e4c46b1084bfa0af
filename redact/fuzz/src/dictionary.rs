//! Is every dictionary file read or refused, and can what was read be looked up in?

use redact::dictionary::{Dictionary, DictionaryBuilder, Lexicon, LexiconBuilder};

const SECTION: &str = "words";
const WORDS: &str = "高橋髙田中東京都渋谷区ab𠮷";

/// Reads the input as a file, as the section of a file whose checksum is right, and as words to
/// build a lexicon of.
pub fn check(data: &[u8]) {
    if let Ok(dictionary) = Dictionary::new(data.to_vec()) {
        for name in dictionary.section_names() {
            let _ = dictionary.section(name);
            if let Ok(lexicon) = Lexicon::read(&dictionary, name) {
                look_up(&lexicon);
            }
        }
    }
    if let Some(lexicon) = section(data.to_vec()) {
        look_up(&lexicon);
    }
    build(data);
}

fn section(bytes: Vec<u8>) -> Option<Lexicon> {
    let mut builder = DictionaryBuilder::new();
    builder.section(SECTION, bytes).ok()?;
    let dictionary = Dictionary::new(builder.build().ok()?).expect("what was built can be read");
    Lexicon::read(&dictionary, SECTION).ok()
}

fn look_up(lexicon: &Lexicon) {
    for (start, _) in WORDS.char_indices() {
        let text = WORDS.get(start..).unwrap_or_default();
        for (length, _) in lexicon.prefixes(text) {
            assert!(text.is_char_boundary(length));
        }
        let _ = (lexicon.get(text), lexicon.longest_prefix(text));
    }
}

/// Each line of the input is a word; its line number is the value.
fn build(data: &[u8]) {
    let text = super::text(data);
    let mut builder = LexiconBuilder::new();
    let words = text.lines().filter(|word| !word.is_empty());
    let words: Vec<_> = (1u32..).zip(words).collect();
    for (value, word) in &words {
        builder.insert(word, *value);
    }
    let Ok(bytes) = builder.build() else { return };
    let lexicon = section(bytes).expect("what was built can be read");
    for (_, word) in &words {
        assert_eq!(lexicon.get(word), builder.get(word));
    }
}
