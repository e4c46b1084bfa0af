//! Finds the lines that introduce a quote: `On Mon, May 12, 2025 at 6:41 PM X <x@example.jp> wrote:`.
//!
//! Not by one expression for each program and language, but by what they all have: a date or an
//! address, the word for "wrote" or a closing colon, at the places where programs put them. A header
//! that a program broke over lines is joined first, a few lines at most.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::evidence::{has_address, has_date, has_time};
use super::languages::LANGUAGES;
use super::line::{Line, Shape};

/// Programs break after 76 columns; names and addresses are long, but not this long.
const MOST_LINES: usize = 6;
const LONGEST: usize = 420;
/// A name and the word for "wrote", in bytes.
const MOST_WORDS: usize = 100;

/// A line or lines that introduce a quote.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Attribution {
    /// How many lines.
    pub(super) lines: usize,
    /// Whether it is one even when no quote marks follow.
    pub(super) is_certain: bool,
    /// Bytes of the first line, from its content's start, that are the author's text.
    pub(super) shared: usize,
}

/// The attribution that begins at line `at`. Lines of text longer than any header cost nothing.
pub(super) fn find(lines: &[Line<'_>], at: usize) -> Option<Attribution> {
    let first = lines.get(at)?;
    if first.shape != Shape::Text || first.content.len() > LONGEST {
        return None;
    }
    if let Some(shared) = shared_line(first.content) {
        return Some(shared);
    }
    if !may_begin(first.content) {
        return None;
    }
    let mut joined = String::with_capacity(128);
    let is_direction = |c: char| matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let mut is_pending_blank = false;
    let mut best = None;
    for (count, line) in lines.iter().skip(at).take(MOST_LINES).enumerate() {
        if line.shape == Shape::Blank {
            is_pending_blank = true;
            // Only an address may stand behind an empty line, and only behind a date.
            if count == 0 || !(has_date(&joined) && has_time(&joined)) {
                break;
            }
            continue;
        }
        let continues_address = matches!(line.content.chars().next(), Some('<' | '>'));
        if (is_pending_blank || line.shape != Shape::Text) && !continues_address {
            break;
        }
        // Quotes begin with `> `; the rest of a broken address is `> wrote:`.
        if line.shape == Shape::Quoted && !ends_like_header(line.content) {
            break;
        }
        if joined.len() + line.content.len() > LONGEST {
            break;
        }
        is_pending_blank = false;
        if !joined.is_empty() {
            joined.push(' ');
        }
        // Marks of direction stand between the words of Hebrew and Arabic headers.
        joined.extend(line.content.chars().filter(|c| !is_direction(*c)));
        let verdict = may_end(line.content).then(|| judge(&joined)).flatten();
        if let Some(is_certain) = verdict {
            let found = Attribution {
                lines: count + 1,
                is_certain,
                shared: 0,
            };
            best = Some(found);
            if ends_like_header(&joined) {
                break;
            }
        } else if best.is_some() {
            break;
        }
    }
    best
}

/// `text--- On Mon, May 12, 2025 at 6:41 PM, x@example.com wrote:`: an old web mail's way.
fn shared_line(content: &str) -> Option<Attribution> {
    let at = content.find("--- On ").filter(|at| *at > 0)?;
    // Of `---- On …` the dashes are the header's own.
    if content.get(..at)?.bytes().all(|b| b == b'-') {
        return None;
    }
    let header = content.get(at..)?;
    judge(header).map(|is_certain| Attribution {
        lines: 1,
        is_certain,
        shared: at,
    })
}

/// Whether a header may begin with this line: cheap, as it is asked of every line.
fn may_begin(content: &str) -> bool {
    let begin = content.trim_start_matches(['-', '*', '_', ' ']);
    let Some(first) = begin.chars().next() else {
        return false;
    };
    if first.is_ascii_digit() || first == '(' || first == '（' || first == '"' {
        return true;
    }
    if content.starts_with("--") || content.contains('@') {
        return true;
    }
    if content.len() <= MOST_WORDS && content.ends_with([':', '：']) {
        return true;
    }
    // `On `, a weekday or a month: a short word before the first digit.
    let digit = begin.bytes().take(48).position(|b| b.is_ascii_digit());
    digit.is_some_and(|digit| {
        let words = begin.get(..digit).unwrap_or_default();
        begins_with_date_words(words)
    })
}

/// Whether what stands before the first digit leads to a date: a preposition, a weekday, a month.
fn begins_with_date_words(words: &str) -> bool {
    let words = words.trim().trim_end_matches(['(', '（', '\'']).trim();
    let count = words.split_whitespace().count();
    if count == 0 {
        return true;
    }
    let lower = words.to_lowercase();
    let first = lower.split([' ', ',']).next().unwrap_or_default();
    let before = &LANGUAGES.before_date;
    let leads = before.contains(first) || before.contains(lower.as_str()) || is_date_word(first);
    leads && count <= 4
}

/// A weekday or a month, in full or cut short with a dot or comma.
fn is_date_word(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ',']);
    // Two letters are a whole weekday.
    let is_whole = |stem: &str| stem.is_ascii() && stem.len() <= 2;
    let begins = |stem: &str| word == stem || !is_whole(stem) && word.starts_with(stem);
    word.chars().nth(12).is_none() && LANGUAGES.date_words.iter().any(|stem| begins(stem))
}

