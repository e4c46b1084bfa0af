"""A registry from a configuration."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict, List, Optional, Union

from redact.presidio_analyzer.entity_recognizer import EntityRecognizer
from redact.presidio_analyzer.recognizer_registry.recognizer_registry import RecognizerRegistry
from redact.presidio_analyzer.recognizer_registry.recognizers_loader_utils import (
    RecognizerConfigurationLoader,
    RecognizerListLoader,
)

if TYPE_CHECKING:
    from redact.presidio_analyzer.nlp_engine import NlpEngine


class RecognizerRegistryProvider:
    """Makes a registry from a YAML file, a dictionary, or the default configuration.

    :param conf_file: a YAML file in Presidio's schema.
    :param registry_configuration: the same as a dictionary; what it leaves out is as by default.
    :param nlp_engine: whose entities are reported as well.
    """

    def __init__(
        self,
        conf_file: Optional[Union[Path, str]] = None,
        registry_configuration: Optional[Dict[str, Any]] = None,
        nlp_engine: Optional[NlpEngine] = None,
    ) -> None:
        self.configuration = RecognizerConfigurationLoader.get(
            conf_file=conf_file, registry_configuration=registry_configuration
        )
        self.nlp_engine = nlp_engine
        # A file that says which recognizers there are says so of the models' as well.
        self._names_its_recognizers = bool(conf_file) or "recognizers" in (
            registry_configuration or {}
        )

    def create_recognizer_registry(self) -> RecognizerRegistry:
        """The registry."""
        configuration = self.configuration
        languages: List[str] = configuration["supported_languages"]
        recognizers = RecognizerListLoader.get(
            configuration["recognizers"],
            languages,
            configuration["global_regex_flags"],
            configuration.get("supported_countries"),
        )
        self._update_nlp_recognizers(recognizers, languages)
        registry = RecognizerRegistry(
            recognizers=recognizers,
            global_regex_flags=configuration["global_regex_flags"],
            supported_languages=languages,
        )
        registry.validate_nlp_engine_compatibility(self.nlp_engine)
        return registry

    def _update_nlp_recognizers(
        self, recognizers: List[EntityRecognizer], languages: List[str]
    ) -> None:
        """Add a recognizer of the engine's entities for each language that has none."""
        from redact.presidio_analyzer.nlp_engine import NoOpNlpEngine, TokenizerNlpEngine
        from redact.presidio_analyzer.predefined_recognizers import SpacyRecognizer

        engine = self.nlp_engine
        if isinstance(engine, (NoOpNlpEngine, TokenizerNlpEngine)):
            recognizers[:] = [one for one in recognizers if not isinstance(one, SpacyRecognizer)]
            return
        if engine is None and self._names_its_recognizers:
            return
        disabled = {
            RecognizerListLoader.get_recognizer_name(entry)
            for entry in self.configuration["recognizers"]
            if not RecognizerListLoader.is_recognizer_enabled(entry)
        }
        if disabled & {"SpacyRecognizer", "StanzaRecognizer", "TransformersRecognizer"}:
            return
        for language in languages:
            if any(
                isinstance(one, SpacyRecognizer) and one.supported_language == language
                for one in recognizers
            ):
                continue
            if engine is None:
                recognizers.append(SpacyRecognizer(supported_language=language))
                continue
            recognizer_class = RecognizerRegistry.get_nlp_recognizer(engine)
            entities = engine.get_supported_entities()
            recognizers.append(
                recognizer_class(supported_language=language, supported_entities=entities)
            )
