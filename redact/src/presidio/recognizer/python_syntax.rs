//! What an expression in the syntax of Python's `re` and `regex` is called in Rust's.
//!
//! The two look alike and differ where it hurts: `\Z`, `\<`, `{,3}`, `$` before a last line break,
//! brackets and `&&` within a class, possessive repetition. So an expression is read token by token
//! and written anew; what is not understood for certain is refused, and the caller runs it elsewhere.

use std::iter::Peekable;
use std::str::Chars;

/// Flags of Python's `regex` module by their bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a flag of Python's, and they combine freely"
)]
pub(super) struct Flags {
    pub(super) ignore_case: bool,
    pub(super) multi_line: bool,
    pub(super) dot_matches_new_line: bool,
    pub(super) verbose: bool,
}

impl Flags {
    /// The flags of these bits; nothing if one of them asks for what is not done here.
    pub(super) const fn from_bits(bits: u32) -> Option<Self> {
        const IGNORE_CASE: u32 = 2;
        const MULTI_LINE: u32 = 8;
        const DOT_ALL: u32 = 16;
        const UNICODE: u32 = 32;
        const VERBOSE: u32 = 64;
        const VERSION_0: u32 = 0x2000;
        if bits & !(IGNORE_CASE | MULTI_LINE | DOT_ALL | UNICODE | VERBOSE | VERSION_0) != 0 {
            return None;
        }
        Some(Self {
            ignore_case: bits & IGNORE_CASE != 0,
            multi_line: bits & MULTI_LINE != 0,
            dot_matches_new_line: bits & DOT_ALL != 0,
            verbose: bits & VERBOSE != 0,
        })
    }

    /// The same with the flag of this letter set or cleared; nothing for letters not done here.
    fn with(self, letter: char, value: bool) -> Option<Self> {
        let mut flags = self;
        *match letter {
            'i' => &mut flags.ignore_case,
            'm' => &mut flags.multi_line,
            's' => &mut flags.dot_matches_new_line,
            'x' => &mut flags.verbose,
            _ => return None,
        } = value;
        Some(flags)
    }
}

/// An expression in Rust's syntax; its flags are written into it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Translated {
    pub(super) expression: String,
    /// Whether it needs look-around, back-references or atomic groups.
    pub(super) needs_backtracking: bool,
    /// Whether it may prefer a shorter match to a longer one, by alternatives or lazy repetition.
    pub(super) may_prefer_shorter: bool,
}

/// How word boundaries are usually spelt by look-around, longest first. Both engines find the same
/// there; only the linear one knows the names on the right.
const HALF_BOUNDARIES: &[(&str, &str)] = &[
    (r"(?:^|(?<=\W))", r"\b{start-half}"),
    (r"(?:(?=\W)|$)", r"\b{end-half}"),
    (r"(?<!\w)", r"\b{start-half}"),
    (r"(?!\w)", r"\b{end-half}"),
];

/// Letters that match these as well in any case, besides the letters that Unicode's simple folding
/// makes equal.
const TURKISH_PARTNERS: [(char, char); 2] = [('I', 'ı'), ('i', 'İ')];

/// The expression in Rust's syntax, or nothing if that is not certain.
pub(super) fn translate(expression: &str, flags: Flags) -> Option<Translated> {
    let (flags, rest) = leading_flags(expression, flags)?;
    let mut translator = Translator {
        rest: rest.chars().peekable(),
        out: String::with_capacity(expression.len() + 8),
        needs_backtracking: false,
        may_prefer_shorter: false,
        flags: vec![flags],
        open: Vec::new(),
        groups: Vec::new(),
    };
    translator.open_flags(flags);
    translator.alternatives()?;
    translator.out.push(')');
    (translator.flags.len() == 1).then_some(Translated {
        expression: translator.out,
        needs_backtracking: translator.needs_backtracking,
        may_prefer_shorter: translator.may_prefer_shorter,
    })
}

