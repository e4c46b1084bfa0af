"""The entries of a registry as pydantic models, for code that builds on them; this module alone needs pydantic.

Registries are checked without it (:class:`ConfigurationValidator`).
"""

from __future__ import annotations

from typing import Any, Dict, List, Literal, Optional, Type, Union

try:
    from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator
except ImportError:
    raise ImportError(
        "the models of YAML entries need the package pydantic (2 or newer), which is not installed; "
        "ConfigurationValidator checks configurations without it"
    ) from None

from redact.presidio_analyzer.input_validation.language_validation import validate_language_codes
from redact.presidio_analyzer.recognizer_registry.recognizers_loader_utils import (
    PredefinedRecognizerNotFoundError,
    RecognizerListLoader,
)


class LanguageContextConfig(BaseModel):
    """A language with its context words."""

    language: str
    context: Optional[List[str]] = None

    @field_validator("language")
    @classmethod
    def validate_language_code(cls, v: str) -> str:
        """Only codes of languages."""
        validate_language_codes([v])
        return v


class BaseRecognizerConfig(BaseModel):
    """What all entries have."""

    name: str
    class_name: Optional[str] = None
    enabled: bool = True
    type: Optional[str] = "predefined"
    supported_language: Optional[str] = None
    supported_languages: Optional[Union[List[str], List[LanguageContextConfig]]] = None
    context: Optional[List[str]] = None
    supported_entity: Optional[str] = None
    supported_entities: Optional[List[str]] = None
    score_thresholds: Optional[Any] = None

    @field_validator("supported_language")
    @classmethod
    def validate_single_language(cls, v: Optional[str]) -> Optional[str]:
        """Only codes of languages."""
        if v is not None:
            validate_language_codes([v])
        return v

    @model_validator(mode="after")
    def validate_language_configuration(self) -> BaseRecognizerConfig:
        """One language or several, not both fields."""
        if self.supported_language and self.supported_languages:
            raise ValueError("Cannot specify both 'supported_language' and 'supported_languages'")
        return self

    @model_validator(mode="after")
    def validate_entity_configuration(self) -> BaseRecognizerConfig:
        """One kind or several, not both fields."""
        if self.supported_entity is not None and self.supported_entities is not None:
            raise ValueError(
                f"{self.name} has both 'supported_entity' and 'supported_entities' specified"
            )
        return self

    @model_validator(mode="after")
    def validate_context_configuration(self) -> BaseRecognizerConfig:
        """Words of no language only where there is one language."""
        if self.context and len(self.supported_languages or ()) > 1:
            raise ValueError(
                "Global context can only be used with a single language; write the words of each under "
                "supported_languages, as {language: en, context: [card]}"
            )
        return self


class PredefinedRecognizerConfig(BaseRecognizerConfig):
    """An entry of a predefined class."""

    type: str = "predefined"

    @model_validator(mode="after")
    def validate_predefined_recognizer_exists(self) -> PredefinedRecognizerConfig:
        """The class must be there."""
        name = self.class_name or self.name
        try:
            RecognizerListLoader.get_existing_recognizer_cls(name)
        except PredefinedRecognizerNotFoundError as error:
            raise ValueError(f"Predefined recognizer '{name}' not found: {error}") from error
        return self


class TextChunkerConfig(BaseModel):
    """The parameters of a chunker."""

    model_config = ConfigDict(extra="forbid", arbitrary_types_allowed=True)

    chunker_type: Literal["character", "tokenizer"]
    chunk_size: Optional[int] = None
    chunk_overlap: Optional[int] = None
    tokenizer: Optional[Any] = None
    max_tokens: Optional[int] = None
    overlap_tokens: Optional[int] = None

    @model_validator(mode="after")
    def validate_params_match_chunker_type(self) -> TextChunkerConfig:
        """Only the parameters of the type."""
        of_type = {
            "character": {"chunk_size", "chunk_overlap"},
            "tokenizer": {"tokenizer", "max_tokens", "overlap_tokens"},
        }[self.chunker_type]
        given = {name for name, value in self if value is not None} - {"chunker_type"}
        if given - of_type:
            raise ValueError(
                f"chunker_type='{self.chunker_type}' does not accept {sorted(given - of_type)}, "
                f"only {sorted(of_type)}"
            )
        return self


