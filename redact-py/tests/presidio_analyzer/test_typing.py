"""Recognizers and operators written as Presidio's documentation has them pass a strict type checker."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SUBCLASSES = '''
from typing import Any, Dict, Iterator, List, Optional

from redact.presidio_analyzer import (
    AnalyzerEngine,
    EntityRecognizer,
    LocalRecognizer,
    Pattern,
    PatternRecognizer,
    RecognizerResult,
    RemoteRecognizer,
)
from redact.presidio_analyzer.nlp_engine import NlpArtifacts
from redact.presidio_anonymizer.operators import Operator, OperatorType


class Numbers(EntityRecognizer):
    def load(self) -> None:
        pass

    def analyze(
        self, text: str, entities: List[str], nlp_artifacts: NlpArtifacts
    ) -> List[RecognizerResult]:
        return [
            RecognizerResult(entity_type="NUMBER", start=at, end=at + 1, score=0.5)
            for at in nlp_artifacts.tokens_indices
            if text[at].isdigit()
        ]


class Local(LocalRecognizer):
    def load(self) -> None:
        pass

    def analyze(
        self, text: str, entities: List[str], nlp_artifacts: Optional[NlpArtifacts] = None
    ) -> List[RecognizerResult]:
        return []


class Remote(RemoteRecognizer):
    def load(self) -> None:
        pass

    def get_supported_entities(self) -> List[str]:
        return ["X"]

    def analyze(
        self, text: str, entities: List[str], nlp_artifacts: NlpArtifacts
    ) -> List[RecognizerResult]:
        return []


class Titles(PatternRecognizer):
    def validate_result(self, pattern_text: str) -> Optional[bool]:
        return None


class Upper(Operator):
    def operate(self, text: str, params: Optional[Dict[str, Any]] = None) -> str:
        return text.upper()

    def validate(self, params: Optional[Dict[str, Any]] = None) -> None:
        pass

    def operator_name(self) -> str:
        return "upper"

    def operator_type(self) -> OperatorType:
        return OperatorType.Anonymize


titles = Titles(supported_entity="TITLE", patterns=[Pattern("t", r"\\bDr\\.", 0.5)])
engine = AnalyzerEngine()
engine.registry.add_recognizer(titles)
results: List[RecognizerResult] = engine.analyze("Dr. X", language="en")
'''


def test_subclasses_as_in_presidios_documentation_are_strictly_typed(tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    file = tmp_path / "mine.py"
    file.write_text(SUBCLASSES, encoding="utf-8")
    answer = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--follow-imports", "silent", str(file)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
