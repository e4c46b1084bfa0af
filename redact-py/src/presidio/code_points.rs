//! Where a byte of a text is, counted in code points.

/// Counts code points up to bytes of one text. Free for ASCII; otherwise asking in rising order costs
/// one pass over the text in all.
pub(super) struct CodePoints<'t> {
    bytes: &'t [u8],
    is_ascii: bool,
    /// The last byte asked for, and the code points before it.
    last: (usize, usize),
}

impl<'t> CodePoints<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            bytes: text.as_bytes(),
            is_ascii: text.is_ascii(),
            last: (0, 0),
        }
    }

    /// The code points before byte `at`, a boundary of characters.
    pub(super) fn before(&mut self, at: usize) -> usize {
        if self.is_ascii {
            return at;
        }
        let (from, counted) = if at < self.last.0 { (0, 0) } else { self.last };
        let counted = counted + count(self.bytes.get(from..at).unwrap_or_default());
        self.last = (at, counted);
        counted
    }
}

/// The bytes that begin a character.
fn count(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
}

/// Bytes to code points, for spans in any order.
pub(super) fn in_code_points(text: &str, spans: &mut [(usize, usize)]) {
    if text.is_ascii() {
        return;
    }
    let mut places: Vec<usize> = spans
        .iter()
        .flat_map(|&(start, end)| [start, end])
        .collect();
    places.sort_unstable();
    places.dedup();
    let mut counter = CodePoints::new(text);
    let code_points: Vec<usize> = places.iter().map(|&place| counter.before(place)).collect();
    let code_point = |at: usize| {
        places
            .binary_search(&at)
            .ok()
            .and_then(|place| code_points.get(place))
            .copied()
            .unwrap_or(at)
    };
    for span in spans {
        *span = (code_point(span.0), code_point(span.1));
    }
}
