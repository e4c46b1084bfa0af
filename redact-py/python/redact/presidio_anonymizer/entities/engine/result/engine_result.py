"""A text with its replacements."""

import json
from typing import List, Optional

from redact.presidio_anonymizer.entities.engine.result.operator_result import OperatorResult


class EngineResult:
    """A text with its replacements.

    :param text: the text.
    :param items: the replacements, the last in the text first.
    """

    text: str
    items: List[OperatorResult]

    def __init__(self, text: Optional[str] = None, items: Optional[List[OperatorResult]] = None) -> None:
        self.text = text  # type: ignore[assignment]
        self.items = [] if items is None else items

    def set_text(self, text: str) -> None:
        """Takes another text."""
        self.text = text

    def add_item(self, item: OperatorResult) -> None:
        """Adds a replacement."""
        self.items.append(item)

    def normalize_item_indexes(self) -> None:
        """Turns ends that count from the end of the text into starts and ends that count from its beginning."""
        text_len = len(self.text)
        for item in self.items:
            item.start = text_len - item.end
            item.end = item.start + len(item.text)  # type: ignore[arg-type]

    def to_json(self) -> str:
        """The result as Presidio's REST service answers it."""
        return json.dumps(self, default=lambda value: value.__dict__)

    def __repr__(self) -> str:
        items = ",\n    ".join(str(item) for item in self.items)
        return f"text: {self.text}\nitems:\n[\n    {items}\n]\n"

    def __eq__(self, other: "EngineResult") -> bool:  # type: ignore[override]
        return self.text == other.text and all(
            mine == theirs for mine, theirs in zip(self.items, other.items)
        )
