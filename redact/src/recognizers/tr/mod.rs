//! Rules of Turkey.

rules! {
    national_id,
}
