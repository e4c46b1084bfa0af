//! South African classes.

classes! {
    company_registration,
    driver_license,
    id_number,
    income_tax_number,
    license_plate,
    mobile_number,
    passport,
    telephone_number,
    traffic_register_number,
    vat_number,
}
