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
    "end-marker-ja" FenceBreakout High r"(?:[-=＝―─━*【\[#＃]{1,10})\s{0,3}(?:メール|本文|入力|資料|ユーザー入力|プロンプト|文脈|引用)(?:本文)?(?:の)?(?:終わり|終了|おわり|ここまで|以上|終端)";
    "heading" FakeDialogue Medium r"(?im)^[ \t>]{0,8}[#＃]{2,6}\s{0,3}\(?(?:system|instructions?|assistant|human|user|response|new|システム|指示|命令|新しい|アシスタント|出力)";
    "system-heading" FakeDialogue High r"(?im)[#＃]{2,6}\s{0,3}[(\[]?(?:system[_ ]?(?:message|prompt|instructions?)?|システム(?:メッセージ|プロンプト)?|システム指示)[)\]]?\s{0,3}(?:[:：)\]]|$)|[#＃]{2,6}\s{0,3}\((?:system|admin)[^)\n]{0,20}\)";
    "turn" FakeDialogue Medium r"(?m)(?:^|[-。.!?！？\n]\s{0,3})(?:SYSTEM|System|ASSISTANT|Assistant|HUMAN|Human|DEVELOPER|assistant|system|システム|アシスタント)\s{0,2}(?:\([^)\n]{0,20}\))?\s{0,2}[:：]\s{0,3}\S";
    "information-tag" FakeDialogue High r"(?i)<\s{0,3}(?:information|important|system|admin|instructions?|override|secret|new_?instructions?)\s{0,3}>";
    "bracketed-system" FakeDialogue High r"(?i)[\[【(（※*]\s{0,3}(?:system (?:note|message|override|prompt|instruction)|システム(?:通知|メッセージ|命令|指示|プロンプト)|管理者(?:通知|命令|指示)|ai(?:への|向け)(?:指示|命令|メモ)|admin(?:istrator)? (?:override|note|message))";
    "to-the-model" Instruction High r"(?i)(?:(?:^|[^a-z])(?:ai|gpt|llm)|ＡＩ|アシスタント|ボット|言語モデル|人工知能|chatgpt|エーアイ)(?:アシスタント|モデル|ボット|システム|エージェント)?(?:さん|様|さま|君|くん|の皆様|の方)?\s?(?:へ|宛|に告ぐ|に命|に指示|に伝え)\s{0,2}(?:[:：、。,，！!】\]」』）)…]|$|\n|ます|る|の指示|の命令|の追加)";
    "you-are-a-model" Persona High r"(?i)(?:あなた|貴方|君|きみ|お前)(?:は|が|って).{0,16}(?:ＡＩ|ai|アシスタント|チャットボット|ボット|言語モデル|人工知能|モデル)(?:です|だ|である|なの|で、|として|に(?:なり|な))";
    "you-are-a-model-en" Persona Medium r"(?i)\byou(?:'re| are)(?: now| going to be| actually)?(?: an?| the| my)? [^.\n]{0,40}\b(?:ai|assistant|chatbot|gpt|llm|language model)\b";
    "role-changed-ja" RoleOverride High r"(?:あなた|貴方|君|AI|ＡＩ|アシスタント)の(?:役割|役目|設定|立場|任務|仕事|人格|モード)(?:は|が|を)[^。\n]{0,20}(?:変更|変わ|変え|切り替|更新|リセット|終了|解除|上書き)";
    "ignore-above-en" RoleOverride High r"(?i)\b(?:ignore|disregard|forget|override)\s+(?:all\s+|any\s+|everything\s+)?(?:of\s+)?(?:the\s+|your\s+|these\s+|my\s+)?(?:(?:above|preceding|foregoing)\s{0,2}(?:and\b|[.:;!,])|(?:previous|prior|above|preceding|foregoing|earlier)\b[^.\n]{0,24}(?:instruct|direct(?:ion|ive)|rules|prompt|text|command|guideline|conversation|programming))";
    "forget-what-was-said" RoleOverride High r"(?i)\b(?:ignore|disregard|forget)\s+(?:everything|anything|all|what)\s+(?:that\s+)?(?:you|was|i|we)\b[^.\n]{0,30}\b(?:told|said|taught|given|know|learned|instructed)";
    "ignore-rules-ja" RoleOverride High r"(?:指示|しじ|シジ|命令|ルール|規則|プロンプト|ガイドライン|制約|インストラクション)(?:の?(?:内容|類|事項))?(?:は|を|に|も|など)?[、,]?\s?(?:すべて|全て|全部|一切|ぜんぶ|いったん|一旦|完全に|必ず|もう)?[、,]?\s?(?:(?:無視|むし|ムシ|破棄)(?:して(?:くだ|下さ|くれ|ね|頂|いただ|ほし|欲し|[、,。!！\s]|$)|しろ|せよ|する(?:こと|ように|よう)|しなさい|し[、,]|をお願い|で(?:お願い|いい))|(?:忘れ|わすれ)(?:て(?:くだ|下さ|くれ|ね|頂|いただ|[、,。\s]|$)|ろ|なさい|るこ)|従わな(?:いで|くて)|従う必要は|捨てて)";
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
    Regex::new(r"[\[{【](?:(?:e-?mail|phone|tel|person|name|address|location|url|ip|date|credit[_ ]card|my[_ ]number|bank[_ ]account|postal[_ ]code|secret|めーる|電話番号|電話|氏名|住所|名前|邮箱|姓名|이메일|이름)[ _-]?|[a-z][a-z_]{2,30}_)\d{1,6}[a-z]?[\]}】]|\[map\]").ok()
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
