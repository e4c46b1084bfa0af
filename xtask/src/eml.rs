//! Writes the messages of the corpus from its labelled mails.

use anyhow::Context as _;
use corpus::{eml, mail};

use crate::generated;

/// Write corpus/mails/*.eml from the labelled mails
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Write nothing; fail when a committed message differs
    #[arg(long)]
    check: bool,
}

pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    ensure(arguments.check)
}

pub(crate) fn check() -> anyhow::Result<()> {
    ensure(true)
}

fn ensure(check: bool) -> anyhow::Result<()> {
    let mut files = Vec::new();
    for mail in mail::load(mail::root())? {
        let message = eml::write(&mail).with_context(|| format!("mails/{}.txt", mail.id))?;
        files.push((
            mail::root().join("mails").join(format!("{}.eml", mail.id)),
            message,
        ));
    }
    generated::ensure(&files, check, "cargo xtask eml")
}
