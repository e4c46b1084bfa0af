//! The engine as a whole: what goes in, what comes out, and back.

use proptest::prelude::*;

use super::operators::{Custom, Keep, Mask, Redact, Replace};
use super::*;
use crate::placeholder::{Outcome, RestorePolicy, Restorer};
use crate::{ErrorKind, Score};

fn find(entity_type: EntityType, text: &str, value: &str) -> RecognizerResult {
    let start = text.find(value).expect("the text holds the value");
    result(entity_type, start, start + value.len())
}

fn result(entity_type: EntityType, start: usize, end: usize) -> RecognizerResult {
    RecognizerResult {
        entity_type,
        span: Span::new(start, end),
        score: Score::ONE,
        recognizer: "test".into(),
    }
}

fn restore(map: &PlaceholderMap, text: &str) -> String {
    let policy = RestorePolicy::new().naming(EntityType::JP_MY_NUMBER);
    Restorer::new(map)
        .with_policy(policy)
        .restore(text)
        .into_text()
}

#[test]
fn one_entity_in_two_spellings_keeps_both() {
    let text = "taro@Example.jp と taro@example.jp と hanako@example.jp";
    let finds = [
        find(EntityType::EMAIL_ADDRESS, text, "hanako@example.jp"),
        find(EntityType::EMAIL_ADDRESS, text, "taro@Example.jp"),
        find(EntityType::EMAIL_ADDRESS, text, "taro@example.jp"),
    ];
    let mut map = PlaceholderMap::new();
    let redacted = AnonymizerEngine::default()
        .anonymize(text, &finds, &mut map)
        .expect("the results fit");
    assert_eq!(redacted.as_str(), "[EMAIL_1] と [EMAIL_1b] と [EMAIL_2]");
    assert_eq!(restore(&map, redacted.as_str()), text);
    assert_eq!(restore(&map, "[EMAIL_1B]"), "taro@example.jp");
    for item in redacted.items() {
        let token = redacted.as_str().get(item.span.range());
        assert!(token.is_some_and(|token| token.starts_with("[EMAIL_")));
    }
    assert!(!format!("{redacted:?} {map:?}").contains("taro"));
}

#[test]
fn what_the_sender_typed_is_never_restored() {
    let text = "[EMAIL_1] はダミーです。taro@example.jp へ。EMAIL 2 も";
    let mut map = PlaceholderMap::new();
    let finds = [find(EntityType::EMAIL_ADDRESS, text, "taro@example.jp")];
    let redacted = AnonymizerEngine::default()
        .anonymize(text, &finds, &mut map)
        .expect("the results fit");
    assert_eq!(
        redacted.as_str(),
        "[EMAIL_1] はダミーです。[EMAIL_3] へ。EMAIL 2 も"
    );
    let restored = Restorer::new(&map).restore(redacted.as_str());
    assert_eq!(restored.text(), text);
    assert_eq!(restored.report().foreign.len(), 2);
    assert_eq!(restored.report().outcome(), Outcome::Complete);
}

#[test]
fn a_later_text_that_names_a_number_in_use_comes_back_as_typed() {
    let mut map = PlaceholderMap::new();
    let engine = AnonymizerEngine::default();
    let first = "a@example.jp";
    let finds = [result(EntityType::EMAIL_ADDRESS, 0, first.len())];
    let redacted = engine
        .anonymize(first, &finds, &mut map)
        .expect("the result fits");
    assert_eq!(redacted.as_str(), "[EMAIL_1]");
    let second = "前回の [email_1]、ＥＭＡＩＬ＿１、\\[EMAIL_1\\]b@example.jpと[EMAIL]";
    let finds = [find(EntityType::EMAIL_ADDRESS, second, "b@example.jp")];
    let redacted = engine
        .anonymize(second, &finds, &mut map)
        .expect("the result fits");
    assert_eq!(
        redacted.as_str(),
        "前回の [LITERAL_1]、[LITERAL_2]、[LITERAL_3][EMAIL_2]と[EMAIL]"
    );
    assert_eq!(restore(&map, redacted.as_str()), second);
    assert_eq!(
        redacted
            .items()
            .iter()
            .filter_map(|item| redacted.as_str().get(item.span.range()))
            .collect::<Vec<_>>(),
        ["[EMAIL_2]"]
    );
}

