"""The examples of the README are tests."""

from __future__ import annotations

import doctest
import re
import sys
from collections import defaultdict
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any, List

import pytest

from redact.presidio_analyzer.nlp_engine import SpacyNlpEngine

README = Path(__file__).parents[1] / "README.md"


def test_readme() -> None:
    # A block ends where Markdown's fence stands, which doctest would take for output.
    text = README.read_text(encoding="utf-8").replace("```", "\n")
    test = doctest.DocTestParser().get_doctest(text, {}, "README.md", str(README), 0)
    said: list[str] = []
    doctest.DocTestRunner(verbose=False).run(test, out=said.append)
    assert test.examples and not said, "".join(said)


def test_the_lines_that_plug_in_a_model_run(monkeypatch: pytest.MonkeyPatch) -> None:
    text = README.read_text(encoding="utf-8")
    block = text.split("### With a model", 1)[1].split("```python", 1)[1].split("```", 1)[0]

    # spaCy as far as the engine asks for it, with a model that knows one name.
    def analyse(text: str) -> Any:
        words = [(match.group(), match.start()) for match in re.finditer(r"\w+", text)]
        tokens: Any = Document(SimpleNamespace(text=word, lemma_=word.lower(), idx=at) for word, at in words)
        tokens.ents = [
            SimpleNamespace(label_="PERSON", start_char=at, end_char=at + len(word))
            for word, at in words
            if word == "Jane"
        ]
        return tokens

    class Document(List[Any]):
        pass

    class Pipeline:
        vocab: Any = defaultdict(lambda: SimpleNamespace(is_stop=False, is_punct=False))

        def __call__(self, text: str) -> Any:
            return analyse(text)

    asked: List[str] = []
    spacy = ModuleType("spacy")
    spacy.__spec__ = ModuleSpec("spacy", None)
    vars(spacy)["load"] = lambda name: (asked.append(name), Pipeline())[1]
    monkeypatch.setitem(sys.modules, "spacy", spacy)
    # Whether spaCy is installed was asked when the module was imported.
    monkeypatch.setattr(SpacyNlpEngine, "is_available", True)
    names: dict[str, Any] = {}
    exec(block, names)
    assert [(one.entity_type, one.start, one.end) for one in names["results"]] == [("PERSON", 11, 15)]
    assert asked == ["en_core_web_lg"]
