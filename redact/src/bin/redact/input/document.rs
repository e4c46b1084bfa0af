//! One line of JSON Lines: a text, and what it asks for.

use redact::EntityType;
use serde_json::{Value, json};

/// One line of JSON Lines.
pub(crate) struct Document {
    pub(crate) id: Option<Value>,
    pub(crate) text: String,
    pub(crate) request: DocumentRequest,
}

/// What a line asks for beside its text; the default asks for nothing of its own.
#[derive(Default)]
pub(crate) struct DocumentRequest {
    /// Empty if the line names none.
    pub(crate) entities: Vec<EntityType>,
    language: Option<String>,
}

impl DocumentRequest {
    pub(crate) fn language(&self) -> Option<&str> {
        self.language.as_deref()
    }

    /// Reads "entities" and "language"; a field of another type is an error, since a text whose request
    /// is passed over may go out in clear.
    fn take(fields: &mut serde_json::Map<String, Value>) -> Result<Self, String> {
        let entities = match fields.remove("entities") {
            None | Some(Value::Null) => Vec::new(),
            // Gold files carry labelled spans under the same name.
            Some(Value::Array(spans)) if spans.iter().all(Value::is_object) => Vec::new(),
            Some(Value::Array(names)) => names
                .into_iter()
                .map(|name| match name {
                    Value::String(name) => Ok(EntityType::new(name)),
                    _ => Err("the field \"entities\" is not a list of names".to_owned()),
                })
                .collect::<Result<_, _>>()?,
            Some(_) => return Err("the field \"entities\" is not a list of names".to_owned()),
        };
        let language = match fields.remove("language") {
            None | Some(Value::Null) => None,
            Some(Value::String(code)) if is_language(&code) => Some(code),
            Some(_) => {
                return Err(
                    "the field \"language\" is not an ISO 639 code such as ja or en".to_owned(),
                );
            }
        };
        Ok(Self { entities, language })
    }
}

/// Whether this has the form of an ISO 639 code.
pub(crate) fn is_language(code: &str) -> bool {
    (2..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// A line that is no document, and why. Holds no text of it.
pub(crate) struct BadLine {
    pub(crate) number: u64,
    pub(crate) error: String,
}

impl BadLine {
    /// What stands in the place of the line's answer.
    pub(crate) fn json(self, id: Option<Value>) -> Value {
        let mut answer = json!({"line": self.number, "error": self.error});
        if let (Some(id), Some(fields)) = (id, answer.as_object_mut()) {
            fields.insert("id".into(), id);
        }
        answer
    }
}

impl Document {
    pub(super) fn parse(line: &[u8]) -> Result<Self, String> {
        let line = std::str::from_utf8(line).map_err(|error| {
            format!("not UTF-8 from byte {} of the line on", error.valid_up_to())
        })?;
        let mut value: Value = serde_json::from_str(line).map_err(|error| {
            format!(
                "no JSON ({:?} error at column {})",
                error.classify(),
                error.column()
            )
        })?;
        let Some(fields) = value.as_object_mut() else {
            return Err("a JSON object with a field \"text\" is expected".to_owned());
        };
        let text = match fields.remove("text") {
            Some(Value::String(text)) => text,
            Some(_) => return Err("the field \"text\" is not a string".to_owned()),
            None => return Err("the field \"text\" is missing".to_owned()),
        };
        let request = DocumentRequest::take(fields)?;
        Ok(Self {
            id: fields.remove("id"),
            text,
            request,
        })
    }
}
