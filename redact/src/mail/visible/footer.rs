//! Finds what stands below the text: signatures, "sent from" lines, notices on confidentiality.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::evidence::has_address;
use super::line::{Line, Shape};
use super::phrases::{
    CLOSINGS, CONTACT_LABELS, DEVICES, FAREWELLS, NOTICE, REQUESTS, SENT_FROM_END, SENT_FROM_START,
    SENT_FROM_WEAK,
};
use super::{CutKind, Signatures};

/// A signature has no more lines than this.
const MOST_SIGNATURE_LINES: usize = 16;
/// How far back a signature is looked for, empty lines included.
const FARTHEST: usize = 48;

/// Whether a mail program wrote the line: `Sent from my iPhone`, `iPhoneから送信`.
pub(super) fn is_sent_from(content: &str) -> bool {
    /// With a tracking link behind it.
    const LONGEST: usize = 400;
    /// Without.
    const MOST_CHARACTERS: usize = 80;
    if content.len() > LONGEST {
        return false;
    }
    let without_link = content.split(['<', '[', '(']).next().unwrap_or_default();
    let text = without_link.trim_matches(|c: char| c.is_whitespace() || "-_*~。".contains(c));
    let is_sentence = text.contains([',', '、', '。', '?', '!']) && !text.contains("!メール");
    if text.is_empty() || is_sentence || text.chars().nth(MOST_CHARACTERS).is_some() {
        return false;
    }
    let lower = text.to_lowercase();
    if let Some(start) = SENT_FROM_START
        .iter()
        .find(|start| lower.starts_with(*start))
    {
        let is_weak = SENT_FROM_WEAK.contains(start);
        let words = lower.split_whitespace().count();
        return words <= 9 && (!is_weak || names_a_program(text, &lower, start));
    }
    if SENT_FROM_END.iter().any(|end| lower.ends_with(end)) {
        let begin = lower.trim_start_matches("私の").trim_start_matches("my ");
        return DEVICES.iter().any(|device| begin.starts_with(device));
    }
    false
}

/// Whether what follows `start` is a program or a device: `my phone`, `Mail for Windows`, `outlook`.
fn names_a_program(text: &str, lower: &str, start: &str) -> bool {
    let behind = |text: &str| {
        text.get(start.len()..)
            .unwrap_or_default()
            .trim()
            .to_owned()
    };
    let is_own = ["my ", "the ", "mijn ", "meinem "]
        .iter()
        .any(|own| behind(lower).starts_with(own));
    let is_name = behind(text).starts_with(char::is_uppercase);
    let mut words = lower.split(|c: char| !c.is_alphanumeric() && c != '!' && c != '&');
    let has_device = words.any(|word| DEVICES.contains(&word));
    is_own && !is_name || is_name && start.starts_with("sent from") || has_device
}

/// Whether a paragraph is a notice on confidentiality that a company puts below every mail.
pub(super) fn is_disclaimer(paragraph: &[Line<'_>]) -> bool {
    /// More lines than any such notice.
    const MOST_LINES: usize = 40;
    if paragraph.len() > MOST_LINES {
        return false;
    }
    let mut found = [false; NOTICE.len()];
    for line in paragraph {
        for word in NOTICE_WORDS.automaton.find_iter(line.content) {
            let groups = NOTICE_WORDS.groups.get(word.pattern().as_usize());
            for group in groups.into_iter().flatten() {
                if let Some(found) = found.get_mut(*group) {
                    *found = true;
                }
            }
        }
    }
    found
        .chunks(3)
        .any(|language| language.iter().all(|found| *found))
}

/// The words of [`NOTICE`] as one automaton, with the groups of each word.
struct NoticeWords {
    automaton: AhoCorasick,
    groups: Vec<Vec<usize>>,
}

static NOTICE_WORDS: LazyLock<NoticeWords> = LazyLock::new(|| {
    let mut by_word: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (group, words) in NOTICE.iter().enumerate() {
        for word in *words {
            by_word.entry(word).or_default().push(group);
        }
    }
    NoticeWords {
        automaton: AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::LeftmostLongest)
            .build(by_word.keys())
            .expect("a fixed list of words is within the automaton's limits"),
        groups: by_word.into_values().collect(),
    }
});

/// Whether a closing such as `Best regards,` stands alone on the line.
pub(super) fn is_closing(content: &str) -> bool {
    /// Longer than any of them.
    const LONGEST: usize = 40;
    content.len() <= LONGEST && {
        let words = content
            .trim_end_matches([',', '.', '!', '，'])
            .trim()
            .to_lowercase();
        CLOSINGS.contains(&words.as_str())
    }
}

