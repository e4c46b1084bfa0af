"""The built-in engine: words without a model."""

from __future__ import annotations

import re
from typing import Any, ClassVar, Iterable, Iterator, List, Optional, Tuple

from redact.presidio_analyzer.nlp_engine.nlp_artifacts import NlpArtifacts
from redact.presidio_analyzer.nlp_engine.nlp_engine import NlpEngine

_TOKENS = re.compile(r"\w+|[^\w\s]")


class TokenizerNlpEngine(NlpEngine):
    """Splits a text into words and single marks; the lemma of a word is the word in lower case.

    It finds no entities, has no stop words, serves every language, and is what an
    ``AnalyzerEngine`` uses when none is given.
    """

    engine_name: ClassVar[str] = "tokenizer"
    is_available: ClassVar[bool] = True

    def __init__(self, supported_languages: Optional[List[str]] = None) -> None:
        self.supported_languages = list(supported_languages or ["en"])

    def load(self) -> None:
        """Nothing to load."""

    def is_loaded(self) -> bool:
        """Always."""
        return True

    def process_text(self, text: str, language: str) -> NlpArtifacts:
        """The words of a text."""
        found = [(match.group(), match.start()) for match in _TOKENS.finditer(text)]
        return NlpArtifacts(
            entities=[],
            tokens=[word for word, _ in found],
            tokens_indices=[start for _, start in found],
            lemmas=[word.lower() for word, _ in found],
            nlp_engine=self,
            language=language,
            scores=[],
        )

    def process_batch(
        self,
        texts: Iterable[Any],
        language: str,
        batch_size: int = 1,
        n_process: int = 1,
        **kwargs: Any,
    ) -> Iterator[Tuple[str, NlpArtifacts]]:
        """Each text with its words."""
        for text in texts:
            text = str(text)
            yield text, self.process_text(text, language)

    def is_stopword(self, word: str, language: str) -> bool:
        """Never."""
        return False

    def is_punct(self, word: str, language: str) -> bool:
        """Whether the word holds neither letter nor digit."""
        return re.search(r"\w", word) is None

    def get_supported_entities(self) -> List[str]:
        """None: there is no model."""
        return []

    def get_supported_languages(self) -> List[str]:
        """The languages it was made for; any other works too."""
        return self.supported_languages
