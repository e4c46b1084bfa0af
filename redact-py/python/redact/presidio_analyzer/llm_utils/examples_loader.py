"""Examples that a language model is shown."""

from __future__ import annotations

from typing import Any, Dict, List

from redact.presidio_analyzer.llm_utils.config_loader import load_yaml_file, validate_config_fields
from redact.presidio_analyzer.llm_utils.langextract_helper import check_langextract_available, lx

__all__ = ["load_yaml_examples", "convert_to_langextract_format"]


def load_yaml_examples(examples_file: str, conf_subdir: str = "conf") -> List[Dict[str, Any]]:
    """The field ``examples`` of a YAML file.

    :param conf_subdir: taken for compatibility.
    :raises ValueError: if there is none.
    """
    content = load_yaml_file(examples_file)
    validate_config_fields(content, ["examples"], "Examples file")
    examples: List[Dict[str, Any]] = content["examples"]
    return examples


def convert_to_langextract_format(examples_data: List[Dict[str, Any]]) -> List[Any]:
    """The examples as objects of LangExtract.

    :raises ImportError: if LangExtract is not installed.
    """
    check_langextract_available()
    return [
        lx.data.ExampleData(
            text=example["text"],
            extractions=[
                lx.data.Extraction(
                    extraction_class=one["extraction_class"],
                    extraction_text=one["extraction_text"],
                    attributes=one.get("attributes", {}),
                )
                for one in example.get("extractions", [])
            ],
        )
        for example in examples_data
    ]
