//! Classes of no country.

classes! {
    uuid,
}
