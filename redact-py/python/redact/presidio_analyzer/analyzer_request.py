"""A request of Presidio's REST interface."""

from typing import Any, Dict

from redact.presidio_analyzer._regex import DEFAULT_FLAGS
from redact.presidio_analyzer.pattern_recognizer import PatternRecognizer


class AnalyzerRequest:
    """The fields of a JSON request as attributes, for the parameters of ``AnalyzerEngine.analyze``."""

    def __init__(self, req_data: Dict[str, Any]) -> None:
        self.text = req_data.get("text")
        self.language = req_data.get("language")
        self.entities = req_data.get("entities")
        self.correlation_id = req_data.get("correlation_id")
        self.score_threshold = req_data.get("score_threshold")
        self.return_decision_process = req_data.get("return_decision_process")
        ad_hoc_recognizers = req_data.get("ad_hoc_recognizers")
        self.ad_hoc_recognizers = [
            PatternRecognizer.from_dict(recognizer) for recognizer in ad_hoc_recognizers or []
        ]
        self.context = req_data.get("context")
        self.allow_list = req_data.get("allow_list")
        self.allow_list_match = req_data.get("allow_list_match", "exact")
        self.regex_flags = req_data.get("regex_flags", DEFAULT_FLAGS)
