//! Is an unmarked line between two quoted ones the rest of the line above, or an answer?
//!
//! A program that wraps a quote leaves the line above in the middle of a sentence; somebody who answers
//! answers a whole one. Where both can be, the line is an answer: a lost answer is worse than a
//! superfluous quote.

use super::footer::columns;

/// Programs wrap between 60 and 80 columns.
const FULL: usize = 58;
/// A shorter line is wrapped only by somebody's hand.
const SHORT: usize = 30;

/// Whether `line`, between the quoted lines `before` and `behind`, goes on with the first.
pub(super) fn goes_on(before: &str, line: &str, behind: &str) -> bool {
    let (before, behind) = (unmarked(before), unmarked(behind));
    let begins_low = line.chars().next().is_some_and(char::is_lowercase);
    let is_full = columns(before) + 2 >= FULL;
    if ends_sentence(before) {
        // A long line may end a sentence by chance; the rest of it begins in lower case.
        return is_full && begins_low;
    }
    // An address that was broken ends with its bracket.
    if line.contains('>') && before.contains('<') && !before.contains('>') {
        return true;
    }
    if is_entry(before) || is_entry(behind) || before.ends_with([':', '：']) {
        return is_full && begins_low;
    }
    if is_full {
        return true;
    }
    let behind_goes_on = behind.chars().next().is_some_and(char::is_lowercase);
    if begins_low || behind_goes_on {
        return true;
    }
    let is_answer = ends_sentence(line);
    if leaves_open(before) {
        return !is_answer || columns(before) >= SHORT - 8;
    }
    columns(before) >= SHORT && !is_answer
}

fn unmarked(line: &str) -> &str {
    line.trim_start_matches(['>', '＞', '|', '≫', '»', ' ', '\u{3000}'])
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['」', '』', ')', '）', '"', '\'', '”'])
        .ends_with(['。', '．', '.', '!', '?', '！', '？', '…', ';'])
        || [
            "ですか",
            "ますか",
            "でしょうか",
            "ません",
            "ました",
            "ます",
            "です",
            "ください",
            "下さい",
        ]
        .iter()
        .any(|end| line.ends_with(end))
}

/// `1. 希望日`, `・数量`, `Q1 …`, `■品名`: a point of a list, which is answered below it.
fn is_entry(line: &str) -> bool {
    let first = line.chars().next();
    if first.is_some_and(|c| {
        matches!(
            c,
            '・' | '■' | '●' | '◆' | '□' | '○' | '*' | '-' | '※' | '①'
                ..='⑳' | '【' | '(' | '（' | '['
        )
    }) {
        return true;
    }
    let rest = line.trim_start_matches(['Q', 'q', 'Ｑ', '質', '問']);
    let after = rest.trim_start_matches(|c: char| c.is_numeric());
    after.len() < rest.len()
        && (after.is_empty()
            || after.starts_with(['.', ')', '．', '）', '、', ':', '：', ' ', '\u{3000}']))
}

/// Whether the line ends with a word that leads on: a particle, a comma, a word in lower case.
fn leaves_open(line: &str) -> bool {
    // What a question is about ends so too.
    if ["について", "に関して", "の件", "とは", "は"]
        .iter()
        .any(|end| line.ends_with(end))
    {
        return false;
    }
    let last = line.chars().next_back();
    let is_particle = last.is_some_and(|c| "がをにでとものてりしくへらけばや、,-，（(".contains(c));
    // A word that a sentence cannot end with.
    let last_word = line.split_whitespace().next_back().unwrap_or_default();
    let is_low = [
        "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "and", "or",
        "but", "that", "which", "is", "are", "was", "were", "be", "will", "would", "not", "my",
        "your", "our", "der", "die", "das", "und", "mit", "von", "zu", "le", "la", "les", "de",
        "et", "en", "el", "y", "di", "il", "e",
    ]
    .contains(&last_word);
    is_particle || is_low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rest_of_a_line_goes_on() {
        for (before, line, behind) in [
            (
                "> 引用の一行目がとても長いので",
                "折り返されました",
                "> 三行目",
            ),
            (
                "> On Mon, X <http://example.com/a/b/c",
                "d/e/f>.",
                "> wrote",
            ),
            (
                "> please look into the folder",
                "path/to/file",
                "> and tell me",
            ),
            (
                "> この件については先日の会議でも話しましたが、",
                "まだ決まっていないと",
                "> 聞いています。",
            ),
            (
                "> the delivery of the goods that we ordered in the spring of",
                "last year",
                "> was late.",
            ),
            (
                "> 資料は共有フォルダの中に",
                "入れておきました。",
                "> よろしくお願いします。",
            ),
        ] {
            assert!(goes_on(before, line, behind), "{line}");
        }
    }

    #[test]
    fn an_answer_does_not() {
        for (before, line, behind) in [
            ("> 納期はいつですか。", "来週です。", "> 数量は？"),
            ("> 1. 希望日", "3月1日", "> 2. 人数"),
            ("> Can you come?", "Yes", "> When?"),
            ("> 希望日", "3月1日", "> 人数"),
            ("> 納期について", "来週です。", "> 数量について"),
            ("> お名前：", "山田", "> ご住所："),
            ("> Which day", "Monday", "> Which room"),
            ("> Q1 色は", "赤でお願いします。", "> Q2 形は"),
            ("> ■品名", "りんご", "> ■数量"),
            ("> 送料はかかりますか", "かかりません。", "> わかりました"),
        ] {
            assert!(!goes_on(before, line, behind), "{line}");
        }
    }
}
