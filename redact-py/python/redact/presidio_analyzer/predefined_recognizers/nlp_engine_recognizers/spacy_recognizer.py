"""The entities of the NLP engine as results."""

from __future__ import annotations

import logging
from typing import Any, ClassVar, List, Optional, Set, Tuple

from redact.presidio_analyzer.analysis_explanation import AnalysisExplanation
from redact.presidio_analyzer.local_recognizer import LocalRecognizer
from redact.presidio_analyzer.recognizer_result import RecognizerResult

logger = logging.getLogger("presidio-analyzer")


class SpacyRecognizer(LocalRecognizer):
    """Reports the entities in ``nlp_artifacts``: of spaCy, or of any engine that is plugged in.

    :param ner_strength: the score of its explanation where the engine gives none.
    """

    ENTITIES: ClassVar[List[str]] = ["DATE_TIME", "NRP", "LOCATION", "PERSON", "ORGANIZATION"]
    DEFAULT_EXPLANATION = "Identified as {} by Spacy's Named Entity Recognition"
    CHECK_LABEL_GROUPS: ClassVar[List[Tuple[Set[str], Set[str]]]] = [
        ({"LOCATION"}, {"GPE", "LOC"}),
        ({"PERSON", "PER"}, {"PERSON", "PER"}),
        ({"DATE_TIME"}, {"DATE", "TIME"}),
        ({"NRP"}, {"NORP"}),
        ({"ORGANIZATION"}, {"ORG"}),
    ]

    def __init__(
        self,
        supported_language: str = "en",
        supported_entities: Optional[List[str]] = None,
        ner_strength: float = 0.85,
        default_explanation: Optional[str] = None,
        check_label_groups: Optional[List[Tuple[Set[str], Set[str]]]] = None,
        context: Optional[List[str]] = None,
        name: Optional[str] = None,
    ) -> None:
        self.ner_strength = ner_strength
        self.default_explanation = default_explanation or self.DEFAULT_EXPLANATION
        if check_label_groups:
            self.check_label_groups = check_label_groups
        super().__init__(
            supported_entities=supported_entities or self.ENTITIES,
            supported_language=supported_language,
            context=context or [],
            name=name,
        )

    def load(self) -> None:
        """Nothing to load: the engine holds the model."""

    def build_explanation(self, original_score: float, explanation: str) -> AnalysisExplanation:
        """The explanation of an entity."""
        return AnalysisExplanation(
            recognizer=self.name, original_score=original_score, textual_explanation=explanation
        )

    def analyze(
        self, text: str, entities: Optional[List[str]], nlp_artifacts: Any = None
    ) -> List[RecognizerResult]:
        """The entities of the artifacts that are asked for."""
        if not nlp_artifacts:
            logger.warning("No NLP artifacts: %s finds nothing.", self.name)
            return []
        results = []
        for entity, score in zip(nlp_artifacts.entities, nlp_artifacts.scores):
            kind = entity.label_
            if kind not in self.supported_entities or (entities and kind not in entities):
                continue
            results.append(
                RecognizerResult(
                    entity_type=kind,
                    start=entity.start_char,
                    end=entity.end_char,
                    score=score,
                    analysis_explanation=self.build_explanation(
                        score, self.default_explanation.format(kind)
                    ),
                    recognition_metadata={
                        RecognizerResult.RECOGNIZER_NAME_KEY: self.name,
                        RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: self.id,
                    },
                )
            )
        return results
