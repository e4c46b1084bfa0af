//! The words that are markers of chat templates. Data alone: a model's template is added by adding its words.
//!
//! Whatever begins with `<|`, `<<`, `</`, `<!` or `<?` loses its shape anyway, and so does one word alone in
//! angle brackets. That covers `<|im_start|>` (`ChatML`: Qwen, Yi), `<|start_header_id|>`, `<|eot_id|>` (Llama 3),
//! `<|START_OF_TURN_TOKEN|>` (Command R), `<|start_of_role|>` (Granite), `<|im_middle|>` (Kimi K2),
//! `<|channel|>` (gpt-oss), `<｜User｜>` (`DeepSeek`), `<|user|>` (Phi, GLM, Zephyr), `<<SYS>>` (Llama 2),
//! `<start_of_turn>`, `<bos>` (Gemma), `<s>` (Llama 2, Mistral) and `<unused0>`.

/// A word and where it is from.
pub(super) struct Marker {
    /// Letters and digits alone, in small letters, as [`flat`](super::flat) leaves them.
    pub(super) flat: &'static str,
    /// Model family or vendor, and what says so.
    #[cfg_attr(
        not(test),
        allow(dead_code, reason = "the source, for the reader and the tests")
    )]
    pub(super) source: &'static str,
}

const fn marker(flat: &'static str, source: &'static str) -> Marker {
    Marker { flat, source }
}

const MISTRAL: &str = "Mistral, mistral-common: control tokens of the tokenizers V1 to V13";
const LLAMA_2: &str = "Llama 2, model card: prompt format";
const GLM: &str = "GLM-4, tokenizer_config.json: additional_special_tokens";
const EXAONE: &str = "EXAONE 3.5, tokenizer_config.json: chat_template";
const BERT: &str = "BERT and its kind, special_tokens_map.json";
const QWEN: &str = "Qwen 2.5 and 3, tokenizer_config.json: chat_template";
const GEMMA: &str = "Gemma, documentation: prompt structure; FunctionGemma: formatting";
const ANTHROPIC: &str = "Anthropic, documentation: XML tags, tool use, the former text completions";
const HERMES: &str = "Hermes, model card: function calling";
const DEEPSEEK: &str = "DeepSeek R1, tokenizer_config.json: chat_template";
const COMMAND_R: &str = "Command R, documentation: prompt format of retrieval";
const CUSTOM: &str = "no template's, but what prompts of applications are built of";
const VICUNA: &str = "Vicuna, FastChat: conversation templates";
const OPENCHAT: &str = "OpenChat 3.5, model card: conversation templates";
const PHI_2: &str = "Phi-2, model card: QA format";

/// Between square brackets, with or without a slash before: `[INST]`, `[/INST]`.
pub(super) const SQUARE: &[Marker] = &[
    marker("inst", LLAMA_2),
    marker("sys", LLAMA_2),
    marker("systemprompt", MISTRAL),
    marker("availabletools", MISTRAL),
    marker("toolcalls", MISTRAL),
    marker("toolcall", MISTRAL),
    marker("toolresults", MISTRAL),
    marker("toolresult", MISTRAL),
    marker("toolcontent", MISTRAL),
    marker("callid", MISTRAL),
    marker("args", MISTRAL),
    marker("think", MISTRAL),
    marker("modelsettings", MISTRAL),
    marker("img", MISTRAL),
    marker("imgbreak", MISTRAL),
    marker("imgend", MISTRAL),
    marker("audio", MISTRAL),
    marker("beginaudio", MISTRAL),
    marker("transcribe", MISTRAL),
    marker("prefix", MISTRAL),
    marker("middle", MISTRAL),
    marker("suffix", MISTRAL),
    marker("gmask", GLM),
    marker("smask", GLM),
    marker("sop", GLM),
    marker("eop", GLM),
    marker("system", EXAONE),
    marker("user", EXAONE),
    marker("assistant", EXAONE),
    marker("endofturn", EXAONE),
    marker("tool", EXAONE),
    marker("human", CUSTOM),
    marker("developer", CUSTOM),
    marker("instructions", CUSTOM),
    marker("mask", BERT),
    marker("cls", BERT),
    marker("sep", BERT),
    marker("pad", BERT),
    marker("unk", BERT),
    marker("bos", BERT),
    marker("eos", BERT),
];

/// Between angle brackets with attributes, or without the closing bracket: `<invoke name="…">`. One word
/// alone in angle brackets needs no entry.
pub(super) const ANGLE: &[Marker] = &[
    marker("startofturn", GEMMA),
    marker("endofturn", GEMMA),
    marker("startofimage", GEMMA),
    marker("startfunctioncall", GEMMA),
    marker("endfunctioncall", GEMMA),
    marker("startfunctiondeclaration", GEMMA),
    marker("startfunctionresponse", GEMMA),
    marker("toolcall", QWEN),
    marker("toolresponse", QWEN),
    marker("tools", QWEN),
    marker("function", QWEN),
    marker("parameter", QWEN),
    marker("think", DEEPSEEK),
    marker("scratchpad", HERMES),
    marker("functioncalls", ANTHROPIC),
    marker("functionresults", ANTHROPIC),
    marker("antml", ANTHROPIC),
    marker("invoke", ANTHROPIC),
    marker("thinking", ANTHROPIC),
    marker("results", COMMAND_R),
    marker("document", COMMAND_R),
    marker("system", CUSTOM),
    marker("systemprompt", CUSTOM),
    marker("user", CUSTOM),
    marker("assistant", CUSTOM),
    marker("human", CUSTOM),
    marker("developer", CUSTOM),
    marker("instruction", CUSTOM),
    marker("instructions", CUSTOM),
    marker("prompt", CUSTOM),
    marker("message", CUSTOM),
    marker("role", CUSTOM),
];

/// At the beginning of a line, before a colon: `Human:`.
pub(super) const ROLES: &[Marker] = &[
    marker("human", ANTHROPIC),
    marker("assistant", ANTHROPIC),
    marker("user", VICUNA),
    marker("system", VICUNA),
    marker("developer", CUSTOM),
    marker("gpt4correctuser", OPENCHAT),
    marker("gpt4correctassistant", OPENCHAT),
    marker("instruct", PHI_2),
    marker("ai", CUSTOM),
    marker("bot", CUSTOM),
    marker("chatbot", COMMAND_R),
];

/// The same in Japanese, in full; [`flat`](super::flat) keeps Latin letters alone.
pub(super) const JAPANESE_ROLES: &[&str] = &[
    "システム",
    "アシスタント",
    "ユーザー",
    "ユーザ",
    "人間",
    "開発者",
];

/// Whether `flat` is one of `markers`.
pub(super) fn is_one_of(markers: &[Marker], flat: &str) -> bool {
    markers.iter().any(|marker| marker.flat == flat)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_marker_is_flat_and_has_a_source() {
        for markers in [SQUARE, ANGLE, ROLES] {
            for marker in markers {
                assert_eq!(super::super::flat(marker.flat), marker.flat);
                assert!(!marker.source.is_empty());
                let same = markers.iter().filter(|other| other.flat == marker.flat);
                assert_eq!(same.count(), 1, "{}", marker.flat);
            }
        }
    }
}
