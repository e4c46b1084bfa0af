//! Singaporean classes.

classes! {
    fin,
    uen,
}
