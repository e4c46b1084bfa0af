"""Registries and their files."""

import logging
from pathlib import Path
from typing import Any

import pytest

from redact.presidio_analyzer import AnalyzerEngineProvider, PatternRecognizer, RecognizerRegistry
from redact.presidio_analyzer.recognizer_registry import RecognizerRegistryProvider
from redact.presidio_analyzer.recognizer_registry.recognizers_loader_utils import (
    PredefinedRecognizerNotFoundError,
    RecognizerListLoader,
)

HEAD = "supported_languages: [en, es]\nglobal_regex_flags: 26\nrecognizers:\n"


def registry(tmp_path: Path, text: str) -> Any:
    path = tmp_path / "recognizers.yaml"
    path.write_text(text, encoding="utf-8")
    return RecognizerRegistryProvider(conf_file=path).create_recognizer_registry()


def rows(made: RecognizerRegistry) -> Any:
    return [
        (type(one).__name__, one.name, one.supported_language, one.supported_entities[0], one.context)
        for one in made.recognizers
    ]


def test_default_registry_has_presidios_recognizers() -> None:
    made = RecognizerRegistryProvider().create_recognizer_registry()
    names = [one.name for one in made.recognizers]
    assert names[-1] == "SpacyRecognizer"
    assert set(names[:-1]) == {
        "CreditCardRecognizer",
        "UsBankRecognizer",
        "UsLicenseRecognizer",
        "UsItinRecognizer",
        "UsPassportRecognizer",
        "UsSsnRecognizer",
        "NhsRecognizer",
        "CryptoRecognizer",
        "DateRecognizer",
        "EmailRecognizer",
        "IbanRecognizer",
        "IpRecognizer",
        "MedicalLicenseRecognizer",
        "MacAddressRecognizer",
        "UuidRecognizer",
        "PhoneRecognizer",
        "UrlRecognizer",
    }
    assert made.get_country_codes() == ["uk", "us"]


def test_every_entry_of_the_default_file_has_its_class() -> None:
    from redact.presidio_analyzer._configuration import default_file, read_yaml

    for entry in read_yaml(default_file("default_recognizers.yaml"))["recognizers"]:
        made = RecognizerListLoader.get_existing_recognizer_cls(entry["name"])
        if entry.get("country_code"):
            assert entry["country_code"] == made.COUNTRY_CODE


def test_languages_and_countries() -> None:
    made = RecognizerRegistry(supported_languages=["es"])
    made.load_predefined_recognizers(languages=["es"])
    by_name = {one.name: one for one in made.recognizers}
    assert by_name["CreditCardRecognizer"].context[0] == "tarjeta"  # type: ignore[index]
    assert "EsNifRecognizer" in by_name and "UsSsnRecognizer" not in by_name
    made = RecognizerRegistry()
    made.load_predefined_recognizers(countries=["US"])
    names = {one.name for one in made.recognizers}
    assert "UsSsnRecognizer" in names and "UrlRecognizer" in names and "NhsRecognizer" not in names


def test_entries_of_a_file(tmp_path: Path) -> None:
    made = registry(
        tmp_path,
        HEAD
        + "  - UuidRecognizer\n"
        + "  - {name: Mine, class_name: UuidRecognizer, supported_languages: [en], supported_entity: ID}\n"
        + "  - {name: Zip, supported_entity: ZIP, supported_language: en, context: [zz], deny_list: [a]}\n"
        + "  - {name: All, type: custom, supported_entity: ALL, deny_list: [a]}\n"
        + "  - {name: De, type: custom, supported_entity: DE, supported_languages: [de], deny_list: [a]}\n",
    )
    words = ["uuid", "guid"]
    assert [(*one[:4], (one[4] or [])[:2]) for one in rows(made)] == [
        ("UuidRecognizer", "UuidRecognizer", "en", "UUID", words),
        ("UuidRecognizer", "UuidRecognizer", "es", "UUID", words),
        ("UuidRecognizer", "Mine", "en", "ID", words),
        ("PatternRecognizer", "Zip", "en", "ZIP", ["zz"]),
        ("PatternRecognizer", "All", "en", "ALL", []),
        ("PatternRecognizer", "All", "es", "ALL", []),
    ]


