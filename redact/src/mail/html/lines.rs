//! Writes text line by line: collapses white space, keeps quote marks at the front of lines.

/// The most nested quote that is still marked. Every mark is written on every line, so that hostile
/// nesting makes the text that much longer.
const DEEPEST_QUOTE: usize = 6;

/// The text written so far.
#[derive(Default)]
pub(super) struct Lines {
    text: String,
    quotes: usize,
    /// The quotes around the line before.
    quotes_before: usize,
    /// Line breaks to write before the next character; 2 makes an empty line.
    breaks: usize,
    /// A space to write before the next character of the same line.
    space: bool,
    line_is_empty: bool,
    is_started: bool,
}

impl Lines {
    /// Text in which any white space is one space (the no-break space is a character).
    pub(super) fn text(&mut self, text: &str) {
        let is_space = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{C}');
        if text.starts_with(is_space) {
            self.space = true;
        }
        for word in text.split(is_space).filter(|word| !word.is_empty()) {
            self.word(word);
            self.space = true;
        }
        self.space = text.ends_with(is_space);
    }

    /// Text whose white space stays.
    pub(super) fn preformatted(&mut self, text: &str) {
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.break_line();
            }
            let line = line.trim_end_matches('\r');
            if !line.is_empty() {
                self.word(line);
            }
        }
    }

    fn word(&mut self, word: &str) {
        self.begin_line();
        if self.space && !self.line_is_empty {
            self.text.push(' ');
        }
        self.space = false;
        self.text.push_str(word);
        self.line_is_empty = false;
    }

    fn begin_line(&mut self) {
        if !self.is_started {
            self.is_started = true;
            self.breaks = 0;
            self.start_line();
        }
        for written in 1..=self.breaks {
            let end = self.text.trim_end_matches([' ', '\t']).len();
            self.text.truncate(end);
            self.text.push('\n');
            if written < self.breaks {
                // An empty line belongs to the outer one of its neighbours.
                let quotes = self.quotes.min(self.quotes_before);
                let marks = "> ".repeat(quotes.min(DEEPEST_QUOTE));
                self.text.push_str(marks.trim_end());
            }
        }
        if self.breaks > 0 {
            self.breaks = 0;
            self.start_line();
        }
    }

    fn start_line(&mut self) {
        self.text
            .push_str(&"> ".repeat(self.quotes.min(DEEPEST_QUOTE)));
        self.quotes_before = self.quotes;
        self.line_is_empty = true;
        self.space = false;
    }

    /// `<br>`: breaks add up, to an empty line at most.
    pub(super) fn break_line(&mut self) {
        /// More empty lines say nothing more.
        const MOST_BREAKS: usize = 3;
        self.breaks = (self.breaks + 1).min(MOST_BREAKS);
        self.space = false;
    }

    /// The beginning or end of a block.
    pub(super) fn block(&mut self) {
        self.breaks = self.breaks.max(1);
        self.space = false;
    }

    /// The beginning or end of a paragraph.
    pub(super) fn paragraph(&mut self) {
        self.breaks = self.breaks.max(2);
        self.space = false;
    }

    /// `<hr>`.
    pub(super) fn rule(&mut self) {
        self.block();
        self.word("----------");
        self.block();
    }

    /// A cell of a table.
    pub(super) fn cell(&mut self) {
        self.space = true;
    }

    /// An item of a list.
    pub(super) fn item(&mut self) {
        self.word("-");
        self.space = true;
    }

    /// A quote begins.
    pub(super) fn quote(&mut self) {
        self.quotes += 1;
    }

    /// A quote ends.
    pub(super) fn unquote(&mut self) {
        self.quotes = self.quotes.saturating_sub(1);
    }

    /// The place where the next text will stand.
    pub(super) fn mark(&self) -> usize {
        self.text.len()
    }

    /// Writes the URL of a link behind its text, which began at `mark`, unless the text is the URL.
    pub(super) fn link(&mut self, mark: usize, url: &str) {
        let url: String = url.trim().chars().filter(|c| !c.is_control()).collect();
        let is_local = url.is_empty() || url.starts_with('#');
        let scheme_end = url.find(':').unwrap_or_default();
        let scheme = url.get(..scheme_end).unwrap_or_default();
        let is_script = ["javascript", "data", "cid"]
            .iter()
            .any(|s| scheme.eq_ignore_ascii_case(s));
        if is_local || is_script {
            return;
        }
        let address = ["mailto:", "tel:"]
            .iter()
            .find_map(|scheme| url.strip_prefix(scheme))
            .map_or(url.as_str(), |rest| rest.split('?').next().unwrap_or(rest));
        let shown = self.text.get(mark..).unwrap_or_default();
        let bare = |text: &str| text.trim_end_matches('/').to_ascii_lowercase();
        let without_scheme = address.split_once("://").map_or(address, |(_, rest)| rest);
        if bare(shown.trim()).ends_with(&bare(without_scheme)) {
            return;
        }
        let had_space = self.space;
        self.space = true;
        self.word(&format!("<{address}>"));
        self.space = had_space;
    }

    /// The text, with one line break at its end.
    pub(super) fn finish(mut self) -> String {
        let end = self.text.trim_end().len();
        self.text.truncate(end);
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text
    }
}
