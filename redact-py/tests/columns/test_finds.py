"""What `analyze` tells: offsets in each unit, behind characters of every width, and what a null gives."""

from __future__ import annotations

import pyarrow as pa
import pytest

import redact
from redact import columns

from .samples import ARROW_TYPES, TEXTS, arrow

kinds = pytest.mark.parametrize("kind", ARROW_TYPES)


@kinds
@pytest.mark.parametrize("threads", [1, 2])
def test_the_finds_are_those_of_the_native_api(
    kind: str, threads: int, analyzer: redact.Analyzer
) -> None:
    finds = columns.analyze(arrow(TEXTS, kind), analyzer=analyzer, threads=threads)
    finds.validate(full=True)
    expected = [
        None
        if text is None
        else [
            {
                "entity_type": found.entity_type,
                "start": found.start,
                "end": found.end,
                "score": found.score,
            }
            for found in analyzer.analyze(text)
        ]
        for text in TEXTS
    ]
    assert finds.to_pylist() == expected


def test_the_type_of_the_answer() -> None:
    find = pa.struct(
        [
            pa.field("entity_type", pa.string(), nullable=False),
            pa.field("start", pa.int64(), nullable=False),
            pa.field("end", pa.int64(), nullable=False),
            pa.field("score", pa.float64(), nullable=False),
        ]
    )
    texts = pa.array(TEXTS)
    assert columns.analyze(texts).type == pa.list_(pa.field("item", find, nullable=False))
    assert columns.count(texts).type == pa.int32()
    assert columns.has_personal_data(texts).type == pa.bool_()


@pytest.mark.parametrize(
    "unit, encode",
    [
        ("codepoints", lambda text: len(text)),
        ("bytes", lambda text: len(text.encode())),
        ("utf16", lambda text: len(text.encode("utf-16-le")) // 2),
    ],
)
@pytest.mark.parametrize("before", ["", "x ", "é ", "日本 ", "😀 ", "👩‍👩‍👧 ", "e\u0301 ", "𠮷\u3000"])
def test_offsets_count_what_was_asked_for(before: str, unit: object, encode: object) -> None:
    mail = "taro@example.jp"
    [[found]] = columns.analyze(
        pa.array([f"{before}{mail} 😀"]), offsets=unit, entities=["EMAIL_ADDRESS"]  # type: ignore[arg-type]
    ).to_pylist()
    assert found["start"] == encode(before)  # type: ignore[operator]
    assert found["end"] == encode(before + mail)  # type: ignore[operator]


def test_counts_and_flags() -> None:
    texts = pa.array(["a@example.jp, b@example.jp", None, "x", ""])
    assert columns.count(texts).to_pylist() == [2, None, 0, 0]
    assert columns.has_personal_data(texts).to_pylist() == [True, None, False, False]


def test_options_of_the_analyzer_are_heard() -> None:
    texts = pa.array(["Kestrel, a@example.jp, b@example.jp"])
    assert columns.count(texts, deny_list={"PROJECT": ["Kestrel"]}).to_pylist() == [3]
    assert columns.count(texts, allow_list=["a@example.jp"]).to_pylist() == [1]
    assert columns.count(texts, entities=["PHONE_NUMBER"]).to_pylist() == [0]
    assert columns.count(texts, analyzer=redact.Analyzer(entities=["URL"])).to_pylist() == [0]
