//! What do these bytes say? Labels that mail uses, and sniffing where a label is missing or wrong.
//!
//! A label is believed as long as the bytes agree with it; where they do not, evidence decides in
//! this order: escape sequences of ISO 2022, strict UTF-8, statistics (`chardetng`), the fewest
//! characters lost. The trade-off: for bytes without a label, Japanese is the first guess.

mod iso_2022;
mod label;
mod utf7;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{EUC_JP, Encoding, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE};
use label::Charset;

/// Text that was bytes, and how it was read.
#[derive(Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// The charset that was used, by its IANA name.
    pub charset: &'static str,
    /// Who named that charset.
    pub origin: CharsetOrigin,
    /// How many characters could not be read and became U+FFFD.
    pub replaced: usize,
}

/// Who named a charset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CharsetOrigin {
    /// The label, or a byte order mark.
    Label,
    /// There was no label, or one that nobody knows; the bytes were sniffed.
    Sniffed,
    /// The bytes contradicted the label and were sniffed.
    Contradicted,
}

impl std::fmt::Debug for Decoded {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Decoded")
            .field("bytes", &self.text.len())
            .field("charset", &self.charset)
            .field("origin", &self.origin)
            .field("replaced", &self.replaced)
            .finish()
    }
}

/// Decodes bytes of a mail, given the label that the mail puts on them, if any.
///
/// Never fails: what cannot be read becomes U+FFFD and is counted.
///
/// ```
/// use redact::mail::charset::{CharsetOrigin, decode};
///
/// // "日本" in EUC-JP, labelled as ISO-2022-JP.
/// let decoded = decode(b"\xC6\xFC\xCB\xDC", Some("iso-2022-jp"));
/// assert_eq!(decoded.text, "日本");
/// assert_eq!(decoded.origin, CharsetOrigin::Contradicted);
/// ```
pub fn decode(bytes: &[u8], label: Option<&str>) -> Decoded {
    decode_declared(bytes, label.and_then(Charset::for_label))
}

/// Decodes bytes of a header line, whose syntax is ASCII whatever the charset of the body.
pub(super) fn decode_line(bytes: &[u8], label: Option<&str>) -> Decoded {
    let declared = label.and_then(Charset::for_label);
    decode_declared(bytes, declared.filter(|charset| charset.holds_ascii()))
}

fn decode_declared(bytes: &[u8], declared: Option<Charset>) -> Decoded {
    let chosen = marked(bytes)
        .or_else(|| believed(bytes, declared))
        .unwrap_or_else(|| sniff(bytes, declared));
    let origin = match (chosen.from_bytes, declared) {
        (false, _) => CharsetOrigin::Label,
        (true, None) => CharsetOrigin::Sniffed,
        (true, Some(Charset::Ascii)) if chosen.charset == Charset::Ascii => CharsetOrigin::Label,
        (true, Some(declared)) if declared == chosen.charset => CharsetOrigin::Label,
        (true, Some(_)) => CharsetOrigin::Contradicted,
    };
    Decoded {
        replaced: replacements(&chosen.text),
        text: chosen.text,
        charset: chosen.charset.name(),
        origin,
    }
}

/// A reading of the bytes.
struct Reading {
    charset: Charset,
    text: String,
    /// Whether the bytes themselves, not a label, named the charset.
    from_bytes: bool,
}

impl Reading {
    fn new(charset: Charset, bytes: &[u8], from_bytes: bool) -> Self {
        Self {
            charset,
            text: read(charset, bytes),
            from_bytes,
        }
    }

    fn errors(&self) -> usize {
        replacements(&self.text)
    }
}

fn read(charset: Charset, bytes: &[u8]) -> String {
    match charset {
        Charset::Iso2022 => iso_2022::decode(bytes),
        Charset::Utf7 => utf7::decode(bytes),
        Charset::Utf16 => web(likely_byte_order(bytes), bytes),
        Charset::Ascii => String::from_utf8_lossy(bytes).into_owned(),
        Charset::Web(encoding) => web(encoding, bytes),
    }
}

fn web(encoding: &'static Encoding, bytes: &[u8]) -> String {
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    text.into_owned()
}

fn lost(charset: Charset, bytes: &[u8]) -> usize {
    replacements(&read(charset, bytes))
}

fn replacements(text: &str) -> usize {
    text.matches(char::REPLACEMENT_CHARACTER).count()
}

/// A byte order mark outweighs every label.
fn marked(bytes: &[u8]) -> Option<Reading> {
    let (encoding, _) = Encoding::for_bom(bytes)?;
    Some(Reading::new(Charset::Web(encoding), bytes, false))
}

/// RFC 2781 section 4.3: big-endian without a mark. Senders on Windows mean little-endian; the
/// place of the zero bytes and of the kana's upper byte (0x30) tells them apart.
fn likely_byte_order(bytes: &[u8]) -> &'static Encoding {
    let upper_bytes = |parity: usize| {
        let every_second = bytes.iter().skip(parity).step_by(2);
        every_second.filter(|&&b| matches!(b, 0 | 0x30)).count()
    };
    if upper_bytes(1) > upper_bytes(0) {
        UTF_16LE
    } else {
        UTF_16BE
    }
}

