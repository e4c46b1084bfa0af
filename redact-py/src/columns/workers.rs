//! How are the rows of a column shared out among threads, and still answered in order?

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use pyo3::Python;

use super::error::{ColumnError, Result};
use super::rows::Rows;
use crate::errors::guarded;

/// How many rows a thread takes at a time.
const BLOCK: usize = 64;

/// Answers that wait for their turn are kept for at most this many rows.
const WINDOW: usize = 16 * 1024;

/// After how many bytes of text Python is asked whether somebody pressed Ctrl-C.
const SIGNAL_EVERY: usize = 4 << 20;

/// Works on every row, on `threads` threads, and hands the answers over in order, on this one.
/// Nulls are handed over without being worked on.
///
/// Called with the GIL released.
pub(super) fn for_each_row<T: Send>(
    rows: &Rows,
    threads: NonZeroUsize,
    work: impl Fn(&str) -> redact::Result<T> + Sync,
    mut hand_over: impl FnMut(usize, Option<(&str, T)>) -> Result<()>,
) -> Result<()> {
    let mut signals = Signals::default();
    if threads.get() == 1 || rows.len() <= BLOCK {
        for row in 0..rows.len() {
            let Some(text) = rows.get(row)? else {
                hand_over(row, None)?;
                continue;
            };
            signals.check(text.len())?;
            let answer = at_row(row, || work(text))?;
            hand_over(row, Some((text, answer)))?;
        }
        return Ok(());
    }
    let mut start = 0;
    while start < rows.len() {
        let end = rows.len().min(start + WINDOW);
        for (row, answer) in (start..end).zip(window(rows, start..end, threads, &work)?) {
            let text = rows.get(row)?;
            signals.check(text.map_or(0, str::len))?;
            hand_over(row, text.zip(answer))?;
        }
        start = end;
    }
    Ok(())
}

/// The answers to some rows, in their order.
fn window<T: Send>(
    rows: &Rows,
    range: std::ops::Range<usize>,
    threads: NonZeroUsize,
    work: &(impl Fn(&str) -> redact::Result<T> + Sync),
) -> Result<Vec<Option<T>>> {
    let next = AtomicUsize::new(range.start);
    let failed = AtomicBool::new(false);
    let worker = || {
        let mut blocks = Vec::new();
        while !failed.load(Ordering::Relaxed) {
            let start = next.fetch_add(BLOCK, Ordering::Relaxed);
            if start >= range.end {
                break;
            }
            let block = start..range.end.min(start + BLOCK);
            let answers = block
                .map(|row| {
                    let text = rows.get(row)?;
                    text.map(|text| at_row(row, || work(text))).transpose()
                })
                .collect::<Result<Vec<_>>>();
            if answers.is_err() {
                failed.store(true, Ordering::Relaxed);
            }
            blocks.push((start, answers));
        }
        blocks
    };
    let mut blocks = std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads.get()).map(|_| scope.spawn(worker)).collect();
        let mut blocks = worker();
        for other in others {
            match other.join() {
                Ok(more) => blocks.extend(more),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        blocks
    });
    // Blocks were begun in order, so that the first failure of all is among those that are here.
    blocks.sort_unstable_by_key(|(start, _)| *start);
    let mut answers = Vec::with_capacity(range.len());
    for (_, block) in blocks {
        answers.extend(block?);
    }
    Ok(answers)
}

/// Work on one row; what goes wrong says where.
pub(super) fn at_row<T>(row: usize, work: impl FnOnce() -> redact::Result<T>) -> Result<T> {
    guarded(work).map_err(|failure| ColumnError::Row(row, failure))
}

/// Lets Ctrl-C through while a long column is worked on.
#[derive(Default)]
struct Signals {
    unchecked: usize,
}

impl Signals {
    fn check(&mut self, bytes: usize) -> Result<()> {
        self.unchecked += bytes;
        if self.unchecked >= SIGNAL_EVERY {
            self.unchecked = 0;
            #[allow(
                clippy::redundant_closure_for_method_calls,
                reason = "the method alone is not general over lifetimes"
            )]
            Python::attach(|py| py.check_signals()).map_err(ColumnError::Interrupted)?;
        }
        Ok(())
    }
}
