//! Rules of Japan.

rules! {
    postal_code,
}
