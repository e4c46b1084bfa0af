//! Passwords, passphrases, PINs and one-time codes behind their label.

use crate::credential::is_placeholder;
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, KnownGap, Pattern,
    RecognizerSpec, Validity,
};
use crate::recognizers::label::ends_with;
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "secret/password",
    entity: EntityType::SECRET,
    summary: "Passwords, passphrases, PINs and one-time codes behind their label.",
    reference: "NIST SP 800-63B-4 sections 3.1.1 (passwords) and 3.1.4 (single-factor one-time passwords); no shape is prescribed, the label decides",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "password",
            regex: r"[!-&(-:=?-_a-~]{3,127}[!#-&*+\-/-9=?-Z^_a-z|~]",
            score: Score::new(0.7),
            boundary: Boundary::None,
            anchors: &[Anchor::Label(&[
                "パスワード",
                "パスフレーズ",
                "パスコード",
                "合言葉",
                "暗証番号",
                "ワンタイム",
                "認証コード",
                "確認コード",
                "PINコード",
                "暗号化キー",
                "password",
                "password is",
                "password was",
                "passcode is",
                "passwd",
                "passphrase",
                "passcode",
                "pass phrase",
                "pwd",
                "PW",
                "PASS",
                "ログインPW",
            ])],
        },
        Pattern {
            name: "behind a note",
            regex: r"[!-&(-:=?-_a-~]{3,127}[!#-&*+\-/-9=?-Z^_a-z|~]",
            score: Score::new(0.65),
            boundary: Boundary::None,
            anchors: &[Anchor::Label(NOTES)],
        },
        Pattern {
            name: "pin",
            regex: r"\d{3}[ -]\d{3}|\d{4,8}",
            score: Score::new(0.65),
            boundary: Boundary::Number,
            anchors: &[Anchor::Label(&[
                "認証番号",
                "確認用コード",
                "本人確認コード",
                "ログインコード",
                "アクセスコード",
                "解錠番号",
                "開錠番号",
                "解錠コード",
                "ロック番号",
                "ロック解除番号",
                "ダイヤル番号",
                "ダイヤルロック",
                "キーボックス",
                "キーボックスの番号",
                "キーボックス番号",
                "オートロック",
                "オートロックの番号",
                "鍵の番号",
                "金庫の番号",
                "金庫番号",
                "PIN is",
                "passcode is",
                "passcode",
                "verification code is",
                "security code is",
                "access code is",
                "door code is",
                "one-time code",
                "one-time passcode",
                "login code",
                "sign-in code",
                "access code",
                "door code",
                "gate code",
                "entry code",
                "alarm code",
                "lock code",
                "lockbox code",
                "keypad code",
                "暗証番号",
                "PIN",
                "PINコード",
                "PIN番号",
                "PIN code",
                "認証コード",
                "確認コード",
                "セキュリティコード",
                "ワンタイムパスワード",
                "ワンタイムコード",
                "one-time password",
                "verification code",
                "OTP",
                "security code",
                "パスコード",
            ])],
        },
        Pattern {
            name: "card verification code",
            regex: r"\d{3,4}",
            score: Score::new(0.65),
            boundary: Boundary::Number,
            anchors: &[Anchor::Label(&[
                "セキュリティコード",
                "セキュリティーコード",
                "CVV",
                "CVV2",
                "CVC",
                "CVC2",
                "CVV/CVC",
                "card verification code",
            ])],
        },
    ],
    context: &[],
    counter_context: &[],
    check: Some(check),
    examples: &[
        Example {
            text: "パスワード：«Tr0ub4dor&3»",
        },
        Example {
            text: "ID: taro / PW: «ax7Kp2mQ»",
        },
        Example {
            text: "初期パスワードは「«Sakura-2025»」です",
        },
        Example {
            text: "password=«hunter2x»\nuser=taro",
        },
        Example {
            text: "\"password\": \"«correcthorse»\"",
        },
        Example {
            text: "DB_PASSWORD=«kP9x+v2Lw»",
        },
        Example {
            text: "暗証番号 «4712»、認証コード：«583920»",
        },
        Example {
            text: "パスワードは«ｎｅｋｏ４７１２»です。",
        },
        Example {
            text: "Server=db;User Id=app;Password=«Kx7vQ2mz»;Encrypt=true",
        },
        Example {
            text: "【パスワード】\n«Kx7vQ2mz»",
        },
        Example {
            text: "パスワード（8文字以上）：«neko9876»、暗証番号（4桁）は «7788» でした",
        },
        Example {
            text: "ワンタイム «7w3k1»、玄関の暗証番号は «Kobako-27» です",
        },
        Example {
            text: "確認コードは «448 201» です。【認証番号】«730284»",
        },
        Example {
            text: "Your one-time passcode is «902 771», the door PIN is «7719», the alarm code: «220185»",
        },
        Example {
            text: "セキュリティコード «391»、CVV: «4821»",
        },
        Example {
            text: "キーボックスの番号は«4081»、3階です",
        },
        Example {
            text: "the password is: «Kx7vQ2mz».",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "パスワードをお忘れの方はこちら",
            reason: "prose",
        },
        CounterExample {
            text: "password reset: please click here",
            reason: "prose",
        },
        CounterExample {
            text: "Password: must be at least twelve characters",
            reason: "a rule for passwords",
        },
        CounterExample {
            text: "パスワードは8-16文字で、半角英数字を使ってください",
            reason: "a length",
        },
        CounterExample {
            text: "パスワード：********",
            reason: "masked",
        },
        CounterExample {
            text: "password=<your-password> / ${PASSWORD}",
            reason: "placeholders",
        },
        CounterExample {
            text: "暗証番号は4桁の数字です",
            reason: "a length",
        },
        CounterExample {
            text: "パスワード再設定、パスワード変更、PASS 2枚",
            reason: "words that begin like a label",
        },
        CounterExample {
            text: "パスワードはGoogleアカウントのものです",
            reason: "prose with a Latin word",
        },
        CounterExample {
            text: "please pass 2026 exams; see /etc/passwd: root",
            reason: "a verb and a file",
        },
        CounterExample {
            text: "会員番号（8桁）：12345678",
            reason: "a note behind another label",
        },
        CounterExample {
            text: "The error code is 4081, the postal code is 5012 and the country code is 1234",
            reason: "codes that open nothing",
        },
        CounterExample {
            text: "password protected files and password managers",
            reason: "prose",
        },
    ],
    known_gaps: &[
        KnownGap {
            text: "パスワードは«さくらんぼ»です",
            reason: "a password in kana looks like prose",
        },
        KnownGap {
            text: "パスワードは«私の誕生日»です",
            reason: "said in words",
        },
    ],
};

