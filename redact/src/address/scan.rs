//! One pass over the text that stops only where an address may begin.

use super::gazetteer::Gazetteer;
use super::grammar::{Address, Outcome, may_follow_name, read_from_area, read_from_number};
use super::romanised::{is_anchor, read_romanised};
use super::spelling::{digit_value, multiplier};
use crate::recognizer::{EntityRecognizer, Find, Findings, OperatingPoint};
use crate::text::{NormalizedText, Span};
use crate::{EntityType, Result, Score};

/// Finds Japanese postal addresses ([`EntityType::JP_ADDRESS`]), each as one span from its first
/// part to its last, without the postal code. A bare prefecture or municipality is no address.
pub struct AddressRecognizer {
    point: OperatingPoint,
}

impl AddressRecognizer {
    /// A recognizer with the dictionary that is shipped, which is read by the first analysis.
    ///
    /// # Errors
    ///
    /// None today; a dictionary may have to be read one day.
    pub fn new(point: OperatingPoint) -> Result<Self> {
        Ok(Self { point })
    }

    /// Calls `found` for each address in the folded text, in order.
    fn scan(&self, gazetteer: &Gazetteer, text: &str, mut found: impl FnMut(Address)) {
        let bytes = text.as_bytes();
        let mut at = 0;
        // Nothing before this byte may become part of a further address.
        let mut done = 0;
        let mut before = 0_u8;
        let mut decoded = (usize::MAX, None);
        // Before this byte no address in Latin letters stands.
        let mut looked_at = 0;
        while let Some(&lead) = bytes.get(at) {
            if lead < 0x80 {
                if lead.is_ascii_digit()
                    && !before.is_ascii_digit()
                    && before != b'-'
                    && may_follow_name(text, at)
                    && let Some(address) = read_from_number(gazetteer, text, done, at, self.point)
                {
                    done = address.end;
                    at = address.end.max(at + 1);
                    before = 0;
                    found(address);
                    continue;
                }
                if matches!(lead, b'-' | b',') && at >= looked_at && is_anchor(bytes, at) {
                    match read_romanised(text, done, at) {
                        Ok(address) if address.end > at => {
                            done = address.end;
                            at = address.end;
                            before = 0;
                            found(address);
                            continue;
                        }
                        Ok(_) => {}
                        Err(end) => looked_at = end,
                    }
                }
                before = lead;
                at += 1;
                continue;
            }
            before = lead;
            // The second character of the last pair is the first of this one.
            let first = match decoded {
                (place, character) if place == at => character,
                _ => three_bytes(bytes, at),
            };
            let Some(first) = first else {
                at += width(lead);
                continue;
            };
            decoded = (at + 3, three_bytes(bytes, at + 3));
            let Some(second) = decoded.1 else {
                at += 3;
                continue;
            };
            if gazetteer.may_start(first, second) {
                match read_from_area(gazetteer, text, at, self.point) {
                    Outcome::Found(address) => {
                        done = address.end;
                        at = address.end.max(at + 1);
                        found(address);
                        continue;
                    }
                    Outcome::Place(end) => {
                        at = end.max(at + 1);
                        continue;
                    }
                    Outcome::Nothing => {}
                }
            }
            // 一丁目, 三番地 and 二ノ十 in kanji, behind a name.
            let unit_at = match (first, second) {
                ('丁', '目') | ('番', '地') => Some(at),
                (digit, 'ノ') if digit_value(digit).is_some() || multiplier(digit).is_some() => {
                    Some(at + 3)
                }
                _ => None,
            };
            if let Some(unit_at) = unit_at {
                let start = kanji_number_before(text, done, unit_at);
                if start < unit_at
                    && may_follow_name(text, start)
                    && let Some(address) =
                        read_from_number(gazetteer, text, done, start, self.point)
                    && address.end > at
                {
                    done = address.end;
                    at = address.end;
                    found(address);
                    continue;
                }
            }
            at += 3;
        }
    }
}

impl EntityRecognizer for AddressRecognizer {
    fn id(&self) -> &'static str {
        "jp/address"
    }

    fn supported_entities(&self) -> &[EntityType] {
        const KINDS: &[EntityType] = &[EntityType::JP_ADDRESS];
        KINDS
    }

    fn analyze(&self, text: &NormalizedText<'_>, findings: &mut Findings) -> Result<()> {
        self.scan(Gazetteer::shipped()?, text.as_str(), |address| {
            let span = Span::new(address.start, address.end);
            let find = Find::new(
                EntityType::JP_ADDRESS,
                span,
                Score::saturating(address.score),
            );
            findings.add(find.because(address.because));
        });
        Ok(())
    }
}

impl std::fmt::Debug for AddressRecognizer {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("AddressRecognizer")
            .field("point", &self.point)
            .finish_non_exhaustive()
    }
}

/// The character of three bytes that begins at byte `at`.
#[inline]
fn three_bytes(bytes: &[u8], at: usize) -> Option<char> {
    let &[lead, second, third] = bytes.get(at..)?.first_chunk()?;
    let bits = |byte: u8, mask: u8| u32::from(byte & mask);
    if lead & 0xF0 != 0xE0 {
        return None;
    }
    char::from_u32((bits(lead, 0x0F) << 12) | (bits(second, 0x3F) << 6) | bits(third, 0x3F))
}

/// How many bytes the character with this lead byte has.
#[inline]
const fn width(lead: u8) -> usize {
    match lead {
        0..=0xBF => 1,
        0xC0..=0xDF => 2,
        0xE0..=0xEF => 3,
        _ => 4,
    }
}

/// Where the kanji number that ends at byte `at` begins; not before `from`.
fn kanji_number_before(text: &str, from: usize, at: usize) -> usize {
    let head = text.get(from..at).unwrap_or_default();
    let length: usize = head
        .chars()
        .rev()
        .take(7)
        .take_while(|&character| {
            !character.is_ascii()
                && (digit_value(character).is_some() || multiplier(character).is_some())
        })
        .map(char::len_utf8)
        .sum();
    at - length
}
