//! Classes of Spain.

classes! {
    nie,
    nif,
    passport,
}
