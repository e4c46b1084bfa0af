//! Which mails are there, and what is each for?

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use crate::eml::Recipe;
use crate::jsonl::Gold;
use crate::label::{self, LabelError, Labelled};

/// What a mail may be used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Split {
    /// Rules may be written while looking at it.
    Dev,
    /// Only measured; the floors are held on these.
    Test,
}

/// One mail of the corpus.
#[derive(Clone, Debug)]
pub struct Mail {
    /// Its number, such as `017`.
    pub id: String,
    /// What it may be used for.
    pub split: Split,
    /// How its message is written.
    pub recipe: Recipe,
    /// Text and labels.
    pub labelled: Labelled,
}

/// Why the corpus cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// A file that cannot be read.
    #[error("{path}: {source}")]
    Io {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A line of `mails.tsv` that is wrong.
    #[error("mails.tsv, line {line}: {fault}")]
    Index {
        /// Which line, from 1.
        line: usize,
        /// What is wrong.
        fault: String,
    },
    /// A mail whose labels are wrong.
    #[error("mails/{id}.txt, {source}")]
    Label {
        /// Which mail.
        id: String,
        /// What is wrong.
        source: LabelError,
    },
}

impl fmt::Display for Split {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Dev => "dev",
            Self::Test => "test",
        })
    }
}

impl std::str::FromStr for Split {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        match name {
            "dev" => Ok(Self::Dev),
            "test" => Ok(Self::Test),
            _ => Err(format!("a split is dev or test, not {name}")),
        }
    }
}

impl Mail {
    /// The mail as a gold record.
    pub fn gold(&self) -> Gold {
        Gold {
            id: self.id.clone(),
            text: self.labelled.text.clone(),
            entities: self.labelled.entities.clone(),
        }
    }
}

/// The folder of this crate, where `mails.tsv` and `mails/` lie.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Reads every mail that `mails.tsv` lists, in its order.
///
/// # Errors
///
/// When a file is missing or says something that the guide does not know.
pub fn load(root: &Path) -> Result<Vec<Mail>, LoadError> {
    index(&read(&root.join("mails.tsv"))?)?
        .into_iter()
        .map(|(id, split, recipe)| {
            let source = read(&root.join("mails").join(format!("{id}.txt")))?;
            let labelled = label::parse(&source).map_err(|source| LoadError::Label {
                id: id.clone(),
                source,
            })?;
            Ok(Mail {
                id,
                split,
                recipe,
                labelled,
            })
        })
        .collect()
}

fn read(path: &Path) -> Result<String, LoadError> {
    fs::read_to_string(path).map_err(|source| LoadError::Io {
        path: path.to_owned(),
        source,
    })
}

fn index(source: &str) -> Result<Vec<(String, Split, Recipe)>, LoadError> {
    let mut mails = Vec::new();
    for (number, line) in source.lines().enumerate().skip(1) {
        let fault = |fault| LoadError::Index {
            line: number + 1,
            fault,
        };
        let columns: Vec<&str> = line.split('\t').collect();
        let [id, split, charset, transfer, form, attachment] = columns[..] else {
            return Err(fault("a line has six columns".to_owned()));
        };
        let recipe = Recipe::parse(charset, transfer, form, attachment).map_err(fault)?;
        let split = split.parse().map_err(fault)?;
        mails.push((id.to_owned(), split, recipe));
    }
    Ok(mails)
}