class ContextAwareEnhancerConfig(BaseModel):
    """The parameters of the context enhancer; those left out keep its defaults."""

    model_config = ConfigDict(extra="forbid", strict=True)

    context_similarity_factor: Optional[float] = Field(None, ge=0, le=1)
    min_score_with_context_similarity: Optional[float] = Field(None, ge=0, le=1)
    context_prefix_count: Optional[int] = Field(None, ge=0)
    context_suffix_count: Optional[int] = Field(None, ge=0)
    context_matching_mode: Optional[Literal["substring", "whole_word"]] = None

    def model_dump(self, *args: Any, **kwargs: Any) -> Dict[str, Any]:
        """The fields that are given."""
        kwargs.setdefault("exclude_none", True)
        return super().model_dump(*args, **kwargs)


class _ModelRecognizerConfig(PredefinedRecognizerConfig):
    """An entry whose further fields go to the class's constructor, which has the defaults."""

    model_config = ConfigDict(extra="allow")

    def model_dump(self, *args: Any, **kwargs: Any) -> Dict[str, Any]:
        """The fields that are given."""
        kwargs.setdefault("exclude_none", True)
        dumped = super().model_dump(*args, **kwargs)
        chunker = getattr(self, "text_chunker", None)
        if isinstance(chunker, TextChunkerConfig) and "text_chunker" in dumped:
            dumped["text_chunker"] = chunker.model_dump(exclude_none=True)
        return dumped


class HuggingFaceRecognizerConfig(_ModelRecognizerConfig):
    """An entry of a Hugging Face model."""

    model_name: Optional[str] = None
    tokenizer_name: Optional[str] = None
    label_mapping: Optional[Dict[str, str]] = None
    threshold: Optional[float] = None
    aggregation_strategy: Optional[str] = None
    chunk_overlap: Optional[int] = None
    chunk_size: Optional[int] = None
    device: Optional[Union[str, int]] = None
    label_prefixes: Optional[List[str]] = None
    text_chunker: Optional[Union[TextChunkerConfig, Dict[str, Any]]] = None

    @field_validator("text_chunker", mode="before")
    @classmethod
    def validate_text_chunker(cls, v: Any) -> Any:
        """The parameters of a chunker, checked."""
        return TextChunkerConfig(**v) if isinstance(v, dict) else v


class GLiNERRecognizerConfig(_ModelRecognizerConfig):
    """An entry of a GLiNER model."""

    model_name: Optional[str] = None
    flat_ner: Optional[bool] = None
    multi_label: Optional[bool] = None
    threshold: Optional[float] = None
    map_location: Optional[str] = None
    load_onnx_model: Optional[bool] = None
    onnx_model_file: Optional[str] = None
    entity_mapping: Optional[Dict[str, str]] = None
    text_chunker: Optional[Union[TextChunkerConfig, Dict[str, Any]]] = None

    @field_validator("text_chunker", mode="before")
    @classmethod
    def validate_text_chunker(cls, v: Any) -> Any:
        """The parameters of a chunker, checked."""
        return TextChunkerConfig(**v) if isinstance(v, dict) else v

    @model_validator(mode="after")
    def validate_entity_mapping_and_supported_entities(self) -> GLiNERRecognizerConfig:
        """A mapping or kinds, not both."""
        if self.entity_mapping is not None and self.supported_entities is not None:
            raise ValueError("'entity_mapping' and 'supported_entities' are mutually exclusive")
        return self


class LangExtractRecognizerConfig(_ModelRecognizerConfig):
    """An entry of a language model that LangExtract asks."""

    config_path: Optional[str] = None


