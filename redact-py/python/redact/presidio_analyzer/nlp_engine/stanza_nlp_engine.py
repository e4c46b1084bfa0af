"""Stanza as NLP engine, through spacy-stanza's pipeline."""

from __future__ import annotations

from typing import ClassVar, Dict, List, Optional

from redact.presidio_analyzer.nlp_engine.ner_model_configuration import NerModelConfiguration
from redact.presidio_analyzer.nlp_engine.spacy_nlp_engine import SpacyNlpEngine, has_package


class StanzaNlpEngine(SpacyNlpEngine):
    """Words and entities of a Stanza pipeline behind spaCy's interface.

    :raises ImportError: if spaCy or Stanza is not installed.
    """

    engine_name: ClassVar[str] = "stanza"
    is_available: ClassVar[bool] = has_package("spacy") and has_package("stanza")

    def __init__(
        self,
        models: Optional[List[Dict[str, str]]] = None,
        ner_model_configuration: Optional[NerModelConfiguration] = None,
        download_if_missing: bool = True,
    ) -> None:
        self._require("stanza")
        super().__init__(
            models or [{"lang_code": "en", "model_name": "en"}], ner_model_configuration
        )
        self.download_if_missing = download_if_missing

    def load(self) -> None:
        """Make the pipelines; needs the package spacy-stanza, and models that are installed."""
        self._require("spacy_stanza")
        import spacy_stanza  # type: ignore[import-not-found, unused-ignore]

        self.nlp = {}
        for model in self.models:
            self._validate_model_params(model)
            self.nlp[model["lang_code"]] = spacy_stanza.load_pipeline(
                model["model_name"], processors="tokenize,pos,lemma,ner", download_method=None
            )
