//! Rules of Poland.

rules! {
    pesel,
}
