//! Is every message read or refused, does the visible text cover it in order, and has everything that
//! is hidden in HTML its place?

use redact::mail::html::to_text;
use redact::mail::parse;
use redact::mail::visible::{VisibleText, visible};

/// Parses the input as a message and, whatever it is, as the text of a reply, as HTML and as CSS.
pub fn check(data: &[u8]) {
    if let Ok(mail) = parse(data) {
        for header in mail.headers() {
            let _ = mail.header(header.name());
        }
        let _ = (mail.from(), mail.to(), mail.cc(), mail.reply_to());
        let _ = (mail.date(), mail.message_id(), mail.references());
        let text = mail.text();
        assert_covers(&text, &visible(&text));
        let _ = mail.to_analysis_text();
        for attachment in mail.attachments() {
            assert_eq!(attachment.size(), attachment.content().len());
        }
    }
    let text = super::text(data);
    assert_covers(&text, &visible(&text));
    for html in [
        text.to_string(),
        format!("<style>{text}</style><p class=a>x</p>"),
    ] {
        let read = to_text(&html);
        for hidden in &read.hidden {
            assert!(hidden.at <= html.len() && !hidden.text.is_empty());
        }
    }
}

/// Kept and cut spans together are the whole text.
fn assert_covers(text: &str, visible: &VisibleText) {
    let cut = visible.cut().iter().map(|(_, span)| *span);
    let mut spans: Vec<_> = visible.kept().iter().copied().chain(cut).collect();
    spans.sort_unstable();
    let mut behind = 0;
    for span in spans {
        assert_eq!(span.start(), behind, "a gap or an overlap");
        assert!(text.get(span.range()).is_some(), "a cut character");
        behind = span.end();
    }
    assert_eq!(behind, text.len(), "the end is missing");
    let _ = visible.text(text);
}
