//! Decides for each line whether it is kept: quotes first, then what stands below the text.

use super::line::{Line, Shape};
use super::marker::marker;
use super::{CutKind, Forwarded, VisibleOptions, attribution, footer, header_block, wrap};

/// What becomes of the lines.
pub(super) struct Decisions {
    /// For each line why it is cut, if it is.
    pub(super) cut: Vec<Option<CutKind>>,
    /// The lines whose first bytes are kept though the rest is cut, and how many they are.
    pub(super) shared: Vec<(usize, usize)>,
}

/// Decides for each line.
pub(super) fn decide(lines: &[Line<'_>], options: VisibleOptions) -> Decisions {
    let mut regions = Regions {
        lines,
        options,
        cut: vec![None; lines.len()],
        shared: Vec::new(),
        tail: None,
        forward: lines.len(),
    };
    regions.cut_quotes(0);
    regions.keep_something();
    regions.cut_footers();
    regions.fill_gaps();
    Decisions {
        cut: regions.cut,
        shared: regions.shared,
    }
}

struct Regions<'l, 't> {
    lines: &'l [Line<'t>],
    options: VisibleOptions,
    cut: Vec<Option<CutKind>>,
    shared: Vec<(usize, usize)>,
    /// The first line behind a header from which everything is a quote.
    tail: Option<usize>,
    /// The first line of a forwarded message, which is kept as it is.
    forward: usize,
}

impl Regions<'_, '_> {
    fn cut(&mut self, range: std::ops::Range<usize>, kind: CutKind) {
        self.cut.get_mut(range).unwrap_or_default().fill(Some(kind));
    }

    fn is_kept(&self, at: usize) -> bool {
        let is_filled = self
            .lines
            .get(at)
            .is_some_and(|line| line.shape != Shape::Blank);
        let is_shared = self
            .shared
            .binary_search_by_key(&at, |(line, _)| *line)
            .is_ok();
        is_filled && (is_shared || self.cut.get(at) == Some(&None))
    }

    fn next_filled(&self, from: usize) -> Option<usize> {
        let rest = self.lines.get(from..)?;
        rest.iter()
            .position(|line| line.shape != Shape::Blank)
            .map(|distance| from + distance)
    }

    fn shape(&self, at: usize) -> Option<Shape> {
        self.lines.get(at).map(|line| line.shape)
    }

    fn cut_quotes(&mut self, from: usize) {
        let mut at = from;
        while let Some(line) = self.lines.get(at) {
            match line.shape {
                Shape::Quoted => {
                    if let Some(next) = self.quoted_header(at) {
                        at = next;
                        continue;
                    }
                    self.cut(at..at + 1, CutKind::Quote);
                    at += 1;
                    let wrapped = self.wrapped(at);
                    self.cut(at..at + wrapped, CutKind::Quote);
                    at += wrapped;
                }
                Shape::Text | Shape::Ornament => match self.header(at) {
                    Some(next) => at = next,
                    None if self.forward <= at => return,
                    None => at += 1,
                },
                Shape::Blank | Shape::SignatureSeparator | Shape::Dashes => at += 1,
            }
            if self.tail.is_some() {
                return;
            }
        }
    }

    /// `> 2026/01/06 10:00、佐藤のメール:` with the mail below it and no mark on its lines.
    fn quoted_header(&mut self, at: usize) -> Option<usize> {
        const MOST_LINES: usize = 3;
        let quoted = self.lines.get(at..)?.iter().take(MOST_LINES);
        let inner: Vec<Line<'_>> = quoted
            .take_while(|line| line.shape == Shape::Quoted)
            .map(|line| Line {
                content: line.content.trim_start_matches(['>', '＞', ' ']),
                shape: Shape::Text,
                ..*line
            })
            .collect();
        let found = attribution::find(&inner, 0).filter(|found| found.is_certain)?;
        let end = at + found.lines;
        let has_text_before = (0..at).any(|before| self.is_kept(before));
        let is_followed = self.next_filled(end).is_some();
        let rest = self.lines.get(end..).unwrap_or_default();
        // One more mark says that the marks are in order, and the lines without are the author's.
        let is_marked = rest.iter().any(|line| line.shape == Shape::Quoted);
        (has_text_before && is_followed && !is_marked).then(|| self.quote_behind(at, end, false))
    }

