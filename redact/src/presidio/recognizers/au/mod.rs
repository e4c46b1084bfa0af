//! Australian classes.

mod digits;

classes! {
    abn,
    acn,
    medicare,
    tfn,
}