class CustomRecognizerConfig(BaseRecognizerConfig):
    """An entry of patterns or of a deny list."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    type: str = "custom"
    supported_entity: str
    country_code: Optional[str] = None
    patterns: Optional[List[Dict[str, Any]]] = None
    deny_list: Optional[List[str]] = None
    deny_list_score: float = Field(default=1.0, ge=0.0, le=1.0)

    @model_validator(mode="before")
    @classmethod
    def check_predefined_name_conflict(cls, data: Any) -> Any:
        """Not the name of a predefined class."""
        if isinstance(data, dict) and data.get("name"):
            _refuse_predefined_name(data["name"])
        return data

    @field_validator("country_code")
    @classmethod
    def validate_country_code(cls, value: Optional[str]) -> Optional[str]:
        """A code that is not empty, in lower case."""
        if value is None:
            return None
        code = value.strip().lower()
        if not code:
            raise ValueError("country_code must be a non-empty string")
        return code

    @field_validator("patterns")
    @classmethod
    def validate_patterns(cls, patterns: Optional[List[Dict[str, Any]]]) -> Any:
        """Each with name, expression and score."""
        for pattern in patterns or ():
            for field in ("name", "regex", "score"):
                if field not in pattern:
                    raise ValueError(f"Pattern should contain a {field} field")
            if not isinstance(pattern["score"], (int, float)):
                raise ValueError("Pattern score should be a float")
            if not 0.0 <= pattern["score"] <= 1.0:
                raise ValueError("Pattern score should be between 0 and 1")
        return patterns

    @model_validator(mode="after")
    def validate_patterns_or_deny_list(self) -> CustomRecognizerConfig:
        """At least one of both."""
        if not self.patterns and not self.deny_list:
            raise ValueError("a custom recognizer needs 'patterns' or 'deny_list'")
        return self


def _refuse_predefined_name(name: Any) -> None:
    try:
        RecognizerListLoader.get_existing_recognizer_cls(name)
    except PredefinedRecognizerNotFoundError:
        return
    raise ValueError(
        f"Recognizer '{name}' conflicts with a predefined recognizer. "
        f"Either use type: 'predefined' or choose a different name for it."
    )


CONFIG_MODEL_MAP: Dict[str, Type[BaseModel]] = {
    "HuggingFaceNerRecognizer": HuggingFaceRecognizerConfig,
    "GLiNERRecognizer": GLiNERRecognizerConfig,
    "BasicLangExtractRecognizer": LangExtractRecognizerConfig,
    "AzureOpenAILangExtractRecognizer": LangExtractRecognizerConfig,
}
"""The models of classes with fields of their own."""


class RecognizerRegistryConfig(BaseModel):
    """The configuration of a registry."""

    model_config = ConfigDict(extra="forbid")

    supported_languages: Optional[List[str]] = None
    global_regex_flags: int = 26
    recognizers: List[Any] = Field(default_factory=list)

    @field_validator("supported_languages")
    @classmethod
    def validate_language_codes(cls, languages: Optional[List[str]]) -> Optional[List[str]]:
        """Only codes of languages."""
        validate_language_codes(languages or [])
        return languages

    @field_validator("recognizers", mode="before")
    @classmethod
    def parse_recognizers(cls, recognizers: Any) -> List[Any]:
        """Each entry as its model; names stay names."""
        if recognizers is None:
            raise ValueError("'recognizers' is required: a list of entries")
        if not isinstance(recognizers, list):
            raise ValueError("Recognizers must be a list")
        return [_entry(one) if isinstance(one, dict) else one for one in recognizers]

    @model_validator(mode="after")
    def validate_recognizers_not_empty(self) -> RecognizerRegistryConfig:
        """At least one entry."""
        if not self.recognizers:
            raise ValueError("'recognizers' must have an entry. Found an empty recognizers list.")
        return self

    @model_validator(mode="after")
    def validate_languages_for_custom_recognizers(self) -> RecognizerRegistryConfig:
        """A custom entry serves languages: its own, or the registry's."""
        for one in self.recognizers:
            if not isinstance(one, CustomRecognizerConfig) or self.supported_languages:
                continue
            if not one.supported_language and not one.supported_languages:
                raise ValueError(
                    f"Language configuration missing for custom recognizer '{one.name}': give it "
                    f"supported_languages, or the registry"
                )
        return self

    @model_validator(mode="after")
    def validate_language_presence(self) -> RecognizerRegistryConfig:
        """The same for all entries; kept for code that calls it by name."""
        return self


def _entry(fields: Dict[str, Any]) -> BaseModel:
    kind = fields.get("type")
    is_custom = {"patterns", "deny_list"} & set(fields)
    if kind == "predefined" and is_custom:
        raise ValueError(
            f"Recognizer '{fields.get('name')}' is marked as 'predefined' but has 'patterns' or 'deny_list'; "
            f"write type: custom, or leave them out"
        )
    kind = kind or ("custom" if is_custom else "predefined")
    fields = {**fields, "type": kind}
    if kind == "custom":
        return CustomRecognizerConfig(**fields)
    if kind == "predefined":
        name = fields.get("class_name") or fields.get("name") or ""
        return CONFIG_MODEL_MAP.get(name, PredefinedRecognizerConfig)(**fields)
    raise ValueError(f"Invalid recognizer type: {kind}. It is 'predefined' or 'custom'.")
