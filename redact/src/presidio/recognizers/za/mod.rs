//! Classes of South Africa.

classes! {
    mobile_number,
    telephone_number,
}
