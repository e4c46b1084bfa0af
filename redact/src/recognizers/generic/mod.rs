//! Rules of no country.

rules! {
    credit_card,
    email,
    iban,
    ip,
    mac,
    url,
    uuid,
}
