"""Many texts turned back, in lists and dictionaries."""

import collections.abc
from typing import Any, Dict, Iterable, List, Optional, Union

from redact.presidio_anonymizer.deanonymize_engine import DeanonymizeEngine
from redact.presidio_anonymizer.entities import DictRecognizerResult, OperatorConfig, OperatorResult


class BatchDeanonymizeEngine:
    """Many texts turned back, in lists and dictionaries.

    :param deanonymize_engine: the engine; a new one if there is none.
    """

    def __init__(self, deanonymize_engine: Optional[DeanonymizeEngine] = None) -> None:
        self.deanonymize_engine = deanonymize_engine or DeanonymizeEngine()

    def deanonymize_list(
        self,
        texts: List[Optional[Union[str, bool, int, float]]],
        entities_list: List[List[OperatorResult]],
        operators: Dict[str, OperatorConfig],
    ) -> List[Union[str, Any]]:
        """Turns each text of a list back; numbers and truth values become texts, others stay as they are.

        :param texts: the texts.
        :param entities_list: the anonymizer's items of each; texts for which there are none have none.
        :param operators: the operator of each kind.
        """
        if not entities_list:
            entities_list = [[] for _ in range(len(texts))]
        known = len(entities_list)
        return [
            self.deanonymize_engine.deanonymize(
                text=str(text),
                entities=entities_list[index] if index < known else [],
                operators=operators,
            ).text
            if type(text) in (str, bool, int, float)
            else text
            for index, text in enumerate(texts)
        ]

    def deanonymize_dict(
        self, anonymizer_results: Iterable[DictRecognizerResult], operators: Dict[str, OperatorConfig]
    ) -> Dict[str, Any]:
        """Turns the texts, lists and dictionaries under the keys of a dictionary back; others stay as they are.

        :param anonymizer_results: the anonymizer's items under each key.
        :param operators: the operator of each kind.
        """
        output: Dict[str, Any] = {}
        for result in anonymizer_results:
            value: Any = result.value
            items: Any = result.recognizer_results
            if isinstance(value, dict):
                output[result.key] = self.deanonymize_dict(items, operators)
            elif isinstance(value, str):
                done = self.deanonymize_engine.deanonymize(text=value, entities=items, operators=operators)
                output[result.key] = done.text
            elif isinstance(value, collections.abc.Iterable):
                output[result.key] = self.deanonymize_list(
                    texts=value,  # type: ignore[arg-type]
                    entities_list=items,
                    operators=operators,
                )
            else:
                output[result.key] = value
        return output
