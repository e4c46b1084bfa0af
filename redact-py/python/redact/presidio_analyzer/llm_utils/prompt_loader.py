"""Prompts from files."""

from __future__ import annotations

from typing import Any

from redact.presidio_analyzer.llm_utils.config_loader import resolve_config_path

__all__ = ["load_file_from_conf", "load_prompt_file", "render_jinja_template"]


def load_file_from_conf(filename: str, conf_subdir: str = "conf") -> str:
    """The text of a file.

    :param conf_subdir: taken for compatibility.
    :raises FileNotFoundError: if it is not there.
    """
    path = resolve_config_path(filename)
    if not path.exists():
        raise FileNotFoundError(f"File not found: {path}")
    return path.read_text(encoding="utf-8")


def load_prompt_file(prompt_file: str, conf_subdir: str = "conf") -> str:
    """The text of a prompt's template; as :func:`load_file_from_conf`."""
    return load_file_from_conf(prompt_file, conf_subdir)


def render_jinja_template(template_str: str, **kwargs: Any) -> str:
    """The template with its variables filled in.

    :raises ImportError: if Jinja2 is not installed.
    """
    try:
        from jinja2 import Template  # type: ignore[import-not-found, unused-ignore]
    except ImportError:
        raise ImportError("Jinja2 is not installed; `pip install jinja2` brings it") from None
    rendered: str = Template(template_str).render(**kwargs)
    return rendered
