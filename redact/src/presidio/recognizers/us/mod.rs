//! Classes of the United States.

mod label;

classes! {
    aba_routing,
    medical_license,
    us_bank,
    us_claim_number,
    us_health_insurance_member_id,
    us_itin,
    us_license,
    us_mbi,
    us_npi,
    us_passport,
    us_prescription_number,
    us_prior_authorization_number,
    us_provider_tax_id,
    us_referral_number,
    us_ssn,
}
