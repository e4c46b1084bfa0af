"""Code written for Presidio runs here with another import, and answers the same.

``samples.json`` holds what presidio-analyzer 2.2.366 answered.
"""

import importlib.util
import json
import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
RECORDED = json.loads((HERE / "samples.json").read_text(encoding="utf-8"))


def load_samples() -> Any:
    path = HERE.parents[1] / "examples" / "presidio_samples.py"
    spec = importlib.util.spec_from_file_location("presidio_samples", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


samples = load_samples()


@pytest.mark.parametrize("builtin", [False, True], ids=["plugged-in words", "built-in words"])
@pytest.mark.parametrize("title", sorted(RECORDED))
def test_answers_are_presidios(title: str, builtin: bool) -> None:
    package = samples.Package("redact.presidio_analyzer", builtin)
    answer = json.loads(json.dumps(samples.SAMPLES[title](package)))
    assert answer == RECORDED[title]


def test_every_sample_is_recorded() -> None:
    assert sorted(samples.SAMPLES) == sorted(RECORDED)
