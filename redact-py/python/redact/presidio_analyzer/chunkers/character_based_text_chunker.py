"""Pieces of so many characters."""

from __future__ import annotations

from typing import Iterable, List, Optional, Tuple

from redact.presidio_analyzer.chunkers.base_chunker import BaseTextChunker, TextChunk

WORD_BOUNDARY_CHARS: Tuple[str, ...] = (" ", "\n")


class CharacterBasedTextChunker(BaseTextChunker):
    """Cuts a text into pieces of about ``chunk_size`` code points that begin and end between words.

    A piece is longer where no boundary follows: a text without blanks, as in Japanese, stays one piece unless
    ``boundary_chars`` names characters it has.

    :param chunk_overlap: about how many code points two pieces share.
    :param boundary_chars: what parts words; a blank and a line feed if not given.
    :raises ValueError: if ``chunk_size`` is not above 0, or ``chunk_overlap`` not within 0 and ``chunk_size``.
    """

    def __init__(
        self,
        chunk_size: int = 250,
        chunk_overlap: int = 50,
        boundary_chars: Optional[Iterable[str]] = None,
    ) -> None:
        if chunk_size <= 0:
            raise ValueError("chunk_size must be greater than 0")
        if not 0 <= chunk_overlap < chunk_size:
            raise ValueError("chunk_overlap must be non-negative and less than chunk_size")
        self._chunk_size = chunk_size
        self._chunk_overlap = chunk_overlap
        self._boundary_chars = (
            WORD_BOUNDARY_CHARS if boundary_chars is None else tuple(boundary_chars)
        )

    @property
    def chunk_size(self) -> int:
        """About how many code points a piece has."""
        return self._chunk_size

    @property
    def chunk_overlap(self) -> int:
        """About how many code points two pieces share."""
        return self._chunk_overlap

    @property
    def boundary_chars(self) -> Tuple[str, ...]:
        """What parts words."""
        return self._boundary_chars

    def chunk(self, text: str) -> List[TextChunk]:
        """The pieces of a text; none of an empty one."""
        chunks: List[TextChunk] = []
        start = 0
        while start < len(text):
            end = self._next_boundary(text, start + self._chunk_size, len(text))
            chunks.append(TextChunk(text[start:end], start, end))
            if end == len(text):
                break
            start = self._next_boundary(text, end - self._chunk_overlap, end)
        return chunks

    def _next_boundary(self, text: str, place: int, end: int) -> int:
        """The first boundary from a place on, or the end."""
        while place < end and text[place] not in self._boundary_chars:
            place += 1
        return min(place, end)
