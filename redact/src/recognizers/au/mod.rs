//! Rules of Australia.

rules! {
    business_number,
    medicare,
    tax_file_number,
}