#[test]
fn what_follows_a_replaced_text_is_read_as_it_will_stand() {
    let mut map = PlaceholderMap::new();
    let engine = AnonymizerEngine::default();
    let finds = [result(EntityType::EMAIL_ADDRESS, 0, 3)];
    engine
        .anonymize("a@b", &finds, &mut map)
        .expect("the result fits");
    for text in [
        "[EMAIL_1\\u005dEMAIL_1",
        "%5BEMAIL_1%5DEMAIL_1",
        "%5BEMAIL_1%5DEMAIL_1%5BEMAIL_1%5DEMAIL_1",
    ] {
        let redacted = engine.anonymize(text, &[], &mut map).expect("no results");
        assert_eq!(restore(&map, redacted.as_str()), text);
    }
}

#[test]
fn operators_by_kind() {
    let text = "山田 090-1111-2222 a@example.jp https://example.jp/ 大阪 [PERSON_1]";
    let finds = [
        find(EntityType::PERSON, text, "山田"),
        find(EntityType::PHONE_NUMBER, text, "090-1111-2222"),
        find(EntityType::EMAIL_ADDRESS, text, "a@example.jp"),
        find(EntityType::URL, text, "https://example.jp/"),
        find(EntityType::LOCATION, text, "大阪"),
    ];
    let engine = AnonymizerEngine::new(Replace::with_type())
        .with_operator(EntityType::PERSON, operators::Placeholder)
        .with_operator(EntityType::PHONE_NUMBER, Mask::first('*', 9))
        .with_operator(EntityType::EMAIL_ADDRESS, Redact)
        .with_operator(EntityType::URL, Keep)
        .with_operator(
            EntityType::LOCATION,
            Custom::new(|value| Ok(format!("{{{}}}", value.text.len()))),
        );
    let mut map = PlaceholderMap::new();
    let redacted = engine
        .anonymize(text, &finds, &mut map)
        .expect("the results fit");
    let expected = "[PERSON_2] *********2222  https://example.jp/ {6} [PERSON_1]";
    assert_eq!(redacted.as_str(), expected);
    let parts: Vec<_> = redacted
        .items()
        .iter()
        .map(|item| {
            (
                &*item.operator,
                expected.get(item.span.range()).unwrap_or("?"),
            )
        })
        .collect();
    assert_eq!(
        parts,
        [
            ("placeholder", "[PERSON_2]"),
            ("mask", "*********2222"),
            ("redact", ""),
            ("keep", "https://example.jp/"),
            ("custom", "{6}"),
        ]
    );
    let without_map = engine.anonymize_with(text, &finds, &mut Resources::none());
    assert_eq!(
        without_map.map_err(|error| error.kind()),
        Err(ErrorKind::InvalidArgument)
    );
}

/// Pieces of text that look like placeholders in every way the grammar knows, whole and broken.
fn piece() -> impl Strategy<Value = String> {
    let label = prop::sample::select(vec![
        "EMAIL",
        "email",
        "Email",
        "PERSON",
        "CREDIT_CARD",
        "credit card",
        "メール",
        "電話番号",
        "氏名",
        "STAFF_ID",
        "staff id",
        "ＥＭＡＩＬ",
        "MY_NUMBER",
        "NUMBER",
        "LITERAL",
        "DATE",
        "BIRTH",
        "BIRTH_DATE",
        "EM\nAIL",
        "E",
    ]);
    let open = prop::sample::select(vec![
        "[", "", "(", "［", "【", "「", "『", "〈", "\\[", "\\", "&#91;", "&lsqb;", "&", "\\u005b",
        "%5B", "%", "<", "{", "[**", "[ ", "`[",
    ]);
    let separator = prop::sample::select(vec![
        "_", " ", "-", "", "\\_", "＿", "\n", "**_", "%5F", "&#95;", "__",
    ]);
    let number = prop::sample::select(vec![
        "1", "2", "01", "１", "", "11", "1b", "2B", "1s", "3", "0",
    ]);
    let close = prop::sample::select(vec![
        "]", "", ")", "］", "】", "」", "』", "〉", "\\]", "&#93;", "\\u005d", "%5D", ">", "}",
        "**]", " ]", "様", "'s", "]`",
    ]);
    (open, label, separator, number, close).prop_map(|(open, label, separator, number, close)| {
        [open, label, separator, number, close].concat()
    })
}

fn text() -> impl Strategy<Value = String> {
    let any = prop_oneof![
        6 => piece(),
        1 => ".{0,6}",
        1 => prop::sample::select(vec![" ", "a@example.jp", "A@Example.jp", "山田 太郎", "山田太郎", "03-1234-5678", "様", "[", "\\", "EMAIL", "EMAIL_", "[EMAIL_1", "1", "_"]).prop_map(str::to_owned),
    ];
    prop::collection::vec(any, 0..8).prop_map(|pieces| pieces.concat())
}