/// Whether a header may end with this line: cheap, as it is asked of every line that may begin one.
fn may_end(content: &str) -> bool {
    let last = content.chars().next_back();
    matches!(
        last,
        Some(':' | '：' | '>' | ')' | '）' | ']' | '-' | '*' | '。')
    ) || content.contains(" GMT")
        || ends_like_header(content)
}

fn ends_like_header(text: &str) -> bool {
    let text = text.trim_end();
    text.ends_with([':', '：']) || LANGUAGES.wrote.iter().any(|verb| text.ends_with(verb))
}

/// Whether the joined lines introduce a quote: `None` if not, else whether they do so even when no
/// quote marks follow.
fn judge(text: &str) -> Option<bool> {
    let dashed = text.starts_with("--");
    let body = text.trim_matches(|c: char| c == '-' || c == '*' || c == '_' || c.is_whitespace());
    if has_sentence_break(body) {
        return None;
    }
    let end = body.trim_end_matches([':', '：', '。', '*', ' ']);
    let has_colon = body.ends_with([':', '：']) || body.ends_with(":*");
    let verb = verb_position(body);
    let ends_with_verb = verb.is_some_and(|(_, behind)| {
        let rest = body.get(behind..).unwrap_or_default();
        rest.chars().all(|c| !c.is_alphanumeric())
    });
    // `山田 <taro@example.jp> さん:`
    let end = HONORIFICS.iter().fold(end, |end, honorific| {
        end.strip_suffix(honorific).map_or(end, str::trim_end)
    });
    let address = has_address(body) || body.contains("&lt;");
    let (date, time) = (has_date(body), has_time(body));
    // `---- X wrote ----`
    if dashed && ends_with_verb && text.ends_with("--") {
        return Some(true);
    }
    let first_digit = body.bytes().position(|b| b.is_ascii_digit());
    let leads_with_date = first_digit.is_some_and(|digit| {
        let words = body.get(..digit).unwrap_or_default();
        words.len() <= 48 && begins_with_date_words(words)
    });
    // `X kirjoitti 6.1.2026 klo 10.00:`
    let is_named = verb.is_some_and(|(at, behind)| {
        let before = body.get(..at).unwrap_or_default();
        let verb = body.get(at..behind).unwrap_or_default().to_lowercase();
        let words = before.split_whitespace().count();
        let is_name = (1..=5).contains(&words) && before.starts_with(|c: char| !c.is_lowercase());
        is_name && !matches!(verb.as_str(), "wrote" | "sent" | "writes") && !is_prose(before)
    });
    if is_named && has_colon && date && time && has_year(body) {
        return Some(true);
    }
    if let Some((verb, _)) = verb {
        let is_placed = ends_with_verb || has_colon;
        // `X <x@example.jp> wrote:`
        let name_and_address = address
            && begins_with_name(body)
            && body.get(..verb).is_some_and(|before| {
                let before = before.trim_end().trim_end_matches('は');
                let before = before
                    .trim_end_matches(['様', '氏'])
                    .trim_end_matches("さん");
                before.trim_end().ends_with(['>', ')', '）'])
            });
        let date_comes_first = leads_with_date && first_digit.is_some_and(|digit| digit < verb);
        // `X <x@example.jp> 于2025年5月12日 18:41写道：`
        let names_all = date && time && address && has_colon && begins_with_name(body);
        if is_placed && (date_comes_first && (date || time) || name_and_address || names_all) {
            // `5月12日 18:41のメール：` without a name is the author's own headline.
            let is_nameless = body.get(verb..).is_some_and(|rest| rest.starts_with('の'))
                && !address
                && !body.contains(['、', ',']);
            let is_certain = name_and_address && has_colon || date && (time || address);
            return Some(is_certain && !is_nameless);
        }
        // `Xさんは 2025/05/12 18:41 に書きました：`, and `X wrote:` above quote marks.
        if ends_with_verb && has_colon && body.len() <= MOST_WORDS {
            let is_japanese = body.get(verb..).is_some_and(|rest| rest.starts_with('書'));
            let is_sent = body
                .get(verb..)
                .is_some_and(|rest| rest.starts_with("sent"));
            return (!is_sent).then_some(is_japanese && date && time);
        }
    }
    // In any language: a name, an address in brackets, a full date and a time, and a colon.
    let is_short = body.split_whitespace().count() <= 30;
    let is_led = leads_with_date || begins_with_name(body);
    if has_colon
        && is_led
        && is_short
        && date
        && time
        && has_year(body)
        && has_bracketed_address(body)
        && !is_prose(body)
    {
        return Some(true);
    }
    // `2025年5月12日(月) 18:41 X <x@example.jp>:`
    let ends_with_address = address
        && (end.ends_with(['>', ')', '）', ']']) || has_colon)
        && body.rfind('@').is_some_and(|at| {
            let behind = body.get(at..).unwrap_or_default();
            let words = behind.split_whitespace();
            words.filter(|word| !is_honorific(word)).count() <= 1
        });
    if leads_with_date && date && ends_with_address && (has_colon || end.ends_with('>')) {
        return Some(true);
    }
    // `2025-05-12 18:41 GMT+09:00 X`
    let is_zoned = body.contains(" GMT+") || body.contains(" GMT-");
    if leads_with_date && first_digit == Some(0) && date && time && is_zoned && text.len() < 80 {
        return Some(true);
    }
    None
}

