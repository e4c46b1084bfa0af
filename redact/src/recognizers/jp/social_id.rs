//! Account names at social networks and messengers.

use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, KnownGap, Pattern,
    RecognizerSpec, Validity,
};
use crate::recognizers::label::tail;
use crate::recognizers::nearest_word::nearest_word;
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "jp/social_id",
    entity: EntityType::SOCIAL_ID,
    summary: "Account names at LINE, Instagram, X, KakaoTalk, WeChat, Telegram, Discord, Skype and the like, behind their label.",
    reference: "LINEヤフー ヘルプセンター「LINE IDを設定する」 (4 to 20 of a-z 0-9 . - _); X ヘルプセンター「ユーザー名」 (4 to 15 of letters, digits, _); Instagram (up to 30 of letters, digits, . _)",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "labelled",
            regex: r"@?(?:live:)?[A-Za-z0-9_][A-Za-z0-9_.-]{1,30}[A-Za-z0-9_](#\d{4})?",
            score: Score::new(0.6),
            boundary: Boundary::Word,
            anchors: &[Anchor::Label(&[
                "LINE",
                "LINEID",
                "ライン",
                "Instagram",
                "インスタ",
                "インスタグラム",
                "IG",
                "Twitter",
                "ツイッター",
                "X:",
                "X(旧Twitter)",
                "X(Twitter)",
                "カカオ",
                "カカオトーク",
                "KakaoTalk",
                "Kakao",
                "WeChat",
                "微信",
                "微信号",
                "Telegram",
                "テレグラム",
                "Discord",
                "ディスコード",
                "Skype",
                "スカイプ",
                "TikTok",
                "Facebook",
                "フェイスブック",
                "Threads",
                "Bluesky",
                "Snapchat",
                "Chatwork",
                "チャットワーク",
                "ID",
                "アカウント",
                "アカウント名",
                "ユーザー名",
                "ユーザーネーム",
                "Skype名",
                "handle",
                "username",
            ])],
        },
        Pattern {
            name: "at sign",
            regex: r"@[A-Za-z0-9_][A-Za-z0-9_.]{1,28}[A-Za-z0-9_]",
            score: Score::new(0.6),
            boundary: Boundary::Word,
            anchors: &[Anchor::Bytes(b"@")],
        },
    ],
    context: &[],
    counter_context: &[],
    check: Some(check),
    examples: &[
        Example {
            text: "LINE ID：«hana_yama85»",
        },
        Example {
            text: "LINEのIDは«hana.yama»です",
        },
        Example {
            text: "ＬＩＮＥ　ＩＤ　«ｈａｎａ８５»",
        },
        Example {
            text: "インスタ «@hana_yama» を見てください",
        },
        Example {
            text: "Instagram: «hana.yama.1985»",
        },
        Example {
            text: "X（旧Twitter）：«@hana_yama»",
        },
        Example {
            text: "ツイッターのアカウントは «@hana_yama» です",
        },
        Example {
            text: "カカオトークID «hanayama85»",
        },
        Example {
            text: "Skype ID: «live.hana-yama»",
        },
        Example {
            text: "Skype名は«live:haru.77»です",
        },
        Example {
            text: "Discord：«hana#1234»",
        },
        Example {
            text: "«@hana_yama»（インスタ）",
        },
        Example {
            text: "LINE（ID：«hana123»）",
        },
        Example {
            text: "カカオのIDは«hana77»",
        },
        Example {
            text: "WeChat ID «wxid_hana85»",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "LINE Pay で払いました",
            reason: "a product",
        },
        CounterExample {
            text: "LINE公式アカウントをご覧ください",
            reason: "no account name",
        },
        CounterExample {
            text: "Instagram account is required",
            reason: "an English sentence",
        },
        CounterExample {
            text: "@sato さん、ご確認ください",
            reason: "a mention in a chat, at no named network",
        },
        CounterExample {
            text: "LINE: «taro@example.jp»",
            reason: "a mail address",
        },
        CounterExample {
            text: "Facebook: «https://www.example.com/hana»",
            reason: "a URL",
        },
        CounterExample {
            text: "オンラインID：hana_85",
            reason: "a shop's own account, at no network",
        },
        CounterExample {
            text: "X: 12 Y: 34",
            reason: "coordinates",
        },
        CounterExample {
            text: "Skype for Business 2016",
            reason: "a product",
        },
    ],
    known_gaps: &[
        KnownGap {
            text: "LINE «hanayama»",
            reason: "a bare word behind a bare name of a network may be any word",
        },
        KnownGap {
            text: "LINEは«はなちゃん»です",
            reason: "a display name in kana",
        },
    ],
};

