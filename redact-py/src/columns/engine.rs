//! What is done to each text of a column, and with which map?

use std::collections::HashMap;
use std::num::NonZeroUsize;
use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_schema::{DataType, FieldRef};
use pyo3::Bound;
use redact::anonymizer::operators::Resources;
use redact::{
    AnalyzerEngine, AnalyzerRequest, AnonymizerEngine, OsRandom, PlaceholderMap, RecognizerResult,
    Restorer,
};

use super::column::Column;
use super::dictionary::Encoded;
use super::error::{ColumnError, Result, no_text};
use super::finds::Answer;
use super::rows::Rows;
use super::text::TextWriter;
use super::workers::{at_row, for_each_row};
use crate::anonymizer::PyAnonymizer;
use crate::placeholder::PyPlaceholderMap;

/// Which map the placeholders of a row come from.
pub(super) enum Maps<'m> {
    /// One of the row's own, thrown away afterwards: every row counts from 1 and none can be restored.
    Fresh,
    /// One for all rows.
    Shared(&'m PyPlaceholderMap),
    /// One for each row.
    Each(Vec<&'m PyPlaceholderMap>),
}

impl<'m> Maps<'m> {
    /// The one map, or those of the rows, as Python hands them in.
    pub(super) fn new(
        one: Option<&'m Bound<'_, PyPlaceholderMap>>,
        each: Option<&'m [Bound<'_, PyPlaceholderMap>]>,
    ) -> Self {
        match (one, each) {
            (Some(map), _) => Self::Shared(map.get()),
            (None, Some(maps)) => Self::Each(maps.iter().map(Bound::get).collect()),
            (None, None) => Self::Fresh,
        }
    }

    /// The map of a row, counted from the start of the column.
    fn of_row(&self, row: usize) -> Result<&'m PyPlaceholderMap> {
        match self {
            Self::Shared(map) => Ok(map),
            Self::Each(maps) => maps
                .get(row)
                .copied()
                .ok_or_else(|| ColumnError::Column("there are fewer maps than rows".to_owned())),
            Self::Fresh => Err(ColumnError::Column("restoring needs a map".to_owned())),
        }
    }

    fn check(&self, column: &Column) -> Result<()> {
        let Self::Each(maps) = self else {
            return Ok(());
        };
        if matches!(column.field().data_type(), DataType::Dictionary(..)) {
            return Err(ColumnError::Column(
                "a dictionary-encoded column is worked on by its distinct texts, which have no map \
                 of a row; cast it to string or give one map for all rows"
                    .to_owned(),
            ));
        }
        if maps.len() != column.len() {
            return Err(ColumnError::Column(format!(
                "{} maps for {} rows; there must be one for each",
                maps.len(),
                column.len()
            )));
        }
        Ok(())
    }
}

/// Finds and replaces, on a number of threads.
pub(super) struct Engine<'e> {
    pub(super) analyzer: &'e AnalyzerEngine,
    pub(super) request: AnalyzerRequest<'e>,
    pub(super) threads: NonZeroUsize,
}

