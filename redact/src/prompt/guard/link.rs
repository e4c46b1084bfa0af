//! Where does a text have links: URLs, hosts, mail addresses, accounts?
//!
//! Read as the most generous reader would: any scheme (RFC 3986, section 3.1), the schemes of messengers and
//! scripts without slashes, back-slashes and missing slashes (WHATWG URL Standard, section 4.4), names of
//! hosts without a scheme, UNC paths. Every link is found whole, up to white space or a quotation mark; where
//! Japanese text touches it, its shorter reading is kept beside the long one.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::host::{self, Host, hosts, is_label, is_touching};
use super::view::{FULL_STOP, MARK, View};

/// Longest link that is read whole, in characters; a longer one was not offered anyway.
const MAX_LINK: usize = 4096;

/// What a link is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LinkKind {
    /// A URL, or a host with a path, port or query.
    Url,
    /// The name of a host alone.
    Host,
    /// A mail address.
    Address,
    /// An account of a service, such as `@name`.
    Account,
}

/// One link.
#[derive(Clone, Debug)]
pub(super) struct Link {
    /// What it is.
    pub(super) kind: LinkKind,
    /// Bytes of the folded text.
    pub(super) range: Range<usize>,
    /// Where it ends if the Japanese text that touches it is none of it.
    pub(super) short: usize,
    /// Where Japanese text begins that touches a host from the left.
    pub(super) glued_from: usize,
}

impl Link {
    fn new(kind: LinkKind, range: Range<usize>) -> Self {
        Self {
            kind,
            short: range.end,
            glued_from: range.start,
            range,
        }
    }

    fn url(text: &str, start: usize, from: usize) -> Self {
        let range = start..extent(text, from).max(from);
        Self {
            short: short(text, range.clone()),
            ..Self::new(LinkKind::Url, range)
        }
    }
}

/// The links of a text: URLs with a scheme first, then addresses, then all else, so that a link inside another
/// comes later.
pub(super) fn links(view: &View<'_>) -> Vec<Link> {
    let text = view.text();
    let mut links = Vec::new();
    for regex in SCHEMES.iter() {
        let mut last = 0;
        for found in regex.find_iter(text) {
            if found.start() >= last {
                let link = Link::url(text, found.start(), found.end());
                last = link.short;
                links.push(link);
            }
        }
    }
    let hosts = hosts(text);
    let is_host = |at: usize| {
        hosts
            .binary_search_by_key(&at, |host| host.range.start)
            .is_ok()
    };
    for host in &hosts {
        if before(text, host.range.start) == Some('@') {
            links.push(address(text, host));
        }
    }
    for (at, _) in text.match_indices('@') {
        if !is_host(at + 1)
            && let Some(end) = account(text, at)
        {
            links.push(Link::new(LinkKind::Account, at..end));
        }
    }
    for captures in ACCOUNTS.iter().flat_map(|regex| regex.captures_iter(text)) {
        if let Some(name) = captures.name("name")
            && name
                .as_str()
                .contains(|letter: char| letter.is_ascii_alphabetic())
        {
            links.push(Link::new(LinkKind::Account, name.range()));
        }
    }
    for host in &hosts {
        if before(text, host.range.start) == Some('@') {
            continue;
        }
        let after = text.get(host.range.end..).unwrap_or_default();
        // What stands before an `@` is the local part of an address that is a link itself.
        if after.starts_with('@') && is_host(host.range.end + 1) {
            continue;
        }
        links.push(if host::continues(after) {
            let url = Link::url(text, host.range.start, host.range.end);
            if url.range.end > host.range.end + 1 {
                url
            } else {
                bare(host)
            }
        } else {
            bare(host)
        });
    }
    for captures in OTHERS.iter().flat_map(|regex| regex.captures_iter(text)) {
        if let Some(found) = captures.name("x") {
            links.push(Link::url(text, found.start(), found.end()));
        }
    }
    links
}

fn bare(host: &Host) -> Link {
    Link {
        glued_from: host.glued_from,
        ..Link::new(LinkKind::Host, host.range.clone())
    }
}

/// A mail address whose host is known; a query after it makes a URL of it.
fn address(text: &str, host: &Host) -> Link {
    let at = host.range.start.saturating_sub(1);
    let local = text
        .get(..at)
        .unwrap_or_default()
        .char_indices()
        .rev()
        .take(128)
        .take_while(|&(_, character)| {
            is_label(character) && !is_touching(character)
                || matches!(
                    character,
                    '.' | '+' | '%' | '\'' | '&' | '=' | '~' | '!' | '^'
                )
        })
        .last()
        .map_or(at, |(start, _)| start);
    let after = text.get(host.range.end..).unwrap_or_default();
    if after.starts_with('?') && host::continues(after) {
        return Link::url(text, local, host.range.end);
    }
    Link::new(LinkKind::Address, local..host.range.end)
}