/// Networks, one of which must stand near whatever the label is.
const NETWORKS: [&str; 38] = [
    "LINE",
    "Line",
    "line",
    "ライン",
    "Instagram",
    "instagram",
    "INSTAGRAM",
    "インスタ",
    "IG",
    "Twitter",
    "twitter",
    "ツイッター",
    "X:",
    "X(",
    "X ",
    "Xの",
    "Xア",
    "カカオ",
    "Kakao",
    "KAKAO",
    "WeChat",
    "Wechat",
    "微信",
    "Telegram",
    "テレグラム",
    "Discord",
    "ディスコード",
    "Skype",
    "スカイプ",
    "TikTok",
    "Facebook",
    "フェイスブック",
    "Threads",
    "Bluesky",
    "Snapchat",
    "Chatwork",
    "チャットワーク",
    "SNS",
];
/// What ends a network's reach: sentences, and words that hold a network's name by chance.
const ENDS: [&str; 14] = [
    "。",
    "\n\n",
    "メール",
    "オンライン",
    "ガイドライン",
    "デッドライン",
    "ライフライン",
    "パイプライン",
    "Online",
    "online",
    "Outline",
    "deadline",
    "pipeline",
    "airline",
];

nearest_word!(network_or_end, &NETWORKS, &ENDS);

/// How far before a value its network may stand, in bytes.
const REACH: usize = 48;

fn check(candidate: &Candidate<'_>) -> Validity {
    let value = candidate.as_str();
    let (before, after) = (candidate.before(), candidate.after());
    // The beginning of a mail address or URL.
    if after.starts_with(['@', '/']) || after.starts_with(":/") || after.starts_with('-') {
        return Validity::Invalid;
    }
    let near = tail(before, REACH);
    if value.starts_with('@') {
        let behind = after.trim_start_matches([' ', '(', '「', '[']);
        let is_at_network = near.ends_with("アカウント")
            || network_or_end(near) == Some(true)
            || [
                "Instagram",
                "インスタ",
                "Twitter",
                "ツイッター",
                "X)",
                "LINE)",
                "TikTok",
            ]
            .iter()
            .any(|network| behind.starts_with(network));
        return Validity::refuted_unless(is_at_network);
    }
    let has_handle_shape = value.contains('_')
        || (value.contains(|character: char| character.is_ascii_digit())
            && value.contains(|character: char| character.is_ascii_alphabetic()));
    let label = before.trim_end_matches([' ', '\n', '\r', '\t', '「', '(', '"', '\'']);
    // ID or a colon or は says that a name follows; behind a bare network only a name's shape does.
    let says_name = label.ends_with([':', '=', 'は'])
        || label.ends_with("ID")
        || label.ends_with("Id")
        || label.ends_with("id")
        || label.ends_with(['号', '名'])
        || label.ends_with("アカウント")
        || label.ends_with("ネーム");
    let is_name = if says_name {
        !value.bytes().all(|byte| byte.is_ascii_digit()) || value.len() >= 6
    } else {
        has_handle_shape
    };
    let last_label = value.rsplit('.').next().unwrap_or_default();
    let is_domain = value.contains('.') && matches!(last_label, "com" | "jp" | "net" | "org");
    Validity::refuted_unless(is_name && !is_domain && network_or_end(near) == Some(true))
}
