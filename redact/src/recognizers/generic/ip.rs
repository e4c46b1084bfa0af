//! IP addresses.
//!
//! The address alone is marked: not the port, and not the prefix length of a CIDR block, which says
//! how large a network is and nothing of whose. Four numbers with dots are as often a version, so
//! that what stands right before them decides, and four single digits need a label. Addresses that
//! name no host (unspecified, loopback, net masks) are left alone.

use std::net::{Ipv4Addr, Ipv6Addr};

use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, KnownGap, Pattern,
    RecognizerSpec, Run, Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "generic/ip",
    entity: EntityType::IP_ADDRESS,
    summary: "IPv4 and IPv6 addresses, without port and prefix length.",
    reference: "RFC 791 section 2.3, RFC 4291 section 2.2, RFC 4007 section 11 (zone), RFC 4632 (CIDR)",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "v4",
            // At least one of the four numbers has more than one digit.
            regex: r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]\d)(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}|\d\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]\d)(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){2}|\d\.\d\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]\d)\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)|\d\.\d\.\d\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]\d)",
            score: Score::new(0.8),
            boundary: Boundary::Word,
            anchors: &[Anchor::Number {
                digits: (1, 3),
                then: Then::DOT,
            }],
        },
        Pattern {
            name: "v4, single digits",
            regex: r"\d\.\d\.\d\.\d",
            score: Score::new(0.2),
            boundary: Boundary::Word,
            anchors: &[Anchor::Number {
                digits: (1, 1),
                then: Then::DOT,
            }],
        },
        Pattern {
            name: "v6",
            regex: r"(?:[0-9A-Fa-f]{1,4}|:)(?:::?[0-9A-Fa-f]{1,4}){1,7}(?:(?:\.\d{1,3}){3}|::)?(?:%[0-9A-Za-z]+)?|[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){0,6}::(?:%[0-9A-Za-z]+)?",
            score: Score::new(0.9),
            boundary: Boundary::Word,
            anchors: &[
                Anchor::Number {
                    digits: (1, 4),
                    then: Then::COLON,
                },
                Anchor::Word {
                    run: Run::Letters,
                    length: (1, 4),
                    then: Then::COLON,
                },
                Anchor::Word {
                    run: Run::Mixed,
                    length: (2, 4),
                    then: Then::COLON,
                },
                Anchor::Literal(&["::"]),
            ],
        },
    ],
    context: &[
        "ip",
        "ipアドレス",
        "ipv4",
        "アドレス",
        "dns",
        "host",
        "ホスト",
        "server",
        "サーバ",
        "gateway",
        "ゲートウェイ",
        "ping",
        "接続元",
        "接続先",
        "送信元",
        "宛先",
        "ネームサーバ",
        "nslookup",
        "ルーター",
    ],
    counter_context: &[],
    check: Some(check),
    examples: &[
        Example {
            text: "接続元は«203.0.113.88»です",
        },
        Example {
            text: "connect «192.168.14.27»:8443 ok, peer=«198.51.100.23»",
        },
        Example {
            text: "割当IP　«２０３．０．１１３．１４５»/29（ゲートウェイ «203.0.113.150»）",
        },
        Example {
            text: "DNSは«8.8.8.8»と«2001:4860:4860::8888»",
        },
        Example {
            text: "«2001:db8:41:7::1c»に切り替え、[«2001:db8::1»]:443 «2001:db8:0:0:8:800:200c:417a».",
        },
        Example {
            text: "«fe80::1%eth0» «::ffff:192.0.2.128» «2001:db8::»/32",
        },
        Example {
            text: "«10.0.0.0»/8 のうち «10.1.2.3»-«10.1.2.9»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "バージョン 3.14.2.20917 と v1.2.30.4、ver. 10.3.0.12",
            reason: "versions",
        },
        CounterExample {
            text: "ファームウェア：2.10.3.12 Chrome/120.0.0.0",
            reason: "versions behind a label and a product name",
        },
        CounterExample {
            text: "第1.2.3.4項 1.3.6.1.4.1.311 10.20.30.400",
            reason: "sections, object identifiers, numbers too large",
        },
        CounterExample {
            text: "12:34:56 std::fee::bad a::b ::1 127.0.0.1 255.255.255.0 0.0.0.0",
            reason: "times, names in programs, addresses that name no host",
        },
        CounterExample {
            text: "10.0.19045.3803 1.2.3-10.4",
            reason: "builds",
        },
    ],
    known_gaps: &[KnownGap {
        text: "IP «192.168.001.010»",
        reason: "numbers with zeros in front are mostly versions",
    }],
};

