//! One operator with its settings, as Python sees it.

use std::fmt::Write as _;

use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::{PyBytes, PyDict, PyString};
use redact::OsRandom;
use redact::anonymizer::operators::{
    Custom, Encrypt, Hash, HashAlgorithm, Keep, Mask, OperatorConfig, Placeholder, Redact, Replace,
};
use redact::encryption::SecretKey;
use redact::{DeanonymizeOperator, RandomSource as _};
use zeroize::Zeroizing;

use crate::arguments::{text_of, type_name};
use crate::errors::{self, invalid_argument, wrong_type};

/// What is put in place of a find, with its settings.
///
/// ============================================= ==========================================================
/// ``Operator("placeholder")``                   a numbered placeholder that can be restored: ``[EMAIL_1]``
/// ``Operator("replace", text=None)``            a fixed text; ``<EMAIL_ADDRESS>`` unless said
/// ``Operator("redact")``                        nothing
/// ``Operator("mask", character="*", count=None, from_end=False)``  some characters covered, all unless said
/// ``Operator("hash", salt=None, algorithm="sha256")``  a salted hash; the salt is random unless said
/// ``Operator("encrypt", key=…)``                XChaCha20-Poly1305 under a key of 32 bytes
/// ``Operator("encrypt", key=…, algorithm="aes-cbc")``  Presidio's format, under 16, 24 or 32 bytes
/// ``Operator("keep")``                          the value itself; the item is listed all the same
/// ``Operator("custom", function=…)``            what ``function(value, entity_type)`` returns
/// ============================================= ==========================================================
///
/// An operator pickles with its salt or key, which are secrets; its ``repr`` does not show them.
///
/// :raises InvalidArgumentError: for settings that cannot be served.
///
/// >>> text = "03-1234-5678"
/// >>> mask = redact.Operator("mask", count=4, from_end=True)
/// >>> redact.Anonymizer(mask).anonymize(text, redact.Analyzer().analyze(text)).text
/// '03-1234-****'
#[pyclass(frozen, name = "Operator", module = "redact")]
pub(crate) struct PyOperator {
    setting: Setting,
    config: OperatorConfig,
}

enum Setting {
    Placeholder,
    Replace {
        text: Option<String>,
    },
    Redact,
    Mask {
        character: char,
        count: Option<usize>,
        from_end: bool,
    },
    Hash {
        salt: Zeroizing<Vec<u8>>,
        algorithm: HashAlgorithm,
    },
    Encrypt {
        key: Zeroizing<Vec<u8>>,
        is_cbc: bool,
    },
    Keep,
    Custom {
        function: Py<PyAny>,
    },
}

/// The settings that a caller gave, taken out one by one.
struct Settings<'a, 'py>(Option<&'a Bound<'py, PyDict>>, Vec<&'static str>);

impl<'py> Settings<'_, 'py> {
    fn take<T>(&mut self, name: &'static str) -> PyResult<Option<T>>
    where
        T: for<'a> FromPyObject<'a, 'py>,
    {
        self.1.push(name);
        let Some(value) = self.0.map(|all| all.get_item(name)).transpose()?.flatten() else {
            return Ok(None);
        };
        if value.is_none() {
            return Ok(None);
        }
        value.extract().map(Some).map_err(|_| {
            let given = type_name(&value);
            wrong_type(
                value.py(),
                format!("the setting {name} does not take this value of type {given}"),
            )
        })
    }

    /// Fails on what no operator of this name knows.
    fn end(self, operator: &str) -> PyResult<()> {
        for (given, _) in self.0.into_iter().flat_map(PyDictMethods::iter) {
            let name: String = given.extract()?;
            if !self.1.contains(&name.as_str()) {
                let known = match &*self.1 {
                    [] => "it has none".to_owned(),
                    names => format!("it has {}", names.join(", ")),
                };
                let meant = named_elsewhere(&name)
                    .filter(|meant| self.1.contains(meant))
                    .map_or_else(String::new, |meant| format!("; {name} is {meant} here"));
                return Err(wrong_type(
                    given.py(),
                    format!("the operator {operator} has no setting {name}: {known}{meant}"),
                ));
            }
        }
        Ok(())
    }
}

/// The setting that Presidio and the command line call otherwise.
fn named_elsewhere(name: &str) -> Option<&'static str> {
    Some(match name {
        "new_value" => "text",
        "masking_char" => "character",
        "chars_to_mask" => "count",
        "hash_type" | "hash_algorithm" => "algorithm",
        "lambda" => "function",
        _ => return None,
    })
}

