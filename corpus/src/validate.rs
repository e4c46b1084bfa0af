//! Does a labelled mail keep the rules of `GUIDE.md` that a machine can check?

use std::net::IpAddr;

use crate::check_digit::{corporate_number, digits, iban, is_example_host, luhn, my_number};
use crate::label::{Entity, Labelled, surface};

/// What is wrong with a mail, one line each, without any text of the mail.
pub fn faults(mail: &Labelled) -> Vec<String> {
    let mut faults: Vec<String> = mail
        .entities
        .iter()
        .filter_map(|entity| {
            let fault = fault(&entity.entity_type, &surface(&mail.text, entity))?;
            let line = line_of(&mail.text, entity);
            Some(format!("line {line}: {}: {fault}", entity.entity_type))
        })
        .collect();
    let headers: Vec<&str> = mail
        .text
        .lines()
        .take_while(|line| !line.is_empty())
        .collect();
    for name in ["From: ", "To: ", "Subject: "] {
        if !headers.iter().any(|header| header.starts_with(name)) {
            faults.push(format!("there is no header {name}"));
        }
    }
    if mail.text.lines().any(|line| line.ends_with([' ', '\t'])) {
        faults.push("a line ends with a blank, which mail programs lose".to_owned());
    }
    if !mail.text.ends_with('\n') || mail.text.ends_with("\n\n") || mail.text.contains('\r') {
        faults.push("a mail has LF lines and ends with exactly one".to_owned());
    }
    faults
}

fn line_of(text: &str, entity: &Entity) -> usize {
    1 + text
        .chars()
        .take(entity.start)
        .filter(|&c| c == '\n')
        .count()
}

fn fault(entity_type: &str, surface: &str) -> Option<&'static str> {
    let digits = digits(surface);
    let is_blank = |character: char| character.is_whitespace();
    let (holds, fault) = match entity_type {
        "CREDIT_CARD" => (luhn(&digits), "the Luhn digit is wrong"),
        "JP_MY_NUMBER" => (my_number(&digits), "the check digit is wrong"),
        "JP_CORPORATE_NUMBER" => (corporate_number(&digits), "the check digit is wrong"),
        "JP_INVOICE_NUMBER" => (
            surface.starts_with(['T', 'Ｔ']) && corporate_number(&digits),
            "there is no T in front or the check digit is wrong",
        ),
        "IBAN_CODE" => (iban(surface), "the check digits are wrong"),
        "JP_POSTAL_CODE" => (digits.len() == 7, "a postal code has seven digits"),
        "JP_DRIVERS_LICENSE" => (digits.len() == 12, "a licence number has twelve digits"),
        "JP_PASSPORT" => (digits.len() == 7, "a passport number has seven digits"),
        "JP_RESIDENCE_CARD" => (digits.len() == 8, "a residence card has eight digits"),
        "JP_PENSION_NUMBER" => (digits.len() == 10, "a pension number has ten digits"),
        "JP_EMPLOYMENT_INSURANCE" => (digits.len() == 11, "the number has eleven digits"),
        "EMAIL_ADDRESS" => (
            narrow(surface)
                .rsplit_once('@')
                .is_some_and(|(_, host)| is_example_host(host)),
            "the domain is not reserved for examples",
        ),
        "IP_ADDRESS" => (
            is_example_ip(surface),
            "the address is not reserved for examples",
        ),
        "URL" => (
            host(surface).is_some_and(|host| is_example_host(host) || is_example_ip(host)),
            "the domain is not reserved",
        ),
        _ => (true, ""),
    };
    if !holds {
        return Some(fault);
    }
    (surface.starts_with(is_blank) || surface.ends_with(is_blank))
        .then_some("the label begins or ends with a blank")
}

/// Full-width ASCII as ASCII.
fn narrow(surface: &str) -> String {
    let narrow = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    };
    surface.chars().map(narrow).collect()
}

/// Whether an address is private or reserved for documentation (RFC 1918, RFC 5737, RFC 3849).
fn is_example_ip(surface: &str) -> bool {
    match surface.parse() {
        Ok(IpAddr::V4(address)) => address.is_private() || address.is_documentation(),
        Ok(IpAddr::V6(address)) => address.segments().starts_with(&[0x2001, 0x0DB8]),
        Err(_) => false,
    }
}

fn host(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://")?;
    rest.split(['/', '?', '#', ':']).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_fault_is_named() {
        let source = "From: <EMAIL_ADDRESS>a@gmail.com</EMAIL_ADDRESS>\nTo: b\n\n\
            <CREDIT_CARD>4111111111111112</CREDIT_CARD> \n<PERSON>山田 </PERSON>\n";
        let faults = faults(&crate::label::parse(source).unwrap());
        assert_eq!(
            faults,
            [
                "line 1: EMAIL_ADDRESS: the domain is not reserved for examples",
                "line 4: CREDIT_CARD: the Luhn digit is wrong",
                "line 5: PERSON: the label begins or ends with a blank",
                "there is no header Subject: ",
                "a line ends with a blank, which mail programs lose",
            ]
        );
    }
}
