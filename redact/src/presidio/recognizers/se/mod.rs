//! Classes of Sweden.

classes! {
    organisationsnummer,
    personnummer,
}
