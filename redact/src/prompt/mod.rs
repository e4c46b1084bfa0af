//! How does a mail reach a language model, and what may come back?
//!
//! In this order: [`visible_only`] takes out what no person sees, the analyzer and the anonymizer hide
//! personal data, [`PromptEnvelope`] puts the redacted mail behind a fence, [`InjectionReport`] tells a
//! reviewer what the mail tries, and [`OutputGuard`] judges the draft before anything is restored in it.
//! The fence and the guard do the protecting; the report only informs. Nothing here does I/O; random
//! bytes come from a [`RandomSource`](crate::RandomSource).

mod confusable;
mod envelope;
mod fence;
mod guard;
mod injection;
mod invisible;
mod marking;
mod pieces;
mod scenario;

pub use envelope::{ChatMessage, Language, PromptEnvelope, PromptEnvelopeBuilder, Role};
pub use guard::{GuardReport, OutputGuard, Violation, ViolationKind};
pub use injection::{Family, InjectionReport, Severity, Signal};
pub use invisible::{Invisible, VisibleOnly, is_invisible, visible_only};
pub use marking::{Marked, Marking, mark, remove_marks};
pub use scenario::{
    BUG_REPORT_ACK, INQUIRY_RESPONSE, MEETING_FOLLOWUP, SCHEDULE_COORDINATION, Scenario,
};
