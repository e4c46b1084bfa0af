//! The map from placeholders to values, behind a lock.

use std::sync::{Mutex, PoisonError};
use std::thread::ThreadId;

use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use redact::encryption::SecretKey;
use redact::placeholder::{DocumentDigest, LocalKeyProvider, Placeholder, SealedMap};
use redact::{OsRandom, PlaceholderMap};

use crate::arguments::Text;
use crate::errors::{detached, invalid_format, wrong_type};

pub(super) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<PyPlaceholderMap>()
}

/// Which value each placeholder stands for: one map for all texts and turns of one case.
///
/// Numbers count from 1 per label and never restart; the same value gets the same number in any later text.
/// The map is the secret: whoever holds it and the redacted text holds the original. It prints counts only
/// and does not pickle; store :meth:`to_json` as the secret it is, or :meth:`seal` it. Threads may share one.
///
/// >>> map = redact.PlaceholderMap()
/// >>> text = "taro@example.jp and taro@example.jp"
/// >>> redact.Anonymizer().anonymize(text, redact.Analyzer().analyze(text), map).text
/// '[EMAIL_1] and [EMAIL_1]'
/// >>> map, map.placeholders, "[EMAIL_1]" in map
/// (PlaceholderMap(1 entity), ['[EMAIL_1]'], True)
#[pyclass(frozen, name = "PlaceholderMap", module = "redact")]
#[derive(Default)]
pub(crate) struct PyPlaceholderMap {
    map: Mutex<PlaceholderMap>,
    /// Who holds the lock: an operator of the caller's must not ask for the map it is filling.
    holder: Mutex<Option<ThreadId>>,
}

impl From<PlaceholderMap> for PyPlaceholderMap {
    fn from(map: PlaceholderMap) -> Self {
        Self {
            map: Mutex::new(map),
            holder: Mutex::default(),
        }
    }
}

/// Says when it is dropped that nobody holds the lock any more, after a panic too.
struct Holding<'m>(&'m Mutex<Option<ThreadId>>);

