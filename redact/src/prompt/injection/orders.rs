//! Orders to a model, by the way they are worded.
//!
//! Where [`signals`](super::signals) looks for words that meet, these are sentences: earlier rules set aside, the
//! text above asked for, a model spoken to, a persona without limits, refusals forbidden, authority claimed,
//! text to be decoded and obeyed, tools to be called, another task in place of the answer. They are a table,
//! `data/prompt/orders.tsv`, so that a reviewer reads them in one place. The trade-off: an order in words that
//! no kind foresees is left to the fence.

use std::sync::LazyLock;

use regex::Regex;

use super::shapes::Shape;
use super::{Family, Severity};

const ORDERS: &str = include_str!("../../../data/prompt/orders.tsv");

/// The orders of the table.
pub(super) static SHAPES: LazyLock<Vec<Shape>> =
    LazyLock::new(|| lines().filter_map(shape).collect());

fn lines() -> impl Iterator<Item = &'static str> {
    ORDERS
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
}

fn shape(line: &'static str) -> Option<Shape> {
    let mut fields = line.splitn(4, '\t');
    Some(Shape {
        id: fields.next()?,
        family: Family::named(fields.next()?)?,
        severity: Severity::named(fields.next()?)?,
        regex: Regex::new(fields.next()?).ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read() {
        for line in lines() {
            assert!(shape(line).is_some(), "{line}");
        }
    }
}
