//! A short row of ASCII digits, kept without allocation.

/// More digits than a number can have with its prefixes and its extension.
const CAPACITY: usize = 64;

/// Digits as ASCII bytes.
#[derive(Clone, Copy)]
pub(super) struct Digits {
    bytes: [u8; CAPACITY],
    length: usize,
}

impl Digits {
    /// No digits.
    pub(super) const EMPTY: Self = Self {
        bytes: [0; CAPACITY],
        length: 0,
    };

    /// The digits of `bytes`; nothing if there are too many.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        let mut digits = Self::EMPTY;
        digits.extend(bytes)?;
        Some(digits)
    }

    /// Appends one ASCII digit; nothing if there is no room.
    #[inline]
    pub(super) fn push(&mut self, digit: u8) -> Option<()> {
        *self.bytes.get_mut(self.length)? = digit;
        self.length += 1;
        Some(())
    }

    /// Appends ASCII digits; nothing if there is no room.
    pub(super) fn extend(&mut self, bytes: &[u8]) -> Option<()> {
        let end = self.length + bytes.len();
        self.bytes.get_mut(self.length..end)?.copy_from_slice(bytes);
        self.length = end;
        Some(())
    }

    /// The digits behind the first `count`.
    pub(super) fn without_first(&self, count: usize) -> Self {
        Self::of(self.as_bytes().get(count..).unwrap_or_default()).unwrap_or(Self::EMPTY)
    }

    /// The digits.
    #[inline]
    pub(super) fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }

    /// The digits as text.
    pub(super) fn as_str(&self) -> &str {
        std::str::from_utf8(self.as_bytes()).unwrap_or_default()
    }

    /// How many they are.
    #[inline]
    pub(super) fn len(&self) -> usize {
        self.length
    }
}
