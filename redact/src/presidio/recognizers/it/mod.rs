//! Classes of Italy.

classes! {
    driver_license,
    fiscal_code,
    identity_card,
    passport,
    vat_code,
}
