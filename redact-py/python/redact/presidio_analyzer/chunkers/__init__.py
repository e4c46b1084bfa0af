"""Long texts cut into pieces for models that take short ones."""

from redact.presidio_analyzer.chunkers.base_chunker import BaseTextChunker, TextChunk
from redact.presidio_analyzer.chunkers.character_based_text_chunker import CharacterBasedTextChunker
from redact.presidio_analyzer.chunkers.text_chunker_provider import TextChunkerProvider
from redact.presidio_analyzer.chunkers.tokenizer_based_text_chunker import TokenizerBasedTextChunker

__all__ = [
    "BaseTextChunker",
    "TextChunk",
    "CharacterBasedTextChunker",
    "TextChunkerProvider",
    "TokenizerBasedTextChunker",
]