    /// How many lines from `at` are the rest of a quoted line that was wrapped without its mark: lines
    /// between two quoted ones, without an empty line, of which the first leaves its sentence open.
    ///
    /// An answer between two questions stands there too, and must stay.
    fn wrapped(&self, at: usize) -> usize {
        const MOST_LINES: usize = 2;
        let texts = self.lines.get(at..).unwrap_or_default();
        let count = texts
            .iter()
            .take(MOST_LINES + 1)
            .take_while(|line| line.shape == Shape::Text)
            .count();
        let is_enclosed = self.shape(at + count) == Some(Shape::Quoted);
        if count == 0 || count > MOST_LINES || !is_enclosed {
            return 0;
        }
        let Some([before, first]) = at
            .checked_sub(1)
            .and_then(|before| self.lines.get(before..=at))
        else {
            return 0;
        };
        let Some(behind) = self.lines.get(at + count) else {
            return 0;
        };
        if wrap::goes_on(before.content, first.content, behind.content) {
            count
        } else {
            0
        }
    }

    /// Cuts the header of a quote that begins at `at`; answers the line to go on with.
    fn header(&mut self, at: usize) -> Option<usize> {
        let line = self.lines.get(at)?;
        if let Some(is_forward) = marker(line.content) {
            if is_forward {
                self.forward(at);
                return None;
            }
            let behind = self.next_filled(at + 1).unwrap_or(self.lines.len());
            let block = header_block::length(self.lines, behind);
            let end = if block > 0 { behind + block } else { at + 1 };
            return Some(self.quote_behind(at, end, true));
        }
        if line.shape == Shape::Ornament {
            return None;
        }
        let block = header_block::length(self.lines, at);
        if block > 0 {
            return Some(self.quote_behind(at, at + block, true));
        }
        let found = attribution::find(self.lines, at)?;
        let end = at + found.lines;
        let is_marked = self.is_quoted_behind(end);
        if !is_marked && !found.is_certain {
            return None;
        }
        if found.shared > 0 {
            let indent = usize::try_from(line.indent).unwrap_or(0);
            self.shared.push((at, indent + found.shared));
        }
        Some(self.quote_behind(at, end, false))
    }

    fn is_quoted_behind(&self, end: usize) -> bool {
        let next = self.next_filled(end);
        next.and_then(|next| self.shape(next)) == Some(Shape::Quoted)
    }

    /// Cuts the header from `start` to `end`, and everything behind it unless quote marks say how
    /// far the quote goes.
    fn quote_behind(&mut self, start: usize, end: usize, with_frame: bool) -> usize {
        let start = if with_frame {
            self.frame_before(start)
        } else {
            start
        };
        self.cut(start..end, CutKind::QuoteHeader);
        if self.is_quoted_behind(end) {
            return end;
        }
        self.tail = Some(end);
        self.cut(end..self.lines.len(), CutKind::Quote);
        self.lines.len()
    }

    /// The line of underscores that Outlook draws above its header.
    fn frame_before(&self, start: usize) -> usize {
        let mut frame = start;
        for before in (start.saturating_sub(3)..start).rev() {
            match self.shape(before) {
                Some(Shape::Ornament) => frame = before,
                Some(Shape::Blank) => {}
                _ => break,
            }
        }
        frame
    }

    fn forward(&mut self, at: usize) {
        self.forward = at;
        if self.options.forwarded == Forwarded::KeepBody {
            let behind = self.next_filled(at + 1).unwrap_or(self.lines.len());
            let block = header_block::length(self.lines, behind);
            self.cut(at..behind.max(at + 1), CutKind::ForwardHeader);
            self.cut(behind..behind + block, CutKind::ForwardHeader);
        }
    }

    /// A mail that is nothing but a quote: its text is what there is to read, unless it is a pile of
    /// older mails with their headers.
    fn keep_something(&mut self) {
        if (0..self.lines.len()).any(|at| self.is_kept(at)) {
            return;
        }
        if let Some(tail) = self.tail.take() {
            // The mail begins with a header: it is read as the mail below it, quotes and all, once.
            self.cut.get_mut(tail..).unwrap_or_default().fill(None);
            self.cut_quotes(tail);
            if !(tail..self.lines.len()).any(|at| self.is_kept(at)) {
                self.cut.get_mut(tail..).unwrap_or_default().fill(None);
            }
            return;
        }
        let has_header = self.cut.contains(&Some(CutKind::QuoteHeader));
        let quotes_a_header = || {
            let quoted = self.lines.iter().filter(|line| line.shape == Shape::Quoted);
            quoted.take(64).any(|line| {
                let content = line.content.trim_start_matches(['>', '＞', ' ']);
                let inner = Line {
                    content,
                    shape: Shape::Text,
                    ..*line
                };
                attribution::find(&[inner], 0).is_some()
            })
        };
        if !has_header && !quotes_a_header() {
            self.cut.fill(None);
        }
    }

