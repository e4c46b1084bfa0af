"""The stubs say what the package is, and the package keeps to its own types."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1]


def run(tmp_path: Path, *arguments: str) -> None:
    # Away from the sources, so that what is installed is checked.
    answer = subprocess.run([sys.executable, "-m", *arguments], cwd=tmp_path, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_stubs_match_the_extension(tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    run(tmp_path, "mypy.stubtest", "redact._native", "--ignore-disjoint-bases")


def test_native_package_is_strictly_typed(tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    # The drop-ins for Presidio keep its signatures, whatever a strict checker thinks of them.
    files = [str(file) for file in sorted((PACKAGE / "python" / "redact").glob("*.py*")) if file.suffix in {".py", ".pyi"}]
    settings = ["--config-file", str(PACKAGE / "pyproject.toml"), "--follow-imports", "silent"]
    run(tmp_path, "mypy", *settings, *files)
