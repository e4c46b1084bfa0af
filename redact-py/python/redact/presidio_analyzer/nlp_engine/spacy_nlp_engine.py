"""spaCy as NLP engine."""

from __future__ import annotations

import importlib.util
import logging
from typing import Any, ClassVar, Dict, Iterable, Iterator, List, Optional, Sequence, Tuple

from redact.presidio_analyzer.nlp_engine.device_detector import device_detector
from redact.presidio_analyzer.nlp_engine.ner_model_configuration import NerModelConfiguration
from redact.presidio_analyzer.nlp_engine.nlp_artifacts import NlpArtifacts
from redact.presidio_analyzer.nlp_engine.nlp_engine import NlpEngine

logger = logging.getLogger("presidio-analyzer")


def has_package(name: str) -> bool:
    """Whether a package is installed, without importing it."""
    return importlib.util.find_spec(name) is not None


class _Spacy:
    """spaCy, imported when it is first used."""

    def __getattr__(self, name: str) -> Any:
        import spacy  # type: ignore[import-not-found, unused-ignore]

        return getattr(spacy, name)


spacy: Any = _Spacy()


class SpacyNlpEngine(NlpEngine):
    """Words, lemmas and entities of a spaCy pipeline (GiNZA's included).

    Models are never downloaded: they must be installed, or a pipeline is put into ``nlp`` by its
    language, ``engine.nlp = {"ja": spacy.load("ja_ginza")}``.

    :param models: dictionaries with ``lang_code`` and ``model_name``.
    ``load`` raises ``ImportError`` if spaCy is not installed, ``OSError`` if a model is not.
    """

    engine_name: ClassVar[str] = "spacy"
    is_available: ClassVar[bool] = has_package("spacy")

    def __init__(
        self,
        models: Optional[List[Dict[str, Any]]] = None,
        ner_model_configuration: Optional[NerModelConfiguration] = None,
    ) -> None:
        if not models:
            models = [{"lang_code": "en", "model_name": "en_core_web_lg"}]
        self.models = models
        self.ner_model_configuration = ner_model_configuration or NerModelConfiguration()
        self.nlp: Optional[Dict[str, Any]] = None

    def _require(self, package: str) -> None:
        if not has_package(package):
            raise ImportError(
                f"{type(self).__name__} needs the package {package}, which is not installed. "
                f"Install it with its models, or use TokenizerNlpEngine, which needs no model, "
                f"or plug in a subclass of NlpEngine."
            )

    def _enable_gpu(self) -> None:
        device = device_detector.get_device()
        if device == "cpu":
            return
        try:
            spacy.require_gpu()
        except Exception as error:
            logger.warning("Failed to enable GPU (%s): %s; models run on the processor", device, error)

    def load(self) -> None:
        """Load the models, which must be installed."""
        self._require("spacy")
        self._enable_gpu()
        self.nlp = {}
        for model in self.models:
            self._validate_model_params(model)
            self.nlp[model["lang_code"]] = self._load_model(model["model_name"])

    @staticmethod
    def _load_model(name: str, **options: Any) -> Any:
        try:
            return spacy.load(name, **options)
        except OSError as error:
            raise OSError(
                f"spaCy has no model {name}; install it with `python -m spacy download {name}`. "
                f"Nothing is downloaded by itself."
            ) from error

    @staticmethod
    def _validate_model_params(model: Dict[str, Any]) -> None:
        for key in ("lang_code", "model_name"):
            if key not in model:
                raise ValueError(f"{key} is missing from model configuration")
        if not isinstance(model["model_name"], str):
            raise ValueError("model_name must be a string")

    def get_supported_entities(self) -> List[str]:
        """The kinds that the labels are mapped to, without those ignored."""
        configuration = self.ner_model_configuration
        if not configuration.model_to_presidio_entity_mapping:
            raise ValueError("model_to_presidio_entity_mapping is missing from model configuration")
        kinds = set(configuration.model_to_presidio_entity_mapping.values())
        return [kind for kind in sorted(kinds) if kind not in configuration.labels_to_ignore]

    def get_supported_languages(self) -> List[str]:
        """The languages of the loaded models."""
        return list(self._loaded())

    def is_loaded(self) -> bool:
        """Whether the models are loaded."""
        return self.nlp is not None

    def _loaded(self) -> Dict[str, Any]:
        if not self.nlp:
            raise ValueError("NLP engine is not loaded; call load() first")
        return self.nlp

    def process_text(self, text: str, language: str) -> NlpArtifacts:
        """Words and entities of a text."""
        return self._doc_to_nlp_artifact(self.get_nlp(language)(text), language)

    def process_batch(
        self,
        texts: Iterable[Any],
        language: str,
        batch_size: int = 1,
        n_process: int = 1,
        as_tuples: bool = False,
        **kwargs: Any,
    ) -> Iterator[Any]:
        """Each text with its words and entities, and its companion if ``as_tuples``."""
        pipeline = self.get_nlp(language)
        if as_tuples:
            texts = list(texts)
            if not all(isinstance(pair, tuple) and len(pair) == 2 for pair in texts):
                raise ValueError("with 'as_tuples', texts must be a list of tuples (text, context)")
            pairs = ((str(text), companion) for text, companion in texts)
            for doc, companion in pipeline.pipe(
                pairs, as_tuples=True, batch_size=batch_size, n_process=n_process
            ):
                yield doc.text, self._doc_to_nlp_artifact(doc, language), companion
            return
        plain = (str(text) for text in texts)
        for doc in pipeline.pipe(plain, batch_size=batch_size, n_process=n_process):
            yield doc.text, self._doc_to_nlp_artifact(doc, language)

    def is_stopword(self, word: str, language: str) -> bool:
        """Whether spaCy counts the word among the language's stop words."""
        return bool(self.get_nlp(language).vocab[word].is_stop)

    def is_punct(self, word: str, language: str) -> bool:
        """Whether spaCy takes the word for punctuation."""
        return bool(self.get_nlp(language).vocab[word].is_punct)

    def get_nlp(self, language: str) -> Any:
        """The pipeline of a language."""
        pipelines = self._loaded()
        if language not in pipelines:
            raise ValueError(
                f"the language {language!r} is not supported by the NLP engine, which has {sorted(pipelines)}"
            )
        return pipelines[language]

    def _doc_to_nlp_artifact(self, doc: Any, language: str) -> NlpArtifacts:
        entities, scores = self._get_updated_entities(
            self._get_entities(doc), self._get_scores_for_entities(doc)
        )
        return NlpArtifacts(
            entities=entities,
            tokens=doc,
            tokens_indices=[token.idx for token in doc],
            lemmas=[token.lemma_ if token.lemma_ != "" else token.text for token in doc],
            nlp_engine=self,
            language=language,
            scores=scores,
        )

    def _get_entities(self, doc: Any) -> Sequence[Any]:
        return list(doc.ents)

    def _get_scores_for_entities(self, doc: Any) -> List[float]:
        return [self.ner_model_configuration.default_score] * len(self._get_entities(doc))

    def _get_updated_entities(
        self, entities: Sequence[Any], scores: List[float]
    ) -> Tuple[List[Any], List[float]]:
        """The entities under the names of kinds, without those ignored, and their scores."""
        if len(entities) != len(scores):
            raise ValueError("Entities and scores must be the same length")
        configuration = self.ner_model_configuration
        mapping = configuration.model_to_presidio_entity_mapping
        ignored = configuration.labels_to_ignore
        kept: List[Any] = []
        kept_scores: List[float] = []
        for entity, score in zip(entities, scores):
            label = entity.label_
            kind = mapping.get(label, label)
            if label in ignored or kind in ignored:
                continue
            if label not in mapping:
                logger.warning("Entity %s is not mapped to a Presidio entity, but keeping anyway", label)
            entity.label_ = kind
            if kind in configuration.low_score_entity_names:
                score *= configuration.low_confidence_score_multiplier
            kept.append(entity)
            kept_scores.append(score)
        return kept, kept_scores
