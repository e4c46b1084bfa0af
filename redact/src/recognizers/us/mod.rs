//! Rules of the United States.

rules! {
    itin,
    mbi,
    npi,
    routing_number,
    ssn,
}
