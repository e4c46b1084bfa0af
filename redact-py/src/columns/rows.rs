//! What text stands in row `i` of an Arrow array?
//!
//! An array that comes through the C data interface was checked by nobody: its offsets may point
//! anywhere and its bytes may be no UTF-8. Rows are therefore read as bytes, each slice checked, and
//! decoded one by one; a row that is no text is an error, never undefined behaviour.

use arrow_array::types::ByteArrayType;
use arrow_array::{
    Array, ArrayRef, GenericByteArray, LargeStringArray, OffsetSizeTrait, StringArray,
    StringViewArray, types,
};
use arrow_buffer::NullBuffer;
use arrow_schema::DataType;

use super::error::{ColumnError, Result};

/// Views of at most this many bytes hold their text themselves (Arrow columnar format, "Variable-size
/// Binary View Layout").
const INLINE: usize = 12;

/// The rows of a string array of any layout.
pub(super) enum Rows {
    /// `string`
    Small(StringArray),
    /// `large_string`
    Large(LargeStringArray),
    /// `string_view`
    View(StringViewArray),
}

impl Rows {
    /// The rows of `array`, if it is one of strings.
    pub(super) fn new(array: &ArrayRef) -> Option<Self> {
        let any = array.as_any();
        match array.data_type() {
            DataType::Utf8 => any.downcast_ref().cloned().map(Self::Small),
            DataType::LargeUtf8 => any.downcast_ref().cloned().map(Self::Large),
            DataType::Utf8View => any.downcast_ref().cloned().map(Self::View),
            _ => None,
        }
    }

    fn array(&self) -> &dyn Array {
        match self {
            Self::Small(array) => array,
            Self::Large(array) => array,
            Self::View(array) => array,
        }
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.array().len()
    }

    /// Which rows are null.
    pub(super) fn nulls(&self) -> Option<&NullBuffer> {
        self.array().nulls()
    }

    /// The text of a row; `None` for null.
    pub(super) fn get(&self, row: usize) -> Result<Option<&str>> {
        if self.nulls().is_some_and(|nulls| nulls.is_null(row)) {
            return Ok(None);
        }
        let bytes = match self {
            Self::Small(array) => of_offsets(array, row),
            Self::Large(array) => of_offsets(array, row),
            Self::View(array) => of_views(array, row),
        };
        bytes
            .and_then(|bytes| std::str::from_utf8(bytes).ok())
            .map(Some)
            .ok_or_else(|| ColumnError::Column(format!("row {row} is not UTF-8")))
    }

    /// About how many bytes of text the rows hold.
    pub(super) fn text_bytes(&self) -> usize {
        match self {
            Self::Small(array) => covered(array).map_or(0, |(from, to)| to - from),
            Self::Large(array) => covered(array).map_or(0, |(from, to)| to - from),
            Self::View(array) => array
                .views()
                .iter()
                .map(|&view| usize::try_from(view & u128::from(u32::MAX)).unwrap_or(0))
                .sum(),
        }
    }

    /// Whether the array's buffers hold the text of its rows and nothing else: only such an array
    /// may be handed on as it is. The buffers of a slice hold the text of other rows, a null may
    /// stand upon the text that it hides, and a view's buffers are shared with whatever the array
    /// was filtered from.
    pub(super) fn holds_nothing_else(&self) -> bool {
        match self {
            Self::Small(array) => is_whole(array),
            Self::Large(array) => is_whole(array),
            Self::View(_) => false,
        }
    }
}

/// Where the text of all rows begins and ends, if the offsets make sense.
fn covered<T: ByteArrayType>(array: &GenericByteArray<T>) -> Option<(usize, usize)> {
    let offsets = array.value_offsets();
    let from = usize_of(*offsets.first()?)?;
    let to = usize_of(*offsets.last()?)?;
    (from <= to).then_some((from, to))
}

fn is_whole<T: ByteArrayType>(array: &GenericByteArray<T>) -> bool {
    array.null_count() == 0 && covered(array) == Some((0, array.value_data().len()))
}

fn usize_of<O: OffsetSizeTrait>(offset: O) -> Option<usize> {
    offset.to_usize()
}

fn of_offsets<T>(array: &GenericByteArray<T>, row: usize) -> Option<&[u8]>
where
    T: types::ByteArrayType,
{
    let offsets = array.value_offsets();
    let from = usize_of(*offsets.get(row)?)?;
    let to = usize_of(*offsets.get(row + 1)?)?;
    array.value_data().get(from..to)
}

fn of_views(array: &StringViewArray, row: usize) -> Option<&[u8]> {
    let views: &[u8] = array.views().inner().as_slice();
    let view = views.get(row * 16..row * 16 + 16)?;
    let length = usize::try_from(word(view, 0)?).ok()?;
    if length <= INLINE {
        return view.get(4..4 + length);
    }
    let buffer = usize::try_from(word(view, 8)?).ok()?;
    let from = usize::try_from(word(view, 12)?).ok()?;
    array
        .data_buffers()
        .get(buffer)?
        .get(from..from.checked_add(length)?)
}

/// The little-endian number in four bytes of a view. (Views are native-endian; every platform with
/// a wheel is little-endian.)
fn word(view: &[u8], at: usize) -> Option<u32> {
    let bytes = view.get(at..at + 4)?;
    Some(u32::from_ne_bytes(bytes.try_into().ok()?))
}