/// Where the name of an account that begins with the `@` at `at` ends.
fn account(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at + 1..)?;
    let len = rest
        .bytes()
        .take(40)
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-'))
        .count();
    let name = rest.get(..len)?.trim_end_matches(['.', '-']);
    // Companies whose names begin with the sign.
    let is_name = ["cosme", "nifty", "type"]
        .iter()
        .any(|known| name.eq_ignore_ascii_case(known));
    if name.len() < 3 || is_name || !name.contains(|letter: char| letter.is_ascii_alphabetic()) {
        return None;
    }
    let is_place = name.starts_with(|letter: char| letter.is_ascii_uppercase())
        && name.bytes().all(|letter| letter.is_ascii_alphabetic());
    match before(text, at) {
        // `会議@Zoom` says where; `担当@evil_user` names somebody.
        Some(character) if is_touching(character) => !is_place,
        Some(character) => !is_label(character) && !matches!(character, '.' | '+' | '/'),
        None => true,
    }
    .then_some(at + 1 + name.len())
}

fn before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// Where a link that goes on at `from` ends, without the punctuation of the sentence.
fn extent(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let len = rest
        .char_indices()
        .enumerate()
        .find(|&(count, (_, character))| {
            count >= MAX_LINK
                || character.is_whitespace()
                || character.is_control()
                || matches!(character, '<' | '>' | '"' | '`' | '|' | FULL_STOP)
                || !character.is_ascii() && !is_label(character)
        })
        .map_or(rest.len(), |(_, (at, _))| at);
    from + trimmed(rest.get(..len).unwrap_or_default()).len()
}

fn trimmed(text: &str) -> &str {
    text.trim_end_matches([
        '.', ',', ';', ':', '!', '?', '(', ')', '\'', '*', '_', '~', ']', '}', '-',
    ])
}

/// Where a link ends if the first Japanese letter is none of it; its whole end where a placeholder follows, so
/// that none is left out of a link by mistake.
fn short(text: &str, range: Range<usize>) -> usize {
    let link = text.get(range.clone()).unwrap_or_default();
    let Some((cut, rest)) = link
        .char_indices()
        .find(|&(_, character)| is_touching(character))
        .and_then(|(at, _)| Some((link.get(..at)?, link.get(at..)?)))
    else {
        return range.end;
    };
    if rest.contains(MARK) {
        return range.end;
    }
    range.start + trimmed(cut).len()
}

/// Schemes that are links without slashes: messengers, telephony, money, scripts (IANA's registry of URI
/// schemes and the makers' own).
const OPAQUE: &str = "mailto|javascript|vbscript|skype|intent|smsto|sms|mmsto|mms|facetime(?:-audio)?|callto|sips?|xmpp|magnet|bitcoin|ethereum|litecoin|monero|market|view-source|blob|jar|ms-[a-z-]{2,30}|tg|viber|whatsapp|weixin|kakao[a-z]{2,12}|zoommtg|zoomus|msteams|sgnl|signal|fb-messenger|fb|lineworks|slack|discord|itms(?:-[a-z]+)?|webcal|feed|ldaps?|gopher|telnet|rlogin|tn3270|smb|afp|nfs|cifs|ssh|sftp|svn|rtsp|irc6?|shell|search-ms|about|chrome|resource|steam";

static SCHEMES: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let parted = |word: &str| {
        word.chars()
            .map(String::from)
            .collect::<Vec<_>>()
            .join(r"[\t\r\n]{0,3}")
    };
    [
        // Any scheme before slashes of either kind.
        r"(?i)[a-z][a-z0-9+.\-]{1,40}\s?:\s?[/\\]{2,}".to_owned(),
        // The web's schemes need no slashes.
        format!(r"(?i)(?:https?|hxxps?)\s?:\s?[/\\]?[a-z0-9\[%{MARK}]"),
        r"(?i)(?:ftps?|wss?|file):[/\\]".to_owned(),
        format!(r"(?i)(?:{OPAQUE}):[!-~{MARK}]"),
        r"(?i)data:(?:[a-z]{2,20}/[a-z0-9.+*\-]{1,40}[;,]|[;,])".to_owned(),
        // Browsers take tabs and line ends out of a URL.
        format!(
            r"(?i)(?:{})[\t\r\n]{{0,3}}:[\t\r\n]{{0,3}}[!-~{MARK}]",
            ["javascript", "vbscript", "https", "http", "data"]
                .map(parted)
                .join("|")
        ),
    ]
    .iter()
    .filter_map(|pattern| Regex::new(pattern).ok())
    .collect()
});

