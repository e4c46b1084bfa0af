"""An engine that knows nothing of a text."""

from __future__ import annotations

from typing import Any, ClassVar, Dict, Iterable, Iterator, List, Tuple, Union

from redact.presidio_analyzer.nlp_engine.nlp_artifacts import NlpArtifacts
from redact.presidio_analyzer.nlp_engine.nlp_engine import NlpEngine


class NoOpNlpEngine(NlpEngine):
    """Answers empty artifacts: for registries that need neither names nor context.

    :param models: dictionaries with ``lang_code`` and ``model_name``; the name is not used.
    """

    engine_name: ClassVar[str] = "no_op"
    is_available: ClassVar[bool] = True

    def __init__(self, models: List[Dict[str, str]]) -> None:
        self.models = self._validate_models(models)
        self._is_loaded = False

    def load(self) -> None:
        """Nothing to load; the engine answers only after it."""
        self._is_loaded = True

    @classmethod
    def _validate_models(cls, models: List[Dict[str, str]]) -> List[Dict[str, str]]:
        if not isinstance(models, list) or not models:
            raise ValueError("models must be a list that is not empty")
        return [cls._validate_model_params(model) for model in models]

    @classmethod
    def _validate_model_params(cls, model: Dict[str, Any]) -> Dict[str, str]:
        if not isinstance(model, dict):
            raise ValueError("each model must be a dictionary")
        for key in ("lang_code", "model_name"):
            if key not in model:
                raise ValueError(f"{key} is missing from model configuration")
            cls._validate_string(model[key], key)
        return model

    def is_loaded(self) -> bool:
        """Whether :meth:`load` was called."""
        return self._is_loaded

    def process_text(self, text: str, language: str) -> NlpArtifacts:
        """Empty artifacts."""
        if not self._is_loaded:
            raise ValueError("the NLP engine is not loaded; call load() first")
        self._validate_string(text, "text", may_be_empty=True)
        self._validate_loaded_language(language)
        return NlpArtifacts([], [], [], [], self, language, [])

    def process_batch(
        self,
        texts: Iterable[Union[str, Tuple[str, Any]]],
        language: str,
        batch_size: int = 1,
        n_process: int = 1,
        as_tuples: bool = False,
        **kwargs: Any,
    ) -> Iterator[Any]:
        """Each text with empty artifacts, and its companion if ``as_tuples``."""
        entry: Any
        for entry in texts:
            if as_tuples:
                text, companion = entry
                yield text, self.process_text(text, language), companion
            else:
                yield entry, self.process_text(entry, language)

    def is_stopword(self, word: str, language: str) -> bool:
        """Never."""
        return False

    def is_punct(self, word: str, language: str) -> bool:
        """Never."""
        return False

    def get_supported_entities(self) -> List[str]:
        """None."""
        return []

    def get_supported_languages(self) -> List[str]:
        """The languages of its models."""
        return [model["lang_code"] for model in self.models]

    def _validate_loaded_language(self, language: str) -> None:
        supported = self.get_supported_languages()
        if language not in supported:
            raise ValueError(f"the NLP engine has no language {language!r}, only {supported}")

    @staticmethod
    def _validate_string(value: Any, parameter_name: str, may_be_empty: bool = False) -> str:
        if not isinstance(value, str):
            raise TypeError(f"{parameter_name} must be a string")
        if not value and not may_be_empty:
            raise ValueError(f"{parameter_name} must not be empty")
        return value
