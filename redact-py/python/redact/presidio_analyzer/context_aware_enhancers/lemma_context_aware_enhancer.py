"""Context words compared with the lemmas around a result."""

from __future__ import annotations

import copy
import logging
from bisect import bisect_left
from typing import TYPE_CHECKING, Any, List, Optional

from redact.presidio_analyzer.context_aware_enhancers.context_aware_enhancer import (
    ContextAwareEnhancer,
)
from redact.presidio_analyzer.entity_recognizer import EntityRecognizer
from redact.presidio_analyzer.recognizer_result import RecognizerResult

if TYPE_CHECKING:
    from redact.presidio_analyzer.nlp_engine import NlpArtifacts

logger = logging.getLogger("presidio-analyzer")

_MODES = ("substring", "whole_word")


class LemmaContextAwareEnhancer(ContextAwareEnhancer):
    """Raises the score of a result if a context word of its recognizer stands near it.

    :param context_matching_mode: ``substring`` if a context word may be a part of a word of the text,
        ``whole_word`` if not.
    """

    def __init__(
        self,
        context_similarity_factor: float = 0.35,
        min_score_with_context_similarity: float = 0.4,
        context_prefix_count: int = 5,
        context_suffix_count: int = 0,
        context_matching_mode: str = "substring",
    ) -> None:
        if context_matching_mode not in _MODES:
            raise ValueError(
                f"context_matching_mode must be one of: 'whole_word', 'substring'. "
                f"Got: {context_matching_mode}"
            )
        super().__init__(
            context_similarity_factor=context_similarity_factor,
            min_score_with_context_similarity=min_score_with_context_similarity,
            context_prefix_count=context_prefix_count,
            context_suffix_count=context_suffix_count,
        )
        self.context_matching_mode = context_matching_mode

    def enhance_using_context(
        self,
        text: str,
        raw_results: List[RecognizerResult],
        nlp_artifacts: NlpArtifacts,
        recognizers: List[EntityRecognizer],
        context: Optional[List[str]] = None,
    ) -> List[RecognizerResult]:
        """Copies of the results, with scores raised where a context word supports them."""
        results = copy.deepcopy(raw_results)
        if nlp_artifacts is None:
            logger.warning("No NLP artifacts: context is not regarded.")
            return results
        by_id = {recognizer.id: recognizer for recognizer in recognizers}
        words_of_caller = [word.lower() for word in context] if context else []
        for result in results:
            metadata = result.recognition_metadata
            if not metadata:
                continue
            identifier = metadata.get(RecognizerResult.RECOGNIZER_IDENTIFIER_KEY)
            recognizer = by_id.get(identifier) if identifier else None
            if recognizer is None or not recognizer.context:
                continue
            if metadata.get(RecognizerResult.IS_SCORE_ENHANCED_BY_CONTEXT_KEY):
                continue
            surrounding = self._extract_surrounding_words(
                nlp_artifacts, text[result.start : result.end], result.start
            )
            surrounding.extend(words_of_caller)
            word = self._find_supportive_word_in_context(
                surrounding, recognizer.context, self.context_matching_mode
            )
            if word:
                self._raise_score(result, word)
        return results

    def _raise_score(self, result: RecognizerResult, word: str) -> None:
        score = result.score + self.context_similarity_factor
        score = max(score, self.min_score_with_context_similarity)
        result.score = min(score, ContextAwareEnhancer.MAX_SCORE)
        if result.analysis_explanation:
            result.analysis_explanation.set_supportive_context_word(word)
            result.analysis_explanation.set_improved_score(result.score)

    @staticmethod
    def _find_supportive_word_in_context(
        context_list: List[str],
        recognizer_context_list: List[str],
        matching_mode: str = "substring",
    ) -> str:
        """The first context word of the recognizer that is, or is part of, one of the words."""
        whole = matching_mode == "whole_word"
        for supportive in recognizer_context_list:
            wanted = supportive.lower()
            for word in map(str.lower, context_list):
                if wanted == word if whole else wanted in word:
                    return supportive
        return ""

    def _extract_surrounding_words(
        self, nlp_artifacts: NlpArtifacts, word: str, start: int
    ) -> List[str]:
        if not nlp_artifacts.tokens:
            logger.info("The text has no words: there is no context.")
            return []
        index = self._find_index_of_match_token(
            word, start, nlp_artifacts.tokens, nlp_artifacts.tokens_indices
        )
        keywords = nlp_artifacts.keywords
        backward = self._add_n_words_backward(
            index, self.context_prefix_count, nlp_artifacts.lemmas, keywords
        )
        forward = self._add_n_words_forward(
            index, self.context_suffix_count, nlp_artifacts.lemmas, keywords
        )
        words = dict.fromkeys(backward)
        words.update(dict.fromkeys(forward))
        return list(words)

    @staticmethod
    def _find_index_of_match_token(
        word: str, start: int, tokens: Any, tokens_indices: List[int]
    ) -> int:
        """The place of the token in which the result begins."""
        # Tokens stand in order of their places; the first that ends behind `start` is looked for.
        place = max(bisect_left(tokens_indices, start) - 1, 0)
        for index in range(place, len(tokens)):
            token_start = tokens_indices[index]
            if token_start == start or start < token_start + len(tokens[index]):
                return index
        raise ValueError("a result begins behind the last word of the text")

    @staticmethod
    def _add_n_words(
        index: int,
        n_words: int,
        lemmas: List[str],
        lemmatized_filtered_keywords: List[str],
        is_backward: bool,
    ) -> List[str]:
        """The next keywords from a place on, that place included."""
        keywords = set(lemmatized_filtered_keywords)
        places = range(index, -1, -1) if is_backward else range(index, len(lemmas))
        # The word in which the result begins is counted besides.
        wanted = n_words + 1
        words: List[str] = []
        for place in places:
            if len(words) >= wanted:
                break
            lemma = lemmas[place].lower()
            if lemma in keywords:
                words.append(lemma)
        return words

    def _add_n_words_forward(
        self, index: int, n_words: int, lemmas: List[str], lemmatized_filtered_keywords: List[str]
    ) -> List[str]:
        return self._add_n_words(index, n_words, lemmas, lemmatized_filtered_keywords, False)

    def _add_n_words_backward(
        self, index: int, n_words: int, lemmas: List[str], lemmatized_filtered_keywords: List[str]
    ) -> List[str]:
        return self._add_n_words(index, n_words, lemmas, lemmatized_filtered_keywords, True)
