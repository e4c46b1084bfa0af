//! How eager the recognizers that judge are.

/// Where a recognizer that weighs evidence (names, addresses) draws its line.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum OperatingPoint {
    /// Rather hide a word too many than leave a name: what a redactor before a language model wants.
    #[default]
    Recall,
    /// As many misses as false hits, about.
    Balanced,
}
