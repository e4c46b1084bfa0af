//! What the sender typed that looks like a placeholder.
//!
//! Looked for before any number is given out, in every shape the tolerant grammar accepts, for
//! labels that no map carries yet as well. The text is read as it will stand in the redacted text,
//! that is, with brackets where placeholders will be. A bare shape counts inside of a longer word
//! too (`xEMAIL_1`, `EMAIL_1xy`): whoever copies a part of the text may cut the word there.

use std::collections::BTreeSet;
use std::ops::Range;

use super::PlaceholderMap;
use super::grammar::{Attempt, Shape, attempt, attempt_inside};
use super::label::{FlatLabel, Label};
use super::start::{Starts, look_back, next_sign};
use super::unit::{Read, Tail, Window};

/// Labels and numbers that were found in a text and recorded as foreign in its map.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct ForeignKeys(BTreeSet<(Box<str>, Option<u32>)>);

impl ForeignKeys {
    fn insert(&mut self, shape: &Shape) {
        self.0.insert((shape.label.flat().into(), shape.number));
    }

    #[cfg(feature = "prompt")]
    pub(crate) fn extend(&mut self, other: &Self) {
        self.0.extend(other.0.iter().cloned());
    }
}

/// Hands every place of `run` that the tolerant grammar takes, in any cutting of the text, to `found`.
fn each_shape(
    window: &Window<'_>,
    is_label: impl Fn(&FlatLabel) -> bool,
    mut found: impl FnMut(usize, &Shape) -> bool,
) {
    let mut starts = Starts::default();
    let mut at = starts.next(window, 0);
    let mut covered = 0;
    while at < window.text.len() {
        if let Attempt::Shape(shape) = attempt(window, at)
            && found(at, &shape)
            && at >= covered
        {
            covered = at + shape.len;
            // What follows a replaced piece will stand behind a bracket; it may follow a letter now,
            // as in `%5BEMAIL_1%5DEMAIL_1`.
            while let Some(shape) = shape_behind_bracket(window, covered) {
                if !found(covered, &shape) {
                    break;
                }
                covered += shape.len;
            }
        }
        at = starts.next(window, at + 1);
    }
    each_inside(window, is_label, found);
}

/// The bare shapes inside of words: from each number back through what may be its label.
fn each_inside(
    window: &Window<'_>,
    is_label: impl Fn(&FlatLabel) -> bool,
    mut found: impl FnMut(usize, &Shape) -> bool,
) {
    let bytes = window.text.as_bytes();
    let mut from = 0;
    loop {
        let sign = next_sign(bytes, from);
        if sign >= bytes.len() {
            return;
        }
        from = sign + 1;
        let first = match window.read(sign) {
            Read::Unit(unit) if window.text.is_char_boundary(sign) => unit,
            _ => continue,
        };
        // The number begins here, or behind this `_`.
        let underscore = first.character == '_';
        let number = if underscore { sign + first.len } else { sign };
        if !matches!(window.read(number), Read::Unit(unit) if unit.character.is_ascii_digit()) {
            continue;
        }
        let mut at = look_back(bytes, 0, sign, |byte| {
            if underscore {
                byte.is_ascii_alphabetic() || byte == b'_'
            } else {
                byte.is_ascii_uppercase() || byte == b'_'
            }
        });
        while at < sign {
            let in_word = at
                .checked_sub(1)
                .and_then(|before| bytes.get(before))
                .is_some_and(u8::is_ascii_alphanumeric);
            if bytes.get(at).is_some_and(u8::is_ascii_alphabetic)
                && let Attempt::Shape(shape) = attempt_inside(window, at)
                && match &shape.label {
                    Label::Known(_) => true,
                    Label::Other(flat) => !in_word || is_label(flat),
                }
            {
                found(at, &shape);
            }
            at += 1;
        }
    }
}

/// The shape that would begin at `at` if a bracket stood before it.
fn shape_behind_bracket(window: &Window<'_>, at: usize) -> Option<Shape> {
    let rest = Window {
        text: window.text.get(at..)?,
        before: Some(']'),
        tail: window.tail,
    };
    match attempt(&rest, 0) {
        Attempt::Shape(shape) => Some(shape),
        _ => None,
    }
}

fn window_of(run: &str, after_placeholder: bool, before_placeholder: bool) -> Window<'_> {
    Window {
        text: run,
        before: after_placeholder.then_some(']'),
        tail: if before_placeholder {
            Tail::Placeholder
        } else {
            Tail::End
        },
    }
}

/// Where a character must come into `run` so that no shape is left in it but those of `known`: before the
/// number, or the label without one. Bytes of `run`, ascending. For the arguments see
/// [`PlaceholderMap::note_foreign`].
#[cfg(feature = "prompt")]
pub(crate) fn shapes_in(
    run: &str,
    after_placeholder: bool,
    before_placeholder: bool,
    known: &ForeignKeys,
) -> Vec<usize> {
    let mut places = BTreeSet::new();
    let window = window_of(run, after_placeholder, before_placeholder);
    each_shape(
        &window,
        |_| false,
        |at, shape| {
            let key = (Box::from(shape.label.flat()), shape.number);
            let is_new = !known.0.contains(&key);
            if is_new {
                places.insert(at + shape.number_at);
            }
            is_new
        },
    );
    places.into_iter().collect()
}

impl PlaceholderMap {
    /// Records every foreign placeholder in `run`, a piece of text that stands between
    /// placeholders of ours where `after_placeholder` and `before_placeholder` say so, and adds it
    /// to `keys`.
    ///
    /// Their numbers are never given out. Where a number was given out already, to an earlier
    /// text, the place is added to `collisions` (bytes of `run`, disjoint, ascending): it must be
    /// replaced by a placeholder of its own, or restoring would put a value there.
    pub(crate) fn note_foreign(
        &mut self,
        run: &str,
        after_placeholder: bool,
        before_placeholder: bool,
        keys: &mut ForeignKeys,
        collisions: &mut Vec<Range<usize>>,
    ) {
        let window = window_of(run, after_placeholder, before_placeholder);
        let mut found: Vec<(Range<usize>, Shape)> = Vec::new();
        each_shape(
            &window,
            |flat| {
                self.label_space(&Label::Other(*flat))
                    .is_some_and(|space| !space.by_number.is_empty())
            },
            |at, shape| {
                found.push((at + shape.lead..at + shape.len, *shape));
                self.is_in_use(shape)
            },
        );
        let mut in_use: Vec<Range<usize>> = found
            .into_iter()
            .filter_map(|(place, shape)| self.note(&shape, keys).then_some(place))
            .collect();
        // Of two that overlap the first counts, and of two at one place the longer.
        in_use.sort_by_key(|place| (place.start, std::cmp::Reverse(place.end)));
        let mut covered = 0;
        for place in in_use {
            if place.start >= covered {
                covered = place.end;
                collisions.push(place);
            }
        }
    }

    fn is_in_use(&self, shape: &Shape) -> bool {
        shape.number.is_some_and(|number| {
            self.label_space(&shape.label)
                .is_some_and(|space| space.by_number.contains_key(&number))
        })
    }

    /// Records a foreign shape; says whether its number is in use.
    fn note(&mut self, shape: &Shape, keys: &mut ForeignKeys) -> bool {
        let space = self.label_space_mut(&shape.label);
        match shape.number {
            None => space.foreign_unnumbered = true,
            Some(number) if space.by_number.contains_key(&number) => return true,
            Some(number) => {
                space.foreign.insert(number);
            }
        }
        keys.insert(shape);
        false
    }
}
