"""Options become settings once; settings travel to workers."""

from __future__ import annotations

import pickle
import subprocess
import sys

import pyarrow as pa

import redact
from redact import columns

WORKER = """
import pickle, sys, time
data = sys.stdin.buffer.read()
times = []
for _ in range(3):
    start = time.perf_counter()
    pickle.loads(data)
    times.append(time.perf_counter() - start)
print(times[0] > 5 * min(times[1:]))
"""


def test_a_worker_builds_its_engine_once() -> None:
    settings = columns.settings({"deny_list": {"PROJECT": ["Kestrel"]}})
    answer = subprocess.run(
        # What the import costs is no part of the engine.
        [sys.executable, "-c", "import redact.columns\n" + WORKER],
        input=pickle.dumps(settings),
        capture_output=True,
        check=True,
    )
    assert answer.stdout.strip() == b"True"


def test_settings_that_travelled_do_the_same() -> None:
    settings = columns.settings({"operator": "hash", "entities": ["EMAIL_ADDRESS"], "threads": 2})
    again = pickle.loads(pickle.dumps(settings))
    texts = pa.array(["a@example.jp", "03-1234-5678"])
    here, there = (columns.anonymize_with(one, texts) for one in (settings, again))
    assert here.equals(there), "the salt travels along"
    assert here.to_pylist()[1] == "03-1234-5678"


def test_importing_columns_loads_no_library() -> None:
    code = """
import sys
import redact.columns
libraries = {"pyarrow", "pandas", "polars", "pyspark", "numpy"}
print(sorted(libraries & sys.modules.keys()))
"""
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert answer.stdout.strip() == "[]"


def test_an_analyzer_can_be_shared() -> None:
    analyzer = redact.Analyzer(entities=["URL"])
    assert columns.settings({"analyzer": analyzer}).analyzer is analyzer
