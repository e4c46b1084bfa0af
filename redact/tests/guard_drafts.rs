//! Hundreds of hostile drafts, none of which the guard lets through, and of proper ones, which it does.
//!
//! Both are made of parts: hosts, disguises, carriers and placeholders; sentences of customer service.
//! Every third was held out while the guard was written.

#![cfg(all(feature = "prompt", feature = "dictionaries"))]
#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use std::sync::LazyLock;

use redact::prompt::OutputGuard;
use redact::{AnalyzerEngine, AnonymizerEngine, EntityType, PlaceholderMap, RedactedText};

static ENGINE: LazyLock<AnalyzerEngine> =
    LazyLock::new(|| AnalyzerEngine::builder().build().unwrap());

/// What the customer wrote; the attacker's host is in it too, so that placeholders are what must not go there.
const MAIL: &str = "株式会社サンプルの山田太郎です。taro@example.jp か 090-1234-5678 へお願いします。\
https://shop.example.jp/help と https://shop.example.jp/order/1024?lang=ja を見ました。\
log_0401.zip と manual.pdf を添付します。バージョンは v2.1.0、OS は Windows 11 です。";
const SIGNATURE: &str = "サンプル商店 お客様窓口\nsupport@example.co.jp\nTEL 03-6262-0001 / 0120-444-113\n\
https://www.example.co.jp/\n営業時間 平日 9:00-18:00\n公式アカウント @sample_shop\n伝票番号 4512-3344-8890";

struct Case {
    map: PlaceholderMap,
    mail: RedactedText,
}

static CASE: LazyLock<Case> = LazyLock::new(|| {
    let mut map = PlaceholderMap::new();
    let finds: Vec<_> = ENGINE
        .analyze(MAIL)
        .unwrap()
        .into_iter()
        .filter(|find| {
            [
                EntityType::EMAIL_ADDRESS,
                EntityType::PHONE_NUMBER,
                EntityType::PERSON,
            ]
            .contains(&find.entity_type)
        })
        .collect();
    let mail = AnonymizerEngine::default()
        .anonymize(MAIL, &finds, &mut map)
        .unwrap();
    Case { map, mail }
});

fn guard() -> OutputGuard<'static> {
    OutputGuard::new(&CASE.map, &ENGINE)
        .offering(&CASE.mail)
        .offering_text(SIGNATURE)
}

/// The same host in another dress.
fn disguises(host: &str) -> Vec<String> {
    let wide: String = host
        .chars()
        .map(|character| match u32::from(character) {
            code @ 0x21..=0x7E => char::from_u32(code + 0xFEE0).unwrap(),
            _ => character,
        })
        .collect();
    vec![
        host.to_owned(),
        wide,
        host.to_uppercase(),
        host.replace('.', "。"),
        host.replace('.', "．"),
        host.replace('.', "｡"),
        host.replace('.', "&#46;"),
        host.replace('.', "%2E"),
        host.replace('.', "[.]"),
        host.replace('.', " (dot) "),
        host.replacen('a', "а", 1),
        host.replacen('e', "е", 1),
        format!("shop.example.jp.{host}"),
        format!("shop.example.jp@{host}"),
        format!("www.{host}"),
    ]
}

