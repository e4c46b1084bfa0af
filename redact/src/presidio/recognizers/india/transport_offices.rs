//! The transport offices of India: which numbers a state has given to its regional offices.
//!
//! Source: Ministry of Road Transport and Highways, list of registering authorities (Vahan), as far as
//! Presidio knows it.
// Presidio: 21 is missing in most states, and Andhra Pradesh has its two newest numbers alone.

/// A state or territory with the first and last of its runs of numbers.
type State = ([char; 2], &'static [(u8, u8)]);

/// The states, by their letters.
static STATES: &[State] = &[
    (['A', 'N'], &[(1, 1)]),
    (['A', 'P'], &[(39, 40)]),
    (['A', 'R'], &[(1, 17), (19, 20), (22, 22)]),
    (['A', 'S'], &[(1, 20), (22, 34)]),
    (
        ['B', 'R'],
        &[
            (1, 11),
            (19, 19),
            (21, 22),
            (24, 34),
            (37, 39),
            (43, 46),
            (50, 53),
            (55, 56),
        ],
    ),
    (['C', 'G'], &[(1, 30)]),
    (['C', 'H'], &[(1, 4)]),
    (['D', 'D'], &[(1, 3)]),
    (['D', 'L'], &[(1, 13)]),
    (['D', 'N'], &[(9, 9)]),
    (['G', 'A'], &[(1, 12)]),
    (['G', 'J'], &[(1, 39)]),
    (['H', 'P'], &[(1, 20), (22, 99)]),
    (['H', 'R'], &[(1, 20), (22, 99)]),
    (['J', 'H'], &[(1, 20), (22, 24)]),
    (['J', 'K'], &[(1, 20), (22, 22)]),
    (['K', 'A'], &[(1, 20), (22, 71)]),
    (['K', 'L'], &[(1, 20), (22, 99)]),
    (['L', 'A'], &[(1, 2)]),
    (['L', 'D'], &[(1, 9)]),
    (['M', 'H'], &[(1, 20), (22, 51)]),
    (['M', 'L'], &[(1, 10)]),
    (['M', 'N'], &[(1, 7)]),
    (['M', 'P'], &[(1, 20), (22, 71)]),
    (['M', 'Z'], &[(1, 8)]),
    (['N', 'L'], &[(1, 10)]),
    (['O', 'D'], &[(1, 20), (22, 35)]),
    (['O', 'R'], &[(1, 20), (22, 31)]),
    (['P', 'B'], &[(1, 20), (22, 99)]),
    (['P', 'Y'], &[(1, 5)]),
    (['R', 'J'], &[(1, 20), (22, 58)]),
    (['S', 'K'], &[(1, 8)]),
    (['T', 'N'], &[(1, 20), (22, 99)]),
    (['T', 'R'], &[(1, 8)]),
    (['T', 'S'], &[(1, 20), (22, 38)]),
    (['U', 'K'], &[(1, 20)]),
    (['U', 'P'], &[(11, 20), (22, 96)]),
    (['W', 'B'], &[(1, 20), (22, 98)]),
];

/// Whether the state with these letters has an office of this number.
pub(super) fn has_office(state: [char; 2], number: u8) -> bool {
    STATES
        .binary_search_by_key(&state, |&(letters, _)| letters)
        .ok()
        .and_then(|place| STATES.get(place))
        .is_some_and(|(_, runs)| {
            runs.iter()
                .any(|&(first, last)| (first..=last).contains(&number))
        })
}

/// Whether the state also writes the numbers below ten with one digit.
pub(super) fn writes_one_digit(state: [char; 2]) -> bool {
    matches!(state, ['D', 'L'] | ['G', 'J'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_and_their_runs_are_in_order() {
        assert!(STATES.is_sorted_by_key(|&(letters, _)| letters));
        for (letters, runs) in STATES {
            assert!(runs.is_sorted(), "{letters:?}");
        }
    }

    #[test]
    fn offices_exist_or_not() {
        assert!(has_office(['D', 'L'], 1) && has_office(['K', 'A'], 53));
        assert!(!has_office(['D', 'L'], 14) && !has_office(['Z', 'Z'], 1));
    }
}
