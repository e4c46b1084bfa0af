//! How does a string array become one of the same type with other text in it?
//!
//! Nothing is copied until a row changes. From then on every row goes into buffers of the new array's own,
//! unchanged rows too: a buffer that was shared would still hold the text that was taken out.

use std::sync::Arc;

use arrow_array::builder::{GenericByteBuilder, StringViewBuilder};
use arrow_array::types::{ByteArrayType, GenericStringType};
use arrow_array::{ArrayRef, OffsetSizeTrait};

use super::error::{ColumnError, Result};
use super::rows::Rows;

/// Takes the rows of an array, one by one, and makes the new array.
pub(super) struct TextWriter<'r> {
    source: &'r ArrayRef,
    rows: &'r Rows,
    /// How many rows were taken.
    taken: usize,
    /// The new array, from the first row that changed.
    builder: Option<Builder>,
}

impl<'r> TextWriter<'r> {
    /// A writer for the array whose rows these are.
    pub(super) fn new(source: &'r ArrayRef, rows: &'r Rows) -> Self {
        Self {
            source,
            rows,
            taken: 0,
            builder: (!rows.holds_nothing_else()).then(|| Builder::like(rows)),
        }
    }

    /// Takes a row that stays as it is.
    pub(super) fn keep(&mut self, text: Option<&str>) -> Result<()> {
        self.taken += 1;
        match &mut self.builder {
            Some(builder) => builder.push(text),
            None => Ok(()),
        }
    }

    /// Takes a row that was `text` and is `now` something else, or the same.
    pub(super) fn take(&mut self, text: &str, now: &str) -> Result<()> {
        if now == text {
            self.keep(Some(text))
        } else {
            self.replace(now)
        }
    }

    fn replace(&mut self, text: &str) -> Result<()> {
        let builder = match &mut self.builder {
            Some(builder) => builder,
            none => {
                let mut builder = Builder::like(self.rows);
                for row in 0..self.taken {
                    builder.push(self.rows.get(row)?)?;
                }
                none.insert(builder)
            }
        };
        self.taken += 1;
        builder.push(Some(text))
    }

    /// The new array, or the old one where nothing changed.
    pub(super) fn finish(self) -> ArrayRef {
        match self.builder {
            Some(builder) => builder.finish(),
            None => Arc::clone(self.source),
        }
    }
}

/// A new array of one of the string types.
pub(super) enum Builder {
    Small(GenericByteBuilder<GenericStringType<i32>>),
    Large(GenericByteBuilder<GenericStringType<i64>>),
    View(StringViewBuilder),
}

impl Builder {
    /// An empty one of the type that the rows have.
    pub(super) fn like(rows: &Rows) -> Self {
        let (count, bytes) = (rows.len(), rows.text_bytes());
        match rows {
            Rows::Small(_) => Self::Small(GenericByteBuilder::with_capacity(count, bytes)),
            Rows::Large(_) => Self::Large(GenericByteBuilder::with_capacity(count, bytes)),
            Rows::View(_) => Self::View(StringViewBuilder::with_capacity(count)),
        }
    }

    /// Adds a row.
    pub(super) fn push(&mut self, text: Option<&str>) -> Result<()> {
        match self {
            Self::Small(builder) => push_bytes(builder, text),
            Self::Large(builder) => push_bytes(builder, text),
            Self::View(builder) => {
                match text {
                    Some(text) => builder.try_append_value(text)?,
                    None => builder.append_null(),
                }
                Ok(())
            }
        }
    }

    /// The array.
    pub(super) fn finish(self) -> ArrayRef {
        match self {
            Self::Small(mut builder) => Arc::new(builder.finish()),
            Self::Large(mut builder) => Arc::new(builder.finish()),
            Self::View(mut builder) => Arc::new(builder.finish()),
        }
    }
}

/// Adds a row, unless the offsets have no room for it.
fn push_bytes<O: OffsetSizeTrait>(
    builder: &mut GenericByteBuilder<GenericStringType<O>>,
    text: Option<&str>,
) -> Result<()>
where
    GenericStringType<O>: ByteArrayType<Native = str>,
{
    let Some(text) = text else {
        builder.append_null();
        return Ok(());
    };
    let total = builder.values_slice().len().checked_add(text.len());
    if total.and_then(O::from_usize).is_none() {
        return Err(ColumnError::Column(
            "the redacted texts need more than the 2 GiB that a string array can hold; \
             cast the column to large_string or string_view first"
                .to_owned(),
        ));
    }
    builder.append_value(text);
    Ok(())
}
