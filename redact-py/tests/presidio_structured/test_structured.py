"""Which column or key holds what, and frames and JSON anonymized."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from redact.presidio_anonymizer import InvalidParamError, OperatorConfig
from redact.presidio_structured import (
    CsvReader,
    JsonAnalysisBuilder,
    JsonDataProcessor,
    JsonReader,
    PandasAnalysisBuilder,
    StructuredAnalysis,
    StructuredEngine,
)

MASK = {"DEFAULT": OperatorConfig("mask", {"masking_char": "*", "chars_to_mask": 2, "from_end": False})}


class Letters:
    """An analyzer that finds the letters a to d, each with a score of its own."""

    scores = {"a": 0.5, "b": 0.6, "c": 0.9, "d": 0.3}

    def __init__(self) -> None:
        self.asked: list[tuple[str, Any]] = []

    def analyze(self, text: str, language: str, context: Any = None) -> list[Any]:
        self.asked.append((text, context))
        found = [
            SimpleNamespace(entity_type=letter.upper(), start=index, end=index + 1, score=self.scores[letter])
            for index, letter in enumerate(text)
            if letter in self.scores
        ]
        return sorted(found, key=lambda result: -result.score)


def json_engine() -> StructuredEngine:
    return StructuredEngine(data_processor=JsonDataProcessor())


def test_keys_of_json() -> None:
    data = {"n": "a", "m": "cab", "s": {"x": "b", "q": {"r": "d"}}, "none": None, "no": "zz", "dl": "dddc", "": 1}
    kinds = {"n": "A", "m": "C", "s.x": "B", "s.q.r": "D", "dl": "C"}
    assert JsonAnalysisBuilder(Letters()).generate_analysis(data) == StructuredAnalysis(kinds)
    assert JsonAnalysisBuilder(Letters(), analyzer_score_threshold=0.55).generate_analysis(data).entity_mapping == {
        "m": "C",
        "s.x": "B",
        "dl": "C",
    }
    letters = Letters()
    JsonAnalysisBuilder(letters).generate_analysis({"guest": {"name": "z"}})
    assert letters.asked == [("z", ["name"])]


def test_lists_of_texts_are_looked_through() -> None:
    data = {"p": {"k": "c", "l": ["z", "b"]}, "none": []}
    assert JsonAnalysisBuilder(Letters()).generate_analysis(data).entity_mapping == {"p.k": "C", "p.l": "B"}


@pytest.mark.parametrize(
    "data",
    [
        [{"k": "a"}],
        "text",
        {"p": [{"k": "a"}]},
        {"p": {"q": ["a", {"k": "a"}]}},
        {"p": [["a"]]},
    ],
)
def test_lists_of_objects_are_refused_as_presidio_does(data: Any) -> None:
    with pytest.raises(ValueError, match="dictionary|StructuredAnalysis"):
        JsonAnalysisBuilder(Letters()).generate_analysis(data)


def test_of_kinds_with_the_highest_score_the_most_frequent_is_chosen() -> None:
    pandas = pytest.importorskip("pandas")
    letters = Letters()
    letters.scores = {"a": 0.9, "b": 0.9, "c": 0.5}
    frame = pandas.DataFrame({"x": ["a", "b", "b", "c", "c", "c"]})
    builder = PandasAnalysisBuilder(letters)
    for strategy, kind, score in [("highest_confidence", "B", 0.9), ("mixed", "B", 0.9), ("most_common", "C", 0.5)]:
        chosen = builder._generate_key_rec_results_map(frame, "en", strategy)["x"]
        assert (chosen.entity_type, chosen.score) == (kind, score)
    nothing = builder._generate_key_rec_results_map(pandas.DataFrame({"x": ["z"]}), "en")["x"]
    assert (nothing.entity_type, nothing.score) == ("NON_PII", 1.0)
    assert builder._generate_key_rec_results_map(pandas.DataFrame(), "en") == {}


def test_json_is_replaced_value_by_value() -> None:
    data = {"id": 12345, "s": {"y": ["pqr", "stu"], "z": [{"k": "v1!", "m": "w"}, {"k": "v2!"}], "n": None}}
    kinds = StructuredAnalysis({"id": "I", "s.y": "Y", "s.z.k": "K", "s.n": "N", "nowhere": "N", "s.y.x": "N"})
    assert json_engine().anonymize(data, kinds, MASK) == {
        "id": "**345",
        "s": {"y": ["**r", "**u"], "z": [{"k": "**!", "m": "w"}, {"k": "**!"}], "n": None},
    }


def test_json_keys_with_dots_and_numbers() -> None:
    data = {"a.b": "pqr", "a": {"b": "pqr"}, "l": ["pqr", "stu"]}
    kinds = StructuredAnalysis({"a.b": "A", "l.1": "L"})
    assert json_engine().anonymize(data, kinds, MASK) == {"a.b": "**r", "a": {"b": "pqr"}, "l": ["pqr", "**u"]}


def test_default_operator_names_the_kind() -> None:
    operators = {"B": OperatorConfig("keep")}
    data = {"a": "x", "b": 7, "c": {"d": ["y"]}}
    kinds = StructuredAnalysis({"a": "A", "b": "B", "c": "C"})
    assert json_engine().anonymize(data, kinds, operators) == {"a": "<A>", "b": 7, "c": {"d": ["<C>"]}}
    assert operators["DEFAULT"] == OperatorConfig("replace")


def test_what_is_wrong_is_said() -> None:
    kinds = StructuredAnalysis({"a": "A"})
    with pytest.raises(ValueError, match="JSON-like"):
        json_engine().anonymize("text", kinds)
    with pytest.raises(InvalidParamError, match="Expected parameter masking_char"):
        json_engine().anonymize({}, kinds, {"A": OperatorConfig("mask")})
    with pytest.raises(ValueError, match="Operator for entity A not found"):
        JsonDataProcessor().operate({}, kinds, {"B": OperatorConfig("redact")})


def test_json_files_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"名前": "山田"}, ensure_ascii=False), encoding="utf-8")
    assert JsonReader().read(path) == JsonReader().read(str(path)) == {"名前": "山田"}


STRATEGIES: list[tuple[str, float, dict[str, str]]] = [
    ("most_common", 0.5, {"x": "A", "y": "A", "w": "A", "v": "B", "u": "B"}),
    ("highest_confidence", 0.5, {"x": "B", "y": "C", "w": "B", "v": "B", "u": "B"}),
    ("mixed", 0.5, {"x": "B", "y": "C", "w": "B", "v": "B", "u": "B"}),
    ("mixed", 0.6, {"x": "A", "y": "C", "w": "A", "v": "B", "u": "B"}),
    ("mixed", 0.95, {"x": "A", "y": "A", "w": "A", "v": "B", "u": "B"}),
]


@pytest.mark.parametrize("strategy, threshold, expected", STRATEGIES)
def test_columns_of_a_frame(strategy: str, threshold: float, expected: dict[str, str]) -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(
        {
            "x": ["a", "a", "b"],
            "y": ["c", "a", "a"],
            "z": ["zz", "yy", None],
            "w": ["a", "b", "zz"],
            "v": ["b", "a", "zz"],
            "u": ["ab", "ba", "z"],
            "t": [1, 2, 3],
        }
    )
    builder = PandasAnalysisBuilder(Letters())
    analysis = builder.generate_analysis(
        frame, selection_strategy=strategy, mixed_strategy_threshold=threshold
    )
    assert analysis.entity_mapping == expected


def test_a_sample_of_a_frame() -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"x": [str(number) for number in range(100)]})
    letters = Letters()
    PandasAnalysisBuilder(letters).generate_analysis(frame, n=5)
    assert [text for text, _ in letters.asked] == ["8", "70", "82", "28", "63"]
    builder = PandasAnalysisBuilder(letters)
    with pytest.raises(ValueError, match="strategy: other"):
        builder.generate_analysis(frame, n=1, selection_strategy="other")
    with pytest.raises(ValueError, match="threshold: 2"):
        builder.generate_analysis(frame, n=1, selection_strategy="mixed", mixed_strategy_threshold=2)


def test_a_frame_is_anonymized(tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    path = tmp_path / "a.csv"
    path.write_text("full name,mail,n\n山田太郎,taro@example.jp,1\n,jane@example.com,2\n", encoding="utf-8")
    frame = CsvReader().read(path).set_index("n", drop=False)
    kinds = StructuredAnalysis({"full name": "PERSON", "mail": "EMAIL_ADDRESS", "n": "NUMBER"})
    operators = {
        "EMAIL_ADDRESS": OperatorConfig("custom", {"lambda": lambda value: value.split("@")[1]}),
        "NUMBER": OperatorConfig("hash", {"salt": b"sixteen bytes ok"}),
    }
    done = StructuredEngine().anonymize(frame, kinds, operators)
    assert done is frame
    assert list(done["mail"]) == ["example.jp", "example.com"]
    assert done["full name"].iloc[0] == "<PERSON>" and pandas.isna(done["full name"].iloc[1])
    assert [len(value) for value in done["n"]] == [64, 64]
    assert list(done.index) == [1, 2]
    with pytest.raises(KeyError):
        StructuredEngine().anonymize(frame, StructuredAnalysis({"nowhere": "A"}))
    with pytest.raises(ValueError, match="pandas DataFrame"):
        StructuredEngine().anonymize({"a": 1}, kinds)


def test_with_the_packages_own_analyzer() -> None:
    kinds = JsonAnalysisBuilder().generate_analysis({"to": {"mail": "taro@example.com", "note": "see you"}})
    assert kinds.entity_mapping == {"to.mail": "EMAIL_ADDRESS"}
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"mail": ["taro@example.com", None], "note": ["see you", "there"]})
    analysis = PandasAnalysisBuilder().generate_analysis(frame)
    assert analysis.entity_mapping == {"mail": "EMAIL_ADDRESS"}
    assert list(StructuredEngine().anonymize(frame, analysis)["mail"].dropna()) == ["<EMAIL_ADDRESS>"]
