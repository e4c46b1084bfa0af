//! Sixty-four bytes looked at together.
//!
//! Most bytes of a text are of no interest to folding or scanning. Comparing a block of bytes at once
//! gives a mask with a bit for each byte, and a loop over the set bits visits the few that matter. The
//! crate `wide` makes of it what every processor of the target has (SSE2, NEON, plain loops).

use wide::u8x16;

/// How many bytes a block holds.
pub(crate) const BLOCK: usize = 64;

/// A block of a text; behind the end of the text it holds zeros. Masks have the first byte in their
/// lowest bit.
#[derive(Clone, Copy)]
pub(crate) struct Block([u8x16; 4]);

impl Block {
    /// The block of `bytes` that begins at `at`.
    #[inline]
    pub(crate) fn load(bytes: &[u8], at: usize) -> Self {
        let rest = bytes.get(at..).unwrap_or_default();
        if let Some(block) = rest.first_chunk::<BLOCK>() {
            return Self::new(block);
        }
        let mut padded = [0; BLOCK];
        for (to, &from) in padded.iter_mut().zip(rest) {
            *to = from;
        }
        Self::new(&padded)
    }

    #[inline]
    fn new(block: &[u8; BLOCK]) -> Self {
        match block.as_chunks::<16>() {
            (&[one, two, three, four], _) => Self([
                u8x16::new(one),
                u8x16::new(two),
                u8x16::new(three),
                u8x16::new(four),
            ]),
            _ => Self([u8x16::ZERO; 4]),
        }
    }

    /// The bytes for whose lane `wanted` answers a set lane.
    #[inline]
    fn mask(self, wanted: impl Fn(u8x16) -> u8x16) -> u64 {
        let [one, two, three, four] = self.0;
        let bits = |lane: u8x16| u64::from(wanted(lane).to_bitmask());
        bits(one) | bits(two) << 16 | bits(three) << 32 | bits(four) << 48
    }

    /// The bytes equal to `byte`.
    #[inline]
    pub(crate) fn equal(&self, byte: u8) -> u64 {
        let wanted = u8x16::splat(byte);
        self.mask(|lane| lane.simd_eq(wanted))
    }

    /// The bytes that are one of `bytes`.
    #[inline]
    pub(crate) fn any_of(&self, bytes: &[u8]) -> u64 {
        let [one, two, three, four] = self.0;
        let mut found = Self([u8x16::ZERO; 4]);
        let [first, second, third, fourth] = &mut found.0;
        for &byte in bytes {
            let wanted = u8x16::splat(byte);
            *first |= one.simd_eq(wanted);
            *second |= two.simd_eq(wanted);
            *third |= three.simd_eq(wanted);
            *fourth |= four.simd_eq(wanted);
        }
        found.mask(|lane| lane)
    }

    /// The `count` byte values from `first` on.
    #[inline]
    pub(crate) fn in_range(&self, first: u8, count: u8) -> u64 {
        self.mask(|lane| in_range(lane, first, count))
    }

    /// The ASCII digits.
    #[inline]
    pub(crate) fn digits(&self) -> u64 {
        self.in_range(b'0', 10)
    }

    /// The ASCII letters.
    #[inline]
    pub(crate) fn letters(&self) -> u64 {
        self.mask(|lane| in_range(lane | u8x16::splat(0x20), b'a', 26))
    }

    /// The bytes that are not ASCII.
    #[inline]
    pub(crate) fn wide(&self) -> u64 {
        self.mask(|lane| lane)
    }
}

/// Sets the lanes whose distance from `first` is less than `count`.
#[inline]
fn in_range(lane: u8x16, first: u8, count: u8) -> u8x16 {
    let distance = lane - u8x16::splat(first);
    distance.min(u8x16::splat(count - 1)).simd_eq(distance)
}

/// The places of the set bits of `mask`, in order.
#[inline]
pub(crate) fn places(mut mask: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let place = mask.trailing_zeros();
        mask &= mask.wrapping_sub(1);
        (place < 64).then_some(place as usize)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn masks_say_what_the_bytes_say(bytes in prop::collection::vec(any::<u8>(), 0..150), at in 0usize..160) {
            let block = Block::load(&bytes, at);
            for place in 0..BLOCK {
                let byte = bytes.get(at + place).copied().unwrap_or(0);
                let bit = |mask: u64| mask >> place & 1 == 1;
                prop_assert_eq!(bit(block.equal(b'@')), byte == b'@');
                prop_assert_eq!(bit(block.equal(0xE3)), byte == 0xE3);
                prop_assert_eq!(bit(block.any_of(b"@-")), byte == b'@' || byte == b'-');
                prop_assert_eq!(bit(block.digits()), byte.is_ascii_digit());
                prop_assert_eq!(bit(block.letters()), byte.is_ascii_alphabetic());
                prop_assert_eq!(bit(block.wide()), !byte.is_ascii());
                prop_assert_eq!(bit(block.in_range(0xC2, 30)), (0xC2..0xC2 + 30).contains(&byte));
            }
        }

        #[test]
        fn places_are_the_set_bits(mask in any::<u64>()) {
            let wanted: Vec<usize> = (0..64).filter(|place| mask >> place & 1 == 1).collect();
            prop_assert_eq!(places(mask).collect::<Vec<_>>(), wanted);
        }
    }
}
