"""Replacements turned back; the cipher; batches; JSON."""

from __future__ import annotations

from typing import Any

import pytest

from redact.presidio_anonymizer import (
    AnonymizerEngine,
    BatchAnonymizerEngine,
    BatchDeanonymizeEngine,
    DeanonymizeEngine,
    DictRecognizerResult,
    InvalidParamError,
    OperatorConfig,
    OperatorResult,
    RecognizerResult,
)
from redact.presidio_anonymizer.operators import AESCipher
from redact.presidio_anonymizer.services.app_entities_convertor import AppEntitiesConvertor

KEY = "WmZq4t7w!z%C&F)J"
#: Made by Presidio 2.2.366.
THEIRS = "_5JnqUUn3MhoHyxr6uI4oTS-n9e6wNsaw1CzbTfOuMA="
DECRYPT = {"DEFAULT": OperatorConfig("decrypt", {"key": KEY})}


@pytest.mark.parametrize("key", [KEY, KEY.encode(), "k" * 24, b"k" * 32])
def test_there_and_back(key: Any) -> None:
    text = "山田太郎 is 𠮷野, and so is he"
    results = [RecognizerResult("A", 0, 4, 0.5), RecognizerResult("B", 8, 10, 0.5)]
    hidden = AnonymizerEngine().anonymize(text, results, {"DEFAULT": OperatorConfig("encrypt", {"key": key})})
    assert "山田" not in hidden.text
    back = DeanonymizeEngine().deanonymize(
        hidden.text, hidden.items, {"DEFAULT": OperatorConfig("decrypt", {"key": key})}
    )
    assert back.text == text
    assert [(item.start, item.end, item.operator) for item in back.items] == [(8, 10, "decrypt"), (0, 4, "decrypt")]


def test_their_cipher_text_is_read() -> None:
    item = OperatorResult(1, 1 + len(THEIRS), "A")
    assert DeanonymizeEngine().deanonymize(f"x{THEIRS}y", [item], DECRYPT).text == "xChloëy"
    assert AESCipher.decrypt(KEY.encode(), f" {THEIRS}\n") == "Chloë"


def test_what_cannot_be_decrypted_is_a_value_error() -> None:
    for key, text in [(b"y" * 16, THEIRS), (KEY.encode(), "AAAA"), (KEY.encode(), "!"), (b"short", THEIRS)]:
        with pytest.raises(ValueError):
            AESCipher.decrypt(key, text)
    with pytest.raises(InvalidParamError):
        item = OperatorResult(0, len(THEIRS), "A")
        DeanonymizeEngine().deanonymize(THEIRS, [item], {"A": OperatorConfig("decrypt", {"key": "short"})})


def test_keep_and_places_behind_the_text() -> None:
    keep = {"DEFAULT": OperatorConfig("deanonymize_keep")}
    items = [OperatorResult(1, 5, "P"), OperatorResult(3, 8, "Q")]
    assert DeanonymizeEngine().deanonymize("abcdefghij", items, keep).text == "abcdedefghij"
    with pytest.raises(InvalidParamError, match="start: 3 and end: 50, while text length is only 10"):
        DeanonymizeEngine().deanonymize("abcdefghij", [OperatorResult(3, 50, "P")], keep)


def test_batches() -> None:
    john = [RecognizerResult("A", 0, 4, 0.5)]
    batch = BatchAnonymizerEngine()
    texts: Any = ["John is here", 5, None, True, ["x"]]
    assert batch.anonymize_list(texts, [john, [], [], [], []]) == ["<A> is here", "5", None, "True", ["x"]]
    assert batch.anonymize_list(["John"], [john], operators={"A": OperatorConfig("redact")}) == [""]
    nested = iter([DictRecognizerResult("x", "John", john)])
    assert batch.anonymize_dict(
        [
            DictRecognizerResult("text", "John Doe", john),
            DictRecognizerResult("list", ["John", "Doe"], [john, []]),
            DictRecognizerResult("dict", {"x": "John"}, nested),
            DictRecognizerResult("number", 5, []),  # type: ignore[arg-type]
        ]
    ) == {"text": "<A> Doe", "list": ["<A>", "Doe"], "dict": {"x": "<A>"}, "number": 5}


def test_batches_back() -> None:
    item = [OperatorResult(0, len(THEIRS), "A")]
    batch = BatchDeanonymizeEngine()
    assert batch.deanonymize_list([THEIRS, "x", None], [item], DECRYPT) == ["Chloë", "x", None]
    found: Any = [DictRecognizerResult("a", THEIRS, item), DictRecognizerResult("b", {}, iter([]))]  # type: ignore[arg-type]
    assert batch.deanonymize_dict(found, DECRYPT) == {"a": "Chloë", "b": {}}


def test_json_of_the_service() -> None:
    results = AppEntitiesConvertor.analyzer_results_from_json(
        [{"entity_type": "A", "start": 0, "end": 4, "score": 0.5, "other": 1}]
    )
    operators = AppEntitiesConvertor.operators_config_from_json({"A": {"type": "replace", "new_value": "X"}})
    assert AnonymizerEngine().anonymize("John!", results, operators).text == "X!"
    assert not AppEntitiesConvertor.check_custom_operator(operators)
    assert AppEntitiesConvertor.check_custom_operator({"A": OperatorConfig("custom")})
    items = AppEntitiesConvertor.deanonymize_entities_from_json(
        {"anonymizer_results": [{"start": 0, "end": 1, "entity_type": "A", "score": 1}]}
    )
    assert items[0].score == 1.0
    for missing, row in [("start", {}), ("end", {"start": 0}), ("entity_type", {"start": 0, "end": 1})]:
        with pytest.raises(InvalidParamError, match=f"result must contain {missing}"):
            AppEntitiesConvertor.analyzer_results_from_json([row])
    with pytest.raises(InvalidParamError, match="request must contain analyzer results"):
        AppEntitiesConvertor.analyzer_results_from_json(None)


def test_entities_compare_as_theirs_do() -> None:
    result = RecognizerResult("A", 1, 5, 0.5)
    assert str(result) == "type: A, start: 1, end: 5, score: 0.5"
    assert repr(result) == "start: 1, end: 5, entity_type: A, score: 0.5"
    assert result.has_conflict(RecognizerResult("A", 0, 9, 0.1))
    assert not result.has_conflict(RecognizerResult("B", 1, 5, 0.4))
    assert result.intersects(RecognizerResult("B", 4, 9, 0.4)) == 1
    assert result.intersects(RecognizerResult("B", 5, 9, 0.4)) == 0
    assert len({result, RecognizerResult("A", 1, 5, 0.5)}) == 1
    assert OperatorResult(1, 5, "A", "t", "o", 0.5) == OperatorResult(1, 5, "A", "t", "o", 0.9)
    assert sorted([RecognizerResult("B", 1, 9, 1.0), result])[0] is result
