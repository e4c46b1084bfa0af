"""An NLP engine from a configuration."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any, Dict, Optional, Tuple, Type, Union

from redact.presidio_analyzer._configuration import default_file, read_yaml
from redact.presidio_analyzer.nlp_engine.ner_model_configuration import NerModelConfiguration
from redact.presidio_analyzer.nlp_engine.nlp_engine import NlpEngine
from redact.presidio_analyzer.nlp_engine.no_op_nlp_engine import NoOpNlpEngine
from redact.presidio_analyzer.nlp_engine.slim_spacy_nlp_engine import SlimSpacyNlpEngine
from redact.presidio_analyzer.nlp_engine.spacy_nlp_engine import SpacyNlpEngine
from redact.presidio_analyzer.nlp_engine.stanza_nlp_engine import StanzaNlpEngine
from redact.presidio_analyzer.nlp_engine.tokenizer_nlp_engine import TokenizerNlpEngine
from redact.presidio_analyzer.nlp_engine.transformers_nlp_engine import TransformersNlpEngine

logger = logging.getLogger("presidio-analyzer")

_WITHOUT_A_MODEL: Dict[str, Any] = {"tokenizer": TokenizerNlpEngine, "no_op": NoOpNlpEngine}


class NlpEngineProvider:
    """Makes the NLP engine that a configuration names; without one, the built-in tokenizer.

    :param nlp_engines: the classes to choose from, by their ``engine_name``.
    :param conf_file: a YAML file.
    :param nlp_configuration: the same as a dictionary: ``nlp_engine_name``, ``models``, and
        ``ner_model_configuration``.
    """

    def __init__(
        self,
        nlp_engines: Optional[Tuple[Type[NlpEngine], ...]] = None,
        conf_file: Optional[Union[Path, str]] = None,
        nlp_configuration: Optional[Dict[str, Any]] = None,
    ) -> None:
        if conf_file and nlp_configuration:
            raise ValueError("Either conf_file or nlp_configuration should be provided, not both.")
        if nlp_engines is None:
            engines = (SpacyNlpEngine, SlimSpacyNlpEngine, StanzaNlpEngine, TransformersNlpEngine)
            nlp_engines = tuple(engine for engine in engines if engine.is_available)
        self.nlp_engines: Dict[str, Any] = {
            str(getattr(engine, "engine_name", engine.__name__)): engine
            for engine in nlp_engines
            if getattr(engine, "is_available", True)
        }
        # Imported here: what checks registries knows the recognizers, and they the NLP engines.
        from redact.presidio_analyzer.input_validation import ConfigurationValidator

        if conf_file is not None:
            if conf_file == "":
                raise ValueError("conf_file is empty")
            ConfigurationValidator.validate_file_path(conf_file)
            nlp_configuration = self._read_nlp_conf(conf_file)
        elif nlp_configuration is None:
            nlp_configuration = self._read_nlp_conf(self._get_full_conf_path())
        self.nlp_configuration = ConfigurationValidator.validate_nlp_configuration(nlp_configuration)

    @staticmethod
    def _read_nlp_conf(conf_file: Union[Path, str]) -> Dict[str, Any]:
        return read_yaml(conf_file)

    @staticmethod
    def _get_full_conf_path(default_conf_file: Union[Path, str] = "default.yaml") -> Path:
        return default_file(default_conf_file)

    def create_engine(self) -> NlpEngine:
        """The engine, loaded."""
        configuration = self.nlp_configuration
        name = configuration["nlp_engine_name"]
        engine_class = self.nlp_engines.get(name) or _WITHOUT_A_MODEL.get(name)
        if engine_class is None:
            raise ValueError(
                f"NLP engine '{name}' is not available. "
                f"Make sure you have all required packages installed"
            )
        models = configuration["models"]
        engine: NlpEngine
        if name == "tokenizer":
            engine = engine_class(supported_languages=[model["lang_code"] for model in models])
        elif name == "slim":
            engine = engine_class(
                models=models, generic_tokenizer=configuration.get("generic_tokenizer")
            )
        elif "ner_model_configuration" in configuration:
            ner = NerModelConfiguration.from_dict(configuration["ner_model_configuration"] or {})
            engine = engine_class(models=models, ner_model_configuration=ner)
        else:
            engine = engine_class(models=models)
        engine.load()
        return engine
