//! Nigerian classes.

classes! {
    nin,
    vehicle_registration,
}