/// Links that have neither a scheme nor a host with a known ending.
static OTHERS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    [
        // \\host\share, also with the yen sign of Japanese keyboards.
        format!(r"(?:^|[^:A-Za-z0-9\\¥])(?P<x>[\\¥]{{2}}[A-Za-z0-9_.\-{MARK}]+[\\/¥])"),
        r"(?:^|[^:A-Za-z0-9/])(?P<x>//[A-Za-z][A-Za-z0-9\-]{1,62}/)".to_owned(),
        // A host of one label with a port, an address of RFC 791 with a port or path.
        r"(?:^|[^A-Za-z0-9.\-/])(?P<x>[A-Za-z][A-Za-z0-9\-]{1,62}:[0-9]{2,5}[/\\?#])[^0-9]".to_owned(),
        r"(?:^|[^0-9.])(?P<x>[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?::[0-9]{1,5}|[/\\]))".to_owned(),
        // A placeholder in the path or query of anything that looks like a host or a file.
        format!(r"(?P<x>[A-Za-z0-9\-_.]{{0,64}}[A-Za-z0-9\-_]\.[A-Za-z][A-Za-z0-9\-]{{1,24}}(?::[0-9]{{1,5}})?[/\\?#][!-~]{{0,200}}{MARK})"),
        format!(r"(?P<x>[!-~]{{0,200}}[?&;][A-Za-z0-9_.%\[\]\-]{{1,40}}={MARK})"),
        format!(r"(?P<x>[A-Za-z][A-Za-z0-9\-]{{1,62}}:[0-9]{{2,5}}[/\\?#][!-~]{{0,200}}{MARK})"),
    ]
    .iter()
    .filter_map(|pattern| Regex::new(pattern).ok())
    .collect()
});

/// Accounts that a service's name introduces.
static ACCOUNTS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    [
        r"(?i)(?:telegram|whatsapp|skype|wechat|weixin|kakao ?talk|kakao|discord|instagram|insta|twitter|tiktok|snapchat|カカオトーク|インスタ(?:グラム)?|テレグラム|ディスコード|ツイッター|スカイプ)\s?(?:の|公式)?\s?(?:id|アカウント(?:名)?|account|handle|username|ユーザー名|user)?\s?(?:is\s|[:=]|は)\s?@?(?P<name>[a-z0-9][a-z0-9_.\-]{2,30})",
        r"(?i)(?:line|ライン|signal|messenger|threads|slack|facebook)\s?(?:の|公式)?\s?(?:id|アカウント(?:名)?|account|handle|username|ユーザー名)\s?(?:is\s|[:=]|は)\s?@?(?P<name>[a-z0-9][a-z0-9_.\-]{2,30})",
    ]
    .iter()
    .filter_map(|pattern| Regex::new(pattern).ok())
    .collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_expression_compiles() {
        assert_eq!((SCHEMES.len(), OTHERS.len(), ACCOUNTS.len()), (6, 7, 2));
    }

    #[test]
    fn links_of_every_kind_are_found_whole() {
        use LinkKind as K;
        for (text, kind, expected) in [
            (
                "詳細はhttps://a.example/x?y=1をご覧",
                K::Url,
                "https://a.example/x?y=1をご覧",
            ),
            (
                "http:\\\\attacker.example\\x",
                K::Url,
                "http:\\\\attacker.example\\x",
            ),
            ("java\tscript:alert(1)", K::Url, "java\tscript:alert(1"),
            ("whatsapp://send?text=x", K::Url, "whatsapp://send?text=x"),
            ("skype:evil", K::Url, "skype:evil"),
            ("\\\\evil\\share", K::Url, "\\\\evil\\share"),
            ("a.example:8080/x", K::Url, "a.example:8080/x"),
            ("a.example をご覧", K::Host, "a.example"),
            ("宛先はjiro@a.exampleです", K::Address, "jiro@a.example"),
            ("公式 @evil_user へ", K::Account, "@evil_user"),
            ("担当@evil_user へ", K::Account, "@evil_user"),
            ("LINE ID: evil123", K::Account, "evil123"),
        ] {
            let view = View::new(text, &[]);
            let found: Vec<_> = links(&view)
                .into_iter()
                .map(|link| (link.kind, view.get(link.range).to_owned()))
                .collect();
            assert!(
                found.contains(&(kind, expected.to_owned())),
                "{text}: {found:?}"
            );
        }
    }

    #[test]
    fn words_with_signs_are_no_links() {
        for text in [
            "C:\\Users\\x と D:/data",
            "TEL:03-6262-0001 営業時間 10:00",
            "会議@Zoom、@cosme、5個@500円",
            "Note: see below; A/B; 1/2; and/or",
            "データ:なし ID:12345",
        ] {
            let view = View::new(text, &[]);
            assert!(links(&view).is_empty(), "{text}: {:?}", links(&view));
        }
    }
}
