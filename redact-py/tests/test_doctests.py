"""Every example in a docstring, of Python and of Rust, is a test."""

from __future__ import annotations

import doctest
import importlib
import inspect
from typing import Any, Iterator

import pytest

import redact

MODULES = [
    "redact",
    "redact.errors",
    "redact.mail",
    "redact.presidio_anonymizer",
    "redact.presidio_structured",
    "redact.prompt",
]


def examples() -> Iterator[tuple[str, str]]:
    for module_name in MODULES:
        module = importlib.import_module(module_name)
        yield module_name, module.__doc__ or ""
        for name in module.__all__:
            thing = getattr(module, name)
            yield f"{module_name}.{name}", inspect.getdoc(thing) or ""
            if inspect.isclass(thing):
                for member, value in vars(thing).items():
                    doc = value.__doc__ if not member.startswith("__") else None
                    yield f"{module_name}.{name}.{member}", doc or ""


def parsed() -> list[doctest.DocTest]:
    parser = doctest.DocTestParser()
    tests = {}
    for name, doc in examples():
        if ">>>" in doc and doc not in tests:
            tests[doc] = parser.get_doctest(doc, {"redact": redact}, name, None, 0)
    return list(tests.values())


@pytest.mark.parametrize("test", parsed(), ids=lambda test: test.name)
def test_example(test: doctest.DocTest) -> None:
    importlib.import_module("redact.mail")
    importlib.import_module("redact.prompt")
    said: list[str] = []
    doctest.DocTestRunner(verbose=False).run(test, out=said.append)
    assert not said, "".join(said)


def public_members() -> Iterator[tuple[str, Any]]:
    for module_name in MODULES:
        module = importlib.import_module(module_name)
        for name in module.__all__:
            thing = getattr(module, name)
            if not inspect.isclass(thing) and not callable(thing):
                continue
            yield f"{module_name}.{name}", thing
            if inspect.isclass(thing):
                for member, value in vars(thing).items():
                    if not member.startswith("_"):
                        yield f"{module_name}.{name}.{member}", value


@pytest.mark.parametrize("name, thing", [pytest.param(*member, id=member[0]) for member in public_members()])
def test_everything_public_is_documented(name: str, thing: Any) -> None:
    assert (thing.__doc__ or "").strip(), f"{name} has no docstring"
