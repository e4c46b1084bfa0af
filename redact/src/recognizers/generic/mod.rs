//! Rules of no country.

rules! {
    email,
    url,
}
