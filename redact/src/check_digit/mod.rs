//! Check digits, each as a pure function over digits.
//!
//! Named for the algorithm or, where an ordinance defines one of its own, for the number. A function
//! takes the values of the digits in order (0 to 9) and answers `false` for any other count of them.

mod jp_corporate_number;
mod jp_drivers_license;
mod jp_health_insurer;
mod jp_individual_number;

pub(crate) use jp_corporate_number::jp_corporate_number;
pub(crate) use jp_drivers_license::jp_drivers_license;
pub(crate) use jp_health_insurer::jp_health_insurer;
pub(crate) use jp_individual_number::jp_individual_number;

/// Exactly `N` digits as an array, or `None`.
fn exactly<const N: usize>(digits: impl Iterator<Item = u8>) -> Option<[u8; N]> {
    let mut array = [0; N];
    let mut count = 0;
    for digit in digits {
        *array.get_mut(count)? = digit;
        count += 1;
    }
    (count == N).then_some(array)
}

/// The digits of an ASCII text, for tests.
#[cfg(test)]
fn digits_of(text: &str) -> impl Iterator<Item = u8> {
    text.bytes().map(|byte| byte - b'0')
}