impl Setting {
    fn new(py: Python<'_>, name: &str, mut settings: Settings<'_, '_>) -> PyResult<Self> {
        let setting = match name {
            "placeholder" => Self::Placeholder,
            "replace" => Self::Replace {
                text: settings.take("text")?,
            },
            "redact" => Self::Redact,
            "mask" => Self::Mask {
                character: settings.take("character")?.unwrap_or('*'),
                count: settings.take("count")?,
                from_end: settings.take("from_end")?.unwrap_or(false),
            },
            "hash" => Self::Hash {
                salt: match settings.take::<PyBackedBytes>("salt")? {
                    Some(salt) => Zeroizing::new(salt.to_vec()),
                    None => random_salt(py)?,
                },
                algorithm: match settings.take::<String>("algorithm")?.as_deref() {
                    None | Some("sha256") => HashAlgorithm::Sha256,
                    Some("sha512") => HashAlgorithm::Sha512,
                    Some(_) => {
                        return Err(invalid_argument(
                            py,
                            "algorithm is \"sha256\" or \"sha512\"",
                        ));
                    }
                },
            },
            "encrypt" => Self::Encrypt {
                key: match settings.take::<PyBackedBytes>("key")? {
                    Some(key) => Zeroizing::new(key.to_vec()),
                    None => return Err(wrong_type(py, "the operator encrypt needs a key")),
                },
                is_cbc: match settings.take::<String>("algorithm")?.as_deref() {
                    None | Some("xchacha20-poly1305") => false,
                    Some("aes-cbc") => true,
                    Some(_) => {
                        let message = "algorithm is \"xchacha20-poly1305\" or \"aes-cbc\"";
                        return Err(invalid_argument(py, message));
                    }
                },
            },
            "keep" => Self::Keep,
            "custom" => match settings.take::<Py<PyAny>>("function")? {
                Some(function) if function.bind(py).is_callable() => Self::Custom { function },
                _ => return Err(wrong_type(py, "the operator custom needs a function")),
            },
            _ => {
                return Err(invalid_argument(
                    py,
                    "operators are placeholder, replace, redact, mask, hash, encrypt, keep and custom",
                ));
            }
        };
        settings.end(name)?;
        Ok(setting)
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Placeholder => "placeholder",
            Self::Replace { .. } => "replace",
            Self::Redact => "redact",
            Self::Mask { .. } => "mask",
            Self::Hash { .. } => "hash",
            Self::Encrypt { .. } => "encrypt",
            Self::Keep => "keep",
            Self::Custom { .. } => "custom",
        }
    }

    fn config(&self, py: Python<'_>) -> redact::Result<OperatorConfig> {
        Ok(match self {
            Self::Placeholder => Placeholder.into(),
            Self::Replace { text: None } => Replace::with_type().into(),
            Self::Replace { text: Some(text) } => Replace::with(text.clone()).into(),
            Self::Redact => Redact.into(),
            &Self::Mask {
                character,
                count,
                from_end,
            } => {
                let count = count.unwrap_or(usize::MAX);
                if from_end {
                    Mask::last(character, count).into()
                } else {
                    Mask::first(character, count).into()
                }
            }
            Self::Hash { salt, algorithm } => Hash::new(*algorithm, salt)?.into(),
            Self::Encrypt { .. } => self.encryption()?.into(),
            Self::Keep => Keep.into(),
            Self::Custom { function } => custom(function.clone_ref(py)).into(),
        })
    }

    fn encryption(&self) -> redact::Result<Encrypt> {
        match self {
            Self::Encrypt { key, is_cbc: true } => Encrypt::aes_cbc(key),
            Self::Encrypt { key, is_cbc: false } => Ok(Encrypt::new(SecretKey::from_slice(key)?)),
            _ => Err(redact::Error::new(
                redact::ErrorKind::InvalidArgument,
                "only encrypt, keep and custom can be turned back by their items; for placeholders use a Restorer",
            )),
        }
    }

    /// The settings that make an equal operator.
    fn settings<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let settings = PyDict::new(py);
        match self {
            Self::Placeholder | Self::Redact | Self::Keep => {}
            Self::Replace { text } => settings.set_item("text", text)?,
            Self::Mask {
                character,
                count,
                from_end,
            } => {
                settings.set_item("character", character)?;
                settings.set_item("count", count)?;
                settings.set_item("from_end", from_end)?;
            }
            Self::Hash { salt, algorithm } => {
                settings.set_item("salt", PyBytes::new(py, salt))?;
                let name = match algorithm {
                    HashAlgorithm::Sha256 => "sha256",
                    HashAlgorithm::Sha512 => "sha512",
                };
                settings.set_item("algorithm", name)?;
            }
            Self::Encrypt { key, is_cbc } => {
                settings.set_item("key", PyBytes::new(py, key))?;
                let name = if *is_cbc {
                    "aes-cbc"
                } else {
                    "xchacha20-poly1305"
                };
                settings.set_item("algorithm", name)?;
            }
            Self::Custom { function } => settings.set_item("function", function)?,
        }
        Ok(settings)
    }
}

