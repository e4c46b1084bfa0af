"""Answers recorded from presidio-analyzer 2.2.366: caller's patterns, checks, context, the engine."""

import datetime
import json
import re
from collections import Counter
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Dict, Iterator, List

import pytest

import redact.presidio_analyzer as presidio
from redact.presidio_analyzer import _clock, predefined_recognizers
from redact.presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine

# The year of the answers: numbers of later years were refuted.
RECORDED_IN = 2026


@pytest.fixture(autouse=True)
def the_year_of_the_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    date = SimpleNamespace(today=lambda: datetime.date(RECORDED_IN, 12, 31))
    monkeypatch.setattr(_clock, "datetime", SimpleNamespace(date=date))


VECTORS = Path(__file__).resolve().parents[3] / "redact" / "tests" / "presidio"


def rows(name: str) -> List[Dict[str, Any]]:
    lines = (VECTORS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def spans(results: Any) -> Any:
    return sorted((one.entity_type, one.start, one.end, round(one.score, 6)) for one in results)


def wanted(results: Any) -> Any:
    return sorted(
        (one["entity_type"], one["start"], one["end"], round(one["score"], 6)) for one in results
    )


class Words(NlpEngine):
    """The tokenizer that the engine's answers were recorded with."""

    def load(self) -> None: ...

    def is_loaded(self) -> bool:
        return True

    def is_stopword(self, word: str, language: str) -> bool:
        return False

    def is_punct(self, word: str, language: str) -> bool:
        return re.search(r"\w", word) is None

    def process_text(self, text: str, language: str) -> NlpArtifacts:
        found = list(re.finditer(r"\w+|[^\w\s]", text))
        return NlpArtifacts(
            [],
            [one.group() for one in found],
            [one.start() for one in found],
            [one.group().lower() for one in found],
            self,
            language,
            [],
        )

    def process_batch(self, texts: Any, language: str, *_: Any, **__: Any) -> Iterator[Any]:
        for text in texts:
            yield text, self.process_text(text, language)

    def get_supported_entities(self) -> List[str]:
        return []

    def get_supported_languages(self) -> List[str]:
        return ["en"]


def test_custom_patterns() -> None:
    missed = []
    for row in rows("custom_pattern"):
        if row["recognizer"] != "PatternRecognizer":
            continue
        config = row["config"]
        patterns = [presidio.Pattern(*one) for one in config["patterns"] if one[0] != "deny_list"]
        recognizer = presidio.PatternRecognizer(
            supported_entity=config["supported_entities"][0],
            supported_language=config["supported_language"],
            patterns=patterns or None,
            deny_list=config["deny_list"] or None,
            context=config["context"],
            deny_list_score=config["deny_list_score"],
            global_regex_flags=config["global_regex_flags"],
        )
        flags = {} if row["regex_flags"] is None else {"regex_flags": row["regex_flags"]}
        found = spans(recognizer.analyze(row["text"], recognizer.supported_entities, None, **flags))
        if found != wanted(row["results"]):
            missed.append((config["patterns"], row["text"], found, row["results"]))
    assert missed == []


def test_checks() -> None:
    missed: "Counter[str]" = Counter()
    for row in rows("validate"):
        if row.get("error"):
            continue
        recognizer = getattr(predefined_recognizers, row["recognizer"])()
        if getattr(recognizer, row["method"])(row["text"]) != row["result"]:
            missed[row["recognizer"]] += 1
    assert missed == Counter()


class Stated(NlpEngine):
    """An engine that never runs: its artifacts are stated."""

    def load(self) -> None: ...

    def is_loaded(self) -> bool:
        return True

    def process_text(self, text: str, language: str) -> NlpArtifacts:
        raise NotImplementedError

    def process_batch(self, *_: Any, **__: Any) -> Iterator[Any]:
        raise NotImplementedError

    def is_stopword(self, word: str, language: str) -> bool:
        return False

    def is_punct(self, word: str, language: str) -> bool:
        return False

    def get_supported_entities(self) -> List[str]:
        return []

    def get_supported_languages(self) -> List[str]:
        return ["en"]


@pytest.mark.parametrize("number,row", list(enumerate(rows("context"))))
def test_context_enhancer(number: int, row: Dict[str, Any]) -> None:
    by_name = {}
    for name, words in row["recognizer_contexts"].items():
        recognizer = presidio.PatternRecognizer("ANY", name=name, deny_list=["x"], context=words)
        by_name[name] = recognizer
    artifacts = NlpArtifacts(
        [], row["tokens"], row["tokens_indices"], row["lemmas"], Stated(), "en", []
    )
    artifacts.keywords = row["keywords"]
    results = []
    for one in row["input"]:
        metadata: Dict[str, Any] = {}
        if one["recognizer"] in by_name:
            metadata["recognizer_identifier"] = by_name[one["recognizer"]].id
        if one["already_enhanced"]:
            metadata["is_score_enhanced_by_context"] = True
        explanation = presidio.AnalysisExplanation("any", one["score"])
        results.append(
            presidio.RecognizerResult(
                one["entity_type"], one["start"], one["end"], one["score"], explanation, metadata
            )
        )
    enhancer = presidio.LemmaContextAwareEnhancer(**row["enhancer"])
    enhanced = enhancer.enhance_using_context(
        row["text"], results, artifacts, list(by_name.values()), row["context"]
    )
    found = [
        (
            one.entity_type,
            one.start,
            one.end,
            round(one.score, 6),
            one.analysis_explanation.supportive_context_word if one.analysis_explanation else "",
        )
        for one in enhanced
    ]
    expected = [
        (
            one["entity_type"],
            one["start"],
            one["end"],
            round(one["score"], 6),
            one["supportive_context_word"] or "",
        )
        for one in row["output"]
    ]
    assert found == expected


@pytest.mark.parametrize("builtin", [False, True], ids=["step by step", "natively"])
def test_engine(builtin: bool) -> None:
    registries = json.loads((VECTORS / "engine_stub_registries.json").read_text(encoding="utf-8"))
    engines = {
        name: presidio.AnalyzerEngine(
            registry=presidio.RecognizerRegistry(
                [getattr(predefined_recognizers, one)(supported_language="en") for one in members]
            ),
            nlp_engine=None if builtin else Words(),
        )
        for name, members in registries.items()
    }
    missed = []
    for row in rows("engine_stub"):
        if row["error"]:
            continue
        engine = engines[row["registry"]]
        found = spans(engine.analyze(row["text"], language="en", context=row["context"]))
        if found != wanted(row["results"]):
            missed.append((row["text"], found, wanted(row["results"])))
    assert missed == []
