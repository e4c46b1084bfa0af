//! Which text of a mail does the analyzer read?

use super::Mail;

/// The header lines that a mail program shows, in its order.
const SHOWN: [&str; 6] = ["From", "To", "Cc", "Reply-To", "Subject", "Date"];

impl Mail {
    /// The mail as one text: the header lines that a mail program shows as `Name: value`, decoded,
    /// then an empty line, then [`Mail::text`] with `\n` as line ends. Offsets of results count in
    /// this text.
    ///
    /// ```
    /// let mail = redact::mail::parse(b"To: b@example.jp\r\nFrom: a@example.jp\r\n\r\nHi\r\n")?;
    /// assert_eq!(mail.to_analysis_text(), "From: a@example.jp\nTo: b@example.jp\n\nHi\n");
    /// # Ok::<(), redact::Error>(())
    /// ```
    pub fn to_analysis_text(&self) -> String {
        let body = self.text();
        let mut text = String::with_capacity(body.len() + 256);
        for name in SHOWN {
            for header in self.headers().iter().filter(|header| header.is(name)) {
                text.push_str(name);
                text.push_str(": ");
                text.push_str(header.value());
                text.push('\n');
            }
        }
        text.push('\n');
        text.push_str(&body.replace("\r\n", "\n").replace('\r', "\n"));
        text
    }
}
