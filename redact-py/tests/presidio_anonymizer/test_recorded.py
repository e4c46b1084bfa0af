"""Answers recorded from presidio-anonymizer 2.2.366."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from redact.presidio_anonymizer import (
    AnonymizerEngine,
    ConflictResolutionStrategy,
    DeanonymizeEngine,
    OperatorConfig,
    OperatorResult,
    RecognizerResult,
)

RECORD = Path(__file__).parents[3] / "redact" / "tests" / "presidio" / "anonymizer.jsonl"
ROWS = [json.loads(row) for row in RECORD.read_text(encoding="utf-8").splitlines()]


class Engine(AnonymizerEngine):
    """A subclass, in which the operators written in Python run."""


def parameter(value: Any) -> Any:
    if isinstance(value, dict) and "bytes_hex" in value:
        return bytes.fromhex(value["bytes_hex"])
    if isinstance(value, dict) and "python" in value:
        return lambda text: f"<ENTITY: {text}>"
    return value


def operators(row: dict[str, Any]) -> dict[str, OperatorConfig] | None:
    if row["operators"] is None:
        return None
    return {
        kind: OperatorConfig(
            config["operator_name"], {name: parameter(value) for name, value in config["params"].items()}
        )
        for kind, config in row["operators"].items()
    }


def answer(row: dict[str, Any], engine: AnonymizerEngine) -> Any:
    if row["op"] == "deanonymize":
        items = [OperatorResult.from_json(item) for item in row["entities"]]
        return DeanonymizeEngine().deanonymize(row["text"], items, operators(row) or {})
    return engine.anonymize(
        row["text"],
        [RecognizerResult.from_json(result) for result in row["analyzer_results"]],
        operators(row),
        ConflictResolutionStrategy(row["conflict_resolution"]),
        row["merge_entities_with_spaces"],
    )


@pytest.mark.parametrize("engine", [AnonymizerEngine(), Engine()], ids=["native", "python"])
@pytest.mark.parametrize("number", range(len(ROWS)))
def test_answers_are_as_recorded(number: int, engine: AnonymizerEngine) -> None:
    row = ROWS[number]
    if row["error"]:
        with pytest.raises(Exception) as raised:
            answer(row, engine)
        assert f"{type(raised.value).__name__}: {raised.value}" == row["error"]
        return
    got = answer(row, engine)
    items = [item.to_dict() for item in got.items]
    if row["deterministic"]:
        assert (got.text, items) == (row["result_text"], row["items"])
    else:
        assert got.text != row["result_text"]
        assert [(item["start"], item["end"]) for item in items] == [
            (item["start"], item["end"]) for item in row["items"]
        ]
