//! What the sender typed that looks like a placeholder.
//!
//! Looked for before any number is given out, in every shape the tolerant grammar accepts, for
//! labels that no map carries yet as well. The text is read as it will stand in the redacted text,
//! that is, with brackets where placeholders will be.

use std::ops::Range;

use super::PlaceholderMap;
use super::grammar::{Attempt, Shape, attempt};
use super::start::Starts;
use super::unit::{Tail, Window};

impl PlaceholderMap {
    /// Records every foreign placeholder in `run`, a piece of text that stands between
    /// placeholders of ours where `after_placeholder` and `before_placeholder` say so.
    ///
    /// Their numbers are never given out. Where a number was given out already, to an earlier
    /// text, the place is added to `collisions` (bytes of `run`, disjoint, ascending): it must be
    /// replaced by a placeholder of its own, or restoring would put a value there.
    pub(crate) fn note_foreign(
        &mut self,
        run: &str,
        after_placeholder: bool,
        before_placeholder: bool,
        collisions: &mut Vec<Range<usize>>,
    ) {
        let window = Window {
            text: run,
            before: after_placeholder.then_some(']'),
            tail: if before_placeholder {
                Tail::Placeholder
            } else {
                Tail::End
            },
        };
        let mut starts = Starts::default();
        let mut at = starts.next(&window, 0);
        let mut covered = 0;
        while at < run.len() {
            if let Attempt::Shape(shape) = attempt(&window, at)
                && self.note(&shape)
                && at >= covered
            {
                covered = at + shape.len;
                collisions.push(at..covered);
                // What follows will stand behind a bracket; it may follow a letter now, as in
                // `%5BEMAIL_1%5DEMAIL_1`.
                while let Some(shape) = shape_behind_bracket(&window, covered) {
                    if !self.note(&shape) {
                        break;
                    }
                    collisions.push(covered..covered + shape.len);
                    covered += shape.len;
                }
            }
            at = starts.next(&window, at + 1);
        }
    }

    /// Records a foreign shape; says whether its number is in use.
    fn note(&mut self, shape: &Shape) -> bool {
        let space = self.label_space_mut(&shape.label);
        match shape.number {
            None => space.foreign_unnumbered = true,
            Some(number) if space.by_number.contains_key(&number) => return true,
            Some(number) => {
                space.foreign.insert(number);
            }
        }
        false
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
