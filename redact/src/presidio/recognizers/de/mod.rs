//! Classes of Germany.

mod travel_document;

classes! {
    bsnr,
    fuehrerschein,
    handelsregister,
    health_insurance,
    id_card,
    kfz,
    lanr,
    passport,
    plz,
    social_security,
    tax_id,
    tax_number,
    vat_id,
}
