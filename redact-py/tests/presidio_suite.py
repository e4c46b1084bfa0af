"""Runs Presidio's own test suites against this package, through an alias of its imports.

    python redact-py/tests/presidio_suite.py CHECKOUT [--model en_core_web_sm] [--show else]

CHECKOUT is a folder with Presidio's repository. Nothing of it is copied or changed: `presidio_analyzer`,
`presidio_anonymizer` and `presidio_structured` mean `redact.presidio_…` in this process, in the test modules too.
What fails is sorted by what it wants. Of the tests that want neither a model, nor a service, nor a private helper 99 %
must pass, and all but those in `presidio_suite_exceptions.tsv`, each with what it wants and the reason; `release` stands
for what the release that ours follows fails too, `differs` for what is different on purpose. The exit status is 1 if either does not hold. Entries of the list that pass are named: some do with a
model, others should be taken off.

Needs pytest, pytest-mock, python-dotenv, PyYAML, pydantic, regex, pandas and requests beside this package, and spaCy with
a model for the tests that use one (`--model` names the model that stands for every English one).
"""

from __future__ import annotations

import argparse
import functools
import importlib
import importlib.abc
import importlib.machinery
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any, Dict, List, Optional, Sequence, Tuple

PACKAGES = ("analyzer", "anonymizer", "structured")
EXCEPTIONS = Path(__file__).with_name("presidio_suite_exceptions.tsv")
SHARE_THAT_MUST_PASS = 0.99

# What a failure wants, by what its report says; the first that fits.
WANTS = (
    (
        "service",
        re.compile(
            r"No module named '(azure|openai|langextract)|'?(azure|openai|langextract)[\w.-]*'? is not installed"
            r"|needs (Azure|a remote|the service|langextract)|asks a (remote|cloud)|LangExtract|azure",
            re.IGNORECASE,
        ),
    ),
    (
        "model",
        re.compile(
            r"spaCy has no model|needs the package (spacy|stanza|transformers|gliner|torch)"
            r"|No module named '(stanza|torch|transformers|gliner|spacy_\w+)'|Can't find model"
            r"|name '(stanza|torch|transformers|GLiNER)' is not defined",
        ),
    ),
    ("private helper", re.compile(r"(has no|does not have the) attribute '_\w|cannot import name '_\w")),
)


