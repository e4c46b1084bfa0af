//! Mail addresses.
//!
//! Wider than the standards where mail is: dots may stand together or before the `@`, as in addresses
//! that Japanese mobile carriers gave out for years. Narrower where text is: an unquoted local part
//! begins with a letter or digit, so that quotes, brackets and emphasis around it stay outside; `/`,
//! `?`, `{`, `|` part addresses from what precedes them; and kana or kanji are no part of a local part,
//! since a sentence runs into it (`メールはtaro@example.jpです`). A domain label in Japanese stands right
//! behind `@` or a dot and before another dot, so that `taro@例え.jp` is whole.
//!
//! A domain below a public suffix makes an address certain. Another one (`.example`, `.local`, a
//! mistyped one) is still an address to a reader, with a lower score, unless it is the ending of a
//! file (`logo@2x.png`).

use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, KnownGap, Pattern,
    RecognizerSpec, Validity,
};
use crate::{EntityType, Score};

/// The longest local part. RFC 5321 allows 64 octets; addresses that carry another one are longer.
const LONGEST_LOCAL: u8 = 128;

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "generic/email",
    entity: EntityType::EMAIL_ADDRESS,
    summary: "Mail addresses, quoted and international ones included; they end where Japanese text begins.",
    reference: "RFC 5321 section 4.1.2, RFC 5322 section 3.4.1, RFC 6531 section 3.3; Public Suffix List",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "dot-atom",
            regex: r"[A-Za-z0-9_À-ɏͰ-ԯ가-힣][A-Za-z0-9_À-ɏͰ-ԯ가-힣!#$%&'*+=^~.-]*@(?:(?:[A-Za-z0-9À-ɏͰ-ԯ가-힣][A-Za-z0-9À-ɏͰ-ԯ가-힣_-]*|[ぁ-ヿ一-龠々][ぁ-ヿ一-龠々A-Za-z0-9À-ɏͰ-ԯ가-힣-]*)\.)+(?:xn--[A-Za-z0-9-]+|[A-Za-z]{2,}|[Ͱ-ԯ가-힣]{2,}|みんな|コム|ストア|セール|ファッション|クラウド|世界|企业|商店)",
            score: Score::new(0.6),
            boundary: Boundary::WordStart,
            anchors: &[Anchor::Before {
                byte: b'@',
                class: is_local,
                max: LONGEST_LOCAL,
            }],
        },
        Pattern {
            name: "address literal",
            regex: r"[A-Za-z0-9_À-ɏͰ-ԯ가-힣][A-Za-z0-9_À-ɏͰ-ԯ가-힣!#$%&'*+=^~.-]*@\[(?:IPv6:)?[0-9A-Fa-f:.]{3,45}\]",
            score: Score::new(0.8),
            boundary: Boundary::WordStart,
            anchors: &[Anchor::BeforeText {
                text: "@[",
                class: is_local,
                max: LONGEST_LOCAL,
            }],
        },
        Pattern {
            name: "quoted",
            regex: r#""(?:[ !#-?A-\[\]-~]|\\[ -?A-~])+"@(?:(?:[A-Za-z0-9À-ɏͰ-ԯ가-힣][A-Za-z0-9À-ɏͰ-ԯ가-힣_-]*|[ぁ-ヿ一-龠々][ぁ-ヿ一-龠々A-Za-z0-9À-ɏͰ-ԯ가-힣-]*)\.)+(?:xn--[A-Za-z0-9-]+|[A-Za-z]{2,}|[Ͱ-ԯ가-힣]{2,}|みんな|コム|ストア|セール|ファッション|クラウド|世界|企业|商店)"#,
            score: Score::new(0.8),
            boundary: Boundary::None,
            anchors: &[Anchor::BeforeText {
                text: "\"@",
                class: is_quoted,
                max: LONGEST_LOCAL + 1,
            }],
        },
    ],
    context: &[],
    counter_context: &[],
    check: Some(check),
    examples: &[
        Example {
            text: "連絡先は«yamada@example.jp»です",
        },
        Example {
            text: "メールは«taro.yamada+shop@mail.example.co.jp»まで",
        },
        Example {
            text: "<«h.takanashi@example.jp»>, mailto:«taro@example.com»。",
        },
        Example {
            text: "メール：«ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ»",
        },
        Example {
            text: "旧アドレス «taro..y.@docomo.example.jp»",
        },
        Example {
            text: "\"mail\":\"«o'hara@example.com»\" 'a «b@example.org»' **«c@example.net»**",
        },
        Example {
            text: "?mail=«taro@example.jp»&to=«b_c@example.jp»",
        },
        Example {
            text: "«\"taro yamada\"@example.jp»と«\"a\\\"b\"@example.com»",
        },
        Example {
            text: "«taro@例え.jp»、«taro@xn--r8jz45g.jp»、«josé@münchen.example.de»、«taro@はじめ.みんな»",
        },
        Example {
            text: "«taro@shop.example» «root@db1.internal» «a@intra.local»",
        },
        Example {
            text: "«taro@[192.0.2.7]»から、«_taro@example.jp»_",
        },
        Example {
            text: "«taro@example.jp»090-1234-5678",
        },
        Example {
            text: "«bounce-taro=example.com@list.example.jp»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "@yamada にメンション、u881@host、りんご3個@150円",
            reason: "no local part, no dot in the domain, a price",
        },
        CounterExample {
            text: "logo@2x.png icon@3x.jpeg react@18.2.0 getty@tty1.service",
            reason: "files, versions and units",
        },
        CounterExample {
            text: "image001.png@01D9A1B2.C3D4E5F0",
            reason: "a content id",
        },
    ],
    known_gaps: &[
        KnownGap {
            text: "«yamada(at)example.jp»",
            reason: "spelled out on purpose",
        },
        KnownGap {
            text: "«山田@example.jp»",
            reason: "a local part in Japanese cannot be told from the text before it",
        },
        KnownGap {
            text: "«a/b@example.jp»",
            reason: "a slash mostly parts an address from what precedes it",
        },
    ],
};

