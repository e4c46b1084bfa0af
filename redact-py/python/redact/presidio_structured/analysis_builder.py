"""Which column or key holds what, guessed from what is found in its values."""

from abc import ABC, abstractmethod
from collections import Counter
from typing import Any, Dict, Iterator, List, Optional, Tuple

from redact.presidio_analyzer import RecognizerResult
from redact.presidio_structured.config import StructuredAnalysis

#: The kind of what is no personal data.
NON_PII_ENTITY_TYPE = "NON_PII"


class AnalysisBuilder(ABC):
    """Guesses which column or key holds what.

    :param analyzer: what finds; a new ``redact.presidio_analyzer.AnalyzerEngine`` if there is none.
    :param analyzer_score_threshold: results with a lower score do not count.
    :param n_process: taken for compatibility; the work is done in this process.
    :param batch_size: taken for compatibility.
    """

    def __init__(
        self,
        analyzer: Optional[Any] = None,
        analyzer_score_threshold: Optional[float] = None,
        n_process: int = 1,
        batch_size: int = 1,
    ) -> None:
        self.analyzer = _new_analyzer() if analyzer is None else analyzer
        self.analyzer_score_threshold = analyzer_score_threshold
        self.n_process = n_process
        self.batch_size = batch_size

    @abstractmethod
    def generate_analysis(
        self, data: Any, language: str = "en", score_threshold: Optional[float] = None
    ) -> StructuredAnalysis:
        """Guesses which column or key holds what."""

    def _analyze(self, value: Any, language: str, context: Optional[List[str]] = None) -> List[Any]:
        """What is found in a value; nothing in one that is missing or empty."""
        text = value if isinstance(value, str) else str(value)
        if not text:
            return []
        options: Dict[str, Any] = {} if context is None else {"context": context}
        found = self.analyzer.analyze(text=text, language=language, **options)
        threshold = self.analyzer_score_threshold
        return [result for result in found if threshold is None or result.score >= threshold]


def _new_analyzer() -> Any:
    from redact.presidio_analyzer import AnalyzerEngine

    return AnalyzerEngine()


class JsonAnalysisBuilder(AnalysisBuilder):
    """Guesses what the keys of JSON hold; keys of keys are joined by dots, and lists of texts are looked through."""

    def generate_analysis(
        self, data: Any, language: str = "en", score_threshold: Optional[float] = None
    ) -> StructuredAnalysis:
        """Guesses what each key holds: the kind with the highest score in its value.

        :param data: a dictionary.
        :param language: the language of the texts.
        :param score_threshold: results with a lower score do not count.
        :raises ValueError: if a list holds dictionaries or lists, or if the data is no dictionary.
        """
        if not isinstance(data, dict):
            raise ValueError(f"the data must be a dictionary, not {type(data).__name__}")
        best: Dict[str, Any] = {}
        for path, key, value in _leaves(data, "", ""):
            for result in self._analyze(value, language, [key] if key else None):
                if score_threshold is not None and result.score < score_threshold:
                    continue
                if path not in best or result.score > best[path].score:
                    best[path] = result
        return StructuredAnalysis({path: result.entity_type for path, result in best.items()})


def _leaves(node: Any, path: str, key: str) -> Iterator[Tuple[str, str, Any]]:
    """Path, last key and value of everything that is neither a dictionary nor a list."""
    if isinstance(node, dict):
        for name, value in node.items():
            yield from _leaves(value, f"{path}.{name}" if path else str(name), str(name))
    elif isinstance(node, (list, tuple)):
        for value in node:
            if isinstance(value, (dict, list, tuple)):
                raise ValueError(
                    f"the key {path} holds a list of objects, which is not analysed: analyse one of them, "
                    f"and name their keys in a StructuredAnalysis as {path}.KEY"
                )
            yield from _leaves(value, path, key)
    elif node is not None and path:
        yield path, key, node


class TabularAnalysisBuilder(AnalysisBuilder):
    """Guesses what the columns of a table hold."""


class PandasAnalysisBuilder(TabularAnalysisBuilder):
    """Guesses what the columns of a frame hold."""

    entity_selection_strategies = {"highest_confidence", "mixed", "most_common"}

    def generate_analysis(  # type: ignore[override]
        self,
        df: Any,
        n: Optional[int] = None,
        language: str = "en",
        selection_strategy: str = "most_common",
        mixed_strategy_threshold: float = 0.5,
    ) -> StructuredAnalysis:
        """Guesses what each column holds. Columns in which nothing is found are not named.

        :param df: the frame.
        :param n: how many rows to look at, drawn at random but always the same; all if there is none.
        :param language: the language of the texts.
        :param selection_strategy: ``most_common`` for the kind that is found most often, ``highest_confidence`` for
            the one with the highest score, ``mixed`` for the latter if that is above the threshold, else the former.
        :param mixed_strategy_threshold: from 0 to 1.
        :raises ValueError: for another strategy or threshold.
        """
        # All rows are shuffled too, as Presidio does it: of kinds found equally often the first counts.
        df = df.sample(min(n or len(df), len(df)), random_state=123)
        found = self._generate_key_rec_results_map(
            df, language, selection_strategy, mixed_strategy_threshold
        )
        kinds = {name: result.entity_type for name, result in found.items()}
        return StructuredAnalysis(
            {name: kind for name, kind in kinds.items() if kind != NON_PII_ENTITY_TYPE}
        )

    def _generate_key_rec_results_map(
        self,
        df: Any,
        language: str,
        selection_strategy: str = "most_common",
        mixed_strategy_threshold: float = 0.5,
    ) -> Dict[Any, RecognizerResult]:
        """The kind of each column, ``NON_PII`` where nothing is found, as a result with its score."""
        if selection_strategy not in self.entity_selection_strategies:
            raise ValueError(f"Unsupported entity selection strategy: {selection_strategy}.")
        if selection_strategy == "mixed" and not 0 <= mixed_strategy_threshold <= 1:
            raise ValueError(f"Invalid mixed strategy threshold: {mixed_strategy_threshold}.")
        chosen: Dict[Any, RecognizerResult] = {}
        for position, name in enumerate(df.columns):
            found = self._results_of(df.iloc[:, position], language)
            kind, score = _select(found, selection_strategy, mixed_strategy_threshold)
            chosen[name] = RecognizerResult(kind, 0, 1, score)
        return chosen

    def _results_of(self, column: Any, language: str) -> List[Any]:
        """What is found in a column. Equal values are looked at once."""
        known: Dict[str, List[Any]] = {}
        found: List[Any] = []
        for value, missing in zip(column.tolist(), column.isna().tolist()):
            if missing:
                continue
            text = str(value)
            if text not in known:
                known[text] = self._analyze(text, language)
            found.extend(known[text])
        return found


def _select(found: List[Any], strategy: str, mixed_threshold: float) -> Tuple[str, float]:
    """The kind that a strategy chooses, and its score: of equals the first."""
    if not found:
        return NON_PII_ENTITY_TYPE, 1.0
    highest = max(float(result.score) for result in found)
    if strategy == "highest_confidence" or (strategy == "mixed" and highest > mixed_threshold):
        # Of the kinds that reach the highest score, the one that does so most often.
        surest = Counter(str(result.entity_type) for result in found if result.score == highest)
        return surest.most_common(1)[0][0], highest
    kind, times = Counter(str(result.entity_type) for result in found).most_common(1)[0]
    return kind, times / len(found)
