"""Results of the analyzer replaced in the text."""

import logging
from typing import Any, Dict, List, Optional, Sequence, Type

from redact import _native
from redact.presidio_anonymizer.core import EngineBase
from redact.presidio_anonymizer.entities import (
    ConflictResolutionStrategy,
    EngineResult,
    OperatorConfig,
    OperatorResult,
    RecognizerResult,
)
from redact.presidio_anonymizer.operators import Operator, OperatorType

logger = logging.getLogger("presidio-anonymizer")

DEFAULT = "replace"


class AnonymizerEngine(EngineBase):
    """Replaces results of the analyzer, each kind by its operator.

    Built-in operators run in the native part; with operators of the caller's, or in a subclass, they run here.
    """

    def anonymize(
        self,
        text: str,
        analyzer_results: List[RecognizerResult],
        operators: Optional[Dict[str, OperatorConfig]] = None,
        conflict_resolution: ConflictResolutionStrategy = ConflictResolutionStrategy.MERGE_SIMILAR_OR_CONTAINED,
        merge_entities_with_spaces: bool = True,
    ) -> EngineResult:
        """Replaces the results in the text.

        :param text: the text.
        :param analyzer_results: what was found in it; any objects with ``entity_type``, ``start``, ``end`` and
            ``score``.
        :param operators: the operator of each kind; ``DEFAULT`` for the others, and where there is none, it is
            put in: ``replace``.
        :param conflict_resolution: what happens to results that overlap.
        :param merge_entities_with_spaces: whether neighbours of one kind with only blanks between them become
            one.
        :return: the text and the replacements, the last first.
        :raises InvalidParamError: for a result behind the text, an operator that does not exist, or a
            parameter that is wrong.

        >>> from redact.presidio_anonymizer import AnonymizerEngine, RecognizerResult
        >>> found = [RecognizerResult("PERSON", 0, 4, 0.9)]
        >>> AnonymizerEngine().anonymize("山田太郎です", found).text
        '<PERSON>です'
        """
        operators = self.__check_or_add_default_operator(operators)
        cut_back = conflict_resolution == ConflictResolutionStrategy.REMOVE_INTERSECTIONS
        if type(self) is AnonymizerEngine and self.operators_factory.has_only_predefined:
            done = _native.presidio_anonymize(
                text, analyzer_results, operators, cut_back, bool(merge_entities_with_spaces)
            )
            if done is not None:
                return EngineResult(done[0], [OperatorResult(*item) for item in done[1]])
        # Whatever is unusual or wrong comes here, so that it is treated and said as it would be there.
        results = self._copy_recognizer_results(analyzer_results)
        results = self._remove_conflicts_and_get_text_manipulation_data(results, conflict_resolution)
        if merge_entities_with_spaces:
            results = self._merge_entities_with_spaces_between(text, results)
        return self._operate(
            text=text,
            pii_entities=results,
            operators_metadata=operators,
            operator_type=OperatorType.Anonymize,
        )

    def add_anonymizer(self, anonymizer_cls: Type[Operator]) -> None:
        """Adds an operator of the caller's to this engine.

        :param anonymizer_cls: its class, made without arguments.
        """
        logger.info("Added anonymizer %s", anonymizer_cls.__name__)
        self.operators_factory.add_anonymize_operator(anonymizer_cls)

    def remove_anonymizer(self, anonymizer_cls: Type[Operator]) -> None:
        """Takes an operator away from this engine.

        :raises InvalidParamError: when it has none of that name.
        """
        logger.info("Removed anonymizer %s", anonymizer_cls.__name__)
        self.operators_factory.remove_anonymize_operator(anonymizer_cls)

    def get_anonymizers(self) -> List[str]:
        """The names of the operators."""
        return list(self.operators_factory.get_anonymizers())

    def _remove_conflicts_and_get_text_manipulation_data(
        self,
        analyzer_results: Sequence[RecognizerResult],
        conflict_resolution: ConflictResolutionStrategy,
    ) -> List[RecognizerResult]:
        kinds: List[Any] = []
        numbers: Dict[Any, int] = {}
        for result in analyzer_results:
            if result.entity_type not in numbers:
                numbers[result.entity_type] = len(kinds)
                kinds.append(result.entity_type)
        scores = _comparable([result.score for result in analyzer_results])
        left = _native.presidio_resolve(
            [
                (numbers[result.entity_type], result.start, result.end, score)
                for result, score in zip(analyzer_results, scores)
            ],
            conflict_resolution == ConflictResolutionStrategy.REMOVE_INTERSECTIONS,
        )
        return [
            RecognizerResult(kinds[kind], start, end, analyzer_results[source].score)
            for kind, start, end, source in left
        ]

    def _merge_entities_with_spaces_between(
        self, text: str, analyzer_results: Sequence[RecognizerResult]
    ) -> List[RecognizerResult]:
        merged: List[RecognizerResult] = []
        for result in analyzer_results:
            if merged and merged[-1].entity_type == result.entity_type:
                gap = text[merged[-1].end : result.start]
                # A line feed may follow the blanks: the ``$`` of Presidio's pattern matches before one.
                blanks = gap[:-1] if gap.endswith("\n") else gap
                if blanks and not blanks.strip(" "):
                    start = merged.pop().start
                    result = RecognizerResult(result.entity_type, start, result.end, result.score)
            merged.append(result)
        return merged

    @staticmethod
    def _copy_recognizer_results(analyzer_results: Sequence[Any]) -> List[RecognizerResult]:
        return [
            RecognizerResult(start=result.start, end=result.end, entity_type=result.entity_type, score=result.score)
            for result in analyzer_results
        ]

    @staticmethod
    def __check_or_add_default_operator(
        operators: Optional[Dict[str, OperatorConfig]],
    ) -> Dict[str, OperatorConfig]:
        if not operators:
            return {"DEFAULT": OperatorConfig(DEFAULT)}
        if not operators.get("DEFAULT"):
            operators["DEFAULT"] = OperatorConfig(DEFAULT)
        return operators


def _comparable(scores: List[Any]) -> List[float]:
    """The scores as numbers, or their ranks where they are something else that can be compared."""
    try:
        return [float(score) if not isinstance(score, str) else _refuse() for score in scores]
    except (TypeError, ValueError, OverflowError):
        if len(scores) < 2:
            return [0.0] * len(scores)
        order = sorted(scores)
        return [float(order.index(score)) for score in scores]


def _refuse() -> float:
    raise TypeError
