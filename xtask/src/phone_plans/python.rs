//! Reads the literals that the data modules of the Python package phonenumbers consist of: calls with
//! keywords, lists, tuples, dictionaries, strings, numbers, `True`, `False` and `None`.

use anyhow::{Context as _, Result, bail, ensure};

/// A value of a data module.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Nothing,
    Truth(bool),
    Number(i64),
    Text(String),
    List(Vec<Value>),
    /// Keys with values: a dictionary, or the arguments of a call by keyword.
    Fields(Vec<(Value, Value)>),
}

impl Value {
    /// The field of this name; `Nothing` if there is none.
    pub(super) fn field(&self, name: &str) -> &Value {
        let Value::Fields(fields) = self else {
            return &Value::Nothing;
        };
        fields
            .iter()
            .find(|(key, _)| matches!(key, Value::Text(key) if key == name))
            .map_or(&Value::Nothing, |(_, value)| value)
    }

    /// The text; empty for `None`.
    pub(super) fn text(&self) -> &str {
        match self {
            Value::Text(text) => text,
            _ => "",
        }
    }

    /// The elements; none for anything that is no list.
    pub(super) fn list(&self) -> &[Value] {
        match self {
            Value::List(elements) => elements,
            _ => &[],
        }
    }

    /// The number, if it is one.
    pub(super) fn number(&self) -> Option<i64> {
        match self {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }
}

/// The value assigned to the name that begins with `name` in a module.
pub(super) fn assigned(source: &str, name: &str) -> Result<Value> {
    let at = source
        .find(&format!("\n{name}"))
        .with_context(|| format!("{name} is not assigned"))?;
    let rest = source.get(at + 1..).unwrap_or_default();
    let (_, expression) = rest.split_once(" = ").context("no assignment")?;
    Reader { rest: expression }.value()
}

struct Reader<'s> {
    rest: &'s str,
}

impl<'s> Reader<'s> {
    fn skip_space(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn takes(&mut self, token: &str) -> bool {
        self.skip_space();
        match self.rest.strip_prefix(token) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn word(&mut self) -> &'s str {
        let end = self
            .rest
            .find(|character: char| !character.is_alphanumeric() && character != '_')
            .unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        word
    }

    fn value(&mut self) -> Result<Value> {
        self.skip_space();
        let first = self.rest.chars().next().context("a value is missing")?;
        match first {
            '\'' | '"' => self.string(first).map(Value::Text),
            '[' => self.elements("[", "]"),
            '(' => self.elements("(", ")"),
            '{' => self.fields("{", ":", "}"),
            '-' => {
                self.takes("-");
                Ok(Value::Number(-self.word().parse::<i64>()?))
            }
            '0'..='9' => Ok(Value::Number(self.word().parse()?)),
            _ => match self.word() {
                "None" => Ok(Value::Nothing),
                "True" => Ok(Value::Truth(true)),
                "False" => Ok(Value::Truth(false)),
                "" => bail!("unexpected {first:?}"),
                // A name is a reference, which nothing read here needs.
                _ if !self.rest.starts_with('(') => Ok(Value::Nothing),
                _ => self.fields("(", "=", ")"),
            },
        }
    }

    fn elements(&mut self, open: &str, close: &str) -> Result<Value> {
        let mut elements = Vec::new();
        self.takes(open);
        while !self.takes(close) {
            elements.push(self.value()?);
            if !self.takes(",") {
                ensure!(self.takes(close), "a list does not end");
                break;
            }
        }
        Ok(Value::List(elements))
    }

    fn fields(&mut self, open: &str, between: &str, close: &str) -> Result<Value> {
        let mut fields = Vec::new();
        self.takes(open);
        while !self.takes(close) {
            self.skip_space();
            let key = if between == "=" {
                Value::Text(self.word().to_owned())
            } else {
                self.value()?
            };
            ensure!(self.takes(between), "a key has no value");
            fields.push((key, self.value()?));
            if !self.takes(",") {
                ensure!(self.takes(close), "a call does not end");
                break;
            }
        }
        Ok(Value::Fields(fields))
    }

    fn string(&mut self, quote: char) -> Result<String> {
        let mut text = String::new();
        let mut characters = self.rest.char_indices().skip(1);
        while let Some((at, character)) = characters.next() {
            match character {
                '\\' => text.push(characters.next().context("a string does not end")?.1),
                _ if character == quote => {
                    self.rest = self.rest.get(at + 1..).unwrap_or_default();
                    return Ok(text);
                }
                _ => text.push(character),
            }
        }
        bail!("a string does not end")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_is_read() {
        let source = "x\nNAME_XX = Call(id='XX', lengths=(7, 8,), format=[F(a='\\\\d{2}', b=None)],\n  more=True)\n";
        let value = assigned(source, "NAME_").unwrap();
        assert_eq!(value.field("id").text(), "XX");
        assert_eq!(value.field("lengths").list().len(), 2);
        assert_eq!(value.field("format").list()[0].field("a").text(), r"\d{2}");
        assert_eq!(value.field("more"), &Value::Truth(true));
        assert_eq!(value.field("absent"), &Value::Nothing);
    }

    #[test]
    fn a_dictionary_is_read() {
        let value = assigned("\nMAP = {\n 1: (\"US\", \"CA\"),\n}", "MAP").unwrap();
        let Value::Fields(fields) = value else {
            panic!("a dictionary")
        };
        assert_eq!(fields[0].0.number(), Some(1));
        assert_eq!(fields[0].1.list()[1].text(), "CA");
    }
}
