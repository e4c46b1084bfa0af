//! Korean classes.

mod surroundings;

classes! {
    brn,
    driver_license,
    frn,
    passport,
    rrn,
}
