//! The options that say what stands in place of a find.

use std::path::PathBuf;

use anyhow::{Context, bail};
use clap::{Args, ValueEnum};
use redact::OsRandom;
use redact::anonymizer::operators::{
    Encrypt, Hash, HashAlgorithm, Keep, Mask, OperatorConfig, Placeholder, Redact, Replace,
};

use crate::secret_file;

/// An operator and its settings.
#[derive(Args)]
pub(super) struct OperatorOptions {
    /// What stands in place of a find
    #[arg(long, value_enum, default_value = "placeholder")]
    operator: Operator,

    /// The text for --operator replace; by default the kind, such as <EMAIL_ADDRESS>
    #[arg(long, value_name = "TEXT")]
    new_value: Option<String>,

    /// The character for --operator mask; by default *
    #[arg(long, value_name = "C")]
    masking_char: Option<char>,

    /// How many characters --operator mask covers from the end; by default all
    #[arg(long, value_name = "N")]
    chars_to_mask: Option<usize>,

    /// A salt of at least 16 bytes for --operator hash, so that equal values of several runs have equal
    /// hashes; by default a random one for each run. Other users of the machine can see it: prefer --salt-file
    #[arg(long, value_name = "SALT", conflicts_with = "salt_file")]
    salt: Option<String>,

    /// The salt for --operator hash: a file, readable by you alone; white space around the salt is left out
    #[arg(long, value_name = "FILE")]
    salt_file: Option<PathBuf>,

    /// The key for --operator encrypt: a file with 64 hexadecimal digits, readable by you alone;
    /// `redact decrypt` takes the same file
    #[arg(long, value_name = "FILE")]
    key_file: Option<PathBuf>,
}

/// Operators by their names in Presidio.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Operator {
    /// A numbered placeholder such as [EMAIL_1], which `redact restore` puts back
    Placeholder,
    /// A fixed text
    Replace,
    /// Nothing
    Redact,
    /// Characters covered by another
    Mask,
    /// A salted SHA-256
    Hash,
    /// The value, encrypted under --key-file (XChaCha20-Poly1305, base64), for `redact decrypt`
    Encrypt,
    /// The value itself: shows what would be touched
    Keep,
}

impl OperatorOptions {
    /// Whether finds become placeholders.
    pub(super) fn is_placeholder(&self) -> bool {
        self.operator == Operator::Placeholder
    }

    /// The operator; fails when an option belongs to another one.
    pub(super) fn config(&self) -> anyhow::Result<OperatorConfig> {
        self.check_that_all_apply()?;
        Ok(match self.operator {
            Operator::Placeholder => Placeholder.into(),
            Operator::Replace => match &self.new_value {
                Some(text) => Replace::with(text.clone()).into(),
                None => Replace::with_type().into(),
            },
            Operator::Redact => Redact.into(),
            Operator::Mask => {
                let character = self.masking_char.unwrap_or('*');
                match self.chars_to_mask {
                    Some(count) => Mask::last(character, count).into(),
                    None => Mask::all(character).into(),
                }
            }
            Operator::Hash => self.hash()?.into(),
            Operator::Encrypt => {
                let path = self.key_file.as_deref();
                let path = path.context("--operator encrypt needs --key-file")?;
                Encrypt::new(secret_file::read_key(path)?).into()
            }
            Operator::Keep => Keep.into(),
        })
    }

    fn hash(&self) -> anyhow::Result<Hash> {
        let algorithm = HashAlgorithm::Sha256;
        Ok(match (&self.salt, &self.salt_file) {
            (Some(salt), _) => Hash::new(algorithm, salt.as_bytes())?,
            (None, Some(path)) => Hash::new(algorithm, secret_file::read(path)?.as_bytes())
                .with_context(|| path.display().to_string())?,
            (None, None) => Hash::with_random_salt(algorithm, &mut OsRandom)?,
        })
    }

    fn check_that_all_apply(&self) -> anyhow::Result<()> {
        let belongs = [
            ("--new-value", self.new_value.is_some(), Operator::Replace),
            (
                "--masking-char",
                self.masking_char.is_some(),
                Operator::Mask,
            ),
            (
                "--chars-to-mask",
                self.chars_to_mask.is_some(),
                Operator::Mask,
            ),
            ("--salt", self.salt.is_some(), Operator::Hash),
            ("--salt-file", self.salt_file.is_some(), Operator::Hash),
            ("--key-file", self.key_file.is_some(), Operator::Encrypt),
        ];
        for (option, is_given, operator) in belongs {
            if is_given && operator != self.operator {
                let name = operator.to_possible_value();
                let name = name.as_ref().map_or("another", |value| value.get_name());
                bail!("{option} goes with --operator {name}");
            }
        }
        Ok(())
    }
}
