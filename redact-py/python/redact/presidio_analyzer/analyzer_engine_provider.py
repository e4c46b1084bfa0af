"""An engine from configuration files."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List, Optional, Union

from redact.presidio_analyzer._configuration import default_file, read_yaml
from redact.presidio_analyzer.analyzer_engine import AnalyzerEngine
from redact.presidio_analyzer.context_aware_enhancers import LemmaContextAwareEnhancer
from redact.presidio_analyzer.input_validation import ConfigurationValidator
from redact.presidio_analyzer.nlp_engine import NlpEngine, NlpEngineProvider, TokenizerNlpEngine
from redact.presidio_analyzer.recognizer_registry import (
    RecognizerRegistry,
    RecognizerRegistryProvider,
)


class AnalyzerEngineProvider:
    """Makes an engine from YAML files in Presidio's schema.

    :param analyzer_engine_conf_file: the whole: ``supported_languages``, ``default_score_threshold``,
        ``nlp_configuration``, ``recognizer_registry``, ``context_aware_enhancer``.
    :param nlp_engine_conf_file: the NLP engine alone.
    :param recognizer_registry_conf_file: the recognizers alone.
    """

    def __init__(
        self,
        analyzer_engine_conf_file: Optional[Union[Path, str]] = None,
        nlp_engine_conf_file: Optional[Union[Path, str]] = None,
        recognizer_registry_conf_file: Optional[Union[Path, str]] = None,
    ) -> None:
        for path in (
            analyzer_engine_conf_file,
            nlp_engine_conf_file,
            recognizer_registry_conf_file,
        ):
            if path:
                ConfigurationValidator.validate_file_path(path)
        self.configuration = self.get_configuration(analyzer_engine_conf_file)
        self.nlp_engine_conf_file = nlp_engine_conf_file
        self.recognizer_registry_conf_file = recognizer_registry_conf_file

    def get_configuration(self, conf_file: Optional[Union[Path, str]]) -> Dict[str, Any]:
        """The configuration in a file, or the default one."""
        configuration = read_yaml(conf_file or self._get_full_conf_path())
        return ConfigurationValidator.validate_analyzer_configuration(configuration)

    def create_engine(self) -> AnalyzerEngine:
        """The engine."""
        nlp_engine = self._load_nlp_engine()
        languages: List[str] = self.configuration.get("supported_languages") or ["en"]
        return AnalyzerEngine(
            nlp_engine=nlp_engine,
            registry=self._load_recognizer_registry(languages, nlp_engine),
            supported_languages=languages,
            default_score_threshold=self.configuration.get("default_score_threshold") or 0,
            context_aware_enhancer=self._load_context_aware_enhancer(),
        )

    def _load_context_aware_enhancer(self) -> Optional[LemmaContextAwareEnhancer]:
        parameters = ConfigurationValidator.validate_context_aware_enhancer_configuration(
            self.configuration.get("context_aware_enhancer")
        )
        return LemmaContextAwareEnhancer(**parameters) if parameters else None

    def _load_recognizer_registry(
        self, supported_languages: List[str], nlp_engine: NlpEngine
    ) -> RecognizerRegistry:
        registry_configuration = self.configuration.get("recognizer_registry")
        if self.recognizer_registry_conf_file:
            provider = RecognizerRegistryProvider(
                conf_file=self.recognizer_registry_conf_file, nlp_engine=nlp_engine
            )
        else:
            provider = RecognizerRegistryProvider(
                registry_configuration={
                    **(registry_configuration or {}),
                    "supported_languages": supported_languages,
                },
                nlp_engine=nlp_engine,
            )
        return provider.create_recognizer_registry()

    def _load_nlp_engine(self) -> NlpEngine:
        if self.nlp_engine_conf_file:
            return NlpEngineProvider(conf_file=self.nlp_engine_conf_file).create_engine()
        nlp_configuration = self.configuration.get("nlp_configuration")
        if nlp_configuration:
            return NlpEngineProvider(nlp_configuration=nlp_configuration).create_engine()
        return TokenizerNlpEngine(self.configuration.get("supported_languages"))

    @staticmethod
    def _get_full_conf_path(
        default_conf_file: Union[Path, str] = "default_analyzer.yaml",
    ) -> Path:
        return default_file(default_conf_file)
