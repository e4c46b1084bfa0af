"""Recognizers from their configuration."""

from __future__ import annotations

import inspect
import logging
from pathlib import Path
from typing import Any, Dict, Iterable, List, Mapping, Optional, Set, Tuple, Type, Union

from redact.presidio_analyzer._configuration import default_file, read_yaml
from redact.presidio_analyzer.entity_recognizer import EntityRecognizer
from redact.presidio_analyzer.pattern_recognizer import PatternRecognizer

logger = logging.getLogger("presidio-analyzer")

Entry = Union[Dict[str, Any], str]


class PredefinedRecognizerNotFoundError(Exception):
    """There is no recognizer class of a name."""


class RecognizerListLoader:
    """Makes recognizers from the entries of a registry's configuration."""

    SUPPORTED_ENTITY = "supported_entity"
    SUPPORTED_ENTITIES = "supported_entities"

    @staticmethod
    def is_recognizer_enabled(recognizer_conf: Entry) -> bool:
        """Whether an entry is enabled; it is unless it says otherwise."""
        return isinstance(recognizer_conf, str) or bool(recognizer_conf.get("enabled", True))

    @staticmethod
    def get_recognizer_name(recognizer_conf: Entry) -> str:
        """The name of the class an entry speaks of."""
        if isinstance(recognizer_conf, str):
            return recognizer_conf
        name: str = recognizer_conf.get("class_name") or recognizer_conf["name"]
        return name

    @staticmethod
    def _get_recognizer_context(recognizer: Entry) -> Optional[List[str]]:
        if isinstance(recognizer, str):
            return None
        return recognizer.get("context")

    @staticmethod
    def _get_recognizer_languages(
        recognizer_conf: Entry, supported_languages: Iterable[str]
    ) -> List[Dict[str, Any]]:
        """The languages of an entry, each with its context words."""
        if isinstance(recognizer_conf, str):
            return [{"supported_language": one, "context": None} for one in supported_languages]
        languages = recognizer_conf.get("supported_languages")
        if not languages:
            context = recognizer_conf.get("context")
            single = recognizer_conf.get("supported_language")
            if single and not RecognizerListLoader._is_predefined(recognizer_conf):
                return [{"supported_language": single, "context": context}]
            return [{"supported_language": one, "context": context} for one in supported_languages]
        return [
            {"supported_language": one, "context": None}
            if isinstance(one, str)
            else {"supported_language": one["language"], "context": one.get("context")}
            for one in languages
        ]

    @staticmethod
    def _is_predefined(recognizer_conf: Entry) -> bool:
        if isinstance(recognizer_conf, str):
            return True
        kind = recognizer_conf.get("type")
        if kind is not None:
            return bool(kind == "predefined")
        return not ({"patterns", "deny_list"} & set(recognizer_conf))

    @staticmethod
    def _split_recognizers(
        recognizers_conf: Iterable[Entry],
    ) -> Tuple[List[Entry], List[Entry]]:
        """The predefined entries and the custom ones."""
        predefined: List[Entry] = []
        custom: List[Entry] = []
        for entry in recognizers_conf:
            is_predefined = RecognizerListLoader._is_predefined(entry)
            (predefined if is_predefined else custom).append(entry)
        return predefined, custom

    @staticmethod
    def get_all_existing_recognizers(
        cls: Optional[Type[EntityRecognizer]] = None,
    ) -> Set[Type[EntityRecognizer]]:
        """Every class that inherits from ``EntityRecognizer``, or from the class given."""
        import redact.presidio_analyzer.predefined_recognizers  # noqa: F401 - its classes count

        found: Set[Type[EntityRecognizer]] = set()
        ahead: List[Type[EntityRecognizer]] = [cls or EntityRecognizer]
        while ahead:
            for below in ahead.pop().__subclasses__():
                if below not in found:
                    found.add(below)
                    ahead.append(below)
        return found

    @staticmethod
    def get_existing_recognizer_cls(recognizer_name: str) -> Type[EntityRecognizer]:
        """The class of a name: a predefined one, or one of the caller's.

        :raises PredefinedRecognizerNotFoundError: if there is none.
        """
        from redact.presidio_analyzer import predefined_recognizers

        known = getattr(predefined_recognizers, recognizer_name, None)
        if isinstance(known, type) and issubclass(known, EntityRecognizer):
            return known
        for one in RecognizerListLoader.get_all_existing_recognizers():
            if one.__name__ == recognizer_name:
                return one
        raise PredefinedRecognizerNotFoundError(
            f"there is no recognizer class {recognizer_name} that inherits from EntityRecognizer"
        )

    @staticmethod
    def _prepare_recognizer_kwargs(
        recognizer_conf: Dict[str, Any],
        language_conf: Dict[str, Any],
        recognizer_cls: Type[EntityRecognizer],
    ) -> Dict[str, Any]:
        """The arguments of a class's constructor, of what an entry says."""
        left_out = {"enabled", "type", "supported_languages", "class_name", "country_code"}
        left_out.add("score_thresholds")
        kwargs = {name: value for name, value in recognizer_conf.items() if name not in left_out}
        kwargs.update(language_conf)
        parameters: Mapping[str, inspect.Parameter]
        try:
            parameters = inspect.signature(recognizer_cls.__init__).parameters
        except (TypeError, ValueError):
            parameters = {}
        singular, plural = RecognizerListLoader.SUPPORTED_ENTITY, RecognizerListLoader.SUPPORTED_ENTITIES
        if kwargs.get(plural) and plural not in parameters and singular in parameters:
            RecognizerListLoader._convert_supported_entities_to_entity(kwargs)
        elif kwargs.get(singular) and singular not in parameters and plural in parameters:
            kind = kwargs.pop(singular)
            kwargs.setdefault(plural, [kind])
        if any(one.kind is inspect.Parameter.VAR_KEYWORD for one in parameters.values()):
            if singular not in parameters:
                # What takes any keyword may hand it on to a class that takes the plural alone.
                kwargs.pop(singular, None)
            return {name: value for name, value in kwargs.items() if value is not None}
        return {
            name: value
            for name, value in kwargs.items()
            if name in parameters and value is not None
        }

    @staticmethod
    def _convert_supported_entities_to_entity(conf: Dict[str, Any]) -> None:
        """Name the first kind of a list alone; the configuration is changed."""
        kinds = conf.pop(RecognizerListLoader.SUPPORTED_ENTITIES, None)
        if kinds:
            conf[RecognizerListLoader.SUPPORTED_ENTITY] = kinds[0]

    @staticmethod
    def _create_predefined(
        entry: Entry, supported_languages: Iterable[str], global_regex_flags: Optional[int]
    ) -> List[EntityRecognizer]:
        fields: Dict[str, Any] = {"name": entry} if isinstance(entry, str) else entry
        made: List[EntityRecognizer] = []
        recognizer_cls: Any = RecognizerListLoader.get_existing_recognizer_cls(
            RecognizerListLoader.get_recognizer_name(entry)
        )
        RecognizerListLoader._validate_yaml_country_code(entry, recognizer_cls, fields["name"])
        wanted = set(supported_languages)
        for language in RecognizerListLoader._get_recognizer_languages(entry, supported_languages):
            if language["supported_language"] not in wanted:
                continue
            kwargs = RecognizerListLoader._prepare_recognizer_kwargs(
                fields, language, recognizer_cls
            )
            recognizer = recognizer_cls(**kwargs)
            if isinstance(recognizer, PatternRecognizer) and global_regex_flags is not None:
                recognizer.global_regex_flags = global_regex_flags
            if fields.get("score_thresholds") is not None:
                recognizer.score_thresholds = fields["score_thresholds"]
            made.append(recognizer)
        return made

    @staticmethod
    def _create_custom_recognizers(
        recognizer_conf: Dict[str, Any], supported_languages: Iterable[str]
    ) -> List[PatternRecognizer]:
        """One recognizer for each language of a custom entry."""
        languages = RecognizerListLoader._get_recognizer_languages(
            recognizer_conf, supported_languages
        )
        left_out = {"enabled", "type", "supported_languages", "supported_language", "context"}
        left_out |= {"class_name", "score_thresholds"}
        fields = RecognizerListLoader._filter_recognizer_fields(recognizer_conf, left_out)
        fields = {name: value for name, value in fields.items() if value is not None}
        made = []
        for language in languages:
            recognizer = PatternRecognizer.from_dict({**fields, **language})
            if recognizer_conf.get("score_thresholds") is not None:
                recognizer.score_thresholds = recognizer_conf["score_thresholds"]
            made.append(recognizer)
        return made

    @staticmethod
    def _filter_recognizer_fields(
        recognizer_conf: Dict[str, Any], to_exclude: Set[str]
    ) -> Dict[str, Any]:
        return {name: value for name, value in recognizer_conf.items() if name not in to_exclude}

    @staticmethod
    def _is_language_supported_globally(
        recognizer: EntityRecognizer, supported_languages: Iterable[str]
    ) -> bool:
        return recognizer.supported_language in supported_languages

    @staticmethod
    def _normalize_countries(countries: Iterable[str]) -> Set[str]:
        if isinstance(countries, str) or not isinstance(countries, Iterable):
            raise TypeError(
                f"countries must be an iterable of strings such as ['us'], not {type(countries).__name__}"
            )
        codes = set()
        for country in countries:
            if not isinstance(country, str):
                raise TypeError(f"a country must be a string, not {type(country).__name__}")
            code = country.strip().lower()
            if not code:
                raise ValueError("a country must be a non-empty string such as 'us'")
            codes.add(code)
        return codes

    @staticmethod
    def _validate_yaml_country_code(
        recognizer_conf: Entry, recognizer_cls: Type[EntityRecognizer], recognizer_name: str
    ) -> None:
        if isinstance(recognizer_conf, str) or recognizer_conf.get("country_code") is None:
            return
        written = recognizer_conf["country_code"]
        if not isinstance(written, str) or not written.strip():
            raise ValueError(f"country_code of the entry {recognizer_name} must be a non-empty string")
        own = recognizer_cls.COUNTRY_CODE
        if own is None:
            raise ValueError(
                f"the entry {recognizer_name} has a country_code, but its class has no ``COUNTRY_CODE`` attribute: "
                f"give it to the class, or leave it out of the entry"
            )
        if written.strip().lower() != own.strip().lower():
            raise ValueError(
                f"country_code {written!r} of the entry {recognizer_name} disagrees with class-level "
                f"COUNTRY_CODE {own!r}"
            )

    @staticmethod
    def _get_recognizer_country(recognizer: EntityRecognizer) -> Optional[str]:
        return recognizer.country_code()

    @staticmethod
    def filter_by_countries(
        recognizers: Iterable[EntityRecognizer], countries: Iterable[str]
    ) -> List[EntityRecognizer]:
        """The recognizers for no country and for these."""
        wanted = RecognizerListLoader._normalize_countries(countries)
        kept = list(recognizers)
        known = {one.country_code() for one in kept}
        for country in sorted(wanted - {code for code in known if code}):
            logger.warning("No recognizer has the country_code %r.", country)
        return [one for one in kept if one.country_code() is None or one.country_code() in wanted]

    @staticmethod
    def get(
        recognizers: Iterable[Entry],
        supported_languages: Iterable[str],
        global_regex_flags: Optional[int],
        supported_countries: Optional[Iterable[str]] = None,
    ) -> List[EntityRecognizer]:
        """The recognizers of the entries that are enabled, for these languages and countries.

        :raises PredefinedRecognizerNotFoundError: if a class is not known.
        """
        languages = list(supported_languages)
        enabled = [one for one in recognizers if RecognizerListLoader.is_recognizer_enabled(one)]
        predefined, custom = RecognizerListLoader._split_recognizers(enabled)
        made: List[EntityRecognizer] = []
        for entry in predefined:
            made.extend(
                RecognizerListLoader._create_predefined(entry, languages, global_regex_flags)
            )
        for entry in custom:
            made.extend(RecognizerListLoader._create_custom_recognizers(entry, languages))  # type: ignore[arg-type]
        made = [
            one
            for one in made
            if RecognizerListLoader._is_language_supported_globally(one, languages)
        ]
        if supported_countries is not None:
            made = RecognizerListLoader.filter_by_countries(made, supported_countries)
        return made


