//! Rules of Finland.

rules! {
    personal_identity_code,
}
