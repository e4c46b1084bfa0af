//! Classes of the United States.

classes! {
    medical_license,
    us_bank,
    us_itin,
    us_license,
    us_passport,
    us_ssn,
}
