//! Philippine classes.

classes! {
    passport,
    tin,
    umid,
}
