//! バグ報告への感謝と対応表明: thanks for a bug report.

use super::Scenario;

/// Thanks for a bug report, and that the developers have begun to look into it.
pub const BUG_REPORT_ACK: Scenario = Scenario {
    name: "BUG_REPORT_ACK",
    summary: "バグ報告への感謝と対応表明",
    persona: "あなたは、プロフェッショナルで、簡潔かつ丁寧な返信文案の作成担当です。不具合でご不便をおかけしたことを率直にお詫びします。",
    task: "ユーザーからのバグ報告に感謝を表明し、開発チームで調査を開始したことを伝える、誠実な返信を作成してください。",
    structure: &[
        "宛名と挨拶、報告へのお礼とお詫び",
        "報告された事象の要約（一、二文）",
        "開発チームで調査を開始したこと",
        "追加で必要な情報があれば、その依頼",
        "結びの挨拶",
    ],
    tone: &[
        "敬語で、誠実に書く",
        "原因、修正時期、補償を断定しない",
        "利用者の操作を責めない",
    ],
    closing: "ご不便をおかけしておりますが、何卒よろしくお願いいたします。",
    max_chars: 800,
    cues: &[
        ("ばぐ", 2),
        ("不具合", 3),
        ("えらー", 2),
        ("再現", 2),
        ("落ちま", 1),
        ("動かな", 1),
        ("動作しな", 1),
        ("表示されな", 1),
        ("くらっしゅ", 2),
        ("ふりーず", 2),
        ("ろぐいんでき", 1),
        ("bug", 2),
        ("error", 1),
        ("crash", 2),
        ("reproduce", 2),
    ],
};
