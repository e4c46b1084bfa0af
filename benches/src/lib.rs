//! The texts that measurements run on: ordinary documents at a real density of personal data, and
//! inputs made to be slow.

pub mod documents;
pub mod hostile;
