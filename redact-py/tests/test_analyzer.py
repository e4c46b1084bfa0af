"""Finding: offsets, settings, threads, reasons."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

import redact

ANALYZER = redact.Analyzer()


@pytest.mark.parametrize("before", ["", "a", "é", "山田です。", "𠮷野家", "👩‍💻と🇯🇵", "\0", "e\u0301", "ﾊﾟ"])
@pytest.mark.parametrize("after", ["", " です", "𠮷"])
def test_offsets_count_code_points(before: str, after: str) -> None:
    text = f"{before} taro@example.jp {after}"
    mails = [found for found in ANALYZER.analyze(text) if found.entity_type == "EMAIL_ADDRESS"]
    assert [text[found.start : found.end] for found in mails] == ["taro@example.jp"]


def test_results_are_sorted_and_apart() -> None:
    text = "山田太郎 03-1234-5678 taro@example.jp https://example.jp/ 〒100-0001 東京都千代田区千代田1-1"
    results = ANALYZER.analyze(text)
    assert len(results) >= 5
    for one, next_one in zip(results, results[1:]):
        assert one.end <= next_one.start


def test_result_is_a_value() -> None:
    one, same = redact.Result("URL", 1, 2, 0.5, "x"), redact.Result("URL", 1, 2, 0.5, "x")
    assert one == same and hash(one) == hash(same) and one is not same
    assert one != redact.Result("URL", 1, 2, 0.6, "x") and one != "URL"
    assert len({one, same}) == 1
    with pytest.raises(AttributeError):
        one.start = 3  # type: ignore[misc]


@pytest.mark.parametrize("arguments", [("URL", 2, 1), ("URL", 0, 1, 1.1), ("URL", 0, 1, -0.1), ("URL", 0, 1, float("nan"))])
def test_impossible_results_are_refused(arguments: tuple[str, int, int]) -> None:
    with pytest.raises(redact.InvalidArgumentError):
        redact.Result(*arguments)


def test_entities_narrow() -> None:
    text = "taro@example.jp https://example.jp/"
    assert {found.entity_type for found in ANALYZER.analyze(text, entities=["URL"])} == {"URL"}
    narrow = redact.Analyzer(entities=["URL"])
    assert {found.entity_type for found in narrow.analyze(text)} == {"URL"}


def test_score_threshold() -> None:
    text = "山田太郎 taro@example.jp"
    assert all(found.score == 1 for found in ANALYZER.analyze(text, score_threshold=1))
    assert redact.Analyzer(score_threshold=1).analyze(text) == ANALYZER.analyze(text, score_threshold=1)


def test_allow_lists_add_up() -> None:
    text = "a@example.jp b@example.jp c@example.jp"
    analyzer = redact.Analyzer(allow_list=["a@example.jp"])
    assert len(analyzer.analyze(text)) == 2
    assert len(analyzer.analyze(text, allow_list=["b@example.jp"])) == 1
    assert len(analyzer.analyze(text, allow_patterns=["^[bc]@"])) == 0
    assert len(analyzer.analyze(text)) == 2


def test_deny_list() -> None:
    analyzer = redact.Analyzer(deny_list={"PROJECT": ["Kestrel", "隼計画"], "TEAM": ["Blue"]})
    text = "Kestrelは隼計画です。Blue team."
    assert {(found.entity_type, text[found.start : found.end]) for found in analyzer.analyze(text)} >= {
        ("PROJECT", "Kestrel"),
        ("PROJECT", "隼計画"),
        ("TEAM", "Blue"),
    }
    assert {"PROJECT", "TEAM"} <= set(analyzer.supported_entities)


YAML = r"""
recognizers:
  - name: Staff numbers
    supported_entity: STAFF_ID
    supported_language: ja
    patterns:
      - {name: letter and digits, regex: 'S-\d{5}', score: 0.5}
    context: [社員番号]
