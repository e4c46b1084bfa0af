//! Presidio's predefined recognizers that need no model, one class a file: `generic/` for those of no
//! country, a folder for each country.
//!
//! Each was written from the identifier's official definition and held to answers recorded from
//! `presidio-analyzer` 2.2.366, its false positives included; docs/presidio.md lists where an answer
//! is plainly a defect.

/// Declares the class modules of a folder and lists them, so that a class cannot be in one and not
/// in the other.
macro_rules! classes {
    ($($name:ident,)+) => {
        $(mod $name;)+

        /// The classes of this folder.
        pub(crate) static CLASSES: &[&crate::presidio::RecognizerClass] = &[$(&$name::CLASS),+];
    };
}

mod au;
mod ca;
mod de;
mod defaults;
mod es;
mod fi;
mod generic;
mod india;
mod it;
mod kr;
mod ng;
mod ph;
mod pl;
mod se;
mod sg;
mod th;
mod tr;
mod uk;
mod us;
mod za;

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use super::analyzer::Recognizer;
use super::{CompiledClass, RecognizerClass};
use crate::{Error, ErrorKind, Result};

pub use defaults::{DEFAULT_REGISTRY, DefaultEntry};
pub use generic::phone_recognizer;

/// Every class, folder by folder.
pub fn catalogue() -> impl Iterator<Item = &'static RecognizerClass> {
    [
        generic::CLASSES,
        au::CLASSES,
        ca::CLASSES,
        de::CLASSES,
        es::CLASSES,
        fi::CLASSES,
        india::CLASSES,
        it::CLASSES,
        kr::CLASSES,
        ng::CLASSES,
        ph::CLASSES,
        pl::CLASSES,
        se::CLASSES,
        sg::CLASSES,
        th::CLASSES,
        tr::CLASSES,
        uk::CLASSES,
        us::CLASSES,
        za::CLASSES,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// The class of this name, such as `UsSsnRecognizer`, ready to run and shared by all who ask.
pub fn by_name(name: &str) -> Option<&'static CompiledClass> {
    static CLASSES: OnceLock<Vec<CompiledClass>> = OnceLock::new();
    CLASSES
        .get_or_init(|| catalogue().map(CompiledClass::new).collect())
        .iter()
        .find(|compiled| compiled.class.name == name)
}

/// Presidio's classes whose finds come from a language model or a service: none is here.
const NEEDS_A_MODEL: [&str; 12] = [
    "SpacyRecognizer",
    "StanzaRecognizer",
    "TransformersRecognizer",
    "HuggingFaceNerRecognizer",
    "MedicalNERRecognizer",
    "GLiNERRecognizer",
    "AzureAILanguageRecognizer",
    "AzureHealthDeidRecognizer",
    "AzureOpenAILangExtractRecognizer",
    "BasicLangExtractRecognizer",
    "LangExtractRecognizer",
    "SurrogateAhdsRecognizer",
];

/// Whether Presidio has a class of this name that is not here, since it needs a model or a service.
pub fn needs_a_model(class: &str) -> bool {
    NEEDS_A_MODEL.contains(&class)
}

/// The languages that an entry of Presidio's own registry file names. Its other entries serve any
/// language, so that a mistyped one would be served by those alone without anybody noticing.
pub fn languages() -> BTreeSet<&'static str> {
    DEFAULT_REGISTRY
        .iter()
        .flat_map(|entry| entry.languages.iter().copied())
        .collect()
}

/// Fails when `language` is not among the languages that are served.
pub(crate) fn check_language<'s>(
    language: &str,
    mut served: impl Iterator<Item = &'s str> + Clone,
) -> Result<()> {
    if served.clone().any(|one| one == language) {
        return Ok(());
    }
    let is_code = language.len() <= 16
        && language
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let named = if is_code { language } else { "asked for" };
    let first = served.next().unwrap_or("none").to_owned();
    let all = served.fold(first, |all, one| all + ", " + one);
    Err(Error::new(
        ErrorKind::InvalidArgument,
        format!("no recognizer serves the language {named}; there are recognizers for {all}"),
    ))
}

/// Instances of the classes that Presidio's own registry file enables, for one language.
pub fn enabled_by_default(language: &str) -> Vec<Arc<Recognizer>> {
    DEFAULT_REGISTRY
        .iter()
        .filter(|entry| entry.enabled)
        .filter(|entry| entry.languages.is_empty() || entry.languages.contains(&language))
        .filter_map(|entry| Some((entry, by_name(entry.class)?)))
        .map(|(entry, compiled)| {
            let recognizer = Recognizer::of_class(compiled).with_language(language);
            let words = entry.context.iter().find(|(own, _)| *own == language);
            Arc::new(match words {
                Some((_, words)) => recognizer.with_context(*words),
                None => recognizer,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Checks may be called with any text, not with matches alone.
    fn check_with_every_class(text: &str) {
        for class in catalogue() {
            if let Some(validate) = class.validate {
                validate(text);
            }
            if let Some(invalidate) = class.invalidate {
                invalidate(text);
            }
        }
    }

    proptest! {
        #[test]
        fn no_check_panics(text in any::<String>(), like in "[0-9A-Z０-９ſé./: -]{0,18}") {
            check_with_every_class(&text);
            check_with_every_class(&like);
        }
    }
}
