//! Addresses of the Internet Protocol, with zone and prefix length.

use std::net::{Ipv4Addr, Ipv6Addr};

use crate::presidio::{Finder, Found, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then};

/// Four octets. Leading zeros match and are refuted later, so that they take what follows with them.
macro_rules! v4 {
    () => {
        concat!(
            r"(?:(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)\.){3}",
            r"(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)",
        )
    };
}

/// A prefix length of version 6, if there is one. Presidio: its last digit may be of any script, which
/// then refutes the whole.
macro_rules! prefix {
    () => {
        r"(?:/(?:12[0-8]|1[01]\d|[1-9]?\d))?"
    };
}

/// Where an address of version 6 begins.
const V6_STARTS: &[Anchor] = &[
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
        length: (1, 4),
        then: Then::COLON,
    },
    Anchor::Literal(&["::"]),
];

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "IpRecognizer",
    entity: "IP_ADDRESS",
    language: "en",
    country: None,
    context: &["ip", "ipv4", "ipv6"],
    reference: "RFC 791; RFC 4291 §2.2; RFC 4007 §11 (zones); RFC 4632 (prefix lengths)",
    finder: Finder::Patterns(&[
        Pattern::new(
            "IPv4_mapped",
            concat!(
                r"\b{start-half}::ffff(?::0{1,4})?:",
                v4!(),
                prefix!(),
                r"\b"
            ),
            0.6,
        )
        .when(is_not_continued)
        .at(&[Anchor::Literal(&["::ffff"])]),
        Pattern::new(
            "IPv4_embedded",
            concat!(
                r"\b{start-half}(?:(?:[0-9a-f]{1,4}:){6}|::",
                r"|(?:[0-9a-f]{1,4}:){1,5}:",
                r"|(?:[0-9a-f]{1,4}:){1,4}(?::[0-9a-f]{1,4}):",
                r"|(?:[0-9a-f]{1,4}:){1,3}(?::[0-9a-f]{1,4}){1,2}:",
                r"|(?:[0-9a-f]{1,4}:){1,2}(?::[0-9a-f]{1,4}){1,3}:",
                r"|[0-9a-f]{1,4}:(?::[0-9a-f]{1,4}){1,4}:)",
                v4!(),
                prefix!(),
                r"\b"
            ),
            0.6,
        )
        .when(is_not_continued)
        .at(V6_STARTS),
        Pattern::new(
            "IPv4",
            concat!(r"\b", v4!(), r"(?:/(?:3[0-2]|[0-2]?\d))?\b"),
            0.6,
        )
        .at(&[Anchor::Number {
            digits: (1, 3),
            then: Then::DOT,
        }]),
        Pattern::new(
            "IPv6",
            concat!(
                r"\b{start-half}((?:(?:[0-9a-f]{1,4}:){7}(?:[0-9a-f]{1,4}|:)",
                r"|(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}|:)",
                r"|(?:[0-9a-f]{1,4}:){1,5}(?::[0-9a-f]{1,4}){1,2}",
                r"|(?:[0-9a-f]{1,4}:){1,4}(?::[0-9a-f]{1,4}){1,3}",
                r"|(?:[0-9a-f]{1,4}:){1,3}(?::[0-9a-f]{1,4}){1,4}",
                r"|(?:[0-9a-f]{1,4}:){1,2}(?::[0-9a-f]{1,4}){1,5}",
                r"|[0-9a-f]{1,4}:(?::[0-9a-f]{1,4}){1,6}",
                r"|:(?::[0-9a-f]{1,4}){1,7})",
                r"(?:%[0-9a-z]+)?",
                prefix!(),
                r")\b{end-half}(?:[^:.]|\.(?:\D|\z)|\z)",
            ),
            0.6,
        )
        .when(is_not_continued)
        .at(V6_STARTS),
        Pattern::new(
            "IPv6_unspecified",
            concat!(r"\b{start-half}(::", prefix!(), r")\b{end-half}(?:[^:]|\z)"),
            0.1,
        )
        .when(is_not_continued)
        .at(&[Anchor::Literal(&["::"])]),
    ]),
    validate: None,
    invalidate: Some(is_no_network),
    year: None,
};

/// Whether no colon stands before.
fn is_not_continued(found: &Found<'_>) -> bool {
    found.before().next() != Some(':')
}

/// Whether a text is neither an address nor a network.
fn is_no_network(found: &str) -> bool {
    let (address, prefix) = match found.split_once('/') {
        Some((address, prefix)) => (address, Some(prefix)),
        None => (found, None),
    };
    let has_prefix = |longest: u8| {
        prefix.is_none_or(|prefix| {
            prefix.bytes().all(|byte| byte.is_ascii_digit())
                && prefix.parse().is_ok_and(|length: u8| length <= longest)
        })
    };
    if address.parse::<Ipv4Addr>().is_ok() {
        let is_mask = prefix.is_some_and(|mask| mask.parse::<Ipv4Addr>().is_ok());
        return !(has_prefix(32) || is_mask);
    }
    let (address, has_zone) = match address.split_once('%') {
        Some((address, zone)) => (address, !zone.is_empty() && !zone.contains('%')),
        None => (address, true),
    };
    !(has_zone && address.parse::<Ipv6Addr>().is_ok() && has_prefix(128))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_network_is_told() {
        for network in [
            "192.0.2.1",
            "192.0.2.0/24",
            "192.0.2.0/255.255.255.0",
            "2001:db8::1",
            "fe80::1%eth0/64",
            "::ffff:192.0.2.1",
        ] {
            assert!(!is_no_network(network), "{network}");
        }
        for other in [
            "",
            "192.0.2",
            "192.0.2.1/33",
            "192.0.2.1/",
            "192.0.2.1%eth0",
            "192.0.2.1/２",
            "::1%",
            "1::2::3",
            "::1/129",
        ] {
            assert!(is_no_network(other), "{other}");
        }
    }
}
