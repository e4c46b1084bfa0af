//! One writer at a time: an advisory lock on a file beside the map.
//!
//! The map itself cannot carry the lock, since it is replaced. The operating system gives the lock up when its
//! process ends, however it ends; a lock file that was left over is free.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};

/// How often to try.
const PAUSE: Duration = Duration::from_millis(15);

/// After this time a person is told why nothing happens.
const SILENCE: Duration = Duration::from_secs(1);

/// Held until it is dropped.
pub(super) struct Lock {
    file: File,
    path: PathBuf,
}

impl Lock {
    /// Waits for the lock of the map at `map`, at most for `wait`. Messages call the map `name`.
    pub(super) fn acquire(map: &Path, name: &Path, wait: Duration) -> anyhow::Result<Self> {
        let path = super::beside(map, "lock");
        let cannot_lock = || format!("cannot lock {}", name.display());
        let began = Instant::now();
        let mut is_told = false;
        loop {
            if let Some(file) = attempt(&path).with_context(cannot_lock)? {
                return Ok(Self { file, path });
            }
            let waited = began.elapsed();
            if waited >= wait {
                bail!(
                    "{} is in use: another run adds to it, and {} seconds were not enough (--wait gives it longer)",
                    name.display(),
                    wait.as_secs()
                );
            }
            if !is_told && waited >= SILENCE {
                is_told = true;
                // Nobody reads standard error: no reason to stop.
                let _ = writeln!(
                    io::stderr(),
                    "redact: waiting for another run that adds to {}",
                    name.display()
                );
            }
            sleep(PAUSE);
        }
    }
}

/// The lock file, locked; nothing while somebody else holds it.
fn attempt(path: &Path) -> io::Result<Option<File>> {
    let Some(file) = open(path)? else {
        return Ok(None);
    };
    match file.try_lock() {
        // Its last holder removes it, perhaps between our opening and our locking.
        Ok(()) => Ok(is_at(&file, path).then_some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// Opens the lock file or makes it; a link that somebody put there is not followed. Nothing when it went
/// away meanwhile.
fn open(path: &Path) -> io::Result<Option<File>> {
    match super::atomic::create_private(path) {
        Ok(file) => return Ok(Some(file)),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(error),
    }
    let found = || -> io::Result<File> {
        if !fs::symlink_metadata(path)?.is_file() {
            return Err(io::Error::other(format!(
                "{} is not a file of this program; remove it",
                path.display()
            )));
        }
        OpenOptions::new().read(true).write(true).open(path)
    };
    match found() {
        Ok(file) => Ok(Some(file)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whether this file is the one that stands at the path now.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;

    let (Ok(opened), Ok(there)) = (file.metadata(), fs::symlink_metadata(path)) else {
        return false;
    };
    (opened.dev(), opened.ino()) == (there.dev(), there.ino())
}

/// Elsewhere a lock file stays where it is.
#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> bool {
    true
}

impl Drop for Lock {
    fn drop(&mut self) {
        // While it is locked nobody else can take it for theirs.
        if cfg!(unix) && is_at(&self.file, &self.path) {
            let _ = fs::remove_file(&self.path);
        }
    }
}
