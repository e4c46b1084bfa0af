"""What one call costs: importing the package, building an analyzer, analyzing 2 KB.

    python benchmarks/call.py

Build the package with optimisation first (`pip install ./redact-py`, or `maturin develop --release`). Times are
the medians of repeated runs; nothing else should run on the machine.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from typing import Callable

ENGLISH = (
    "Dear Sir or Madam,\n\nthank you for your order of 12 May. We have sent the goods to the address that you "
    "gave us and expect them to arrive within the week. If anything is missing, please write to "
    "support@example.com or call +1 212 555 0123 between 9 and 17 o'clock. Your card ending in 1111 was charged "
    "once; the invoice is attached. We are sorry that the first parcel was returned to us, and hope that the "
    "second one reaches you safely.\n\nKind regards,\nThe Example Shop\nhttps://shop.example.com/orders/4711\n\n"
)
JAPANESE = (
    "お世話になっております。株式会社サンプルの山田太郎です。\n先日ご注文いただいた商品につきまして、本日発送いたしました。"
    "お届け先は〒100-0001 東京都千代田区千代田1-1、お電話番号は03-1234-5678で承っております。"
    "ご不明な点がございましたら、taro@example.jp までご連絡くださいますようお願い申し上げます。\n\n"
)


def of_size(text: str, size: int) -> str:
    """`text` repeated until its UTF-8 has about `size` bytes."""
    repeated = text * (size // len(text.encode()) + 1)
    return repeated.encode()[:size].decode(errors="ignore")


def median_of(work: Callable[[], object], runs: int, calls: int) -> float:
    """The median over `runs` of the seconds that one of `calls` calls takes."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        for _ in range(calls):
            work()
        times.append((time.perf_counter() - start) / calls)
    return statistics.median(times)


def in_new_process(code: str) -> float:
    """The seconds that `code` takes in an interpreter that has just started."""
    script = f"import time; start = time.perf_counter(); {code}; print(time.perf_counter() - start)"
    answers = [subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True) for _ in range(9)]
    return statistics.median(float(answer.stdout) for answer in answers)


def main() -> None:
    """Prints the table."""
    rows = [
        ("import redact", in_new_process("import redact") * 1e3, "ms"),
        ("import redact and build an analyzer", in_new_process("import redact; redact.Analyzer()") * 1e3, "ms"),
    ]

    import redact

    analyzer, anonymizer = redact.Analyzer(), redact.Anonymizer()
    for language, text in (("English", ENGLISH), ("Japanese", JAPANESE)):
        text = of_size(text, 2048)
        results = analyzer.analyze(text)
        calls: list[tuple[str, Callable[[], object]]] = [
            (f"analyze 2 KB {language} ({len(results)} results)", lambda: analyzer.analyze(text)),
            (f"anonymize 2 KB {language}", lambda: anonymizer.anonymize(text, results, redact.PlaceholderMap())),
        ]
        rows += [(name, median_of(work, 21, 500) * 1e6, "µs") for name, work in calls]
    rows.append(("analyze an empty text", median_of(lambda: analyzer.analyze(""), 21, 20000) * 1e6, "µs"))

    print("| what | median |\n| --- | ---: |")
    for name, value, unit in rows:
        print(f"| {name} | {value:.2f} {unit} |")


if __name__ == "__main__":
    main()
