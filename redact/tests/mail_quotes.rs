//! Replies as people and their programs write them: what the author says stays, what is quoted goes.
#![cfg(feature = "mail")]

use redact::mail::visible::visible;

/// A reply, what must stay of it and what must not.
type Case = (
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
);

#[track_caller]
fn assert_all(cases: &[Case]) {
    let mut wrong = Vec::new();
    for (text, kept, cut) in cases {
        let shown = visible(text).text(text);
        let lost = kept.iter().filter(|part| !shown.contains(**part));
        let left = cut.iter().filter(|part| shown.contains(**part));
        for part in lost {
            wrong.push(format!("lost {part:?} of\n{text}\n-----"));
        }
        for part in left {
            wrong.push(format!("not cut {part:?} of\n{text}\n-----"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Two dashes that somebody drew.
const DASHES: &[Case] = &[
    (
        "エラーが出ます。\n--\nERR 0x2A\nat start\n--\n原因を教えてください。",
        &["エラーが出ます。", "ERR 0x2A", "原因を教えてください。"],
        &[],
    ),
    ("変更点:\n--\n色を青に\n--\n", &["変更点:", "色を青に"], &[]),
    (
        "Please see the log:\n--\nstart\nstop\n--\nWhat does it mean?",
        &["start", "What does it mean?"],
        &[],
    ),
    (
        "見積の件です。\n--\n納品の件ですが、いつになりますか。",
        &["見積の件です。", "いつになりますか。"],
        &[],
    ),
    (
        "設定は次のとおりです。\n--\nhost=example\nport=80\n--\n確認をお願いします。",
        &["host=example", "確認をお願いします。"],
        &[],
    ),
    (
        "First the price.\n--\nThen the delivery. Could you tell me the date?",
        &["First the price.", "Could you tell me the date?"],
        &[],
    ),
    (
        "議事録です。\n--\n1. 予算\n2. 日程\n--\n以上です。ご確認ください。",
        &["1. 予算", "以上です。ご確認ください。"],
        &[],
    ),
    (
        "Hello,\n--\nstep one\n--\nstep two\n--\nIs this right?",
        &["step one", "step two", "Is this right?"],
        &[],
    ),
    (
        "引用します。\n-- \nログの一行目\n-- \nこれは正常でしょうか？",
        &["ログの一行目", "これは正常でしょうか？"],
        &[],
    ),
    (
        "diff:\n--\n- old line\n+ new line\n--\nPlease review.",
        &["+ new line", "Please review."],
        &[],
    ),
    // Signatures stay signatures.
    (
        "承知しました。\n\n-- \n佐藤太郎\n",
        &["承知しました。"],
        &["佐藤太郎"],
    ),
    (
        "承知しました。\n\n--\n佐藤太郎\n",
        &["承知しました。"],
        &["佐藤太郎"],
    ),
    (
        "Done.\n\n--\nJane Doe\nExample Inc.\nTel: 03-0000-0000\n",
        &["Done."],
        &["Jane Doe", "Tel:"],
    ),
    (
        "承知しました。\n--\n株式会社例\n佐藤\nTEL 03-0000-0000\n--\n",
        &["承知しました。"],
        &["株式会社例", "TEL"],
    ),
    (
        "Fine.\n\n-- \nJane\n-- \nYou get this from the example mailing list\nhttp://lists.example.com/\n",
        &["Fine."],
        &["Jane", "mailing list"],
    ),
];

/// Lines between quoted lines.
const WRAPPED: &[Case] = &[
    (
        "了解です。\n\n> 引用の一行目がかなり長いので\n折り返されました\n> 三行目",
        &["了解です。"],
        &["折り返されました"],
    ),
    (
        "No, it is the mail.\n\n> see <http://example.com/a/b/c\nd/e/f>.\n> It is there.",
        &["No, it is the mail."],
        &["d/e/f"],
    ),
    (
        "Agreed.\n\n> please have a look into the folder\npath/to/file\n> and tell me",
        &["Agreed."],
        &["path/to/file"],
    ),
    (
        "承知しました。\n\n> 先日お送りした資料の中で、\n修正が必要な箇所が\n> ございましたのでご連絡します。",
        &["承知しました。"],
        &["修正が必要な箇所が"],
    ),
    (
        "Thanks.\n\n> The goods that we ordered from you in the spring of this\nyear\n> have not come.",
        &["Thanks."],
        &["year"],
    ),
    (
        "はい。\n\n> 会議室の予約は総務部の\n山本さんに\n> お願いしてあります。",
        &["はい。"],
        &["山本さんに"],
    ),
    (
        "OK\n\n> we will send the documents to the\naddress below\n> tomorrow.",
        &["OK"],
        &["address below"],
    ),
    (
        "確認しました。\n\n> 添付ファイルを開くと次のような表示に\nなりますが問題ないか\n> ご確認ください。",
        &["確認しました。"],
        &["なりますが問題ないか"],
    ),
    // Answers stay.
    (
        "> 納期はいつですか。\n来週です。\n> 数量はいくつですか。\n十個です。",
        &["来週です。", "十個です。"],
        &["納期はいつ", "数量は"],
    ),
    (
        "> 1. ご希望日\n3月1日\n> 2. 人数\n5名\n> 3. 備考\nなし",
        &["3月1日", "5名", "なし"],
        &["ご希望日"],
    ),
    (
        "> Can you come on Monday?\nYes.\n> Will you bring the report?\nOf course.",
        &["Yes.", "Of course."],
        &["Can you come"],
    ),
    (
        "> 色について\n赤でお願いします。\n> 送料について\nこちらで負担します。",
        &["赤でお願いします。", "こちらで負担します。"],
        &["色について"],
    ),
    (
        "> お名前：\n山田花子\n> ご住所：\n東京都",
        &["山田花子", "東京都"],
        &["お名前："],
    ),
    (
        "> Which colour\nRed\n> Which size\nLarge\n",
        &["Red", "Large"],
        &["Which colour"],
    ),
    (
        "> ・会場は押さえましたか\nまだです。明日電話します。\n> ・資料は\n今日中に送ります。",
        &["まだです。明日電話します。", "今日中に送ります。"],
        &["会場は"],
    ),
];

/// Marks of quotes other than `>`, and headers.
const STYLES: &[Case] = &[
    (
        "了解です。\n\n鈴木> 納期は？\n鈴木> 来週でしょうか。",
        &["了解です。"],
        &["納期は？", "来週"],
    ),
    (
        "Yes.\n\nTS> When?\nTS> Where?",
        &["Yes."],
        &["When?", "Where?"],
    ),
    (
        "了解です。\n\n| 納期は？\n| 来週でしょうか。",
        &["了解です。"],
        &["納期は？"],
    ),
    (
        "了解です。\n\n≫ 納期は？\n≫ 来週でしょうか。",
        &["了解です。"],
        &["納期は？"],
    ),
    (
        "了解です。\n\n＞納期は？\n＞来週でしょうか。",
        &["了解です。"],
        &["納期は？"],
    ),
    (
        "了解です。\n\n田中＞ 納期は？\n田中＞ 来週？",
        &["了解です。"],
        &["納期は？"],
    ),
    (
        "了解です。\n\n【元のメール】\n差出人：鈴木\n\n納期はいつですか。",
        &["了解です。"],
        &["差出人", "納期はいつ"],
    ),
    (
        "了解です。\n\n-----元のメッセージ-----\n納期はいつですか。",
        &["了解です。"],
        &["元のメッセージ", "納期はいつ"],
    ),
    (
        "了解です。\n\n> 2026/01/06 10:00、鈴木のメール:\n\n納期はいつですか。\nお知らせください。",
        &["了解です。"],
        &["鈴木のメール", "納期はいつ", "お知らせ"],
    ),
    (
        "了解です。\n\nTue, 6 Jan 2026 10:00:00 +0900\n鈴木 <suzuki@example.jp> さん:\n\n納期はいつですか。",
        &["了解です。"],
        &["suzuki@", "納期はいつ"],
    ),
    (
        "了解です。\n\n差出人: 鈴木 <suzuki@example.jp>\n送信日時: 2026年1月6日 10:00\n宛先: 佐藤\n件名: 納期\n\n納期はいつですか。",
        &["了解です。"],
        &["差出人", "納期はいつ"],
    ),
    (
        "OK\n\n寄件者: X <x@example.com>\n寄件日期: 2026年1月6日 上午 10:00\n收件者: Y\n主旨: Z\n\ntext",
        &["OK"],
        &["寄件者", "text"],
    ),
    (
        "OK\n\nDe la: X <x@example.com>\nTrimis: marți, 6 ianuarie 2026 10:00\nCătre: Y\nSubiect: Z\n\ntext",
        &["OK"],
        &["Trimis", "text"],
    ),
    (
        "OK\n\nVào Th 3, 6 thg 1, 2026 vào lúc 10:00 X <x@example.com> đã viết:\n\ntext",
        &["OK"],
        &["x@example.com", "text"],
    ),
    (
        "OK\n\nמאת: X <x@example.com>\nנשלח: יום שלישי 6 ינואר 2026 10:00\nאל: Y\nנושא: Z\n\ntext",
        &["OK"],
        &["נשלח", "text"],
    ),
    (
        "OK\n\n-----X wrote: -----\nTo: Y\nFrom: X\nDate: 2026/01/06 10:00\nSubject: Z\n\ntext",
        &["OK"],
        &["wrote", "text"],
    ),
    (
        "OK\n\n---- 2026年1月6日 10:00:00 +0900 X <x@example.com> さんが書きました ----\n\ntext",
        &["OK"],
        &["x@example.com"],
    ),
    (
        "OK\n\nX <x@example.com>, 6 Oca 2026 Sal, 10:00 tarihinde şunu yazdı:\n\ntext",
        &["OK"],
        &["yazdı", "text"],
    ),
    // What only looks like it.
    (
        "設定>通知>メールを開いてください。",
        &["設定>通知>メール"],
        &[],
    ),
    (
        "佐藤> おはようございます\n鈴木> おはようございます\n佐藤> では始めます\nという記録です。",
        &["では始めます", "という記録です。"],
        &[],
    ),
    (
        "コマンドは次のとおりです。\n\nmysql> select 1;\nmysql> quit\n\n結果が出ません。",
        &["mysql> quit", "結果が出ません。"],
        &[],
    ),
    (
        "| 品名 | 数量 |\n| りんご | 3 |\n\nこの表で注文します。",
        &["りんご", "この表で"],
        &[],
    ),
    (
        "【お問い合わせ内容】\n納期はいつですか。\n【引用】\n前回の資料より。",
        &["納期はいつですか。", "前回の資料より。"],
        &[],
    ),
    (
        "≫ 詳しくはこちら\nhttps://example.jp/\n\nよろしいですか。",
        &["詳しくは", "よろしいですか。"],
        &[],
    ),
    (
        "日時: 2026年1月6日 10:00\n場所: 東京\n参加者: 山田\n\nご都合はいかがですか。",
        &["場所: 東京", "ご都合は"],
        &[],
    ),
    (
        "> 2026/01/06 10:00、鈴木のメール:\n\n承知しました。来週伺います。",
        &["承知しました。来週伺います。"],
        &[],
    ),
];

#[test]
fn dashes_that_somebody_drew_cut_nothing() {
    assert_all(DASHES);
}

#[test]
fn wrapped_quotes_go_and_answers_stay() {
    assert_all(WRAPPED);
}

#[test]
fn further_marks_and_headers_of_quotes() {
    assert_all(STYLES);
}
