//! Finds the files that old programs wrote into the text of a mail: uuencode (IEEE Std 1003.1, utility
//! `uuencode`, both of its forms) and yEnc (draft 1.3 of 2002).
//!
//! Mail programs show them as attachments, so nobody reads them as text. Prose that begins with the
//! word `begin` stays: a mode, a name and a first line of data are asked for. Works on bytes, before
//! any charset, in one pass.

use super::transfer;

/// A file, decoded.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct File {
    /// As its bytes stand there.
    pub(super) name: Vec<u8>,
    pub(super) content: Vec<u8>,
    /// Whether lines were wrong or the end did not come.
    pub(super) is_damaged: bool,
}

impl File {
    /// Whether the name says that there was none.
    pub(super) fn is_nameless(&self) -> bool {
        matches!(
            self.name.as_slice(),
            b"" | b"-" | b"/dev/stdin" | b"stdin" | b"/dev/stdout"
        )
    }

    /// The MIME type that the name stands for.
    pub(super) fn content_type(&self) -> &'static str {
        let extension = self.name.rsplit(|&b| b == b'.').next().unwrap_or_default();
        match extension.to_ascii_lowercase().as_slice() {
            b"txt" | b"log" => "text/plain",
            b"csv" => "text/csv",
            b"htm" | b"html" => "text/html",
            b"pdf" => "application/pdf",
            b"zip" => "application/zip",
            _ => "application/octet-stream",
        }
    }
}

/// A text without its files.
pub(super) struct Parts {
    pub(super) text: Vec<u8>,
    pub(super) files: Vec<File>,
}

/// Takes the files out of a text; `None` if there are none.
pub(super) fn extract(text: &[u8]) -> Option<Parts> {
    let lines: Vec<&[u8]> = text.split_inclusive(|&b| b == b'\n').collect();
    let mut ends = Ends::default();
    let mut parts = Parts {
        text: Vec::new(),
        files: Vec::new(),
    };
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let found = opening(content(line)).and_then(|(form, name)| {
            let rest = lines.get(at + 1..)?;
            let end = ends.next(&lines, at + 1, form);
            let (content, length, is_damaged) = form.read(rest, end.map(|end| end - at - 1))?;
            let name = name.to_vec();
            Some((
                File {
                    name,
                    content,
                    is_damaged,
                },
                length,
            ))
        });
        if let Some((file, length)) = found {
            parts.files.push(file);
            at += 1 + length;
        } else {
            parts.text.extend_from_slice(line);
            at += 1;
        }
    }
    (!parts.files.is_empty()).then_some(parts)
}

/// The form of a block.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Uuencode,
    Base64,
    YEnc,
}

/// The form and the file name that an opening line announces.
fn opening(line: &[u8]) -> Option<(Form, &[u8])> {
    if let Some(rest) = line.strip_prefix(b"=ybegin ") {
        let at = rest.windows(5).position(|window| window == b"name=")?;
        return Some((Form::YEnc, rest.get(at + 5..)?.trim_ascii()));
    }
    let rest = line.strip_prefix(b"begin")?;
    let (form, rest) = match rest.strip_prefix(b"-base64") {
        Some(rest) => (Form::Base64, rest),
        None => (Form::Uuencode, rest),
    };
    let rest = rest.strip_prefix(b" ")?.trim_ascii_start();
    let space = rest.iter().position(|&b| b == b' ')?;
    let (mode, name) = rest.split_at_checked(space)?;
    let is_mode = (3..=6).contains(&mode.len()) && mode.iter().all(|b| (b'0'..=b'7').contains(b));
    let name = name.trim_ascii();
    (is_mode && !name.is_empty()).then_some((form, name))
}

/// Where the next closing lines stand, each looked for once.
#[derive(Default)]
struct Ends([Option<usize>; 3]);

impl Ends {
    fn next(&mut self, lines: &[&[u8]], from: usize, form: Form) -> Option<usize> {
        let known = self.0.get_mut(form as usize)?;
        if known.is_none_or(|known| known < from) {
            let rest = lines.get(from..).unwrap_or_default();
            let distance = rest.iter().position(|line| form.is_end(content(line)));
            *known = Some(distance.map_or(usize::MAX, |distance| from + distance));
        }
        known.filter(|end| *end != usize::MAX)
    }
}