impl Drop for Holding<'_> {
    fn drop(&mut self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

impl PyPlaceholderMap {
    /// Runs `work` with the map, without the interpreter's lock.
    pub(crate) fn with<T: Send>(
        &self,
        py: Python<'_>,
        work: impl FnOnce(&mut PlaceholderMap) -> redact::Result<T> + Send,
    ) -> PyResult<T> {
        detached(py, || self.locked(work))
    }

    /// The same on a thread that does not hold the interpreter's lock: whoever waits for the map while
    /// holding it would keep an operator of the caller's from ever finishing.
    pub(crate) fn locked<T>(
        &self,
        work: impl FnOnce(&mut PlaceholderMap) -> redact::Result<T>,
    ) -> redact::Result<T> {
        let this_thread = std::thread::current().id();
        if *self.holder.lock().unwrap_or_else(PoisonError::into_inner) == Some(this_thread) {
            return Err(redact::Error::new(
                redact::ErrorKind::InvalidArgument,
                "an operator cannot use the map that is being filled",
            ));
        }
        let mut map = self.map.lock().unwrap_or_else(PoisonError::into_inner);
        *self.holder.lock().unwrap_or_else(PoisonError::into_inner) = Some(this_thread);
        let holding = Holding(&self.holder);
        let outcome = work(&mut map);
        drop(holding);
        outcome
    }
}

#[pymethods]
impl PyPlaceholderMap {
    #[new]
    fn new() -> Self {
        Self::default()
    }

    /// Every placeholder it gave out, in the order of their making.
    #[getter]
    fn placeholders(&self, py: Python<'_>) -> PyResult<Vec<String>> {
        self.with(py, |map| {
            Ok(map.placeholders().map(|one| one.to_string()).collect())
        })
    }

    /// The kind of personal data that a placeholder stands for; ``None`` when this map did not make it.
    ///
    /// >>> redacted, map = redact.redact("taro@example.jp")
    /// >>> map.entity_type("[EMAIL_1]"), map.entity_type("[EMAIL_2]")
    /// ('EMAIL_ADDRESS', None)
    fn entity_type(&self, py: Python<'_>, placeholder: &str) -> PyResult<Option<String>> {
        let Some(placeholder) = Placeholder::parse(placeholder) else {
            return Ok(None);
        };
        self.with(py, |map| {
            let kind = map.entity_type(&placeholder);
            Ok(kind.map(|kind| kind.as_str().to_owned()))
        })
    }

    /// The policy under which the texts were redacted, as the caller named it.
    #[getter]
    fn policy_fingerprint(&self, py: Python<'_>) -> PyResult<Option<String>> {
        self.with(py, |map| Ok(map.policy_fingerprint().map(str::to_owned)))
    }

    #[setter]
    fn set_policy_fingerprint(&self, py: Python<'_>, fingerprint: &str) -> PyResult<()> {
        self.with(py, |map| {
            map.set_policy_fingerprint(fingerprint);
            Ok(())
        })
    }

    /// When the map expires, in seconds since 1970-01-01 UTC: from then on nothing is restored.
    #[getter]
    fn expires_at(&self, py: Python<'_>) -> PyResult<Option<u64>> {
        self.with(py, |map| Ok(map.expires_at()))
    }

    #[setter]
    fn set_expires_at(&self, py: Python<'_>, seconds: u64) -> PyResult<()> {
        self.with(py, |map| {
            map.set_expiry(seconds);
            Ok(())
        })
    }

    /// Remembers a document (its digest, not its text) as one of those this map belongs to.
    #[allow(clippy::needless_pass_by_value, reason = "PyO3 hands arguments over")]
    fn add_document(&self, py: Python<'_>, text: Text) -> PyResult<()> {
        self.with(py, |map| {
            map.add_document(DocumentDigest::of(&text.0));
            Ok(())
        })
    }

    /// Whether a document was added with :meth:`add_document`.
    ///
    /// >>> map = redact.PlaceholderMap()
    /// >>> map.add_document("a letter")
    /// >>> map.has_document("a letter"), map.has_document("another")
    /// (True, False)
    #[allow(clippy::needless_pass_by_value, reason = "PyO3 hands arguments over")]
    fn has_document(&self, py: Python<'_>, text: Text) -> PyResult<bool> {
        self.with(py, |map| Ok(map.has_document(&DocumentDigest::of(&text.0))))
    }

    /// Forgets every value. Nothing can be restored or added any more.
    ///
    /// >>> redacted, map = redact.redact("taro@example.jp")
    /// >>> map.forget()
    /// >>> len(map), map.is_forgotten
    /// (0, True)
    fn forget(&self, py: Python<'_>) -> PyResult<()> {
        self.with(py, |map| {
            map.forget();
            Ok(())
        })
    }

    /// Whether :meth:`forget` was called.
    #[getter]
    fn is_forgotten(&self, py: Python<'_>) -> PyResult<bool> {
        self.with(py, |map| Ok(map.is_forgotten()))
    }

    /// The map as JSON. It holds the values themselves: store it as the secret it is.
    ///
    /// >>> redacted, map = redact.redact("taro@example.jp")
    /// >>> again = redact.PlaceholderMap.from_json(map.to_json())
    /// >>> redact.Restorer(again).restore("[EMAIL_1]").text
    /// 'taro@example.jp'
    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        let json = self.with(py, |map| Ok(serde_json::to_string(map)))?;
        json.map_err(|_| invalid_format(py, "the map cannot be written"))
    }

    /// The map behind :meth:`to_json`.
    ///
    /// :raises InvalidFormatError: for what is no such JSON.
    #[staticmethod]
    #[allow(clippy::needless_pass_by_value, reason = "PyO3 hands arguments over")]
    fn from_json(py: Python<'_>, json: Text) -> PyResult<Self> {
        let map = detached(py, || Ok(serde_json::from_str::<PlaceholderMap>(&json.0)))?;
        // The message of the parser could quote the map.
        map.map(Self::from).map_err(|error| {
            let (line, column) = (error.line(), error.column());
            let message = format!("this is no placeholder map (line {line}, column {column})");
            invalid_format(py, message)
        })
    }

    /// The map encrypted under a key of its own, which is encrypted under yours: JSON that may be stored.
    ///
    /// :param key: 32 secret bytes, such as ``secrets.token_bytes(32)``.
    /// :param case_id: what the map is bound to; it must be said again to open it.
    ///
    /// >>> import secrets
    /// >>> key = secrets.token_bytes(32)
    /// >>> redacted, map = redact.redact("taro@example.jp")
    /// >>> sealed = map.seal(key, "case-1")
    /// >>> len(redact.PlaceholderMap.open(sealed, key, "case-1"))
    /// 1
    /// >>> redact.PlaceholderMap.open(sealed, key, "case-2")
    /// Traceback (most recent call last):
    /// redact.errors.DecryptionError: the key is wrong, or the encrypted data was changed
    #[allow(clippy::needless_pass_by_value, reason = "PyO3 hands arguments over")]
    fn seal(&self, py: Python<'_>, key: PyBackedBytes, case_id: &str) -> PyResult<String> {
        let sealed = self.with(py, |map| {
            let keys = LocalKeyProvider::new(SecretKey::from_slice(&key)?);
            let sealed = SealedMap::seal(map, case_id, &keys, &mut OsRandom)?;
            Ok(serde_json::to_string(&sealed))
        })?;
        sealed.map_err(|_| invalid_format(py, "the sealed map cannot be written"))
    }

    /// Opens a sealed map.
    ///
    /// :param now: the time in seconds since 1970-01-01 UTC, for a map that expires; the clock's unless said.
    /// :raises DecryptionError: when the key or the case is another, or anything was changed.
    /// :raises MapUnusableError: when the map is expired.
    #[staticmethod]
    #[pyo3(signature = (sealed, key, case_id, *, now=None))]
    #[allow(clippy::needless_pass_by_value, reason = "PyO3 hands arguments over")]
    fn open(
        py: Python<'_>,
        sealed: &str,
        key: PyBackedBytes,
        case_id: &str,
        now: Option<u64>,
    ) -> PyResult<Self> {
        let sealed: SealedMap = serde_json::from_str(sealed)
            .map_err(|_| invalid_format(py, "this is no sealed placeholder map"))?;
        let map = detached(py, || {
            let keys = LocalKeyProvider::new(SecretKey::from_slice(&key)?);
            sealed.open(case_id, &keys, super::now(now))
        })?;
        Ok(map.into())
    }

    fn __len__(&self, py: Python<'_>) -> PyResult<usize> {
        self.with(py, |map| Ok(map.len()))
    }

    fn __contains__(&self, py: Python<'_>, placeholder: &str) -> PyResult<bool> {
        let Some(placeholder) = Placeholder::parse(placeholder) else {
            return Ok(false);
        };
        self.with(py, |map| Ok(map.entity_type(&placeholder).is_some()))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(match self.__len__(py)? {
            1 => "PlaceholderMap(1 entity)".to_owned(),
            entities => format!("PlaceholderMap({entities} entities)"),
        })
    }

    #[allow(clippy::unused_self, reason = "a method in Python")]
    fn __reduce__(&self, py: Python<'_>) -> PyResult<()> {
        Err(wrong_type(
            py,
            "a placeholder map holds personal data and does not pickle; store to_json() as the secret it is, or seal it",
        ))
    }
}
