//! Which charset does a label mean?
//!
//! Mail uses labels that no web browser knows: Microsoft's code pages by number, Java's names, the
//! IANA registry's rarer entries. The trade-off: a label of the ISO 2022 family names one decoder
//! for all its members, since senders mix them up and the escape sequences say what follows.

use encoding_rs::Encoding;

/// A charset that this module can decode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Charset {
    /// The ISO 2022 family in seven bits (RFC 1468, RFC 1554, RFC 2237, CP50220 to CP50222).
    Iso2022,
    /// RFC 2152.
    Utf7,
    /// UTF-16 without a word on its byte order (RFC 2781).
    Utf16,
    /// US-ASCII, which promises that no byte has its highest bit set.
    Ascii,
    /// Whatever `encoding_rs` decodes.
    Web(&'static Encoding),
}

impl Charset {
    /// The charset that a label names; `None` for a label nobody registered.
    pub(super) fn for_label(label: &str) -> Option<Self> {
        // RFC 2231 section 5 lets a language follow the charset: `utf-8*ja`.
        let label = label.split('*').next().unwrap_or_default();
        let written =
            label.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>'));
        let label = written.to_ascii_lowercase().replace('_', "-");
        let charset = match label.as_str() {
            "us-ascii" | "ascii" | "ansi-x3.4-1968" | "iso646-us" | "646" | "cp367"
            | "unknown-8bit" => Self::Ascii,
            "iso-2022-jp"
            | "iso-2022-jp-1"
            | "iso-2022-jp-2"
            | "iso-2022-jp-3"
            | "iso-2022-jp-2004"
            | "iso-2022-jp-ms"
            | "iso-2022-jp-ext"
            | "iso2022-jp"
            | "iso2022jp"
            | "csiso2022jp"
            | "csiso2022jp2"
            | "iso-2022-kr"
            | "csiso2022kr"
            | "iso-2022-cn"
            | "iso-2022-cn-ext"
            | "cp50220"
            | "cp50221"
            | "cp50222"
            | "windows-50220"
            | "windows-50221"
            | "windows-50222"
            | "x-windows-50220"
            | "x-windows-50221"
            | "x-windows-iso2022jp"
            | "x-iso-2022-jp"
            | "jis"
            | "jis7"
            | "jis8"
            | "jis-encoding"
            | "junet"
            | "jis-auto-detect" => Self::Iso2022,
            "cp932" | "ms932" | "ms-932" | "x-ms-cp932" | "windows-932" | "windows932"
            | "cswindows31j" | "windows-31j" | "ms-kanji" | "x-sjis" | "sjis" | "shift-jis"
            | "shiftjis" | "csshiftjis" | "sjis-win" | "x-sjis-jisx0213" | "shift-jisx0213"
            | "shift-jis-2004" | "sjis-mac" | "x-mac-japanese" | "macjapanese" | "pck" | "943"
            | "cp943" | "cp943c" | "ibm-943" | "ibm943" | "932" => {
                Self::Web(encoding_rs::SHIFT_JIS)
            }
            "euc-jp"
            | "eucjp"
            | "x-euc-jp"
            | "x-euc"
            | "x-eucjp"
            | "ujis"
            | "cseucpkdfmtjapanese"
            | "eucjp-ms"
            | "eucjp-win"
            | "eucjpms"
            | "euc-jp-ms"
            | "euc-jis-2004"
            | "euc-jisx0213"
            | "cp51932"
            | "windows-51932"
            | "cp20932"
            | "euc-jp-linux"
            | "x-eucjp-open" => Self::Web(encoding_rs::EUC_JP),
            "utf-7"
            | "utf7"
            | "unicode-1-1-utf-7"
            | "csunicode11utf7"
            | "x-unicode-2-0-utf-7"
            | "cp65000" => Self::Utf7,
            "utf-8" | "utf8" | "utf-8-mac" | "utf8mb4" | "cesu-8" | "cp65001" | "utf-8n" => {
                Self::Web(encoding_rs::UTF_8)
            }
            "utf-16" | "utf16" | "unicode" | "ucs-2" | "iso-10646-ucs-2" | "csunicode" => {
                Self::Utf16
            }
            "cp936" | "ms936" | "windows-936" => Self::Web(encoding_rs::GBK),
            "cp949" | "ms949" | "uhc" | "ks-c-5601" => Self::Web(encoding_rs::EUC_KR),
            "cp950" | "ms950" | "windows-950" => Self::Web(encoding_rs::BIG5),
            other => return Self::web(written).or_else(|| Self::web(other)),
        };
        Some(charset)
    }

    /// The labels of the WHATWG's Encoding Standard, and Windows code pages by number.
    fn web(label: &str) -> Option<Self> {
        let known = |label: &str| Encoding::for_label(label.as_bytes());
        let encoding = known(label)
            .or_else(|| known(&format!("windows-{}", label.strip_prefix("cp")?)))
            .filter(|&encoding| encoding != encoding_rs::REPLACEMENT)?;
        Some(Self::Web(encoding))
    }

    /// Whether ASCII bytes are ASCII text.
    pub(super) fn holds_ascii(self) -> bool {
        match self {
            Self::Iso2022 | Self::Ascii => true,
            Self::Utf7 | Self::Utf16 => false,
            Self::Web(encoding) => encoding.is_ascii_compatible(),
        }
    }

    /// A name for reports.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Iso2022 => "ISO-2022-JP",
            Self::Utf7 => "UTF-7",
            Self::Utf16 => "UTF-16",
            Self::Ascii => "US-ASCII",
            Self::Web(encoding) => encoding.name(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_mail_are_known() {
        let shift_jis = Some(Charset::Web(encoding_rs::SHIFT_JIS));
        for label in [
            "cp932",
            "MS932",
            "csWindows31J",
            "x-sjis",
            "Shift_JIS",
            "windows-31j",
        ] {
            assert_eq!(Charset::for_label(label), shift_jis, "{label}");
        }
        for label in [
            "CP50220",
            "cp50221",
            "CP50222",
            "iso-2022-jp-ms",
            "ISO-2022-JP-3",
        ] {
            assert_eq!(Charset::for_label(label), Some(Charset::Iso2022), "{label}");
        }
        let euc = Some(Charset::Web(encoding_rs::EUC_JP));
        assert_eq!(Charset::for_label(" \"x-euc-jp\""), euc);
        let utf8 = Some(Charset::Web(encoding_rs::UTF_8));
        assert_eq!(Charset::for_label("utf-8*ja"), utf8);
        assert_eq!(
            Charset::for_label("cp1252").map(Charset::name),
            Some("windows-1252")
        );
        assert_eq!(
            Charset::for_label("ks_c_5601-1987").map(Charset::name),
            Some("EUC-KR")
        );
        assert_eq!(Charset::for_label("no-such-charset"), None);
    }
}
