"""Pieces of so many tokens of a model."""

from __future__ import annotations

import logging
from typing import Any, List, Optional, Union

from redact.presidio_analyzer.chunkers.base_chunker import BaseTextChunker, TextChunk

logger = logging.getLogger("presidio-analyzer")

_USUAL_MAXIMUM = 512
# Tokenizers without a limit of their own report a huge number.
_NO_LIMIT = 1_000_000


class TokenizerBasedTextChunker(BaseTextChunker):
    """Cuts a text into pieces of at most ``max_tokens`` tokens of a Hugging Face tokenizer.

    :param tokenizer: a fast tokenizer, or the name of one (needs the package transformers, and the tokenizer's
        files); without one the chunker waits for :meth:`resolve`.
    :param max_tokens: the model's limit without its special tokens, if not given.
    :param overlap_tokens: how many tokens two pieces share.
    :raises ImportError: for a name without transformers.
    :raises ValueError: if the tokenizer is not a fast one, or the numbers do not fit.
    """

    def __init__(
        self,
        tokenizer: Optional[Union[str, Any]] = None,
        max_tokens: Optional[int] = None,
        overlap_tokens: int = 32,
    ) -> None:
        self.tokenizer: Any = None
        self.max_tokens = max_tokens
        self.overlap_tokens = overlap_tokens
        if isinstance(tokenizer, str):
            try:
                from transformers import AutoTokenizer  # type: ignore[import-not-found, unused-ignore]
            except ImportError:
                raise ImportError(
                    "a tokenizer by name needs the package transformers, which is not installed"
                ) from None
            tokenizer = AutoTokenizer.from_pretrained(tokenizer)
        if tokenizer is not None:
            self.resolve(tokenizer)

    def resolve(self, tokenizer: Any) -> TokenizerBasedTextChunker:
        """Give the chunker its tokenizer; returns the chunker."""
        if not getattr(tokenizer, "is_fast", True):
            raise ValueError(
                "TokenizerBasedTextChunker requires a fast tokenizer, which knows the offsets of its tokens"
            )
        overlap = self.overlap_tokens
        maximum = self.max_tokens
        if maximum is None:
            maximum = _limit_of(tokenizer)
            if overlap >= maximum:
                overlap = maximum - 1
                logger.warning("overlap_tokens is lowered to %d: a piece has %d tokens", overlap, maximum)
        if maximum <= 0:
            raise ValueError("max_tokens must be greater than 0")
        if not 0 <= overlap < maximum:
            raise ValueError("overlap_tokens must be non-negative and less than max_tokens")
        self.tokenizer, self.max_tokens, self.overlap_tokens = tokenizer, maximum, overlap
        return self

    @property
    def is_deferred(self) -> bool:
        """Whether it waits for its tokenizer."""
        return self.tokenizer is None

    def chunk(self, text: str) -> List[TextChunk]:
        """The pieces of a text; none of an empty one.

        :raises RuntimeError: if there is no tokenizer yet.
        """
        if self.tokenizer is None or self.max_tokens is None:
            raise RuntimeError("TokenizerBasedTextChunker has no tokenizer: call resolve(tokenizer) first")
        if not text:
            return []
        encoding = self.tokenizer(
            text, return_offsets_mapping=True, add_special_tokens=False, truncation=False
        )
        offsets = encoding.get("offset_mapping")
        if offsets is None:
            raise ValueError("the tokenizer did not return offset_mapping: a fast tokenizer is required")
        if len(offsets) <= self.max_tokens:
            return [TextChunk(text, 0, len(text))]
        chunks = []
        for first in range(0, len(offsets), self.max_tokens - self.overlap_tokens):
            last = min(first + self.max_tokens, len(offsets)) - 1
            start, end = offsets[first][0], offsets[last][1]
            chunks.append(TextChunk(text[start:end], start, end))
            if last + 1 == len(offsets):
                break
        return chunks


def _limit_of(tokenizer: Any) -> int:
    """How many tokens of a text the tokenizer's model takes."""
    limit = getattr(tokenizer, "model_max_length", None)
    if limit is None or limit > _NO_LIMIT:
        limit = _USUAL_MAXIMUM
    count_special = getattr(tokenizer, "num_special_tokens_to_add", None)
    special = count_special(pair=False) if count_special else 0
    return max(1, int(limit) - int(special))
