//! Rules of Singapore.

rules! {
    identity_number,
}