fn is_local(character: char) -> bool {
    if character.is_ascii() {
        character.is_ascii_alphanumeric() || "_!#$%&'*+=^~.-".contains(character)
    } else {
        matches!(character, 'À'..='ɏ' | 'Ͱ'..='ԯ' | '가'..='힣')
    }
}

fn is_quoted(character: char) -> bool {
    matches!(character, ' '..='~') && character != '@'
}

fn check(candidate: &Candidate<'_>) -> Validity {
    let Some((local, domain)) = candidate.as_str().rsplit_once('@') else {
        return Validity::Invalid;
    };
    let is_key_and_value =
        !local.starts_with('"') && local.contains('=') && !carries_address(local);
    if is_key_and_value || local.chars().count() > usize::from(LONGEST_LOCAL) || domain.len() > 253
    {
        return Validity::Invalid;
    }
    if domain.starts_with('[') {
        return Validity::Unknown;
    }
    if is_below_public_suffix(domain) {
        return Validity::Valid;
    }
    // Unless the domain is known, a digit or letter behind it makes it a code.
    let is_cut = candidate
        .after()
        .starts_with(|next: char| next.is_ascii_alphanumeric());
    let ending = domain.rsplit('.').next().unwrap_or_default();
    let is_file = NO_TOP_LEVEL_DOMAINS
        .iter()
        .any(|known| known.eq_ignore_ascii_case(ending));
    Validity::refuted_unless(!is_file && !is_cut)
}

/// Whether a local part carries another address, as those for bounces do
/// (`bounce-taro=example.com@list.example.jp`), rather than being the value of a key (`mail=taro@…`).
fn carries_address(local: &str) -> bool {
    local.rsplit_once('=').is_some_and(|(head, domain)| {
        head.contains(['-', '+', '.'])
            && !head.contains(['=', '&', '\''])
            && domain.contains('.')
            && is_below_public_suffix(domain)
    })
}

/// Endings of files and system units that stand where a top-level domain would.
const NO_TOP_LEVEL_DOMAINS: [&str; 47] = [
    "png", "jpg", "jpeg", "gif", "webp", "svg", "bmp", "ico", "tif", "tiff", "heic", "avif", "pdf",
    "psd", "eps", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "txt", "csv", "tsv", "log", "po",
    "xml", "json", "yaml", "yml", "html", "htm", "css", "scss", "js", "ts", "mp3", "wav", "exe",
    "dll", "service", "socket", "timer", "target", "mount", "slice", "scope",
];

/// Whether `domain` lies below a suffix under which domains are registered, or is one that a company
/// or club gives addresses of its own under.
#[cfg(feature = "public-suffix")]
fn is_below_public_suffix(domain: &str) -> bool {
    psl::suffix(domain.to_lowercase().as_bytes()).is_some_and(|suffix| {
        suffix.is_known()
            && (suffix.as_bytes().len() < domain.len() || suffix.typ() == Some(psl::Type::Private))
    })
}

/// Without the list no domain is certain.
#[cfg(not(feature = "public-suffix"))]
fn is_below_public_suffix(_domain: &str) -> bool {
    false
}

#[cfg(all(test, feature = "public-suffix"))]
mod tests {
    use super::*;

    #[test]
    fn suffixes_are_known_in_every_spelling() {
        for domain in [
            "example.jp",
            "EXAMPLE.CO.JP",
            "例え.jp",
            "xn--r8jz45g.jp",
            "はじめ.みんな",
            "xn--p8j9a0d9c9a.xn--q9jyb4c",
            // A private registry, which has mail of its own.
            "github.io",
        ] {
            assert!(is_below_public_suffix(domain), "{domain}");
        }
        for domain in ["co.jp", "jp", "shop.example", "db.internal", "2x.png", ""] {
            assert!(!is_below_public_suffix(domain), "{domain}");
        }
    }
}
