"""Traces of decisions."""

import logging


class AppTracer:
    """Writes traces to the log ``decision_process``, unless it is switched off."""

    def __init__(self, enabled: bool = True) -> None:
        self.logger = logging.getLogger("decision_process")
        self.logger.setLevel(logging.INFO)
        self.enabled = enabled

    def trace(self, request_id: str, trace_data: str) -> None:
        """Write a trace of a request."""
        if self.enabled:
            self.logger.info("[%s][%s]", request_id, trace_data)
