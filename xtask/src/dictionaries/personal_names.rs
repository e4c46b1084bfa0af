//! Reads japanese-personal-name-dataset: given names and surnames with their readings. Its
//! population counts are left out.

use anyhow::Result;

use super::source::{Sources, unzip};

/// A name and its reading in hiragana.
pub(super) struct Name {
    pub(super) surface: String,
    pub(super) reading: String,
    pub(super) is_surname: bool,
}

pub(super) fn read(sources: &Sources) -> Result<Vec<Name>> {
    let wheel = sources.get("japanese-personal-name-dataset")?.fetch()?;
    let file = |name: &str| -> Result<String> {
        let path = format!("japanese_personal_name_dataset/dataset/{name}.csv");
        Ok(String::from_utf8(unzip(&wheel, &path)?)?)
    };
    let mut names = Vec::new();
    for list in ["first_name_man_org", "first_name_woman_org"] {
        // Reading, romanisation, then every spelling.
        for line in file(list)?.lines() {
            let mut fields = line.split(',');
            let Some(reading) = fields.next() else {
                continue;
            };
            for surface in fields.skip(1).filter(|surface| !surface.is_empty()) {
                names.push(Name {
                    surface: surface.to_owned(),
                    reading: reading.to_owned(),
                    is_surname: false,
                });
            }
        }
    }
    // Spelling, bearers, reading, romanisation.
    for line in file("last_name_org")?.lines() {
        let fields: Vec<&str> = line.split(',').collect();
        if let [surface, _, reading, ..] = fields.as_slice() {
            names.push(Name {
                surface: (*surface).to_owned(),
                reading: (*reading).to_owned(),
                is_surname: true,
            });
        }
    }
    Ok(names)
}
