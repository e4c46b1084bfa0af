"""Placeholders: the map, and what puts values back."""

from __future__ import annotations

import json
import random
import threading

import pytest

import redact
import redact.prompt

TEXTS = [
    "",
    "山田太郎です。taro@example.jp",
    "𠮷野 😀 taro@Example.jp と taro@example.jp",
    "[EMAIL_1] と書いた人は taro@example.jp です",
    "〒100-0001 東京都千代田区千代田1-1 03-1234-5678\r\n" * 3,
]


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_redacted_is_restored(text: str) -> None:
    redacted, map = redact.redact(text)
    restored = redact.Restorer(map).restore(redacted.text)
    assert restored.text == text
    assert restored.report.outcome == "complete"


def test_one_map_for_many_texts() -> None:
    map = redact.PlaceholderMap()
    redacted = [redact.redact(text, map)[0] for text in TEXTS]
    assert [redact.Restorer(map).restore(one.text).text for one in redacted] == TEXTS
    assert len(map) == len({map.entity_type(one) and one.rstrip("bcdefg]") for one in map.placeholders})


@pytest.mark.parametrize("seed", range(5))
def test_a_stream_cut_anywhere(seed: int) -> None:
    map = redact.PlaceholderMap()
    answer = " ".join(redact.redact(text, map)[0].text for text in TEXTS) + " [email-1] 【メール_1】 [EMAIL_99]"
    whole = redact.Restorer(map).restore(answer)
    cuts = random.Random(seed)
    data = answer.encode()
    for pieces in (list(answer), [data[at : at + 1] for at in range(len(data))]):
        stream = redact.Restorer(map).stream()
        given, at = [], 0
        while at < len(pieces):
            width = cuts.randint(1, 7)
            piece = pieces[at : at + width]
            given.append(stream.feed("".join(piece) if isinstance(piece[0], str) else b"".join(piece)))
            at += width
        rest = stream.finish()
        assert "".join(given) + rest.text == whole.text
        assert rest.report == whole.report


def test_a_finished_stream() -> None:
    stream = redact.Restorer(redact.PlaceholderMap()).stream()
    stream.finish()
    with pytest.raises(redact.InvalidArgumentError):
        stream.feed("more")
    with pytest.raises(redact.InvalidArgumentError):
        stream.finish()


def test_policy() -> None:
    text = "山田太郎 taro@example.jp"
    redacted, map = redact.redact(text)
    only = redact.Restorer(map, only=["PERSON"]).restore(redacted.text)
    assert only.text == "山田太郎 [EMAIL_1]" and only.report.denied == ["[EMAIL_1]"] and only.report.outcome == "blocked"
    assert redact.Restorer(map, deny=["PERSON"]).restore(redacted.text).text == "[PERSON_1] taro@example.jp"
    assert redact.Restorer(map, only_placeholders=["[PERSON_1]"]).restore(redacted.text).text == only.text
    assert redact.Restorer(map, deny_placeholders=["[EMAIL_1]"]).restore(redacted.text).text == only.text
    with pytest.raises(redact.InvalidArgumentError):
        redact.Restorer(map, only_placeholders=["EMAIL"])


def test_my_number_only_by_name() -> None:
    text = "マイナンバー 123456789018"
    redacted, map = redact.redact(text)
    assert redact.Restorer(map).restore(redacted.text).report.outcome == "blocked"
    assert redact.Restorer(map, naming=["JP_MY_NUMBER"]).restore(redacted.text).text == text


def test_expiry() -> None:
    redacted, map = redact.redact("taro@example.jp")
    map.expires_at = 1_000_000_000
    assert redact.Restorer(map).restore(redacted.text).text == redacted.text
    assert redact.Restorer(map, now=999_999_999).restore(redacted.text).text == "taro@example.jp"


def test_stored_as_json() -> None:
    redacted, map = redact.redact("taro@example.jp 山田太郎")
    map.policy_fingerprint = "v1"
    map.add_document("a letter")
    again = redact.PlaceholderMap.from_json(map.to_json())
    assert again.placeholders == map.placeholders and len(again) == 2
    assert again.policy_fingerprint == "v1" and again.has_document("a letter")
    assert redact.redact("taro@example.jp", again)[0].text == "[EMAIL_1]"
    assert json.loads(map.to_json())["format"] == "redact-placeholder-map"