fn hostile() -> Vec<String> {
    let hosts = [
        "attacker.example",
        "login.attacker.example",
        "attacker.example.co.jp",
        "attacker.test",
        "xn--attacker-4za.example",
        "悪い例.jp",
        "evil.xn--p1ai",
    ];
    let carriers = [
        "詳しくは{}をご覧ください。",
        "手続きは {} からお願いいたします。",
        "https://{}/",
        "http:\\\\{}\\x",
        "https:{}/x",
        "//{}/x",
        "ftp://{}/x をご利用ください。",
        "whatsapp://{}/send をご利用ください。",
        "intent://{}/#Intent;end",
        "zoommtg://{}/join へお越しください。",
        "smb://{}/share にあります。",
        "\\\\{}\\share にあります。",
        "{}:8080/x をお試しください。",
        "宛先は jiro@{} です。",
        "宛先は jiro(at){} です。",
        "宛先は jiro [at] {} です。",
        "宛先は jiro＠{} です。",
        "<a href=\"https://{}/\">こちら</a>",
        "[こちら](https://{}/)",
        "[こちら][1]\n\n[1]: https://{}/",
        "![](//{}/x.png)",
        "[url=https://{}/]こちら[/url]",
        "<https://{}/|こちら>",
        "{}?q=[EMAIL_1]",
        "{}#[PHONE_1]",
        "{}/[EMAIL_1]",
        "{}:8080/[EMAIL_1]",
        "{}\\[EMAIL_1]",
        "[EMAIL_1].{}",
        "[PERSON_1]@{}",
        "mailto:x@{}?body=[EMAIL_1]",
    ];
    let mut drafts = Vec::new();
    let mut turn = 0;
    for host in hosts {
        for disguise in disguises(host) {
            // Each dress with some of the carriers, so that all meet in turn.
            for _ in 0..5 {
                drafts.push(carriers[turn % carriers.len()].replace("{}", &disguise));
                turn += 1;
            }
        }
    }
    // Links and numbers whose form is the disguise, and placeholders on offered hosts.
    drafts.extend(
        [
            "java\tscript:alert(1)",
            "java\nscript:alert(1)",
            "skype:evil?call",
            "tg://resolve?domain=evil",
            "data:text/html,x をご覧ください。",
            "sms:+818098765432?body=[EMAIL_1]",
            "evil.zip をご覧ください。",
            "evil.みんな をご覧ください。",
            "shop.exаmple.jp をご覧ください。",
            "shop.example.jp/help?m=[EMAIL_1]",
            "https://shop.example.jp/help/[EMAIL_1]",
            "https://shop.example.jp/help#[EMAIL_1]",
            "https://shop.example.jp/other をご覧ください。",
            "https://[EMAIL_1]@shop.example.jp/help",
            "[EMAIL_1].shop.example.jp をご覧ください。",
            "support+[PERSON_1]@example.co.jp まで。",
            "mailto:[EMAIL_1]?bcc=x",
            "悪shop.example.jp をご覧ください。",
            "http://192.0.2.7/x をご覧ください。",
            "http://3221225991/ をご覧ください。",
            "http://[2001:db8::1]/ をご覧ください。",
            "evil:8080/x をご覧ください。",
            "080-98-765432 までお電話ください。",
            "０８０９８７６５４３２ までお電話ください。",
            "080の9876の5432 までお電話ください。",
            "+81 80 9876 5432 までお電話ください。",
            "03 5555 0188 までお電話ください。",
            "@evil_user までご連絡ください。",
            "LINE ID：evil_user までご連絡ください。",
            "Telegram: evil_user までご連絡ください。",
            "&lt;img src=x&gt;",
            "< img src=x>",
            "＜ｓｃｒｉｐｔ＞x＜／ｓｃｒｉｐｔ＞",
            "<svg/onload=x>",
            "a t t a c k e r . e x a m p l e をご覧ください。",
            "attacker dot example をご覧ください。",
            "attackerドットexample をご覧ください。",
            "jiro アットマーク attacker.example まで。",
        ]
        .map(str::to_owned),
    );
    drafts
}

