"""The stubs say what the classes are."""

import importlib.util
from pathlib import Path


def test_stubs_are_up_to_date() -> None:
    path = Path(__file__).parent / "predefined_stubs.py"
    spec = importlib.util.spec_from_file_location("predefined_stubs", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for stub, text in module.stubs().items():
        assert stub.read_text(encoding="utf-8") == text, f"run {path} to write {stub.name} anew"
