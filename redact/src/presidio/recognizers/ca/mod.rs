//! Canadian classes.

classes! {
    postal_code,
    sin,
}
