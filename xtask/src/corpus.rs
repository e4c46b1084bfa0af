//! Prints the corpus as JSON Lines, for tools that know nothing of its markup.

use std::io::Write as _;

use corpus::{Split, jsonl, mail};

/// Print the labelled mails as JSON Lines (id, text, entities; offsets in code points)
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Only the mails of one split, dev or test
    #[arg(long)]
    split: Option<Split>,
}

pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let mut gold = Vec::new();
    for mail in mail::load(mail::root())? {
        if arguments.split.is_none_or(|split| split == mail.split) {
            gold.push(mail.gold());
        }
    }
    std::io::stdout().write_all(jsonl::write(&gold)?.as_bytes())?;
    Ok(())
}
