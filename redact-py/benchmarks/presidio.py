"""The same documents through presidio-analyzer and through `redact.presidio_analyzer`, in one run.

    pip install presidio-analyzer==2.2.366
    python benchmarks/presidio.py

Both engines hold the seventeen recognizers that Presidio's registry enables for English, and no language model:
Presidio gets the cheapest tokenizer there is, a regular expression, so that its recognizers are what is measured.
The two take turns on batches of documents; medians and their ratio are printed. Build the package with
optimisation first (`pip install ./redact-py`); nothing else should run on the machine.
"""

from __future__ import annotations

import re
import statistics
import sys
import time
from types import ModuleType
from typing import Any, Callable

RECOGNIZERS = [
    "NhsRecognizer", "MedicalLicenseRecognizer", "UsBankRecognizer", "UsLicenseRecognizer", "UsItinRecognizer",
    "UsPassportRecognizer", "UsSsnRecognizer", "CreditCardRecognizer", "CryptoRecognizer", "DateRecognizer",
    "EmailRecognizer", "IbanRecognizer", "IpRecognizer", "MacAddressRecognizer", "PhoneRecognizer", "UrlRecognizer",
    "UuidRecognizer",
]  # fmt: skip

PROSE = [
    "Thank you for getting back to us so quickly. We went through the open points with the team on Monday, and most "
    "of them can be closed before the end of the month. The two that remain depend on the supplier.",
    "The shipment left the warehouse in three parcels. Two of them arrived on time, while the third was held back "
    "because a carton had been damaged. A replacement is on its way (12 units at $48.50 each).",
    "As discussed, the new release changes how reports are stored. Version 4.12.3 keeps the old layout for ninety "
    "days, so nothing has to be migrated at once.",
    "Regarding the invoice, we noticed that the discount of 7.5 % had not been applied to the second position. The "
    "amount due is now 3,480.00 and the due date stays as it was, the 30th of next month.",
    "Our office will be closed for the holidays, but someone will look at urgent requests twice a day. If a machine "
    "stops, switch it off, wait ten minutes, and write down the code on the display, for example E-204.",
]
ITEMS = [
    "You can reach me at hannah.reed{0}@example.com until six.",
    "My mobile is +44 7700 900{0:03} and it is always on.",
    "The manual is at https://docs.example.com/manuals/tx-200?rev={0} for reference.",
    "The social security number on file is 078-05-1{0:03}.",
    "The card 4111 1111 1111 1111 was charged once on 2024-03-{1:02}.",
]


def documents(count: int) -> list[str]:
    """Documents of about 2 KB with two to six items of personal data each."""
    made = []
    for number in range(count):
        parts: list[str] = []
        wanted = 2 + number % 5
        while sum(map(len, parts)) < 2000:
            parts.append(PROSE[(number + len(parts)) % len(PROSE)])
            if wanted:
                item = ITEMS[(number + wanted) % len(ITEMS)]
                parts.append(item.format(number % 1000, 1 + number % 28))
                wanted -= 1
        made.append("\n".join(parts))
    return made


def engine(package: ModuleType, recognizers: ModuleType, nlp_engine: Any) -> Any:
    """An engine with the seventeen recognizers."""
    registry = package.RecognizerRegistry(
        recognizers=[getattr(recognizers, name)() for name in RECOGNIZERS], supported_languages=["en"]
    )
    return package.AnalyzerEngine(registry=registry, nlp_engine=nlp_engine, supported_languages=["en"])


def words(nlp: ModuleType) -> Any:
    """The cheapest tokenizer for Presidio."""

    class Words(nlp.NlpEngine):  # type: ignore[name-defined, misc]
        def load(self) -> None: ...

        def is_loaded(self) -> bool:
            return True

        def is_stopword(self, word: str, language: str) -> bool:
            return False

        def is_punct(self, word: str, language: str) -> bool:
            return re.search(r"\w", word) is None

        def process_text(self, text: str, language: str) -> Any:
            found = list(re.finditer(r"\w+|[^\w\s]", text))
            tokens = [one.group() for one in found]
            starts = [one.start() for one in found]
            return nlp.NlpArtifacts([], tokens, starts, [one.lower() for one in tokens], self, language, [])

        def process_batch(self, texts: Any, language: str, **options: Any) -> Any:
            for text in texts:
                yield text, self.process_text(text, language)

        def get_supported_entities(self) -> list[str]:
            return []

        def get_supported_languages(self) -> list[str]:
            return ["en"]

    return Words()


def seconds_a_document(analyze: Callable[[str], object], texts: list[str]) -> float:
    start = time.perf_counter()
    for text in texts:
        analyze(text)
    return (time.perf_counter() - start) / len(texts)


def main() -> None:
    """Prints the table."""
    try:
        import presidio_analyzer
        import presidio_analyzer.nlp_engine
        import presidio_analyzer.predefined_recognizers
    except ImportError:
        sys.exit("presidio-analyzer is not installed: pip install presidio-analyzer==2.2.366")
    import redact.presidio_analyzer
    import redact.presidio_analyzer.predefined_recognizers

    theirs = engine(
        presidio_analyzer, presidio_analyzer.predefined_recognizers, words(presidio_analyzer.nlp_engine)
    )
    ours = engine(redact.presidio_analyzer, redact.presidio_analyzer.predefined_recognizers, None)
    texts = documents(400)

    def answers(one: Any, text: str) -> list[tuple[str, int, int, float]]:
        found = one.analyze(text, language="en")
        return sorted((each.entity_type, each.start, each.end, round(each.score, 6)) for each in found)

    differing = sum(answers(theirs, text) != answers(ours, text) for text in texts[:20])
    rounds = []
    for turn in range(9):
        few = texts[turn * 10 : turn * 10 + 10]
        slow = seconds_a_document(lambda text: theirs.analyze(text, language="en"), few)
        fast = seconds_a_document(lambda text: ours.analyze(text, language="en"), texts)
        rounds.append((slow, fast))
    slow = statistics.median(one for one, _ in rounds)
    fast = statistics.median(one for _, one in rounds)
    size = statistics.mean(map(len, texts))
    print(f"documents of {size:.0f} bytes; {differing} of 20 with other answers")
    for name, taken in (("presidio-analyzer", slow), ("redact.presidio_analyzer", fast)):
        print(f"{name:26} {taken * 1e6:10.1f} µs a document {size / taken / 1e6:8.2f} MB/s")
    print(f"ratio {statistics.median(one / other for one, other in rounds):.0f}")


if __name__ == "__main__":
    main()
