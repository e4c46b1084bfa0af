//! How do the finds of a column look as an Arrow array?

use std::sync::Arc;

use arrow_array::builder::{
    BooleanBuilder, Float64Builder, Int32Builder, Int64Builder, StringBuilder,
};
use arrow_array::{ArrayRef, ListArray, StructArray};
use arrow_buffer::{NullBufferBuilder, OffsetBuffer};
use arrow_schema::{DataType, Field, FieldRef, Fields};
use redact::RecognizerResult;
use redact::text::units::{OffsetConverter, OffsetUnit};

use super::error::{ColumnError, Result};

/// What is told about the finds of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// All of them, with offsets in this unit.
    Finds(OffsetUnit),
    /// How many.
    Count,
    /// Whether there is one.
    Any,
}

impl Answer {
    /// The type of the array that holds the answers.
    pub(super) fn data_type(self) -> DataType {
        match self {
            Self::Finds(_) => DataType::List(item_field()),
            Self::Count => DataType::Int32,
            Self::Any => DataType::Boolean,
        }
    }

    /// The answers for so many nulls.
    pub(super) fn nulls(self, rows: usize) -> Result<ArrayRef> {
        let mut writer = self.writer(rows);
        for _ in 0..rows {
            writer.push(None)?;
        }
        writer.finish()
    }

    /// A writer for about so many rows.
    pub(super) fn writer(self, rows: usize) -> AnswerWriter {
        match self {
            Self::Finds(unit) => AnswerWriter::Finds(Box::new(FindsWriter::new(unit, rows))),
            Self::Count => AnswerWriter::Count(Int32Builder::with_capacity(rows)),
            Self::Any => AnswerWriter::Any(BooleanBuilder::with_capacity(rows)),
        }
    }
}

/// Takes the finds of each row and makes the array.
pub(super) enum AnswerWriter {
    Finds(Box<FindsWriter>),
    Count(Int32Builder),
    Any(BooleanBuilder),
}

impl AnswerWriter {
    /// Takes a row; null for null.
    pub(super) fn push(&mut self, row: Option<(&str, &[RecognizerResult])>) -> Result<()> {
        match self {
            Self::Finds(writer) => return writer.push(row),
            Self::Count(builder) => {
                let count = row.map(|(_, finds)| i32::try_from(finds.len()).unwrap_or(i32::MAX));
                builder.append_option(count);
            }
            Self::Any(builder) => {
                builder.append_option(row.map(|(_, finds)| !finds.is_empty()));
            }
        }
        Ok(())
    }

    /// The array.
    pub(super) fn finish(self) -> Result<ArrayRef> {
        match self {
            Self::Finds(writer) => writer.finish(),
            Self::Count(mut builder) => Ok(Arc::new(builder.finish())),
            Self::Any(mut builder) => Ok(Arc::new(builder.finish())),
        }
    }
}

/// `list<struct<entity_type, start, end, score>>`, built.
pub(super) struct FindsWriter {
    unit: OffsetUnit,
    finds: usize,
    ends: Vec<i32>,
    nulls: NullBufferBuilder,
    entity_types: StringBuilder,
    starts: Int64Builder,
    stops: Int64Builder,
    scores: Float64Builder,
}

impl FindsWriter {
    fn new(unit: OffsetUnit, rows: usize) -> Self {
        let mut ends = Vec::with_capacity(rows + 1);
        ends.push(0);
        Self {
            unit,
            finds: 0,
            ends,
            nulls: NullBufferBuilder::new(rows),
            entity_types: StringBuilder::new(),
            starts: Int64Builder::new(),
            stops: Int64Builder::new(),
            scores: Float64Builder::new(),
        }
    }

    fn push(&mut self, row: Option<(&str, &[RecognizerResult])>) -> Result<()> {
        self.nulls.append(row.is_some());
        if let Some((text, finds)) = row {
            let mut offsets = OffsetConverter::new(text, self.unit);
            for find in finds {
                let range = offsets.range(find.span);
                self.push_entity_type(find.entity_type.as_str())?;
                self.starts.append_value(offset(range.start));
                self.stops.append_value(offset(range.end));
                self.scores.append_value(find.score.value());
            }
        }
        // `push_entity_type` has seen to it that this fits.
        self.ends
            .push(i32::try_from(self.finds).unwrap_or(i32::MAX));
        Ok(())
    }

    fn push_entity_type(&mut self, name: &str) -> Result<()> {
        let bytes = self.entity_types.values_slice().len() + name.len();
        if i32::try_from(bytes.max(self.finds + 1)).is_err() {
            return Err(ColumnError::Column(
                "more finds than one Arrow array can name; analyze the column in parts".to_owned(),
            ));
        }
        self.entity_types.append_value(name);
        self.finds += 1;
        Ok(())
    }

    fn finish(mut self) -> Result<ArrayRef> {
        let columns: Vec<ArrayRef> = vec![
            Arc::new(self.entity_types.finish()),
            Arc::new(self.starts.finish()),
            Arc::new(self.stops.finish()),
            Arc::new(self.scores.finish()),
        ];
        let finds = StructArray::try_new(find_fields(), columns, None)?;
        Ok(Arc::new(ListArray::try_new(
            item_field(),
            OffsetBuffer::new(self.ends.into()),
            Arc::new(finds),
            self.nulls.finish(),
        )?))
    }
}

fn offset(offset: usize) -> i64 {
    i64::try_from(offset).unwrap_or(i64::MAX)
}

fn find_fields() -> Fields {
    Fields::from(vec![
        Field::new("entity_type", DataType::Utf8, false),
        Field::new("start", DataType::Int64, false),
        Field::new("end", DataType::Int64, false),
        Field::new("score", DataType::Float64, false),
    ])
}

fn item_field() -> FieldRef {
    Arc::new(Field::new("item", DataType::Struct(find_fields()), false))
}
