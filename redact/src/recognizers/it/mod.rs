//! Rules of Italy.

rules! {
    fiscal_code,
    vat_code,
}