class Alias(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports `presidio_x.y` as `redact.presidio_x.y`: one module under two names."""

    def find_spec(
        self, fullname: str, path: Optional[Sequence[str]], target: Optional[ModuleType] = None
    ) -> Optional[importlib.machinery.ModuleSpec]:
        if fullname.partition(".")[0] not in {f"presidio_{name}" for name in PACKAGES}:
            return None
        return importlib.machinery.ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        try:
            module = importlib.import_module(f"redact.{spec.name}")
        except ModuleNotFoundError as error:
            if error.name is not None and error.name.startswith("redact.presidio_"):
                raise ModuleNotFoundError(f"No module named '{spec.name}'", name=spec.name) from None
            raise
        self._specs = {**getattr(self, "_specs", {}), spec.name: module.__spec__}
        return module

    def exec_module(self, module: ModuleType) -> None:
        # The import system has written the alias's specification into the module.
        name = module.__spec__.name if module.__spec__ else ""
        module.__spec__ = self._specs.get(name, module.__spec__)


class Recorder:
    """The outcome of every test, as a plugin of pytest."""

    def __init__(self) -> None:
        self.outcomes: Dict[str, Tuple[str, str]] = {}

    def pytest_collectreport(self, report: Any) -> None:
        if report.failed:
            self.outcomes[report.nodeid] = ("error", str(report.longrepr))
        elif report.skipped:
            self.outcomes[report.nodeid] = ("skipped", str(report.longrepr))

    def pytest_runtest_logreport(self, report: Any) -> None:
        if report.failed:
            outcome = "failed" if report.when == "call" else "error"
            self.outcomes[report.nodeid] = (outcome, str(report.longrepr))
        elif report.skipped:
            self.outcomes.setdefault(report.nodeid, ("skipped", str(report.longrepr)))
        elif report.when == "call":
            self.outcomes.setdefault(report.nodeid, ("passed", ""))


def _substitute(model: str) -> None:
    """Let one installed model stand for the English models the tests name."""
    import spacy

    load, is_package = spacy.load, spacy.util.is_package

    def meant(name: Any) -> Any:
        return model if isinstance(name, str) and name.startswith("en_core_web_") else name

    spacy.load = lambda name, *args, **kwargs: load(meant(name), *args, **kwargs)
    spacy.util.is_package = lambda name: is_package(meant(name))
    # Presidio's engine has a model where none is given; ours is given the same.
    engine = importlib.import_module("redact.presidio_analyzer.analyzer_engine").AnalyzerEngine
    spacy_engine = importlib.import_module("redact.presidio_analyzer.nlp_engine").SpacyNlpEngine
    make = engine.__init__

    def make_with_model(self: Any, registry: Any = None, nlp_engine: Any = None, *more: Any, **rest: Any) -> None:
        make(self, registry, spacy_engine() if nlp_engine is None else nlp_engine, *more, **rest)

    engine.__init__ = functools.wraps(make)(make_with_model)


def run_here(package: str, model: Optional[str], out: str) -> None:
    """Runs the tests of the package in the working folder and writes what came of them."""
    import pytest

    # Our own tests stand in folders named like the packages.
    sys.path.remove(str(Path(__file__).resolve().parent))
    sys.meta_path.insert(0, Alias())
    if model:
        _substitute(model)
    recorder = Recorder()
    options = ["-q", "-p", "no:cacheprovider", "-o", "addopts=", "--tb=short", "tests"]
    pytest.main([*options, f"--rootdir={os.getcwd()}"], plugins=[recorder])
    Path(out).write_text(json.dumps(recorder.outcomes), encoding="utf-8")


def run(checkout: Path, package: str, model: Optional[str]) -> Dict[str, Tuple[str, str]]:
    """The outcomes of one package's tests, run in a process of their own."""
    folder = checkout / f"presidio-{package}"
    if not (folder / "tests").is_dir():
        raise SystemExit(f"{folder} has no folder tests: give the folder of Presidio's repository")
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "outcomes.json"
        command = [sys.executable, "-B", str(Path(__file__).resolve()), str(checkout)]
        command += ["--run-here", package, "--out", str(out)]
        if model:
            command += ["--model", model]
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
        finished = subprocess.run(
            command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        if not out.exists():
            raise SystemExit(finished.stdout.decode(errors="replace")[-4000:])
        found: Dict[str, Tuple[str, str]] = json.loads(out.read_text(encoding="utf-8"))
    return found


def wanted(outcome: str, report: str) -> str:
    """What a test that did not pass wants."""
    if outcome in {"passed", "skipped"}:
        return outcome
    return next((kind for kind, words in WANTS if words.search(report)), "else")


def exceptions() -> Dict[str, Tuple[str, str]]:
    """The tests that are known not to pass, each with what it wants and the reason. A name that ends in `*` stands for
    all that begin so."""
    lines = EXCEPTIONS.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {test: (kind, reason) for test, kind, reason in rows}


def excepted(test: str, known: Dict[str, Tuple[str, str]]) -> Optional[str]:
    """The entry of the list that stands for a test."""
    if test in known:
        return test
    return next((one for one in known if one.endswith("*") and test.startswith(one[:-1])), None)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("checkout", type=Path)
    parser.add_argument("--package", choices=PACKAGES, action="append")
    parser.add_argument("--model", help="an installed spaCy model that stands for the English ones")
    parser.add_argument("--show", help="print the reports of failures of this kind")
    parser.add_argument("--run-here", choices=PACKAGES, help=argparse.SUPPRESS)
    parser.add_argument("--out", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.run_here:
        run_here(arguments.run_here, arguments.model, arguments.out)
        return 0
    known, used = exceptions(), set()
    surprises: List[str] = []
    fine = True
    for package in arguments.package or PACKAGES:
        counts: Counter[str] = Counter()
        for test, (outcome, report) in sorted(run(arguments.checkout, package, arguments.model).items()):
            test = f"{package}/{test}"
            kind = wanted(outcome, report)
            entry = excepted(test, known)
            if kind not in {"passed", "skipped"}:
                if entry is not None:
                    used.add(entry)
                    kind = known[entry][0]
                elif kind == "else":
                    surprises.append(test)
            counts[kind] += 1
            if kind == arguments.show:
                print(f"=== {test} {'(on the list)' if entry else ''}\n{report}\n")
        elsewhere = counts["else"] + counts["differs"]
        share = counts["passed"] / max(1, counts["passed"] + elsewhere)
        fine &= share >= SHARE_THAT_MUST_PASS
        print(f"{package}: " + ", ".join(f"{number} {kind}" for kind, number in sorted(counts.items())))
        print(f"{package}: {share:.2%} of the tests without model, service and private helper pass")
    for test in surprises:
        print(f"fails and is not on the list: {test}")
    for entry in sorted(set(known) - used) if not arguments.package else ():
        print(f"passes, or is gone, and is on the list: {entry}")
    return 0 if fine and not surprises else 1


if __name__ == "__main__":
    sys.exit(main())