/// Arbitrary results on a text: any kinds, any spans on character boundaries, overlapping or not.
fn results(text: &str, seeds: &[(usize, usize, usize)]) -> Vec<RecognizerResult> {
    let kinds = [
        EntityType::EMAIL_ADDRESS,
        EntityType::PERSON,
        EntityType::CREDIT_CARD,
        EntityType::new("STAFF_ID"),
        EntityType::JP_MY_NUMBER,
        EntityType::DATE_TIME,
    ];
    let places: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect();
    seeds
        .iter()
        .map(|(kind, start, len)| {
            let start = start % places.len();
            let end = (start + len % 12).min(places.len() - 1);
            result(
                kinds[kind % kinds.len()].clone(),
                places[start],
                places[end],
            )
        })
        .collect()
}

type Turn = (String, Vec<(usize, usize, usize)>);

fn turns() -> impl Strategy<Value = Vec<Turn>> {
    let seeds = prop::collection::vec((any::<usize>(), any::<usize>(), any::<usize>()), 0..5);
    prop::collection::vec((text(), seeds), 1..4)
}

proptest! {
    /// Every text of a case comes back byte for byte, in any order of redacting and restoring,
    /// whole and in pieces, whatever the sender typed.
    #[test]
    fn restoring_undoes_redacting(turns in turns(), cut in 1..7usize) {
        let engine = AnonymizerEngine::default();
        let mut map = PlaceholderMap::new();
        let mut redacted = Vec::new();
        for (text, seeds) in &turns {
            let output = engine.anonymize(text, &results(text, seeds), &mut map);
            redacted.push(output.expect("the results fit"));
        }
        for ((text, _), redacted) in turns.iter().zip(&redacted) {
            prop_assert_eq!(&restore(&map, redacted.as_str()), text);
            let restorer = Restorer::new(&map)
                .with_policy(RestorePolicy::new().naming(EntityType::JP_MY_NUMBER));
            let mut stream = restorer.stream();
            let mut streamed = String::new();
            for piece in redacted.as_str().as_bytes().chunks(cut) {
                streamed += &stream.push_bytes(piece);
            }
            streamed += &stream.finish().0;
            prop_assert_eq!(&streamed, text);
        }
    }

    /// Beside other operators too, restoring brings back what placeholders stand for and nothing
    /// else, even where another operator writes what looks like a placeholder.
    #[test]
    fn other_operators_stay_as_they_wrote(turns in turns()) {
        let engine = |rest: OperatorConfig| {
            AnonymizerEngine::new(rest)
                .with_operator(EntityType::PERSON, Replace::with("[EMAIL_1]"))
                .with_operator(EntityType::DATE_TIME, Replace::with("EMAIL_"))
                .with_operator(EntityType::new("STAFF_ID"), Mask::first('1', 2))
        };
        let redacting = engine(OperatorConfig::default());
        let only_others = engine(Custom::new(|value| Ok(value.text.to_owned())).into());
        let mut map = PlaceholderMap::new();
        for (text, seeds) in &turns {
            let results = results(text, seeds);
            let redacted = redacting.anonymize(text, &results, &mut map).expect("the results fit");
            let expected = only_others
                .anonymize_with(text, &results, &mut Resources::none())
                .expect("the results fit");
            prop_assert_eq!(restore(&map, redacted.as_str()), expected.as_str());
            for item in redacted.items() {
                prop_assert!(redacted.as_str().get(item.span.range()).is_some());
            }
        }
    }

    /// A stream gives what the whole gives, for any text (not only redacted ones) and any cuts.
    #[test]
    fn a_stream_equals_the_whole(turn in turns(), answer in text(), cuts in prop::collection::vec(1..9usize, 1..9)) {
        let mut map = PlaceholderMap::new();
        for (text, seeds) in &turn {
            AnonymizerEngine::default()
                .anonymize(text, &results(text, seeds), &mut map)
                .expect("the results fit");
        }
        let restorer = Restorer::new(&map);
        let whole = restorer.restore(&answer);
        let mut stream = restorer.stream();
        let mut streamed = String::new();
        let mut rest = answer.as_bytes();
        for cut in cuts.iter().cycle() {
            let (piece, tail) = rest.split_at((*cut).min(rest.len()));
            streamed += &stream.push_bytes(piece);
            rest = tail;
            if rest.is_empty() {
                break;
            }
        }
        let (tail, report) = stream.finish();
        streamed += &tail;
        prop_assert_eq!(streamed.as_str(), whole.text());
        prop_assert_eq!(&report, whole.report());
    }
}
