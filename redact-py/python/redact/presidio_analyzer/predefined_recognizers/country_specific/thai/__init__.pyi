# Written by tests/presidio_analyzer/predefined_stubs.py from the native catalogue.
from redact.presidio_analyzer.predefined_recognizers import ThTninRecognizer as ThTninRecognizer
