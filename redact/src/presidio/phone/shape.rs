//! Which candidates are something else by their looks: dates, times, pages of a publication, digits
//! with brackets that do not match.

use super::candidate::Symbol;
use super::character::{digit_value, is_closing, is_opening, is_space};

/// Whether a date such as 3/10/2011 or 31/10/96 stands in the symbols.
pub(super) fn holds_date(symbols: &[Symbol]) -> bool {
    let mut slashes = symbols
        .iter()
        .enumerate()
        .filter(|(_, symbol)| symbol.character == '/')
        .map(|(at, _)| at);
    let Some(mut before) = slashes.next() else {
        return false;
    };
    for slash in slashes {
        if is_date(symbols, before, slash) {
            return true;
        }
        before = slash;
    }
    false
}

/// Whether the slashes at these places are those of a date: day and month in either order, then two
/// digits of a year.
fn is_date(symbols: &[Symbol], first: usize, second: usize) -> bool {
    let is_digit = |at: usize| symbols.get(at).is_some_and(|symbol| symbol.digit.is_some());
    // The search may begin at the last digit of the first part, so that one digit suffices.
    let starts_with_digit = first.checked_sub(1).is_some_and(is_digit);
    let middle = symbols.get(first + 1..second).unwrap_or_default();
    let is_day_or_month = match middle {
        [only] => only.digit.is_some(),
        [tens, ones] => ('0'..='3').contains(&tens.character) && ones.digit.is_some(),
        _ => false,
    };
    starts_with_digit && is_day_or_month && is_digit(second + 1) && is_digit(second + 2)
}

/// Whether the symbols end like the date and hour of a time stamp, `2012-01-02 08`, whose minutes
/// follow in the text.
pub(super) fn is_time_stamp(symbols: &[Symbol], behind: &str) -> bool {
    let mut behind = behind.chars();
    let are_minutes = behind.next() == Some(':')
        && matches!(behind.next(), Some('0'..='5'))
        && behind
            .next()
            .is_some_and(|ones| digit_value(ones).is_some());
    if !are_minutes {
        return false;
    }
    let mut symbols = symbols.iter().rev().peekable();
    let mut take = |greatest: Option<char>, least: char| {
        symbols
            .next_if(|symbol| match greatest {
                None => symbol.digit.is_some(),
                Some(greatest) => (least..=greatest).contains(&symbol.character),
            })
            .is_some()
    };
    if !take(None, '0') || !take(Some('2'), '0') || !take(Some(' '), ' ') {
        return false;
    }
    while take(Some(' '), ' ') {}
    if !take(None, '0') || !take(Some('3'), '0') {
        return false;
    }
    let _ = take(Some('-'), '-') || take(Some('/'), '/');
    if !take(None, '0') || !take(Some('1'), '0') {
        return false;
    }
    let _ = take(Some('-'), '-') || take(Some('/'), '/');
    take(None, '0') && take(None, '0') && take(None, '0') && take(Some('2'), '1')
}

/// Whether pages of a publication stand in the symbols: `211-227 (2003`.
pub(super) fn holds_pages(symbols: &[Symbol]) -> bool {
    symbols.iter().enumerate().any(|(at, symbol)| {
        symbol.character == '('
            && symbols.get(at + 1).is_some_and(|next| next.digit.is_some())
            && symbols.get(..at).is_some_and(ends_with_pages)
    })
}

fn ends_with_pages(symbols: &[Symbol]) -> bool {
    let mut symbols = symbols.iter().rev().peekable();
    let mut count = |most: usize, wanted: fn(&Symbol) -> bool| {
        let mut count = 0;
        while count < most && symbols.next_if(|symbol| wanted(symbol)).is_some() {
            count += 1;
        }
        count
    };
    count(4, |symbol| is_space(symbol.character));
    if count(5, |symbol| symbol.digit.is_some()) == 0 {
        return false;
    }
    count(usize::MAX, |symbol| symbol.character == '-') > 0
        && count(1, |symbol| symbol.digit.is_some()) == 1
}

/// Whether brackets match: one at the beginning may stay open, a closing one may come first, and
/// further pairs, three at most, stand directly behind each other.
pub(super) fn brackets_match(symbols: &[Symbol]) -> bool {
    let mut parts = Parts { symbols, at: 0 };
    parts.take(Token::Opening);
    if !parts.take(Token::Other) {
        return false;
    }
    if parts.take(Token::Closing) && !parts.take(Token::Other) {
        return false;
    }
    let mut pairs = 0;
    while pairs < 3 && parts.take(Token::Opening) {
        if !parts.take(Token::Other) || !parts.take(Token::Closing) {
            return false;
        }
        pairs += 1;
    }
    parts.take(Token::Other);
    parts.at == symbols.len()
}

#[derive(Clone, Copy, PartialEq)]
enum Token {
    Opening,
    Closing,
    Other,
}

struct Parts<'s> {
    symbols: &'s [Symbol],
    at: usize,
}

impl Parts<'_> {
    fn token(&self) -> Option<Token> {
        let character = self.symbols.get(self.at)?.character;
        Some(if is_opening(character) {
            Token::Opening
        } else if is_closing(character) {
            Token::Closing
        } else {
            Token::Other
        })
    }

    /// Goes over one bracket, or over all that is none up to the next.
    fn take(&mut self, wanted: Token) -> bool {
        if self.token() != Some(wanted) {
            return false;
        }
        self.at += 1;
        while wanted == Token::Other && self.token() == Some(Token::Other) {
            self.at += 1;
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn symbols(text: &str) -> Vec<Symbol> {
        Symbol::all(text)
    }

    #[test]
    fn dates_are_seen() {
        for text in ["3/10/2011", "31/10/96", "08/31/95", "１/1/24"] {
            assert!(holds_date(&symbols(text)), "{text}");
        }
        for text in ["3/45/20", "03/1/2", "1/２３/24", "331/12", "12-31-2024"] {
            assert!(!holds_date(&symbols(text)), "{text}");
        }
    }

    #[test]
    fn time_stamps_are_seen() {
        for text in [
            "2012-01-02 08",
            "2012/01/02  08",
            "20120102 08",
            "5 2012-0102 08",
        ] {
            assert!(is_time_stamp(&symbols(text), ":30"), "{text}");
        }
        assert!(!is_time_stamp(&symbols("2012-01-02 08"), " :30"));
        assert!(!is_time_stamp(&symbols("2012-01-0208"), ":30"));
        assert!(!is_time_stamp(&symbols("08"), ":30"));
    }

    #[test]
    fn pages_are_seen() {
        assert!(holds_pages(&symbols("12(3): 211-227 (2003")));
        assert!(holds_pages(&symbols("1--22(3")));
        assert!(!holds_pages(&symbols("123456 (2003")));
        assert!(!holds_pages(&symbols("1-123456 (2003")));
    }

    #[test]
    fn brackets_must_match() {
        for text in ["(03 1234", "03) 1234", "(03) 12 (3)(4) 5", "1", "[1](2)"] {
            assert_eq!(brackets_match(&symbols(text)), text != "[1](2)", "{text}");
        }
        for text in [
            "",
            "(",
            "03)",
            "1 (2",
            "1 (2) 3 (4)",
            "((1)",
            "1(2)(3)(4)(5)",
        ] {
            assert!(!brackets_match(&symbols(text)), "{text}");
        }
    }
}
