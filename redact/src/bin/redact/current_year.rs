//! Which year it is.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The seconds of a mean year of the Gregorian calendar, 365.2425 days.
const YEAR: u64 = 31_556_952;

/// The year by the machine's clock, in UTC. The last days of December may count for the next year: what asks
/// refutes numbers of later years, and one that is valid must not be refuted.
#[allow(
    clippy::disallowed_methods,
    reason = "the command line reads the clock that the library may not"
)]
pub(crate) fn current_year() -> u16 {
    year_of(
        SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default(),
    )
}

fn year_of(since_1970: Duration) -> u16 {
    const THREE_DAYS: u64 = 3 * 86_400;
    let years = (since_1970.as_secs() + THREE_DAYS) / YEAR;
    u16::try_from(1970 + years).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_year_begins_late_and_none_more_than_five_days_early() {
        // The first seconds of years in UTC.
        for (year, second) in [
            (1970, 0),
            (2000, 946_684_800),
            (2026, 1_767_225_600),
            (2027, 1_798_761_600),
            (2100, 4_102_444_800),
        ] {
            assert_eq!(year_of(Duration::from_secs(second)), year);
            let before = Duration::from_secs(second).saturating_sub(Duration::from_hours(5 * 24));
            assert!(year == 1970 || year_of(before) == year - 1, "{year}");
        }
    }
}
