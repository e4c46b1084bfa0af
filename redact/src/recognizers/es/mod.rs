//! Rules of Spain.

rules! {
    nie,
    nif,
}
