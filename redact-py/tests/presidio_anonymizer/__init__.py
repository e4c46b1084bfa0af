"""Tests of redact.presidio_anonymizer."""
