//! Rules of Japan.

rules! {
    phone,
    postal_code,
}
