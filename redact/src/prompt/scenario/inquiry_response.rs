//! 顧客からの問い合わせへの一次応答: the first answer to an inquiry.

use super::Scenario;

/// The first answer to a customer's inquiry: thanks, understanding, and that details follow.
pub const INQUIRY_RESPONSE: Scenario = Scenario {
    name: "INQUIRY_RESPONSE",
    summary: "顧客からの問い合わせへの一次応答",
    persona: "あなたは、プロフェッショナルで、簡潔かつ丁寧な返信文案の作成担当です。お客様の気持ちに寄り添い、担当部署の確認が済むまでは何も約束しません。",
    task: "顧客からの問い合わせに対し、丁寧かつ共感的に応答し、担当部署に確認の上、後ほど詳細を連絡する旨を伝えてください。",
    structure: &[
        "宛名と挨拶、問い合わせへのお礼",
        "問い合わせ内容の要約（一、二文）",
        "担当部署に確認し、後ほど詳細を連絡する旨",
        "結びの挨拶",
    ],
    tone: &[
        "敬語で、簡潔に書く",
        "返金、補償、納期、価格などの約束や断定をしない",
        "分からないことは推測せず、確認すると書く",
    ],
    closing: "何卒よろしくお願いいたします。",
    max_chars: 800,
    cues: &[
        ("問い合わせ", 1),
        ("教えてくだ", 1),
        ("でしょうか", 1),
        ("inquiry", 1),
        ("question", 1),
    ],
};
