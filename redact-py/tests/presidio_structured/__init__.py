"""Tests of redact.presidio_structured."""
