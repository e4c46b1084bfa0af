//! Builds `redact/data/names/names.dict`. What its sections hold: `redact::names::format`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context as _, Result};
use redact::dictionary::{DictionaryBuilder, LexiconBuilder};
use redact::names::format::{COST_STEP, Context, Kind, affix, kana};
use redact::text::script::{is_han, is_hiragana, is_katakana};

use super::{Built, ipadic, personal_names, source, sudachi};

/// Longest place name that is kept: longer ones are put together from shorter ones, and whole
/// addresses are the business of the address dictionary.
const LONGEST_PLACE: usize = 4;
/// Longest other word that is kept.
const LONGEST_WORD: usize = 7;
/// Classes that are kept; rarer ones are read as the most frequent one of their kind.
const CLASSES: usize = 64;
/// The cost of a name that only lists without costs know; SudachiDict gives most names 10,000.
const LISTED_NAME_COST: i32 = 10_500;
/// The cost of an organisation that only lists without costs know.
const LISTED_ORGANISATION_COST: i32 = 9_000;
/// A kana word that costs more than this is no likely neighbour of a run of kanji.
const LIKELY_KANA_WORD: i32 = 9_000;

/// A kind with its ids in the connection matrix, left and right.
type Class = (Kind, i16, i16);

pub(super) fn build(root: &Path) -> Result<Vec<Built>> {
    let sources = source::Sources::read(root, "names")?;
    let wheel = sources.get("sudachidict-core")?.fetch()?;
    let system = source::unzip(&wheel, "sudachidict_core/resources/system.dic")?;
    let sudachi = sudachi::Dictionary::read(&system)?;
    let ipadic = ipadic::read(&sources)?;
    let dataset = personal_names::read(&sources)?;
    let variants = read_variants(root)?;

    let mut dictionary = DictionaryBuilder::new();
    let mut words = Words::collect(&sudachi);
    for word in &ipadic {
        match word.kind {
            ipadic::Kind::Surname => {
                words.add_listed(&word.surface, Kind::Surname, LISTED_NAME_COST);
            }
            ipadic::Kind::GivenName => {
                words.add_listed(&word.surface, Kind::Given, LISTED_NAME_COST);
            }
            ipadic::Kind::Organisation => {
                words.add_listed(&word.surface, Kind::Proper, LISTED_ORGANISATION_COST);
            }
        }
    }
    for name in &dataset {
        let kind = if name.is_surname {
            Kind::Surname
        } else {
            Kind::Given
        };
        words.add_listed(&name.surface, kind, LISTED_NAME_COST);
    }
    words.write(&sudachi, &variants, &mut dictionary)?;

    let mut kana = KanaWords::default();
    kana.add_sudachi(&sudachi);
    for word in &ipadic {
        let bit = match word.kind {
            ipadic::Kind::Surname => kana::SURNAME,
            ipadic::Kind::GivenName => kana::GIVEN,
            ipadic::Kind::Organisation => continue,
        };
        kana.add_reading(&word.reading, bit, &word.surface);
    }
    for name in &dataset {
        let bit = if name.is_surname {
            kana::SURNAME
        } else {
            kana::GIVEN
        };
        kana.add_reading(&katakana(&name.reading), bit, &name.surface);
    }
    kana.add_latin(root)?;
    kana.write(&mut dictionary)?;
    let affixes = affixes(root)?;
    let lexicon = |is_reversed: bool| {
        let mut lexicon = LexiconBuilder::new();
        for (word, &bits) in &affixes {
            let reversed: String = word.chars().rev().collect();
            lexicon.insert(if is_reversed { &reversed } else { word }, bits);
        }
        lexicon.build()
    };
    dictionary.section("affixes", lexicon(false)?)?;
    dictionary.section("affixes_reversed", lexicon(true)?)?;

    Ok(vec![Built {
        path: "redact/data/names/names.dict".into(),
        bytes: dictionary.build()?,
    }])
}

/// `affixes.tsv`: a word, a tab, its class; a word may have several lines.
fn affixes(root: &Path) -> Result<BTreeMap<String, u32>> {
    let text = std::fs::read_to_string(root.join("redact/data/names/affixes.tsv"))?;
    let mut affixes: BTreeMap<String, u32> = BTreeMap::new();
    for line in text
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
    {
        let (word, class) = line
            .split_once('\t')
            .context("an affix needs two columns")?;
        let bit = affix::of_class(class).with_context(|| format!("`{class}` is no class"))?;
        *affixes.entry(word.to_owned()).or_default() |= bit;
        // 元首相, 前知事: titles of those who held them.
        if bit == affix::TITLE && word.chars().count() > 1 {
            for former in ["元", "前", "現", "新"] {
                *affixes.entry(format!("{former}{word}")).or_default() |= bit;
            }
        }
    }
    Ok(affixes)
}

