//! Is a name with dots a host, or a file, an abbreviation, the joint of two sentences?
//!
//! The last label decides: a host ends in a top-level domain of the Public Suffix List or in a name of
//! RFC 2606 and RFC 6762. Some of those are words, endings of files, or names of products too; then the
//! spelling and the words around decide. The trade-off: a host that pretends to be a file (`添付の
//! report.zip`) passes as text, as long as nothing makes a link of it.

use super::super::confusable::to_latin;
use super::view::MARK;

/// Names that resolve nowhere or in one network (RFC 2606, RFC 6761, RFC 6762 appendix G, RFC 7686).
const SPECIAL: [&str; 12] = [
    "example",
    "test",
    "invalid",
    "localhost",
    "local",
    "onion",
    "internal",
    "intranet",
    "lan",
    "home",
    "corp",
    "private",
];

/// Top-level domains that are endings of files.
const FILE_ENDINGS: [&str; 22] = [
    "zip", "mov", "md", "py", "rs", "sh", "pl", "ps", "cc", "so", "ai", "app", "cab", "tf", "ml",
    "mk", "mo", "pub", "am", "in", "doc", "java",
];

/// Words that stand beside the name of a file.
const FILE_WORDS: [&str; 26] = [
    "添付",
    "ファイル",
    "フォルダ",
    "保存",
    "解凍",
    "展開",
    "圧縮",
    "名前",
    "スクリプト",
    "ログ",
    "資料",
    "実行",
    "ドキュメント",
    "file",
    "folder",
    "attach",
    "script",
    "archive",
    "unzip",
    "extract",
    "document",
    "save",
    "run ",
    "open ",
    "edit ",
    "see ",
];

/// File names that are words of the trade.
const FILE_STEMS: [&str; 14] = [
    "readme",
    "license",
    "changelog",
    "contributing",
    "makefile",
    "main",
    "index",
    "setup",
    "config",
    "install",
    "configure",
    "lib",
    "mod",
    "test",
];

/// English words that are top-level domains: after the end of a sentence without a space they begin the next.
const BEGINNINGS: [&str; 50] = [
    "it", "in", "so", "is", "to", "at", "be", "me", "my", "no", "us", "am", "as", "do", "by", "id",
    "all", "new", "now", "call", "here", "you", "how", "one", "see", "read", "open", "today",
    "help", "like", "save", "best", "support", "next", "free", "sale", "ask", "let", "use", "get",
    "off", "yes", "we", "of", "an", "pay", "check", "delivery", "shipping", "please",
];

/// Names of products and companies that are written with a dot and are no address.
const NAMES: [&str; 12] = [
    "asp.net",
    "ado.net",
    "vb.net",
    "ml.net",
    "socket.io",
    "draw.io",
    "co.ltd",
    "vs.ibm",
    "pay.jp",
    "dr.web",
    "character.ai",
    "c.ai",
];

/// Whether a label ends host names. Letters that look Latin count as such: `.соm` with Cyrillic letters would
/// be read as `.com`.
pub(super) fn is_suffix(label: &str) -> bool {
    let label = label.to_lowercase();
    if label.starts_with("xn--") && label.len() > 4 {
        return true;
    }
    if !label.chars().any(char::is_alphabetic) {
        return false;
    }
    let latin: String = label.chars().map(to_latin).collect();
    [&label, &latin].into_iter().any(|label| {
        SPECIAL.contains(&label.as_str())
            || psl::suffix(label.as_bytes()).is_some_and(|suffix| suffix.is_known())
    })
}

/// Whether a whole name is a public suffix, under which hosts are registered, and no host.
pub(super) fn is_public_suffix(name: &str) -> bool {
    let name = name.to_lowercase();
    psl::suffix(name.as_bytes()).is_some_and(|suffix| {
        suffix.is_known()
            && suffix.typ() == Some(psl::Type::Icann)
            && suffix.as_bytes().len() == name.len()
    })
}

/// Whether a name with a dot, with nothing of a link around it, is no host after all. `before` and `after`
/// are what stands around; `glued` says that a Japanese name of the file stands before the dot.
pub(super) fn is_other(name: &str, before: &str, after: &str, glued: bool) -> bool {
    if name.contains(MARK) {
        return false;
    }
    let lower = name.to_lowercase();
    if NAMES.contains(&lower.as_str()) {
        return true;
    }
    let Some((stem, ending)) = name.rsplit_once('.') else {
        return false;
    };
    let lower_ending = ending.to_lowercase();
    is_joint(stem, ending, &lower_ending)
        || stem.chars().all(|digit| digit.is_ascii_digit())
            && matches!(lower_ending.as_str(), "am" | "pm")
        || FILE_ENDINGS.contains(&lower_ending.as_str()) && (glued || is_file(stem, before, after))
}

/// `Thank you.It …`: the next sentence begins with a word that is a top-level domain.
fn is_joint(stem: &str, ending: &str, lower_ending: &str) -> bool {
    let is_title = ending.chars().next().is_some_and(char::is_uppercase)
        && ending.chars().skip(1).all(char::is_lowercase);
    let is_word =
        stem.chars().all(char::is_alphabetic) && stem.chars().skip(1).all(char::is_lowercase);
    is_title && is_word && BEGINNINGS.contains(&lower_ending)
}

fn is_file(stem: &str, before: &str, after: &str) -> bool {
    let lower = stem.to_lowercase();
    let around = |text: &str| {
        let text = text.to_lowercase();
        FILE_WORDS.iter().any(|word| text.contains(word))
    };
    stem.contains('_')
        || stem.chars().any(char::is_uppercase)
        || FILE_STEMS.contains(&lower.as_str())
        || around(before)
        || around(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_label_tells_a_host() {
        for label in [
            "com",
            "JP",
            "example",
            "рф",
            "みんな",
            "xn--p1ai",
            "соm",
            "zip",
        ] {
            assert!(is_suffix(label), "{label}");
        }
        for label in ["js", "pdf", "html", "0", "g", "ありがとう", "5kg", "jpeg"] {
            assert!(!is_suffix(label), "{label}");
        }
        assert!(is_public_suffix("co.jp") && !is_public_suffix("example.co.jp"));
    }

    #[test]
    fn files_joints_and_products_are_no_hosts() {
        for (name, before, after) in [
            ("README.md", "", ""),
            ("setup.py", "", ""),
            ("you.It", "thank ", " was"),
            ("10.am", "at ", ""),
            ("ASP.NET", "", ""),
            ("report.zip", "添付の", "をご確認ください"),
            ("data_2026.zip", "", ""),
        ] {
            assert!(is_other(name, before, after, false), "{name}");
        }
        for name in [
            "evil.zip",
            "attacker.example",
            "attacker.it",
            "attacker.Com",
            "evil.sh",
        ] {
            assert!(
                !is_other(name, "詳しくは", "をご覧ください", false),
                "{name}"
            );
        }
    }
}
