"""A transformer as NLP engine, beside spaCy's words."""

from __future__ import annotations

from typing import Any, ClassVar, Dict, List, Optional, Sequence

from redact.presidio_analyzer.nlp_engine.ner_model_configuration import NerModelConfiguration
from redact.presidio_analyzer.nlp_engine.spacy_nlp_engine import SpacyNlpEngine, has_package


FACTORY_NAME = "presidio_hf_token_pipe"
"""The name of the component that spaCy runs the model in."""


class TransformersNlpEngine(SpacyNlpEngine):
    """Words of spaCy, entities of a Hugging Face model (through :class:`HuggingFaceTokenPipe`).

    :param models: ``model_name`` is a dictionary with ``spacy`` and ``transformers``.
    ``load`` raises ``ImportError`` if spaCy or transformers is not installed.
    """

    engine_name: ClassVar[str] = "transformers"
    is_available: ClassVar[bool] = has_package("spacy") and has_package("transformers")

    def __init__(
        self,
        models: Optional[List[Dict[str, Any]]] = None,
        ner_model_configuration: Optional[NerModelConfiguration] = None,
    ) -> None:
        super().__init__(models or [
            {
                "lang_code": "en",
                "model_name": {"spacy": "en_core_web_sm", "transformers": "obi/deid_roberta_i2b2"},
            }
        ], ner_model_configuration)
        self.entity_key = "bert-base-ner"

    def load(self) -> None:
        """Make the pipelines; the models must be there already."""
        for package in ("spacy", "transformers"):
            self._require(package)
        # Its import makes the component known to spaCy.
        from redact.presidio_analyzer.nlp_engine import huggingface_token_pipe  # noqa: F401

        self._enable_gpu()
        import spacy  # type: ignore[import-not-found, unused-ignore]

        self.nlp = {}
        for model in self.models:
            self._validate_model_params(model)
            names: Any = model["model_name"]
            pipeline = spacy.load(names["spacy"], disable=["parser", "ner"])
            pipeline.add_pipe(
                FACTORY_NAME,
                config={
                    "model": names["transformers"],
                    "spans_key": self.entity_key,
                    "stride": self.ner_model_configuration.stride,
                    "alignment_mode": self.ner_model_configuration.alignment_mode,
                    "aggregation_strategy": self.ner_model_configuration.aggregation_strategy,
                },
            )
            self.nlp[model["lang_code"]] = pipeline

    @staticmethod
    def _validate_model_params(model: Dict[str, Any]) -> None:
        for key in ("lang_code", "model_name"):
            if key not in model:
                raise ValueError(f"{key} is missing from model configuration")
        names = model["model_name"]
        if not isinstance(names, dict):
            raise ValueError("model_name must be a dictionary with spacy and transformers")
        for key in ("spacy", "transformers"):
            if key not in names:
                raise ValueError(f"{key} is missing from model configuration")

    def _get_entities(self, doc: Any) -> Sequence[Any]:
        return list(doc.spans[self.entity_key])

    def _get_scores_for_entities(self, doc: Any) -> List[float]:
        return [float(score) for score in doc.spans[self.entity_key].attrs["scores"]]
