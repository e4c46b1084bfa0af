//! Finds the lines that introduce a quote: `On Mon, May 12, 2025 at 6:41 PM X <x@example.jp> wrote:`.
//!
//! Not by one expression for each program and language, but by what they all have: a date or an
//! address, the word for "wrote" or a closing colon, at the places where programs put them. A header
//! that a program broke over lines is joined first, a few lines at most.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::evidence::{has_address, has_date, has_time};
use super::line::{Line, Shape};
use super::phrases::{BEFORE_DATE, WROTE};

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
        joined.push_str(line.content);
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
    let leads = BEFORE_DATE.contains(&first)
        || BEFORE_DATE.iter().any(|known| lower == *known)
        || is_date_word(first);
    leads && count <= 4
}

/// A weekday or a month, in full or cut short with a dot or comma.
fn is_date_word(word: &str) -> bool {
    /// First letters of weekdays and months in the languages of `phrases`.
    const STEMS: &[&str] = &[
        "mon", "tue", "wed", "thu", "fri", "sat", "sun", "jan", "feb", "mar", "apr", "may", "jun",
        "jul", "aug", "sep", "oct", "nov", "dec", "die", "mit", "don", "fre", "sam", "son", "lun",
        "mer", "jeu", "ven", "dim", "gio", "sab", "dom", "mié", "jue", "vie", "sáb", "seg", "ter",
        "qua", "qui", "sex", "maa", "din", "woe", "vri", "zat", "zon", "man", "tir", "ons", "tor",
        "lør", "søn", "lör", "sön", "tis", "wt", "śr", "czw", "pt", "sob", "niedz", "po", "út",
        "st", "čt", "pá", "so", "ne", "пон", "пн", "вт", "ср", "чт", "пт", "сб", "вс", "нд", "月",
        "火", "水", "木", "金", "土", "日",
    ];
    let word = word.trim_end_matches(['.', ',']);
    // Two letters are a whole Czech or Polish weekday.
    let is_whole = |stem: &str| stem.is_ascii() && stem.len() <= 2;
    let begins = |stem: &str| word == stem || !is_whole(stem) && word.starts_with(stem);
    STEMS.iter().any(|stem| begins(stem)) && word.chars().count() <= 12
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
    text.ends_with([':', '：']) || WROTE.iter().any(|verb| text.ends_with(verb))
}

/// Whether the joined lines introduce a quote: `None` if not, else whether they do so even when no
/// quote marks follow.
fn judge(text: &str) -> Option<bool> {
    let dashed = text.starts_with("--");
    let body = text.trim_matches(|c: char| c == '-' || c == '*' || c == '_' || c.is_whitespace());
    let end = body.trim_end_matches([':', '：', '。', '*', ' ']);
    let has_colon = body.ends_with([':', '：']) || body.ends_with(":*");
    let verb = verb_position(body);
    let ends_with_verb = verb.is_some_and(|(_, behind)| {
        let rest = body.get(behind..).unwrap_or_default();
        rest.chars().all(|c| !c.is_alphanumeric())
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
    // `2025年5月12日(月) 18:41 X <x@example.jp>:`
    let ends_with_address = address
        && (end.ends_with(['>', ')', '）', ']']) || has_colon)
        && body.rfind('@').is_some_and(|at| {
            let behind = body.get(at..).unwrap_or_default();
            behind.split_whitespace().count() <= 1
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
            .build(WROTE)
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
