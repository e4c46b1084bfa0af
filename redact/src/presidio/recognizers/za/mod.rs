//! South African classes.

classes! {
    company_registration,
    driver_license,
    id_number,
    income_tax_number,
    license_plate,
    passport,
    traffic_register_number,
    vat_number,
}
