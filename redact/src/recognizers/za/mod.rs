//! Rules of South Africa.

rules! {
    identity_number,
}