@pytest.mark.parametrize(
    "entry,why",
    [
        ("{name: NopeRecognizer, type: predefined}", "no recognizer class"),
        ("{name: UuidRecognizer, type: custom, supported_entity: A, deny_list: [a]}", "predefined"),
        ("{name: Zip, type: custom, deny_list: [a]}", "supported_entity"),
        ("{name: Zip, type: custom, supported_entity: ZIP}", "patterns or a deny_list"),
        ("{name: Zip, type: other}", "type"),
        ("{type: custom}", "name"),
        ("{name: UuidRecognizer, score_thresholds: {UUID: 3}}", "between 0.0 and 1.0"),
        ("{name: UuidRecognizer, supported_languages: [engl]}", "language"),
        (
            "{name: Z, type: custom, supported_entity: Z, patterns: [{name: a, regex: '(', score: 1}]}",
            "regex",
        ),
        (
            "{name: Z, type: custom, supported_entity: Z, deny_list: [a],"
            " supported_language: en, supported_languages: [en]}",
            "only one of",
        ),
    ],
)
def test_wrong_entries_are_named(tmp_path: Path, entry: str, why: str) -> None:
    with pytest.raises(ValueError, match="Invalid recognizer registry configuration: entry 1") as caught:
        registry(tmp_path, f"{HEAD}  - {entry}\n")
    assert why in str(caught.value)


def test_wrong_files(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="Failed to parse file"):
        registry(tmp_path, "a: [")
    with pytest.raises(ValueError, match="unknown fields"):
        registry(tmp_path, HEAD + "  - UuidRecognizer\nother: 1\n")
    with pytest.raises(ValueError, match="at least one"):
        registry(tmp_path, "supported_languages: [en]\nrecognizers: []\n")
    with pytest.raises(FileNotFoundError):
        RecognizerRegistry().add_recognizers_from_yaml(tmp_path / "none.yaml")


def test_country_filter_of_a_file(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="presidio-analyzer"):
        made = registry(
            tmp_path,
            "supported_countries: [us, xx]\n"
            + HEAD
            + "  - {name: A, supported_entity: A, deny_list: [a], country_code: US}\n"
            + "  - {name: B, supported_entity: B, deny_list: [a], country_code: uk}\n"
            + "  - {name: C, supported_entity: C, deny_list: [a]}\n",
        )
    assert sorted({one.name for one in made.recognizers}) == ["A", "C"]
    assert "xx" in caplog.text


def test_classes_of_the_caller_are_found_by_name(tmp_path: Path) -> None:
    class ParcelRecognizer(PatternRecognizer):
        def __init__(self, supported_language: str = "en", weight: int = 1) -> None:
            super().__init__("PARCEL", deny_list=["p"], supported_language=supported_language)
            self.weight = weight

    made = registry(tmp_path, HEAD + "  - {name: ParcelRecognizer, type: predefined, weight: 5}\n")
    assert [(one.supported_language, one.weight) for one in made.recognizers] == [("en", 5), ("es", 5)]
    assert ParcelRecognizer in RecognizerListLoader.get_all_existing_recognizers()
    with pytest.raises(PredefinedRecognizerNotFoundError):
        RecognizerListLoader.get_existing_recognizer_cls("NobodysRecognizer")


def test_entities_of_a_request(caplog: pytest.LogCaptureFixture) -> None:
    made = RecognizerRegistry([PatternRecognizer("A", deny_list=["a"])])
    with pytest.raises(ValueError, match="No matching recognizers"):
        made.get_recognizers("en", entities=["B"])
    assert made.get_recognizers("en", entities=["A", "B"]) == made.recognizers
    assert "Entity B" in caplog.text
    with pytest.raises(ValueError, match="No entities"):
        made.get_recognizers("en")


def test_an_engine_from_one_file(tmp_path: Path) -> None:
    path = tmp_path / "analyzer.yaml"
    path.write_text(
        "supported_languages: [en]\n"
        "default_score_threshold: 0.4\n"
        "nlp_configuration:\n"
        "  nlp_engine_name: no_op\n"
        "  models: [{lang_code: en, model_name: none}]\n"
        "recognizer_registry:\n"
        "  recognizers:\n"
        "    - {name: Zip, supported_entity: ZIP, patterns: [{name: z, regex: '\\d{5}', score: 0.3}]}\n"
        "context_aware_enhancer: {context_similarity_factor: 0.5}\n",
        encoding="utf-8",
    )
    engine = AnalyzerEngineProvider(analyzer_engine_conf_file=path).create_engine()
    assert engine.analyze("12345", "en") == []
    assert engine.analyze("12345", "en", score_threshold=0.3)[0].entity_type == "ZIP"
    assert engine.context_aware_enhancer.context_similarity_factor == 0.5
    path.write_text("supported_languages: [en]\nother: 1\n", encoding="utf-8")
    with pytest.raises(ValueError, match="Unknown configuration key"):
        AnalyzerEngineProvider(analyzer_engine_conf_file=path)
    with pytest.raises(ValueError, match="does not exist"):
        AnalyzerEngineProvider(analyzer_engine_conf_file=tmp_path / "none.yaml")
