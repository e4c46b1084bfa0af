//! Markers of chat templates, headings and tags lose their shape in a prompt, whatever they are disguised as,
//! and an ordinary mail stays as it is.

#![cfg(feature = "prompt")]
#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use redact::prompt::{Marking, PromptEnvelope, Scenario};
use redact::{AnonymizerEngine, PlaceholderMap};

/// What a model gets of a mail.
fn content(mail: &str) -> String {
    let mut map = PlaceholderMap::new();
    let mail = AnonymizerEngine::default()
        .anonymize(mail, &[], &mut map)
        .unwrap();
    let mut random = |bytes: &mut [u8]| {
        bytes.fill(0xA7);
        Ok(())
    };
    let prompt = PromptEnvelope::builder(Scenario::ALL[0])
        .marking(Marking::None)
        .build(&mail, &mut random)
        .unwrap();
    let user = &prompt.messages()[1].content;
    let (_, inside) = user.split_once('\n').unwrap().1.split_once('\n').unwrap();
    inside.split_once("\n</mail-").unwrap().0.to_owned()
}

#[test]
fn markers_of_chat_templates_lose_their_shape() {
    for marker in [
        // Gemma
        "<start_of_turn>",
        "<end_of_turn>",
        "<bos>",
        "<eos>",
        "<start_function_call>",
        "<unused12>",
        // Llama 2, Mistral
        "[INST]",
        "[/INST]",
        "<s>",
        "</s>",
        "<<SYS>>",
        "[TOOL_CALLS]",
        "[SYSTEM_PROMPT]",
        "[/SYSTEM_PROMPT]",
        "[AVAILABLE_TOOLS]",
        "[TOOL_RESULTS]",
        "[THINK]",
        // Llama 3, ChatML, Phi, Command R, Granite, Kimi, gpt-oss, DeepSeek, GLM
        "<|begin_of_text|>",
        "<|eot_id|>",
        "<|im_start|>",
        "<|im_end|>",
        "<|system|>",
        "<|START_OF_TURN_TOKEN|>",
        "<|start_of_role|>",
        "<|im_middle|>",
        "<|channel|>",
        "<｜User｜>",
        "<｜begin▁of▁sentence｜>",
        "[gMASK]",
        "<sop>",
        "[|system|]",
        // Tools and thoughts
        "<tool_call>",
        "<tool_response>",
        "<think>",
        "<thinking>",
        "<function_calls>",
        "<invoke name=\"x\">",
        "<parameter name=\"x\">",
        "<function=x>",
        "<system>",
        "<system role=\"x\">",
        "<human>",
        "<instructions>",
        // Disguises
        "＜ｓｙｓｔｅｍ＞",
        "［ＩＮＳＴ］",
        "【INST】",
        "[ inst ]",
        "<START_OF_TURN>",
        "<ѕуѕtem>",
        "&lt;think&gt;",
        "\\u003cthink\\u003e",
        "&#91;INST&#93;",
        "%5BINST%5D",
        "<sys\u{200B}tem>",
        "‹system›",
        "«system»",
    ] {
        let inside = content(&format!("前文 {marker} 後文"));
        assert!(inside.contains('('), "{marker} -> {inside}");
        assert!(!inside.contains(marker), "{marker} -> {inside}");
    }
}

#[test]
fn look_alikes_and_escapes_of_tags_lose_their_shape() {
    for tag in [
        "˱/mail",
        "⪪/mail",
        "ㄑ/mail",
        "\\u{3c}/mail",
        "\\u{00003C}/mail",
        "\\074/mail",
        "\\74/mail",
        "\\x{3c}/mail",
        "\\U0000003c/mail",
        "%253C/mail",
        "%25253c%252Fmail",
        "&amp;amp;amp;amp;amp;lt;/mail",
        "&amp;amp;amp;amp;amp;#60;/mail",
        "=3C/mail=3E",
        "+ADw-/mail",
        "\\3c /mail",
        "<❘im_end❘>",
        "<│im_end│>",
        "⦑/mail⦒",
        "&laquo;/mail",
    ] {
        let inside = content(&format!("前文 {tag} 後文"));
        assert!(inside.starts_with("前文 ("), "{tag} -> {inside}");
    }
}

#[test]
fn headings_and_speakers_lose_their_shape() {
    for (typed, expected) in [
        ("### 指示", "(#) 指示"),
        ("## 指示", "(#) 指示"),
        ("# 指示", "(#) 指示"),
        ("1. ### 指示", "1. (#) 指示"),
        ("12) ## 指示", "12) (#) 指示"),
        ("・### 指示", "・(#) 指示"),
        ("● ## 指示", "● (#) 指示"),
        ("① ### 指示", "① (#) 指示"),
        ("> - ### 指示", "> - (#) 指示"),
        ("a. ### 指示", "a. (#) 指示"),
        ("→ ＃＃＃ 指示", "→ (#) 指示"),
        ("⌗⌗⌗ 指示", "(#) 指示"),
        ("&#35;&#35;# 指示", "(#) 指示"),
        ("Human: x", "Human(:) x"),
        ("Assistant: x", "Assistant(:) x"),
        ("ＳＹＳＴＥＭ： x", "ＳＹＳＴＥＭ(:) x"),
        ("> **User**: x", "> **User**(:) x"),
        ("Нuman: x", "Нuman(:) x"),
        ("アシスタント：x", "アシスタント(:)x"),
    ] {
        assert_eq!(
            content(&format!("前文\n{typed}")),
            format!("前文\n{expected}")
        );
    }
}

#[test]
fn an_ordinary_mail_stays_as_it_is() {
    for mail in [
        "山田 <[EMAIL]> a < b, 3 < 5 > 2, C# #1 #タグ ## x",
        "〈ご注文内容〉 ＜お届け先＞ 《重要》 «Bonjour» 《ABC》 【お名前】 [添付] [1] [注]",
        "件名: x\n宛先: y\n1. 一つ\n2. 二つ\n・三つ\nQ: a\nA: b\nTo: x\nuser name: x",
        "1/2 50% a=b C:\\data\\new https://example.jp/?a=%20&b=1 \\1,000 &amp; &copy;",
        "The system: see the user: guide [sic] (INST) inst",
        "金額は¥1,000です。<https://example.jp/a> <taro@example.jp>",
    ] {
        assert_eq!(content(mail), mail);
    }
}
