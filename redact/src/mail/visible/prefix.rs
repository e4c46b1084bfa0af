//! Quotes that are not marked by `>` alone: `佐藤> `, `TS> `, `| `, `≫ `.
//!
//! Such marks stand in front of other things too: menus, shells, tables, lists of links, minutes of a
//! talk. So the lines around decide.

use super::line::{Line, Shape};

/// What a line is marked with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark<'t> {
    /// A name or initials before the `>`.
    Name(&'t str),
    Bar,
    Guillemet,
}

/// Programs that prompt with their name.
const PROMPTS: [&str; 18] = [
    "mysql", "sql", "psql", "ftp", "sftp", "telnet", "irb", "ps", "mariadb", "sqlite", "redis",
    "mongo", "cmd", "gdb", "lldb", "python", "js", "node",
];

/// Gives the lines that such marks quote their shape.
pub(super) fn mark(lines: &mut [Line<'_>]) {
    let marks: Vec<Option<Mark<'_>>> = lines.iter().map(mark_of).collect();
    let mut names = marks.iter().flatten().filter_map(|mark| match mark {
        Mark::Name(name) => Some(*name),
        _ => None,
    });
    let first = names.next();
    // Two names in turn are a talk, not a quote.
    let is_talk = names.any(|name| Some(name) != first);
    let is_table = lines
        .iter()
        .any(|line| line.content.matches('|').take(2).count() == 2);
    let mut at = 0;
    while let Some(mark) = marks.get(at) {
        let Some(mark) = mark else {
            at += 1;
            continue;
        };
        let run = marks
            .iter()
            .skip(at)
            .take_while(|other| *other == &Some(*mark))
            .count();
        let before = at.checked_sub(1).and_then(|before| lines.get(before));
        // Behind a line of text a bar goes on with a command.
        let stands_alone = before
            .is_none_or(|line| line.shape != Shape::Text || line.content.ends_with([':', '：']));
        let mut inside = lines.iter().skip(at).take(run);
        let says_something = inside.any(|line| line.shape == Shape::Text);
        let is_quote = match mark {
            Mark::Name(name) => !is_talk && (run >= 2 || is_japanese(name)),
            Mark::Bar => !is_table && stands_alone && says_something,
            Mark::Guillemet => run >= 2 || stands_alone,
        };
        if is_quote {
            for line in lines.iter_mut().skip(at).take(run) {
                line.shape = Shape::Quoted;
            }
        }
        at += run;
    }
}

fn mark_of<'t>(line: &Line<'t>) -> Option<Mark<'t>> {
    let content = line.content;
    // An empty line and a rule within a quote are ornaments by themselves.
    let is_bar = line.shape == Shape::Ornament && content.starts_with(['|', '｜']);
    if line.shape != Shape::Text && !is_bar {
        return None;
    }
    match content.chars().next()? {
        '|' | '｜' => {
            let rest = content.trim_start_matches(['|', '｜', ' ']);
            let behind = content.chars().nth(1);
            let is_spaced = behind.is_none_or(|c| matches!(c, ' ' | '|' | '｜' | '\u{3000}'));
            (is_spaced && !rest.contains(['|', '｜'])).then_some(Mark::Bar)
        }
        '≫' | '»' => {
            let is_link = [
                "http",
                "こちら",
                "詳細",
                "詳しく",
                "クリック",
                "一覧",
                "もっと",
                "read more",
                "click",
                "www.",
            ]
            .iter()
            .any(|word| content.to_lowercase().contains(word));
            (!is_link && !content.ends_with(['≪', '«'])).then_some(Mark::Guillemet)
        }
        _ => name(content).map(Mark::Name),
    }
}

/// The name before the quote mark of a line such as `佐藤> 納期は？`.
fn name(content: &str) -> Option<&str> {
    /// Longer than any name that programs put there.
    const LONGEST: usize = 8;
    let end = content
        .char_indices()
        .take(LONGEST + 1)
        .find(|(_, c)| matches!(c, '>' | '＞'))?
        .0;
    let (name, rest) = content.split_at_checked(end)?;
    let rest = rest.trim_start_matches(['>', '＞']);
    let is_name = !name.is_empty() && name.chars().all(char::is_alphabetic);
    // `設定>通知>メール` is a way through menus.
    if !is_name || rest.contains(['>', '＞', '→']) {
        return None;
    }
    let is_latin = name.is_ascii();
    let is_prompt = is_latin
        && PROMPTS
            .iter()
            .any(|prompt| name.eq_ignore_ascii_case(prompt));
    let is_initials = name.chars().all(char::is_uppercase) && name.len() >= 2 || name.len() >= 3;
    let is_spaced = rest.is_empty() || rest.starts_with([' ', '\u{3000}']);
    let fits = if is_latin {
        is_initials && is_spaced
    } else {
        true
    };
    (fits && !is_prompt).then_some(name)
}

/// Whether a name is written in kanji or kana, at most as long as a surname.
fn is_japanese(name: &str) -> bool {
    name.chars().count() <= 4
        && name
            .chars()
            .all(|c| matches!(c, '\u{3041}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}' | '々'))
}

#[cfg(test)]
mod tests {
    use super::super::line::split;
    use super::*;

    fn quoted(text: &str) -> Vec<bool> {
        split(text)
            .iter()
            .map(|line| line.shape == Shape::Quoted)
            .collect()
    }

    #[test]
    fn names_bars_and_guillemets_quote() {
        assert_eq!(
            quoted("了解です。\n\n佐藤> 納期は？\n佐藤> 来週？"),
            [false, false, true, true]
        );
        assert_eq!(
            quoted("Fine.\n\nTS> When?\nTS> Where?"),
            [false, false, true, true]
        );
        assert_eq!(
            quoted("了解です。\n\n| 納期は？\n| 来週？"),
            [false, false, true, true]
        );
        assert_eq!(
            quoted("了解です。\n\n| a\n|\n| ---\n| b"),
            [false, false, true, true, true, true]
        );
        assert_eq!(quoted("了解です。\n\n≫ 納期は？"), [false, false, true]);
        assert_eq!(quoted("了解です。\n\n田中＞納期は？"), [false, false, true]);
    }

    #[test]
    fn menus_shells_tables_and_talks_do_not() {
        for text in [
            "設定>通知>メールを開きます。",
            "mysql> select 1;\nmysql> quit",
            "SQL> select\nSQL> exit",
            "| a | b |\n| 1 | 2 |",
            "cat log \\\n| grep error",
            "≫ 詳しくはこちら",
            "A > B です。",
            "佐藤> おはよう\n鈴木> おはよう\n佐藤> では",
            "x> 1\nx> 2",
        ] {
            assert!(!quoted(text).contains(&true), "{text}");
        }
    }
}
