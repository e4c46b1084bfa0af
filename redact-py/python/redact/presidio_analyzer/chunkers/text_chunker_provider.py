"""A chunker from its configuration."""

from __future__ import annotations

from typing import Any, Dict, Optional, Type

from redact.presidio_analyzer.chunkers.base_chunker import BaseTextChunker
from redact.presidio_analyzer.chunkers.character_based_text_chunker import CharacterBasedTextChunker
from redact.presidio_analyzer.chunkers.tokenizer_based_text_chunker import TokenizerBasedTextChunker

_CLASSES: Dict[str, Type[BaseTextChunker]] = {
    "character": CharacterBasedTextChunker,
    "tokenizer": TokenizerBasedTextChunker,
}


class TextChunkerProvider:
    """Makes the chunker that a configuration describes.

    :param chunker_configuration: ``chunker_type`` (``character`` or ``tokenizer``) and the parameters of its class;
        pieces of 250 characters that share 50 if not given.
    """

    def __init__(self, chunker_configuration: Optional[Dict[str, Any]] = None) -> None:
        self.chunker_configuration = chunker_configuration or {
            "chunker_type": "character",
            "chunk_size": 250,
            "chunk_overlap": 50,
        }

    def create_chunker(self) -> BaseTextChunker:
        """The chunker.

        :raises ValueError: for another type or other parameters.
        """
        parameters = dict(self.chunker_configuration)
        kind = parameters.pop("chunker_type", "character")
        chunker_class = _CLASSES.get(kind)
        if chunker_class is None:
            raise ValueError(f"Unknown chunker_type {kind!r}; there are {', '.join(_CLASSES)}")
        try:
            return chunker_class(**parameters)
        except TypeError as error:
            raise ValueError(
                f"Invalid configuration for chunker_type {kind!r}: {sorted(parameters)}"
            ) from error
