//! Classes of Poland.

classes! {
    pesel,
}
