//! Some characters covered.

use super::{Operator, Resources, Value};
use crate::Result;

/// Covers a number of characters (code points) of a value, from its beginning or its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mask {
    character: char,
    count: usize,
    from_end: bool,
}

impl Mask {
    /// Covers the first `count` characters; all of them when the value is shorter.
    pub fn first(character: char, count: usize) -> Self {
        Self {
            character,
            count,
            from_end: false,
        }
    }

    /// Covers the last `count` characters; all of them when the value is shorter.
    pub fn last(character: char, count: usize) -> Self {
        Self {
            character,
            count,
            from_end: true,
        }
    }

    /// Covers all.
    pub fn all(character: char) -> Self {
        Self::first(character, usize::MAX)
    }
}

impl Operator for Mask {
    fn name(&self) -> &'static str {
        "mask"
    }

    fn operate(
        &self,
        value: &Value<'_>,
        _resources: &mut Resources<'_>,
        output: &mut String,
    ) -> Result<()> {
        let total = value.text.chars().count();
        let count = self.count.min(total);
        let cover = std::iter::repeat_n(self.character, count);
        if self.from_end {
            output.extend(value.text.chars().take(total - count));
            output.extend(cover);
        } else {
            output.extend(cover);
            output.extend(value.text.chars().skip(count));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::EntityType;

    #[test]
    fn characters_are_counted_not_bytes() {
        for (mask, expected) in [
            (Mask::first('*', 2), "**太郎"),
            (Mask::last('＊', 2), "山田＊＊"),
            (Mask::first('*', 0), "山田太郎"),
            (Mask::last('*', 9), "****"),
            (Mask::all('*'), "****"),
        ] {
            let mut output = String::new();
            let value = Value {
                entity_type: &EntityType::PERSON,
                text: "山田太郎",
            };
            mask.operate(&value, &mut Resources::none(), &mut output)
                .expect("a mask does not fail");
            assert_eq!(output, expected);
        }
    }
}
