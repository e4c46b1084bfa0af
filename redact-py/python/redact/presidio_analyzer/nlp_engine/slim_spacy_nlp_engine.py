"""spaCy's tokenizer as NLP engine, without named entities."""

from __future__ import annotations

from typing import Any, ClassVar, Dict, List, Optional

from redact.presidio_analyzer.nlp_engine import spacy_nlp_engine
from redact.presidio_analyzer.nlp_engine.nlp_artifacts import NlpArtifacts
from redact.presidio_analyzer.nlp_engine.spacy_nlp_engine import SpacyNlpEngine, has_package

DEFAULT_SLIM_MODELS: Dict[str, str] = {
    **{
        language: f"{language}_core_news_sm"
        for language in "da de el es fr he it ja lt mk nb nl pl pt ro".split()
    },
    "en": "en_core_web_sm",
    "zh": "zh_core_web_sm",
    "xx": "xx_ent_wiki_sm",
}
"""spaCy's small model of each language."""


class SlimSpacyNlpEngine(SpacyNlpEngine):
    """Words, lemmas and stop words of spaCy, no entities.

    ``auto_download`` is taken for compatibility: nothing is ever downloaded.

    :param supported_languages: languages whose small model is used, if ``models`` does not name any.
    :param generic_tokenizer: what serves a language without one: ``blank`` for spaCy's blank pipeline, or the
        name of a model.
    :raises ValueError: for a language without a model, if ``generic_tokenizer`` is not given.

    ``load`` raises ``ImportError`` if spaCy is not installed, ``OSError`` if a model is not.
    """

    engine_name: ClassVar[str] = "slim"
    is_available: ClassVar[bool] = has_package("spacy")

    def __init__(
        self,
        models: Optional[List[Dict[str, str]]] = None,
        supported_languages: Optional[List[str]] = None,
        auto_download: bool = True,
        generic_tokenizer: Optional[str] = None,
    ) -> None:
        self._blank_languages: List[str] = []
        if not models:
            models = self._models_from_languages(supported_languages or ["en"], generic_tokenizer)
        super().__init__(models=models or None)
        self.models = models
        self.auto_download = auto_download
        self.generic_tokenizer = generic_tokenizer

    def _models_from_languages(
        self, languages: List[str], generic_tokenizer: Optional[str] = None
    ) -> List[Dict[str, str]]:
        models: List[Dict[str, str]] = []
        for language in languages:
            name = DEFAULT_SLIM_MODELS.get(language) or generic_tokenizer
            if name is None:
                raise ValueError(
                    f"No default slim model for language {language!r}: name one in models, or set "
                    f"generic_tokenizer to 'blank' or to a model of spaCy. Languages with a model: "
                    f"{sorted(DEFAULT_SLIM_MODELS)}"
                )
            if name == "blank":
                self._blank_languages.append(language)
            else:
                models.append({"lang_code": language, "model_name": name})
        return models

    def load(self) -> None:
        """Make a pipeline for each language."""
        self._require("spacy")
        spacy = spacy_nlp_engine.spacy
        self.nlp = {}
        for language in self._blank_languages:
            try:
                self.nlp[language] = spacy.blank(language)
            except ImportError:
                # spaCy does not know the language; its tokenizer for all languages does.
                self.nlp[language] = spacy.blank("xx")
        for model in self.models:
            self._validate_model_params(model)
            name = model["model_name"]
            if name.startswith("blank:"):
                pipeline = spacy.blank(name[len("blank:") :])
            else:
                pipeline = self._load_model(name, disable=["ner", "parser"])
            self.nlp[model["lang_code"]] = pipeline

    def get_supported_entities(self) -> List[str]:
        """None."""
        return []

    def _doc_to_nlp_artifact(self, doc: Any, language: str) -> NlpArtifacts:
        return NlpArtifacts(
            entities=[],
            tokens=doc,
            tokens_indices=[token.idx for token in doc],
            lemmas=[token.lemma_ or token.text for token in doc],
            nlp_engine=self,
            language=language,
            scores=[],
        )
