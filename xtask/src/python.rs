//! Builds the Python package as a user would get it and runs its tests.
//!
//! Everything that it needs beside a Python goes into a virtual environment under the user's cache, named by
//! what is in it, so that a second run begins with the build and a new requirement makes a new one.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context as _, bail, ensure};
use sha2::{Digest as _, Sha256};

/// What a Python must be able to do, and what tells one from another.
const PROBE: &str = "import sys; assert sys.version_info >= (3, 9), 'old'; import ensurepip, venv; \
     print(sys.version, sys.prefix)";

/// Build the Python package and run its tests
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Build with optimisation; slower to build, faster to run
    #[arg(long)]
    release: bool,

    /// What pytest is told, such as `-- -k offsets`; all tests unless said
    #[arg(last = true)]
    pytest: Vec<String>,
}

pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let environment = Environment::ready()?;
    // A build for tests is without optimisation: it is done in a third of the time.
    let profile: &[&str] = if arguments.release {
        &["--release"]
    } else {
        &[]
    };
    environment
        .run(&["-m", "maturin", "develop", "--quiet"], profile)
        .context("the Python package does not build")?;
    let arguments: Vec<&str> = arguments.pytest.iter().map(String::as_str).collect();
    environment
        .run(&["-m", "pytest"], &arguments)
        .context("the tests of the Python package fail")
}

/// Builds and tests as `cargo xtask test` does.
pub(crate) fn test() -> anyhow::Result<()> {
    run(&Arguments {
        release: false,
        pytest: Vec::new(),
    })
}

/// Fails at once, and says what to install, when there is no Python to test with.
pub(crate) fn check() -> anyhow::Result<()> {
    probe().map(drop)
}

/// The Python to make environments with: `$PYTHON`, or the one on the path.
#[allow(
    clippy::disallowed_methods,
    reason = "automation may be told by its environment; the library may not"
)]
fn python() -> String {
    let usual = if cfg!(windows) { "python" } else { "python3" };
    env::var("PYTHON").unwrap_or_else(|_| usual.to_owned())
}

/// What the Python says it is.
fn probe() -> anyhow::Result<String> {
    let python = python();
    let Ok(answer) = Command::new(&python).args(["-c", PROBE]).output() else {
        bail!("{python} does not start; install Python 3.9 or newer, or name one in $PYTHON");
    };
    if !answer.status.success() {
        let said = String::from_utf8_lossy(&answer.stderr);
        if said.contains("ensurepip") || said.contains("venv") {
            bail!("{python} cannot make virtual environments; on Debian, apt install python3-venv");
        }
        bail!(
            "{python} is no Python 3.9 or newer; install one, or name it in $PYTHON\n{}",
            said.trim()
        );
    }
    Ok(String::from_utf8_lossy(&answer.stdout).into_owned())
}

/// A virtual environment with everything in `requirements-dev.txt`.
struct Environment {
    folder: PathBuf,
    package: PathBuf,
}

impl Environment {
    /// The environment for today's requirements, made if it is not there yet.
    fn ready() -> anyhow::Result<Self> {
        let package = crate::workspace().join("redact-py");
        let requirements = package.join("requirements-dev.txt");
        let wanted = fs::read(&requirements)
            .with_context(|| format!("cannot read {}", requirements.display()))?;
        let digest = Sha256::new()
            .chain_update(probe()?)
            .chain_update(crate::workspace().to_string_lossy().as_bytes())
            .chain_update(wanted)
            .finalize();
        let name = digest.iter().take(6).fold(String::new(), |mut name, byte| {
            // Writing into a string does not fail.
            let _ = write!(name, "{byte:02x}");
            name
        });
        let environment = Self {
            folder: cache()?.join(format!("python-{name}")),
            package,
        };
        // Written last, so that an interrupted installation is begun again.
        let complete = environment.folder.join("complete");
        if !complete.exists() {
            environment.create(&requirements)?;
            fs::write(&complete, "")
                .with_context(|| format!("cannot write {}", complete.display()))?;
        }
        Ok(environment)
    }

    fn create(&self, requirements: &Path) -> anyhow::Result<()> {
        let status = Command::new(python())
            .args(["-m", "venv", "--clear"])
            .arg(&self.folder)
            .status()
            .context("Python does not start")?;
        ensure!(status.success(), "no virtual environment: {status}");
        let requirements = requirements.to_string_lossy();
        self.run(
            &[
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
            ],
            &["--requirement", &requirements],
        )
        .context(
            "requirements-dev.txt cannot be installed; pip needs a package index to install from",
        )
    }

    /// Runs the environment's Python in the package's folder.
    fn run(&self, arguments: &[&str], more: &[&str]) -> anyhow::Result<()> {
        let programs = self
            .folder
            .join(if cfg!(windows) { "Scripts" } else { "bin" });
        let paths = env::var_os("PATH").unwrap_or_default();
        let paths = [programs.clone()]
            .into_iter()
            .chain(env::split_paths(&paths));
        let status = Command::new(programs.join("python"))
            .args(arguments)
            .args(more)
            .current_dir(&self.package)
            .env("VIRTUAL_ENV", &self.folder)
            .env("PATH", env::join_paths(paths)?)
            .env_remove("CONDA_PREFIX")
            .env_remove("PYTHONHOME")
            .env_remove("PYTHONPATH")
            .status()
            .context("Python does not start")?;
        ensure!(status.success(), "python {}: {status}", arguments.join(" "));
        Ok(())
    }
}

/// The folder of this project in the user's cache.
fn cache() -> anyhow::Result<PathBuf> {
    let named = |name| env::var_os(name).filter(|value| !value.is_empty());
    let base = named("XDG_CACHE_HOME")
        .or_else(|| named("LOCALAPPDATA"))
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cache")));
    Ok(base
        .context("there is no folder for caches; set XDG_CACHE_HOME")?
        .join("redact"))
}
