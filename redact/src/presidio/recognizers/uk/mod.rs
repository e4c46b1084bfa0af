//! Classes of the United Kingdom.

classes! {
    nhs,
}
