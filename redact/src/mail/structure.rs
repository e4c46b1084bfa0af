//! Which bytes of a mail are which part's header lines and body?
//!
//! One pass over the lines with a stack of open boundaries, so that time is linear and nesting is
//! bounded on any input. `mail-parser` 0.11 was measured for this job and not taken: parts that
//! declare boundaries which never come cost it quadratic time, deeply nested messages overflow the
//! stack, and charsets would have been decoded twice. On ordinary mail both agree (see the tests).
//!
//! Grammar: RFC 2046 section 5.1. An attached message is a leaf: whoever wants to look inside parses
//! its content as a mail of its own.

use super::header::{Header, ParameterizedValue};

/// Deeper multiparts are kept as attachments.
const DEEPEST: usize = 24;
/// Further parts are left out with a warning.
const MOST_PARTS: usize = 2_000;

/// What stands at a leaf.
pub(super) struct Leaf<'b> {
    pub(super) headers: Vec<Header>,
    pub(super) content_type: ParameterizedValue,
    /// As it travelled, transfer encoding included.
    pub(super) body: &'b [u8],
    /// The nearest `multipart/alternative` around it, by number.
    pub(super) alternative: Option<usize>,
}

/// A mail cut into its leaves.
pub(super) struct Structure<'b> {
    /// The header of the mail itself.
    pub(super) headers: Vec<Header>,
    pub(super) leaves: Vec<Leaf<'b>>,
    /// Parts that were too deep or too many.
    pub(super) is_cut_short: bool,
    /// A multipart whose closing delimiter never came.
    pub(super) is_unfinished: bool,
}

/// A multipart whose parts are being read.
struct Open {
    boundary: Vec<u8>,
    alternative: Option<usize>,
}

/// What the current line belongs to.
enum Place<'b> {
    Header {
        start: usize,
    },
    Leaf(Leaf<'b>, usize),
    /// Before the first delimiter of a multipart; text if no delimiter ever comes.
    Preamble(Leaf<'b>, usize),
    Ignored,
}

/// Cuts a mail into its leaves.
pub(super) fn read(bytes: &[u8]) -> Structure<'_> {
    let mut reader = Reader {
        bytes,
        open: Vec::new(),
        alternatives: 0,
        place: Place::Header { start: 0 },
        structure: Structure {
            headers: Vec::new(),
            leaves: Vec::new(),
            is_cut_short: false,
            is_unfinished: false,
        },
        is_top: true,
    };
    let mut start = 0;
    for line in bytes.split_inclusive(|&b| b == b'\n') {
        let end = start + line.len();
        reader.line(line, start, end);
        start = end;
    }
    reader.finish()
}

struct Reader<'b> {
    bytes: &'b [u8],
    open: Vec<Open>,
    alternatives: usize,
    place: Place<'b>,
    structure: Structure<'b>,
    /// Whether the header being read is that of the mail itself.
    is_top: bool,
}

impl<'b> Reader<'b> {
    fn line(&mut self, line: &[u8], start: usize, end: usize) {
        if let Some((level, is_closing)) = self.delimiter(line) {
            self.close(start);
            self.open.truncate(level + 1);
            if is_closing {
                self.open.pop();
                self.place = Place::Ignored;
            } else {
                self.place = Place::Header { start: end };
            }
            return;
        }
        let Place::Header {
            start: header_start,
        } = self.place
        else {
            return;
        };
        let next = self.bytes.get(end..).unwrap_or_default();
        let next = next.split(|&b| b == b'\n').next().unwrap_or_default();
        let goes_on =
            start > header_start && is_header_line(next, false) && !next.trim_ascii().is_empty();
        if line.trim_ascii().is_empty() {
            // A fold of nothing but white space is obsolete and legal (RFC 5322 section 4.2).
            let is_fold = matches!(line.first(), Some(b' ' | b'\t'));
            if !(is_fold && goes_on) {
                self.end_header(header_start, start, end);
            }
        } else if !is_header_line(line, start == header_start) && !goes_on {
            // No blank line before the body: the line is its first, unless a header line follows,
            // in which case somebody forgot to indent a fold.
            self.end_header(header_start, start, start);
        }
    }

