"""What an NLP engine knows about a text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, List, Optional, Sequence

if TYPE_CHECKING:
    from redact.presidio_analyzer.nlp_engine.nlp_engine import NlpEngine


class NlpArtifacts:
    """Words of a text with their places and lemmas, and the entities a model found.

    :param entities: spans with ``label_``, ``start_char`` and ``end_char``, such as spaCy's.
    :param tokens: the words: spaCy's tokens or strings.
    :param tokens_indices: where each word begins, in code points.
    :param lemmas: the lemma of each word.
    :param scores: how sure the model is of each entity.
    """

    def __init__(
        self,
        entities: Sequence[Any],
        tokens: Sequence[Any],
        tokens_indices: List[int],
        lemmas: List[str],
        nlp_engine: NlpEngine,
        language: str,
        scores: Optional[List[float]] = None,
    ) -> None:
        self.entities = entities
        self.tokens = tokens
        self.lemmas = lemmas
        self.tokens_indices = tokens_indices
        self.keywords = self.set_keywords(nlp_engine, lemmas, language)
        self.nlp_engine = nlp_engine
        self.scores = scores if scores else [0.85] * len(entities)

    @staticmethod
    def set_keywords(nlp_engine: NlpEngine, lemmas: List[str], language: str) -> List[str]:
        """The lemmas that say something: no stop words, no punctuation, in lower case, cut at colons."""
        if not nlp_engine:
            return []
        keywords: List[str] = []
        for lemma in lemmas:
            if nlp_engine.is_stopword(lemma, language) or nlp_engine.is_punct(lemma, language):
                continue
            if lemma in ("-PRON-", "be"):
                continue
            keywords.extend(lemma.lower().split(":"))
        return keywords

    def to_json(self) -> str:
        """The artifacts as JSON, without the engine."""
        fields = dict(self.__dict__)
        fields.pop("nlp_engine", None)
        fields["tokens"] = [getattr(token, "text", token) for token in self.tokens]
        fields["entities"] = [getattr(entity, "text", str(entity)) for entity in self.entities]
        fields["scores"] = [float(score) for score in self.scores]
        return json.dumps(fields)