/// The first line of the signature at the end of `region`, if there is one.
pub(super) fn signature_start(region: &[Line<'_>], signatures: Signatures) -> Option<usize> {
    if signatures == Signatures::Keep {
        return None;
    }
    let end = region.iter().rposition(|line| line.shape != Shape::Blank)? + 1;
    let window = end.saturating_sub(FARTHEST);
    separated(region, window, end, signatures).or_else(|| {
        (signatures == Signatures::Recognized).then(|| unseparated(region, window, end))?
    })
}

/// A signature behind a separator.
fn separated(
    region: &[Line<'_>],
    window: usize,
    end: usize,
    signatures: Signatures,
) -> Option<usize> {
    let mut best = None;
    let mut filled = 0;
    // Whether the block is closed by the same kind of line that opens it.
    let is_closed = region.get(end - 1)?.shape == Shape::Ornament;
    let mut at = end;
    while at > window {
        at -= 1;
        let line = region.get(at)?;
        match line.shape {
            Shape::Blank => {}
            Shape::SignatureSeparator | Shape::Dashes => {
                let is_dashes = line.shape == Shape::Dashes;
                match dashes(region, window, at, best.unwrap_or(end), is_dashes) {
                    Some(first) => {
                        best = Some(first);
                        at = first;
                    }
                    None => break,
                }
            }
            Shape::Ornament => {
                let is_dash = line.content == "—";
                if is_dash && signatures != Signatures::Recognized {
                    continue;
                }
                let block = region.get(at + 1..end)?;
                let is_frame = filled == 0;
                if is_frame || is_signature(block, is_closed) {
                    best = Some(at);
                } else {
                    break;
                }
            }
            Shape::Text | Shape::Quoted => {
                filled += 1;
                if filled > MOST_SIGNATURE_LINES {
                    break;
                }
            }
        }
    }
    best
}

/// Where the signature begins whose last separator of two dashes stands at `at`, if it is one; what is
/// behind `end` is one already.
///
/// RFC 3676 section 4.3 knows one separator, with a space behind it, and a signature that runs to the
/// end. Two lines of dashes around something, or dashes above a paragraph, were drawn by somebody who
/// writes.
fn dashes(
    region: &[Line<'_>],
    window: usize,
    at: usize,
    end: usize,
    is_bare: bool,
) -> Option<usize> {
    let block = region.get(at + 1..end)?;
    let before = region.get(window..at)?;
    let is_separator =
        |line: &Line<'_>| matches!(line.shape, Shape::SignatureSeparator | Shape::Dashes);
    let Some(opening) = before.iter().rposition(is_separator) else {
        let is_signature = !is_bare || !is_written(block);
        return is_signature.then_some(at);
    };
    // A pair: both belong to the signature, or neither is a separator.
    let inside = before.get(opening + 1..)?;
    let is_followed = block.iter().any(|line| line.shape != Shape::Blank);
    if is_followed && (is_written(block) || !looks_signed(block)) {
        return None;
    }
    // Between bare dashes a short line may be anything.
    let is_exact = before.get(opening)?.shape == Shape::SignatureSeparator;
    let is_signed = looks_signed(inside) && (is_exact || Facts::of(inside).strong > 0);
    if is_signed && !is_written(inside) {
        return Some(window + opening);
    }
    is_followed.then_some(at)
}

/// Whether a block is a name, contact data or the like: a few short lines that say nothing.
fn looks_signed(block: &[Line<'_>]) -> bool {
    const MOST_LINES: usize = 8;
    let facts = Facts::of(block);
    let is_name =
        facts.filled <= 2 && facts.longest <= 24 && facts.sentences == 0 && !has_sign_of_log(block);
    facts.forms == 0
        && facts.filled <= MOST_LINES
        && (facts.strong > 0 || is_name)
        && !has_farewell(block)
}

/// `ERR 0x1F`, `at main`, `+ line`: what programs print and people quote.
fn has_sign_of_log(block: &[Line<'_>]) -> bool {
    block.iter().any(|line| {
        let content = line.content;
        content.contains(|c: char| c.is_ascii_digit() || "=;{}[]()<>$%#/\\_+:：→・".contains(c))
            || content.starts_with("at ")
            || content.starts_with('-')
    })
}

fn has_farewell(block: &[Line<'_>]) -> bool {
    block.iter().any(|line| {
        let lower = line.content.to_lowercase();
        FAREWELLS.iter().any(|farewell| lower.contains(farewell))
    })
}

/// Whether somebody says something in the block: it asks, or holds sentences and no contact data.
fn is_written(block: &[Line<'_>]) -> bool {
    let facts = Facts::of(block);
    let asks = block.iter().any(|line| {
        let lower = line.content.to_lowercase();
        lower.ends_with(['?', '？']) || REQUESTS.iter().any(|request| lower.contains(request))
    });
    let begins = block.iter().find(|line| line.shape == Shape::Text);
    let begins_with_sentence =
        begins.is_some_and(|line| is_sentence(line.content) || line.content.ends_with('.'));
    asks && facts.strong < 2 || facts.strong == 0 && (facts.sentences >= 2 || begins_with_sentence)
}

/// Whether the lines behind a separator are a signature rather than a part of the text.
fn is_signature(block: &[Line<'_>], is_closed: bool) -> bool {
    let facts = Facts::of(block);
    if facts.forms > 0 {
        return false;
    }
    let few_sentences = facts.sentences == 0 || facts.sentences == 1 && facts.strong >= 2;
    let enough = facts.strong >= 2
        || facts.strong == 1 && facts.filled <= 6
        || is_closed && facts.filled <= 4 && facts.longest <= 40;
    few_sentences && enough
}

/// A signature that follows a closing sentence without any separator.
fn unseparated(region: &[Line<'_>], window: usize, end: usize) -> Option<usize> {
    let mut filled = 0;
    for at in (window..end).rev() {
        let line = region.get(at)?;
        if line.shape == Shape::Blank {
            continue;
        }
        let lower = line.content.to_lowercase();
        if filled >= 2 && FAREWELLS.iter().any(|farewell| lower.contains(farewell)) {
            let start = at + 1;
            let facts = Facts::of(region.get(start..end)?);
            let is_signature = facts.forms == 0 && facts.sentences == 0 && facts.strong >= 2;
            return is_signature.then_some(start);
        }
        filled += 1;
        if filled > MOST_SIGNATURE_LINES || is_sentence(line.content) {
            return None;
        }
    }
    None
}

/// What the lines of a block look like.
#[derive(Default)]
struct Facts {
    filled: usize,
    sentences: usize,
    /// Lines of a form that somebody filled in: `お名前：`.
    forms: usize,
    /// Different kinds of contact data.
    strong: usize,
    /// In columns.
    longest: usize,
}

impl Facts {
    fn of(block: &[Line<'_>]) -> Self {
        let mut facts = Self::default();
        let mut kinds: Vec<char> = Vec::new();
        for line in block
            .iter()
            .filter(|line| matches!(line.shape, Shape::Text | Shape::Quoted))
        {
            facts.filled += 1;
            facts.longest = facts.longest.max(columns(line.content));
            facts.sentences += usize::from(is_sentence(line.content));
            facts.forms += usize::from(is_form_field(line.content));
            let lower = line.content.to_lowercase();
            for (kind, labels) in CONTACT_LABELS {
                if !kinds.contains(kind) && labels.iter().any(|label| lower.contains(label)) {
                    kinds.push(*kind);
                }
            }
            if !kinds.contains(&'m') && has_address(line.content) {
                kinds.push('m');
            }
            if !kinds.contains(&'t') && has_phone_number(line.content) {
                kinds.push('t');
            }
        }
        // 部 and 室 stand in ordinary words too.
        facts.strong = kinds.iter().filter(|kind| **kind != 'd').count();
        facts
    }
}

/// The columns that the text takes on a terminal, roughly.
pub(super) fn columns(text: &str) -> usize {
    text.chars()
        .map(|c| if c.len_utf8() >= 3 { 2 } else { 1 })
        .sum()
}

/// Whether the line ends like a sentence or is longer than any line of a signature.
pub(super) fn is_sentence(content: &str) -> bool {
    const LONGEST: usize = 100;
    content.ends_with(['。', '！', '？', '!', '?']) || columns(content) > LONGEST
}

/// `お名前：山田`, `注文番号: 123`: what a signature never holds.
fn is_form_field(content: &str) -> bool {
    let content =
        content.trim_start_matches(['■', '●', '・', '◆', '□', '○', '【', '*', ' ', '\u{3000}']);
    let Some(end) = content.find(['：', ':', '】']) else {
        return false;
    };
    let label = content.get(..end).unwrap_or_default();
    let words = [
        "商品",
        "数量",
        "注文",
        "金額",
        "合計",
        "氏名",
        "届",
        "希望",
        "内容",
        "品番",
        "型番",
        "予約",
        "人数",
        "会員番号",
        "受付番号",
        "問い合わせ番号",
        "生年月日",
        "口座",
    ];
    columns(label) <= 24
        && (label.starts_with(['お', 'ご', '御']) || words.iter().any(|word| label.contains(word)))
}

/// Whether nine digits or more stand together, broken by dashes, dots, spaces or brackets alone.
fn has_phone_number(content: &str) -> bool {
    let mut digits = 0;
    for c in content.chars() {
        match c {
            '0'..='9' | '０'..='９' => digits += 1,
            '-' | '(' | ')' | ' ' | '+' | '.' | '－' | '‐' | '（' | '）' => {}
            _ => digits = 0,
        }
        if digits >= 9 {
            return true;
        }
    }
    false
}

/// The kind of a footer line that stands by itself, if it is one.
pub(super) fn alone(content: &str, sent_from: bool, closings: bool) -> Option<CutKind> {
    if sent_from && is_sent_from(content) {
        Some(CutKind::SentFrom)
    } else if closings && is_closing(content) {
        Some(CutKind::Closing)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::super::line::split;
    use super::*;

    #[test]
    fn lines_of_mail_programs() {
        for line in [
            "Sent from my iPhone",
            "Sent from my Example Mobile Phone",
            "iPhoneから送信",
            "Yahoo!メールアプリから送信",
            "私のiPhoneから送信",
            "Androidから送信されました",
            "Outlook for iOS を入手する<https://app.example/ios>",
            "Get Outlook for iOS<https://app.example/ios>",
            "Gesendet von Outlook für Android<https://app.example/android>",
            "Von meinem iPhone gesendet",
            "Envoyé de mon iPhone",
            "スマートフォンから送信しています。",
        ] {
            assert!(is_sent_from(line), "{line}");
        }
    }

    #[test]
    fn sentences_are_no_lines_of_mail_programs() {
        for line in [
            "Sent from my office, where the scanner works again.",
            "先ほどスマホから送信しました。",
            "昨日メールで送信しました",
            "Sent via courier yesterday",
            "資料は別便で送信",
        ] {
            assert!(!is_sent_from(line), "{line}");
        }
    }

    #[test]
    fn notices_on_confidentiality() {
        let is = |text: &str| is_disclaimer(&split(text));
        assert!(is(
            "This e-mail is confidential and intended for the recipient only."
        ));
        assert!(is(
            "本メールに心当たりのない方は、お手数ですが破棄してください。"
        ));
        assert!(!is("個人情報を無断で第三者に開示しないでください。"));
        assert!(!is(
            "誤って注文したので、前のメールの件は削除してください。"
        ));
    }

    #[track_caller]
    fn assert_signature(text: &str, expected: Option<&str>) {
        let lines = split(text);
        let start = signature_start(&lines, Signatures::Recognized);
        let first = start.and_then(|at| lines.get(at..)).and_then(|rest| {
            rest.iter()
                .find(|line| line.shape != Shape::Blank)
                .map(|line| line.content)
        });
        assert_eq!(first, expected, "{text}");
    }

    #[test]
    fn signatures_are_found() {
        assert_signature("本文\n\n-- \n山田太郎\n", Some("--"));
        assert_signature("本文\n\n--\n山田太郎\n", Some("--"));
        assert_signature("text\n-- \nRick\n-- \nOps mailing list\n", Some("--"));
        assert_signature("本文\n\n--\n山田太郎\nTEL 03-0000-0000\n--\n", Some("--"));
        assert_signature(
            "本文\n\n━━━━━\n株式会社例\n山田太郎\nTEL 03-0000-0000\n━━━━━\n",
            Some("━━━━━"),
        );
        assert_signature(
            "よろしくお願いいたします。\n\n株式会社例\n山田\nTEL: 03-0000-0000\n",
            Some("株式会社例"),
        );
        assert_signature("text\n***\n++++\n   ====\n", Some("***"));
    }

    #[test]
    fn dashes_around_something_are_not_separators() {
        for text in [
            "エラーの内容です。\n--\nERR 0x1F\nat main\n--\n対処方法を教えてください。",
            "変更点:\n--\n色を赤に\n--\n",
            "Please see the log:\n--\nline 1\n--\nThanks",
            "Hello\n--\nfoo = bar\n--\nCould you check it?",
            "手順です。\n--\n1. 開く\n2. 閉じる\n--\n以上、よろしくお願いします。",
            "一つ目です。\n--\n二つ目の件ですが、納期を教えてください。",
            "First point.\n--\nThe second point is the price. Can you lower it?",
            "引用です。\n-- \nログ\n-- \nこの原因はわかりますか？",
        ] {
            assert_signature(text, None);
        }
    }

    #[test]
    fn content_is_no_signature() {
        assert_signature(
            "送り先です。\n----------\nお名前：山田太郎\nご住所：東京都\n電話：03-0000-0000\n----------\n",
            Some("----------"),
        );
        assert_signature("確認しました。\n山田\n", None);
        assert_signature("-- one box\n-- two bags\n", None);
    }
}