/// `variants.tsv`: a variant character, a tab, the one it is read as.
fn read_variants(root: &Path) -> Result<Vec<(char, char)>> {
    let text = std::fs::read_to_string(root.join("redact/data/names/variants.tsv"))?;
    let mut variants: Vec<(char, char)> = text
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| {
            let (variant, canonical) = line
                .split_once('\t')
                .context("a variant needs two columns")?;
            Ok((variant.parse()?, canonical.parse()?))
        })
        .collect::<Result<_>>()?;
    // Compatibility ideographs are variants by Unicode's own canonical decomposition.
    for character in ('\u{F900}'..='\u{FAFF}').chain('\u{2F800}'..='\u{2FA1F}') {
        let mut parts = Vec::new();
        unicode_normalization::char::decompose_canonical(character, |part| parts.push(part));
        if let [canonical] = parts[..]
            && canonical != character
        {
            variants.push((character, canonical));
        }
    }
    Ok(variants)
}

fn kind_of(part_of_speech: &[String]) -> Option<Kind> {
    let level: Vec<&str> = part_of_speech.iter().map(String::as_str).collect();
    Some(match level.get(..3)? {
        ["名詞", "固有名詞", "人名"] => match level.get(3) {
            Some(&"姓") => Kind::Surname,
            Some(&"名") => Kind::Given,
            _ => Kind::Person,
        },
        ["名詞", "固有名詞", "地名"] => Kind::Place,
        ["名詞", "固有名詞", _] => Kind::Proper,
        ["名詞", "数詞", _] => Kind::Number,
        ["接尾辞", ..] => Kind::Suffix,
        ["接頭辞", ..] => Kind::Prefix,
        ["補助記号" | "記号" | "空白", ..] => return None,
        _ => Kind::Word,
    })
}

fn is_kanji_word(surface: &str) -> bool {
    surface
        .chars()
        .all(|character| is_han(character) || matches!(character, 'ヶ' | 'ケ' | 'ノ'))
}

/// Words in kanji with the cheapest cost of each class.
#[derive(Default)]
struct Words {
    senses: BTreeMap<String, BTreeMap<Class, i32>>,
}

impl Words {
    fn collect(sudachi: &sudachi::Dictionary) -> Self {
        let mut words = Self::default();
        for word in &sudachi.words {
            let Some(kind) = sudachi
                .parts_of_speech
                .get(word.part_of_speech)
                .and_then(|part_of_speech| kind_of(part_of_speech))
            else {
                continue;
            };
            let (left, right) = (word.left, word.right);
            // Negative ids mark words that stand only inside others.
            if left < 0 || right < 0 {
                continue;
            }
            let length = word.surface.chars().count();
            let cost = i32::from(word.cost);
            let is_name = matches!(kind, Kind::Surname | Kind::Given);
            if is_kanji_word(&word.surface) || (is_name && is_mixed_name(&word.surface)) {
                let longest = if kind == Kind::Place {
                    LONGEST_PLACE
                } else {
                    LONGEST_WORD
                };
                if length <= longest {
                    words.add(&word.surface, (kind, left, right), cost);
                }
            } else if let Some(stem) = stem_of(&word.surface)
                && kind == Kind::Word
            {
                words.add(stem, (Kind::Stem, left, right), cost);
            }
        }
        words
    }

    fn add(&mut self, surface: &str, class: Class, cost: i32) {
        let senses = self.senses.entry(surface.to_owned()).or_default();
        let known = senses.entry(class).or_insert(cost);
        *known = cost.min(*known);
    }

    /// A word of a list that has no costs; it adds nothing to a word that is known as that kind.
    fn add_listed(&mut self, surface: &str, kind: Kind, cost: i32) {
        let fits = is_kanji_word(surface) || (kind != Kind::Proper && is_mixed_name(surface));
        if !fits || surface.chars().count() > LONGEST_WORD {
            return;
        }
        let senses = self.senses.entry(surface.to_owned()).or_default();
        if senses.keys().any(|class| class.0 == kind) {
            return;
        }
        // The ids of plain names in SudachiDict's matrix.
        let id = match kind {
            Kind::Surname => 4790,
            Kind::Given => 4789,
            _ => 4786,
        };
        senses.insert((kind, id, id), cost);
    }

