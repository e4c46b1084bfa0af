"""How long an analysis takes, with the recognizers that Presidio enables by default.

    python presidio_speed.py

Measures ``redact.presidio_analyzer``, and ``presidio_analyzer`` on the same documents in the same run if
that is installed. Presidio gets no model (its ``no_op`` NLP engine), so that only recognizers are compared;
with spaCy it takes longer.
"""

import importlib
import importlib.util
import time
from typing import Any, Callable, List

SENTENCES = [
    "Dear Mr. Bean, thank you for your order of 2024-05-12.",
    "My social security number is 078-05-1121 and my card is 4111 1111 1111 1111.",
    "Please call (425) 555-0150 or write to hanako@example.com.",
    "The server 192.0.2.17 answered, and https://www.example.com/info?id=17 did not.",
    "The weather in the mountains was fine, and nobody minded the long way back to the station.",
    "We shall send the papers again next week, together with the keys and the old map.",
    "Nothing else has changed since the meeting, as far as any of us can tell.",
]


def documents(count: int = 20, length: int = 2048) -> List[str]:
    """English texts of some length, each begun elsewhere."""
    texts = []
    for number in range(count):
        rotated = SENTENCES[number % len(SENTENCES) :] + SENTENCES[: number % len(SENTENCES)]
        text = " ".join(rotated * (length // 100))
        texts.append(text[:length])
    return texts


def seconds(work: Callable[[], Any], rounds: int) -> float:
    """The best time of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def measure(name: str, rounds: int) -> float:
    """Microseconds a document takes with this package."""
    analyzer: Any = importlib.import_module(name)
    if name.startswith("redact."):
        engine = analyzer.AnalyzerEngine()
    else:
        nlp: Any = importlib.import_module(f"{name}.nlp_engine")
        nothing = nlp.NoOpNlpEngine(models=[{"lang_code": "en", "model_name": "none"}])
        engine = analyzer.AnalyzerEngine(nlp_engine=nothing)
    texts = documents()
    found = sum(len(engine.analyze(text, language="en")) for text in texts)
    best = seconds(lambda: [engine.analyze(text, language="en") for text in texts], rounds)
    each = best / len(texts) * 1e6
    print(f"{name}: {each:.1f} microseconds a document of 2 KB, {found} results in all")
    return each


if __name__ == "__main__":
    ours = measure("redact.presidio_analyzer", 50)
    if importlib.util.find_spec("presidio_analyzer"):
        theirs = measure("presidio_analyzer", 3)
        print(f"{theirs / ours:.0f} times as fast")
