# Written by tests/presidio_analyzer/predefined_stubs.py from the native catalogue.
