"""What is wrong with an argument is said in Python's words, as an exception of the package."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable, Dict

import pytest

import redact

ANALYZER = redact.Analyzer()
RESULTS = ANALYZER.analyze("a@example.jp")

WRONG_TYPES: Dict[str, Callable[[], Any]] = {
    r'deny_list is a dict of terms by kind, as \{"PROJECT": \["Kestrel"\]\}, not list': lambda: redact.Analyzer(deny_list=["x"]),  # type: ignore[arg-type]
    r"deny_list is a dict of terms by kind.*, not str": lambda: redact.Analyzer(deny_list="x"),  # type: ignore[arg-type]
    r"deny_list is a dict of terms by kind.*, not int": lambda: redact.Analyzer(deny_list={1: ["x"]}),  # type: ignore[dict-item]
    r"the terms of a kind in deny_list are a list, not one str": lambda: redact.Analyzer(deny_list={"X": "x"}),  # type: ignore[dict-item]
    r"the terms of a kind in deny_list are a list of str, not int": lambda: redact.Analyzer(deny_list={"X": [1]}),  # type: ignore[list-item]
    r'kinds are a list such as \["EMAIL_ADDRESS"\], not one str': lambda: redact.Analyzer(entities="URL"),
    r"kinds are a list such as .*, not dict": lambda: redact.Analyzer(entities={"URL": 1}),  # type: ignore[arg-type]
    r"kinds are a list such as .*, not int": lambda: ANALYZER.analyze("", entities=3),  # type: ignore[arg-type]
    r"kinds are a list such as .* of str, not NoneType": lambda: ANALYZER.explain("", entities=[None]),  # type: ignore[list-item]
    r"values and patterns are a list, not one str": lambda: redact.Analyzer(allow_list="a@example.jp"),
    r"values and patterns are a list of str, not bytes": lambda: ANALYZER.analyze("", allow_patterns=[b"x"]),  # type: ignore[list-item]
    r"a text is a str, not int": lambda: ANALYZER.analyze(5),  # type: ignore[arg-type]
    r"a text is a str, not NoneType": lambda: ANALYZER.analyze_batch(["a", None]),  # type: ignore[list-item]
    r"texts is a sequence of texts, not int": lambda: ANALYZER.analyze_batch(7),  # type: ignore[arg-type]
    r"texts is a sequence of texts, not one text": lambda: ANALYZER.analyze_batch("one"),
    r"YAML is a str, a file a pathlib.Path, not list": lambda: redact.Analyzer(recognizers_yaml=[]),  # type: ignore[arg-type]
    r"the operator mask has no setting chars_to_mask: it has character, count, from_end; chars_to_mask is count here": lambda: redact.Operator("mask", chars_to_mask=4),
    r"the operator mask has no setting masking_char: .*; masking_char is character here": lambda: redact.Operator("mask", masking_char="*"),
    r"the operator replace has no setting new_value: it has text; new_value is text here": lambda: redact.Operator("replace", new_value="x"),
    r"the operator hash has no setting hash_type: it has salt, algorithm; hash_type is algorithm here": lambda: redact.Operator("hash", hash_type="sha256"),
    r"the operator custom needs a function": lambda: redact.Operator("custom", **{"lambda": len}),
    r"the operator keep has no setting salt: it has none": lambda: redact.Operator("keep", salt=b"x"),
    r"the operator redact has no setting new_value: it has none$": lambda: redact.Operator("redact", new_value="x"),
    r"the setting count does not take this value of type str": lambda: redact.Operator("mask", count="four"),
    r"the operator encrypt needs a key": lambda: redact.Operator("encrypt"),
    r"an operator is an Operator, the name of one, or a function": lambda: redact.Anonymizer(3),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("message", WRONG_TYPES)
def test_wrong_types_are_errors_of_the_package_and_of_python(message: str) -> None:
    with pytest.raises(redact.RedactError, match=message) as error:
        WRONG_TYPES[message]()
    assert isinstance(error.value, TypeError)


@pytest.mark.parametrize("name", ["file.yaml", "conf/rules.yml", " C:\\rules.YAML "])
def test_the_name_of_a_file_is_no_yaml(name: str) -> None:
    with pytest.raises(redact.InvalidArgumentError, match=r"pathlib\.Path"):
        redact.Analyzer(recognizers_yaml=name)


def test_a_file_that_is_not_there_is_pythons_error(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        redact.Analyzer(recognizers_yaml=tmp_path / "none.yaml")


def test_what_the_callers_code_raises_passes_through() -> None:
    with pytest.raises(ZeroDivisionError):
        redact.Anonymizer(lambda value, kind: str(1 // 0)).anonymize("a@example.jp", RESULTS)


def test_kinds_of_one_spelling_in_two_cases_are_two() -> None:
    analyzer = redact.Analyzer(deny_list={"Project": ["Kestrel"], "PROJECT": ["Merlin"], "project": ["Hobby"]})
    found = [one.entity_type for one in analyzer.analyze("Kestrel, Merlin, Hobby")]
    assert found == ["Project", "PROJECT", "project"]


@pytest.mark.parametrize(
    "arguments, message",
    [
        ({"nlp_engine": "x"}, "nlp_engine must be an NlpEngine, not str"),
        ({"nlp_engine": {"nlp_engine_name": "spacy"}}, "nlp_engine must be an NlpEngine, not dict"),
        ({"registry": "recognizers.yaml"}, "registry must be a RecognizerRegistry, not str"),
        ({"registry": []}, "registry must be a RecognizerRegistry, not list"),
        ({"supported_languages": "en"}, r'supported_languages must be a list such as \["en"\]'),
    ],
)
def test_arguments_of_presidios_engine(arguments: Dict[str, Any], message: str) -> None:
    from redact.presidio_analyzer import AnalyzerEngine

    with pytest.raises(TypeError, match=message):
        AnalyzerEngine(**arguments)
