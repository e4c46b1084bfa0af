//! Rules of Japan.

mod surroundings;

rules! {
    bank_account,
    birth_date,
    corporate_number,
    drivers_license,
    employment_insurance,
    health_insurance,
    invoice_number,
    my_number,
    passport,
    pension_number,
    phone,
    postal_code,
    residence_card,
    resident_code,
    social_id,
    vehicle_plate,
}
