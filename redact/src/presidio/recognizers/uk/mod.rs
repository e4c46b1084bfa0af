//! Classes of the United Kingdom.

classes! {
    driving_licence,
    nino,
    passport,
    postcode,
    vehicle_registration,
}
