"""Stanza as NLP engine, through spacy-stanza's pipeline."""

from __future__ import annotations

from typing import Any, ClassVar, Dict, List, Optional

from redact.presidio_analyzer.nlp_engine.device_detector import device_detector
from redact.presidio_analyzer.nlp_engine.ner_model_configuration import NerModelConfiguration
from redact.presidio_analyzer.nlp_engine.spacy_nlp_engine import SpacyNlpEngine, has_package


class StanzaNlpEngine(SpacyNlpEngine):
    """Words and entities of a Stanza pipeline behind spaCy's interface.

    ``load`` raises ``ImportError`` if spaCy, Stanza or spacy-stanza is not installed.

    :param download_if_missing: taken for compatibility: nothing is ever downloaded.
    """

    engine_name: ClassVar[str] = "stanza"
    is_available: ClassVar[bool] = has_package("spacy") and has_package("stanza")

    def __init__(
        self,
        models: Optional[List[Dict[str, str]]] = None,
        ner_model_configuration: Optional[NerModelConfiguration] = None,
        download_if_missing: bool = True,
    ) -> None:
        super().__init__(
            models or [{"lang_code": "en", "model_name": "en"}], ner_model_configuration
        )
        self.download_if_missing = download_if_missing
        self.device = device_detector.get_device()

    def load(self) -> None:
        """Make the pipelines; needs the package spacy-stanza, and models that are installed."""
        self._require("spacy")
        self._require("stanza")
        self._enable_gpu()
        self.nlp = {}
        for model in self.models:
            self._validate_model_params(model)
            self.nlp[model["lang_code"]] = load_pipeline(
                model["model_name"],
                processors="tokenize,pos,lemma,ner",
                download_method=None,
                device=self.device,
            )


def load_pipeline(name: str, *, lang: str = "", processors: Any = None, **options: Any) -> Any:
    """A pipeline of spaCy whose tokenizer is Stanza's pipeline for a language.

    :param name: the language, such as ``en``.
    :param options: those of ``stanza.Pipeline``, such as ``package`` or ``device``.
    :raises ImportError: if spacy-stanza is not installed.
    """
    try:
        import spacy_stanza  # type: ignore[import-not-found, unused-ignore]
    except ImportError:
        raise ImportError(
            "load_pipeline needs the package spacy_stanza, which is not installed. Install spacy-stanza "
            "with its models, or plug in a subclass of NlpEngine."
        ) from None
    return spacy_stanza.load_pipeline(name, lang=lang, processors=processors or {}, **options)
