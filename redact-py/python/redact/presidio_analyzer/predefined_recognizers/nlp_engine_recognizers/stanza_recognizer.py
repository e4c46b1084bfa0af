"""The entities of a Stanza engine as results."""

from __future__ import annotations

from typing import Any, Optional

from redact.presidio_analyzer.predefined_recognizers.nlp_engine_recognizers.spacy_recognizer import (
    SpacyRecognizer,
)


class StanzaRecognizer(SpacyRecognizer):
    """Reports the entities in ``nlp_artifacts``, as found by a Stanza engine."""

    def __init__(self, name: Optional[str] = None, **kwargs: Any) -> None:
        self.DEFAULT_EXPLANATION = "Identified as {} by Stanza's Named Entity Recognition"
        super().__init__(name=name, **kwargs)