/// What is put behind a name.
const HONORIFICS: [&str; 6] = ["さん", "様", "氏", "先生", "님", "san"];

fn is_honorific(word: &str) -> bool {
    HONORIFICS.contains(&word.trim_end_matches([':', '：', '、', ',']))
}

/// Whether a year of four digits stands in the text.
fn has_year(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit())
        .any(|digits| digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20")))
}

/// `<x@example.jp>` or `(x@example.jp)`.
fn has_bracketed_address(text: &str) -> bool {
    text.split(['<', '(', '（', '＜', '['])
        .skip(1)
        .any(|inside| {
            let end = inside.find(['>', ')', '）', '＞', ']']).unwrap_or(0);
            let inside = inside.get(..end).unwrap_or_default();
            has_address(inside) && !inside.trim().contains(' ')
        })
}

/// Whether the words are those of a sentence.
fn is_prose(text: &str) -> bool {
    let lower = text.to_lowercase();
    let first = lower.split([' ', ',']).next().unwrap_or_default();
    let begins = matches!(
        first,
        "as" | "wie"
            | "comme"
            | "como"
            | "come"
            | "som"
            | "zoals"
            | "jak"
            | "как"
            | "i"
            | "we"
            | "you"
            | "ich"
            | "wir"
            | "je"
            | "nous"
            | "please"
            | "bitte"
    );
    begins
        || text.contains(['。', '?', '？', '!', '！', ';'])
        || [
            "ください",
            "下さい",
            "ました",
            "です",
            "ます",
            "送った",
            "届いた",
        ]
        .iter()
        .any(|word| {
            text.contains(word) && !text.contains("書きました") && !text.contains("書き込みました")
        })
}

/// `two weeks. I will`: a word that is not cut short, a full stop, a new sentence.
fn has_sentence_break(text: &str) -> bool {
    const SHORTENED: usize = 4;
    text.match_indices(". ").any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default();
        let word = before.split(' ').next_back().unwrap_or_default();
        let behind = text.get(at + 2..).and_then(|rest| rest.chars().next());
        word.chars().count() > SHORTENED
            && word.chars().all(char::is_lowercase)
            && behind.is_some_and(char::is_uppercase)
    })
}

/// Whether a name and nothing more stands before the first address.
fn begins_with_name(body: &str) -> bool {
    const LONGEST: usize = 90;
    let bracket = body.find(['<', '(', '（']);
    bracket.is_some_and(|bracket| {
        let name = body.get(..bracket).unwrap_or_default();
        let is_sentence = name.contains(['。', '、', '!', '?', '！', '？']) || name.contains(". ");
        name.len() <= LONGEST && !is_sentence
    })
}

