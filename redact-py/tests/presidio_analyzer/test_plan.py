"""The native way answers what the way step by step answers, and notices every change."""

import pickle
import random
import threading
from typing import Any, Callable, Dict, List

import pytest

from redact.presidio_analyzer import (
    AnalyzerEngine,
    LemmaContextAwareEnhancer,
    Pattern,
    PatternRecognizer,
    RecognizerRegistry,
)
from redact.presidio_analyzer.nlp_engine import TokenizerNlpEngine

TEXT = "session a55b55c5-9a2c-4b0e-8a51-6d3f3c0a9b11, code AB-12 はab-34です 𝒳 cd-56"


class OtherTokenizer(TokenizerNlpEngine):
    """The same words, but not the built-in engine: the work is done step by step."""


def rows(results: List[Any]) -> Any:
    return [(one.entity_type, one.start, one.end, one.score) for one in results]


def recognizers() -> List[Any]:
    from redact.presidio_analyzer.predefined_recognizers import UuidRecognizer

    return [
        UuidRecognizer(),
        PatternRecognizer(
            "CODE", name="code", patterns=[Pattern("c", r"[a-z]{2}-\d\d", 0.3)], context=["code"]
        ),
        PatternRecognizer("WORD", name="word", deny_list=["session", "です"]),
    ]


def pair() -> Any:
    both = []
    for nlp_engine in (TokenizerNlpEngine(), OtherTokenizer()):
        registry = RecognizerRegistry(recognizers())
        both.append(AnalyzerEngine(registry=registry, nlp_engine=nlp_engine))
    return both


def runs_natively(engine: AnalyzerEngine) -> bool:
    return engine._plans["en"].native is not None


def test_both_ways_answer_the_same() -> None:
    native, stepwise = pair()
    answer = native.analyze(TEXT, "en")
    assert len(answer) == 5
    assert runs_natively(native)
    assert rows(answer) == rows(stepwise.analyze(TEXT, "en"))
    assert not runs_natively(stepwise)
    explained = native.analyze(TEXT, "en", return_decision_process=True)
    also = stepwise.analyze(TEXT, "en", return_decision_process=True)
    assert [one.analysis_explanation.to_dict() for one in explained] == [
        one.analysis_explanation.to_dict() for one in also
    ]
    assert [sorted(one.recognition_metadata) for one in explained] == [
        sorted(one.recognition_metadata) for one in also
    ]


def test_made_up_texts_are_answered_alike() -> None:
    native, stepwise = pair()
    dice = random.Random(7)
    pieces = ["code", "AB-12", "ab-3", "。", "は", " ", ", ", "session", "です", "𝒳", "\n", "x_y", "12"]
    for _ in range(300):
        text = "".join(dice.choices(pieces, k=dice.randrange(12)))
        options: Dict[str, Any] = dice.choice(
            [{}, {"context": ["CODE"]}, {"entities": ["CODE"]}, {"score_threshold": 0.5}]
        )
        assert rows(native.analyze(text, "en", **options)) == rows(
            stepwise.analyze(text, "en", **options)
        ), (text, options)


CHANGES: List[Callable[[Any], Any]] = [
    lambda engine: engine.registry.recognizers.pop(),
    lambda engine: engine.registry.remove_recognizer("code"),
    lambda engine: engine.registry.recognizers[1].context.clear(),
    lambda engine: setattr(engine.registry.recognizers[1], "context", ["session"]),
    lambda engine: setattr(engine.registry.recognizers[1], "context", None),
    lambda engine: engine.registry.recognizers[1].patterns.pop(),
    lambda engine: setattr(engine.registry.recognizers[1].patterns[0], "score", 0.9),
    lambda engine: setattr(engine.registry.recognizers[1].patterns[0], "regex", r"\d\d"),
    lambda engine: setattr(engine.registry.recognizers[0].patterns[0], "score", 0.1),
    lambda engine: setattr(engine.registry.recognizers[0].patterns[0], "regex", r"a55b\w+"),
    lambda engine: setattr(engine.registry.recognizers[1], "score_thresholds", {"default": 0.9}),
    lambda engine: engine.registry.recognizers[1].score_thresholds.update({"CODE": 0.9}),
    lambda engine: setattr(engine.registry.recognizers[1], "supported_language", "ja"),
    lambda engine: engine.registry.recognizers[1].supported_entities.__setitem__(0, "OTHER"),
    lambda engine: setattr(engine.registry.recognizers[2], "validate_result", lambda _: False),
    lambda engine: setattr(engine.registry.recognizers[2], "analyze", lambda **_: []),
    lambda engine: setattr(engine.context_aware_enhancer, "context_similarity_factor", 0.6),
    lambda engine: setattr(
        engine, "context_aware_enhancer", LemmaContextAwareEnhancer(context_prefix_count=0)
    ),
    lambda engine: setattr(engine, "default_score_threshold", 0.7),
]


@pytest.mark.parametrize("number", range(len(CHANGES)))
def test_a_change_is_noticed(number: int) -> None:
    # Patterns of classes are shared by their instances: what a change does to them is undone.
    from redact.presidio_analyzer.predefined_recognizers import UuidRecognizer

    shared = UuidRecognizer.PATTERNS[0]
    before = (shared.score, shared.regex)
    try:
        native, stepwise = pair()
        unchanged = rows(native.analyze(TEXT, "en"))
        CHANGES[number](native)
        CHANGES[number](stepwise)
        answer = rows(native.analyze(TEXT, "en"))
        assert answer != unchanged
        assert answer == rows(stepwise.analyze(TEXT, "en"))
    finally:
        shared.score, shared.regex = before


def test_unknown_languages_are_not_kept() -> None:
    engine = pair()[0]
    for number in range(20):
        with pytest.raises(ValueError, match="No matching recognizers"):
            engine.analyze(TEXT, f"x{number}")
    assert not engine._plans


def test_half_a_character_is_no_error() -> None:
    native, stepwise = pair()
    text = "code \ud800 ab-12"
    assert rows(native.analyze(text, "en")) == rows(stepwise.analyze(text, "en"))
    assert rows(native.analyze(text, "en"))[0][1:3] == (7, 12)


def test_an_unfinished_search_is_an_error() -> None:
    hostile = PatternRecognizer("X", patterns=[Pattern("slow", r"^(?:(a|aa)\1?)+(?=z)", 0.5)])
    text = "a" * 60 + " z"
    for nlp_engine in (None, OtherTokenizer()):
        engine = AnalyzerEngine(registry=RecognizerRegistry([hostile]), nlp_engine=nlp_engine)
        with pytest.raises(TimeoutError, match="too many steps"):
            engine.analyze(text, "en")


def test_an_engine_is_shared_by_threads_and_pickled() -> None:
    engine = pickle.loads(pickle.dumps(pair()[0]))
    wanted = rows(engine.analyze(TEXT, "en"))
    answers: List[Any] = []

    def work() -> None:
        for _ in range(50):
            answers.append(rows(engine.analyze(TEXT, "en")))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 200
    assert all(answer == wanted for answer in answers)