impl Engine<'_> {
    fn analyze(&self, text: &str) -> redact::Result<Vec<RecognizerResult>> {
        self.analyzer.analyze_with(text, &self.request)
    }

    /// The column with everything replaced that is found in it.
    pub(super) fn anonymize(
        &self,
        column: &Column,
        anonymizer: &PyAnonymizer,
        maps: &Maps<'_>,
    ) -> Result<Column> {
        maps.check(column)?;
        rewrite(column, |first_row, rows, writer| match maps {
            Maps::Fresh => self.with_fresh_maps(rows, anonymizer, writer),
            _ => self.with_given_maps(rows, anonymizer, writer, |row| maps.of_row(first_row + row)),
        })
    }

    /// No row knows of another, so that the threads replace as well.
    fn with_fresh_maps(
        &self,
        rows: &Rows,
        anonymizer: &PyAnonymizer,
        writer: &mut TextWriter<'_>,
    ) -> Result<()> {
        let needs_map = anonymizer.needs_map();
        let work = |text: &str| {
            let finds = self.analyze(text)?;
            if finds.is_empty() {
                return Ok(None);
            }
            let mut map = needs_map.then(PlaceholderMap::new);
            replaced(anonymizer.engine(), text, &finds, map.as_mut()).map(Some)
        };
        for_each_row(rows, self.threads, work, |_, answer| match answer {
            Some((text, Some(changed))) => writer.take(text, &changed),
            Some((text, None)) => writer.keep(Some(text)),
            None => writer.keep(None),
        })
    }

    /// Numbers are given out in the order of the rows, whatever the threads do. Rows without finds go
    /// through the map too: what the sender typed that looks like a placeholder must be known to it.
    fn with_given_maps<'m>(
        &self,
        rows: &Rows,
        anonymizer: &PyAnonymizer,
        writer: &mut TextWriter<'_>,
        map_of: impl Fn(usize) -> Result<&'m PyPlaceholderMap>,
    ) -> Result<()> {
        let work = |text: &str| self.analyze(text);
        for_each_row(rows, self.threads, work, |row, answer| {
            let Some((text, finds)) = answer else {
                return writer.keep(None);
            };
            let map = map_of(row)?;
            let changed = at_row(row, || {
                map.locked(|map| replaced(anonymizer.engine(), text, &finds, Some(map)))
            })?;
            writer.take(text, &changed)
        })
    }

    /// What is found in each row.
    pub(super) fn answers(&self, column: &Column, answer: Answer) -> Result<Column> {
        let chunks = column.chunks().iter().map(|chunk| {
            if let Some(rows) = Rows::new(chunk) {
                return self.answers_of_rows(&rows, answer);
            }
            match Encoded::new(chunk) {
                Some(encoded) => self.answers_of_entries(&encoded, answer),
                None => answer.nulls(chunk.len()),
            }
        });
        check_type(column.field().data_type())?;
        let chunks = chunks.collect::<Result<Vec<_>>>()?;
        let field = column.field().as_ref().clone();
        let field = arrow_schema::Field::new(field.name(), answer.data_type(), true);
        Ok(Column::new(chunks, Arc::new(field)))
    }

    fn answers_of_rows(&self, rows: &Rows, answer: Answer) -> Result<ArrayRef> {
        let work = |text: &str| self.analyze(text);
        let mut writer = answer.writer(rows.len());
        for_each_row(rows, self.threads, work, |_, row| {
            writer.push(row.as_ref().map(|(text, finds)| (*text, finds.as_slice())))
        })?;
        writer.finish()
    }

    fn answers_of_entries(&self, encoded: &Encoded<'_>, answer: Answer) -> Result<ArrayRef> {
        let dictionary = encoded.dictionary();
        let rows = Rows::new(dictionary).ok_or_else(|| no_text(dictionary.data_type()))?;
        let work = |text: &str| self.analyze(text);
        let mut finds = Vec::with_capacity(rows.len());
        for_each_row(&rows, self.threads, work, |_, row| {
            finds.push(row.map(|(_, finds)| finds));
            Ok(())
        })?;
        let entries = encoded.entries()?;
        let mut writer = answer.writer(entries.len());
        for entry in entries {
            let finds = entry.and_then(|entry| finds.get(entry)?.as_deref());
            let text = entry.map(|entry| rows.get(entry)).transpose()?.flatten();
            writer.push(text.zip(finds))?;
        }
        writer.finish()
    }
}

/// The column with the values of its placeholders put back.
///
/// `now` is the time in seconds since 1970-01-01 UTC, after which an expired map restores nothing.
pub(super) fn restore(column: &Column, maps: &Maps<'_>, now: u64) -> Result<Column> {
    maps.check(column)?;
    rewrite(column, |first_row, rows, writer| {
        for row in 0..rows.len() {
            let Some(text) = rows.get(row)? else {
                writer.keep(None)?;
                continue;
            };
            let map = maps.of_row(first_row + row)?;
            let restored = at_row(row, || {
                map.locked(|map| Ok(Restorer::new(map).at(now).restore(text)))
            })?;
            writer.take(text, restored.text())?;
        }
        Ok(())
    })
}

/// A text with its finds replaced.
fn replaced(
    anonymizer: &AnonymizerEngine,
    text: &str,
    finds: &[RecognizerResult],
    map: Option<&mut PlaceholderMap>,
) -> redact::Result<String> {
    let mut random = OsRandom;
    let mut resources = Resources::none().with_random(&mut random);
    if let Some(map) = map {
        resources = resources.with_map(map);
    }
    let redacted = anonymizer.anonymize_with(text, finds, &mut resources)?;
    Ok(redacted.into_string())
}

/// The column with each of its chunks written anew; `write` is told how many rows stand before.
fn rewrite(
    column: &Column,
    mut write: impl FnMut(usize, &Rows, &mut TextWriter<'_>) -> Result<()>,
) -> Result<Column> {
    check_type(column.field().data_type())?;
    let mut first_row = 0;
    let mut chunks = Vec::with_capacity(column.chunks().len());
    let mut rewritten = |array: &ArrayRef| -> Result<ArrayRef> {
        let rows = Rows::new(array).ok_or_else(|| no_text(array.data_type()))?;
        let mut writer = TextWriter::new(array, &rows);
        write(first_row, &rows, &mut writer)?;
        first_row += rows.len();
        Ok(writer.finish())
    };
    for chunk in column.chunks() {
        chunks.push(match Encoded::new(chunk) {
            Some(encoded) => encoded.with_dictionary(&rewritten(encoded.dictionary())?)?,
            None if *chunk.data_type() == DataType::Null => Arc::clone(chunk),
            None => rewritten(chunk)?,
        });
    }
    Ok(Column::new(chunks, bare_field(column.field())))
}

/// The field without its metadata, in which a producer may repeat the values: Polars lists those of an
/// `Enum` there, an extension type its parameters.
fn bare_field(field: &FieldRef) -> FieldRef {
    Arc::new(field.as_ref().clone().with_metadata(HashMap::new()))
}

/// Fails for a type that is not served, whether the column has rows or not.
pub(super) fn check_type(data_type: &DataType) -> Result<()> {
    match data_type {
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View | DataType::Null => Ok(()),
        DataType::Dictionary(_, values) if !matches!(**values, DataType::Dictionary(..)) => {
            check_type(values)
        }
        other => Err(no_text(other)),
    }
}
