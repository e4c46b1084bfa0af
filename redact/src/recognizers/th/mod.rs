//! Rules of Thailand.

rules! {
    tnin,
}
