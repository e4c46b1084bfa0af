"""What was found under one key of a dictionary."""

from dataclasses import dataclass
from typing import Any, Iterator, List, Union

from redact.presidio_anonymizer.entities.engine.recognizer_result import RecognizerResult


@dataclass
class DictRecognizerResult:
    """What was found under one key of a dictionary.

    :param key: the key.
    :param value: a text, a list of texts, or a dictionary.
    :param recognizer_results: the results of the text, the results of each text of the list, or one of these
        objects for each key of the dictionary.
    """

    key: str
    value: Union[str, List[str], "dict[Any, Any]"]
    recognizer_results: Union[
        List[RecognizerResult], List[List[RecognizerResult]], Iterator["DictRecognizerResult"]
    ]
