//! How is a dictionary-encoded array served by its dictionary alone?
//!
//! Every distinct text is worked on once, those that no row names any more included: what is handed
//! back must not hold them either. Two texts that became one (`<PERSON>` and `<PERSON>`) become one
//! entry again, since a pandas or Polars category is there once.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::ArrowDictionaryKeyType;
use arrow_array::{Array, ArrayRef, DictionaryArray, PrimitiveArray, downcast_dictionary_array};
use arrow_buffer::ArrowNativeType;

use super::error::{ColumnError, Result};
use super::rows::Rows;
use super::text::Builder;

/// A dictionary-encoded array of strings.
pub(super) struct Encoded<'a> {
    array: &'a ArrayRef,
}

impl<'a> Encoded<'a> {
    /// The array, if it is dictionary-encoded.
    pub(super) fn new(array: &'a ArrayRef) -> Option<Self> {
        array.as_any_dictionary_opt().map(|_| Self { array })
    }

    /// Its distinct texts.
    pub(super) fn dictionary(&self) -> &'a ArrayRef {
        self.array.as_any_dictionary().values()
    }

    /// The same rows with another text for each entry of the dictionary.
    pub(super) fn with_dictionary(&self, values: &ArrayRef) -> Result<ArrayRef> {
        if Arc::ptr_eq(values, self.dictionary()) {
            return Ok(Arc::clone(self.array));
        }
        let (values, places) = distinct(values)?;
        let array = self.array;
        downcast_dictionary_array!(
            array => renumbered(array, &values, &places),
            _ => Err(ColumnError::Type("a dictionary with keys of no known type".to_owned()))
        )
    }

    /// The dictionary's entry of each row; `None` for null.
    pub(super) fn entries(&self) -> Result<Vec<Option<usize>>> {
        let array = self.array;
        downcast_dictionary_array!(
            array => {
                let entries = array.values().len();
                let keys = array.keys();
                (0..keys.len()).map(|row| entry(keys, row, entries)).collect()
            },
            _ => Err(ColumnError::Type("a dictionary with keys of no known type".to_owned()))
        )
    }
}

/// Each text once, in the order of their first appearance, and where each entry went.
fn distinct(values: &ArrayRef) -> Result<(ArrayRef, Vec<usize>)> {
    let Some(rows) = Rows::new(values) else {
        return Err(ColumnError::Type("a dictionary of no strings".to_owned()));
    };
    let mut seen: HashMap<Option<&str>, usize> = HashMap::with_capacity(rows.len());
    let mut places = Vec::with_capacity(rows.len());
    let mut once = Builder::like(&rows);
    let mut next = 0;
    for row in 0..rows.len() {
        let text = rows.get(row)?;
        let place = *seen.entry(text).or_insert(next);
        if place == next {
            once.push(text)?;
            next += 1;
        }
        places.push(place);
    }
    let is_distinct = next == rows.len();
    let once = if is_distinct {
        Arc::clone(values)
    } else {
        once.finish()
    };
    Ok((once, places))
}

/// The rows of `array` upon another dictionary; entry `i` went to `places[i]`.
fn renumbered<K: ArrowDictionaryKeyType>(
    array: &DictionaryArray<K>,
    values: &ArrayRef,
    places: &[usize],
) -> Result<ArrayRef> {
    let keys = array.keys();
    let moved = (0..keys.len()).map(|row| {
        let Some(entry) = entry(keys, row, places.len())? else {
            return Ok(None);
        };
        // An entry moves to the front only, so that the key's type has room for it.
        let place = places.get(entry).copied().and_then(K::Native::from_usize);
        place.map(Some).ok_or_else(|| no_entry(row))
    });
    let keys = moved.collect::<Result<PrimitiveArray<K>>>()?;
    Ok(Arc::new(DictionaryArray::try_new(
        keys,
        Arc::clone(values),
    )?))
}

/// The entry of a row among so many; `None` for null.
fn entry<K: ArrowDictionaryKeyType>(
    keys: &PrimitiveArray<K>,
    row: usize,
    entries: usize,
) -> Result<Option<usize>> {
    if keys.is_null(row) {
        return Ok(None);
    }
    // A negative key is far behind any dictionary as a `usize`.
    let key = keys.value(row).to_usize().filter(|&key| key < entries);
    key.map(Some).ok_or_else(|| no_entry(row))
}

fn no_entry(row: usize) -> ColumnError {
    ColumnError::Column(format!(
        "row {row} names an entry that its dictionary does not have"
    ))
}
