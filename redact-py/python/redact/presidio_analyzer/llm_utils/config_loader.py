"""Configurations of recognizers that ask a language model."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List, Tuple, Union

from redact.presidio_analyzer._native_module import presidio

_PACKAGE = Path(__file__).parent.parent

__all__ = [
    "get_conf_path",
    "load_yaml_file",
    "resolve_config_path",
    "get_model_config",
    "validate_config_fields",
]


def get_conf_path(filename: str, conf_subdir: str = "conf") -> Path:
    """Where a file of the package's configurations stands, or would stand."""
    return _PACKAGE / conf_subdir / filename


def resolve_config_path(config_path: Union[str, Path]) -> Path:
    """The file a path means: it as it stands if it is absolute or there, else one of the package's configurations,
    else one beside the package."""
    path = Path(config_path)
    if path.is_absolute() or path.exists():
        return path
    own = get_conf_path(str(config_path))
    return own if own.exists() else _PACKAGE.parent.parent / path


def load_yaml_file(filepath: Union[str, Path]) -> Dict[str, Any]:
    """What a YAML file holds.

    :raises FileNotFoundError: if it is not there.
    :raises ValueError: if it is no YAML.
    """
    path = resolve_config_path(filepath)
    if not path.exists():
        raise FileNotFoundError(f"File not found: {path}")
    try:
        content: Dict[str, Any] = presidio.parse_yaml(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ValueError(f"Failed to parse YAML: {error}") from None
    return content


def get_model_config(config: Dict[str, Any], provider_key: str) -> Dict[str, Any]:
    """The field ``model`` of a provider, which must name a ``model_id``.

    :raises ValueError: if it does not.
    """
    validate_config_fields(config, [(provider_key, "model", "model_id")])
    model: Dict[str, Any] = config[provider_key]["model"]
    return model


def validate_config_fields(
    config: Dict[str, Any],
    required_fields: List[Union[str, Tuple[str, ...]]],
    config_name: str = "Configuration",
) -> None:
    """Raise ``ValueError`` unless each field is there and not empty; a tuple is a path of fields."""
    for field in required_fields:
        path = (field,) if isinstance(field, str) else tuple(field)
        value: Any = config
        for depth, key in enumerate(path, 1):
            value = value.get(key) if isinstance(value, dict) else None
            if value is None or (depth == len(path) and not value):
                raise ValueError(f"{config_name} must contain '{'.'.join(path[:depth])}'")
