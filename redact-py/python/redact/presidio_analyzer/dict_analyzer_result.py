"""The results for one key of a dictionary."""

from dataclasses import dataclass
from typing import Any, Dict, Iterator, List, Union

from redact.presidio_analyzer.recognizer_result import RecognizerResult


@dataclass
class DictAnalyzerResult:
    """A key, its value, and what was found in it: a list for a text, a list of lists for a list of
    texts, an iterator of the same for a dictionary."""

    key: str
    value: Union[str, List[str], Dict[str, Any]]
    recognizer_results: Union[
        List[RecognizerResult], List[List[RecognizerResult]], Iterator["DictAnalyzerResult"]
    ]