fn random_salt(py: Python<'_>) -> PyResult<Zeroizing<Vec<u8>>> {
    let mut salt = Zeroizing::new(vec![0; 32]);
    OsRandom
        .fill(&mut salt)
        .map_err(|error| errors::exception(py, &error))?;
    Ok(salt)
}

/// An operator that asks a Python function; it is called with the interpreter's lock held.
fn custom(function: Py<PyAny>) -> Custom {
    Custom::new(move |value| {
        Python::attach(|py| {
            let answer = function
                .bind(py)
                .call1((value.text, value.entity_type.as_str()))?;
            text_of(
                answer.cast::<PyString>().map_err(|_| {
                    wrong_type(py, "the function of a custom operator returns a str")
                })?,
            )
        })
        .map_err(errors::keep)
    })
}

#[pymethods]
impl PyOperator {
    #[new]
    #[pyo3(signature = (name, /, **settings))]
    fn new(py: Python<'_>, name: &str, settings: Option<&Bound<'_, PyDict>>) -> PyResult<Self> {
        let setting = Setting::new(py, name, Settings(settings, Vec::new()))?;
        let config = setting
            .config(py)
            .map_err(|error| errors::exception(py, &error))?;
        Ok(Self { setting, config })
    }

    /// The operator's name, such as ``"mask"``.
    #[getter]
    fn name(&self) -> &'static str {
        self.setting.name()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let mut text = format!("Operator('{}'", self.setting.name());
        match &self.setting {
            Setting::Mask { .. } | Setting::Replace { .. } => {
                for (name, value) in self.setting.settings(py)? {
                    // Writing into a string does not fail.
                    let _ = write!(text, ", {name}={}", value.repr()?);
                }
            }
            Setting::Hash { .. } => text.push_str(", salt=..."),
            Setting::Encrypt { .. } => text.push_str(", key=..."),
            Setting::Custom { .. } => text.push_str(", function=..."),
            Setting::Placeholder | Setting::Redact | Setting::Keep => {}
        }
        text.push(')');
        Ok(text)
    }

    fn __getnewargs_ex__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<((&'static str,), Bound<'py, PyDict>)> {
        Ok(((self.setting.name(),), self.setting.settings(py)?))
    }
}

impl PyOperator {
    pub(super) fn config(&self) -> OperatorConfig {
        self.config.clone()
    }

    /// How what this operator made is turned back.
    pub(super) fn reverse(&self, py: Python<'_>) -> PyResult<DeanonymizeOperator> {
        match &self.setting {
            Setting::Keep => Ok(DeanonymizeOperator::Keep(Keep)),
            Setting::Custom { function } => {
                Ok(DeanonymizeOperator::Custom(custom(function.clone_ref(py))))
            }
            setting => setting
                .encryption()
                .map(DeanonymizeOperator::Decrypt)
                .map_err(|error| errors::exception(py, &error)),
        }
    }
}

/// An operator as a caller may write it: itself, its name, or a function.
pub(super) fn operator<'py>(given: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyOperator>> {
    let py = given.py();
    if let Ok(operator) = given.cast::<PyOperator>() {
        return Ok(operator.clone());
    }
    if let Ok(name) = given.extract::<String>() {
        return Bound::new(py, PyOperator::new(py, &name, None)?);
    }
    if given.is_callable() {
        let settings = PyDict::new(py);
        settings.set_item("function", given)?;
        return Bound::new(py, PyOperator::new(py, "custom", Some(&settings))?);
    }
    Err(wrong_type(
        py,
        "an operator is an Operator, the name of one, or a function",
    ))
}
