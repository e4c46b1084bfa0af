//! Does a verb tell what happened, rather than ask for it?
//!
//! `表示してください` asks, `表示されません` reports; so do `忘れました`, `無視されました`, `送信してしまう`. Only
//! Japanese needs this: there the verb is one word whatever its form, and what follows it decides.

/// What follows the stem of a verb that reports: passive, negation, past, mishap (in folded spelling, katakana as
/// hiragana).
const REPORTS: [&str; 34] = [
    "されません",
    "されない",
    "されず",
    "されなく",
    "されました",
    "されてい",
    "されて",
    "された",
    "できません",
    "できない",
    "できず",
    "しません",
    "しました",
    "していました",
    "してしま",
    "しまい",
    "しまっ",
    "しまう",
    "てしま",
    "ました",
    "ちゃ",
    "がち",
    "せません",
    "られません",
    "られない",
    "られず",
    "てもらえ",
    "たので",
    "たため",
    "たのです",
    "た場合",
    "た方",
    "たところ",
    "たまま",
];

/// What follows the name of a state that somebody was in.
const STATES: [&str; 18] = [
    "しましたが",
    "しましたけ",
    "しましたら",
    "したところ",
    "したが",
    "したけ",
    "したら",
    "したのです",
    "すると",
    "しても",
    "にしたところ",
    "にしましたが",
    "にすると",
    "にしても",
    "できま",
    "できな",
    "になりません",
    "のまま",
];

/// How many characters after a verb a mishap is looked for.
const NEAR: usize = 18;

/// Whether what follows the stem of a verb makes it a report; a mishap (`確認せずに送信してしまう`) may end the
/// clause that the verb begins.
pub(super) fn reports(after: &str) -> bool {
    let end = after
        .char_indices()
        .take(NEAR)
        .find(|&(_, character)| matches!(character, '。' | '.' | '!' | '?' | '、'))
        .or_else(|| after.char_indices().nth(NEAR))
        .map_or(after.len(), |(at, _)| at);
    let clause = after.get(..end).unwrap_or_default();
    REPORTS.iter().any(|ending| after.starts_with(ending))
        || ["てしま", "でしま", "ちゃっ", "ちゃい"]
            .iter()
            .any(|mishap| clause.contains(mishap))
}

/// Whether what follows a phrase about a state makes it a report.
pub(super) fn reports_state(after: &str) -> bool {
    STATES.iter().any(|ending| after.starts_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_and_requests_differ() {
        for after in [
            "されません。",
            "ました。再設定",
            "てしまいました",
            "できず困って",
            "せずに送信してしまう",
        ] {
            assert!(reports(after), "{after}");
        }
        for after in ["してください", "せよ", "て", "してくれますか", "ること"] {
            assert!(!reports(after), "{after}");
        }
        assert!(reports_state("しましたが") && !reports_state("してください"));
    }
}
