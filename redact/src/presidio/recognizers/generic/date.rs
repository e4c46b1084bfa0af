//! Dates in the notations of the United States, of Europe, of ISO 8601, and with English months.

use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then};

/// A month as a number, with or without a leading zero.
macro_rules! month {
    () => {
        "(?:1[0-2]|0?[1-9])"
    };
}

/// A day of the month.
macro_rules! day {
    () => {
        "(?:3[01]|[12][0-9]|0?[1-9])"
    };
}

/// The first three letters of a month.
macro_rules! month_name {
    () => {
        "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    };
}

const SHORT_SLASH: &[Anchor] = &[Anchor::Number {
    digits: (1, 2),
    then: Then::SLASH,
}];
const SHORT_HYPHEN: &[Anchor] = &[Anchor::Number {
    digits: (1, 2),
    then: Then::HYPHEN,
}];

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "DateRecognizer",
    entity: "DATE_TIME",
    language: "en",
    country: None,
    context: &["date", "birthday"],
    reference: "ISO 8601-1:2019; RFC 3339; Unicode CLDR, dates of en",
    finder: Finder::Patterns(&[
        Pattern::new(
            "Datetime (yyyy-mm-ddThh:mm[:ss[.f]] with timezone)",
            // Presidio: hours reach 29.
            concat!(
                r"\b\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T[0-2]\d:[0-5]\d",
                r"(?::[0-5]\d(?:\.\d+)?)?(?:[+-][0-2]\d:[0-5]\d|Z)\b",
            ),
            0.8,
        )
        .at(&[Anchor::Number {
            digits: (4, 4),
            then: Then::HYPHEN,
        }]),
        Pattern::new(
            "mm/dd/yyyy or mm/dd/yy",
            concat!(r"\b", month!(), "/", day!(), r"/(?:\d{4}|\d{2})\b"),
            0.6,
        )
        .at(SHORT_SLASH),
        Pattern::new(
            "dd/mm/yyyy or dd/mm/yy",
            concat!(r"\b", day!(), "/", month!(), r"/(?:\d{4}|\d{2})\b"),
            0.6,
        )
        .at(SHORT_SLASH),
        Pattern::new(
            "yyyy/mm/dd",
            concat!(r"\b\d{4}/", month!(), "/", day!(), r"\b"),
            0.6,
        )
        .at(&[Anchor::Number {
            digits: (4, 4),
            then: Then::SLASH,
        }]),
        Pattern::new(
            "mm-dd-yyyy",
            concat!(r"\b", month!(), "-", day!(), r"-\d{4}\b"),
            0.6,
        )
        .at(SHORT_HYPHEN),
        Pattern::new(
            "dd-mm-yyyy",
            concat!(r"\b", day!(), "-", month!(), r"-\d{4}\b"),
            0.6,
        )
        .at(SHORT_HYPHEN),
        Pattern::new(
            "yyyy-mm-dd",
            concat!(r"\b\d{4}-", month!(), "-", day!(), r"\b"),
            0.6,
        )
        .at(&[Anchor::Number {
            digits: (4, 4),
            then: Then::HYPHEN,
        }]),
        Pattern::new(
            "dd.mm.yyyy or dd.mm.yy",
            concat!(r"\b", day!(), r"\.", month!(), r"\.(?:\d{4}|\d{2})\b"),
            0.6,
        )
        .at(&[Anchor::Number {
            digits: (1, 2),
            then: Then::DOT,
        }]),
        Pattern::new(
            "dd-MMM-yyyy or dd-MMM-yy",
            concat!(r"\b", day!(), "-", month_name!(), r"-(?:\d{4}|\d{2})\b"),
            0.6,
        )
        .at(SHORT_HYPHEN),
        Pattern::new(
            "MMM-yyyy or MMM-yy",
            concat!(r"\b", month_name!(), r"-(?:\d{4}|\d{2})\b"),
            0.6,
        )
        .at(&[Anchor::Word {
            run: Run::Letters,
            length: (3, 3),
            then: Then::HYPHEN,
        }]),
        Pattern::new(
            "dd-MMM or dd-MMM",
            concat!(r"\b", day!(), "-", month_name!(), r"\b"),
            0.6,
        )
        .at(SHORT_HYPHEN),
        Pattern::new(
            "mm/yyyy or m/yyyy",
            concat!(r"\b", month!(), r"/\d{4}\b"),
            0.2,
        )
        .at(SHORT_SLASH),
        Pattern::new("mm/yy or m/yy", concat!(r"\b", month!(), r"/\d{2}\b"), 0.1).at(SHORT_SLASH),
    ]),
    validate: None,
    invalidate: None,
    year: None,
};