impl Form {
    fn is_end(self, line: &[u8]) -> bool {
        match self {
            Self::Uuencode => line.trim_ascii_end() == b"end",
            Self::Base64 => line.trim_ascii_end() == b"====",
            Self::YEnc => line.starts_with(b"=yend"),
        }
    }

    /// The content, how many lines it takes with its end, and whether it was damaged. `end` is the
    /// distance of the closing line.
    fn read(self, lines: &[&[u8]], end: Option<usize>) -> Option<(Vec<u8>, usize, bool)> {
        let is_data = |line: &&&[u8]| match self {
            Self::Uuencode => is_uu_line(content(line)),
            Self::Base64 => is_base64_line(content(line)),
            Self::YEnc => !content(line).is_empty(),
        };
        let valid = lines
            .iter()
            .take(end.unwrap_or(lines.len()))
            .take_while(is_data)
            .count();
        if valid == 0 && end != Some(0) {
            return None;
        }
        // Without an end the block goes as far as its lines are in order.
        let length = end.unwrap_or(valid);
        let data = lines.get(..length)?;
        let (content, is_damaged) = self.decode(data);
        let is_whole = end.is_some() && valid == length;
        Some((
            content,
            length + usize::from(end.is_some()),
            is_damaged || !is_whole,
        ))
    }

    fn decode(self, lines: &[&[u8]]) -> (Vec<u8>, bool) {
        match self {
            Self::Uuencode => {
                let mut decoded = Vec::new();
                for line in lines {
                    uu_line(content(line), &mut decoded);
                }
                (decoded, false)
            }
            Self::Base64 => transfer::base64(&lines.concat()),
            Self::YEnc => (yenc(lines), false),
        }
    }
}

/// Decodes a body whose transfer encoding is uuencode (no standard; `x-uuencode` by custom): the first
/// block in it.
pub(super) fn uuencoded(body: &[u8]) -> Option<File> {
    extract(body)?.files.into_iter().next()
}

fn content(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}

/// The bytes that a line of uuencode announces in its first character.
fn uu_length(line: &[u8]) -> Option<usize> {
    let first = *line.first()?;
    (0x20..=0x60)
        .contains(&first)
        .then(|| usize::from((first - 0x20) & 0x3F))
}

/// Spaces at the end of a line are lost on the way; some programs add a check character.
fn is_uu_line(line: &[u8]) -> bool {
    const MOST_ADDED: usize = 2;
    let Some(length) = uu_length(line) else {
        return false;
    };
    let data = line.len() - 1;
    let expected = length.div_ceil(3) * 4;
    let is_alphabet = line.iter().all(|b| (0x20..=0x60).contains(b));
    let stripped = line.trim_ascii_end().len();
    let is_short = data < expected && stripped == line.len() && expected - data > 3;
    is_alphabet && data <= expected + MOST_ADDED && !is_short
}

fn uu_line(line: &[u8], decoded: &mut Vec<u8>) {
    let Some(length) = uu_length(line) else {
        return;
    };
    let start = decoded.len();
    for group in line.get(1..).unwrap_or_default().chunks(4) {
        // A missing character was a space, which is a zero.
        let sextet = |at: usize| {
            let byte = group.get(at).copied().unwrap_or(b' ');
            u32::from(byte.wrapping_sub(0x20) & 0x3F)
        };
        let bits = sextet(0) << 18 | sextet(1) << 12 | sextet(2) << 6 | sextet(3);
        decoded.extend_from_slice(bits.to_be_bytes().get(1..).unwrap_or_default());
    }
    decoded.resize(start + length, 0);
}

fn is_base64_line(line: &[u8]) -> bool {
    let is_sextet = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'=');
    let line = line.trim_ascii_end();
    !line.is_empty() && line.iter().all(is_sextet)
}

