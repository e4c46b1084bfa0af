//! The variables of CSS (CSS Variables 1) and the values that name them.

use std::borrow::Cow;
use std::rc::Rc;

use super::declaration::Property;
use super::stylesheet::Declared;

/// Names and values, handed down from element to element.
pub(super) type Custom = Rc<Vec<(Rc<str>, Rc<str>)>>;

/// The declared values with their variables.
pub(super) struct Values<'d> {
    pub(super) declared: &'d Declared,
    pub(super) custom: Custom,
}

impl Values<'_> {
    /// The value of a property.
    pub(super) fn get(&self, property: Property) -> Option<Cow<'_, str>> {
        let value = self.declared.get(property)?;
        if !value.contains("var(") {
            return Some(Cow::Borrowed(value));
        }
        self.substitute(value).map(Cow::Owned)
    }

    /// Puts variables in (CSS Variables 1, section 3); `None` when one has no value.
    fn substitute(&self, value: &str) -> Option<String> {
        /// Variables that hold variables.
        const MOST: usize = 16;
        const LONGEST: usize = 1024;
        let mut value = value.to_owned();
        for _ in 0..MOST {
            let Some(start) = value.find("var(") else {
                return Some(value.trim().to_owned());
            };
            let inside = value.get(start + 4..)?;
            let mut depth = 1_usize;
            let end = inside.find(|c| {
                match c {
                    '(' => depth += 1,
                    ')' => depth -= 1,
                    _ => {}
                }
                depth == 0
            })?;
            let argument = inside.get(..end)?;
            let (name, fallback) = match argument.split_once(',') {
                Some((name, fallback)) => (name.trim(), Some(fallback.trim())),
                None => (argument.trim(), None),
            };
            let known = self
                .custom
                .iter()
                .find(|(known, _)| known.eq_ignore_ascii_case(name));
            let put = known.map(|(_, value)| &**value).or(fallback)?;
            let behind = inside.get(end + 1..)?;
            let before = value.get(..start)?;
            let next = format!("{before}{put}{behind}");
            if next.len() > LONGEST {
                return None;
            }
            value = next;
        }
        None
    }
}
