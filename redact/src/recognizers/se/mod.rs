//! Rules of Sweden.

rules! {
    personnummer,
}