/// The reading that the label names, as long as the bytes do not contradict it.
fn believed(bytes: &[u8], declared: Option<Charset>) -> Option<Reading> {
    let is_utf16 = [UTF_16BE, UTF_16LE].map(|e| Some(Charset::Web(e)));
    if let Some(charset) = declared
        && (charset == Charset::Utf16 || is_utf16.contains(&declared))
    {
        return Some(Reading::new(charset, bytes, false));
    }
    if bytes.is_ascii() {
        let charset = match declared {
            _ if iso_2022::has_designation(bytes) => Charset::Iso2022,
            Some(charset @ (Charset::Utf7 | Charset::Iso2022)) => charset,
            _ => Charset::Ascii,
        };
        let from_bytes = charset == Charset::Iso2022;
        return Some(Reading::new(charset, bytes, from_bytes));
    }
    let declared = declared.filter(|charset| !matches!(charset, Charset::Ascii | Charset::Utf7))?;
    let is_utf8 = std::str::from_utf8(bytes).is_ok();
    if declared == Charset::Iso2022 && (is_utf8 || !iso_2022::has_designation(bytes)) {
        return None;
    }
    let reading = Reading::new(declared, bytes, false);
    let Charset::Web(encoding) = declared else {
        return (reading.errors() == 0).then_some(reading);
    };
    if encoding == UTF_8 {
        // A cut or stray byte does not make a text another charset's.
        let is_nearly_clean = reading.errors() * 20 <= characters_beyond_ascii(&reading.text);
        return (is_utf8 || is_nearly_clean).then_some(reading);
    }
    // Bytes of another charset are strict UTF-8 by accident only when they are few.
    let is_accident = !encoding.is_single_byte()
        && reading.errors() == 0
        && characters_beyond_ascii(&reading.text) < 6;
    if is_utf8 && !is_accident {
        return None;
    }
    (reading.errors() == 0 && !contradicts(bytes, encoding, &reading.text)).then_some(reading)
}

/// Whether the bytes, though the label's charset accepts them, are Japanese of another kind: every
/// byte is legal in the Latin charsets, and nearly all of EUC-JP is half-width kana in `Shift_JIS`.
fn contradicts(bytes: &[u8], labelled: &'static Encoding, text: &str) -> bool {
    let is_half_width = |c: &char| ('\u{FF61}'..='\u{FF9F}').contains(c);
    let suspicious = if labelled == SHIFT_JIS {
        text.chars().filter(is_half_width).count() * 2 > characters_beyond_ascii(text)
    } else {
        labelled.is_single_byte()
    };
    if !suspicious {
        return false;
    }
    let guess = statistics(bytes);
    let is_other = (guess == EUC_JP || guess == SHIFT_JIS) && guess != labelled;
    is_other && {
        let reading = web(guess, bytes);
        let is_kana = |c: &char| ('\u{3041}'..='\u{30FE}').contains(c);
        replacements(&reading) == 0 && reading.chars().filter(is_kana).count() >= 2
    }
}

fn characters_beyond_ascii(text: &str) -> usize {
    text.chars().filter(|c| !c.is_ascii()).count()
}

fn statistics(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(Some(b"jp"), Utf8Detection::Allow)
}

/// The best reading of eight-bit bytes that no label explains.
fn sniff(bytes: &[u8], declared: Option<Charset>) -> Reading {
    if std::str::from_utf8(bytes).is_ok() {
        return Reading::new(Charset::Web(UTF_8), bytes, true);
    }
    let guess = statistics(bytes);
    let mut candidates: Vec<Charset> = Vec::with_capacity(6);
    if iso_2022::has_designation(bytes) {
        candidates.push(Charset::Iso2022);
    }
    // A label whose reading lost nothing and was not believed is contradicted for good.
    let is_rejected = |charset| charset == Charset::Iso2022 || lost(charset, bytes) == 0;
    candidates.extend(declared.filter(|&charset| !is_rejected(charset)));
    if mostly_half_width_kana(bytes) {
        candidates.push(Charset::Web(SHIFT_JIS));
    }
    candidates.extend([guess, EUC_JP, SHIFT_JIS, UTF_8].map(Charset::Web));
    let mut best: Option<(usize, Reading)> = None;
    for charset in candidates {
        let reading = Reading::new(charset, bytes, true);
        let errors = reading.errors();
        // UTF-8 with a cut or stray byte is still UTF-8, though a Latin charset accepts anything.
        let is_damaged_utf8 =
            charset == Charset::Web(UTF_8) && errors * 10 <= characters_beyond_ascii(&reading.text);
        if is_damaged_utf8 {
            return reading;
        }
        if best.as_ref().is_none_or(|&(fewest, _)| errors < fewest) {
            best = Some((errors, reading));
        }
    }
    best.map_or_else(
        || Reading::new(Charset::Web(UTF_8), bytes, true),
        |(_, reading)| reading,
    )
}

/// `chardetng` rules `Shift_JIS` out when a text begins with half-width kana; mail does begin so.
fn mostly_half_width_kana(bytes: &[u8]) -> bool {
    let is_kana = |b: &u8| (0xA6..=0xDF).contains(b);
    let beyond_ascii = bytes.iter().filter(|b| !b.is_ascii()).count();
    let in_runs = bytes
        .windows(3)
        .filter(|run| run.iter().all(is_kana))
        .count();
    // EUC-JP's hiragana and katakana have an 0xA4 or 0xA5 in every pair.
    beyond_ascii >= 4 && in_runs * 2 > beyond_ascii
}
