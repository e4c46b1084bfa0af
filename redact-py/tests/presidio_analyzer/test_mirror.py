"""Module paths, classes, parents and signatures are Presidio's.

``signatures.json`` holds what ``inspect`` says of presidio-analyzer 2.2.366. More parameters than there
are allowed behind its own; other names, another order or other defaults are not.
"""

import importlib
import inspect
import json
import pickle
import subprocess
import sys
from enum import Flag
from pathlib import Path
from typing import Any, List

import pytest

RECORDED = json.loads((Path(__file__).parent / "signatures.json").read_text(encoding="utf-8"))

# What is different on purpose.
EXCEPTIONS = {
    # Nothing is a number of pydantic's here.
    "presidio_analyzer.input_validation.ConfigurationValidator": None,
    # Their engines do not come with this package; the constructors' signatures are held to below.
    "presidio_analyzer.nlp_engine.device_detector": None,
}


def parameters(function: Any) -> List[List[Any]]:
    rows: List[List[Any]] = []
    for one in inspect.signature(function).parameters.values():
        default = one.default
        if default is inspect.Parameter.empty:
            rows.append([one.name, "required", one.kind.name])
            continue
        if isinstance(default, Flag):
            default = default.value
        rows.append([one.name, "default", list(default) if isinstance(default, tuple) else default])
    return rows


@pytest.mark.parametrize("full_name", sorted(set(RECORDED) - set(EXCEPTIONS)))
def test_names_and_signatures(full_name: str) -> None:
    recorded = RECORDED[full_name]
    module_name, _, name = full_name.rpartition(".")
    ours = getattr(importlib.import_module(f"redact.{module_name}"), name)
    if "signature" in recorded:
        assert parameters(ours) == recorded["signature"]
    if "module" not in recorded:
        return
    assert ours.__module__ == f"redact.{recorded['module']}"
    assert getattr(importlib.import_module(ours.__module__), name) is ours
    parents = [one.__name__ for one in ours.__mro__[1:-1]]
    assert [one for one in parents if one in recorded["bases"]] == recorded["bases"]
    for method, wanted in recorded["methods"].items():
        if wanted == "property":
            assert isinstance(inspect.getattr_static(ours, method), property), method
            continue
        found = parameters(getattr_function(ours, method))
        assert found[: len(wanted)] == wanted or matches_loosely(found, wanted), method


def getattr_function(owner: Any, name: str) -> Any:
    raw = inspect.getattr_static(owner, name)
    return raw.__func__ if isinstance(raw, (staticmethod, classmethod)) else raw


def matches_loosely(found: List[List[Any]], wanted: List[List[Any]]) -> bool:
    """Whether what there is optional is optional here, under the same name at the same place."""
    return len(found) >= len(wanted) and all(
        one[0] == other[0] and (one[1] == "default" or other[1] == "required" or other[0] == "kwargs")
        for one, other in zip(found, wanted)
    )


def test_every_predefined_class_can_be_made_looked_at_and_pickled() -> None:
    from redact.presidio_analyzer import EntityRecognizer, PatternRecognizer, predefined_recognizers

    for name in predefined_recognizers.__all__:
        made = getattr(predefined_recognizers, name)
        if not isinstance(made, type) or {"ner", "third_party"} & set(made.__module__.split(".")):
            continue
        recognizer = made()
        assert isinstance(recognizer, EntityRecognizer)
        assert made.__doc__, name
        again = pickle.loads(pickle.dumps(recognizer))
        assert again.to_dict() == recognizer.to_dict()
        if isinstance(recognizer, PatternRecognizer):
            assert recognizer.patterns and recognizer.name == name


def test_models_that_do_not_come_along_say_what_to_plug_in() -> None:
    from redact.presidio_analyzer import predefined_recognizers

    for name in ("GLiNERRecognizer", "HuggingFaceNerRecognizer", "AzureAILanguageRecognizer"):
        with pytest.raises(ImportError, match="Plug it in as a subclass"):
            getattr(predefined_recognizers, name)()


def test_importing_takes_no_model_along() -> None:
    code = (
        "import sys, redact.presidio_analyzer, redact.presidio_analyzer.nlp_engine;"
        "print([one for one in ('spacy', 'torch', 'pydantic', 'yaml', 'stanza') if one in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
