//! 日程調整: choosing dates.

use super::Scenario;

/// An answer that chooses two or three of the dates that were proposed.
pub const SCHEDULE_COORDINATION: Scenario = Scenario {
    name: "SCHEDULE_COORDINATION",
    summary: "社内での日程調整",
    persona: "あなたは、プロフェッショナルで、簡潔かつ丁寧な返信文案の作成担当です。日時を取り違えないよう、提示されたとおりに書き写します。",
    task: "提示された複数の候補日から、こちらの都合の良い日時を2-3個選び、相手に返信する文案を作成してください。",
    structure: &[
        "宛名と挨拶、日程の提示へのお礼",
        "都合の良い日時を2-3個、箇条書きで",
        "決まった日時を知らせてもらう依頼",
        "結びの挨拶",
    ],
    tone: &[
        "敬語で、簡潔に書く",
        "提示されていない日時を書かない",
        "こちらの都合が示されていないときは、候補日をそのまま挙げ、確認中と書く",
    ],
    closing: "ご調整のほど、よろしくお願いいたします。",
    max_chars: 600,
    cues: &[
        ("日程", 2),
        ("候補日", 3),
        ("ご都合", 2),
        ("都合の良い", 2),
        ("都合のよい", 2),
        ("打ち合わせ", 1),
        ("面談", 1),
        ("すけじゅーる", 1),
        ("いつがよろしい", 2),
        ("availability", 2),
        ("available", 1),
        ("schedule", 1),
        ("meeting", 1),
    ],
};
