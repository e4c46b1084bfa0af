//! A file takes another's place at once, or not at all.
//!
//! What is written goes to a new file beside it, readable by its owner alone from the beginning, and is safely
//! on disk before it takes the name. A name that was guessed and planted is not used.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

use redact::{OsRandom, RandomSource as _};

/// Hexadecimal digits in the name of a temporary file.
const DIGITS: usize = 16;

const ENDING: &str = ".tmp";

/// Puts what `write` writes in place of the file at `path`.
pub(super) fn replace(
    path: &Path,
    write: impl FnOnce(&mut BufWriter<&File>) -> io::Result<()>,
) -> io::Result<()> {
    let mut temporary = Temporary::beside(path)?;
    write(&mut BufWriter::with_capacity(1 << 16, &temporary.file))?;
    temporary.file.sync_all()?;
    fs::rename(&temporary.path, path)?;
    temporary.is_gone = true;
    sync_folder(path)
}

/// Whether a file can be made beside `path`, and whose it would be.
pub(super) fn probe(path: &Path) -> io::Result<Owner> {
    let temporary = Temporary::beside(path)?;
    Ok(Owner::of(&temporary.file.metadata()?))
}

/// Removes what a run that was killed left beside `path`; only its lock's holder may call this.
pub(super) fn remove_left_over(path: &Path) {
    let Some(start) = super::beside(path, "").file_name().map(ToOwned::to_owned) else {
        return;
    };
    // What cannot be listed cannot be tidied; the map is none the worse for it.
    let Ok(entries) = fs::read_dir(folder(path)) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let digits = name
            .as_encoded_bytes()
            .strip_prefix(start.as_encoded_bytes())
            .and_then(|rest| rest.strip_suffix(ENDING.as_bytes()));
        let is_ours = digits.is_some_and(|digits| {
            digits.len() == DIGITS && digits.iter().all(u8::is_ascii_hexdigit)
        });
        if is_ours && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Makes a file that is new and that its owner alone may read. Links are not followed.
pub(super) fn create_private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// A new file, removed unless it took another's place.
struct Temporary {
    file: File,
    path: PathBuf,
    is_gone: bool,
}

impl Temporary {
    fn beside(path: &Path) -> io::Result<Self> {
        let mut random = [0; DIGITS / 2];
        OsRandom.fill(&mut random).map_err(io::Error::other)?;
        let number = u64::from_be_bytes(random);
        let path = super::beside(path, &format!("{number:0DIGITS$x}{ENDING}"));
        Ok(Self {
            file: create_private(&path)?,
            path,
            is_gone: false,
        })
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if !self.is_gone {
            // There is nothing more to be done about a file that cannot be removed.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Whose our files are.
pub(super) struct Owner {
    #[cfg(unix)]
    uid: u32,
}

impl Owner {
    #[cfg(unix)]
    fn of(data: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt as _;

        Self { uid: data.uid() }
    }

    #[cfg(not(unix))]
    fn of(_: &Metadata) -> Self {
        Self {}
    }

    /// Whether a file is ours; everything is the superuser's.
    #[cfg(unix)]
    pub(super) fn may_replace(&self, file: &Metadata) -> bool {
        use std::os::unix::fs::MetadataExt as _;

        self.uid == 0 || file.uid() == self.uid
    }

    #[cfg(not(unix))]
    pub(super) fn may_replace(&self, _: &Metadata) -> bool {
        true
    }
}

fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Makes the new name durable.
#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    match File::open(folder(path)).and_then(|folder| folder.sync_all()) {
        // Some file systems cannot do this with a folder, and a folder may be closed to reading.
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::InvalidInput
                    | io::ErrorKind::Unsupported
                    | io::ErrorKind::PermissionDenied
            ) =>
        {
            Ok(())
        }
        other => other,
    }
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
