//! Rules of India.

rules! {
    aadhaar,
    gstin,
    pan,
}
