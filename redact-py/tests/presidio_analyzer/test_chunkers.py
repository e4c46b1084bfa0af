"""Long texts cut into pieces, and the results of pieces put together."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any, Dict, List

import pytest

from redact.presidio_analyzer import RecognizerResult
from redact.presidio_analyzer.chunkers import (
    CharacterBasedTextChunker,
    TextChunk,
    TextChunkerProvider,
    TokenizerBasedTextChunker,
)

TEXT = "one two three four five six seven eight nine ten"


def pieces(chunks: List[TextChunk]) -> List[str]:
    return [chunk.text for chunk in chunks]


@pytest.mark.parametrize("size, overlap", [(1, 0), (5, 0), (5, 4), (12, 3), (40, 20), (200, 50)])
def test_pieces_cover_the_text_and_cut_no_word(size: int, overlap: int) -> None:
    chunks = CharacterBasedTextChunker(size, overlap).chunk(TEXT)
    covered = 0
    for chunk in chunks:
        assert TEXT[chunk.start : chunk.end] == chunk.text
        assert chunk.start <= covered
        covered = chunk.end
        assert chunk.start == 0 or TEXT[chunk.start] == " "
        assert chunk.end == len(TEXT) or TEXT[chunk.end] == " "
    assert covered == len(TEXT)


def test_boundaries_are_the_callers() -> None:
    text = "田中さんへ。山田です。よろしく。"
    assert len(CharacterBasedTextChunker(4, 0).chunk(text)) == 1
    chunks = CharacterBasedTextChunker(4, 0, boundary_chars="。").chunk(text)
    assert pieces(chunks) == ["田中さんへ", "。山田です", "。よろしく", "。"]
    assert CharacterBasedTextChunker().chunk("") == []


@pytest.mark.parametrize("size, overlap", [(0, 0), (-1, 0), (5, 5), (5, -1), (5, 9)])
def test_sizes_that_do_not_fit(size: int, overlap: int) -> None:
    with pytest.raises(ValueError):
        CharacterBasedTextChunker(size, overlap)


def names(text: str) -> List[RecognizerResult]:
    return [RecognizerResult("NUMBER", *one.span(), 0.5) for one in re.finditer("three|seven|ten", text)]


@pytest.mark.parametrize("size, overlap", [(4, 0), (6, 5), (15, 10), (500, 50)])
def test_results_stand_at_their_places_in_the_text_once(size: int, overlap: int) -> None:
    found = CharacterBasedTextChunker(size, overlap).predict_with_chunking(TEXT, names)
    assert [TEXT[one.start : one.end] for one in found] == ["three", "seven", "ten"]


def test_of_results_that_overlap_the_surest_stays_unless_an_edge_cut_it() -> None:
    chunker = CharacterBasedTextChunker()
    sure, unsure = RecognizerResult("A", 0, 9, 0.9), RecognizerResult("A", 2, 12, 0.4)
    other = RecognizerResult("B", 0, 9, 0.1)
    assert chunker.deduplicate_overlapping_entities([unsure, sure, other]) == [sure, other]
    apart = RecognizerResult("A", 8, 20, 0.4)
    assert chunker.deduplicate_overlapping_entities([apart, sure]) == [sure, apart]
    whole = RecognizerResult("A", 0, 12, 0.4)
    cut = [(False, False), (False, True)]
    assert chunker.deduplicate_overlapping_entities([whole, sure], at_chunk_edge=cut) == [whole]
    assert chunker.deduplicate_overlapping_entities([whole, sure]) == [sure]


class Words:
    """A tokenizer of words, with two special tokens."""

    is_fast = True
    model_max_length = 6

    def num_special_tokens_to_add(self, pair: bool) -> int:
        return 2

    def __call__(self, text: str, **options: Any) -> Dict[str, Any]:
        return {"offset_mapping": [one.span() for one in re.finditer(r"\w+", text)]}


def test_pieces_of_tokens() -> None:
    chunker = TokenizerBasedTextChunker(Words(), overlap_tokens=1)
    assert chunker.max_tokens == 4
    assert pieces(chunker.chunk(TEXT)) == ["one two three four", "four five six seven", "seven eight nine ten"]
    assert pieces(chunker.chunk("one two")) == ["one two"]
    assert chunker.chunk("") == []
    waiting = TokenizerBasedTextChunker(max_tokens=5, overlap_tokens=0)
    assert waiting.is_deferred
    with pytest.raises(RuntimeError, match="resolve"):
        waiting.chunk(TEXT)
    assert len(waiting.resolve(Words()).chunk(TEXT)) == 2
    with pytest.raises(ValueError, match="overlap_tokens"):
        TokenizerBasedTextChunker(Words(), max_tokens=2, overlap_tokens=2)
    with pytest.raises(ValueError, match="fast"):
        TokenizerBasedTextChunker(SimpleNamespace(is_fast=False))


def test_a_chunker_from_its_configuration() -> None:
    made = TextChunkerProvider({"chunker_type": "character", "chunk_size": 7, "chunk_overlap": 2}).create_chunker()
    assert isinstance(made, CharacterBasedTextChunker) and made.chunk_size == 7
    assert isinstance(TextChunkerProvider().create_chunker(), CharacterBasedTextChunker)
    assert isinstance(TextChunkerProvider({"chunker_type": "tokenizer"}).create_chunker(), TokenizerBasedTextChunker)
    with pytest.raises(ValueError, match="Unknown chunker_type 'lines'; there are character, tokenizer"):
        TextChunkerProvider({"chunker_type": "lines"}).create_chunker()
    with pytest.raises(ValueError, match="max_tokens"):
        TextChunkerProvider({"chunker_type": "character", "max_tokens": 3}).create_chunker()
