//! Rules of Canada.

rules! {
    social_insurance_number,
}
