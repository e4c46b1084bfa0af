//! How the account number behind a country's code and check digits is made.
//!
//! Source: ISO 13616, IBAN Registry (SWIFT). Presidio: of the registry's letters some are taken for letters or
//! digits (AZ, GE, IE, PK, VG) and the other way round (AZ, JO, MU, PS, PT), and the countries of later
//! releases are missing (BI, DJ, FK, HN, MN, NI, OM, RU, SD, SO, ST, SV, YE).

use Kind::{A, C, N, Z};

/// What a character must be.
#[derive(Clone, Copy)]
enum Kind {
    /// A capital letter.
    A,
    /// A letter or a digit.
    C,
    /// A digit.
    N,
    /// Zero.
    Z,
}

/// Parts in order: how many characters of which kind.
type Structure = &'static [(u8, Kind)];

/// By country code, sorted.
static STRUCTURES: &[(&str, Structure)] = &[
    ("AD", &[(8, N), (12, C)]),
    ("AE", &[(19, N)]),
    ("AL", &[(8, N), (16, C)]),
    ("AT", &[(16, N)]),
    ("AZ", &[(4, C), (20, N)]),
    ("BA", &[(16, N)]),
    ("BE", &[(12, N)]),
    ("BG", &[(4, A), (6, N), (8, C)]),
    ("BH", &[(4, A), (14, C)]),
    ("BR", &[(23, N), (1, A), (1, C)]),
    ("BY", &[(4, C), (4, N), (16, C)]),
    ("CH", &[(5, N), (12, C)]),
    ("CR", &[(1, Z), (17, N)]),
    ("CY", &[(8, N), (16, C)]),
    ("CZ", &[(20, N)]),
    ("DE", &[(18, N)]),
    ("DK", &[(14, N)]),
    ("DO", &[(4, A), (20, N)]),
    ("EE", &[(16, N)]),
    ("EG", &[(25, N)]),
    ("ES", &[(20, N)]),
    ("FI", &[(14, N)]),
    ("FO", &[(14, N)]),
    ("FR", &[(10, N), (11, C), (2, N)]),
    ("GB", &[(4, A), (14, N)]),
    ("GE", &[(2, C), (16, N)]),
    ("GI", &[(4, A), (15, C)]),
    ("GL", &[(14, N)]),
    ("GR", &[(7, N), (16, C)]),
    ("GT", &[(24, C)]),
    ("HR", &[(17, N)]),
    ("HU", &[(24, N)]),
    ("IE", &[(4, C), (14, N)]),
    ("IL", &[(19, N)]),
    ("IQ", &[(4, A), (15, N)]),
    ("IS", &[(22, N)]),
    ("IT", &[(1, A), (10, N), (12, C)]),
    ("JO", &[(4, A), (22, N)]),
    ("KW", &[(4, A), (22, C)]),
    ("KZ", &[(3, N), (13, C)]),
    ("LB", &[(4, N), (20, C)]),
    ("LC", &[(4, A), (24, C)]),
    ("LI", &[(5, N), (12, C)]),
    ("LT", &[(16, N)]),
    ("LU", &[(3, N), (13, C)]),
    ("LV", &[(4, A), (13, C)]),
    ("LY", &[(21, N)]),
    ("MC", &[(10, N), (11, C), (2, N)]),
    ("MD", &[(20, C)]),
    ("ME", &[(18, N)]),
    ("MK", &[(3, N), (10, C), (2, N)]),
    ("MR", &[(23, N)]),
    ("MT", &[(4, A), (5, N), (18, C)]),
    ("MU", &[(4, A), (19, N), (1, A), (2, C)]),
    ("NL", &[(4, A), (10, N)]),
    ("NO", &[(11, N)]),
    ("PK", &[(4, C), (16, N)]),
    ("PL", &[(24, N)]),
    ("PS", &[(4, C), (17, N), (4, C)]),
    ("PT", &[(17, N), (4, C)]),
    ("QA", &[(4, A), (21, C)]),
    ("RO", &[(4, A), (16, C)]),
    ("RS", &[(18, N)]),
    ("SA", &[(2, N), (18, C)]),
    ("SC", &[(4, A), (20, N), (3, A)]),
    ("SE", &[(20, N)]),
    ("SI", &[(15, N)]),
    ("SK", &[(20, N)]),
    ("SM", &[(1, A), (10, N), (12, C)]),
    ("TL", &[(19, N)]),
    ("TN", &[(20, N)]),
    ("TR", &[(5, N), (17, C)]),
    ("UA", &[(6, N), (19, C)]),
    ("VA", &[(18, N)]),
    ("VG", &[(4, C), (16, N)]),
    ("XK", &[(16, N)]),
];

/// Whether `iban`, without separators, begins with the structure of its country.
///
/// Presidio: what stands behind is not looked at, so that a number too long passes if its check digits hold.
pub(super) fn is_of_its_country(iban: &str) -> bool {
    let Some((country, rest)) = iban.split_at_checked(2) else {
        return false;
    };
    let Ok(place) = STRUCTURES.binary_search_by_key(&country, |&(code, _)| code) else {
        return false;
    };
    let parts = STRUCTURES.get(place).map_or(&[][..], |&(_, parts)| parts);
    let kinds = parts
        .iter()
        .flat_map(|&(count, kind)| std::iter::repeat_n(kind, usize::from(count)));
    let mut bytes = rest.bytes();
    [N, N].into_iter().chain(kinds).all(|kind| {
        bytes.next().is_some_and(|byte| match kind {
            A => byte.is_ascii_uppercase(),
            C => byte.is_ascii_alphanumeric(),
            N => byte.is_ascii_digit(),
            Z => byte == b'0',
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_sorted() {
        assert!(STRUCTURES.is_sorted_by(|one, other| one.0 < other.0));
    }

    #[test]
    fn the_examples_of_the_registry_fit() {
        for iban in [
            "GB82WEST12345698765432",
            "DE89370400440532013000",
            "FR1420041010050500013M02606",
            "NO9386011117947",
            "MT84MALT011000012345MTLCAST001S",
        ] {
            assert!(is_of_its_country(iban), "{iban}");
            assert!(!is_of_its_country(iban.get(..iban.len() - 1).unwrap()));
        }
        for other in [
            "",
            "G",
            "XX00",
            "GB8212345698765432WEST",
            "DE8937040044053201300A",
        ] {
            assert!(!is_of_its_country(other), "{other}");
        }
    }
}
