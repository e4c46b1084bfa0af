//! The rules, one a file: `generic/` for those of no country, a folder for each country, `secret/`
//! for credentials. Adding a rule is a new file and its line in the folder's `mod.rs`.

/// Declares the rule modules of a folder and lists them, so that a rule cannot be in one and not in
/// the other.
macro_rules! rules {
    ($($name:ident,)+) => {
        $(mod $name;)+

        /// The rules of this folder.
        pub(crate) static RULES: &[&crate::recognizer::RecognizerSpec] = &[$(&$name::SPEC),+];
    };
}

#[macro_use]
mod other_numbers;

mod de;
mod es;
mod fi;
mod generic;
mod it;
mod jp;
pub(crate) mod label;
pub(crate) mod nearest_word;
mod pl;
mod se;
mod secret;
mod th;
mod tr;
mod uk;

#[cfg(test)]
mod tests;

use crate::recognizer::RecognizerSpec;

/// Every built-in rule, folder by folder.
pub fn catalogue() -> impl Iterator<Item = &'static RecognizerSpec> {
    [
        generic::RULES,
        jp::RULES,
        de::RULES,
        es::RULES,
        fi::RULES,
        it::RULES,
        pl::RULES,
        se::RULES,
        th::RULES,
        tr::RULES,
        uk::RULES,
        secret::RULES,
    ]
    .into_iter()
    .flatten()
    .copied()
}
