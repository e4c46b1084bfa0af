"""Every public name of Presidio's packages is here, or docs/presidio.md says why not.

``names.json`` holds what ``list_names.py`` says of presidio-analyzer 2.2.366, presidio-anonymizer 2.2.366 and
presidio-structured 0.0.10.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import re
from pathlib import Path
from typing import List, Optional, Set

import pytest

HERE = Path(__file__).parent
MODULES = json.loads((HERE / "names.json").read_text(encoding="utf-8"))["modules"]
PAGE = HERE.parents[2] / "docs" / "presidio.md"

# Modules that need a package of which the rest of ours does without.
NEEDS = {
    "presidio_analyzer.input_validation.yaml_recognizer_models": "pydantic",
    "presidio_analyzer.nlp_engine.huggingface_token_pipe": "spacy",
}
# What pydantic gives the models that need it, and typing a module.
NOT_THEIR_OWN = {"TYPE_CHECKING"}


def listed_as_absent() -> Set[str]:
    """The names in the first column of the page's table of absent names."""
    text = PAGE.read_text(encoding="utf-8").split("## Names that are not there", 1)[1].split("\n## ", 1)[0]
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    return {name for row in rows for name in re.findall(r"`([^`]+)`", row)}


def absent_names(module_name: str) -> List[str]:
    names = MODULES[module_name]
    try:
        ours = importlib.import_module(f"redact.{module_name}")
    except ModuleNotFoundError:
        return [module_name.rpartition(".")[2]]
    found: List[str] = []
    for name, members in names.items():
        if name in NOT_THEIR_OWN:
            continue
        if not hasattr(ours, name):
            found.append(name)
            continue
        value = getattr(ours, name)
        if isinstance(value, type):
            found += [f"{name}.{member}" for member in members if not hasattr(value, member)]
    return found


def lacks(module_name: str) -> Optional[str]:
    """The package without which the names of a module cannot be looked at, if it is not installed."""
    for module, package in NEEDS.items():
        if module_name in {module, module.rpartition(".")[0]} and importlib.util.find_spec(package) is None:
            return package
    return None


@pytest.mark.parametrize("module_name", sorted(MODULES))
def test_every_public_name_is_there_or_listed(module_name: str) -> None:
    package = lacks(module_name)
    if package:
        pytest.skip(f"needs the package {package}")
    absent = set(absent_names(module_name))
    assert absent <= listed_as_absent()


def test_nothing_is_listed_as_absent_that_is_there() -> None:
    absent = {name for module in MODULES if not lacks(module) for name in absent_names(module)}
    assert listed_as_absent() <= absent
