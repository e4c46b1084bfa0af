//! Placeholder maps in files: one writer at a time, and never half a map.
//!
//! Whoever adds to a map holds its lock from reading it to writing it for the last time, so that no other
//! run can give out the same numbers or write over what was added. A reader needs no lock: a new map
//! takes the place of the old one at once.

mod atomic;
mod lock;

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use clap::Args;
use redact::PlaceholderMap;
use redact::placeholder::DocumentDigest;

use lock::Lock;

/// How long to wait for another run unless --wait says otherwise.
const WAIT: Duration = Duration::from_mins(1);

/// The options of commands that add to a map.
#[derive(Args)]
pub(crate) struct MapOptions {
    /// Where the placeholders' values are kept; the file is the secret, readable by you alone
    #[arg(long, value_name = "MAP.json")]
    map: Option<PathBuf>,

    /// How long to wait while another run adds to the map, in seconds; by default 60
    #[arg(long, value_name = "SECONDS", requires = "map")]
    wait: Option<u64>,
}

impl MapOptions {
    /// Whether a map was named.
    pub(crate) fn is_given(&self) -> bool {
        self.map.is_some()
    }

    /// The map that was named, locked; an empty one if the file is not there yet.
    pub(crate) fn open(&self) -> anyhow::Result<Option<MapFile>> {
        let wait = self.wait.map_or(WAIT, Duration::from_secs);
        let open = |path: &PathBuf| MapFile::open(path, wait);
        self.map.as_ref().map(open).transpose()
    }
}

/// A map and the file it is kept in. No other run can write the file while this value lives.
pub(crate) struct MapFile {
    map: PlaceholderMap,
    /// As the caller named it.
    name: PathBuf,
    /// What the name leads to.
    path: PathBuf,
    _lock: Lock,
}

impl MapFile {
    /// Locks a map and reads it. Fails when the file could not be written later, and when it is not
    /// ours: a map that somebody else put there decides which values are restored.
    pub(crate) fn open(name: &Path, wait: Duration) -> anyhow::Result<Self> {
        let path = target(name)?;
        let lock = Lock::acquire(&path, name, wait)?;
        atomic::remove_left_over(&path);
        let cannot_write = || format!("cannot write {}", name.display());
        let owner = atomic::probe(&path).with_context(cannot_write)?;
        let map = match fs::symlink_metadata(&path) {
            Ok(data) if !data.is_file() => bail!("{} is not a regular file", name.display()),
            Ok(data) if !owner.may_replace(&data) => {
                bail!("{} belongs to another user", name.display())
            }
            Ok(_) => read(&path)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => PlaceholderMap::new(),
            Err(error) => return Err(error).with_context(cannot_write),
        };
        Ok(Self {
            map,
            name: name.to_owned(),
            path,
            _lock: lock,
        })
    }

    /// The map, to add to it.
    pub(crate) fn map(&mut self) -> &mut PlaceholderMap {
        &mut self.map
    }

    /// Puts the map into its file, safely on disk when this returns; says how long it took. When it
    /// fails, the old map is untouched.
    pub(crate) fn save(&self) -> anyhow::Result<Duration> {
        let began = Instant::now();
        atomic::replace(&self.path, |file| {
            serde_json::to_writer_pretty(&mut *file, &self.map)?;
            file.flush()
        })
        .with_context(|| format!("cannot write {}", self.name.display()))?;
        Ok(began.elapsed())
    }
}

/// What a map remembers of a text that was redacted with it. Blank lines at the end do not count: they come
/// and go when texts are copied.
pub(crate) fn digest(redacted: &str) -> DocumentDigest {
    DocumentDigest::of(redacted.trim_end())
}

/// The map in a file that `redact anonymize` wrote.
pub(crate) fn read(path: &Path) -> anyhow::Result<PlaceholderMap> {
    let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    // The parser's message may quote a value, so only the place goes out.
    serde_json::from_slice(&bytes).map_err(|error| {
        anyhow::anyhow!(
            "{} is not a placeholder map of this version (line {}, column {})",
            path.display(),
            error.line(),
            error.column()
        )
    })
}

/// The file that a name means. A link is followed, so that the map is written where it leads and both
/// names stay one map; one that leads nowhere is refused, since nobody can say what was meant.
fn target(name: &Path) -> anyhow::Result<PathBuf> {
    if name.file_name().is_none() {
        bail!("{} is not the name of a file", name.display());
    }
    let is_link = fs::symlink_metadata(name).is_ok_and(|data| data.is_symlink());
    let path = if is_link {
        fs::canonicalize(name)
            .with_context(|| format!("{} is a link that leads nowhere", name.display()))?
    } else {
        name.to_owned()
    };
    if fs::symlink_metadata(&path).is_ok_and(|data| !data.is_file()) {
        bail!("{} is not a regular file", name.display());
    }
    Ok(path)
}

/// The name of a file of ours beside `path`: hidden, and with a word that no file of a user's has.
fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(".redact-");
    name.push(suffix);
    path.with_file_name(name)
}