    /// Cuts signatures and the like at the end of the text, and before the header of a quote.
    fn cut_footers(&mut self) {
        let end = self.forward.min(self.lines.len());
        let last_text = (0..end).rev().find(|&at| self.is_kept(at)).unwrap_or(end);
        let mut start = 0;
        let mut has_text = false;
        let mut has_quote = false;
        while start < end {
            let rest = self.cut.get(start..end).unwrap_or_default();
            let length = rest.iter().position(Option::is_some).unwrap_or(rest.len());
            let stop = start + length;
            let is_last = stop == end;
            let behind = self.cut.get(stop).copied().flatten();
            let is_before_header = behind == Some(CutKind::QuoteHeader);
            if length > 0 {
                self.cut_line_footers(start, stop, has_text || has_quote);
                if is_last || is_before_header || stop > last_text {
                    self.cut_signature(start, stop, has_text || has_quote);
                }
            }
            has_text |= (start..stop).any(|at| self.is_kept(at));
            has_quote |= !is_last;
            start = stop + 1;
        }
    }

    /// `Sent from …`, closings and notices within one region.
    fn cut_line_footers(&mut self, start: usize, stop: usize, mut has_text: bool) {
        let options = self.options;
        let mut at = start;
        while at < stop {
            let Some(line) = self.lines.get(at) else {
                return;
            };
            if line.shape != Shape::Text {
                at += 1;
                continue;
            }
            let kind = footer::alone(line.content, options.sent_from, options.closings);
            if let Some(kind) = kind.filter(|kind| has_text || *kind == CutKind::SentFrom) {
                // What follows belongs to it, unless nothing was said before.
                let end = if has_text { stop } else { at + 1 };
                self.cut(at..end, kind);
                at = end;
                continue;
            }
            let length = self
                .lines
                .get(at..stop)
                .unwrap_or_default()
                .iter()
                .take_while(|line| line.shape == Shape::Text)
                .count();
            let paragraph = self.lines.get(at..at + length).unwrap_or_default();
            if options.disclaimers && has_text && footer::is_disclaimer(paragraph) {
                self.cut(at..at + length, CutKind::Disclaimer);
                at += length;
                continue;
            }
            has_text = true;
            // A line of the paragraph may still be a footer of its own.
            let inner = paragraph.iter().skip(1).position(|line| {
                footer::alone(line.content, options.sent_from, options.closings).is_some()
            });
            at += inner.map_or(length, |inner| inner + 1);
        }
    }

    fn cut_signature(&mut self, start: usize, stop: usize, has_text_before: bool) {
        // Footers that were found already end the region.
        let kept_end = (start..stop)
            .rev()
            .find(|&at| self.is_kept(at))
            .map_or(start, |last| last + 1);
        let region = self.lines.get(start..kept_end).unwrap_or_default();
        let Some(first) = footer::signature_start(region, self.options.signatures) else {
            return;
        };
        let first = start + first;
        let has_text = has_text_before || (start..first).any(|at| self.is_kept(at));
        if !has_text {
            return;
        }
        for cut in self.cut.get_mut(first..kept_end).unwrap_or_default() {
            *cut = cut.or(Some(CutKind::Signature));
        }
    }

    /// An empty line between two cut lines goes with them.
    fn fill_gaps(&mut self) {
        let mut before: Option<CutKind> = None;
        let mut gap = 0;
        for at in 0..self.lines.len() {
            let is_blank = self.shape(at) == Some(Shape::Blank);
            let cut = self.cut.get(at).copied().flatten();
            if is_blank && cut.is_none() {
                gap += 1;
                continue;
            }
            if let (Some(kind), Some(_)) = (before, cut) {
                self.cut(at - gap..at, kind);
            }
            before = cut;
            gap = 0;
        }
    }
}
