//! Makes `redact/data/phone/numbering_plans.tsv`: every country's numbering plan as libphonenumber's
//! metadata describe it, without what only formatting and geocoding need.
//!
//! A line is a record, its first field says of what: a region, a kind of number of the region above
//! it, a national or international format of that region, or alternative formats of a country code.
//! Regions stand in the order in which a country code is resolved, its main region first.

mod python;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};

use python::{Value, assigned};

/// The kinds in the order of the table; the first holds for all numbers of the region.
const KINDS: [&str; 11] = [
    "general_desc",
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

/// The table made of the package's folder `data`.
pub(crate) fn table(data: &Path) -> Result<String> {
    let read = |name: &str| -> Result<String> {
        let path = data.join(name);
        fs::read_to_string(&path).with_context(|| path.display().to_string())
    };
    let mut out = String::from(concat!(
        "# region\tname\tcountry code\tinternational prefix\tnational prefix\tnational prefix for parsing\ttransformation\tleading digits\n",
        "# KIND\tlengths\tlengths within an area\tpattern\n",
        "# format, international\tgroups\ttemplate\tleading digits (=N: those of the Nth format)\tnational prefix rule\tprefix optional\n",
        "# alternative\tcountry code\tgroups\ttemplate\tleading digits\n",
    ));
    let Value::Fields(countries) = assigned(&read("__init__.py")?, "_COUNTRY_CODE_TO_REGION_CODE")?
    else {
        anyhow::bail!("the map of country codes is none");
    };
    for (code, regions) in countries {
        let code = code.number().context("a country code is a number")?;
        for region in regions.list() {
            let file = match region.text() {
                "001" => format!("region_{code}.py"),
                name => format!("region_{name}.py"),
            };
            let metadata = assigned(&read(&file)?, "PHONE_METADATA_")?;
            ensure!(
                metadata.field("country_code").number() == Some(code),
                "{file}"
            );
            add_region(&metadata, code, &mut out).context(file)?;
        }
        let alternatives = format!("alt_format_{code}.py");
        if data.join(&alternatives).exists() {
            let formats = assigned(&read(&alternatives)?, "PHONE_ALT_FORMAT_")?;
            for format in formats.list() {
                writeln!(
                    out,
                    "alternative\t{code}\t{}\t{}\t{}",
                    groups(format)?,
                    format.field("format").text(),
                    leading_digits(format)
                )?;
            }
        }
    }
    Ok(out)
}

fn add_region(metadata: &Value, code: i64, out: &mut String) -> Result<()> {
    let text = |name: &str| metadata.field(name).text();
    writeln!(
        out,
        "region\t{}\t{code}\t{}\t{}\t{}\t{}\t{}",
        text("id"),
        text("international_prefix"),
        text("national_prefix"),
        text("national_prefix_for_parsing"),
        text("national_prefix_transform_rule"),
        text("leading_digits"),
    )?;
    for kind in KINDS {
        let desc = metadata.field(kind);
        let pattern = desc.field("national_number_pattern").text();
        if !pattern.is_empty() {
            writeln!(
                out,
                "{kind}\t{}\t{}\t{pattern}",
                lengths(desc.field("possible_length")),
                lengths(desc.field("possible_length_local_only")),
            )?;
        }
    }
    let national = metadata.field("number_format").list();
    for format in national {
        let rule = format.field("national_prefix_formatting_rule").text();
        let optional = format.field("national_prefix_optional_when_formatting");
        writeln!(
            out,
            "format\t{}\t{}\t{}\t{rule}\t{}",
            groups(format)?,
            format.field("format").text(),
            leading_digits(format),
            u8::from(*optional == Value::Truth(true)),
        )?;
    }
    for format in metadata.field("intl_number_format").list() {
        let digits = leading_digits(format);
        let same = national
            .iter()
            .position(|other| !digits.is_empty() && leading_digits(other) == digits);
        let digits = same.map_or(digits, |number| format!("={number}"));
        writeln!(
            out,
            "international\t{}\t{}\t{digits}",
            groups(format)?,
            format.field("format").text(),
        )?;
    }
    Ok(())
}

fn lengths(list: &Value) -> String {
    let lengths: Vec<_> = list
        .list()
        .iter()
        .filter_map(Value::number)
        .filter(|&length| length > 0)
        .map(|length| length.to_string())
        .collect();
    lengths.join(" ")
}

/// The last pattern of leading digits, which is the most detailed and the only one that decides.
fn leading_digits(format: &Value) -> String {
    format
        .field("leading_digits_pattern")
        .list()
        .last()
        .map_or_else(String::new, |pattern| pattern.text().to_owned())
}

/// `(\d{3})(\d{3,4})` as `3 3-4`.
fn groups(format: &Value) -> Result<String> {
    let pattern = format.field("pattern").text();
    let mut groups = Vec::new();
    for group in pattern.split_terminator(')') {
        let count = group
            .strip_prefix(r"(\d")
            .with_context(|| format!("{pattern} is not made of groups of digits"))?;
        groups.push(match count.strip_prefix('{') {
            None => "1".to_owned(),
            Some(count) => count.trim_end_matches('}').replace(',', "-"),
        });
    }
    Ok(groups.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_becomes_records() {
        let source = "\nPHONE_METADATA_XX = PhoneMetadata(id='XX', country_code=999, international_prefix='00',\n    \
            general_desc=PhoneNumberDesc(national_number_pattern='7\\\\d{7}', possible_length=(8,)),\n    \
            number_format=[NumberFormat(pattern='(\\\\d{4})(\\\\d{3,4})(\\\\d)', format='\\\\1-\\\\2', leading_digits_pattern=['7', '7[01]'], national_prefix_formatting_rule='0\\\\1')],\n    \
            intl_number_format=[NumberFormat(pattern='(\\\\d{4})(\\\\d{4})', format='\\\\1 \\\\2', leading_digits_pattern=['7[01]'])])";
        let mut out = String::new();
        add_region(&assigned(source, "PHONE_METADATA_").unwrap(), 999, &mut out).unwrap();
        assert_eq!(
            out,
            "region\tXX\t999\t00\t\t\t\t\ngeneral_desc\t8\t\t7\\d{7}\n\
             format\t4 3-4 1\t\\1-\\2\t7[01]\t0\\1\t0\ninternational\t4 4\t\\1 \\2\t=0\n"
        );
    }
}
