//! Makes the tables of `redact/data/phone` from the metadata of libphonenumber: `countries.tsv` here,
//! the whole numbering plans in `phone_plans`.
//!
//! The metadata describe every range of every country in regular expressions, 1 MB of them. To tell
//! a telephone number from other digits behind a `+` three facts suffice: the country codes, how long
//! national numbers are and by which two digits they may begin. They fit into a table a person can
//! read in review.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use regex::Regex;
use regex_automata::dfa::{Automaton, dense};
use regex_automata::util::syntax;
use regex_automata::{Anchored, util::start};

/// Kinds of numbers that people call; the others are emergency and network codes.
const KINDS: [&str; 10] = [
    "fixed_line",
    "mobile",
    "toll_free",
    "premium_rate",
    "shared_cost",
    "personal_number",
    "voip",
    "pager",
    "uan",
    "voicemail",
];

#[derive(Default)]
struct Country {
    regions: BTreeSet<String>,
    lengths: BTreeSet<u8>,
    beginnings: BTreeSet<u8>,
}

/// Make the tables of telephone numbers by country
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The unpacked Python package phonenumbers
    package: PathBuf,
    /// Compare with the committed tables instead of writing them
    #[arg(long)]
    check: bool,
}

/// Writes the tables, or when checking fails if one differs from what stands there.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let data = arguments.package.join("data");
    let folder = crate::workspace().join("redact/data/phone");
    for (name, table) in [
        ("countries.tsv", table(&data)?),
        ("numbering_plans.tsv", crate::phone_plans::table(&data)?),
    ] {
        let target = folder.join(name);
        if arguments.check {
            let present = fs::read_to_string(&target)?;
            ensure!(present == table, "{} is stale", target.display());
        } else {
            fs::write(target, table)?;
        }
    }
    Ok(())
}

fn table(data: &Path) -> Result<String> {
    let mut countries = BTreeMap::<u16, Country>::new();
    for entry in fs::read_dir(data).with_context(|| data.display().to_string())? {
        let path = entry?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if name.starts_with("region_") && path.extension().is_some_and(|end| end == "py") {
            add_region(&fs::read_to_string(&path)?, &mut countries)
                .with_context(|| name.clone())?;
        }
    }
    let mut out = String::from(
        "# country code\tregions\tlengths of the national number\tits first two digits\n",
    );
    for (code, country) in countries {
        let regions: Vec<_> = country.regions.into_iter().collect();
        writeln!(
            out,
            "{code}\t{}\t{}\t{}",
            regions.join(" "),
            ranges(&country.lengths, 1),
            ranges(&country.beginnings, 2)
        )?;
    }
    Ok(out)
}

fn add_region(source: &str, countries: &mut BTreeMap<u16, Country>) -> Result<()> {
    let head = Regex::new(r"PhoneMetadata\(id='(\w+)', country_code=(\d+)")?;
    let kind = Regex::new(
        r"(?m)^    (\w+)=PhoneNumberDesc\(national_number_pattern='((?:[^'\\]|\\.)*)'.*?possible_length=\(([\d, ]*)\)",
    )?;
    let Some(found) = head.captures(source) else {
        return Ok(());
    };
    let country = countries.entry(found[2].parse()?).or_default();
    country.regions.insert(found[1].to_owned());
    for found in kind.captures_iter(source) {
        if !KINDS.contains(&&found[1]) {
            continue;
        }
        for length in found[3].split(',').map(str::trim) {
            if !length.is_empty() {
                country.lengths.insert(length.parse()?);
            }
        }
        country
            .beginnings
            .extend(beginnings(&found[2].replace(r"\\", r"\"))?);
    }
    Ok(())
}

/// By which two digits a match of the pattern may begin.
fn beginnings(pattern: &str) -> Result<BTreeSet<u8>> {
    let dfa = dense::Builder::new()
        .syntax(syntax::Config::new().unicode(false).utf8(false))
        .build(pattern)?;
    let start = dfa.start_state(&start::Config::new().anchored(Anchored::Yes))?;
    Ok((0..100)
        .filter(|pair| {
            let first = dfa.next_state(start, b'0' + pair / 10);
            !dfa.is_dead_state(dfa.next_state(first, b'0' + pair % 10))
        })
        .collect())
}

/// `3-5 8`, each number with at least `width` digits.
fn ranges(numbers: &BTreeSet<u8>, width: usize) -> String {
    let mut parts: Vec<(u8, u8)> = Vec::new();
    for &number in numbers {
        match parts.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => parts.push((number, number)),
        }
    }
    let written: Vec<String> = parts
        .into_iter()
        .map(|(first, last)| {
            if first == last {
                format!("{first:0width$}")
            } else {
                format!("{first:0width$}-{last:0width$}")
            }
        })
        .collect();
    written.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beginnings_follow_the_pattern() {
        let found = beginnings(r"(?:2\d|3[15])\d{3}").unwrap();
        assert_eq!(ranges(&found, 2), "20-29 31 35");
    }

    #[test]
    fn a_region_becomes_its_facts() {
        let source = "M = PhoneMetadata(id='XX', country_code=999, international_prefix='00',\n    \
            mobile=PhoneNumberDesc(national_number_pattern='7[01]\\\\d{6}', example_number='70000000', possible_length=(8,)),\n    \
            emergency=PhoneNumberDesc(national_number_pattern='112', possible_length=(3,)),";
        let mut countries = BTreeMap::new();
        add_region(source, &mut countries).unwrap();
        let country = &countries[&999];
        assert_eq!(ranges(&country.lengths, 1), "8");
        assert_eq!(ranges(&country.beginnings, 2), "70-71");
    }
}