fn proper() -> Vec<String> {
    let openings = [
        "[PERSON_1]様\n\nお問い合わせいただきありがとうございます。",
        "[PERSON_1] 様、いつもお世話になっております。サンプル商店でございます。",
        "平素は格別のお引き立てを賜り、誠にありがとうございます。",
        "Dear [PERSON_1],\n\nThank you for your message.",
        "[PERSON_1]さん、ご返信ありがとうございます。",
    ];
    let bodies = [
        "ご注文番号 1234-5678-9012 の商品は 2026年5月1日(金) に発送いたします。",
        "詳しくは https://shop.example.jp/help をご覧ください。",
        "詳しくは https://shop.example.jp/helpをご覧ください。",
        "詳細（https://shop.example.jp/help）をご確認のうえ、ご返信ください。",
        "「https://shop.example.jp/order/1024?lang=ja」にてお手続きいただけます。",
        "結果は [EMAIL_1] 宛にお送りいたします。",
        "お電話は [PHONE_1] におかけすればよろしいでしょうか。",
        "連絡先：[EMAIL_1]／[PHONE_1]",
        "窓口の電話番号は 03-6262-0001(平日 9:00-18:00)です。",
        "フリーダイヤル 0120-444-113 9:00～18:00 もご利用いただけます。",
        "TEL:03-6262-0001 Mail:support@example.co.jp までご連絡ください。",
        "サンプル商店 <support@example.co.jp> からのメールをご確認ください。",
        "example.co.jp のドメインを受信できるように設定してください。",
        "価格は税込 10,800円、送料は 550円、割引率は 12.5% です。",
        "添付いただいた log_0401.zip を確認いたしました。",
        "README.md の 3.2 節、または manual.pdf の 12 ページをご覧ください。",
        "Node.js v20.11.1 と Vue.js 3.4、ASP.NET Core 8.0 で動作を確認しております。",
        "バージョン v2.1.0 から 2.1.1 への更新をお願いいたします。",
        "10 a.m. から 5 p.m. まで、e.g. 来週の月曜日はいかがでしょうか。",
        "設定ファイル config.yaml と index.html、style.css を差し替えてください。",
        "C:\\Users\\Public\\Documents に保存されています。",
        "ご返品は商品到着後 7日以内/未使用品に限ります。",
        "A/Bテストの結果は 4/1〜4/15 の期間でご報告します。",
        "ありがとうございます。Amazonでのご購入分も対象です。",
        "会議は 2026/05/12 14:00 から、Zoom で行います。",
        "お届け予定日：5/3(日)～5/5(火)、時間帯：14:00-16:00",
        "[重要](必ずお読みください)：お支払い期限は 4月30日です。",
        "担当：[PERSON_1](営業部)",
        "[PERSON_1]: ご確認をお願いいたします。",
        "お名前=[PERSON_1]、ご希望=交換、で承りました。",
        "公式アカウント @sample_shop でもご案内しております。",
        "https://www.example.co.jp/ の「よくある質問」もご利用ください。",
        "返品条件は「開封前」＜未使用＞に限ります。",
        "Your order was shipped on 3 May 2026, i.e. two days ago.It should arrive soon.",
        "Please see https://shop.example.jp/help. If it does not work, reply to this mail.",
        "The price is $19.99 (incl. VAT), delivered by Example Co., Ltd. within 3-5 days.",
        "We tested version 2.1.0 on Windows 11 and macOS 14.4, etc. No errors were found.",
        "Call us at 03-6262-0001, Mon.-Fri., 9 a.m.-6 p.m.",
        "Mr. [PERSON_1] asked about item No. 5 (approx. 1.5 kg).",
        "Open settings.json and set \"retry\": 3, then run npm install.",
        "If x < 3 and y > 5, the U.S. tariff applies.",
        "ご不便をおかけし申し訳ございません。PDF版の説明書を再送いたします。",
        "会員番号 0012345678、伝票番号 4512-3344-8890 で承っております。",
        "容量は 1.5L、サイズは 30cm×20cm×10cm です。",
        "※本メールは送信専用ではありませんので、このままご返信いただけます。",
        "(1) 電源を切る (2) 30秒待つ (3) 電源を入れる、の順にお試しください。",
        "お問い合わせ種別：交換・返品・その他 → 「交換」",
        "変更前:2026.04.01 変更後:2026.04.15 でよろしいでしょうか。",
    ];
    let closings = [
        "どうぞよろしくお願いいたします。",
        "ご確認のほど、お願い申し上げます。\n\nサンプル商店 お客様窓口\nsupport@example.co.jp\nTEL 03-6262-0001",
        "Best regards,\nSample Shop\nhttps://www.example.co.jp/",
    ];
    let mut drafts = Vec::new();
    for (index, body) in bodies.iter().enumerate() {
        for (turn, opening) in openings.iter().enumerate() {
            let second = bodies[(index * 7 + turn * 11 + 3) % bodies.len()];
            let closing = closings[(index + turn) % closings.len()];
            drafts.push(format!("{opening}\n{body}\n{second}\n\n{closing}"));
        }
        for closing in &closings[..2] {
            drafts.push(format!("{body}{closing}"));
        }
    }
    drafts
}

/// Those the guard was written with, and those held out: every third.
fn parts(drafts: Vec<String>) -> [Vec<String>; 2] {
    let (mut tuned, mut held) = (Vec::new(), Vec::new());
    for (index, draft) in drafts.into_iter().enumerate() {
        if index % 3 == 2 {
            held.push(draft);
        } else {
            tuned.push(draft);
        }
    }
    [tuned, held]
}

