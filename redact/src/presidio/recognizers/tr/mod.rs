//! Classes of Turkey.

classes! {
    license_plate,
    national_id,
}
