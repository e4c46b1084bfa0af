//! Indian classes.

mod transport_offices;

classes! {
    aadhaar,
    gstin,
    pan,
    passport,
    vehicle_registration,
    voter,
}
