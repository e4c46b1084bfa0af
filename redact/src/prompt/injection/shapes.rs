//! Signals that are shapes and not words: chat templates, fences, images with a query, hidden HTML.

use std::sync::LazyLock;

use regex::Regex;

use super::{Family, Severity};

/// A shape, looked for in the text without its invisible characters.
pub(super) struct Shape {
    pub(super) id: &'static str,
    pub(super) family: Family,
    pub(super) severity: Severity,
    pub(super) regex: Regex,
}

macro_rules! shapes {
    ($($id:literal $family:ident $severity:ident $pattern:literal;)+) => {
        /// The shapes; each expression is bounded.
        pub(super) static SHAPES: LazyLock<Vec<Shape>> = LazyLock::new(|| {
            [$(($id, Family::$family, Severity::$severity, $pattern)),+]
                .into_iter()
                .filter_map(|(id, family, severity, pattern)| {
                    Some(Shape { id, family, severity, regex: Regex::new(pattern).ok()? })
                })
                .collect()
        });

        #[cfg(test)]
        const COUNT: usize = [$($id),+].len();
    };
}

shapes! {
    "chat-template" FenceBreakout High r"(?i)<\|?(?:im_start|im_end|endoftext|eot_id|start_header_id|end_header_id|begin_of_text|start_of_turn|end_of_turn|system|user|assistant)\|?>|\[/?INST\]|<</?SYS>>";
    "json-turn" FenceBreakout High r#"(?i)["']role["']\s{0,3}:\s{0,3}["'](?:system|assistant|user|developer)["']"#;
    "closing-tag" FenceBreakout High r"(?i)[<＜〈‹]\s{0,4}[/／∕⁄]\s{0,4}(?:user_?input|e-?mail|mail|message|instructions?|context|document|input|data|system|prompt|untrusted|content|query|text|ｅｍａｉｌ|ｍａｉｌ|メール|本文|入力|資料)\w{0,40}\s{0,4}[-_0-9a-f]{0,40}\s{0,4}[>＞〉›]";
    "end-marker" FenceBreakout High r"(?i)(?:<{2,4}|-{2,10}|={2,10}|\[|#{2,6}|【)\s{0,3}(?:end|begin|start)[ _-]{0,2}(?:of[ _-]{0,2})?(?:the[ _-]{0,2})?(?:user[ _-]{0,2})?(?:e-?mail|mail|message|input|prompt|document|context|data|system|instructions?|untrusted\w{0,12})";
    "end-marker-ja" FenceBreakout High r"(?:[-=＝―─━*【\[#＃]{1,10})\s{0,3}(?:メール|本文|入力|資料|ユーザー入力|プロンプト|文脈|引用)(?:本文)?(?:の)?(?:終わり|終了|おわり|ここまで|以上|終端)|(?:ここまで|以上)が(?:お客様の|ユーザーの)?(?:メール|本文|入力|資料)(?:本文)?(?:です|。|[-=])";
    "heading" FakeDialogue Medium r"(?im)^[ \t>]{0,8}[#＃]{2,6}\s{0,3}\(?(?:system|instructions?|assistant|human|user|response|new|システム|指示|命令|新しい|アシスタント|出力)";
    "system-heading" FakeDialogue High r"(?im)[#＃]{2,6}\s{0,3}[(\[]?(?:system[_ ]?(?:message|prompt|instructions?)?|システム(?:メッセージ|プロンプト)?|システム指示)[)\]]?\s{0,3}(?:[:：)\]]|$)|[#＃]{2,6}\s{0,3}\((?:system|admin)[^)\n]{0,20}\)";
    "turn" FakeDialogue Medium r"(?m)(?:^|[-。.!?！？\n]\s{0,3})(?:SYSTEM|System|ASSISTANT|Assistant|HUMAN|Human|DEVELOPER|assistant|system|システム|アシスタント)\s{0,2}(?:\([^)\n]{0,20}\))?\s{0,2}[:：]\s{0,3}\S";
    "information-tag" FakeDialogue High r"(?i)<\s{0,3}(?:information|important|system|admin|instructions?|override|secret|new_?instructions?)\s{0,3}>";
    "bracketed-system" FakeDialogue High r"(?i)[\[【(（※*<≪《〈]\s{0,3}(?:(?:管理者|システム|開発者)(?:コマンド|権限|モード|オーバーライド)|system (?:note|message|override|prompt|instruction)|システム(?:通知|メッセージ|命令|指示|プロンプト)|管理者(?:通知|命令|指示)|ai(?:への|向け)(?:指示|命令|メモ)|admin(?:istrator)? (?:override|note|message))";
    "to-the-model" Instruction High r"(?i)(?:(?:^|[^a-z])(?:ai|gpt|llm)|ＡＩ|アシスタント|ボット|言語モデル|人工知能|chatgpt|エーアイ)(?:アシスタント|モデル|ボット|システム|エージェント)?(?:さん|様|さま|君|くん|の皆様|の方)?\s?(?:へ|宛|に告ぐ|に命|に指示|に伝え)\s{0,2}(?:[:：、。,，！!】\]」』）)…]|$|\n|ます|る|の指示|の命令|の追加)";
    "you-are-a-model" Persona High r"(?i)(?:あなた|貴方|君|きみ|お前)(?:は|が|って).{0,16}(?:ＡＩ|ai|アシスタント|チャットボット|ボット|言語モデル|人工知能|モデル)(?:です|だ|である|なの|で、|として|に(?:なり|な))";
    "you-are-a-model-en" Persona Medium r"(?i)\byou(?:'re| are)(?: now| going to be| actually)?(?: an?| the| my)? [^.\n]{0,40}\b(?:ai|assistant|chatbot|gpt|llm|language model)\b";
    "role-changed-ja" RoleOverride High r"(?:あなた|貴方|君)の(?:役割|役目|設定|立場|任務|仕事|人格|モード)(?:は|が|を)[^。\n]{0,20}(?:変更|変わ|変え|切り替|更新|リセット|終了|解除|上書き)";
    "ignore-above-en" RoleOverride High r"(?i)\b(?:ignore|disregard|forget|override)\s+(?:all\s+|any\s+|everything\s+)?(?:of\s+)?(?:the\s+|your\s+|these\s+|my\s+)?(?:(?:above|preceding|foregoing)\s{0,2}(?:and\b|[.:;!,])|(?:previous|prior|above|preceding|foregoing|earlier)\b[^.\n]{0,24}(?:instruct|direct(?:ion|ive)|rules|prompt|text|command|guideline|conversation|programming))";
    "forget-what-was-said" RoleOverride High r"(?i)\b(?:ignore|disregard|forget)\s+(?:everything|anything|all)\s+(?:that\s+)?(?:you|was|i|we)\b[^.\n]{0,30}\b(?:told|said|taught|given|know|learned|instructed)";
    "ignore-rules-ja" RoleOverride High r"(?:指示|しじ|シジ|命令|ルール|規則|プロンプト|ガイドライン|制約|インストラクション)(?:の?(?:内容|類|事項))?(?:は|を|に|も|など)?[、,]?\s?(?:すべて|全て|全部|一切|ぜんぶ|いったん|一旦|完全に|必ず|もう)?[、,]?\s?(?:(?:無視|むし|ムシ|破棄)(?:して(?:くだ|下さ|くれ|ね|頂|いただ|ほし|欲し|[、,。!！\s]|$)|しろ|せよ|する(?:こと|ように|よう)|しなさい|し[、,]|をお願い|で(?:お願い|いい))|(?:忘れ|わすれ)(?:て(?:くだ|下さ|くれ|ね|頂|いただ|[、,。\s]|$)|ろ|なさい|るこ)|従わな(?:いで|くて)|従う必要は|捨てて)";
    "whole-prompt-ja" SecretRequest High r"プロンプト(?:の)?(?:全文|全体|内容|中身|原文|全部|すべて)[^。\n]{0,24}(?:教え|見せ|出力|開示|返信|送|書|貼|コピ|引用|公開|要約|翻訳)";
    "against-ethics-ja" Persona High r"(?:倫理|道徳|安全(?:基準|規定|フィルタ))[^。\n]{0,10}(?:無視し[て、]|気にせ|忘れて|外して|解除して)";
    "stop-the-task-ja" RoleOverride Medium r"(?:通常|これまで|本来|いま|今|元)の(?:処理|業務|作業|タスク|動作|役割|仕事)(?:を|は)(?:いったん|一旦|すぐに|直ちに|ただちに)?(?:中断|中止|やめ|終了し|放棄)";
    "replace-prompt-ja" RoleOverride High r"プロンプト(?:を|は)[^。\n]{0,16}(?:置き換え|書き換え|差し替え|上書き|入れ替え|置換)";
    "replace-rules-ja" RoleOverride Medium r"(?:指示|命令|ルール|規則)(?:を|は)[^。\n]{0,16}(?:置き換え|書き換え|上書き|入れ替え|置換)";
    "start-of-dialogue-ja" SecretRequest High r"(?:会話|対話|チャット)の(?:最初|冒頭|先頭|始め|はじめ)[^。\n]{0,24}(?:繰り返|教え|出力|表示|引用|書き|見せ|示し)";
    "other-recipient-ja" Forwarding Medium r"(?:返信先|宛先|送信先)(?:を|は)[^。\n]{0,80}@[^。\n]{0,60}(?:に変更|へ変更|に送|へ送|にして|に切り替)";
    "you-are-ja" Persona Medium r"(?m)(?:^|[。、\s])(?:あなた|君|貴方|お前)は(?:今|もう)?[^。、？?\n]{1,20}(?:です|だ|である)(?:。|！|!|$)";
    "system-override-en" RoleOverride High r"(?i)\bsystem override\b|\boverride (?:mode|protocol|code)\b";
    "end-of-mail-en" FenceBreakout Medium r"(?i)\bend of (?:the )?(?:e-?mail|message|user input|document|prompt)\b";
    "rank-over-rules" RoleOverride High r"(?:指示|命令|ルール|規則|設定|プロンプト|ガイドライン|制約)より(?:も)?[^。\n]{0,24}(?:優先|重要|上位|従)";
    "no-longer-ja" RoleOverride High r"(?:あなた|君|貴方|お前|貴殿)は(?:、)?(?:もう|もはや|すでに|既に|今や)[^。\n]{0,24}(?:では(?:ありません|ない)|じゃない|でない)";
    "from-now-ja" Persona High r"(?:これから|今から|今後|以後|ただいまより|本日より)(?:は|、)?[^。\n]{0,24}(?:ボット|AI|人格|キャラクター?|言語モデル)(?:です|だ|として|に(?:なり|なっ)|を演じ)";
    "mode-ja" Persona Medium r"(?:開発者|デベロッパー|管理者|デバッグ|メンテナンス|特権|テスト)モード(?:を|に|で|へ|が)?[^。\n]{0,10}(?:有効|切り替|起動|オン|移行|入|動作|なって)";
    "mode-answer-ja" Persona High r"(?i)(?:(?:開発者|デベロッパー|管理者|デバッグ|メンテナンス|特権)モード(?:で|に|へ|と)[^。\n]{0,24}(?:答え|回答して|応答して|返答)|(?:DAN|ゴッド|無制限|制限解除|脱獄|フリー|アンチ)モード(?:を|に|で|へ))";
    "to-the-reader-model" Instruction High r"(?i)(?:この|本)(?:メール|文章|文面|メッセージ|テキスト|文書)を(?:処理|読|受け取|解析|要約|分析|翻訳)[^。\n]{0,16}(?:AI|ボット|モデル|アシスタント|プログラム|人工知能|エージェント|システム)";
    "dear-model" Instruction High r"(?i)(?:^|[\s。、「（(])(?:AI|生成AI|アシスタント|ボット|チャットボット|人工知能|ChatGPT|GPT)(?:さん|様|さま|くん|君|ちゃん|殿)[、,！!。：:\s]";
    "command-heading" Instruction Medium r"(?im)^[\s>]{0,8}[【\[(（#*]{0,3}(?:命令|指令|新しい指示|新指示|追加指示|タスク|コマンド|command|instruction|task|order|directive)s?[】\])）*]{0,3}\s?[:：]";
    "order-of-the-model" Instruction Medium r"(?i)(?:AI|アシスタント|ボット|言語モデル|システム)への(?:命令|指令|指示|お願い|依頼|メッセージ|伝言|通達)";
    "all-replies-ja" Instruction Low r"(?:以降|以後|今後|これから)の?(?:すべての|全ての|全)?(?:返信|回答|応答|出力|返答)";
    "bracketed-role" FakeDialogue Medium r"(?im)^\s{0,4}[\[【(（<]\s?(?:システム|SYSTEM|管理者|AI|開発者|運営|admin|developer|root)\s?[\]】)）>]";
    "dialogue" FakeDialogue High r"(?im)^\s{0,4}(?:ユーザー|利用者|user|human|人間|質問者)\s?[:：][^\n]{0,400}\n\s{0,4}(?:アシスタント|assistant|AI|ボット|モデル|bot|回答者)\s?[:：]";
    "image-query" ActiveContent High r"(?i)<img\s[^>\n]{0,200}src\s{0,2}=\s{0,2}[\x22']?[a-z]{2,8}:[^\s>\x22']{0,300}\?";
    "markdown-image-query" ActiveContent High r"!\[[^\]\n]{0,200}\]\(\s{0,4}[a-zA-Z]{2,10}:[^)\s]{0,300}[?&][^)\s=]{0,40}=";
    "markdown-image" ActiveContent Medium r"!\[[^\]\n]{0,200}\]\(\s{0,4}(?:https?:|data:|//)";
    "script" ActiveContent High r"(?i)<\s{0,3}(?:script|iframe|object|embed|svg[\s/][^>\n]{0,80}on\w{2,12}\s{0,3}=)|<[a-z][^>\n]{0,200}\son(?:error|load|click|mouseover|focus)\s{0,3}=|javascript:";
    "placeholder-in-link" Placeholder High r"(?i)(?:https?://|mailto:)[^\s]{0,200}[\[［{【](?:email|phone|person|address|name|[a-z]{3,20})[_ ＿-]?\d{1,4}";
    "hidden-style" HiddenText Medium r"(?i)style\s{0,3}=\s{0,3}[^>\n]{0,120}(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|font-size\s{0,3}:\s{0,3}0|opacity\s{0,3}:\s{0,3}0(?:[;\x22']|$))";
    "html-comment" HiddenText Low r"<!--";
    "conceal" HiddenText High r"\x1B\[8m";
    "template-variable" Instruction Low r"\{\{\s?\w{2,30}\s?\}\}|\{%\s?\w{2,20}\s?%\}";
    "todo-order" Instruction Low r"(?m)^\s{0,4}TODO:\s";
    "shouted-order" Instruction Medium r"(?:IMPORTANT|URGENT|ATTENTION|WARNING)\s?!{2,}|\*{2,}\s?(?:NEW|URGENT|IMPORTANT)\b[^*\n]{0,40}(?:INSTRUCTION|TASK|ORDER|DIRECTIVE|RULE)";
}

