//! Rules of no country.

rules! {
    email,
    phone_international,
    phone_national,
    url,
}