    fn write(
        &self,
        sudachi: &sudachi::Dictionary,
        variants: &[(char, char)],
        dictionary: &mut DictionaryBuilder,
    ) -> Result<()> {
        let classes = self.classes();
        let class_index = |class: &Class| -> Option<usize> {
            classes
                .iter()
                .position(|known| known == class)
                .or_else(|| classes.iter().position(|known| known.0 == class.0))
        };
        let fold: BTreeMap<char, char> = variants.iter().copied().collect();
        let mut merged: BTreeMap<String, BTreeMap<Kind, (i32, usize)>> = BTreeMap::new();
        for (surface, senses) in &self.senses {
            let key = surface
                .chars()
                .map(|character| fold.get(&character).copied().unwrap_or(character))
                .collect();
            let entry = merged.entry(key).or_default();
            for (class, &cost) in senses {
                let index = class_index(class).context("a kind without a class")?;
                let known = entry.entry(class.0).or_insert((cost, index));
                *known = (cost, index).min(*known);
            }
        }

        let mut profiles: BTreeMap<Vec<(usize, u8)>, usize> = BTreeMap::new();
        let quantised = |senses: &BTreeMap<Kind, (i32, usize)>| -> Vec<(usize, u8)> {
            senses
                .values()
                .map(|&(cost, class)| {
                    (
                        class,
                        u8::try_from((cost / COST_STEP).clamp(0, 255)).unwrap_or_default(),
                    )
                })
                .collect()
        };
        for senses in merged.values() {
            *profiles.entry(quantised(senses)).or_default() += 1;
        }
        // Frequent profiles get small numbers, which compress better.
        let mut order: Vec<_> = profiles.into_iter().collect();
        order.sort_by(|a, b| (b.1, &a.0).cmp(&(a.1, &b.0)));
        let number: BTreeMap<&Vec<(usize, u8)>, u32> =
            order.iter().map(|(profile, _)| profile).zip(1..).collect();

        let mut lexicon = LexiconBuilder::new();
        for &(variant, canonical) in variants {
            lexicon.fold(variant, canonical);
        }
        for (surface, senses) in &merged {
            let profile = quantised(senses);
            lexicon.insert(
                surface,
                *number.get(&profile).context("a profile without number")?,
            );
        }
        dictionary.section("words", lexicon.build()?)?;

        let mut starts = u32::try_from(order.len())?.to_le_bytes().to_vec();
        let mut senses = Vec::new();
        for (profile, _) in &order {
            starts.extend(u32::try_from(senses.len() / 2)?.to_le_bytes());
            for &(class, cost) in profile {
                senses.extend([u8::try_from(class)?, cost]);
            }
        }
        starts.extend(u32::try_from(senses.len() / 2)?.to_le_bytes());
        starts.extend(senses);
        dictionary.section("profiles", starts)?;
        dictionary.section("grammar", grammar(sudachi, &classes)?)?;
        Ok(())
    }

    /// The most frequent classes, and at least one of each kind.
    fn classes(&self) -> Vec<Class> {
        let mut count: BTreeMap<Class, usize> = BTreeMap::new();
        for class in self.senses.values().flat_map(BTreeMap::keys) {
            *count.entry(*class).or_default() += 1;
        }
        let mut order: Vec<(Class, usize)> = count.into_iter().collect();
        order.sort_by_key(|&(class, count)| (std::cmp::Reverse(count), class));
        let kinds: BTreeSet<Kind> = order.iter().map(|&((kind, ..), _)| kind).collect();
        let mut classes: Vec<Class> = order
            .iter()
            .take(CLASSES)
            .map(|&(class, _)| class)
            .collect();
        for kind in kinds {
            if !classes.iter().any(|class| class.0 == kind) {
                classes.extend(
                    order
                        .iter()
                        .map(|&(class, _)| class)
                        .find(|class| class.0 == kind),
                );
            }
        }
        classes
    }
}

/// A name of kanji and kana that begins with kanji (真由み, 佐々木ノ).
fn is_mixed_name(surface: &str) -> bool {
    let mut characters = surface.chars();
    characters.next().is_some_and(is_han)
        && characters
            .all(|character| is_han(character) || is_hiragana(character) || is_katakana(character))
}

