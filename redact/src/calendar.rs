//! Whether a date is in the calendar.

/// Whether the Gregorian calendar has this day.
pub(crate) fn is_date(year: u16, month: u8, day: u8) -> bool {
    let is_leap_year =
        year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 if is_leap_year => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leap_years_have_a_day_more() {
        assert!(is_date(2000, 2, 29) && is_date(2024, 2, 29));
        assert!(!is_date(1900, 2, 29) && !is_date(2023, 2, 29));
        assert!(is_date(2023, 12, 31) && !is_date(2023, 11, 31));
        assert!(!is_date(2023, 13, 1) && !is_date(2023, 0, 1) && !is_date(2023, 1, 0));
    }
}
