//! How is the body of a mail written (RFC 2045, RFC 2046)?

use super::charset::encode;
use super::header::encoded_words;
use super::transfer::{self, base64_lines, hex};
use super::{Attachment, EmlError, Form, Naming, Recipe};

/// The content headers, the blank line and the body.
pub(super) fn write(id: &str, body: &str, recipe: &Recipe) -> Result<Vec<u8>, EmlError> {
    let text = match recipe.form {
        Form::Plain => part("plain", body, recipe)?,
        Form::Html => part("html", &html(body)?, recipe)?,
        Form::Alternative => multipart(
            "alternative",
            id,
            &[
                part("plain", body, recipe)?,
                part("html", &html(body)?, recipe)?,
            ],
        ),
    };
    match &recipe.attachment {
        None => Ok(text),
        Some(file) => Ok(multipart("mixed", id, &[text, attachment(file, recipe)?])),
    }
}

fn part(subtype: &str, text: &str, recipe: &Recipe) -> Result<Vec<u8>, EmlError> {
    let bytes = encode(&text.replace('\n', "\r\n"), recipe.charset)?;
    let mut part = format!(
        "Content-Type: text/{subtype}; charset={}\r\nContent-Transfer-Encoding: {}\r\n\r\n",
        recipe.charset.name(),
        recipe.transfer.name()
    )
    .into_bytes();
    part.extend(transfer::encode(&bytes, recipe.transfer));
    Ok(part)
}

fn multipart(subtype: &str, id: &str, parts: &[Vec<u8>]) -> Vec<u8> {
    let boundary = format!("=_{subtype}_{id}");
    let mut written =
        format!("Content-Type: multipart/{subtype};\r\n boundary=\"{boundary}\"\r\n\r\n")
            .into_bytes();
    for part in parts {
        written.extend(format!("--{boundary}\r\n").into_bytes());
        written.extend(part);
        // The line end in front of a boundary belongs to the boundary.
        written.extend(b"\r\n");
    }
    written.extend(format!("--{boundary}--\r\n").into_bytes());
    written
}

fn attachment(file: &Attachment, recipe: &Recipe) -> Result<Vec<u8>, EmlError> {
    let content_type = match file.name.rsplit_once('.') {
        Some((_, "pdf")) => "application/pdf",
        Some((_, "csv")) => "text/csv",
        Some((_, "jpg")) => "image/jpeg",
        _ => "application/octet-stream",
    };
    let name = match file.naming {
        Naming::Rfc2231 => {
            let name: String = file
                .name
                .bytes()
                .map(|byte| match byte {
                    b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-' | b'_' => {
                        char::from(byte).to_string()
                    }
                    _ => hex('%', byte),
                })
                .collect();
            format!("filename*=UTF-8''{name}")
        }
        Naming::Rfc2047 => format!("filename=\"{}\"", encoded_words(&file.name, recipe)?),
    };
    Ok(format!(
        "Content-Type: {content_type}\r\nContent-Transfer-Encoding: base64\r\n\
         Content-Disposition: attachment;\r\n {name}\r\n\r\n{}",
        base64_lines(b"An attachment without content, for the tests of mail readers.\n")
    )
    .into_bytes())
}

/// The text as the simplest HTML that shows it line by line.
fn html(body: &str) -> Result<String, EmlError> {
    let collapses =
        |line: &str| line.starts_with(' ') || line.contains("  ") || line.contains('\t');
    if let Some(line) = body.lines().position(collapses) {
        return Err(EmlError::Blanks { line: line + 1 });
    }
    let mut html = String::from("<html>\n<head><title></title></head>\n<body>\n");
    for line in body.lines() {
        for character in line.chars() {
            match character {
                '<' => html.push_str("&lt;"),
                '>' => html.push_str("&gt;"),
                '&' => html.push_str("&amp;"),
                _ => html.push(character),
            }
        }
        html.push_str("<br>\n");
    }
    html.push_str("</body>\n</html>\n");
    Ok(html)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_escapes_and_refuses_blanks_that_it_would_lose() {
        assert!(html("a<b>&c\n").unwrap().contains("a&lt;b&gt;&amp;c<br>\n"));
        assert_eq!(html("a\nb  c").unwrap_err(), EmlError::Blanks { line: 2 });
    }
}
