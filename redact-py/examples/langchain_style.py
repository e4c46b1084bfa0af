"""A callback in the manner of LangChain: prompts leave redacted, answers come back restored, in a stream too.

No package is needed for it: `RedactingModel` wraps anything that has `invoke(prompt)` and `stream(prompt)`, as chat
models there do. One object serves one conversation, since its map is the secret of that conversation.
"""

from __future__ import annotations

from typing import Iterator, Protocol

import redact


class Model(Protocol):
    """What a language model looks like from here."""

    def invoke(self, prompt: str) -> str: ...

    def stream(self, prompt: str) -> Iterator[str]: ...


class RedactingModel:
    """A model that never sees personal data."""

    def __init__(self, model: Model, analyzer: redact.Analyzer | None = None) -> None:
        self._model = model
        self._analyzer = analyzer or redact.Analyzer()
        self._anonymizer = redact.Anonymizer()
        self._map = redact.PlaceholderMap()

    def on_prompt(self, prompt: str) -> str:
        """The prompt as the model may see it. Numbers go on from turn to turn."""
        return self._anonymizer.anonymize(prompt, self._analyzer.analyze(prompt), self._map).text

    def on_answer(self, answer: str) -> str:
        """The answer as the person may see it; what names no placeholder of ours stays as it is."""
        return redact.Restorer(self._map).restore(answer).text

    def invoke(self, prompt: str) -> str:
        """The answer in one piece."""
        return self.on_answer(self._model.invoke(self.on_prompt(prompt)))

    def stream(self, prompt: str) -> Iterator[str]:
        """The answer piece by piece. A placeholder that is cut in two waits for its other half."""
        restoring = redact.Restorer(self._map).stream()
        for piece in self._model.stream(self.on_prompt(prompt)):
            yield restoring.feed(piece)
        yield restoring.finish().text


class Parrot:
    """A model that answers with what it was asked, in pieces that cut every placeholder."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def invoke(self, prompt: str) -> str:
        """The prompt in friendly words."""
        self.seen.append(prompt)
        return f"You wrote: {prompt.replace('[EMAIL_1]', '【email-1】')}"

    def stream(self, prompt: str) -> Iterator[str]:
        """The same, three characters at a time."""
        answer = self.invoke(prompt)
        for start in range(0, len(answer), 3):
            yield answer[start : start + 3]


if __name__ == "__main__":
    parrot = Parrot()
    model = RedactingModel(parrot)

    answer = model.invoke("山田太郎様の連絡先は taro@example.jp です。")
    print(parrot.seen[-1], "->", answer)
    assert "taro@example.jp" not in parrot.seen[-1]
    assert answer == "You wrote: 山田太郎様の連絡先は taro@example.jp です。"

    # The second turn knows the first: the same address, the same placeholder.
    pieces = list(model.stream("Write to taro@example.jp and call 03-1234-5678."))
    print(parrot.seen[-1], "->", pieces)
    assert parrot.seen[-1] == "Write to [EMAIL_1] and call [PHONE_1]."
    assert "".join(pieces) == "You wrote: Write to taro@example.jp and call 03-1234-5678."
    assert len(pieces) > 10, "it streams"