"""


def test_yaml_as_text_and_as_file(tmp_path: Path) -> None:
    file = tmp_path / "recognizers.yaml"
    file.write_text(YAML, encoding="utf-8")
    for given in (YAML, file):
        [found] = redact.Analyzer(recognizers_yaml=given).analyze("社員番号はS-00123です")
        assert found.entity_type == "STAFF_ID"
    with pytest.raises(FileNotFoundError):
        redact.Analyzer(recognizers_yaml=tmp_path / "none.yaml")


@pytest.mark.parametrize(
    "settings",
    [
        {"profile": "other"},
        {"profile": "presidio"},
        {"operating_point": "eager"},
        {"entities": ["NO_SUCH_KIND"]},
        {"score_threshold": 1.5},
        {"recognizers_yaml": "recognizers: 1"},
        {"recognizers_yaml": "recognizers:\n  - CreditCardRecognizer\n"},
        {"deny_list": {"X": []}},
        {"allow_patterns": ["("]},
    ],
)
def test_settings_that_cannot_be_served(settings: dict[str, object]) -> None:
    with pytest.raises(redact.RedactError):
        redact.Analyzer(**settings)  # type: ignore[arg-type]


def test_settings_are_keywords() -> None:
    with pytest.raises(TypeError):
        redact.Analyzer("default")  # type: ignore[misc]


def test_operating_points_differ() -> None:
    assert redact.Analyzer(operating_point="balanced").recognizers == ANALYZER.recognizers
    assert "balanced" in repr(redact.Analyzer(operating_point="balanced"))


def test_explain_names_results_and_rejected() -> None:
    text = "𠮷 番号 4111 1111 1111 1112 と taro@example.jp"
    analysis = ANALYZER.explain(text)
    assert analysis.results == ANALYZER.analyze(text)
    rejected = [one for one in analysis.explanations if one.outcome == "check_failed"]
    assert [text[one.start : one.end] for one in rejected if one.entity_type == "CREDIT_CARD"] == ["4111 1111 1111 1112"]
    accepted = [one for one in analysis.explanations if one.outcome == "accepted"]
    assert {one.entity_type for one in accepted} == {"EMAIL_ADDRESS"}


@pytest.mark.parametrize("threads", [None, 1, 2, 7])
def test_batch_is_the_same_in_order(threads: int | None) -> None:
    texts = [f"{'山' * (number % 40)} user{number}@example.jp" for number in range(200)]
    assert ANALYZER.analyze_batch(texts, threads=threads) == [ANALYZER.analyze(text) for text in texts]
    assert ANALYZER.analyze_batch((text for text in texts[:3]), threads=threads) == ANALYZER.analyze_batch(texts[:3])
    assert ANALYZER.analyze_batch([], threads=threads) == []


def test_batch_refuses_what_is_no_list_of_texts() -> None:
    with pytest.raises(TypeError):
        ANALYZER.analyze_batch("one text")
    with pytest.raises(TypeError):
        ANALYZER.analyze_batch(["text", 1])  # type: ignore[list-item]
    with pytest.raises(redact.InvalidArgumentError):
        ANALYZER.analyze_batch(["text"], threads=0)


def test_batch_fails_with_the_first_failing_text() -> None:
    yaml = r"""
recognizers:
  - name: Backtracking
    supported_entity: X
    supported_language: en
    patterns:
      - {name: nested, regex: '^(?:(a|aa)\1?)+(?=z)', score: 0.5}
"""
    analyzer = redact.Analyzer(recognizers_yaml=yaml)
    with pytest.raises(redact.PatternLimitError):
        analyzer.analyze_batch(["fine"] * 40 + ["a" * 60 + " z"] + ["fine"] * 40)


def test_many_threads_share_one_analyzer() -> None:
    text = "山田太郎 03-1234-5678 taro@example.jp"
    expected = ANALYZER.analyze(text)
    wrong: list[object] = []

    def work() -> None:
        for _ in range(100):
            if ANALYZER.analyze(text) != expected:
                wrong.append(text)

    workers = [threading.Thread(target=work) for _ in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert not wrong


def test_other_threads_run_while_a_text_is_read() -> None:
    text = "山田太郎 03-1234-5678 taro@example.jp " * 20_000
    ticks = 0
    done = threading.Event()

    def tick() -> None:
        nonlocal ticks
        while not done.wait(0.001):
            ticks += 1

    ticker = threading.Thread(target=tick)
    ticker.start()
    try:
        ANALYZER.analyze(text)
    finally:
        done.set()
        ticker.join()
    assert ticks >= 3


def test_subclass() -> None:
    class Mine(redact.Analyzer):
        pass

    assert [found.entity_type for found in Mine(entities=["URL"]).analyze("https://example.jp/")] == ["URL"]