/// The kanji that a word begins with and the first hiragana behind them.
fn stem_of(surface: &str) -> Option<&str> {
    let (at, kana) = surface
        .char_indices()
        .find(|&(_, character)| !is_han(character))?;
    (at > 0 && is_hiragana(kana))
        .then(|| surface.get(..at + kana.len_utf8()))
        .flatten()
}

/// The section `grammar`.
fn grammar(sudachi: &sudachi::Dictionary, classes: &[Class]) -> Result<Vec<u8>> {
    let mut bytes = u16::try_from(classes.len())?.to_le_bytes().to_vec();
    bytes.extend(u16::try_from(Context::COUNT)?.to_le_bytes());
    bytes.extend(classes.iter().map(|class| class.0 as u8));
    let mut put = |cost: i32| {
        let cost = i16::try_from(cost.clamp(-30_000, 30_000)).unwrap_or_default();
        bytes.extend(cost.to_le_bytes());
    };
    for &(_, _, right) in classes {
        for &(_, left, _) in classes {
            put(sudachi.connection(right, left));
        }
    }
    let neighbours = Neighbours::collect(sudachi);
    for context in 0..Context::COUNT {
        for &(_, left, _) in classes {
            put(neighbours.cheapest_before(sudachi, context, left));
        }
    }
    for context in 0..Context::COUNT {
        for &(_, _, right) in classes {
            put(neighbours.cheapest_after(sudachi, context, right));
        }
    }
    Ok(bytes)
}

/// The words that may stand beside a run of kanji, by context: connection id and cost.
struct Neighbours {
    before: Vec<BTreeMap<i16, i32>>,
    after: Vec<BTreeMap<i16, i32>>,
}

impl Neighbours {
    fn collect(sudachi: &sudachi::Dictionary) -> Self {
        let mut neighbours = Self {
            before: vec![BTreeMap::new(); Context::COUNT],
            after: vec![BTreeMap::new(); Context::COUNT],
        };
        let mut note = |is_before: bool, context: usize, id: i16, cost: i32| {
            let side = if is_before {
                &mut neighbours.before
            } else {
                &mut neighbours.after
            };
            if let Some(words) = side.get_mut(context) {
                let known = words.entry(id).or_insert(cost);
                *known = cost.min(*known);
            }
        };
        for word in &sudachi.words {
            let cost = i32::from(word.cost);
            if word.left < 0 || word.right < 0 || cost > LIKELY_KANA_WORD {
                continue;
            }
            let part_of_speech = sudachi.parts_of_speech.get(word.part_of_speech);
            let is_sign = part_of_speech
                .and_then(|levels| levels.first())
                .is_some_and(|level| level == "記号" || level == "空白");
            if is_sign {
                continue;
            }
            let hiragana_only = word.surface.chars().all(is_hiragana);
            if hiragana_only && let Some(first) = word.surface.chars().next() {
                note(false, Context::of(Some(first)).index(), word.left, cost);
            }
            if let Some(last) = word.surface.chars().next_back()
                && (hiragana_only || is_hiragana(last))
            {
                note(true, Context::of(Some(last)).index(), word.right, cost);
            }
            for (sign, context) in [
                ("、", Context::COMMA),
                ("。", Context::STOP),
                ("「", Context::OPEN),
                ("」", Context::CLOSE),
                ("・", Context::OTHER),
            ] {
                if word.surface == sign {
                    note(true, context.index(), word.right, 0);
                    note(false, context.index(), word.left, 0);
                }
            }
        }
        // Ids of plain words: loan words, numbers, Latin words, and the edge of a sentence.
        for (id, context) in [
            (5144, Context::KATAKANA),
            (4794, Context::DIGIT),
            (5139, Context::LATIN),
            (0, Context::EDGE),
        ] {
            note(true, context.index(), id, 0);
            note(false, context.index(), id, 0);
        }
        neighbours
    }

    fn cheapest_before(&self, sudachi: &sudachi::Dictionary, context: usize, left: i16) -> i32 {
        self.before
            .get(context)
            .into_iter()
            .flatten()
            .map(|(&right, cost)| sudachi.connection(right, left) + cost)
            .min()
            .unwrap_or_default()
    }

    fn cheapest_after(&self, sudachi: &sudachi::Dictionary, context: usize, right: i16) -> i32 {
        self.after
            .get(context)
            .into_iter()
            .flatten()
            .map(|(&left, cost)| sudachi.connection(right, left) + cost)
            .min()
            .unwrap_or_default()
    }
}

