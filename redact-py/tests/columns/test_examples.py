"""The examples run, as programs of their own."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"

#: What each example needs to be installed.
NEEDS = {
    "pandas_frame.py": ["pandas", "pyarrow"],
    "polars_lazy.py": ["polars"],
    "duckdb_query.py": ["duckdb", "pyarrow"],
    "spark_job.py": ["pyspark"],
    "langchain_style.py": [],
}


def test_every_example_is_run() -> None:
    assert set(NEEDS) <= {path.name for path in EXAMPLES.glob("*.py")}


@pytest.mark.parametrize("name", NEEDS)
def test_example(name: str) -> None:
    for package in NEEDS[name]:
        if importlib.util.find_spec(package) is None:
            pytest.skip(f"{package} is not installed (see requirements-dev.txt)")
    if name == "spark_job.py" and shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        pytest.skip("Spark needs Java (17 or later), and there is none here")
    done = subprocess.run([sys.executable, EXAMPLES / name], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip(), "an example shows something"
