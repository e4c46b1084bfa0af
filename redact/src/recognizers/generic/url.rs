//! URLs.
//!
//! A URL ends where its characters end (RFC 3986 is ASCII), so that Japanese text may follow without
//! a space. Brackets belong to it in pairs only; punctuation at its end belongs to the sentence. A
//! host may be written in Japanese (`https://例え.jp/`): it stands right behind `://` and ends in a
//! top-level domain, which running text does not. A `www.` host without a scheme is mostly the name
//! of a company's site and no find.

use crate::recognizer::{
    Activation, Anchor, Boundary, CounterExample, Example, KnownGap, Pattern, RecognizerSpec,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "generic/url",
    entity: EntityType::URL,
    summary: "Full URLs; they end where Japanese text begins.",
    reference: "RFC 3986 section 3, RFC 5890 (hosts in other scripts)",
    activation: Activation::Default,
    patterns: &[Pattern {
        name: "scheme",
        // Scheme; host in another script, IP literal, or the first letter of anything else; the
        // rest with brackets in pairs, ending in no punctuation.
        regex: r"(?i-u:https?|ftps?|sftp|wss?|ssh|git|svn|rtsp|smb|ldaps?|file|telnet)://(?:(?:[A-Za-z0-9_-]+\.)*(?:[ぁ-ヿ一-龠々가-힣À-ɏͰ-ԯ][ぁ-ヿ一-龠々가-힣À-ɏͰ-ԯA-Za-z0-9-]*\.)+(?:[A-Za-z0-9-]+|みんな|コム|ストア|セール|世界|企业|商店|рф)|\[[0-9A-Fa-f:.]+(?:%[A-Za-z0-9]+)?\]|[A-Za-z0-9/%_~])(?:(?:[A-Za-z0-9\-._~:/?#@!$&'*+,;=%]|\([A-Za-z0-9\-._~:/?#@!$&'*+,;=%]*\)|\[[A-Za-z0-9\-._~:/?#@!$&'*+,;=%]*\])*(?:[A-Za-z0-9\-_~/#@$&+=%]|\([A-Za-z0-9\-._~:/?#@!$&'*+,;=%]*\)|\[[A-Za-z0-9\-._~:/?#@!$&'*+,;=%]*\]))?",
        score: Score::new(0.9),
        boundary: Boundary::None,
        anchors: &[Anchor::BeforeText {
            text: "://",
            class: is_scheme,
            max: 6,
        }],
    }],
    context: &[],
    counter_context: &[],
    check: None,
    examples: &[
        Example {
            text: "詳細は«https://www.example.jp/a?b=1»をご覧ください。",
        },
        Example {
            text: "See «https://docs.example.com/bl/33180?v=2», «http://example.com».",
        },
        Example {
            text: "「«https://example.jp/faq/»」（«https://example.jp/q»）<«https://example.jp»>",
        },
        Example {
            text: "[link](«https://example.com/wiki/Mail_(software)») **«https://example.com/b»**",
        },
        Example {
            text: "URL«ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｊｐ／ａ»",
        },
        Example {
            text: "«https://taro:pw@example.jp:8443/a%20b?x[]=1&y=2#top»。",
        },
        Example {
            text: "«http://[2001:db8::1]:8080/»と«https://192.0.2.7/»",
        },
        Example {
            text: "«https://例え.jp/»ではなく«https://xn--r8jz45g.jp/»です",
        },
        Example {
            text: "«ftp://ftp.example.com/pub/a.zip»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "http:// から始まるもの",
            reason: "nothing behind the scheme",
        },
        CounterExample {
            text: "弊社サイト www.example.jp をご覧ください",
            reason: "a host without a scheme names a site",
        },
        CounterExample {
            text: "時刻は12:30//待ち合わせ example.jp",
            reason: "no scheme",
        },
    ],
    known_gaps: &[
        KnownGap {
            text: "«https://ja.example.org/wiki/日本»を参照",
            reason: "a path in raw Japanese cannot be told from the text behind it",
        },
        KnownGap {
            text: "«https://example.jp/a»（PDF）",
            reason: "full-width brackets with ASCII inside look like a pair that belongs to the URL",
        },
    ],
};

fn is_scheme(character: char) -> bool {
    character.is_ascii_alphabetic()
}
