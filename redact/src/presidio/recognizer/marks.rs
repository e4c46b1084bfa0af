//! Where certain bytes stand in a text, sixty-four bytes at a time.

use crate::text::block::{BLOCK, Block, places};

/// The places of the bytes that `wanted` marks in each block, in order. Behind the end of the text a
/// block holds zeros, which `wanted` must leave out.
pub(crate) fn places_of(text: &str, wanted: impl Fn(&Block) -> u64) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    (0..bytes.len())
        .step_by(BLOCK)
        .flat_map(move |base| places(wanted(&Block::load(bytes, base))).map(move |at| base + at))
}
