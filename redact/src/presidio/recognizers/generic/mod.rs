//! Classes of no country.

classes! {
    credit_card,
    crypto,
    date,
    email,
    iban,
    ip,
    mac_address,
    phone,
    url,
    uuid,
}

#[cfg(test)]
mod own_finders_test;

pub use phone::phone_recognizer;
