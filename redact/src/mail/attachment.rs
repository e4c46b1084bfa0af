//! A file that came with a mail.

use super::charset;

/// A part that a mail program shows as a file.
#[derive(Clone, PartialEq, Eq)]
pub struct Attachment {
    pub(super) name: Option<String>,
    pub(super) content_type: String,
    pub(super) is_inline: bool,
    pub(super) charset: Option<String>,
    pub(super) content: Vec<u8>,
}

impl Attachment {
    /// The file name, decoded; it may hold personal data.
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The MIME type in lower case, such as `application/pdf`.
    pub fn content_type(&self) -> &str {
        &self.content_type
    }

    /// Whether the part belongs into the text, such as a picture in HTML.
    pub fn is_inline(&self) -> bool {
        self.is_inline
    }

    /// The content without its transfer encoding. An attached mail (`message/rfc822`) can be parsed
    /// from it.
    pub fn content(&self) -> &[u8] {
        &self.content
    }

    /// The content of an attached text (`text/…`), decoded; HTML as its source.
    pub fn text(&self) -> Option<String> {
        let is_text = self.content_type.starts_with("text/");
        is_text.then(|| charset::decode(&self.content, self.charset.as_deref()).text)
    }

    /// The size of the content in bytes.
    pub fn size(&self) -> usize {
        self.content.len()
    }
}

/// Prints no personal data.
impl std::fmt::Debug for Attachment {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Attachment")
            .field("content_type", &self.content_type)
            .field("size", &self.size())
            .finish_non_exhaustive()
    }
}
