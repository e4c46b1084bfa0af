"""What the tests of columns share: texts with and without personal data, and every way to hold them."""

from __future__ import annotations

from typing import Dict, List, Optional

import pyarrow as pa

import redact

#: Nulls, the empty text, characters of one to four bytes, finds at the start, in the middle and at the end.
TEXTS: List[Optional[str]] = [
    "メールは taro@example.jp です",
    None,
    "",
    "no personal data",
    "😀👩‍👩‍👧 call 03-1234-5678",
    "taro@example.jp",
    "𠮷野様 TEL 090-1234-5678、FAX 03-1234-5678",
    None,
    "a text of more than twelve bytes that stays as it is: 日本語",
]

#: Every type that is served, by its name.
ARROW_TYPES: Dict[str, pa.DataType] = {
    "string": pa.string(),
    "large_string": pa.large_string(),
    "string_view": pa.string_view(),
    "dictionary of string": pa.dictionary(pa.int32(), pa.string()),
    "dictionary of large_string": pa.dictionary(pa.int8(), pa.large_string()),
    "dictionary of string by uint64": pa.dictionary(pa.uint64(), pa.string()),
}


def arrow(texts: List[Optional[str]], kind: str) -> pa.Array:
    """The texts as an array of a type of :data:`ARROW_TYPES`."""
    wanted = ARROW_TYPES[kind]
    if not pa.types.is_dictionary(wanted):
        return pa.array(texts, type=wanted)
    plain = pa.array(texts, type=wanted.value_type)
    return plain.dictionary_encode().cast(wanted)


def one_by_one(
    texts: List[Optional[str]], analyzer: redact.Analyzer, anonymizer: redact.Anonymizer
) -> List[Optional[str]]:
    """What the native API answers row by row, each row with a map of its own."""
    return [
        None
        if text is None
        else anonymizer.anonymize(text, analyzer.analyze(text), redact.PlaceholderMap()).text
        for text in texts
    ]
