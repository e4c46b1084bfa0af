"""The parts of a configuration."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List, Optional, Union

from redact.presidio_analyzer.input_validation.language_validation import validate_language_codes
from redact.presidio_analyzer._regex import DEFAULT_FLAGS
from redact.presidio_analyzer.pattern import Pattern
from redact.presidio_analyzer.score_thresholds import (
    normalize_score_thresholds,
    validate_score_threshold,
)

_INVALID_REGISTRY = "Invalid recognizer registry configuration"
_REGISTRY_KEYS = {"supported_languages", "supported_countries", "global_regex_flags", "recognizers"}
_ANALYZER_KEYS = {
    "supported_languages",
    "default_score_threshold",
    "nlp_configuration",
    "recognizer_registry",
    "context_aware_enhancer",
}
_ENHANCER_KEYS = {
    "context_similarity_factor": (int, float),
    "min_score_with_context_similarity": (int, float),
    "context_prefix_count": (int,),
    "context_suffix_count": (int,),
    "context_matching_mode": (str,),
}


def _invalid(why: str) -> ValueError:
    return ValueError(f"{_INVALID_REGISTRY}: {why}")


class ConfigurationValidator:
    """Answers configurations that are valid, and raises ``ValueError`` for others."""

    @staticmethod
    def validate_language_codes(languages: List[str]) -> List[str]:
        """The codes."""
        validate_language_codes(languages)
        return languages

    @staticmethod
    def validate_file_path(file_path: Union[str, Path]) -> Path:
        """The path of a file that is there."""
        path = Path(file_path)
        if not path.exists():
            raise ValueError(f"Configuration file does not exist: {path}")
        if not path.is_file():
            raise ValueError(f"Path is not a file: {path}")
        return path

    @staticmethod
    def validate_score_threshold(threshold: float) -> float:
        """The threshold."""
        return validate_score_threshold(threshold)

    @staticmethod
    def validate_nlp_configuration(config: Dict[str, Any]) -> Dict[str, Any]:
        """The configuration of an NLP engine."""
        if not isinstance(config, dict):
            raise ValueError("NLP configuration must be a dictionary")
        missing = [key for key in ("nlp_engine_name", "models") if key not in config]
        if missing:
            raise ValueError(f"NLP configuration is missing required fields: {', '.join(missing)}")
        models = config["models"]
        if not isinstance(models, list) or not models:
            raise ValueError("Models must be a non-empty list")
        for model in models:
            if not isinstance(model, dict):
                raise ValueError("Each model must be a dictionary")
            if not {"lang_code", "model_name"} <= set(model):
                raise ValueError("Each model must have 'lang_code' and 'model_name'")
        return config

    @staticmethod
    def validate_recognizer_registry_configuration(config: Dict[str, Any]) -> Dict[str, Any]:
        """The configuration of a registry."""
        if not isinstance(config, dict):
            raise _invalid("it must be a mapping")
        unknown = sorted(set(map(str, config)) - _REGISTRY_KEYS)
        if unknown:
            raise _invalid(f"unknown fields {unknown}")
        languages = config.get("supported_languages")
        if languages is not None:
            if not isinstance(languages, list):
                raise _invalid("supported_languages must be a list")
            try:
                validate_language_codes(languages)
            except ValueError as error:
                raise _invalid(str(error)) from None
        entries = config.get("recognizers")
        if not isinstance(entries, list) or not entries:
            raise _invalid("recognizers must be a list with at least one entry")
        for number, entry in enumerate(entries, 1):
            if isinstance(entry, dict):
                try:
                    _validate_entry(entry)
                except ValueError as error:
                    name = entry.get("name", "without a name")
                    raise _invalid(f"entry {number} ({name}): {error}") from error
            elif not isinstance(entry, str):
                raise _invalid(f"entry {number} must be a mapping or a name")
        return {"global_regex_flags": int(DEFAULT_FLAGS), **config}

    @staticmethod
    def validate_context_aware_enhancer_configuration(
        config: Optional[Dict[str, Any]],
    ) -> Dict[str, Any]:
        """The parameters of a context enhancer."""
        if config is None:
            return {}
        if not isinstance(config, dict):
            raise ValueError("Invalid context_aware_enhancer configuration: it must be a mapping")
        for key, value in config.items():
            kinds = _ENHANCER_KEYS.get(key)
            if kinds is None:
                raise ValueError(
                    f"Invalid context_aware_enhancer configuration: {key} is unknown. "
                    f"Valid keys are: {sorted(_ENHANCER_KEYS)}"
                )
            if value is not None and (isinstance(value, bool) or not isinstance(value, kinds)):
                raise ValueError(
                    f"Invalid context_aware_enhancer configuration: {key} has a wrong type"
                )
        return {key: value for key, value in config.items() if value is not None}

    @staticmethod
    def validate_analyzer_configuration(config: Dict[str, Any]) -> Dict[str, Any]:
        """The configuration of an analyzer."""
        if not isinstance(config, dict):
            raise ValueError("Analyzer configuration must be a dictionary")
        unknown = sorted(set(map(str, config)) - _ANALYZER_KEYS)
        if unknown:
            raise ValueError(
                f"Unknown configuration key(s) in analyzer configuration: {unknown}. "
                f"Valid keys are: {sorted(_ANALYZER_KEYS)}"
            )
        if config.get("supported_languages") is not None:
            ConfigurationValidator.validate_language_codes(config["supported_languages"])
        if config.get("default_score_threshold") is not None:
            validate_score_threshold(config["default_score_threshold"])
        if config.get("nlp_configuration") is not None:
            ConfigurationValidator.validate_nlp_configuration(config["nlp_configuration"])
        if config.get("recognizer_registry") is not None:
            ConfigurationValidator._validate_registry_section(config["recognizer_registry"])
        ConfigurationValidator.validate_context_aware_enhancer_configuration(
            config.get("context_aware_enhancer")
        )
        return config

    @staticmethod
    def _validate_registry_section(section: Any) -> None:
        # What is left out comes from the default registry.
        if isinstance(section, dict) and "recognizers" not in section:
            section = {**section, "recognizers": ["EmailRecognizer"]}
        ConfigurationValidator.validate_recognizer_registry_configuration(section)


def _validate_entry(entry: Dict[str, Any]) -> None:
    """Raise ``ValueError`` unless the entry of a registry is valid."""
    from redact.presidio_analyzer.recognizer_registry.recognizers_loader_utils import (
        PredefinedRecognizerNotFoundError,
        RecognizerListLoader,
    )

    name = entry.get("name")
    if not isinstance(name, str) or not name:
        raise ValueError("it has no name")
    if entry.get("type") not in (None, "predefined", "custom"):
        raise ValueError("type must be predefined or custom")
    _validate_languages(entry)
    if "supported_entity" in entry and "supported_entities" in entry:
        raise ValueError("only one of supported_entity and supported_entities may be given")
    normalize_score_thresholds(entry.get("score_thresholds"))
    if RecognizerListLoader._is_predefined(entry):
        if not RecognizerListLoader.is_recognizer_enabled(entry):
            return
        class_name = RecognizerListLoader.get_recognizer_name(entry)
        try:
            RecognizerListLoader.get_existing_recognizer_cls(class_name)
        except PredefinedRecognizerNotFoundError as error:
            raise ValueError(str(error)) from None
    else:
        _validate_custom(entry, name)


def _validate_languages(entry: Dict[str, Any]) -> None:
    if entry.get("supported_language") and entry.get("supported_languages"):
        raise ValueError("only one of supported_language and supported_languages may be given")
    languages = [entry["supported_language"]] if entry.get("supported_language") else []
    for one in entry.get("supported_languages") or ():
        languages.append(one.get("language") if isinstance(one, dict) else one)
    validate_language_codes(languages)


def _validate_custom(entry: Dict[str, Any], name: str) -> None:
    from redact.presidio_analyzer import predefined_recognizers

    if hasattr(predefined_recognizers, name) and name.endswith("Recognizer"):
        raise ValueError("a custom recognizer may not have the name of a predefined one")
    if not entry.get("supported_entity"):
        raise ValueError("a custom recognizer needs supported_entity")
    if not entry.get("patterns") and not entry.get("deny_list"):
        raise ValueError("a custom recognizer needs patterns or a deny_list")
    for pattern in entry.get("patterns") or ():
        if not isinstance(pattern, dict):
            raise ValueError("a pattern must be a mapping")
        try:
            Pattern.from_dict(pattern)
        except TypeError as error:
            raise ValueError(f"a pattern has wrong fields: {error}") from None
