"""Configurations of models, registries and language models."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, Dict, List

import pytest

from redact.presidio_analyzer import PatternRecognizer, RecognizerRegistry, RecognizerResult
from redact.presidio_analyzer.input_validation import ConfigurationValidator
from redact.presidio_analyzer.llm_utils import config_loader, entity_mapper, langextract_helper
from redact.presidio_analyzer.nlp_engine import NerModelConfiguration, NlpEngineProvider
from redact.presidio_analyzer.recognizer_registry.recognizers_loader_utils import RecognizerListLoader


def test_the_configuration_of_a_model_has_the_methods_of_a_pydantic_model() -> None:
    made = NerModelConfiguration(stride=9, labels_to_ignore=["O"])
    assert NerModelConfiguration.model_validate(made.model_dump()) == made
    assert NerModelConfiguration.model_validate(made) is made
    assert made.dict() == made.to_dict() == made.model_dump()
    assert made.model_dump(exclude_defaults=True) == {"stride": 9, "labels_to_ignore": ["O"]}
    assert made.model_dump(exclude_unset=True) == {"stride": 9, "labels_to_ignore": ["O"]}
    assert made.model_dump(include={"stride"}) == {"stride": 9}
    assert "stride" not in made.model_dump(exclude={"stride"})
    copied = made.model_copy(update={"stride": 1})
    assert (copied.stride, made.stride) == (1, 9)
    assert NerModelConfiguration(stride=None).stride == 14
    first, second = NerModelConfiguration(), NerModelConfiguration()
    first.model_to_presidio_entity_mapping["X"] = "Y"
    assert "X" not in second.model_to_presidio_entity_mapping


@pytest.mark.parametrize(
    "field, value",
    [
        ("stride", "9"),
        ("stride", True),
        ("default_score", 1.5),
        ("default_score", "high"),
        ("low_confidence_score_multiplier", -1),
        ("labels_to_ignore", "O"),
        ("low_score_entity_names", 3),
        ("model_to_presidio_entity_mapping", ["PER"]),
        ("alignment_mode", 1),
        ("aggregation_strategy", 2),
    ],
)
def test_fields_of_a_model_that_are_not_valid(field: str, value: Any) -> None:
    with pytest.raises(ValueError, match=field):
        NerModelConfiguration(**{field: value})


@pytest.mark.parametrize(
    "configuration, message",
    [
        ("spacy", "must be a dictionary"),
        ({}, "missing required fields: nlp_engine_name, models"),
        ({"nlp_engine_name": "spacy"}, "missing required fields: models"),
        ({"models": []}, "missing required fields: nlp_engine_name"),
        ({"nlp_engine_name": "spacy", "models": []}, "Models must be a non-empty list"),
        ({"nlp_engine_name": "spacy", "models": {}}, "Models must be a non-empty list"),
        ({"nlp_engine_name": "spacy", "models": ["en"]}, "Each model must be a dictionary"),
        ({"nlp_engine_name": "spacy", "models": [{"lang_code": "en"}]}, "must have 'lang_code' and 'model_name'"),
    ],
)
def test_what_a_configuration_of_an_nlp_engine_lacks(configuration: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        ConfigurationValidator.validate_nlp_configuration(configuration)
    with pytest.raises(ValueError):
        NlpEngineProvider(nlp_configuration=configuration or "none")


@pytest.mark.parametrize("conf_file", ["", "nowhere.yaml", "/"])
def test_a_file_of_an_nlp_engine_must_be_one(conf_file: str) -> None:
    with pytest.raises(ValueError):
        NlpEngineProvider(conf_file=conf_file)


@pytest.mark.parametrize(
    "countries, error",
    [("us", TypeError), (7, TypeError), (["us", 2], TypeError), ([""], ValueError), (["us", " "], ValueError)],
)
def test_countries_are_a_list_of_codes(countries: Any, error: type) -> None:
    with pytest.raises(error):
        RecognizerListLoader.filter_by_countries([], countries)
    with pytest.raises(error):
        RecognizerRegistry().load_predefined_recognizers(countries=countries)


def test_a_class_spells_its_country_as_it_likes() -> None:
    class Swiss(PatternRecognizer):
        COUNTRY_CODE = " CH "

    made = Swiss("X", deny_list=["x"])
    assert made.country_code() == "ch"
    assert RecognizerListLoader.filter_by_countries([made], ["Ch"]) == [made]
    with pytest.raises(ValueError, match="conflicts with class-level"):
        Swiss("X", deny_list=["x"], country_code="de")


@pytest.mark.parametrize("written", ["uk", " ", 3])
def test_an_entry_may_not_give_a_class_another_country(written: Any) -> None:
    entries = [{"name": "UsSsnRecognizer", "country_code": written}]
    with pytest.raises(ValueError, match="country_code"):
        RecognizerListLoader.get(entries, ["en"], 26)
    with pytest.raises(ValueError, match="no ``COUNTRY_CODE``"):
        RecognizerListLoader.get([{"name": "UrlRecognizer", "country_code": "us"}], ["en"], 26)


@pytest.mark.parametrize("entity", ["Y", "n", "y", "N"])
def test_single_letters_are_texts_in_yaml(entity: str, tmp_path: Path) -> None:
    path = tmp_path / "registry.yaml"
    path.write_text(
        f"recognizers:\n  - name: letters\n    supported_entity: {entity}\n    enabled: yes\n    deny_list: [z]\n"
        f"  - name: others\n    supported_entity: {entity}\n    enabled: off\n    deny_list: [z]\n",
        encoding="utf-8",
    )
    registry = RecognizerRegistry()
    registry.add_recognizers_from_yaml(path)
    assert [one.supported_entities for one in registry.recognizers] == [[entity]]


def test_fields_that_a_language_models_configuration_must_have() -> None:
    config: Dict[str, Any] = {"a": {"model": {"model_id": "m"}}, "empty": []}
    assert config_loader.get_model_config(config, "a") == {"model_id": "m"}
    for wanted, message in [
        (["b"], "Examples must contain 'b'"),
        (["empty"], "Examples must contain 'empty'"),
        ([("a", "model", "size")], "Examples must contain 'a.model.size'"),
        ([("a", "other", "size")], "Examples must contain 'a.other'"),
    ]:
        with pytest.raises(ValueError, match=message):
            config_loader.validate_config_fields(config, wanted, "Examples")  # type: ignore[arg-type]


def result(kind: str, start: Any = 0, end: Any = 4, score: float = 0.9) -> RecognizerResult:
    return RecognizerResult(kind, start, end, score)


def kinds(results: List[RecognizerResult]) -> List[str]:
    return [one.entity_type for one in results]


def test_results_of_a_language_model_are_sorted_out() -> None:
    results = [result("PERSON"), result(""), result("Email", score=0.2), result("CAR", start=None)]
    assert kinds(entity_mapper.filter_results_by_labels(results, ["EMAIL"])) == ["PERSON", "CAR"]
    assert kinds(entity_mapper.filter_results_by_score(results, 0.5)) == ["PERSON", "", "CAR"]
    assert kinds(entity_mapper.filter_results_by_entities(results, ["CAR"])) == ["CAR"]
    assert entity_mapper.filter_results_by_entities(results, []) == results
    assert kinds(entity_mapper.validate_result_positions(results)) == ["PERSON", "", "Email"]
    assert kinds(entity_mapper.skip_unmapped_entities(results, ["PERSON"])) == ["PERSON"]
    warned: set[str] = set()
    generic = entity_mapper.consolidate_generic_entities([result("PERSON"), result("CAR")], ["PERSON"], warned)
    assert kinds(generic) == ["PERSON", "GENERIC_PII_ENTITY"] and warned == {"CAR"}
    assert generic[1].recognition_metadata == {"original_entity_type": "CAR"}
    given = ["A"]
    assert entity_mapper.ensure_generic_entity_support(given, True) == ["A", "GENERIC_PII_ENTITY"]
    assert entity_mapper.ensure_generic_entity_support(given, False) == given == ["A"]


def test_extractions_become_results() -> None:
    def extraction(label: str, status: Any = None, place: Any = (3, 9)) -> Any:
        interval = SimpleNamespace(start_pos=place[0], end_pos=place[1]) if place else None
        return SimpleNamespace(extraction_class=label, alignment_status=status, char_interval=interval, attributes={})

    found = SimpleNamespace(
        extractions=[
            extraction("person", "MATCH_FUZZY"),
            extraction("CAR", "AlignmentStatus.MATCH_EXACT"),
            extraction("boat"),
            extraction("person", place=None),
        ]
    )
    convert = langextract_helper.convert_langextract_to_presidio_results
    made = convert(found, {"person": "PERSON"}, ["CAR"], True, "mine")
    assert [(one.entity_type, one.start, one.end, one.score) for one in made] == [
        ("PERSON", 3, 9, 0.8),
        ("CAR", 3, 9, 0.95),
        ("BOAT", 3, 9, 0.85),
    ]
    assert kinds(convert(found, {"person": "PERSON"}, ["CAR"], False, "mine")) == ["PERSON", "CAR"]
    assert convert(None, {}, [], True, "mine") == []


def test_models_of_entries() -> None:
    pytest.importorskip("pydantic")
    from redact.presidio_analyzer.input_validation import (
        CustomRecognizerConfig,
        RecognizerRegistryConfig,
        TextChunkerConfig,
    )

    registry = RecognizerRegistryConfig(
        supported_languages=["en"],
        recognizers=["UrlRecognizer", {"name": "mine", "supported_entity": "X", "deny_list": ["x"]}],
    )
    assert isinstance(registry.recognizers[1], CustomRecognizerConfig)
    for wrong in [
        {"recognizers": []},
        {"recognizers": [{"name": "mine", "supported_entity": "X", "deny_list": ["x"]}]},
        {"recognizers": [{"name": "UrlRecognizer", "supported_entity": "X", "deny_list": ["x"]}], "supported_languages": ["en"]},
        {"recognizers": [{"name": "NoSuchRecognizer"}]},
        {"recognizers": ["UrlRecognizer"], "colour": "red"},
        {"recognizers": ["UrlRecognizer"], "supported_languages": ["english"]},
    ]:
        with pytest.raises(ValueError):
            RecognizerRegistryConfig(**wrong)
    with pytest.raises(ValueError, match="max_tokens"):
        TextChunkerConfig(chunker_type="character", max_tokens=3)
