"""The recognizers of an engine."""

from __future__ import annotations

import copy
import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict, Iterable, List, Optional, Type, Union

from redact.presidio_analyzer._regex import DEFAULT_FLAGS
from redact.presidio_analyzer.entity_recognizer import EntityRecognizer
from redact.presidio_analyzer.pattern_recognizer import PatternRecognizer

if TYPE_CHECKING:
    from redact.presidio_analyzer.nlp_engine import NlpEngine
    from redact.presidio_analyzer.predefined_recognizers import SpacyRecognizer

logger = logging.getLogger("presidio-analyzer")


class RecognizerRegistry:
    """Holds recognizers, and says which serve a language and kinds.

    :param recognizers: the recognizers to begin with.
    :param global_regex_flags: how the patterns of predefined recognizers are read.
    :param supported_languages: the languages; English if not given.
    """

    def __init__(
        self,
        recognizers: Optional[Iterable[EntityRecognizer]] = None,
        global_regex_flags: Optional[int] = DEFAULT_FLAGS,
        supported_languages: Optional[List[str]] = None,
    ) -> None:
        self.recognizers: List[EntityRecognizer] = list(recognizers) if recognizers else []
        self.global_regex_flags = global_regex_flags
        self.supported_languages = supported_languages or ["en"]

    def validate_nlp_engine_compatibility(self, nlp_engine: Optional[NlpEngine]) -> None:
        """Raise ``ValueError`` if a recognizer of an engine's entities has no engine that finds any."""
        if nlp_engine is None or type(nlp_engine).__name__ != "NoOpNlpEngine":
            return
        from redact.presidio_analyzer.predefined_recognizers import SpacyRecognizer

        names = [one.name for one in self.recognizers if isinstance(one, SpacyRecognizer)]
        if names:
            raise ValueError(f"NoOpNlpEngine finds no entities, which {', '.join(names)} would report")

    def _create_nlp_recognizer(
        self,
        nlp_engine: Optional[NlpEngine] = None,
        supported_language: Optional[str] = None,
    ) -> SpacyRecognizer:
        from redact.presidio_analyzer.predefined_recognizers import SpacyRecognizer

        recognizer_class: Any = self.get_nlp_recognizer(nlp_engine) if nlp_engine else SpacyRecognizer
        language = supported_language or "en"
        if nlp_engine:
            entities = nlp_engine.get_supported_entities()
            made: SpacyRecognizer = recognizer_class(
                supported_language=language, supported_entities=entities
            )
            return made
        made = recognizer_class(supported_language=language)
        return made

    def add_nlp_recognizer(self, nlp_engine: NlpEngine) -> None:
        """Add a recognizer of what the engine's models find, for each language."""
        from redact.presidio_analyzer.nlp_engine import NoOpNlpEngine, TokenizerNlpEngine

        if isinstance(nlp_engine, (NoOpNlpEngine, TokenizerNlpEngine)):
            return
        if not nlp_engine:
            languages: List[str] = self.supported_languages
        else:
            languages = nlp_engine.get_supported_languages()
        for language in languages:
            self.recognizers.append(self._create_nlp_recognizer(nlp_engine, language))

    def load_predefined_recognizers(
        self,
        languages: Optional[List[str]] = None,
        nlp_engine: Optional[NlpEngine] = None,
        countries: Optional[List[str]] = None,
    ) -> None:
        """Load the recognizers that are enabled by default.

        :param languages: for these languages; those of the registry if not given.
        :param nlp_engine: whose entities are reported as well.
        :param countries: of the recognizers for one country only those for these.
        """
        from redact.presidio_analyzer.recognizer_registry.recognizer_registry_provider import (
            RecognizerRegistryProvider,
        )

        configuration: Dict[str, Any] = {
            "supported_languages": languages or self.supported_languages,
            "global_regex_flags": self.global_regex_flags,
        }
        if countries is not None:
            configuration["supported_countries"] = countries
        provider = RecognizerRegistryProvider(
            registry_configuration=configuration, nlp_engine=nlp_engine
        )
        self.recognizers.extend(provider.create_recognizer_registry().recognizers)

    @staticmethod
    def get_nlp_recognizer(nlp_engine: NlpEngine) -> Type[SpacyRecognizer]:
        """The class that reports the entities of an engine."""
        from redact.presidio_analyzer.nlp_engine import StanzaNlpEngine, TransformersNlpEngine
        from redact.presidio_analyzer.predefined_recognizers import (
            SpacyRecognizer,
            StanzaRecognizer,
            TransformersRecognizer,
        )

        if isinstance(nlp_engine, StanzaNlpEngine):
            return StanzaRecognizer
        if isinstance(nlp_engine, TransformersNlpEngine):
            return TransformersRecognizer
        return SpacyRecognizer

    def get_recognizers(
        self,
        language: str,
        entities: Optional[List[str]] = None,
        all_fields: bool = False,
        ad_hoc_recognizers: Optional[List[EntityRecognizer]] = None,
    ) -> List[EntityRecognizer]:
        """The recognizers for a language and kinds.

        :raises ValueError: if there are none.
        """
        if language is None:
            raise ValueError("No language provided")
        if entities is None and all_fields is False:
            raise ValueError("No entities provided")
        candidates = list(self.recognizers)
        if ad_hoc_recognizers:
            candidates.extend(ad_hoc_recognizers)
        candidates = [one for one in candidates if one.supported_language == language]
        if all_fields:
            chosen = candidates
        else:
            chosen = []
            for entity in entities or ():
                serving = [one for one in candidates if entity in one.supported_entities]
                if not serving:
                    logger.warning(
                        "Entity %s doesn't have the corresponding recognizer in language : %s",
                        entity,
                        language,
                    )
                chosen.extend(one for one in serving if one not in chosen)
        if not chosen:
            raise ValueError("No matching recognizers were found to serve the request.")
        return chosen

    def get_country_codes(self) -> List[str]:
        """The countries of the recognizers, sorted."""
        return sorted({code for one in self.recognizers if (code := one.country_code())})

    def add_recognizer(self, recognizer: EntityRecognizer) -> None:
        """Add a recognizer."""
        if not isinstance(recognizer, EntityRecognizer):
            raise ValueError("Input is not of type EntityRecognizer")
        self.recognizers.append(recognizer)

    def remove_recognizer(self, recognizer_name: str, language: Optional[str] = None) -> None:
        """Remove the recognizers of a name, of one language or of all."""
        kept = [
            one
            for one in self.recognizers
            if one.name != recognizer_name
            or (language is not None and one.supported_language != language)
        ]
        logger.info("Removed %s recognizers", len(self.recognizers) - len(kept))
        self.recognizers = kept

    def add_pattern_recognizer_from_dict(self, recognizer_dict: Dict[str, Any]) -> None:
        """Add a recognizer from a dictionary, for ``PatternRecognizer.from_dict``; it may hold
        ``score_thresholds``."""
        fields = copy.copy(recognizer_dict)
        thresholds = fields.pop("score_thresholds", None)
        recognizer = PatternRecognizer.from_dict(fields)
        if thresholds is not None:
            recognizer.score_thresholds = thresholds
        self.add_recognizer(recognizer)

    def add_recognizers_from_yaml(self, yml_path: Union[str, Path]) -> None:
        """Add recognizers from a YAML file with a list ``recognizers``."""
        from redact.presidio_analyzer._configuration import read_yaml
        from redact.presidio_analyzer.recognizer_registry.recognizers_loader_utils import (
            RecognizerListLoader,
        )

        try:
            configuration = read_yaml(yml_path)
        except OSError:
            logger.error("Error reading file %s", yml_path)
            raise
        entries = [
            one
            for one in configuration["recognizers"]
            if RecognizerListLoader.is_recognizer_enabled(one)
        ]
        predefined, custom = RecognizerListLoader._split_recognizers(entries)
        self.recognizers.extend(
            RecognizerListLoader.get(predefined, self.supported_languages, self.global_regex_flags)
        )
        # An entry of the caller's is added whatever its language, as from a dictionary.
        for entry in custom:
            self.recognizers.extend(
                RecognizerListLoader._create_custom_recognizers(
                    entry, self.supported_languages  # type: ignore[arg-type]
                )
            )

    def _get_supported_languages(self) -> List[str]:
        return sorted({one.supported_language for one in self.recognizers})

    def get_supported_entities(self, languages: Optional[List[str]] = None) -> List[str]:
        """The kinds that are found in some languages, or in all of the registry's."""
        if not languages:
            languages = self._get_supported_languages()
        entities = set()
        for language in languages:
            for recognizer in self.get_recognizers(language=language, all_fields=True):
                entities.update(recognizer.get_supported_entities())
        return list(entities)
