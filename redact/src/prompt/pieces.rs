//! Which placeholders of a prompt are the engine's own?
//!
//! A redacted text is cut into the placeholders that the engine wrote and what stands between them. Every
//! step on the way to the model works on what stands between, so that at the end it is known which
//! placeholders are ours; whatever else the restorer would take for one, in the text as the model gets it,
//! loses its shape, however it came about. What the map knows as foreign may stay: it is never restored.

use std::borrow::Cow;

use crate::placeholder::{ForeignKeys, shapes_in};
use crate::{Error, ErrorKind, RedactedText, Result};

/// What a shape is broken with: no grammar of ours takes it, and a reader sees through it.
const BREAK: char = '·';
/// Breaking a shape makes no other one; this often is looked all the same.
const MAX_ROUNDS: usize = 3;

/// A text, with the placeholders of the engine told from the rest.
#[derive(Clone, Default)]
pub(super) struct Pieces<'t> {
    pieces: Vec<Piece<'t>>,
    foreign: ForeignKeys,
}

#[derive(Clone)]
enum Piece<'t> {
    Text(String),
    Placeholder(Cow<'t, str>),
}

impl<'t> Pieces<'t> {
    /// A redacted text, each stretch between placeholders changed by `clean`.
    pub(super) fn of(redacted: &'t RedactedText, mut clean: impl FnMut(&str) -> String) -> Self {
        let text = redacted.as_str();
        let mut pieces = Self {
            pieces: Vec::new(),
            foreign: redacted.foreign().clone(),
        };
        let mut copied = 0;
        for place in redacted.placeholders() {
            pieces.push(&clean(text.get(copied..place.start).unwrap_or_default()));
            let placeholder = text.get(place.clone()).unwrap_or_default();
            pieces.pieces.push(Piece::Placeholder(placeholder.into()));
            copied = place.end;
        }
        pieces.push(&clean(text.get(copied..).unwrap_or_default()));
        pieces
    }

    /// Adds text that is not a placeholder.
    pub(super) fn push(&mut self, text: &str) {
        match self.pieces.last_mut() {
            Some(Piece::Text(last)) => last.push_str(text),
            _ if text.is_empty() => {}
            _ => self.pieces.push(Piece::Text(text.to_owned())),
        }
    }

    /// Adds another text behind this one.
    pub(super) fn append(&mut self, other: Self) {
        self.foreign.extend(&other.foreign);
        for piece in other.pieces {
            match piece {
                Piece::Text(text) => self.push(&text),
                placeholder @ Piece::Placeholder(_) => self.pieces.push(placeholder),
            }
        }
    }

    /// Changes each stretch of text; `change` is told whether it begins the whole.
    pub(super) fn change(&mut self, mut change: impl FnMut(&str, bool) -> String) {
        for (index, piece) in self.pieces.iter_mut().enumerate() {
            if let Piece::Text(text) = piece {
                *text = change(text, index == 0);
            }
        }
    }

    /// The stretches of text.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> + Clone {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Text(text) => Some(text.as_str()),
            Piece::Placeholder(_) => None,
        })
    }

    /// The whole.
    pub(super) fn join(&self) -> String {
        let pieces = self.pieces.iter().map(|piece| match piece {
            Piece::Text(text) => text.as_str(),
            Piece::Placeholder(placeholder) => placeholder,
        });
        pieces.collect()
    }

    /// Takes the shape from everything that the restorer would take for a placeholder, but ours and what the
    /// map knows as foreign.
    ///
    /// # Errors
    ///
    /// When something keeps its shape, which nothing is known to do; the prompt may not be sent then.
    pub(super) fn break_forged(&mut self) -> Result<()> {
        for _ in 0..MAX_ROUNDS {
            if !self.break_once() {
                return Ok(());
            }
        }
        if self.has_forged() {
            Err(forged())
        } else {
            Ok(())
        }
    }

    /// Fails when [`Pieces::break_forged`] would change something.
    ///
    /// # Errors
    ///
    /// As [`Pieces::break_forged`].
    pub(super) fn check(&self) -> Result<()> {
        if self.has_forged() {
            Err(forged())
        } else {
            Ok(())
        }
    }

    fn has_forged(&self) -> bool {
        (0..self.pieces.len()).any(|index| !self.forged(index).is_empty())
    }

    /// Where forged placeholders of one piece must be broken.
    fn forged(&self, index: usize) -> Vec<usize> {
        let is_placeholder =
            |index: usize| matches!(self.pieces.get(index), Some(Piece::Placeholder(_)));
        match self.pieces.get(index) {
            Some(Piece::Text(text)) => shapes_in(
                text,
                index.checked_sub(1).is_some_and(is_placeholder),
                is_placeholder(index + 1),
                &self.foreign,
            ),
            _ => Vec::new(),
        }
    }

    fn break_once(&mut self) -> bool {
        let mut broken = false;
        for index in 0..self.pieces.len() {
            let places = self.forged(index);
            if let Some(Piece::Text(text)) = self.pieces.get_mut(index)
                && !places.is_empty()
            {
                broken = true;
                let mut output = String::with_capacity(text.len() + places.len() * 2);
                let mut copied = 0;
                for place in places {
                    output.push_str(text.get(copied..place).unwrap_or_default());
                    output.push(BREAK);
                    copied = place;
                }
                output.push_str(text.get(copied..).unwrap_or_default());
                *text = output;
            }
        }
        broken
    }
}

fn forged() -> Error {
    Error::new(
        ErrorKind::InvalidArgument,
        "the text holds something that would be restored as a placeholder and is none; do not send it to a model",
    )
}
