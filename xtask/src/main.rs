//! All automation of the workspace, one subcommand a file.

mod phone_metadata;

use std::path::Path;

use anyhow::{Result, bail};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["phone-metadata", package, rest @ ..] => phone_metadata::run(
            Path::new(package),
            Path::new("redact/data/phone/countries.tsv"),
            rest.contains(&"--check"),
        ),
        _ => bail!("usage: cargo xtask phone-metadata DIRECTORY [--check]"),
    }
}
