//! Reads mecab-ipadic's lists (CSV in EUC-JP): names of persons and organisations.

use anyhow::{Context, Result};

use super::source::{Sources, files_of_deb};

/// What a word of IPADIC names.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Surname,
    GivenName,
    Organisation,
}

/// A word, its reading in katakana, and what it names.
pub(super) struct Word {
    pub(super) surface: String,
    pub(super) reading: String,
    pub(super) kind: Kind,
}

pub(super) fn read(sources: &Sources) -> Result<Vec<Word>> {
    let package = sources.get("mecab-ipadic")?.fetch()?;
    let mut words = Vec::new();
    for (_, text) in files_of_deb(&package, "usr/share/mecab/dic/ipadic/Noun.")? {
        for line in text.lines() {
            let fields: Vec<&str> = line.split(',').collect();
            let kind = match fields.get(6..8) {
                Some(["人名", "姓"]) => Kind::Surname,
                Some(["人名", "名"]) => Kind::GivenName,
                Some(["組織", _]) => Kind::Organisation,
                _ => continue,
            };
            let field = |index: usize| fields.get(index).context("a line of IPADIC is cut short");
            words.push(Word {
                surface: (*field(0)?).to_owned(),
                reading: (*field(11)?).to_owned(),
                kind,
            });
        }
    }
    Ok(words)
}
