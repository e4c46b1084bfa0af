//! Rules of the United Kingdom.

rules! {
    driving_licence,
    nhs_number,
    nino,
}