/// Hiragana as katakana; anything else stays.
fn katakana(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            'ぁ'..='ゖ' => char::from_u32(u32::from(character) + 0x60).unwrap_or(character),
            other => other,
        })
        .collect()
}

/// Names and words in kana: bits, and the spellings that each reading has.
#[derive(Default)]
struct KanaWords {
    bits: BTreeMap<String, u32>,
    surnames: BTreeMap<String, BTreeSet<String>>,
    given_names: BTreeMap<String, BTreeSet<String>>,
}

impl KanaWords {
    fn add_sudachi(&mut self, sudachi: &sudachi::Dictionary) {
        for word in &sudachi.words {
            let Some(kind) = sudachi
                .parts_of_speech
                .get(word.part_of_speech)
                .and_then(|part_of_speech| kind_of(part_of_speech))
            else {
                continue;
            };
            if word.left < 0 {
                continue;
            }
            let surface = &word.surface;
            match kind {
                Kind::Surname if is_kanji_word(surface) => {
                    self.add_reading(&word.reading, kana::SURNAME, surface);
                }
                Kind::Given if is_kanji_word(surface) => {
                    self.add_reading(&word.reading, kana::GIVEN, surface);
                }
                _ => {}
            }
            let length = surface.chars().count();
            if surface.chars().all(is_katakana) {
                let bit = match kind {
                    Kind::Surname | Kind::Given | Kind::Person => kana::FOREIGN,
                    Kind::Place => kana::PLACE,
                    Kind::Proper => kana::PROPER,
                    _ => kana::KATAKANA_WORD,
                };
                if (2..=10).contains(&length) {
                    *self.bits.entry(surface.clone()).or_default() |= bit;
                }
            } else if surface.chars().all(is_hiragana) {
                let bit = match kind {
                    Kind::Given => kana::HIRAGANA_NAME,
                    Kind::Surname | Kind::Person | Kind::Place | Kind::Proper => continue,
                    _ => kana::HIRAGANA_WORD,
                };
                if (2..=6).contains(&length) {
                    *self.bits.entry(katakana(surface)).or_default() |= bit;
                }
            }
        }
    }

    fn add_reading(&mut self, reading: &str, bit: u32, surface: &str) {
        let length = reading.chars().count();
        // Family names may have one kana (井, 津).
        let shortest = if bit == kana::SURNAME { 1 } else { 2 };
        if !(shortest..=10).contains(&length) || !reading.chars().all(is_katakana) {
            return;
        }
        let spellings = if bit == kana::SURNAME {
            &mut self.surnames
        } else {
            &mut self.given_names
        };
        spellings
            .entry(reading.to_owned())
            .or_default()
            .insert(surface.to_owned());
    }

    /// `latin.tsv`: a name in small letters, a tab, its part.
    fn add_latin(&mut self, root: &Path) -> Result<()> {
        let text = std::fs::read_to_string(root.join("redact/data/names/latin.tsv"))?;
        for line in text
            .lines()
            .filter(|line| !line.starts_with('#') && !line.is_empty())
        {
            let (name, part) = line.split_once('\t').context("a name needs two columns")?;
            let bit = match part {
                "given" => kana::LATIN_GIVEN,
                "family" => kana::LATIN_FAMILY,
                "word" => kana::LATIN_WORD,
                _ => anyhow::bail!("`{part}` is no part of a name"),
            };
            *self.bits.entry(name.to_owned()).or_default() |= bit;
        }
        Ok(())
    }

    fn write(mut self, dictionary: &mut DictionaryBuilder) -> Result<()> {
        for (spellings, bit, shift) in [
            (&self.surnames, kana::SURNAME, kana::SURNAME_WEIGHT),
            (&self.given_names, kana::GIVEN, kana::GIVEN_WEIGHT),
        ] {
            for (reading, spellings) in spellings {
                let weight = spellings.len().ilog2().min(kana::LARGEST_WEIGHT);
                *self.bits.entry(reading.clone()).or_default() |= bit | weight << shift;
            }
        }
        let mut lexicon = LexiconBuilder::new();
        for index in 0..Context::COUNT {
            if let Some(hiragana) = Context::hiragana(index) {
                let folded = katakana(&hiragana.to_string());
                lexicon.fold(hiragana, folded.parse()?);
            }
        }
        for (word, &bits) in &self.bits {
            lexicon.insert(word, bits);
        }
        dictionary.section("kana", lexicon.build()?)?;
        Ok(())
    }
}
