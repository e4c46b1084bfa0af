//! How is a dictionary-encoded array served by its dictionary alone?
//!
//! Every distinct text is worked on once, those that no row names any more included: what is handed
//! back must not hold them either. Two texts that became one (`<PERSON>` and `<PERSON>`) become one
//! entry again, since a pandas or Polars category is there once.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::ArrowDictionaryKeyType;
use arrow_array::{
    Array, ArrayRef, DictionaryArray, PrimitiveArray, UInt32Array, downcast_dictionary_array,
};
use arrow_buffer::ArrowNativeType;
use arrow_select::take::take;

use super::error::{ColumnError, Result};
use super::rows::Rows;

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
    pub(super) fn with_dictionary(&self, values: ArrayRef) -> Result<ArrayRef> {
        if Arc::ptr_eq(&values, self.dictionary()) {
            return Ok(Arc::clone(self.array));
        }
        let (values, places) = distinct(&values)?;
        let array = self.array;
        downcast_dictionary_array!(
            array => renumbered(array, &values, &places),
            _ => Err(ColumnError::Type("a dictionary with keys of no known type".to_owned()))
        )
    }

    /// Answers for each entry of the dictionary, as answers for each row.
    pub(super) fn spread(&self, answers: &ArrayRef) -> Result<ArrayRef> {
        let array = self.array;
        let keys = downcast_dictionary_array!(
            array => row_places(array, answers.len())?,
            _ => return Err(ColumnError::Type("a dictionary with keys of no known type".to_owned()))
        );
        Ok(take(answers, &keys, None)?)
    }
}

/// Each text once, in the order of their first appearance, and where each entry went.
fn distinct(values: &ArrayRef) -> Result<(ArrayRef, Vec<usize>)> {
    let Some(rows) = Rows::new(values) else {
        return Err(ColumnError::Type("a dictionary of no strings".to_owned()));
    };
    let mut seen: HashMap<Option<&str>, usize> = HashMap::with_capacity(rows.len());
    let mut places = Vec::with_capacity(rows.len());
    let mut firsts = Vec::new();
    for row in 0..rows.len() {
        let next = firsts.len();
        let place = *seen.entry(rows.get(row)?).or_insert(next);
        if place == next {
            firsts.push(u64::try_from(row).unwrap_or(u64::MAX));
        }
        places.push(place);
    }
    if firsts.len() == rows.len() {
        return Ok((Arc::clone(values), places));
    }
    let firsts = arrow_array::UInt64Array::from(firsts);
    Ok((take(values, &firsts, None)?, places))
}

/// The rows of `array` upon another dictionary; entry `i` went to `places[i]`.
fn renumbered<K: ArrowDictionaryKeyType>(
    array: &DictionaryArray<K>,
    values: &ArrayRef,
    places: &[usize],
) -> Result<ArrayRef> {
    let keys = array.keys();
    let moved = (0..keys.len()).map(|row| {
        keys.is_valid(row)
            .then(|| {
                let place = keys
                    .value(row)
                    .to_usize()
                    .and_then(|key| places.get(key))
                    .ok_or_else(|| no_entry(row))?;
                // An entry moves to the front only, so that the key's type has room for it.
                K::Native::from_usize(*place).ok_or_else(|| no_entry(row))
            })
            .transpose()
    });
    let keys = moved.collect::<Result<PrimitiveArray<K>>>()?;
    Ok(Arc::new(DictionaryArray::try_new(
        keys,
        Arc::clone(values),
    )?))
}

/// The dictionary entry of each row.
fn row_places<K: ArrowDictionaryKeyType>(
    array: &DictionaryArray<K>,
    entries: usize,
) -> Result<UInt32Array> {
    let keys = array.keys();
    (0..keys.len())
        .map(|row| {
            keys.is_valid(row)
                .then(|| {
                    let key = keys.value(row).to_usize().filter(|&key| key < entries);
                    key.and_then(|key| u32::try_from(key).ok())
                        .ok_or_else(|| no_entry(row))
                })
                .transpose()
        })
        .collect()
}

fn no_entry(row: usize) -> ColumnError {
    ColumnError::Column(format!(
        "row {row} names an entry that its dictionary does not have"
    ))
}
