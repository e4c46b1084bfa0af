//! What the template and the mail offered: what a draft may repeat.

use std::collections::BTreeSet;
use std::ops::Range;

use super::link::{Link, LinkKind, links};
use super::phone::{national, phones};
use super::view::{FULL_STOP, View};
use crate::text::NormalizedText;
use crate::text::script::is_hiragana;

/// Everything that was offered, in its folded spelling.
#[derive(Default)]
pub(super) struct Offers {
    texts: Vec<String>,
    urls: BTreeSet<String>,
    hosts: BTreeSet<String>,
    addresses: BTreeSet<String>,
    accounts: BTreeSet<String>,
    phones: BTreeSet<String>,
}

impl Offers {
    /// Takes up a text in which placeholders stand at `places`.
    pub(super) fn add(&mut self, text: &str, places: &[Range<usize>]) {
        self.texts.push(fold(text));
        let view = View::new(text, places);
        for link in links(&view) {
            let whole = view.spelled(link.range.clone());
            match link.kind {
                LinkKind::Url => {
                    for end in [link.range.end, link.short] {
                        let url = url(&view.spelled(link.range.start..end));
                        if let Some(address) = url.strip_prefix("mailto:") {
                            self.addresses.insert(address.to_owned());
                        }
                        self.hosts.extend(host_of(&url));
                        self.urls.insert(url);
                    }
                }
                LinkKind::Host => {
                    self.urls.insert(host(&whole));
                    self.hosts.insert(host(&whole));
                }
                LinkKind::Address => {
                    let address = host(&whole);
                    if let Some((_, domain)) = address.rsplit_once('@') {
                        self.hosts.insert(domain.to_owned());
                    }
                    self.addresses.insert(address);
                }
                LinkKind::Account => {
                    self.accounts.insert(account(&whole));
                }
            }
        }
        for phone in phones(&view) {
            self.phones.extend(phone.digits);
        }
    }

    /// How many texts were offered.
    pub(super) fn len(&self) -> usize {
        self.texts.len()
    }

    /// Where a link ends as far as it was offered; `None` if it was not.
    pub(super) fn covers(&self, view: &View<'_>, link: &Link) -> Option<usize> {
        let whole = view.spelled(link.range.clone());
        let is_offered = match link.kind {
            LinkKind::Url => {
                return [link.range.end, link.short].into_iter().find(|&end| {
                    let url = url(&view.spelled(link.range.start..end));
                    self.urls.contains(&url)
                        || url
                            .strip_prefix("mailto:")
                            .is_some_and(|address| self.addresses.contains(address))
                });
            }
            LinkKind::Host => {
                self.hosts.contains(&host(&whole))
                    && is_prose(view.get(link.glued_from..link.range.start))
            }
            LinkKind::Address => self.addresses.contains(&host(&whole)),
            LinkKind::Account => self.accounts.contains(&account(&whole)),
        };
        is_offered.then_some(link.range.end)
    }

    /// Whether a telephone number was offered, in any grouping.
    pub(super) fn has_phone(&self, number: &str) -> bool {
        self.phones.contains(&national(number))
    }

    /// Whether a value stands in an offered text, with no letter or digit touching it.
    pub(super) fn holds(&self, value: &str) -> bool {
        let value = fold(value);
        self.texts.iter().any(|text| holds_whole(text, &value))
    }
}

/// Whether Japanese text that touches a host is prose and no label of the host: particles are hiragana, words
/// have two characters.
fn is_prose(glued: &str) -> bool {
    glued
        .chars()
        .next_back()
        .is_none_or(|last| is_hiragana(last) || glued.chars().count() >= 2)
}

/// Two spellings of one URL have one: the web's schemes are the same, and so are slashes.
fn url(spelled: &str) -> String {
    let slashed = host(spelled).replace('\\', "/");
    let plain = ["https", "http"].iter().find_map(|scheme| {
        let rest = slashed.strip_prefix(scheme)?.trim_start();
        Some(rest.strip_prefix(':')?.trim_start_matches([' ', '/']))
    });
    plain.unwrap_or(&slashed).trim_end_matches('/').to_owned()
}

fn host(spelled: &str) -> String {
    spelled.replace(FULL_STOP, ".")
}

fn account(spelled: &str) -> String {
    spelled.trim_start_matches('@').to_owned()
}

/// The host of a URL without its scheme.
fn host_of(url: &str) -> Option<String> {
    let authority = match url.split_once("://") {
        Some((_, rest)) => rest,
        None => url,
    };
    let end = authority.find(['/', '?', '#', ':']);
    let host = authority.get(..end.unwrap_or(authority.len()))?;
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    (host.contains('.') && !host.contains('[')).then(|| host.to_owned())
}

/// Widths, dashes and case folded.
fn fold(text: &str) -> String {
    NormalizedText::new(text).as_str().to_lowercase()
}

fn holds_whole(text: &str, value: &str) -> bool {
    if value.is_empty() {
        return false;
    }
    text.match_indices(value).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text
            .get(at + value.len()..)
            .and_then(|after| after.chars().next());
        let touches = |neighbour: Option<char>| {
            neighbour.is_some_and(|character| character.is_ascii_alphanumeric())
        };
        !touches(before) && !touches(after)
    })
}
