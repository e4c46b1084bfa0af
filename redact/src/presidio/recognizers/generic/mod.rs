//! Classes of no country.

classes! {
    credit_card,
    crypto,
    date,
    email,
    mac_address,
    url,
    uuid,
}
