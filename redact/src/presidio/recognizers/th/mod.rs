//! Classes of Thailand.

classes! {
    tnin,
}
