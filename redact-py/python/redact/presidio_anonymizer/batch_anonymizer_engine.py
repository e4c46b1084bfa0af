"""Many texts anonymized, in lists and dictionaries."""

import collections.abc
from typing import Any, Dict, Iterable, List, Optional, Union

from redact.presidio_anonymizer.anonymizer_engine import AnonymizerEngine
from redact.presidio_anonymizer.entities import DictRecognizerResult, RecognizerResult


class BatchAnonymizerEngine:
    """Many texts anonymized, in lists and dictionaries.

    :param anonymizer_engine: the engine; a new one if there is none.
    """

    def __init__(self, anonymizer_engine: Optional[AnonymizerEngine] = None) -> None:
        self.anonymizer_engine = anonymizer_engine or AnonymizerEngine()

    def anonymize_list(
        self,
        texts: List[Optional[Union[str, bool, int, float]]],
        recognizer_results_list: List[List[RecognizerResult]],
        **kwargs: Any,
    ) -> List[Union[str, Any]]:
        """Anonymizes each text of a list; numbers and truth values become texts, others stay as they are.

        :param texts: the texts.
        :param recognizer_results_list: what was found in each; where that ends, the list ends.
        :param kwargs: passed to :meth:`AnonymizerEngine.anonymize`.
        """
        if not recognizer_results_list:
            recognizer_results_list = [[] for _ in range(len(texts))]
        return [
            self.anonymizer_engine.anonymize(text=str(text), analyzer_results=results, **kwargs).text
            if type(text) in (str, bool, int, float)
            else text
            for text, results in zip(texts, recognizer_results_list)
        ]

    def anonymize_dict(
        self, analyzer_results: Iterable[DictRecognizerResult], **kwargs: Any
    ) -> Dict[str, Any]:
        """Anonymizes the texts, lists and dictionaries under the keys of a dictionary; others stay as they are.

        :param analyzer_results: what was found under each key.
        :param kwargs: passed to :meth:`AnonymizerEngine.anonymize`.
        """
        output: Dict[str, Any] = {}
        for result in analyzer_results:
            value: Any = result.value
            found: Any = result.recognizer_results
            if isinstance(value, dict):
                output[result.key] = self.anonymize_dict(found, **kwargs)
            elif isinstance(value, str):
                done = self.anonymizer_engine.anonymize(text=value, analyzer_results=found, **kwargs)
                output[result.key] = done.text
            elif isinstance(value, collections.abc.Iterable):
                output[result.key] = self.anonymize_list(
                    texts=value,  # type: ignore[arg-type]
                    recognizer_results_list=found,
                    **kwargs,
                )
            else:
                output[result.key] = value
        return output
