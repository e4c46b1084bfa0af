//! How are the figures shown to a person?

use std::fmt;

use super::{Figures, Report};

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            formatter,
            "{:24}{:>6}{:>8}{:>8}{:>8}{:>8}{:>8}",
            "type", "spans", "prec", "recall", "F1", "hidden", "whole"
        )?;
        for (entity_type, figures) in &self.types {
            row(formatter, entity_type, figures)?;
        }
        row(formatter, "ALL", &self.all)?;
        writeln!(
            formatter,
            "over-redacted: {} of plain characters; texts with nothing left: {} of {}",
            cell(self.over),
            cell(self.texts_with_nothing_left),
            self.texts
        )
    }
}

fn row(formatter: &mut fmt::Formatter<'_>, name: &str, figures: &Figures) -> fmt::Result {
    write!(formatter, "{name:24}{:>6}", figures.spans)?;
    for figure in [
        figures.precision,
        figures.recall,
        figures.f1,
        figures.hidden,
        figures.whole,
    ] {
        write!(formatter, "{:>8}", cell(figure))?;
    }
    writeln!(formatter)
}

fn cell(figure: Option<f64>) -> String {
    figure.map_or_else(|| "-".to_owned(), |figure| format!("{figure:.4}"))
}