static PLACEHOLDER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"[\[{【](?:(?:e-?mail|phone|tel|person|name|address|location|url|ip|date|credit[_ ]card|my[_ ]number|bank[_ ]account|postal[_ ]code|secret|めーる|電話番号|電話|氏名|住所|名前|邮箱|姓名|이메일|이름)[ _-]?|[a-z][a-z_]{2,30}_)\d{1,6}[a-z]?[\]}】]|\b(?:email|phone|person|address)_\d{1,6}\b|\[map\]").ok()
});

static ADDRESS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}|https?://[^\s]{1,200}|\{_?(?:attacker|recipient|sender|email)[a-z_]{0,20}\}|\[(?:email|url)_\d{1,6}[a-z]?\]").ok()
});

/// What looks like a placeholder in a folded text.
pub(super) fn placeholders(text: &str) -> impl Iterator<Item = (usize, usize)> {
    find(PLACEHOLDER.as_ref(), text)
}

/// Mail addresses and URLs in a folded text.
pub(super) fn addresses(text: &str) -> impl Iterator<Item = (usize, usize)> {
    find(ADDRESS.as_ref(), text)
}

fn find<'t>(
    regex: Option<&'static Regex>,
    text: &'t str,
) -> impl Iterator<Item = (usize, usize)> + use<'t> {
    regex
        .into_iter()
        .flat_map(|regex| regex.find_iter(text))
        .map(|found| (found.start(), found.end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_expression_compiles() {
        assert_eq!(SHAPES.len(), COUNT);
        assert!(PLACEHOLDER.is_some() && ADDRESS.is_some());
    }
}
