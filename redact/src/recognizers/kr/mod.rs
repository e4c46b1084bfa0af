//! Rules of Korea.

rules! {
    foreigner_number,
    resident_number,
}
