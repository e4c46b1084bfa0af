//! Which digits are a Japanese telephone number, and how the plan groups them.
//!
//! The area codes of the Ministry of Internal Affairs and Communications (総務省, 市外局番の一覧) tell
//! `0467-83-7702` from a part number of the same shape. Only their lengths and grouping are checked:
//! which exchanges are given out changes every month, and a mistyped number is personal data too.

/// What the numbering plan says of a run of digits and its grouping.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fit {
    /// A number of the plan, in the groups it is written in.
    Exact,
    /// A number of the plan, grouped in another way or not at all.
    Loose,
    /// No number of the plan.
    None,
}

/// Area codes of two digits, the leading 0 left out as in all these tables.
const AREA_2: &[u16] = &[3, 4, 6];
const AREA_3: &[u16] = &[
    11, 15, 17, 18, 19, 22, 23, 24, 25, 26, 27, 28, 29, 42, 43, 44, 45, 46, 47, 48, 49, 52, 53, 54,
    55, 58, 59, 72, 73, 75, 76, 77, 78, 79, 82, 83, 84, 86, 87, 88, 89, 92, 93, 95, 96, 97, 98, 99,
];
const AREA_4: &[u16] = &[
    123, 124, 125, 126, 133, 134, 135, 136, 137, 138, 139, 142, 143, 144, 145, 146, 152, 153, 154,
    155, 156, 157, 158, 162, 163, 164, 165, 166, 167, 172, 173, 174, 175, 176, 178, 179, 182, 183,
    184, 185, 186, 187, 191, 192, 193, 194, 195, 197, 198, 220, 223, 224, 225, 226, 228, 229, 233,
    234, 235, 237, 238, 240, 241, 242, 243, 244, 246, 247, 248, 250, 254, 255, 256, 257, 258, 259,
    260, 261, 263, 264, 265, 266, 267, 268, 269, 270, 274, 276, 277, 278, 279, 280, 282, 283, 284,
    285, 287, 288, 289, 291, 293, 294, 295, 296, 297, 299, 422, 428, 436, 438, 439, 460, 463, 465,
    466, 467, 470, 475, 476, 478, 479, 480, 493, 494, 495, 531, 532, 533, 536, 537, 538, 539, 544,
    545, 547, 548, 550, 551, 553, 554, 555, 556, 557, 558, 561, 562, 563, 564, 565, 566, 567, 568,
    569, 572, 573, 574, 575, 576, 577, 578, 581, 584, 585, 586, 587, 594, 595, 596, 597, 598, 599,
    721, 725, 735, 736, 737, 738, 739, 740, 742, 743, 744, 745, 746, 747, 748, 749, 761, 763, 765,
    766, 767, 768, 770, 771, 772, 773, 774, 776, 778, 779, 790, 791, 794, 795, 796, 797, 798, 799,
    820, 823, 824, 826, 827, 829, 833, 834, 835, 836, 837, 838, 845, 846, 847, 848, 852, 853, 854,
    855, 856, 857, 858, 859, 863, 865, 866, 867, 868, 869, 875, 877, 879, 880, 883, 884, 885, 887,
    889, 892, 893, 894, 895, 896, 897, 898, 920, 930, 940, 942, 943, 944, 946, 947, 948, 949, 950,
    952, 954, 955, 956, 957, 959, 964, 965, 966, 967, 968, 969, 972, 973, 974, 977, 978, 979, 980,
    982, 983, 984, 985, 986, 987, 993, 994, 995, 996, 997,
];
const AREA_5: &[u16] = &[
    1267, 1372, 1374, 1377, 1392, 1397, 1398, 1456, 1457, 1466, 1547, 1558, 1564, 1586, 1587, 1632,
    1634, 1635, 1648, 1654, 1655, 1656, 1658, 4992, 4994, 4996, 4998, 5769, 5979, 7468, 8387, 8388,
    8396, 8477, 8512, 8514, 9802, 9912, 9913, 9969,
];

/// How the plan fits national digits (with the leading 0) written in groups of these lengths.
pub(crate) fn fit(digits: &[u8], groups: &[usize]) -> Fit {
    let &[0, first, second, third, ..] = digits else {
        return Fit::None;
    };
    let is_usual = match (digits.len(), first, second, third) {
        (_, 0, ..) => return Fit::None,
        (11, 8, 0, 0) => groups == [4, 3, 4],
        // 050 IP telephony, 060/070/080/090 mobile, 020 pagers and machines: eleven digits.
        (11, 2 | 5..=9, 0, _) => groups == [3, 4, 4] || groups == [3, 8],
        // 0120 free, 0570 Navi Dial, 0180 mass calling, 0990 premium rate.
        (10, 1, 2 | 8, 0) | (10, 5, 7, 0) | (10, 9, 9, 0) => {
            groups == [4, 3, 3] || groups == [4, 2, 4] || groups == [4, 6]
        }
        (10, ..) => {
            let mut is_known = false;
            let mut is_usual = false;
            for (length, codes) in [(2, AREA_2), (3, AREA_3), (4, AREA_4), (5, AREA_5)] {
                let code = digits
                    .iter()
                    .take(length)
                    .fold(0, |code, &digit| code * 10 + u16::from(digit));
                if codes.binary_search(&code).is_ok() {
                    is_known = true;
                    is_usual |= groups == [length, 6 - length, 4];
                }
            }
            if !is_known {
                return Fit::None;
            }
            is_usual
        }
        _ => return Fit::None,
    };
    if is_usual { Fit::Exact } else { Fit::Loose }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit_of(written: &str) -> Fit {
        let digits: Vec<u8> = written
            .bytes()
            .filter(u8::is_ascii_digit)
            .map(|digit| digit - b'0')
            .collect();
        let groups: Vec<usize> = written.split('-').map(str::len).collect();
        fit(&digits, &groups)
    }

    #[test]
    fn area_codes_are_sorted() {
        for codes in [AREA_2, AREA_3, AREA_4, AREA_5] {
            assert!(codes.is_sorted());
        }
    }

    #[test]
    fn groups_follow_the_area_code() {
        for written in [
            "03-1234-5678",
            "086-273-1154",
            "0467-83-7702",
            "04992-2-1234",
            "04-7123-4567",
            "090-1234-5678",
            "050-3188-2047",
            "0120-444-113",
            "0120-44-1133",
            "0800-123-4567",
            "0570-033-918",
        ] {
            assert_eq!(fit_of(written), Fit::Exact, "{written}");
        }
        for written in ["0312345678", "03-12345678", "0312-34-5678", "0901-234-5678"] {
            assert_eq!(fit_of(written), Fit::Loose, "{written}");
        }
        for written in [
            "0091-22-7412",
            "03-1234-567",
            "010-1234-5678",
            "0101-23-4567",
            "030-1234-5678",
            "1234-56-7890",
        ] {
            assert_eq!(fit_of(written), Fit::None, "{written}");
        }
    }
}
