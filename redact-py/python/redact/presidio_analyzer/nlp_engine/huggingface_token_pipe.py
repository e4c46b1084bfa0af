"""The labels of a Hugging Face model as spans of a spaCy document; this module alone needs spaCy to be imported."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, Iterable, Iterator, List, Mapping, Optional, Sequence

try:
    from spacy import util  # type: ignore[import-not-found, unused-ignore]
    from spacy.language import Language  # type: ignore[import-not-found, unused-ignore]
    from spacy.pipeline import Pipe  # type: ignore[import-not-found, unused-ignore]
    from spacy.tokens import Doc, SpanGroup  # type: ignore[import-not-found, unused-ignore]
except ImportError:
    raise ImportError("HuggingFaceTokenPipe needs the package spacy, which is not installed") from None

from redact.presidio_analyzer.nlp_engine.device_detector import device_detector

hf_pipeline: Any
try:
    from transformers import pipeline as hf_pipeline  # type: ignore[import-not-found, no-redef, unused-ignore]
except ImportError:
    hf_pipeline = None

FACTORY_NAME = "presidio_hf_token_pipe"


def is_available() -> bool:
    """Whether the package transformers is installed."""
    return hf_pipeline is not None


@Language.factory(  # type: ignore[untyped-decorator, misc, unused-ignore]
    FACTORY_NAME,
    default_config={
        "model": "",
        "revision": "main",
        "stride": 14,
        "aggregation_strategy": "max",
        "alignment_mode": "expand",
        "spans_key": "bert-base-ner",
        "pipeline_kwargs": {},
    },
)
def create_huggingface_token_pipe(
    nlp: Any,
    name: str,
    model: str,
    revision: str,
    stride: Optional[int],
    aggregation_strategy: str,
    alignment_mode: str,
    spans_key: str,
    pipeline_kwargs: Dict[str, Any],
) -> HuggingFaceTokenPipe:
    """A component of spaCy for a model of Hugging Face, which must be installed.

    :raises ImportError: if transformers is not installed.
    """
    if hf_pipeline is None:
        raise ImportError("the model needs the package transformers, which is not installed")
    if not model:
        raise ValueError("model must name a token-classification model of Hugging Face")
    options: Dict[str, Any] = {
        "task": "token-classification",
        "model": model,
        "revision": revision,
        "aggregation_strategy": aggregation_strategy,
        "device": device_detector.get_device(),
        **pipeline_kwargs,
    }
    if stride is not None:
        options["stride"] = stride
    return HuggingFaceTokenPipe(name, hf_pipeline(**options), alignment_mode, spans_key)


class HuggingFaceTokenPipe(Pipe):  # type: ignore[misc, unused-ignore]
    """Writes what a token-classification pipeline finds into ``doc.spans``, with scores.

    A text whose model fails is not passed on as if nothing were in it: the model's exception goes to the caller.

    :param pipeline: called with a list of texts; returns for each a list of dictionaries with ``entity_group`` or
        ``entity``, ``start``, ``end`` and ``score``.
    :param spans_key: the key in ``doc.spans``.
    """

    def __init__(self, name: str, pipeline: Any, alignment_mode: str, spans_key: str) -> None:
        self.name = name
        self.pipeline = pipeline
        self.alignment_mode = alignment_mode
        self.spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        return self._with_spans(doc, self._checked(self.pipeline(doc.text)))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """The documents with their spans; the model takes ``batch_size`` at once."""
        for batch in util.minibatch(stream, size=batch_size):
            docs = list(batch)
            found = self.pipeline([doc.text for doc in docs])
            if not isinstance(found, list) or len(found) != len(docs):
                raise ValueError("the model did not return one list for each text")
            for doc, predictions in zip(docs, found):
                yield self._with_spans(doc, self._checked(predictions))

    @staticmethod
    def _checked(predictions: Any) -> Sequence[Mapping[str, Any]]:
        if not isinstance(predictions, list):
            raise TypeError("the model must return a list of dictionaries")
        for one in predictions:
            if not isinstance(one, Mapping):
                raise TypeError("the model must return a list of dictionaries")
            label = one.get("entity_group") or one.get("entity")
            offsets = (one.get("start"), one.get("end"))
            if not isinstance(label, str) or not all(isinstance(place, int) for place in offsets):
                raise ValueError("a prediction of the model lacks its label or its offsets")
            if not isinstance(one.get("score"), (int, float)) and not hasattr(one.get("score"), "item"):
                raise ValueError("a prediction of the model lacks its score")
        return predictions

    def _with_spans(self, doc: Doc, predictions: Sequence[Mapping[str, Any]]) -> Doc:
        spans: List[Any] = []
        scores: List[float] = []
        end_of_last = 0
        for one in predictions:
            label = one.get("entity_group") or one["entity"]
            span = doc.char_span(one["start"], one["end"], label=label, alignment_mode=self.alignment_mode)
            if span is None or span.start_char < end_of_last:
                continue
            end_of_last = span.end_char
            spans.append(span)
            scores.append(float(one["score"]))
        doc.spans[self.spans_key] = SpanGroup(doc, spans=spans, attrs={"scores": scores})
        return doc

    def to_bytes(self, **kwargs: Any) -> bytes:
        """Nothing: the component is made from its configuration."""
        return b""

    def from_bytes(self, bytes_data: bytes, **kwargs: Any) -> HuggingFaceTokenPipe:
        """The component itself."""
        return self

    def to_disk(self, path: Path, **kwargs: Any) -> None:
        """Nothing is written."""

    def from_disk(self, path: Path, **kwargs: Any) -> HuggingFaceTokenPipe:
        """The component itself."""
        return self
