"""Importing the package: what it costs and what it leaves alone."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ["polars", "pandas", "pyarrow", "numpy", "pyspark", "asyncio", "inspect", "typing_extensions", "yaml"]


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_import_loads_nothing_heavy() -> None:
    loaded = run("import sys; before = set(sys.modules); import redact; print(*sorted(set(sys.modules) - before))").split()
    assert "redact._native" in loaded
    assert not [name for name in loaded if name.split(".")[0] in HEAVY or name.startswith("redact.presidio")]


def test_import_takes_less_than_50_milliseconds() -> None:
    code = "import time; start = time.perf_counter(); import redact; print(time.perf_counter() - start)"
    assert min(float(run(code)) for _ in range(5)) < 0.05
