"""Files read into frames and JSON."""

import json
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any, Union


class ReaderBase(ABC):
    """Reads a file."""

    @abstractmethod
    def read(self, path: Union[str, Path], **kwargs: Any) -> Any:
        """Reads a file.

        :param path: the file.
        :param kwargs: passed to what reads it.
        """


class CsvReader(ReaderBase):
    """Reads CSV into a frame; needs pandas."""

    def read(self, path: Union[str, Path], **kwargs: Any) -> Any:
        """Reads CSV; options are those of :func:`pandas.read_csv`."""
        import pandas

        return pandas.read_csv(path, **kwargs)


class JsonReader(ReaderBase):
    """Reads JSON."""

    def read(self, path: Union[str, Path], **kwargs: Any) -> Any:
        """Reads JSON; options are those of :func:`json.load`."""
        with open(path, encoding="utf-8") as file:
            return json.load(file, **kwargs)
