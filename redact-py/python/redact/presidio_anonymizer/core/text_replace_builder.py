"""A text, replaced piece by piece from its end."""

import logging

from redact.presidio_anonymizer.entities import InvalidParamError


class TextReplaceBuilder:
    """A text, replaced piece by piece from its end. Each replacement copies the text: for a few.

    :param original_text: the text.
    """

    def __init__(self, original_text: str) -> None:
        self.logger = logging.getLogger("presidio-anonymizer")
        self.output_text = original_text
        self.original_text = original_text
        self.text_len = len(original_text)
        self.last_replacement_index = self.text_len

    def get_text_in_position(self, start: int, end: int) -> str:
        """The text from ``start`` to ``end``, as it was.

        :raises InvalidParamError: when they lie behind the text.
        """
        check_position(self.text_len, start, end)
        return self.original_text[start:end]

    def replace_text_get_insertion_index(self, replacement_text: str, start: int, end: int) -> int:
        """Replaces from ``start`` to ``end``, or to where the last replacement began.

        :return: how far from the end of the text the replacement begins.
        """
        end = min(end, self.last_replacement_index)
        self.last_replacement_index = start
        behind = self.output_text[end:]
        self.output_text = self.output_text[:start] + replacement_text + behind
        return len(behind) + len(replacement_text)


def check_position(text_len: int, start: int, end: int) -> None:
    """Raises InvalidParamError when a place lies behind the text."""
    if text_len < start or end > text_len:
        raise InvalidParamError(
            f"Invalid analyzer result, start: {start} and end: {end}, while text length is only {text_len}."
        )