/// Where the word for "wrote" stands, the last one if there are several: its first byte and the one
/// behind it.
fn verb_position(text: &str) -> Option<(usize, usize)> {
    static VERBS: LazyLock<AhoCorasick> = LazyLock::new(|| {
        AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::LeftmostLongest)
            .build(&LANGUAGES.wrote)
            .expect("a fixed list of words is within the automaton's limits")
    });
    let mut found = VERBS.find_iter(text).filter(|verb| {
        let before = text.get(..verb.start()).and_then(|t| t.chars().next_back());
        let behind = text.get(verb.end()..).and_then(|t| t.chars().next());
        let is_latin = |c: char| c.is_alphabetic() && u32::from(c) < 0x530;
        !before.is_some_and(is_latin) && !behind.is_some_and(is_latin)
    });
    let mut last = found.next()?;
    for verb in found {
        last = verb;
    }
    Some((last.start(), last.end()))
}

#[cfg(test)]
mod tests {
    use super::super::line::split;
    use super::*;

    #[track_caller]
    fn assert_found(text: &str, lines: usize) {
        let found = find(&split(text), 0);
        assert_eq!(
            found.map(|f| (f.lines, f.is_certain)),
            Some((lines, true)),
            "{text}"
        );
    }

    #[track_caller]
    fn assert_uncertain(text: &str) {
        let found = find(&split(text), 0);
        assert!(found.is_none_or(|f| !f.is_certain), "{text}");
    }

    #[test]
    fn japanese_programs() {
        assert_found("2025年5月12日(月) 18:41 山田太郎 <taro@example.jp>:", 1);
        assert_found("2025年5月12日(月) 18:41 山田太郎 <\ntaro@example.jp>:", 2);
        assert_found("2025/05/12 18:41、山田太郎 <taro@example.jp>のメール:", 1);
        assert_found(
            "2025年5月12日 18:41、山田太郎 <taro@example.jp>のメール：",
            1,
        );
        assert_found(
            "On Mon, 12 May 2025 18:41:00 +0900\n山田太郎 <taro@example.jp> wrote:",
            2,
        );
        assert_found("On 2025/05/12 18:41, 山田太郎 wrote:", 1);
        assert_found("(2025/05/12 18:41), 山田太郎 wrote:", 1);
        assert_found("山田太郎 <taro@example.jp> さんは書きました:", 1);
    }

    #[test]
    fn other_languages() {
        assert_found(
            "El lun., 12 may. 2025 a las 18:41, X <x@example.com> escribió:",
            1,
        );
        assert_found("12.5.2025 18:41 \"X Y\" <x@example.com> kirjoitti:", 1);
        assert_found("Den 12. maj 2025 kl. 18.41 skrev X <x@example.com>:", 1);
        assert_found("Dne 12. května 2025 18:41 X <x@example.com> napsal(a):", 1);
        assert_found(
            "pon., 12 maj 2025, 18:41 użytkownik X <x@example.com>\nnapisał:",
            2,
        );
        assert_found(
            "X <x@example.com> ezt írta (időpont: 2025. máj. 12., H, 18:41):",
            1,
        );
        assert_found(
            "În data de lun., 12 mai 2025 la 18:41, X <x@example.com> a scris:",
            1,
        );
        assert_found("12 Mayıs 2025 18:41 tarihinde X <x@example.com> yazdı:", 1);
        assert_found("在 2025年5月12日，18:41，X <x@example.com> 写道：", 1);
        assert_found("X <x@example.com> 于2025年5月12日周一 18:41写道：", 1);
        assert_found(
            "2025년 5월 12일 (월) 오후 6:41, X <x@example.com>님이 작성:",
            1,
        );
        assert_found("On Monday, May 12, 2025, X <x@example.com> wrote:", 1);
        assert_found(
            "Il giorno lun 12 mag 2025 alle ore 18:41 X <x@example.com> ha\nscritto:",
            2,
        );
        assert_found("2025-05-12 18:41 GMT+09:00 X <x@example.com>:", 1);
        assert_found(
            "Am 12.05.2025 6:41 nachm. schrieb Max <max@example.com>:",
            1,
        );
        assert_found(
            "Max <max@example.com> schrieb am Mo., 12.\nMai 2025 um 18:41 Uhr:",
            2,
        );
        assert_found("Le 12 mai 2025 à 18:41, X <x@example.com> a écrit :", 1);
        assert_found(
            "W dniu 12 maja 2025 18:41 użytkownik X <x@example.com>\nnapisał:",
            2,
        );
        assert_found("пн, 12 мая 2025 г. в 18:41, X <x@example.com>:", 1);
        assert_found("Den 12 maj, 2025 18:41:18, X (x@example.com) skrev:", 1);
        assert_found(
            "---- On Mon, 12 May 2025 18:41:50 +0900 x@example.com wrote ----",
            1,
        );
    }

