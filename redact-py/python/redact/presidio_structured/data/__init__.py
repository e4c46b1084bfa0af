"""Data read, and replaced."""

from redact.presidio_structured.data.data_processors import JsonDataProcessor, PandasDataProcessor
from redact.presidio_structured.data.data_reader import CsvReader, JsonReader

__all__ = ["CsvReader", "JsonReader", "PandasDataProcessor", "JsonDataProcessor"]
