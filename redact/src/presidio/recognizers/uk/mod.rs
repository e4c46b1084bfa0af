//! Classes of the United Kingdom.

classes! {
    driving_licence,
    nhs,
    nino,
    passport,
    postcode,
    vehicle_registration,
}
