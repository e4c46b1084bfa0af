"""spaCy's tokenizer as NLP engine, without a model."""

from __future__ import annotations

from typing import Any, ClassVar, Dict, List, Optional

from redact.presidio_analyzer.nlp_engine.nlp_artifacts import NlpArtifacts
from redact.presidio_analyzer.nlp_engine.spacy_nlp_engine import SpacyNlpEngine, has_package


class SlimSpacyNlpEngine(SpacyNlpEngine):
    """Words and stop words of spaCy, no entities.

    A language without a model gets spaCy's blank pipeline. ``auto_download`` is taken for
    compatibility: nothing is ever downloaded.

    :raises ImportError: if spaCy is not installed.
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
        if models is None:
            models = self._models_from_languages(supported_languages or ["en"], generic_tokenizer)
        super().__init__(models=models)
        self.auto_download = auto_download
        self.generic_tokenizer = generic_tokenizer

    def _models_from_languages(
        self, languages: List[str], generic_tokenizer: Optional[str] = None
    ) -> List[Dict[str, str]]:
        return [
            {"lang_code": language, "model_name": generic_tokenizer or f"blank:{language}"}
            for language in languages
        ]

    def load(self) -> None:
        """Make a pipeline for each language: its installed model, or a blank one."""
        import spacy  # type: ignore[import-not-found, unused-ignore]

        self.nlp = {}
        for model in self.models:
            self._validate_model_params(model)
            name = model["model_name"]
            language = model["lang_code"]
            if name.startswith("blank:"):
                self.nlp[language] = spacy.blank(name[len("blank:") :])
            elif spacy.util.is_package(name):
                self.nlp[language] = spacy.load(name, exclude=["ner", "parser"])
            else:
                self.nlp[language] = spacy.blank(language)

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
