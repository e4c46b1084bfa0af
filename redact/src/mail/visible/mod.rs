//! What does a reply say once quotes, signatures and footers are gone?
//!
//! Every line is classified on its own, with a look-ahead of a few lines for headers that mail
//! programs break; then regions are cut. No expression runs over the whole text, so that time is
//! linear on any input. The trade-off: in doubt a line is kept, since an answer to half a question
//! is worse than a superfluous signature.
//!
//! ```
//! use redact::mail::visible::{CutKind, visible};
//!
//! let text = "承知しました。\n\n2025年5月12日(月) 18:41 山田 <yamada@example.jp>:\n> いかがですか。\n";
//! let reply = visible(text);
//! assert_eq!(reply.text(text), "承知しました。");
//! assert_eq!(reply.cut()[0].0, CutKind::QuoteHeader);
//! ```

mod attribution;
mod evidence;
mod footer;
mod header_block;
mod languages;
mod line;
mod marker;
mod phrases;
mod prefix;
mod regions;
mod wrap;

use crate::text::{Original, Span};

/// Which conventions to follow where people differ.
///
/// The default cuts whatever the author of the mail did not write for this one mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct VisibleOptions {
    /// Which signatures are cut.
    pub signatures: Signatures,
    /// Whether lines such as `Sent from my iPhone` are cut.
    pub sent_from: bool,
    /// Whether notices on confidentiality are cut.
    pub disclaimers: bool,
    /// Whether an English closing (`Regards,`) and what follows it are cut.
    pub closings: bool,
    /// What becomes of a message that the mail forwards.
    pub forwarded: Forwarded,
}

impl Default for VisibleOptions {
    fn default() -> Self {
        Self {
            signatures: Signatures::Recognized,
            sent_from: true,
            disclaimers: true,
            closings: false,
            forwarded: Forwarded::Keep,
        }
    }
}

/// Which signatures are cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signatures {
    /// None.
    Keep,
    /// Those behind a line that separates them: `-- `, or a line of dashes or ornaments.
    Separated,
    /// Those too that follow a closing sentence and look like one: company, telephone, address.
    Recognized,
}

/// What becomes of a message that the mail forwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forwarded {
    /// It is part of what the mail says, header lines included.
    Keep,
    /// Its header lines are cut, its text is kept.
    KeepBody,
}

/// Why a part of a reply was cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum CutKind {
    /// Text of an earlier mail.
    Quote,
    /// The line or lines that introduce a quote.
    QuoteHeader,
    /// The author's signature, a mailing list's footer, or a line that frames them.
    Signature,
    /// `Sent from my iPhone` and its like.
    SentFrom,
    /// A notice on confidentiality.
    Disclaimer,
    /// An English closing such as `Regards,`.
    Closing,
    /// The header lines of a forwarded message.
    ForwardHeader,
}

/// The visible text of a reply, as spans of the text it was found in.
///
/// Kept and cut spans together cover the whole text, in order, on character boundaries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VisibleText {
    kept: Vec<Span<Original>>,
    cut: Vec<(CutKind, Span<Original>)>,
}

impl VisibleText {
    /// What the author says.
    pub fn kept(&self) -> &[Span<Original>] {
        &self.kept
    }

    /// What was cut, and why.
    pub fn cut(&self) -> &[(CutKind, Span<Original>)] {
        &self.cut
    }

    /// The kept parts of `source`, the text that was classified, without empty lines around them.
    pub fn text(&self, source: &str) -> String {
        let mut text = String::new();
        for span in &self.kept {
            let part = source.get(span.range()).unwrap_or_default();
            if !text.is_empty() && !text.ends_with('\n') && !part.is_empty() {
                text.push('\n');
            }
            text.push_str(part);
        }
        let end = text.trim_end().len();
        text.truncate(end);
        // Spaces before the first word may be the author's own indent; empty lines are not.
        let first = text.len() - text.trim_start().len();
        let line_start = text
            .get(..first)
            .and_then(|blank| blank.rfind('\n'))
            .map_or(0, |at| at + 1);
        text.drain(..line_start);
        text
    }

    fn push(&mut self, kind: Option<CutKind>, start: usize, end: usize) {
        if start >= end {
            return;
        }
        match kind {
            None => match self.kept.last_mut() {
                Some(last) if last.end() == start => *last = Span::new(last.start(), end),
                _ => self.kept.push(Span::new(start, end)),
            },
            Some(kind) => match self.cut.last_mut() {
                Some((last_kind, last)) if *last_kind == kind && last.end() == start => {
                    *last = Span::new(last.start(), end);
                }
                _ => self.cut.push((kind, Span::new(start, end))),
            },
        }
    }
}

/// The visible text of a reply by the default conventions; see [`visible_with`].
pub fn visible(text: &str) -> VisibleText {
    visible_with(text, VisibleOptions::default())
}

/// The visible text of a reply.
pub fn visible_with(text: &str, options: VisibleOptions) -> VisibleText {
    let lines = line::split(text);
    let decisions = regions::decide(&lines, options);
    let mut visible = VisibleText::default();
    let ends = lines
        .iter()
        .skip(1)
        .map(|line| line.start)
        .chain([text.len()]);
    let mut shared = decisions.shared.into_iter().peekable();
    for (at, ((line, end), cut)) in lines.iter().zip(ends).zip(decisions.cut).enumerate() {
        let mut start = line.start;
        if let Some((_, kept)) = shared.next_if(|(line, _)| *line == at) {
            visible.push(None, start, start + kept);
            start += kept;
        }
        visible.push(cut, start, end);
    }
    visible
}