/// Flags written at the very start, `(?i)`, and the rest of the expression.
fn leading_flags(expression: &str, flags: Flags) -> Option<(Flags, &str)> {
    let Some(inside) = expression.strip_prefix("(?") else {
        return Some((flags, expression));
    };
    let Some((letters, rest)) = inside.split_once(')') else {
        return Some((flags, expression));
    };
    if letters.is_empty() || !letters.chars().all(|letter| letter.is_ascii_lowercase()) {
        return Some((flags, expression));
    }
    let flags = letters
        .chars()
        .try_fold(flags, |flags, letter| flags.with(letter, true))?;
    Some((flags, rest))
}

struct Translator<'e> {
    rest: Peekable<Chars<'e>>,
    out: String,
    needs_backtracking: bool,
    may_prefer_shorter: bool,
    /// The flags of each group that is open.
    flags: Vec<Flags>,
    /// For each group that is open which of those that capture it is.
    open: Vec<Option<usize>>,
    /// The names of the groups that capture, as far as they have begun; empty for one without.
    groups: Vec<String>,
}

impl Translator<'_> {
    fn flags(&self) -> Option<Flags> {
        self.flags.last().copied()
    }

    /// Passes over `text` if it comes next.
    fn take(&mut self, text: &str) -> bool {
        let mut ahead = self.rest.clone();
        let comes_next = text.chars().all(|wanted| ahead.next() == Some(wanted));
        if comes_next {
            self.rest = ahead;
        }
        comes_next
    }

    fn open_flags(&mut self, flags: Flags) {
        let (mut on, mut off) = (String::new(), String::new());
        for (letter, is_on) in [
            ('i', flags.ignore_case),
            ('m', flags.multi_line),
            ('s', flags.dot_matches_new_line),
        ] {
            if is_on { &mut on } else { &mut off }.push(letter);
        }
        self.out.push_str("(?");
        self.out.push_str(&on);
        if !off.is_empty() {
            self.out.push('-');
            self.out.push_str(&off);
        }
        self.out.push(':');
    }

    /// Everything to the end of the expression.
    fn alternatives(&mut self) -> Option<()> {
        while self.rest.peek().is_some() {
            self.skip_verbose();
            self.token()?;
        }
        Some(())
    }

    /// Passes over white space and comments of a verbose expression.
    fn skip_verbose(&mut self) {
        if !self.flags().is_some_and(|flags| flags.verbose) {
            return;
        }
        while let Some(&character) = self.rest.peek() {
            if character == '#' {
                while self.rest.next_if(|&inside| inside != '\n').is_some() {}
            } else if !character.is_whitespace() {
                return;
            }
            self.rest.next();
        }
    }

    /// One token with its repetition.
    fn token(&mut self) -> Option<()> {
        for (idiom, name) in HALF_BOUNDARIES {
            if self.take(idiom) {
                self.out.push_str(name);
                return Some(());
            }
        }
        let Some(character) = self.rest.next() else {
            return Some(());
        };
        match character {
            '(' => return self.group(),
            ')' => {
                self.flags.pop();
                self.open.pop();
                if self.flags.is_empty() {
                    return None;
                }
                self.out.push(')');
            }
            '|' => {
                self.may_prefer_shorter = true;
                self.out.push('|');
                return Some(());
            }
            '^' => {
                self.out.push('^');
                return Some(());
            }
            '$' => {
                if self.flags()?.multi_line {
                    self.out.push('$');
                } else {
                    self.needs_backtracking = true;
                    self.out.push_str(r"(?=\n?\z)");
                }
                return Some(());
            }
            '.' => self.out.push('.'),
            '[' => self.class()?,
            '\\' => self.escape()?,
            '*' | '+' | '?' | '{' => return None,
            other => self.literal(other),
        }
        self.repetition()
    }

    fn literal(&mut self, character: char) {
        let partner = TURKISH_PARTNERS
            .iter()
            .find(|(letter, _)| *letter == character)
            .filter(|_| self.flags().is_some_and(|flags| flags.ignore_case));
        if let Some((letter, partner)) = partner {
            self.out.extend(['[', *letter, *partner, ']']);
            return;
        }
        if character.is_ascii() && !character.is_ascii_alphanumeric() && character != ' ' {
            match character {
                '\n' => return self.out.push_str(r"\n"),
                '\r' => return self.out.push_str(r"\r"),
                '\t' => return self.out.push_str(r"\t"),
                // `\<` and `\>` are boundaries in Rust.
                '<' | '>' | '_' | '\'' | '"' | ',' | ';' | '=' | '@' | '!' | '%' | '/' | ':'
                | '`' => {}
                _ if character.is_ascii_punctuation() => self.out.push('\\'),
                _ => {}
            }
        }
        self.out.push(character);
    }

    /// `*`, `+?`, `{2,5}+` and their like, if one follows.
    fn repetition(&mut self) -> Option<()> {
        self.skip_verbose();
        match self.rest.peek() {
            Some(&sign @ ('*' | '+' | '?')) => {
                self.rest.next();
                self.out.push(sign);
            }
            Some('{') => {
                self.rest.next();
                let inside = self.braces()?;
                self.out.push_str(&inside);
            }
            _ => return Some(()),
        }
        self.skip_verbose();
        match self.rest.peek() {
            Some('?') => {
                self.rest.next();
                self.may_prefer_shorter = true;
                self.out.push('?');
            }
            Some('+') => {
                self.rest.next();
                self.needs_backtracking = true;
                self.out.push('+');
            }
            // A repetition of a repetition is an error in Python and none in Rust.
            Some('*' | '{') => return None,
            _ => return Some(()),
        }
        self.skip_verbose();
        (!matches!(self.rest.peek(), Some('*' | '+' | '?' | '{'))).then_some(())
    }

    /// The numbers in braces behind a `{`. Everything else there is a fuzzy match or literal.
    fn braces(&mut self) -> Option<String> {
        let mut inside = String::new();
        loop {
            match self.rest.next()? {
                '}' => break,
                character if character.is_ascii_digit() || character == ',' => {
                    inside.push(character);
                }
                _ => return None,
            }
        }
        let (low, high) = match inside.split_once(',') {
            None => (inside.as_str(), None),
            Some((low, high)) => (low, Some(high)),
        };
        if low.contains(',') || high.is_some_and(|high| high.contains(',')) || inside.is_empty() {
            return None;
        }
        let low = if low.is_empty() { "0" } else { low };
        Some(match high {
            None => format!("{{{low}}}"),
            Some(high) => format!("{{{low},{high}}}"),
        })
    }

    /// What follows a `(`.
    fn group(&mut self) -> Option<()> {
        let flags = self.flags()?;
        if !self.take("?") {
            if self.rest.peek() == Some(&'*') {
                return None;
            }
            self.out.push('(');
            self.open_group(flags, Some(String::new()));
            return Some(());
        }
        if self.take("#") {
            while self.rest.next()? != ')' {}
            return Some(());
        }
        for plain in [":", "=", "!", "<=", "<!", ">"] {
            if self.take(plain) {
                self.needs_backtracking |= plain != ":";
                self.out.push_str("(?");
                self.out.push_str(plain);
                self.open_group(flags, None);
                return Some(());
            }
        }
        if self.take("P=") {
            let name = self.name(')')?;
            let group = self.groups.iter().position(|known| *known == name)?;
            self.refer_to(group)?;
            self.out.push_str(r"\k<");
            self.out.push_str(&name);
            self.out.push('>');
            return self.repetition();
        }
        if self.take("P<") || self.take("<") {
            let name = self.name('>')?;
            self.out.push_str("(?P<");
            self.out.push_str(&name);
            self.out.push('>');
            self.open_group(flags, Some(name));
            return Some(());
        }
        self.scoped_flags(flags)
    }

    /// `(?i-s:…`; flags for the rest of the expression are refused.
    fn scoped_flags(&mut self, mut flags: Flags) -> Option<()> {
        let mut value = true;
        loop {
            match self.rest.next()? {
                ':' => break,
                '-' if value => value = false,
                letter => flags = flags.with(letter, value)?,
            }
        }
        self.open_flags(flags);
        self.open_group(flags, None);
        Some(())
    }

    /// Notes that a group has begun; one that captures has a name, if only an empty one.
    fn open_group(&mut self, flags: Flags, name: Option<String>) {
        self.flags.push(flags);
        self.open.push(name.as_ref().map(|_| self.groups.len()));
        self.groups.extend(name);
    }

    /// Notes a reference to a group, which must be closed already.
    fn refer_to(&mut self, group: usize) -> Option<()> {
        self.needs_backtracking = true;
        (group < self.groups.len() && !self.open.contains(&Some(group))).then_some(())
    }

    fn name(&mut self, end: char) -> Option<String> {
        let mut name = String::new();
        loop {
            match self.rest.next()? {
                character if character == end => break,
                character if character.is_ascii_alphanumeric() || character == '_' => {
                    name.push(character);
                }
                _ => return None,
            }
        }
        let starts_well = name.starts_with(|first: char| !first.is_ascii_digit());
        starts_well.then_some(name)
    }

    /// What follows a `\` outside a class.
    fn escape(&mut self) -> Option<()> {
        let character = self.rest.next()?;
        match character {
            // Repeated, they say nothing, and the engines disagree about what.
            'b' | 'B' | 'A' | 'Z' | 'z'
                if matches!(self.rest.peek(), Some('*' | '+' | '?' | '{')) =>
            {
                return None;
            }
            'b' | 'B' | 'A' => {
                self.out.push('\\');
                self.out.push(character);
            }
            'Z' | 'z' => self.out.push_str(r"\z"),
            '1'..='9' => {
                let mut number = String::from(character);
                while let Some(digit) = self.rest.next_if(char::is_ascii_digit) {
                    number.push(digit);
                }
                // Beyond the groups there are, Python reads an octal number.
                self.refer_to(number.parse::<usize>().ok()?.checked_sub(1)?)?;
                self.out.push_str(r"(?:\");
                self.out.push_str(&number);
                self.out.push(')');
            }
            _ => self.escaped_character(character)?,
        }
        Some(())
    }

    /// An escape that means the same within a class and outside.
    fn escaped_character(&mut self, character: char) -> Option<()> {
        match character {
            'd' | 'D' | 'w' | 'W' | 's' | 'S' | 'n' | 'r' | 't' | 'f' | 'v' | 'a' => {
                self.out.push('\\');
                self.out.push(character);
            }
            'x' => self.code_point('x', 2)?,
            'u' => self.code_point('u', 4)?,
            'U' => self.code_point('U', 8)?,
            'p' | 'P' => self.property(character)?,
            _ if character.is_ascii_alphanumeric() => return None,
            _ => self.class_literal(character),
        }
        Some(())
    }

    fn code_point(&mut self, letter: char, digits: usize) -> Option<()> {
        self.out.push('\\');
        self.out.push(letter);
        for _ in 0..digits {
            self.out.push(self.rest.next_if(char::is_ascii_hexdigit)?);
        }
        Some(())
    }

    fn property(&mut self, letter: char) -> Option<()> {
        if self.rest.next()? != '{' {
            return None;
        }
        let name = self.name('}')?;
        self.out.push('\\');
        self.out.push(letter);
        self.out.push('{');
        self.out.push_str(&name);
        self.out.push('}');
        Some(())
    }

    /// A character that stands for itself, written so that no engine reads more into it.
    fn class_literal(&mut self, character: char) {
        if character.is_ascii_punctuation() && !matches!(character, '<' | '>') {
            self.out.push('\\');
        }
        self.out.push(character);
    }

    /// Whether the member of a class just read is the first of a range.
    fn goes_on_as_range(&self) -> bool {
        let mut ahead = self.rest.clone();
        ahead.next() == Some('-') && ahead.next() != Some(']')
    }

    /// What follows a `[`.
    fn class(&mut self) -> Option<()> {
        self.out.push('[');
        if self.take("^") {
            self.out.push('^');
        }
        let ignore_case = self.flags()?.ignore_case;
        let (mut is_first, mut is_range) = (true, false);
        let (mut last, mut range_end) = (None, None);
        loop {
            if self.take("[:") {
                return None;
            }
            let character = self.rest.next()?;
            match character {
                ']' if !is_first => break,
                '\\' => {
                    let escaped = self.rest.next()?;
                    if escaped == 'b' {
                        self.out.push_str(r"\x08");
                    } else {
                        self.escaped_character(escaped)?;
                    }
                    last = None;
                    is_range = false;
                }
                '-' if !is_first && !matches!(self.rest.peek(), Some(']') | None) => {
                    // A range, unless a class such as `\w` stands before or behind it; then the
                    // engine refuses it, and so does Python in its newer versions.
                    if self.rest.peek() == Some(&'-') {
                        return None;
                    }
                    self.out.push('-');
                    is_range = true;
                }
                other => {
                    self.class_literal(other);
                    let from = if is_range { last } else { None };
                    range_end = Some((from.unwrap_or(other), other));
                    last = Some(other);
                    is_range = false;
                }
            }
            // A partner is a member of its own, so it may not stand where a range may go on.
            if let Some((from, to)) = range_end.take()
                && ignore_case
                && !self.goes_on_as_range()
            {
                for (letter, partner) in TURKISH_PARTNERS {
                    if (from..=to).contains(&letter) {
                        self.out.push(partner);
                    }
                }
            }
            is_first = false;
        }
        self.out.push(']');
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rust(expression: &str, bits: u32) -> Option<String> {
        translate(expression, Flags::from_bits(bits)?).map(|translated| translated.expression)
    }

    #[test]
    fn spellings_differ() {
        let all = |inside: &str| Some(format!("(?ims:{inside})"));
        assert_eq!(rust(r"a{,3}\Z", 26), all(r"a{0,3}\z"));
        assert_eq!(rust(r"\<b\>", 26), all("<b>"));
        assert_eq!(rust(r"[[a&&b]", 26), all(r"[\[a\&\&b]"));
        assert_eq!(rust("[]a-]", 26), all(r"[\]a\-]"));
        assert_eq!(rust(r"a]}", 26), all(r"a\]\}"));
        assert_eq!(rust(r"[\b]", 26), all(r"[\x08]"));
        assert_eq!(rust("i[A-Z][ij-]", 26), all("[iİ][A-Zı][iİj\\-]"));
        assert_eq!(rust("I[A-I-]", 0), Some(r"(?-ims:I[A-I\-])".to_owned()));
        assert_eq!(rust("a$", 2), Some(r"(?i-ms:a(?=\n?\z))".to_owned()));
        assert_eq!(rust("(?i)a", 0), Some("(?i-ms:a)".to_owned()));
        assert_eq!(rust("a b # c\nd", 64), Some("(?-ims:abd)".to_owned()));
        assert_eq!(
            rust(r"(?<!\w)a(?!\w)", 26),
            all(r"\b{start-half}a\b{end-half}")
        );
        assert_eq!(
            rust("(a)(?P<n>b)\\1(?P=n)", 26),
            all(r"(a)(?P<n>b)(?:\1)\k<n>")
        );
    }

    #[test]
    fn what_is_not_certain_is_refused() {
        for expression in [
            "(?:abc){e<=1}",
            r"\X",
            "a**",
            "a{1}{2}",
            r"(a)\2",
            "(?|a|b)",
            "a(?i)b",
            "(?R)",
            "*a",
            "[[:alpha:]]",
            "(a",
            "a)",
            r"\N{BULLET}",
            "(?P<1a>b)",
            r"(a\1)",
            "(?P<n>a(?P=n))",
            "(?P=m)",
            r"\b?",
            r"\A{2}",
        ] {
            assert_eq!(rust(expression, 26), None, "{expression}");
        }
        assert_eq!(Flags::from_bits(4), None);
    }

    #[test]
    fn only_look_around_and_memory_need_backtracking() {
        let needs = |expression: &str| {
            translate(expression, Flags::from_bits(26).unwrap())
                .unwrap()
                .needs_backtracking
        };
        for expression in [r"\bab?c*?\b", "(?:^|(?<=\\W))(a|b)(?:(?=\\W)|$)", "x{2}$"] {
            assert!(!needs(expression), "{expression}");
        }
        for expression in ["a++", "(?>a)b", "(?=a)", r"(a)\1", "(?<!a)b"] {
            assert!(needs(expression), "{expression}");
        }
    }
}
