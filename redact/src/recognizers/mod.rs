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

mod au;
mod ca;
mod de;
mod es;
mod fi;
mod generic;
mod india;
mod it;
mod jp;
mod kr;
pub(crate) mod label;
pub(crate) mod nearest_word;
mod pl;
mod se;
mod secret;
mod sg;
mod th;
mod tr;
mod uk;
mod us;
mod za;

#[cfg(test)]
mod tests;

use crate::recognizer::RecognizerSpec;

/// Every built-in rule, folder by folder.
pub fn catalogue() -> impl Iterator<Item = &'static RecognizerSpec> {
    [
        generic::RULES,
        jp::RULES,
        au::RULES,
        ca::RULES,
        de::RULES,
        es::RULES,
        fi::RULES,
        india::RULES,
        it::RULES,
        kr::RULES,
        pl::RULES,
        se::RULES,
        sg::RULES,
        th::RULES,
        tr::RULES,
        uk::RULES,
        us::RULES,
        za::RULES,
        secret::RULES,
    ]
    .into_iter()
    .flatten()
    .copied()
}
