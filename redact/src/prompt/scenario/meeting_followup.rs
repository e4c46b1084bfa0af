//! 会議後のフォローアップ: what follows a meeting.

use super::Scenario;

/// The gist of a meeting, its decisions and the next actions as lists.
pub const MEETING_FOLLOWUP: Scenario = Scenario {
    name: "MEETING_FOLLOWUP",
    summary: "会議後のフォローアップ",
    persona: "あなたは、プロフェッショナルで、簡潔かつ丁寧な返信文案の作成担当です。会議の内容を、書かれていることだけから正確にまとめます。",
    task: "会議の要点を簡潔にまとめ、決定事項と次のアクションアイテムをリスト形式で記載したフォローアップメッセージを作成してください。",
    structure: &[
        "宛名と挨拶、参加へのお礼",
        "会議の要点（三文まで）",
        "決定事項（箇条書き）",
        "次のアクションアイテム（箇条書き、担当と期限があれば添える）",
        "結びの挨拶",
    ],
    tone: &[
        "敬語で、簡潔に書く",
        "書かれていない決定、担当、期限を加えない",
    ],
    closing: "引き続きよろしくお願いいたします。",
    max_chars: 1000,
    cues: &[
        ("議事録", 3),
        ("決定事項", 3),
        ("あくしょんあいてむ", 3),
        ("会議の内容", 2),
        ("本日の会議", 2),
        ("先日の会議", 2),
        ("みーてぃんぐの要点", 2),
        ("宿題事項", 2),
        ("minutes of", 2),
        ("action item", 3),
        ("follow-up", 1),
        ("key points", 2),
    ],
};