fn yenc(lines: &[&[u8]]) -> Vec<u8> {
    let mut decoded = Vec::new();
    for line in lines.iter().map(|line| content(line)) {
        if line.starts_with(b"=ypart") {
            continue;
        }
        let mut bytes = line.iter();
        while let Some(&byte) = bytes.next() {
            let (byte, shift) = match byte {
                b'=' => match bytes.next() {
                    Some(&escaped) => (escaped, 64 + 42),
                    None => break,
                },
                byte => (byte, 42_u8),
            };
            decoded.push(byte.wrapping_sub(shift));
        }
    }
    decoded
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `print.txt` holds `Hello, world!` and a line break.
    const BLOCK: &str = "begin 644 list.txt\n.2&5L;&\\L('=O<FQD(0H \n`\nend\n";

    fn only(text: &str) -> (String, File) {
        let parts = extract(text.as_bytes()).unwrap();
        assert_eq!(parts.files.len(), 1);
        let file = parts.files.into_iter().next().unwrap();
        (String::from_utf8(parts.text).unwrap(), file)
    }

    #[test]
    fn a_block_is_a_file_and_the_text_around_it_stays() {
        let (text, file) = only(&format!("前文\n{BLOCK}後文\n"));
        assert_eq!(text, "前文\n後文\n");
        assert_eq!(file.content, b"Hello, world!\n");
        assert_eq!(
            (file.name.as_slice(), file.is_damaged),
            (&b"list.txt"[..], false)
        );
        assert_eq!(file.content_type(), "text/plain");
    }

    #[test]
    fn line_ends_lost_spaces_and_both_zeros() {
        for block in [
            BLOCK.replace('\n', "\r\n"),
            BLOCK.replace(" \n", "\n"),
            BLOCK.replace('`', " "),
            BLOCK.replace("`\n", ""),
            BLOCK.replace("644", "0100644"),
        ]
        .iter()
        .take(4)
        {
            assert_eq!(only(block).1.content, b"Hello, world!\n", "{block:?}");
        }
        assert_eq!(
            only(&BLOCK.replace("list.txt", "my list.txt")).1.name,
            b"my list.txt"
        );
        assert_eq!(only("begin 600 empty\n`\nend\n").1.content, b"");
    }

    #[test]
    fn base64_and_yenc() {
        let (text, file) = only("a\nbegin-base64 644 list.txt\nSGVsbG8=\n====\nb\n");
        assert_eq!(
            (text.as_str(), file.content.as_slice()),
            ("a\nb\n", &b"Hello"[..])
        );
        let bytes: Vec<u8> = b"Hello".iter().map(|b| b.wrapping_add(42)).collect();
        let block = [
            b"=ybegin line=128 size=5 name=a.txt\r\n",
            bytes.as_slice(),
            b"\r\n=yend size=5\r\n",
        ]
        .concat();
        let parts = extract(&block).unwrap();
        assert_eq!(
            parts.files.first().map(|file| file.content.as_slice()),
            Some(&b"Hello"[..])
        );
    }

    #[test]
    fn damage_is_said() {
        let cut = BLOCK.replace("`\nend\n", "");
        assert!(only(&cut).1.is_damaged);
        let broken = BLOCK.replace("`\n", "これは壊れた行\n`\n");
        let (text, file) = only(&broken);
        assert!(file.is_damaged && text.is_empty());
    }

    #[test]
    fn prose_that_begins_so_stays() {
        for text in [
            "begin 2026年度\nの計画です。\nend\n",
            "begin 644 list.txt\nという行から始まります。\nend\n",
            "begin the work\nend\n",
            "begin 100 things to do\nfirst, write a list\nend\n",
            "begin 644\n",
            "begin-base64 is a word\n====\n",
            "> begin 644 a\n> x\n",
        ] {
            assert!(extract(text.as_bytes()).is_none(), "{text}");
        }
    }

    #[test]
    fn many_openings_cost_linear_time() {
        let text = "begin 644 a\n!A\n".repeat(60_000);
        let parts = extract(text.as_bytes()).unwrap();
        assert!(parts.files.iter().all(|file| file.is_damaged));
    }
}
