//! Rules of Germany.

rules! {
    health_insurance,
    id_card,
    passport,
    social_security,
    tax_id,
    vat_id,
}
