//! How the program of a pattern of digits is written, in time proportional to the pattern.

use super::pattern::{ALL_DIGITS, NOTHING, Step, bit};

/// Reads a pattern and writes its program. Every part answers with which digits it can begin.
pub(super) struct Compiler<'p> {
    pattern: &'p [u8],
    at: usize,
    steps: Vec<Step>,
    groups: usize,
}

impl Compiler<'_> {
    /// The program of a pattern, and how many groups it names; nothing if it is not well-formed.
    pub(super) fn compile(pattern: &str) -> Option<(Vec<Step>, usize)> {
        let mut compiler = Compiler {
            pattern: pattern.as_bytes(),
            at: 0,
            steps: Vec::with_capacity(pattern.len()),
            groups: 0,
        };
        compiler.alternatives()?;
        compiler.steps.push(Step::Match);
        (compiler.at == pattern.len()).then_some((compiler.steps, compiler.groups))
    }

    fn next_is(&self, wanted: u8) -> bool {
        self.pattern.get(self.at) == Some(&wanted)
    }

    fn take(&mut self, wanted: u8) -> bool {
        let is_next = self.next_is(wanted);
        self.at += usize::from(is_next);
        is_next
    }

    /// Alternatives up to a closing bracket or the end.
    fn alternatives(&mut self) -> Option<u16> {
        let mut first = 0;
        let mut jumps = Vec::new();
        loop {
            let choice = self.steps.len();
            self.steps.push(Step::Jump(choice + 1));
            let here = self.sequence()?;
            first |= here;
            if !self.take(b'|') {
                break;
            }
            jumps.push(self.steps.len());
            self.steps.push(Step::Jump(0));
            let other = self.steps.len();
            *self.steps.get_mut(choice)? = Step::Try { first: here, other };
        }
        let end = self.steps.len();
        for jump in jumps {
            *self.steps.get_mut(jump)? = Step::Jump(end);
        }
        Some(first)
    }

    fn sequence(&mut self) -> Option<u16> {
        let mut first = NOTHING;
        while self
            .pattern
            .get(self.at)
            .is_some_and(|&next| next != b'|' && next != b')')
        {
            let here = self.repeated()?;
            if first & NOTHING != 0 {
                first = first & !NOTHING | here;
            }
        }
        Some(first)
    }

    /// A part with how often it stands.
    fn repeated(&mut self) -> Option<u16> {
        let (part, groups) = (self.at, self.groups);
        let step = self.steps.len();
        let first = self.part()?;
        let (least, greatest) = self.bounds()?;
        let behind = self.at;
        if (least, greatest) == (1, 1) {
            return Some(first);
        }
        let is_set = self.steps.len() == step + 1;
        if let Some(Step::Digits { set, count: 1 }) = self.steps.get(step).copied()
            && is_set
            && least > 0
        {
            let count = u8::try_from(least).ok()?;
            *self.steps.get_mut(step)? = Step::Digits { set, count };
        } else {
            self.steps.truncate(step);
            for _ in 0..least {
                (self.at, self.groups) = (part, groups);
                self.part()?;
            }
        }
        let mut choices = Vec::new();
        for _ in least..greatest {
            choices.push(self.steps.len());
            self.steps.push(Step::AtEnd);
            (self.at, self.groups) = (part, groups);
            self.part()?;
        }
        let other = self.steps.len();
        for choice in choices {
            *self.steps.get_mut(choice)? = Step::Try { first, other };
        }
        self.at = behind;
        Some(if least == 0 { first | NOTHING } else { first })
    }

    /// `?`, `{2}`, `{2,3}`, or nothing, which is once.
    fn bounds(&mut self) -> Option<(usize, usize)> {
        if self.take(b'?') {
            return Some((0, 1));
        }
        if !self.take(b'{') {
            return Some((1, 1));
        }
        let least = self.number()?;
        let greatest = if self.take(b',') {
            self.number()?
        } else {
            least
        };
        self.take(b'}').then_some((least, greatest))
    }

    fn number(&mut self) -> Option<usize> {
        let digit = self
            .pattern
            .get(self.at)
            .filter(|digit| digit.is_ascii_digit())?;
        self.at += 1;
        let mut number = usize::from(digit - b'0');
        while let Some(digit) = self
            .pattern
            .get(self.at)
            .filter(|digit| digit.is_ascii_digit())
        {
            number = number * 10 + usize::from(digit - b'0');
            self.at += 1;
        }
        (number < 100).then_some(number)
    }

    /// A digit, a set, a group or the end.
    fn part(&mut self) -> Option<u16> {
        let &next = self.pattern.get(self.at)?;
        self.at += 1;
        match next {
            b'0'..=b'9' => Some(self.digits(bit(next))),
            b'\\' => self.take(b'd').then(|| self.digits(ALL_DIGITS)),
            b'[' => {
                let set = self.set()?;
                Some(self.digits(set))
            }
            b'$' => {
                self.steps.push(Step::AtEnd);
                Some(NOTHING)
            }
            b'(' => {
                let is_named = !(self.take(b'?') && self.take(b':'));
                let place = 2 * self.groups;
                if is_named {
                    self.groups += 1;
                    self.steps.push(Step::Save(place));
                }
                let first = self.alternatives()?;
                if is_named {
                    self.steps.push(Step::Save(place + 1));
                }
                self.take(b')').then_some(first)
            }
            _ => None,
        }
    }

    fn digits(&mut self, set: u16) -> u16 {
        self.steps.push(Step::Digits { set, count: 1 });
        set
    }

    /// What stands between square brackets: digits, ranges of digits, `\d`.
    fn set(&mut self) -> Option<u16> {
        let mut set = 0;
        while !self.take(b']') {
            if self.take(b'\\') {
                self.take(b'd').then_some(())?;
                set |= ALL_DIGITS;
                continue;
            }
            let least = self.digit()?;
            let greatest = if self.take(b'-') {
                self.digit()?
            } else {
                least
            };
            for digit in least..=greatest {
                set |= bit(digit);
            }
        }
        Some(set)
    }

    fn digit(&mut self) -> Option<u8> {
        let digit = self.pattern.get(self.at).copied();
        self.at += 1;
        digit.filter(u8::is_ascii_digit)
    }
}
