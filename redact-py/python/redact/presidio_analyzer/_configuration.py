"""Configuration files."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, Union

from redact.presidio_analyzer._native_module import presidio

_CONFIGURATIONS = Path(__file__).parent / "conf"


class NoMappingError(TypeError, ValueError):
    """A file holds something else than the mapping that was wanted; Presidio raises ``TypeError`` for it."""


def default_file(name: Union[Path, str]) -> Path:
    """A configuration that comes with the package."""
    return _CONFIGURATIONS / name


def read_yaml(path: Union[Path, str]) -> Dict[str, Any]:
    """The mapping in a YAML file; raises ``ValueError`` if it is none, ``OSError`` if there is none."""
    document = Path(path).read_text(encoding="utf-8")
    try:
        content: Any = presidio.parse_yaml(document)
    except ValueError as error:
        raise ValueError(f"Failed to parse file {path}. Error: {error}") from None
    if not isinstance(content, dict):
        raise NoMappingError(f"the file {path} must hold a mapping")
    return content