    /// The level of the multipart that the line delimits, and whether it closes it.
    fn delimiter(&self, line: &[u8]) -> Option<(usize, bool)> {
        let line = line.strip_prefix(b"--")?.trim_ascii_end();
        let levels = self.open.iter().enumerate().rev();
        let mut delimiters = levels.filter_map(|(level, open)| {
            match line.strip_prefix(open.boundary.as_slice())? {
                b"" => Some((level, false)),
                b"--" => Some((level, true)),
                _ => None,
            }
        });
        delimiters.next()
    }

    /// The header from `start` to `end` is complete, the body begins at `body`.
    fn end_header(&mut self, start: usize, end: usize, body: usize) {
        let headers = read_headers(self.bytes.get(start..end).unwrap_or_default());
        let content_type = headers
            .iter()
            .find(|header| header.is("Content-Type"))
            .map(Header::parameterized)
            .unwrap_or_default();
        let alternative = self.open.last().and_then(|open| open.alternative);
        let boundary = content_type
            .value
            .starts_with("multipart/")
            .then(|| content_type.parameter("boundary"))
            .flatten()
            .map(|boundary| boundary.trim_end().as_bytes().to_vec())
            .filter(|boundary| !boundary.is_empty());
        let is_alternative = content_type.value == "multipart/alternative";
        let mut leaf = Leaf {
            headers,
            content_type,
            body: b"",
            alternative,
        };
        if std::mem::take(&mut self.is_top) {
            self.structure.headers.clone_from(&leaf.headers);
        }
        let Some(boundary) = boundary else {
            self.place = Place::Leaf(leaf, body);
            return;
        };
        if self.open.len() >= DEEPEST {
            self.structure.is_cut_short = true;
            self.place = Place::Leaf(leaf, body);
            return;
        }
        if is_alternative && alternative.is_none() {
            leaf.alternative = Some(self.alternatives);
            self.alternatives += 1;
        }
        self.open.push(Open {
            boundary,
            alternative: leaf.alternative,
        });
        self.place = Place::Preamble(leaf, body);
    }

    /// What was being read ends before the line at `line_start`.
    fn close(&mut self, line_start: usize) {
        match std::mem::replace(&mut self.place, Place::Ignored) {
            // A part that is nothing but a header.
            Place::Header { start } if start < line_start => {
                self.end_header(start, line_start, line_start);
                self.close(line_start);
            }
            Place::Leaf(leaf, start) => self.keep(leaf, start, line_start),
            Place::Header { .. } | Place::Preamble(..) | Place::Ignored => {}
        }
    }

    /// The line break before a delimiter belongs to the delimiter.
    fn keep(&mut self, mut leaf: Leaf<'b>, start: usize, end: usize) {
        if self.structure.leaves.len() >= MOST_PARTS {
            self.structure.is_cut_short = true;
            return;
        }
        let body = self.bytes.get(start..end).unwrap_or_default();
        let is_whole_mail = end == self.bytes.len();
        leaf.body = match body.strip_suffix(b"\n") {
            Some(body) if !is_whole_mail => body.strip_suffix(b"\r").unwrap_or(body),
            _ => body,
        };
        self.structure.leaves.push(leaf);
    }

    fn finish(mut self) -> Structure<'b> {
        let end = self.bytes.len();
        if let Place::Header { start } = self.place {
            self.end_header(start, end, end);
        }
        self.structure.is_unfinished = !self.open.is_empty();
        match std::mem::replace(&mut self.place, Place::Ignored) {
            // The boundary never came: what follows the header is the text.
            Place::Preamble(mut leaf, start) if self.structure.leaves.is_empty() => {
                leaf.content_type = ParameterizedValue::default();
                self.keep(leaf, start, end);
            }
            Place::Leaf(leaf, start) => self.keep(leaf, start, end),
            _ => {}
        }
        self.structure
    }
}

/// Whether the line can stand in a header: a name and a colon, or a fold of the line before.
fn is_header_line(line: &[u8], is_first: bool) -> bool {
    if matches!(line.first(), Some(b' ' | b'\t')) {
        return !is_first;
    }
    // The separator of mbox files stands before some saved mails.
    if is_first && (line.starts_with(b"From ") || line.starts_with(b">From ")) {
        return true;
    }
    header_name(line).is_some()
}

