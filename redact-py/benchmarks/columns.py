"""How much of the engine's own rate is left when a column goes through Python.

    python benchmarks/columns.py [MEGABYTES]

The same documents go through the engine alone (the Rust example `native_rate`, which cargo builds) and through
columns, in turn, in one run on one thread; the medians are compared. Build the package with optimisation first
(`pip install ./redact-py`, or `maturin develop --release`).
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Callable, Dict, List

import pandas as pd
import polars as pl
import pyarrow as pa

import redact
import redact.polars
from redact import columns

ROUNDS = 3

PARAGRAPHS = [
    "Thank you for your order. We have sent the goods to the address that you gave us and expect them to arrive "
    "within the week. If anything is missing, please write to support@example.com or call +1 212 555 0123.\n",
    "お世話になっております。株式会社サンプルの山田太郎です。先日ご注文いただいた商品につきまして、本日発送いたしました。\n",
    "お届け先は〒100-0001 東京都千代田区千代田1-1、お電話番号は03-1234-5678で承っております。\n",
    "We are sorry that the first parcel was returned to us, and hope that the second one reaches you safely. The "
    "terms of delivery are unchanged, and nothing else needs to be done from your side.\n",
    "ご不明な点がございましたら、taro{number}@example.jp までご連絡くださいますようお願い申し上げます。\n",
    "会議は来週の月曜日に延期されました。資料は前回と同じものを使いますので、改めてお送りすることはいたしません。\n",
]


def documents(size: int, total: int) -> List[str]:
    """Documents of about `size` bytes, together about `total`."""
    texts: List[str] = []
    done = 0
    while done < total:
        text = ""
        while len(text.encode()) < size:
            paragraph = PARAGRAPHS[(len(texts) * 5 + len(text)) % len(PARAGRAPHS)]
            text += paragraph.replace("{number}", str(len(texts)))
        texts.append(text)
        done += len(text.encode())
    return texts


def native_program() -> List[str]:
    """Builds the engine's own measurement."""
    root = Path(__file__).resolve().parents[2]
    command = ["cargo", "build", "--release", "-p", "redact", "--example", "native_rate", "--message-format=json"]
    built = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
    messages = [json.loads(line) for line in built.stdout.splitlines()]
    programs = [message["executable"] for message in messages if message.get("executable")]
    return [str(programs[-1])]


def native_rates(program: List[str], texts: List[str]) -> Dict[str, float]:
    """Bytes a second, by what is done."""
    lines = "".join(json.dumps({"text": text}) + "\n" for text in texts)
    done = subprocess.run(program, input=lines, check=True, capture_output=True, text=True)
    rates: Dict[str, float] = json.loads(done.stdout)
    return rates


def column_rates(texts: List[str], analyzer: redact.Analyzer) -> Dict[str, Callable[[], object]]:
    """What is measured, by name; the first word is what the engine alone does likewise."""
    array = pa.array(texts)
    chunked = pa.chunked_array([array[at : at + 512] for at in range(0, len(array), 512)])
    series = pl.Series("text", texts)
    frame = pl.LazyFrame({"text": series})
    panda = pd.Series(texts)
    replace = redact.Anonymizer("replace")
    expression = redact.polars.anonymize("text", analyzer=analyzer, anonymizer=replace)
    return {
        "analyze pyarrow": lambda: columns.analyze(array, analyzer=analyzer),
        "replace pyarrow string": lambda: columns.anonymize(array, analyzer=analyzer, anonymizer=replace),
        "replace pyarrow chunked": lambda: columns.anonymize(chunked, analyzer=analyzer, anonymizer=replace),
        "replace polars lazy frame": lambda: frame.select(expression).collect(),
        "replace pandas": lambda: columns.anonymize(panda, analyzer=analyzer, anonymizer=replace),
        "replace pyarrow 2 threads": lambda: columns.anonymize(
            array, analyzer=analyzer, anonymizer=replace, threads=2
        ),
        "placeholder pyarrow one map": lambda: columns.anonymize(
            array, analyzer=analyzer, map=redact.PlaceholderMap()
        ),
        "replace row by row in Python": lambda: [
            replace.anonymize(text, analyzer.analyze(text)).text for text in texts
        ],
    }


def main() -> None:
    """Prints a table for short rows and one for documents."""
    total = int(float(sys.argv[1]) * 1e6) if len(sys.argv) > 1 else 8_000_000
    program = native_program()
    analyzer = redact.Analyzer()
    for size in (150, 2_300):
        texts = documents(size, total)
        number = sum(len(text.encode()) for text in texts)
        native: Dict[str, List[float]] = {}
        measured: Dict[str, List[float]] = {}
        for _ in range(ROUNDS):
            for name, rate in native_rates(program, texts).items():
                native.setdefault(name, []).append(rate)
            for name, work in column_rates(texts, analyzer).items():
                start = time.perf_counter()
                work()
                measured.setdefault(name, []).append(number / (time.perf_counter() - start))
        print(f"\n{len(texts)} rows of about {number // len(texts)} bytes")
        for name, rates in native.items():
            print(f"{'engine alone: ' + name:34} {statistics.median(rates) / 1e6:8.1f} MB/s")
        for name, rates in measured.items():
            share = statistics.median(rates) / statistics.median(native[name.split()[0]])
            print(f"{name:34} {statistics.median(rates) / 1e6:8.1f} MB/s {share:7.0%}")


if __name__ == "__main__":
    main()