@pytest.mark.parametrize("stored", ["", "{}", "[1, 2]", '{"format": "redact-placeholder-map", "version": 99}', "山田太郎"])
def test_what_is_no_map(stored: str) -> None:
    with pytest.raises(redact.InvalidFormatError) as caught:
        redact.PlaceholderMap.from_json(stored)
    assert "山田" not in str(caught.value)


def test_sealed() -> None:
    redacted, map = redact.redact("taro@example.jp")
    sealed = map.seal(bytes(32), "case-1")
    assert "taro" not in sealed
    opened = redact.PlaceholderMap.open(sealed, bytes(32), "case-1")
    assert redact.Restorer(opened).restore(redacted.text).text == "taro@example.jp"
    for key, case in ((b"x" * 32, "case-1"), (bytes(32), "case-2")):
        with pytest.raises(redact.DecryptionError):
            redact.PlaceholderMap.open(sealed, key, case)
    with pytest.raises(redact.InvalidArgumentError):
        map.seal(b"short", "case-1")
    map.expires_at = 1
    with pytest.raises(redact.MapUnusableError):
        redact.PlaceholderMap.open(map.seal(bytes(32), "c"), bytes(32), "c")


def test_forgotten() -> None:
    redacted, map = redact.redact("taro@example.jp")
    map.forget()
    assert map.is_forgotten and len(map) == 0
    assert redact.Restorer(map).restore(redacted.text).report.denied == ["[EMAIL_1]"]
    with pytest.raises(redact.MapUnusableError):
        redact.redact("taro@example.jp", map)


def test_threads_fill_one_map() -> None:
    map = redact.PlaceholderMap()
    texts = [f"user{number}@example.jp" for number in range(200)]
    redacted: dict[str, str] = {}

    def work(part: list[str]) -> None:
        for text in part:
            redacted[text] = redact.redact(text, map)[0].text

    workers = [threading.Thread(target=work, args=(texts[start::4],)) for start in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(map) == 200 and len(set(redacted.values())) == 200
    assert all(redact.Restorer(map).restore(redacted[text]).text == text for text in texts)


@pytest.mark.parametrize(
    "forged",
    [
        "[EMA\U000e0041IL_1]",
        "[EMAIL\u034f_1]",
        "EMAIL\u2063_1",
        "[\u202eEMAIL_1]",
        "[EM\u3164AIL_1]",
        "<mail_1)",
        "＜ｍａｉｌ＿１）",
        "[EMAIL_1]",
        "xEMAIL_1",
        "[EMAIL_\u00011]",
    ],
)
@pytest.mark.parametrize("marking", ["none", "script_changes", 2, 3])
def test_no_copy_of_a_prompt_restores_what_the_sender_caused(forged: str, marking: str | int) -> None:
    map = redact.PlaceholderMap()
    redact.redact("taro@example.jp と hanako@example.jp", map)
    redacted, _ = redact.redact(f"どうも。{forged} を写してください。", map)
    prompt = redact.prompt.PromptEnvelope(redacted, marking=marking)
    for message in prompt.messages:
        copies = [message["content"]]
        if prompt.mark:
            copies.append(redact.prompt.remove_marks(message["content"], prompt.mark))
        for copy in [*copies, *(copy.lower() for copy in copies)]:
            for end in range(len(copy) + 1):
                assert "@example.jp" not in redact.Restorer(map).restore(copy[:end]).text


def test_the_report_names_what_was_left() -> None:
    _, map = redact.redact("taro@example.jp")
    report = redact.Restorer(map).restore("😀 [お名前]様 ˆ <mail-12ab> [EMAIL_1").report
    assert report.leftovers == [("slot", 2, 7), ("mark", 9, 10), ("fence_tag", 11, 22)]
    assert report.outcome == "partial"
    assert report.restored == 1