/// RFC 5322 section 2.2: printable ASCII up to the colon. White space before the colon is obsolete
/// and legal (section 4.5).
fn header_name(line: &[u8]) -> Option<(&[u8], &[u8])> {
    /// Longer than any registered name.
    const LONGEST: usize = 128;
    let colon = line.iter().take(LONGEST).position(|&b| b == b':')?;
    let (name, value) = line.split_at_checked(colon)?;
    let name = name.trim_ascii_end();
    let is_name = !name.is_empty() && name.iter().all(u8::is_ascii_graphic);
    is_name.then_some((name, value.get(1..)?))
}

/// Whether the bytes begin like a mail: a header line, perhaps behind an mbox separator.
pub(super) fn begins_with_header(bytes: &[u8]) -> bool {
    let mut lines = bytes.split(|&b| b == b'\n').take(2);
    let first = lines.next().unwrap_or_default();
    let first = if first.starts_with(b"From ") {
        lines.next().unwrap_or_default()
    } else {
        first
    };
    header_name(first).is_some()
}

fn read_headers(bytes: &[u8]) -> Vec<Header> {
    let mut lines: Vec<(&[u8], std::ops::Range<usize>)> = Vec::new();
    let mut start = 0;
    for line in bytes.split_inclusive(|&b| b == b'\n') {
        let end = start + line.len();
        let is_fold = matches!(line.first(), Some(b' ' | b'\t'));
        match (is_fold, header_name(line)) {
            (false, Some((name, value))) => lines.push((name, end - value.len()..end)),
            _ => {
                if let Some((_, value)) = lines.last_mut() {
                    value.end = end;
                }
            }
        }
        start = end;
    }
    let label = lines
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(b"Content-Type"))
        .and_then(|(name, value)| {
            let header = Header::read(name, bytes.get(value.clone())?, None);
            header
                .parameterized()
                .parameter("charset")
                .map(str::to_owned)
        });
    lines
        .into_iter()
        .map(|(name, value)| {
            Header::read(name, bytes.get(value).unwrap_or_default(), label.as_deref())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bodies(mail: &[u8]) -> Vec<String> {
        let leaves = read(mail).leaves;
        let text = leaves
            .iter()
            .map(|leaf| String::from_utf8_lossy(leaf.body).into_owned());
        text.collect()
    }

    #[test]
    fn parts_end_before_their_delimiter() {
        let mail = b"Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\npreamble\r\n--b\r\n\r\none\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\ntwo\r\n--b--\r\nepilogue";
        assert_eq!(bodies(mail), ["one\r\n", "two"]);
    }

    #[test]
    fn an_inner_multipart_that_never_closes_ends_with_the_outer() {
        let mail = b"Content-Type: multipart/mixed; boundary=o\n\n--o\nContent-Type: multipart/alternative; boundary=i\n\n--i\n\none\n--o\n\ntwo\n--o--\n";
        assert_eq!(bodies(mail), ["one", "two"]);
        assert!(read(b"Content-Type: multipart/mixed; boundary=o\n\n--o\n\nx").is_unfinished);
    }

    #[test]
    fn a_boundary_that_never_comes_leaves_the_text() {
        let mail = b"Content-Type: multipart/mixed; boundary=o\n\nthe text\n";
        assert_eq!(bodies(mail), ["the text\n"]);
    }

    #[test]
    fn a_body_without_blank_line_and_a_fold_without_indent() {
        assert_eq!(
            bodies(b"Subject: a\nFrom: b\nthe text: is\n\nx"),
            ["the text: is\n\nx"]
        );
        let structure = read(b"Subject: a\r\n \r\n more\r\nFrom: b\r\n\r\nx");
        assert_eq!(structure.headers.len(), 2);
        let structure = read(b"Subject: a\nmore\nFrom: b\n\nx");
        assert_eq!(structure.headers.first().map(Header::value), Some("a more"));
    }

    #[test]
    fn depth_and_number_are_bounded() {
        use std::fmt::Write as _;
        let mut deep = String::new();
        for level in 0..1000 {
            let _ = write!(
                deep,
                "Content-Type: multipart/mixed; boundary=b{level}\n\n--b{level}\n"
            );
        }
        let structure = read(deep.as_bytes());
        assert!(structure.is_cut_short);
        let mut many = String::from("Content-Type: multipart/mixed; boundary=b\n\n");
        many.extend(std::iter::repeat_n("--b\n\nx\n", MOST_PARTS + 1));
        assert_eq!(read(many.as_bytes()).leaves.len(), MOST_PARTS);
    }
}
