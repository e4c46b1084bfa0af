"""Replacing, and turning back by items."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

import redact

ANALYZER = redact.Analyzer()
TEXT = "𠮷野様 taro@example.jp 03-1234-5678 👩‍💻"


def replaced(default: Any, **settings: Any) -> str:
    operator = redact.Operator(default, **settings) if isinstance(default, str) else default
    results = ANALYZER.analyze("taro@example.jp")
    return redact.Anonymizer(operator).anonymize("taro@example.jp", results).text


@pytest.mark.parametrize(
    "operator, settings, expected",
    [
        ("replace", {}, "<EMAIL_ADDRESS>"),
        ("replace", {"text": "某"}, "某"),
        ("redact", {}, ""),
        ("keep", {}, "taro@example.jp"),
        ("mask", {}, "***************"),
        ("mask", {"character": "＊", "count": 4}, "＊＊＊＊@example.jp"),
        ("mask", {"count": 2, "from_end": True}, "taro@example.**"),
        (lambda value, kind: f"{kind}:{value.upper()}", {}, "EMAIL_ADDRESS:TARO@EXAMPLE.JP"),
    ],
)
def test_operators(operator: Any, settings: dict[str, Any], expected: str) -> None:
    assert replaced(operator, **settings) == expected


def test_hash_is_of_value_and_salt() -> None:
    salt = b"sixteen bytes or more"
    assert replaced("hash", salt=salt) == hashlib.sha256(b"taro@example.jp" + salt).hexdigest()
    assert replaced("hash", salt=salt, algorithm="sha512") == hashlib.sha512(b"taro@example.jp" + salt).hexdigest()
    assert replaced("hash") != replaced("hash")


@pytest.mark.parametrize(
    "operator, settings, error",
    [
        ("shred", {}, redact.InvalidArgumentError),
        ("hash", {"salt": b"short"}, redact.InvalidArgumentError),
        ("hash", {"algorithm": "md5"}, redact.InvalidArgumentError),
        ("encrypt", {"key": b"short"}, redact.InvalidArgumentError),
        ("encrypt", {"key": bytes(32), "algorithm": "rot13"}, redact.InvalidArgumentError),
        ("encrypt", {}, TypeError),
        ("mask", {"colour": "red"}, TypeError),
        ("mask", {"character": "ab"}, TypeError),
        ("mask", {"count": -1}, TypeError),
        ("custom", {"function": 1}, TypeError),
    ],
)
def test_settings_that_cannot_be_served(operator: str, settings: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        redact.Operator(operator, **settings)


def test_items_say_where_in_both_texts() -> None:
    map = redact.PlaceholderMap()
    redacted = redact.Anonymizer().anonymize(TEXT, ANALYZER.analyze(TEXT), map)
    assert len(redacted.items) >= 2
    for item in redacted.items:
        assert redacted.text[item.start : item.end] in map.placeholders
        original = TEXT[item.source_start : item.source_end]
        assert redact.Restorer(map).restore(redacted.text[item.start : item.end]).text == original


def test_results_in_any_order_and_overlapping() -> None:
    results = [redact.Result("B", 4, 15), redact.Result("A", 0, 3), redact.Result("A", 2, 6)]
    redacted = redact.Anonymizer("replace").anonymize(TEXT, results)
    assert "taro@example" not in redacted.text and "𠮷野" not in redacted.text
    assert redacted.text.endswith("👩‍💻")


def test_a_result_of_another_text_is_refused() -> None:
    for text in ("short", "短い"):
        with pytest.raises(redact.InvalidArgumentError):
            redact.Anonymizer("replace").anonymize(text, [redact.Result("A", 0, 50)])


def test_placeholders_need_a_map() -> None:
    with pytest.raises(redact.InvalidArgumentError):
        redact.Anonymizer().anonymize(TEXT, ANALYZER.analyze(TEXT))


def test_what_a_function_raises_passes_through() -> None:
    class Mine(Exception):
        pass

    def function(value: str, kind: str) -> str:
        raise Mine

    with pytest.raises(Mine):
        redact.Anonymizer(function).anonymize(TEXT, ANALYZER.analyze(TEXT))
    with pytest.raises(TypeError):
        redact.Anonymizer(lambda value, kind: 1).anonymize(TEXT, ANALYZER.analyze(TEXT))  # type: ignore[arg-type, return-value]


def test_a_function_cannot_use_the_map_that_is_being_filled() -> None:
    map = redact.PlaceholderMap()
    with pytest.raises(redact.InvalidArgumentError):
        redact.Anonymizer(lambda value, kind: str(len(map))).anonymize(TEXT, ANALYZER.analyze(TEXT), map)
    assert len(map) == 0


@pytest.mark.parametrize("algorithm, key", [("xchacha20-poly1305", bytes(32)), ("aes-cbc", bytes(16)), ("aes-cbc", bytes(32))])
def test_encrypted_and_back(algorithm: str, key: bytes) -> None:
    encrypt = redact.Operator("encrypt", key=key, algorithm=algorithm)
    redacted = redact.Anonymizer(encrypt).anonymize(TEXT, ANALYZER.analyze(TEXT))
    assert "taro" not in redacted.text
    back = redact.Deanonymizer(encrypt).deanonymize(redacted.text, redacted.items)
    assert back.text == TEXT
    for kind, start, end in back.places:
        assert kind in {"PERSON", "EMAIL_ADDRESS", "PHONE_NUMBER"} and TEXT[start:end]
    assert "taro@example.jp" in {TEXT[start:end] for _, start, end in back.places}


def test_a_wrong_key_and_wrong_items() -> None:
    encrypt = redact.Operator("encrypt", key=bytes(32))
    redacted = redact.Anonymizer(encrypt).anonymize(TEXT, ANALYZER.analyze(TEXT))
    other = redact.Operator("encrypt", key=b"x" * 32)
    with pytest.raises(redact.DecryptionError):
        redact.Deanonymizer(other).deanonymize(redacted.text, redacted.items)
    with pytest.raises(redact.InvalidArgumentError):
        redact.Deanonymizer(encrypt).deanonymize("short", redacted.items)
    with pytest.raises(redact.InvalidArgumentError):
        redact.Deanonymizer("mask")


def test_operators_by_kind() -> None:
    anonymizer = redact.Anonymizer("keep", operators={"EMAIL_ADDRESS": "redact"})
    assert anonymizer.anonymize(TEXT, ANALYZER.analyze(TEXT)).text == TEXT.replace("taro@example.jp", "")