    #[test]
    fn text_before_a_header_stays_outside() {
        let shared = "reply--- On Mon, May 12, 2025 at 6:41 PM, X <x@example.com> wrote:";
        assert_eq!(
            find(&split(shared), 0).map(|f| f.shared),
            Some("reply".len())
        );
        let lines = split(
            "The idea of @x is right, but I have\nno time.\nOp 12 mei 2025 18:41 schreef \"X\" <x@example.com> het\nvolgende geschreven:\n",
        );
        assert!(find(&lines, 0).is_none());
        assert_eq!(find(&lines, 2).map(|f| f.lines), Some(2));
    }

    #[test]
    fn clients_in_further_languages() {
        for header in [
            "בתאריך יום ב׳, 6 בינו׳ 2026 ב-10:00 מאת \u{202A}X\u{202C}\u{200F} <\u{202A}x@example.com\u{202C}\u{200F}>:\u{202C}",
            "في الاثنين، 6 يناير 2026 في 10:00 ص تمت كتابة ما يلي بواسطة X <x@example.com>:",
            "Στις Δευ 6 Ιαν 2026 στις 10:00 π.μ., ο χρήστης X <x@example.com> έγραψε:",
            "Vào Th 2, 6 thg 1, 2026 vào lúc 10:00 X <x@example.com> đã viết:",
            "ในวันที่ จ. 6 ม.ค. 2026 เวลา 10:00 X <x@example.com> เขียนว่า:",
            "pirmd., 2026. g. 6. janv., plkst. 10:00 — lietotājs X (<x@example.com>) rakstīja:",
            "2026-01-06, pr 10:00 X <x@example.com> rašė:",
            "po 6. 1. 2026 v 10:00 odesílatel X <x@example.com> napsal:",
            "X 於 2026/1/6 10:00 寫道:",
            "X kirjoitti 6.1.2026 klo 10.00:",
            "Tue, 6 Jan 2026 10:00:00 +0900\n佐藤 <sato@example.jp> さん:",
            "W dniu 06.01.2026 o 10:00, X pisze:",
            "Am Montag, 6. Januar 2026 um 10:00:00 MEZ hat X <x@example.com> Folgendes geschrieben:",
            "2026年1月6日火曜日 10:00:00 JST, X <x@example.com> が書き込み:",
            "X <x@example.com> je 6.1.2026 u 10:00 napisao/la:",
            "-----X wrote: -----",
        ] {
            assert_found(header, header.lines().count());
        }
    }

    #[test]
    fn a_name_alone_needs_quote_marks() {
        assert_eq!(
            find(&split("山田太郎 wrote:"), 0).map(|f| f.is_certain),
            Some(false)
        );
        assert_found("山田さんは 2025/05/12 18:41 に書きました：", 1);
        assert_uncertain("5月12日 18:41のメール：");
        assert!(find(&split("次のとおりです："), 0).is_none());
        assert!(find(&split("We sent:"), 0).is_none());
    }

    #[test]
    fn sentences_are_no_headers() {
        assert_uncertain("As John wrote on 2024-01-02 10:00:");
        assert_uncertain("5月12日に山田さんにメールを送りました。");
        assert_uncertain("12日 18:41 に届いた a@example.jp からのメールを確認しました。");
        assert_uncertain("On 12 May 2024 I wrote:");
        assert_uncertain("2025年5月12日の件");
        assert_uncertain("On that machine you can start it:");
        assert_uncertain("On Monday I wrote to support@example.com and nobody answered.");
        assert_uncertain("At 10:00 we sent the following to x@example.com:");
        assert_uncertain("2025年5月12日 18:41 に以下の内容を送信しました：");
        assert_uncertain("5/12 10:00 に x@example.jp へ送った資料:");
        assert_uncertain("連絡先は taro@example.jp です:");
    }
}
