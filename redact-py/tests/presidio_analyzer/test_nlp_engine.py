"""Engines of words and names: the built-in one, those plugged in, those that are not installed."""

import importlib.util
from types import SimpleNamespace
from typing import Any, List

import pytest

from redact.presidio_analyzer import AnalyzerEngine, RecognizerRegistry
from redact.presidio_analyzer.nlp_engine import (
    NerModelConfiguration,
    NlpArtifacts,
    NlpEngineProvider,
    NoOpNlpEngine,
    SpacyNlpEngine,
    StanzaNlpEngine,
    TokenizerNlpEngine,
    TransformersNlpEngine,
)
from redact.presidio_analyzer.predefined_recognizers import SpacyRecognizer


class Names(TokenizerNlpEngine):
    """Finds one name."""

    def process_text(self, text: str, language: str) -> NlpArtifacts:
        artifacts = super().process_text(text, language)
        at = text.find("Hanako")
        if at >= 0:
            entity = SimpleNamespace(label_="PERSON", start_char=at, end_char=at + 6)
            artifacts.entities, artifacts.scores = [entity], [0.9]
        return artifacts

    def get_supported_entities(self) -> List[str]:
        return ["PERSON"]


def test_entities_of_an_engine_are_reported() -> None:
    registry = RecognizerRegistry([SpacyRecognizer(supported_entities=["PERSON"])])
    engine = AnalyzerEngine(registry=registry, nlp_engine=Names())
    results = engine.analyze("Hanako called", "en", return_decision_process=True)
    assert [(one.entity_type, one.start, one.end, one.score) for one in results] == [
        ("PERSON", 0, 6, 0.9)
    ]
    assert "Spacy" in (results[0].analysis_explanation.textual_explanation or "")  # type: ignore[union-attr]
    assert engine.analyze("Hanako called", "en", entities=["PERSON"])


def test_words_without_a_model() -> None:
    artifacts = TokenizerNlpEngine().process_text("My SSN, 日本_1: x", "en")
    assert artifacts.tokens == ["My", "SSN", ",", "日本_1", ":", "x"]
    assert artifacts.tokens_indices == [0, 3, 6, 8, 12, 14]
    assert artifacts.keywords == ["my", "ssn", "日本_1", "x"]


@pytest.mark.parametrize(
    "package,engine",
    [("spacy", SpacyNlpEngine), ("stanza", StanzaNlpEngine), ("transformers", TransformersNlpEngine)],
)
def test_what_is_not_installed_says_so(package: str, engine: Any) -> None:
    if importlib.util.find_spec(package) is not None:
        pytest.skip(f"{package} is installed")
    with pytest.raises(ImportError, match="not installed"):
        engine().load()


def test_no_engine_without_load() -> None:
    engine = NoOpNlpEngine(models=[{"lang_code": "en", "model_name": "none"}])
    with pytest.raises(ValueError, match="load"):
        engine.process_text("a", "en")
    engine.load()
    assert engine.process_text("a", "en").tokens == []
    with pytest.raises(ValueError, match="language"):
        engine.process_text("a", "de")
    with pytest.raises(ValueError, match="model_name"):
        NoOpNlpEngine(models=[{"lang_code": "en"}])


def test_engines_by_configuration() -> None:
    assert isinstance(NlpEngineProvider().create_engine(), TokenizerNlpEngine)
    models = [{"lang_code": "ja", "model_name": "none"}]
    provider = NlpEngineProvider(nlp_configuration={"nlp_engine_name": "no_op", "models": models})
    assert provider.create_engine().get_supported_languages() == ["ja"]
    with pytest.raises(ValueError, match="not available"):
        NlpEngineProvider(
            nlp_configuration={"nlp_engine_name": "other", "models": models}
        ).create_engine()
    with pytest.raises(ValueError, match="non-empty"):
        NlpEngineProvider(nlp_configuration={"nlp_engine_name": "no_op", "models": []})


def test_labels_become_kinds() -> None:
    configuration = NerModelConfiguration.from_dict(
        {"labels_to_ignore": ["ORG"], "default_score": 0.5, "unknown": 1}
    )
    assert configuration.to_dict()["model_to_presidio_entity_mapping"]["GPE"] == "LOCATION"
    assert configuration.default_score == 0.5
    with pytest.raises(ValueError, match="default_score"):
        NerModelConfiguration(default_score=2)


def test_a_plugged_in_spacy_pipeline() -> None:
    spacy = pytest.importorskip("spacy")
    pipeline = spacy.blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns(
        [{"label": "PER", "pattern": "Hanako"}, {"label": "ORG", "pattern": "Umi"}]
    )
    nlp_engine = SpacyNlpEngine(
        ner_model_configuration=NerModelConfiguration(labels_to_ignore=["ORG"])
    )
    nlp_engine.nlp = {"en": pipeline}
    engine = AnalyzerEngine(nlp_engine=nlp_engine)
    results = engine.analyze("Hanako of Umi", "en")
    assert [(one.entity_type, one.start, one.end) for one in results] == [("PERSON", 0, 6)]