/// Words right before four numbers that make them a version.
const VERSION_WORDS: [&str; 28] = [
    "v",
    "ver",
    "ver.",
    "vers.",
    "version",
    "versions",
    "build",
    "rev",
    "rev.",
    "release",
    "firmware",
    "fw",
    "driver",
    "バージョン",
    "ヴァージョン",
    "ファームウェア",
    "ファーム",
    "ビルド",
    "リリース",
    "ドライバ",
    "ドライバー",
    "ビルド番号",
    "バージョン番号",
    "バージョン情報",
    "ios",
    "macos",
    "android",
    "第",
];

fn check(candidate: &Candidate<'_>) -> Validity {
    let text = candidate.as_str();
    let address = text.split('%').next().unwrap_or_default();
    let names_a_host = if address.contains(':') {
        !is_piece_of_v6(candidate)
            && address
                .parse()
                .is_ok_and(|parsed| v6_names_a_host(address, parsed))
    } else {
        !is_piece_of_v4(candidate)
            && !follows_version_word(candidate.before())
            && address.parse().is_ok_and(v4_names_a_host)
    };
    Validity::refuted_unless(names_a_host)
}

fn v4_names_a_host(address: Ipv4Addr) -> bool {
    let [first, ..] = address.octets();
    !(address.is_loopback() || first == 0 || first == 255)
}

/// Whether an address that parses is meant as one: `de::ad` also parses.
fn v6_names_a_host(text: &str, address: Ipv6Addr) -> bool {
    let groups = text.split(':').filter(|group| !group.is_empty()).count();
    let is_pairs = text.split(':').all(|group| group.len() == 2);
    let first = address.segments().first().copied().unwrap_or_default();
    // Global unicast, unique local, link-local, multicast.
    let is_usual = matches!(first, 0x2000..=0x3FFF | 0xFC00..=0xFFFF);
    let is_long = groups >= 4 && text.contains(|character: char| character.is_ascii_digit());
    // Eight pairs are a hardware address of 64 bits.
    !is_pairs && (is_usual || is_long || text.contains('.') || address.to_ipv4_mapped().is_some())
}

fn is_piece_of_v4(candidate: &Candidate<'_>) -> bool {
    let mut before = candidate.before().chars().rev();
    let is_preceded = match before.next() {
        Some('.') => before.next().is_some_and(|beyond| beyond.is_ascii_digit()),
        // `Chrome/120.0.0.0`, but not the host in `http://192.0.2.1`.
        Some('/') => before
            .next()
            .is_some_and(|beyond| beyond.is_ascii_alphabetic()),
        Some('-') => before
            .next()
            .is_some_and(|beyond| beyond.is_ascii_alphabetic()),
        _ => false,
    };
    let mut after = candidate.after().chars();
    let is_followed = match after.next() {
        Some('.') => after.next().is_some_and(|beyond| beyond.is_ascii_digit()),
        Some('-') => after
            .next()
            .is_some_and(|beyond| beyond.is_ascii_alphabetic()),
        _ => false,
    };
    is_preceded || is_followed
}

fn is_piece_of_v6(candidate: &Candidate<'_>) -> bool {
    let before = candidate.before();
    let follows_group = before.strip_suffix(':').is_some_and(|before| {
        let before = before.strip_suffix(':').unwrap_or(before);
        let run = before
            .bytes()
            .rev()
            .take_while(u8::is_ascii_alphanumeric)
            .take(5);
        // `IPv6:` is a label, `2001:` a group.
        matches!(run.clone().count(), 1..=4) && run.clone().all(|byte| byte.is_ascii_hexdigit())
    });
    let goes_on = |next: char| next.is_ascii_hexdigit() || next == ':';
    follows_group
        || candidate
            .after()
            .strip_prefix(':')
            .is_some_and(|after| after.starts_with(goes_on))
}

fn follows_version_word(before: &str) -> bool {
    let label = before
        .trim_end_matches([' ', ':', '=', '(', 'は', 'の'])
        .trim_end();
    // A line of its own has its own label.
    if before
        .get(label.len()..)
        .is_some_and(|gap| gap.contains('\n'))
    {
        return false;
    }
    VERSION_WORDS.iter().any(|&word| {
        if word.is_ascii() {
            let head = label.len().checked_sub(word.len());
            head.and_then(|at| Some((label.get(..at)?, label.get(at..)?)))
                .is_some_and(|(head, tail)| {
                    tail.eq_ignore_ascii_case(word)
                        && !head.ends_with(|last: char| last.is_ascii_alphanumeric())
                })
        } else {
            label.ends_with(word)
        }
    })
}
