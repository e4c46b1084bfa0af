//! Rules of no country.

rules! {
    credit_card,
    crypto,
    date_time,
    email,
    iban,
    ip,
    mac,
    url,
    uuid,
}
