//! Where random bytes come from: the caller, since the library does no I/O.

use crate::Result;

/// A source of random bytes that nobody can predict.
///
/// Any closure `FnMut(&mut [u8]) -> Result<()>` is one; feature `os-random` has the operating
/// system's.
pub trait RandomSource {
    /// Fills `bytes`.
    ///
    /// # Errors
    ///
    /// When no random bytes are to be had; what needed them fails.
    fn fill(&mut self, bytes: &mut [u8]) -> Result<()>;
}

impl<F: FnMut(&mut [u8]) -> Result<()>> RandomSource for F {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<()> {
        self(bytes)
    }
}

/// The operating system's random bytes.
#[cfg(feature = "os-random")]
#[derive(Clone, Copy, Debug, Default)]
pub struct OsRandom;

#[cfg(feature = "os-random")]
impl RandomSource for OsRandom {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<()> {
        getrandom::fill(bytes).map_err(|_| {
            crate::Error::new(
                crate::ErrorKind::Custom,
                "the operating system gave no random bytes",
            )
        })
    }
}