class RecognizerConfigurationLoader:
    """Reads the configuration of a registry."""

    mandatory_keys = ["supported_languages", "recognizers", "global_regex_flags"]

    @staticmethod
    def _merge_configuration(
        registry_configuration: Dict[str, Any], config_from_file: Dict[str, Any]
    ) -> Dict[str, Any]:
        """The caller's fields, and what he left out from the default file."""
        return {**config_from_file, **registry_configuration}

    @staticmethod
    def get(
        conf_file: Optional[Union[Path, str]] = None,
        registry_configuration: Optional[Dict[str, Any]] = None,
    ) -> Dict[str, Any]:
        """The configuration of a file, or a dictionary completed from the default file.

        :raises ValueError: if it is not a valid configuration.
        """
        from redact.presidio_analyzer.input_validation import ConfigurationValidator

        if registry_configuration is not None and not conf_file:
            configuration = RecognizerConfigurationLoader._merge_configuration(
                registry_configuration,
                read_yaml(RecognizerConfigurationLoader._get_full_conf_path()),
            )
        elif conf_file:
            try:
                configuration = read_yaml(conf_file)
            except OSError:
                logger.warning("No configuration at %s: the default one is used.", conf_file)
                configuration = read_yaml(RecognizerConfigurationLoader._get_full_conf_path())
            configuration = {**configuration, **(registry_configuration or {})}
            missing = [
                key
                for key in RecognizerConfigurationLoader.mandatory_keys
                if key not in configuration and key != "global_regex_flags"
            ]
            if not set(RecognizerConfigurationLoader.mandatory_keys) & set(configuration):
                raise ValueError(
                    f"the configuration does not contain any of the mandatory keys "
                    f"{RecognizerConfigurationLoader.mandatory_keys}"
                )
            if missing:
                raise ValueError(f"the configuration lacks the mandatory keys {missing}")
            configuration.setdefault("global_regex_flags", 26)
        else:
            configuration = read_yaml(RecognizerConfigurationLoader._get_full_conf_path())
        return ConfigurationValidator.validate_recognizer_registry_configuration(configuration)

    @staticmethod
    def _get_full_conf_path(
        default_conf_file: Union[Path, str] = "default_recognizers.yaml",
    ) -> Path:
        return default_file(default_conf_file)