/// Notes in brackets that forms put between a label and its value.
const NOTES: &[&str] = &[
    "文字以上)",
    "文字以内)",
    "文字)",
    "桁)",
    "桁の数字)",
    "英数字)",
    "半角)",
    "数字)",
    "初期)",
    "仮)",
];

/// Words that follow a label and are no password.
const WORDS: [&str; 22] = [
    "required",
    "optional",
    "reset",
    "null",
    "none",
    "true",
    "false",
    "string",
    "password",
    "undefined",
    "unknown",
    "n/a",
    "same",
    "here",
    "below",
    "above",
    "sent",
    "changed",
    "expired",
    "incorrect",
    "invalid",
    "enabled",
];

/// What may stand between a label and its value and says that a value follows.
const MARKS: [char; 13] = [
    ':', '=', 'は', '「', '『', '"', '\'', '`', '】', ']', '→', '\n', '【',
];

fn check(candidate: &Candidate<'_>) -> Validity {
    let value = candidate.as_str();
    if WORDS.iter().any(|word| word.eq_ignore_ascii_case(value)) || value.starts_with("http") {
        return Validity::Invalid;
    }
    let before = candidate.before();
    let gap_start = before
        .trim_end_matches(|character: char| {
            MARKS.contains(&character) || " \t\r()<>[『〔*#・…が".contains(character)
        })
        .len();
    let (head, gap) = before.split_at(gap_start);
    let is_marked = gap.contains(MARKS);
    if is_behind_foreign_note(head) || head.ends_with("/passwd") || head.ends_with("/password") {
        return Validity::Invalid;
    }
    let is_japanese_label = !head.ends_with(|last: char| last.is_ascii());
    let after = candidate.after().trim_start_matches(' ');
    let is_measure = [
        "文字",
        "桁",
        "字",
        "回",
        "分",
        "日",
        "個",
        "枚",
        "名",
        "件",
        "つ",
        "characters",
        "letters",
        "digits",
        "chars",
    ]
    .iter()
    .any(|unit| after.starts_with(unit));
    // `<password>` names a placeholder's end.
    if gap.starts_with('>') || is_measure || is_placeholder(value) && value.len() != 4 {
        return Validity::Invalid;
    }
    let has = |class: fn(&u8) -> bool| value.bytes().any(|byte| class(&byte));
    let has_digit = has(u8::is_ascii_digit);
    let has_letter = has(u8::is_ascii_alphabetic);
    let is_number = |byte: u8| byte.is_ascii_digit() || matches!(byte, b' ' | b'-');
    if !has_letter && has_digit && value.bytes().all(is_number) {
        // A PIN behind a word or a mark; behind a label of passwords it needs the mark.
        let is_word = ["pass", "pw", "password", "passwd", "pwd"]
            .iter()
            .any(|label| ends_with(head, label));
        return Validity::refuted_unless(is_marked || !gap.is_empty() && !is_word);
    }
    let holds = if is_marked {
        // A word alone is a password only if the value ends there.
        has_letter && (has_digit || has(u8::is_ascii_punctuation) && value.len() >= 6)
            || (has_letter && ends_value(candidate.after()))
    } else {
        has_digit
            && has_letter
            && value.len() >= if is_japanese_label { 5 } else { 6 }
            && (!gap.is_empty() || is_japanese_label)
    };
    Validity::refuted_unless(holds)
}

/// Whether what stands behind a value closes it: a line end, a quote, the copula.
fn ends_value(after: &str) -> bool {
    let trimmed = after.trim_start_matches(' ');
    trimmed.is_empty()
        || trimmed.starts_with([
            '\n', '\r', '"', '\'', '`', '」', '』', ')', '】', '。', '、', ';', ',',
        ])
        || trimmed.starts_with("です")
        || trimmed.starts_with("でした")
        || trimmed.starts_with("に変更")
}

/// Whether the value stands behind a note in brackets that belongs to something else than a password.
fn is_behind_foreign_note(head: &str) -> bool {
    let is_note = NOTES
        .iter()
        .any(|note| head.ends_with(note.trim_end_matches(')')));
    if !is_note {
        return false;
    }
    let line = head
        .rsplit('\n')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    ![
        "パスワード",
        "暗証番号",
        "パスコード",
        "password",
        "pin",
        "pw",
        "コード",
    ]
    .iter()
    .any(|label| line.contains(label))
}
