//! How are the headers of a mail written (RFC 5322, RFC 2047)?

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::charset::encode;
use super::transfer::hex;
use super::{Charset, EmlError, Recipe, Transfer};

/// The longest encoded word (RFC 2047 §2).
const ENCODED_WORD: usize = 75;
/// Where an ASCII header is folded.
const FOLD: usize = 76;

/// The visible headers, and the ones that every real mail has besides.
pub(super) fn write(id: &str, headers: &str, recipe: &Recipe) -> Result<Vec<u8>, EmlError> {
    let number: usize = id.parse().unwrap_or_default();
    let date = headers
        .lines()
        .find_map(|line| line.strip_prefix("Date: "))
        .map_or_else(|| date(number), str::to_owned);
    let mut written = format!(
        "Return-Path: <bounce-{id}@mail.example>\r\n\
         Received: from mail.example (mail.example [192.0.2.{octet}])\r\n\
         \tby mx.example.jp with ESMTPS id {id}A7F3;\r\n\t{date}\r\n",
        octet = 1 + number % 254
    );
    for header in headers.lines() {
        let Some((name, value)) = header.split_once(": ") else {
            continue;
        };
        let value = match name {
            "Date" => continue,
            "From" | "To" | "Cc" => addresses(value, recipe)?,
            _ => unstructured(name, value, recipe)?,
        };
        written.extend([name, ": ", &value, "\r\n"]);
    }
    written.extend([
        "Date: ",
        &date,
        "\r\nMessage-ID: <",
        id,
        ".20260401@mail.example>\r\n",
    ]);
    written.push_str("MIME-Version: 1.0\r\n");
    Ok(written.into_bytes())
}

/// A date for a mail that shows none: a plausible one that its number alone decides.
fn date(number: usize) -> String {
    let weekday = ["Wed", "Thu", "Fri", "Sat", "Sun", "Mon", "Tue"][number % 28 % 7];
    format!(
        "{weekday}, {:02} Apr 2026 {:02}:{:02}:{:02} +0900",
        1 + number % 28,
        8 + number % 12,
        number * 7 % 60,
        number * 13 % 60
    )
}

/// An address list. Mail programs show `;` between addresses where the message has a comma, and names
/// with a comma without their quotes.
fn addresses(value: &str, recipe: &Recipe) -> Result<String, EmlError> {
    let mut written = Vec::new();
    let mut entry = String::new();
    for character in value.chars() {
        let ends = match character {
            ';' => true,
            ',' => entry.contains('@'),
            _ => false,
        };
        if ends {
            written.push(address(entry.trim(), recipe)?);
            entry.clear();
        } else {
            entry.push(character);
        }
    }
    written.push(address(entry.trim(), recipe)?);
    Ok(written.join(",\r\n "))
}

fn address(entry: &str, recipe: &Recipe) -> Result<String, EmlError> {
    match entry.split_once('<') {
        Some(("", _)) => Ok(entry.to_owned()),
        Some((name, address)) => Ok(format!("{} <{address}", phrase(name.trim(), recipe)?)),
        None if entry.contains('@') => Ok(entry.to_owned()),
        // A name without an address can only be a group (RFC 5322 §3.4).
        None => Ok(format!("{}:;", phrase(entry, recipe)?)),
    }
}

fn phrase(name: &str, recipe: &Recipe) -> Result<String, EmlError> {
    if !name.is_ascii() {
        return encoded_words(name, recipe);
    }
    let is_plain = |c: char| c.is_ascii_alphanumeric() || " '-!#$%&*+/=?^_`{|}~".contains(c);
    if name.starts_with('"') || name.chars().all(is_plain) {
        return Ok(name.to_owned());
    }
    Ok(format!("\"{name}\""))
}

/// A free text: ASCII words in front stay readable, the rest becomes encoded words.
fn unstructured(name: &str, value: &str, recipe: &Recipe) -> Result<String, EmlError> {
    let foreign = value.find(|c: char| !c.is_ascii()).unwrap_or(value.len());
    let (ascii, rest) = value.split_at(foreign);
    if rest.is_empty() {
        return Ok(fold(name, value));
    }
    let split = ascii.rfind(' ').map_or(0, |blank| blank + 1);
    let (ascii, rest) = value.split_at(split);
    Ok(format!("{ascii}{}", encoded_words(rest, recipe)?))
}

fn fold(name: &str, value: &str) -> String {
    let mut folded = String::new();
    let mut column = name.len() + 1;
    for word in value.split(' ') {
        if !folded.is_empty() {
            let too_long = column + word.len() > FOLD;
            folded.push_str(if too_long { "\r\n " } else { " " });
            column = if too_long { 1 } else { column + 1 };
        }
        folded.push_str(word);
        column += word.len();
    }
    folded
}

/// A text as encoded words (RFC 2047), each whole characters and, in ISO-2022-JP, back in ASCII at
/// its end, folded between them.
pub(super) fn encoded_words(text: &str, recipe: &Recipe) -> Result<String, EmlError> {
    let mut words: Vec<String> = Vec::new();
    let mut chunk = String::new();
    for character in text.chars() {
        chunk.push(character);
        if encoded_word(&chunk, recipe)?.len() > ENCODED_WORD - "Subject: ".len() {
            chunk.pop();
            words.push(encoded_word(&chunk, recipe)?);
            chunk = character.to_string();
        }
    }
    words.push(encoded_word(&chunk, recipe)?);
    Ok(words.join("\r\n "))
}

fn encoded_word(text: &str, recipe: &Recipe) -> Result<String, EmlError> {
    let bytes = encode(text, recipe.charset)?;
    let charset = recipe.charset.name();
    if recipe.charset != Charset::Utf8 || recipe.transfer != Transfer::QuotedPrintable {
        return Ok(format!("=?{charset}?B?{}?=", STANDARD.encode(bytes)));
    }
    let quoted: String = bytes
        .iter()
        .map(|&byte| match byte {
            b' ' => "_".to_owned(),
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => char::from(byte).to_string(),
            _ => hex('=', byte),
        })
        .collect();
    Ok(format!("=?{charset}?Q?{quoted}?="))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recipe(charset: &str, transfer: &str) -> Recipe {
        Recipe::parse(charset, transfer, "plain", "-").unwrap()
    }

    #[test]
    fn names_are_encoded_quoted_or_made_a_group() {
        let recipe = recipe("utf-8", "quoted-printable");
        let cases = [
            ("山 <a@example.jp>", "=?UTF-8?Q?=E5=B1=B1?= <a@example.jp>"),
            ("Smith, J. <a@example.jp>", "\"Smith, J.\" <a@example.jp>"),
            (
                "A B <a@example.jp>; b@example.jp",
                "A B <a@example.jp>,\r\n b@example.jp",
            ),
            ("山", "=?UTF-8?Q?=E5=B1=B1?=:;"),
        ];
        for (shown, written) in cases {
            assert_eq!(addresses(shown, &recipe).unwrap(), written);
        }
    }

    #[test]
    fn encoded_words_are_short_and_leave_ascii_in_front() {
        let recipe = recipe("iso-2022-jp", "7bit");
        let subject =
            unstructured("Subject", &format!("Re: {}", "漢字".repeat(40)), &recipe).unwrap();
        assert!(subject.starts_with("Re: =?ISO-2022-JP?B?"));
        assert!(subject.split("\r\n").all(|line| line.len() <= 78));
    }
}
