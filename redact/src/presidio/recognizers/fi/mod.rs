//! Classes of Finland.

classes! {
    personal_identity_code,
}
