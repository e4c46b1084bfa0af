//! Rules of no country.

rules! {
    credit_card,
    crypto,
    date_time,
    email,
    iban,
    ip,
    mac,
    phone_international,
    phone_national,
    url,
    uuid,
}