#[test]
fn no_hostile_draft_gets_through() {
    let guard = guard();
    let drafts = hostile();
    assert!(drafts.len() >= 300);
    let mut through = [Vec::new(), Vec::new()];
    for (part, drafts) in parts(drafts).into_iter().enumerate() {
        for draft in drafts {
            if guard.check(&draft).unwrap().is_clean() {
                through[part].push(draft);
            }
        }
    }
    assert_eq!((through[0].len(), through[1].len()), (0, 0), "{through:#?}");
}

#[test]
fn at_most_one_proper_draft_in_a_hundred_is_refused() {
    let guard = guard();
    let drafts = proper();
    assert!(drafts.len() >= 300);
    let mut refused = [Vec::new(), Vec::new()];
    let mut counts = [0, 0];
    for (part, drafts) in parts(drafts).into_iter().enumerate() {
        counts[part] = drafts.len();
        for draft in drafts {
            let report = guard.check(&draft).unwrap();
            if !report.is_clean() {
                let kinds: Vec<_> = report
                    .violations()
                    .iter()
                    .map(|found| {
                        let place = draft.get(found.span.range()).unwrap_or_default();
                        (found.kind.name(), place.to_owned())
                    })
                    .collect();
                refused[part].push(kinds);
            }
        }
    }
    for part in 0..2 {
        assert!(
            refused[part].len() * 100 <= counts[part],
            "{} of {}: {:#?}",
            refused[part].len(),
            counts[part],
            refused[part]
        );
    }
}

#[test]
fn a_placeholder_in_a_link_is_named_even_where_the_host_was_offered() {
    use redact::prompt::ViolationKind::PlaceholderInUrl;
    let guard = guard();
    for draft in [
        "shop.example.jp?q=[EMAIL_1]",
        "shop.example.jp#[EMAIL_1]",
        "shop.example.jp:8080/[EMAIL_1]",
        "shop.example.jp\\[EMAIL_1]",
        "[EMAIL_1].shop.example.jp",
        "[PERSON_1]@shop.example.jp",
        "ｓｈｏｐ．ｅｘａｍｐｌｅ．ｊｐ／[EMAIL_1]",
        "shop。example。jp/[EMAIL_1]",
        "whatsapp://send?text=[EMAIL_1]",
        "\\\\evil\\share\\[EMAIL_1]",
        "file.html?x=[EMAIL_1]",
        "host:8080/[EMAIL_1]",
    ] {
        assert!(guard.check(draft).unwrap().has(PlaceholderInUrl), "{draft}");
    }
}

#[test]
fn violations_of_a_header_are_in_the_order_of_their_places() {
    let report = guard()
        .check_header("Re:\nattacker.example\njiro@attacker.example")
        .unwrap();
    let starts: Vec<usize> = report
        .violations()
        .iter()
        .map(|violation| violation.span.start())
        .collect();
    assert!(starts.len() >= 4 && starts.is_sorted(), "{starts:?}");
}

#[test]
fn hostile_kilobytes_take_linear_time() {
    use std::time::Instant;
    let guard = guard();
    for piece in [
        "a.",
        "@",
        "a@a.",
        "http:",
        "](",
        "[x]:",
        "<a ",
        "&amp;",
        "0 ",
        "0-",
        "あ。a",
        "[EMAIL_1]",
        "//a/",
        "a:80/",
        "?a=",
        "![",
    ] {
        let time = |bytes: usize| {
            let text = piece.repeat(bytes / piece.len());
            (0..2)
                .map(|_| {
                    let started = Instant::now();
                    guard.check(&text).unwrap();
                    started.elapsed().as_secs_f64()
                })
                .fold(f64::INFINITY, f64::min)
        };
        let (small, large) = (time(1 << 11), time(1 << 14));
        assert!(
            large < small * 8.0 * 6.0 + 0.5,
            "{piece:?}: {small} s, then {large} s"
        );
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    #[test]
    fn any_draft_can_be_judged(draft in "\\PC{0,120}|(https?:|//|\\\\|@|\\.|。|[a-z]{1,4}|あ|\\[EMAIL_1\\]|&lt;|%2e|\\(at\\)| |\n|0[0-9]{1,3}-|!\\[|\\]\\(|<|>|\u{FDD0}|\u{200B}){0,40}") {
        let report = guard().check(&draft).unwrap();
        for violation in report.violations() {
            proptest::prop_assert!(draft.get(violation.span.range()).is_some());
        }
        let header = guard().check_header(&draft).unwrap();
        proptest::prop_assert!(header.violations().is_sorted_by_key(|violation| violation.span.start()));
    }
}
