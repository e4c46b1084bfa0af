"""The engine beyond what was recorded: conflicts, operators of the caller's, what it takes and leaves alone."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import pytest

from redact.presidio_anonymizer import (
    AnonymizerEngine,
    ConflictResolutionStrategy,
    EngineResult,
    InvalidParamError,
    OperatorConfig,
    RecognizerResult,
)
from redact.presidio_anonymizer.operators import Operator, OperatorsFactory, OperatorType

TEXT = "My name is Jane Doe and Bob 山田 03-1234"


class Brackets(Operator):
    """Puts a value in brackets, with its kind and a parameter."""

    def operate(self, text: str, params: Any = None) -> str:
        return f"[{params['entity_type']} {text} {params.get('mark')}]"

    def validate(self, params: Any = None) -> None:
        if "mark" not in params:
            raise InvalidParamError("no mark")

    def operator_name(self) -> str:
        return "brackets"

    def operator_type(self) -> OperatorType:
        return OperatorType.Anonymize


def found(*results: tuple[str, int, int, float]) -> list[RecognizerResult]:
    return [RecognizerResult(*result) for result in results]


CONFLICTS: list[tuple[list[tuple[str, int, int, float]], str, str]] = [
    ([("A", 1, 7, 0.5), ("B", 5, 9, 0.6)], "M<A><B>s", "M<A><B>s"),
    ([("A", 1, 7, 0.6), ("B", 5, 9, 0.5)], "M<A><B>s", "M<A><B>s"),
    ([("A", 1, 7, 0.5), ("A", 5, 9, 0.9)], "M<A>s", "M<A>s"),
    ([("A", 0, 2, 0.9), ("A", 2, 7, 0.9)], "<A><A> is", "<A><A> is"),
    ([("A", 0, 2, 0.9), ("A", 3, 7, 0.1)], "<A> is", "<A> is"),
    ([("A", 0, 9, 0.1), ("B", 3, 7, 0.9)], "<A>s", "<A>s"),
    ([("A", 3, 7, 0.5), ("B", 3, 7, 0.5)], "My <B> is", "My <B> is"),
    ([("A", 3, 7, 0.9), ("B", 3, 7, 0.5)], "My <A> is", "My <A> is"),
    ([("A", 0, 4, 0.5), ("B", 2, 6, 0.9), ("C", 4, 8, 0.5)], "<A><B><C>is", "<A><B><C>is"),
    ([("A", 0, 6, 0.5), ("B", 1, 7, 0.4), ("C", 3, 9, 0.9)], "<A><B><C>s", "<A><C>s"),
]


@pytest.mark.parametrize("results, merged, cut", CONFLICTS)
def test_conflicts(results: list[tuple[str, int, int, float]], merged: str, cut: str) -> None:
    text = "My name is"
    assert AnonymizerEngine().anonymize(text, found(*results)).text == merged
    strategy = ConflictResolutionStrategy.REMOVE_INTERSECTIONS
    assert AnonymizerEngine().anonymize(text, found(*results), None, strategy).text == cut


@pytest.mark.parametrize("gap, joins", [(" ", True), ("  \n", True), ("\n", False), ("　", False), ("\t", False)])
def test_neighbours_join_over_blanks(gap: str, joins: bool) -> None:
    text = f"a{gap}b"
    results = found(("A", 0, 1, 0.9), ("A", 1 + len(gap), 2 + len(gap), 0.5))
    for engine in (AnonymizerEngine(), type("Engine", (AnonymizerEngine,), {})()):
        assert engine.anonymize(text, results).text == ("<A>" if joins else f"<A>{gap}<A>")
        kept = engine.anonymize(text, results, merge_entities_with_spaces=False)
        assert [item.score for item in kept.items] == [0.5, 0.9]


def test_the_callers_results_stay_and_operators_get_a_default() -> None:
    results = found(("A", 11, 19, 0.5), ("A", 12, 25, 0.9), ("B", 11, 30, 0.4))
    before = copy.deepcopy(results)
    operators = {"A": OperatorConfig("redact")}
    AnonymizerEngine().anonymize(TEXT, results, operators)
    assert results == before
    assert operators["DEFAULT"] == OperatorConfig("replace")


def test_other_objects_do_as_results() -> None:
    class Result:
        def __init__(self, entity_type: str, start: int, end: int, score: Any) -> None:
            self.entity_type, self.start, self.end, self.score = entity_type, start, end, score

    engine: Any = AnonymizerEngine()
    assert engine.anonymize(TEXT, [Result("A", 0, 2, 0.5)]).text.startswith("<A> name")
    whole = engine.anonymize(TEXT, (Result("A", 0, 2, 1),))
    assert whole.items[0].score == 1 and isinstance(whole.items[0].score, int)
    with pytest.raises(InvalidParamError, match="start index '5' must be smaller than end index '2'"):
        engine.anonymize(TEXT, [Result("A", 5, 2, 0.5)])


def test_offsets_are_code_points() -> None:
    result = AnonymizerEngine().anonymize("𠮷野さん 03", found(("A", 0, 2, 0.5), ("B", 5, 7, 0.5)))
    assert [(item.start, item.end, item.text) for item in result.items] == [(6, 9, "<B>"), (0, 3, "<A>")]
    assert json.loads(result.to_json())["items"][0] == result.items[0].to_dict()
    # Half of a surrogate pair is no character of UTF-8, and Python takes it all the same.
    assert AnonymizerEngine().anonymize("\ud83d x", found(("A", 2, 3, 0.5))).text == "\ud83d <A>"


def test_operators_of_the_callers() -> None:
    engine = AnonymizerEngine()
    engine.add_anonymizer(Brackets)
    assert engine.get_anonymizers()[-1] == "brackets"
    assert "brackets" not in AnonymizerEngine().get_anonymizers()
    operators = {"A": OperatorConfig("brackets", {"mark": "!"})}
    result = engine.anonymize(TEXT, found(("A", 11, 15, 0.5)), operators)
    assert result.text == "My name is [A Jane !] Doe and Bob 山田 03-1234"
    assert operators["A"].params == {"mark": "!"}
    with pytest.raises(InvalidParamError, match="no mark"):
        engine.anonymize(TEXT, found(("A", 11, 15, 0.5)), {"A": OperatorConfig("brackets")})
    engine.remove_anonymizer(Brackets)
    with pytest.raises(InvalidParamError, match="Invalid operator class 'brackets'"):
        engine.anonymize(TEXT, found(("A", 11, 15, 0.5)), operators)
    with pytest.raises(InvalidParamError, match="Operator brackets not found in anonymizers list"):
        engine.remove_anonymizer(Brackets)


def test_an_operator_may_take_the_place_of_a_built_in_one() -> None:
    class Replace(Brackets):
        def operator_name(self) -> str:
            return "replace"

        def validate(self, params: Any = None) -> None:
            pass

    engine = AnonymizerEngine()
    engine.add_anonymizer(Replace)
    assert engine.anonymize("ab", found(("A", 0, 1, 0.5))).text == "[A a None]b"


def test_a_counter_shared_through_parameters() -> None:
    class Count(Brackets):
        def operate(self, text: str, params: Any = None) -> str:
            numbers = params["mark"].setdefault(params["entity_type"], {})
            return f"<{params['entity_type']}_{numbers.setdefault(text, len(numbers))}>"

    engine = AnonymizerEngine()
    engine.add_anonymizer(Count)
    numbers: dict[str, dict[str, int]] = {}
    operators = {"DEFAULT": OperatorConfig("brackets", {"mark": numbers})}
    results = found(("A", 0, 1, 0.5), ("A", 2, 3, 0.5), ("A", 4, 5, 0.5))
    done = engine.anonymize("a,b,a", results, operators)
    assert done.text == "<A_0>,<A_1>,<A_0>"
    assert numbers == {"A": {"a": 0, "b": 1}}


def test_custom_functions_run_from_the_end() -> None:
    seen: list[str] = []

    def reverse(text: str) -> str:
        seen.append(text)
        return text[::-1]

    operators = {"DEFAULT": OperatorConfig("custom", {"lambda": reverse})}
    results = found(("A", 0, 2, 0.5), ("B", 8, 10, 0.5), ("C", 3, 7, 0.5))
    assert AnonymizerEngine().anonymize(TEXT, results, operators).text.startswith("yM eman si")
    assert seen == ["is", "name", "My"]


WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("replace", {"new_value": 5}, "Invalid parameter value for new_value. Expecting 'string', but got 'number'."),
    ("mask", {}, "Expected parameter masking_char"),
    ("mask", {"masking_char": "**"}, "Invalid input, masking_char must be a character"),
    ("mask", {"masking_char": "*", "chars_to_mask": 2.0}, "Invalid parameter value for 'chars_to_mask'."),
    ("hash", {"hash_type": "md5"}, "Parameter hash_type value md5 is not in range of values ['sha256', 'sha512']"),
    ("hash", {"salt": "short"}, "Salt must be at least 16 bytes (128 bits). Provided salt is 5 bytes."),
    ("encrypt", {"key": b"short"}, "Invalid input, key must be of length 128, 192 or 256 bits"),
    ("encrypt", {}, "Expected parameter key"),
    ("custom", {"lambda": "x"}, "New value must be a callable function"),
    ("custom", {"lambda": len}, "Function return type must be a str"),
    ("decrypt", {"key": "x" * 16}, "Invalid operator class 'decrypt'."),
]


@pytest.mark.parametrize("name, params, message", WRONG)
def test_wrong_parameters_are_told_when_they_are_needed(name: str, params: dict[str, Any], message: str) -> None:
    operators = {"A": OperatorConfig(name, params)}
    with pytest.raises(InvalidParamError) as raised:
        AnonymizerEngine().anonymize("abc", found(("A", 0, 2, 0.5)), operators)
    assert (str(raised.value), raised.value.err_msg) == (message, message)
    assert AnonymizerEngine().anonymize("abc", found(("B", 0, 2, 0.5)), operators).text == "<B>c"


def test_a_hash_without_a_salt_differs_each_time() -> None:
    results = found(("A", 0, 1, 0.5), ("A", 2, 3, 0.5))
    hashed = AnonymizerEngine().anonymize("a,a", results, {"A": OperatorConfig("hash")}).text.split(",")
    assert hashed[0] != hashed[1]
    salted = {"A": OperatorConfig("hash", {"salt": "a salt of 18 bytes"})}
    hashed = AnonymizerEngine().anonymize("a,a", results, salted).text.split(",")
    assert hashed[0] == hashed[1]


def test_engines_and_results_are_pickled() -> None:
    engine = pickle.loads(pickle.dumps(AnonymizerEngine()))
    result: EngineResult = engine.anonymize(TEXT, found(("A", 0, 2, 0.5)))
    assert pickle.loads(pickle.dumps(result)) == result
    assert pickle.loads(pickle.dumps(InvalidParamError("why"))).err_msg == "why"


def test_the_factory_names_what_it_has() -> None:
    factory = OperatorsFactory()
    assert list(factory.get_deanonymizers()) == ["decrypt", "deanonymize_keep"]
    assert factory.create_operator_class("keep", OperatorType.Anonymize).operate("a") == "a"
    with pytest.raises(InvalidParamError, match="Invalid operator class 'keep'"):
        factory.create_operator_class("keep", OperatorType.Deanonymize)


def test_many_results_take_no_more_than_linear_time() -> None:
    text = "a " * 100_000
    results = found(*(("AB"[index % 2], 2 * index, 2 * index + 1, 0.5) for index in range(100_000)))
    for engine in (AnonymizerEngine(), type("Engine", (AnonymizerEngine,), {})()):
        assert len(engine.anonymize(text, results).items) == 100_000
