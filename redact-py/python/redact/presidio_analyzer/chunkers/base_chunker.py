"""What a chunker is, and how the results of overlapping pieces become one."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Callable, List, Optional, Tuple

from redact.presidio_analyzer.recognizer_result import RecognizerResult

Predict = Callable[[str], List[RecognizerResult]]
Edges = Tuple[bool, bool]
"""Whether a result touches the start, and the end, of its piece where the text goes on."""


@dataclass
class TextChunk:
    """A piece of a text, and where it stands in it, in code points."""

    text: str
    start: int
    end: int


class BaseTextChunker(ABC):
    """Cuts a text into pieces; subclasses write :meth:`chunk`."""

    @abstractmethod
    def chunk(self, text: str) -> List[TextChunk]:
        """The pieces of a text, in order; they may overlap."""

    def predict_with_chunking(self, text: str, predict_func: Predict) -> List[RecognizerResult]:
        """The results for a text, found piece by piece, at their places in the text.

        :param predict_func: finds the results in one piece.
        """
        chunks = self.chunk(text)
        if not chunks:
            return []
        if len(chunks) == 1:
            return predict_func(text)
        results, edges = self._in_pieces(chunks, predict_func)
        return self.deduplicate_overlapping_entities(results, at_chunk_edge=edges)

    def _process_chunks(
        self, chunks: List[TextChunk], process_func: Predict
    ) -> List[RecognizerResult]:
        return self._in_pieces(chunks, process_func)[0]

    @staticmethod
    def _in_pieces(
        chunks: List[TextChunk], predict: Predict
    ) -> Tuple[List[RecognizerResult], List[Edges]]:
        results: List[RecognizerResult] = []
        edges: List[Edges] = []
        for number, chunk in enumerate(chunks):
            has_before, has_after = number > 0, number + 1 < len(chunks)
            for found in predict(chunk.text):
                edges.append(
                    (
                        has_before and not chunk.text[: found.start].strip(),
                        has_after and not chunk.text[found.end :].strip(),
                    )
                )
                # A new result: the caller's may be used elsewhere.
                results.append(
                    RecognizerResult(
                        found.entity_type,
                        found.start + chunk.start,
                        found.end + chunk.start,
                        found.score,
                        found.analysis_explanation,
                        found.recognition_metadata,
                    )
                )
        return results, edges

    def deduplicate_overlapping_entities(
        self,
        predictions: List[RecognizerResult],
        overlap_threshold: float = 0.5,
        at_chunk_edge: Optional[List[Edges]] = None,
    ) -> List[RecognizerResult]:
        """Of results of one kind that overlap, the one with the highest score, in order of their places.

        One that an edge of its piece may have cut gives way to the one that holds it whole.

        :param overlap_threshold: results are the same if they share more than this part of the shorter one.
        :param at_chunk_edge: for each result, whether its start and its end touch an edge.
        """
        edges = at_chunk_edge or [(False, False)] * len(predictions)
        surest_first = sorted(zip(predictions, edges), key=lambda pair: -pair[0].score)
        kept: List[Tuple[RecognizerResult, Edges]] = []
        for pair in surest_first:
            same = [
                place
                for place, (other, _) in enumerate(kept)
                if _is_same(pair[0], other, overlap_threshold)
            ]
            if not same:
                kept.append(pair)
            elif len(same) == 1 and _completes(pair, kept[same[0]]):
                kept[same[0]] = pair
        return sorted((result for result, _ in kept), key=lambda result: result.start)


def _is_same(one: RecognizerResult, other: RecognizerResult, threshold: float) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    shorter = min(one.end - one.start, other.end - other.start)
    return one.entity_type == other.entity_type and shared > 0 and shared / shorter > threshold


def _completes(whole: Tuple[RecognizerResult, Edges], cut: Tuple[RecognizerResult, Edges]) -> bool:
    """Whether the first holds the second and goes on where the second may be cut."""
    (long, long_edges), (short, short_edges) = whole, cut
    if long.start > short.start or long.end < short.end:
        return False
    before = short_edges[0] and not long_edges[0] and long.start < short.start
    after = short_edges[1] and not long_edges[1] and long.end > short.end
    return before or after
