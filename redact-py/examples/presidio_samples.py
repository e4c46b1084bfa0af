"""Code in the shape of Presidio's documented samples, on either package.

    python presidio_samples.py redact.presidio_analyzer
    python presidio_samples.py presidio_analyzer

Nothing but the name of the package differs. Each sample answers what it found; the answers are printed
as JSON. With ``--builtin`` the NLP engine of the samples is left out, and redact's own is used.
"""

import importlib
import json
import os
import re
import sys
import tempfile
from typing import Any, Callable, Dict, List, Optional

SAMPLES: Dict[str, Callable[[Any], Any]] = {}


def sample(function: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Count a function among the samples."""
    SAMPLES[function.__name__] = function
    return function


def found(results: List[Any]) -> List[List[Any]]:
    """Results as JSON can hold them."""
    return [
        [one.entity_type, one.start, one.end, round(one.score, 6)]
        + [(one.recognition_metadata or {}).get("recognizer_name")]
        for one in results
    ]


class Package:
    """The package under its name, and an NLP engine that needs no model."""

    def __init__(self, name: str, builtin: bool = False) -> None:
        self.analyzer = importlib.import_module(name)
        self.nlp_engine = importlib.import_module(f"{name}.nlp_engine")
        self.registry = importlib.import_module(f"{name}.recognizer_registry")
        self.recognizers = importlib.import_module(f"{name}.predefined_recognizers")
        anonymizer = name.replace("presidio_analyzer", "presidio_anonymizer")
        self.anonymizer = importlib.import_module(anonymizer)
        self.entities = importlib.import_module(f"{anonymizer}.entities")
        self.operators = importlib.import_module(f"{anonymizer}.operators")
        self.builtin = builtin

    def words(self) -> Optional[Any]:
        """Words as tokens, in lower case as lemmas."""
        if self.builtin:
            return None
        nlp_engine = self.nlp_engine

        class WordsNlpEngine(nlp_engine.NlpEngine):  # type: ignore[misc, name-defined]
            """An NLP engine of one's own."""

            def load(self) -> None:
                """Nothing to load."""

            def is_loaded(self) -> bool:
                return True

            def process_text(self, text: str, language: str) -> Any:
                words = list(re.finditer(r"\w+|[^\w\s]", text))
                return nlp_engine.NlpArtifacts(
                    entities=[],
                    tokens=[word.group() for word in words],
                    tokens_indices=[word.start() for word in words],
                    lemmas=[word.group().lower() for word in words],
                    nlp_engine=self,
                    language=language,
                    scores=[],
                )

            def process_batch(self, texts: Any, language: str, **options: Any) -> Any:
                for text in texts:
                    yield text, self.process_text(text, language)

            def is_stopword(self, word: str, language: str) -> bool:
                return False

            def is_punct(self, word: str, language: str) -> bool:
                return re.search(r"\w", word) is None

            def get_supported_entities(self) -> List[str]:
                return []

            def get_supported_languages(self) -> List[str]:
                return ["en"]

        return WordsNlpEngine()

    def engine(self, *recognizers: Any, **options: Any) -> Any:
        """An engine with these recognizers."""
        registry = self.analyzer.RecognizerRegistry(list(recognizers))
        return self.analyzer.AnalyzerEngine(
            registry=registry, nlp_engine=self.words(), **options
        )


@sample
def deny_list(package: Package) -> Any:
    """Terms that are always personal data."""
    titles = package.analyzer.PatternRecognizer(
        supported_entity="TITLE", deny_list=["Mr.", "Mrs.", "Miss", "Ms", "Dr."]
    )
    text = "I suspect Professor Plum, or Mrs. White, or Dr. Green; not Missus Brown"
    return {
        "alone": found(titles.analyze(text, entities=["TITLE"])),
        "in the engine": found(package.engine(titles).analyze(text=text, language="en")),
        "as a dictionary": titles.to_dict(),
    }


@sample
def regular_expression(package: Package) -> Any:
    """A pattern of one's own."""
    pattern = package.analyzer.Pattern(name="numbers_pattern", regex=r"\d+", score=0.5)
    number = package.analyzer.PatternRecognizer(supported_entity="NUMBER", patterns=[pattern])
    text = "I live in 510 Broad st. and in 7 others; x12y"
    return found(number.analyze(text=text, entities=["NUMBER"]))


@sample
def look_around(package: Package) -> Any:
    """Patterns with look-around, back-references and inline flags."""
    Pattern = package.analyzer.Pattern
    patterns = [
        Pattern("behind a hash", r"(?<=#)\d{3,5}(?!\d)", 0.6),
        Pattern("twice the same", r"\b(\w{3})-\1\b", 0.4),
        Pattern("a line of capitals", r"(?-i:^[A-Z]{4}$)", 0.3),
        Pattern("named", r"(?P<year>\d{4})/(?P=year)", 0.2),
    ]
    recognizer = package.analyzer.PatternRecognizer(supported_entity="MIXED", patterns=patterns)
    text = "#1234 #123456 abc-abc abc-abd\nWXYZ\nwxyz\n2024/2024 2024/2025"
    return found(recognizer.analyze(text, ["MIXED"]))


@sample
def rule_based_recognizer(package: Package) -> Any:
    """A recognizer with logic of its own, on the words of the NLP engine."""
    analyzer = package.analyzer

    class NumbersRecognizer(analyzer.EntityRecognizer):  # type: ignore[misc, name-defined]
        """Finds words that hold a digit."""

        expected_confidence_level = 0.7

        def load(self) -> None:
            """Nothing to load."""

        def analyze(self, text: str, entities: List[str], nlp_artifacts: Any) -> List[Any]:
            return [
                analyzer.RecognizerResult(
                    entity_type="NUMBER",
                    start=start,
                    end=start + len(token),
                    score=self.expected_confidence_level,
                )
                for token, start in zip(nlp_artifacts.tokens, nlp_artifacts.tokens_indices)
                if any(character.isdigit() for character in token)
            ]

    engine = package.engine(NumbersRecognizer(supported_entities=["NUMBER"]))
    return found(engine.analyze(text="Roberto lives in Five 10 Broad st.", language="en"))


@sample
def checked_pattern(package: Package) -> Any:
    """A pattern whose matches are checked."""
    analyzer = package.analyzer

    class ParcelRecognizer(analyzer.PatternRecognizer):  # type: ignore[misc, name-defined]
        """Finds parcel numbers whose digits sum up to a multiple of ten."""

        def __init__(self, supported_language: str = "en") -> None:
            super().__init__(
                supported_entity="PARCEL",
                patterns=[analyzer.Pattern("parcel", r"\bP-\d{4}\b", 0.3)],
                context=["parcel", "shipment"],
                supported_language=supported_language,
            )

        def validate_result(self, pattern_text: str) -> Optional[bool]:
            digits = [int(digit) for digit in pattern_text[2:]]
            return True if sum(digits) % 10 == 0 else None

        def invalidate_result(self, pattern_text: str) -> bool:
            return pattern_text.endswith("0000")

    text = "parcel P-1234, then P-1235. And much, much later, in another place, P-1235 and P-0000"
    return found(package.engine(ParcelRecognizer()).analyze(text, language="en"))


@sample
def context_words(package: Package) -> Any:
    """Words that raise scores: the recognizer's, and the caller's."""
    zip_code = package.analyzer.PatternRecognizer(
        supported_entity="US_ZIP_CODE",
        patterns=[package.analyzer.Pattern("zip code (weak)", r"(\b\d{5}(?:\-\d{4})?\b)", 0.01)],
        context=["zip", "zipcode"],
    )
    enhancer = package.analyzer.LemmaContextAwareEnhancer(
        context_similarity_factor=0.45, min_score_with_context_similarity=0.4
    )
    plain = package.engine(zip_code)
    stronger = package.engine(zip_code, context_aware_enhancer=enhancer)
    whole = package.engine(
        zip_code,
        context_aware_enhancer=package.analyzer.LemmaContextAwareEnhancer(
            context_matching_mode="whole_word", context_suffix_count=2
        ),
    )
    near, far = "My zip code is 90210", "My number is 90210, zipped"
    return {
        "near": found(plain.analyze(near, language="en")),
        "far": found(plain.analyze(far, language="en")),
        "of the caller": found(plain.analyze(far, language="en", context=["zip"])),
        "stronger": found(stronger.analyze(near, language="en")),
        "whole words": [found(whole.analyze(text, language="en")) for text in (near, far)],
    }


@sample
def decision_process(package: Package) -> Any:
    """Why something was found."""
    zip_code = package.analyzer.PatternRecognizer(
        supported_entity="ZIP",
        name="Zip recognizer",
        patterns=[package.analyzer.Pattern("zip", r"\b\d{5}\b", 0.1)],
        context=["zip"],
    )
    engine = package.engine(zip_code)
    results = engine.analyze("zip 90210", language="en", return_decision_process=True)
    explained = [dict(one.analysis_explanation.to_dict()) for one in results]
    for explanation in explained:
        explanation["regex_flags"] = int(explanation["regex_flags"])
        explanation["score_context_improvement"] = round(explanation["score_context_improvement"], 6)
    silent = engine.analyze("zip 90210", language="en")
    return {"explained": explained, "silent": [one.analysis_explanation for one in silent]}


@sample
def allow_list(package: Package) -> Any:
    """Values that are no personal data."""
    words = package.analyzer.PatternRecognizer(
        supported_entity="SITE",
        patterns=[package.analyzer.Pattern("site", r"\b[a-z]+\.example\b", 0.5)],
    )
    engine = package.engine(words)
    text = "Our sites are bing.example and Google.example, and ours.example"

    def allowed(*values: str, **options: Any) -> Any:
        return found(engine.analyze(text, language="en", allow_list=list(values), **options))

    return {
        "exact": allowed("bing.example", "google.example"),
        "regex": allowed("bing", r"^google\.", "", allow_list_match="regex"),
        "regex with case": allowed("google", allow_list_match="regex", regex_flags=0),
    }


@sample
def ad_hoc_recognizers(package: Package) -> Any:
    """Recognizers for one request."""
    base = package.analyzer.PatternRecognizer(
        supported_entity="NUMBER", patterns=[package.analyzer.Pattern("n", r"\b\d{3}\b", 0.2)]
    )
    request = package.analyzer.AnalyzerRequest(
        {
            "text": "John Smith drivers license is AC432223 and the zip code is 12345, 678 Mr. Bean",
            "language": "en",
            "ad_hoc_recognizers": [
                {
                    "name": "Zip code Recognizer",
                    "supported_language": "en",
                    "patterns": [
                        {
                            "name": "zip code (weak)",
                            "regex": "(\\b\\d{5}(?:\\-\\d{4})?\\b)",
                            "score": 0.01,
                        }
                    ],
                    "context": ["zip", "code"],
                    "supported_entity": "ZIP",
                },
                {
                    "name": "Mr. Recognizer",
                    "supported_language": "en",
                    "deny_list": ["Mr", "Mr.", "Mister"],
                    "supported_entity": "MR_TITLE",
                },
            ],
        }
    )
    engine = package.engine(base)

    def asked(entities: Optional[List[str]]) -> Any:
        return found(
            engine.analyze(
                text=request.text,
                language=request.language,
                entities=entities,
                ad_hoc_recognizers=request.ad_hoc_recognizers,
                allow_list_match=request.allow_list_match,
                regex_flags=request.regex_flags,
            )
        )

    return {"all": asked(None), "one kind": asked(["ZIP"]), "afterwards": asked(["NUMBER"])}


@sample
def thresholds(package: Package) -> Any:
    """Least scores: of the engine, of a recognizer, of a request."""
    weak = package.analyzer.PatternRecognizer(
        supported_entity="WEAK", patterns=[package.analyzer.Pattern("w", "w+", 0.2)]
    )
    strict = package.analyzer.PatternRecognizer(
        supported_entity="STRICT", patterns=[package.analyzer.Pattern("s", "s+", 0.5)]
    )
    strict.score_thresholds = {"STRICT": 0.6, "default": 0.1}
    engine = package.engine(weak, strict, default_score_threshold=0.1)
    return [
        found(engine.analyze("ww ss", language="en", score_threshold=threshold))
        for threshold in (None, 0, 0.3, 0.5, 0.6)
    ]


@sample
def batches(package: Package) -> Any:
    """Lists and dictionaries."""
    number = package.analyzer.PatternRecognizer(
        supported_entity="NUMBER",
        patterns=[package.analyzer.Pattern("n", r"\b\d{2,}\b", 0.2)],
        context=["phone"],
    )
    batch = package.analyzer.BatchAnalyzerEngine(analyzer_engine=package.engine(number))
    texts = ["call 123", "none", "", "phone 45"]
    people = {
        "name": ["Bob 77", "Ann"],
        "phone": "555",
        "id": 0,
        "more": {"phone": ["12", "3"], "secret": "99", "deep": {"phone": "88"}},
    }

    def walked(results: Any) -> Any:
        answers = {}
        for one in results:
            value = one.recognizer_results
            if not isinstance(value, list):
                answers[one.key] = walked(value)
            elif value and isinstance(value[0], list):
                answers[one.key] = [found(each) for each in value]
            else:
                answers[one.key] = found(value)
        return answers

    return {
        "list": [found(each) for each in batch.analyze_iterator(texts, language="en", batch_size=2)],
        "dictionary": walked(
            batch.analyze_dict(people, language="en", keys_to_skip=["more.secret"])
        ),
        "threshold": walked(batch.analyze_dict(people, language="en", score_threshold=0.4)),
    }


REGISTRY = """
supported_languages:
  - en
  - es
global_regex_flags: 26
recognizers:
  - name: UuidRecognizer
    type: predefined
    score_thresholds:
      UUID: 0.6
  - name: My UUID
    class_name: UuidRecognizer
    type: predefined
    supported_entity: IDENTIFIER
    supported_languages:
      - language: en
        context: [session]
  - name: EmailRecognizer
    type: predefined
    enabled: false
  - name: Zip code Recognizer
    type: custom
    supported_languages:
      - language: en
        context: [zip, code]
      - language: es
        context: [código, postal]
    patterns:
      - name: zip code (weak)
        regex: (\\b\\d{5}(?:\\-\\d{4})?\\b)
        score: 0.01
    supported_entity: ZIP
  - name: Titles
    type: custom
    supported_language: en
    supported_entity: TITLE
    deny_list: [Mr., Mrs.]
    deny_list_score: 0.7
"""


@sample
def registry_file(package: Package) -> Any:
    """Recognizers from a YAML file."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "recognizers.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(REGISTRY)
        provider = package.registry.RecognizerRegistryProvider(conf_file=path)
        registry = provider.create_recognizer_registry()
    engine = package.analyzer.AnalyzerEngine(
        registry=registry, nlp_engine=package.words(), supported_languages=["en", "es"]
    )
    uuid = "a55b55c5-9a2c-4b0e-8a51-6d3f3c0a9b11"
    text = f"Mr. Bean, zip code 12345, session {uuid}"
    return {
        "recognizers": sorted(
            [one.name, type(one).__name__, one.supported_language, one.supported_entities]
            for one in registry.recognizers
        ),
        "en": found(engine.analyze(text, language="en")),
        "es": found(engine.analyze("código postal 12345 " + uuid, language="es")),
        "entities": sorted(engine.get_supported_entities("es")),
    }


@sample
def recognizers_added_and_removed(package: Package) -> Any:
    """A registry that changes while its engine lives."""
    analyzer = package.analyzer
    registry = analyzer.RecognizerRegistry()
    registry.add_recognizer(analyzer.PatternRecognizer("A", name="a", deny_list=["alpha"]))
    engine = analyzer.AnalyzerEngine(registry=registry, nlp_engine=package.words())
    text = "alpha beta gamma"
    steps = [found(engine.analyze(text, language="en"))]
    registry.add_pattern_recognizer_from_dict(
        {"name": "b", "supported_entity": "B", "deny_list": ["beta"]}
    )
    steps.append(found(engine.analyze(text, language="en")))
    registry.recognizers[0].context = ["gamma"]
    registry.recognizers[1].patterns[0].score = 0.4
    registry.recognizers[1].context = ["alpha"]
    steps.append(found(engine.analyze(text, language="en")))
    registry.remove_recognizer("a")
    steps.append(found(engine.analyze(text, language="en")))
    return steps


@sample
def errors(package: Package) -> Any:
    """What is refused, and how."""
    analyzer = package.analyzer
    engine = package.engine(analyzer.PatternRecognizer("A", deny_list=["a"]))

    def kind(action: Callable[[], Any]) -> str:
        try:
            action()
        except Exception as error:
            return type(error).__name__
        return "nothing"

    return {
        "no such language": kind(lambda: engine.analyze("a", language="xx")),
        "no such kind": kind(lambda: engine.analyze("a", language="en", entities=["Z"])),
        "no language": kind(lambda: engine.analyze("a", language=None)),
        "no text": kind(lambda: engine.analyze(None, language="en")),
        "no patterns": kind(lambda: analyzer.PatternRecognizer("A")),
        "no kind": kind(lambda: analyzer.PatternRecognizer("", deny_list=["a"])),
        "wrong expression": kind(lambda: analyzer.Pattern("a", "(", 0.5)),
        "wrong score": kind(lambda: analyzer.Pattern("a", "a", 1.5)),
        "wrong matching": kind(
            lambda: engine.analyze("a", language="en", allow_list=["a"], allow_list_match="fuzzy")
        ),
        "wrong mode": kind(
            lambda: analyzer.LemmaContextAwareEnhancer(context_matching_mode="fuzzy")
        ),
        "two kinds": kind(
            lambda: analyzer.PatternRecognizer.from_dict(
                {"supported_entity": "A", "supported_entities": ["A"], "deny_list": ["a"]}
            )
        ),
        "languages differ": kind(
            lambda: analyzer.AnalyzerEngine(
                registry=engine.registry,
                nlp_engine=package.words(),
                supported_languages=["en", "de"],
            )
        ),
        "no recognizer": kind(lambda: engine.registry.add_recognizer("A")),
        "objects in a list": kind(
            lambda: analyzer.BatchAnalyzerEngine(engine).analyze_iterator([{"a": 1}], "en")
        ),
    }


@sample
def anonymize(package: Package) -> Any:
    """Find, then replace by kind: a text, a mask, a function, a hash with a salt of one's own."""
    text = "Write to jane@example.com or pay with 4111111111111111 from 192.0.2.1; id 550e8400-e29b-41d4-a716-446655440000"
    recognizers = package.recognizers
    engine = package.engine(
        recognizers.EmailRecognizer(),
        recognizers.CreditCardRecognizer(),
        recognizers.IpRecognizer(),
        recognizers.UuidRecognizer(),
    )
    config = package.entities.OperatorConfig
    result = package.anonymizer.AnonymizerEngine().anonymize(
        text=text,
        analyzer_results=engine.analyze(text, language="en"),
        operators={
            "DEFAULT": config("replace", {"new_value": "<SOMETHING>"}),
            "CREDIT_CARD": config("mask", {"masking_char": "*", "chars_to_mask": 12, "from_end": False}),
            "EMAIL_ADDRESS": config("custom", {"lambda": lambda value: value.partition("@")[2]}),
            "UUID": config("hash", {"hash_type": "sha256", "salt": b"sixteen bytes of"}),
        },
    )
    return {"text": result.text, "items": [[one.entity_type, one.start, one.end, one.operator] for one in result.items]}


@sample
def encrypt_and_decrypt(package: Package) -> Any:
    """Put a cipher text in place of a name, and the name back."""
    text, key = "My name is Jane Plum", "WmZq4t7w!z%C&F)J"
    entities = package.entities
    hidden = package.anonymizer.AnonymizerEngine().anonymize(
        text=text,
        analyzer_results=[entities.RecognizerResult("PERSON", 11, 20, 0.8)],
        operators={"PERSON": entities.OperatorConfig("encrypt", {"key": key})},
    )
    shown = package.anonymizer.DeanonymizeEngine().deanonymize(
        text=hidden.text,
        entities=hidden.items,
        operators={"DEFAULT": entities.OperatorConfig("decrypt", {"key": key})},
    )
    return {
        "the name is gone": "Jane" not in hidden.text,
        "length of the cipher text": len(hidden.text) - 11,
        "back": shown.text,
        "items": [[one.entity_type, one.start, one.end, one.operator] for one in shown.items],
    }


@sample
def operator_of_ones_own(package: Package) -> Any:
    """An operator as a class: counts the instances of each kind, so that equal values look alike."""
    operators = package.operators

    class InstanceCounter(operators.Operator):  # type: ignore[misc, name-defined]
        """Replaces a value by its kind and number."""

        def operate(self, text: Optional[str] = None, params: Optional[Dict[str, Any]] = None) -> str:
            assert params is not None and text is not None
            seen = params["entity_mapping"].setdefault(params["entity_type"], {})
            return seen.setdefault(text, f"<{params['entity_type']}_{len(seen)}>")  # type: ignore[no-any-return]

        def validate(self, params: Optional[Dict[str, Any]] = None) -> None:
            if "entity_mapping" not in (params or {}):
                raise ValueError("an entity mapping is needed")

        def operator_name(self) -> str:
            return "entity_counter"

        def operator_type(self) -> Any:
            return operators.OperatorType.Anonymize

    entities = package.entities
    engine = package.anonymizer.AnonymizerEngine()
    engine.add_anonymizer(InstanceCounter)
    mapping: Dict[str, Dict[str, str]] = {}
    result = engine.anonymize(
        "Plum met Pear, and Plum left.",
        [entities.RecognizerResult("PERSON", start, start + 4, 0.8) for start in (0, 9, 19)],
        {"DEFAULT": entities.OperatorConfig("entity_counter", {"entity_mapping": mapping})},
    )
    return {"text": result.text, "mapping": mapping, "listed": "entity_counter" in engine.get_anonymizers()}


def run(name: str, builtin: bool = False) -> Dict[str, Any]:
    """The answers of all samples."""
    package = Package(name, builtin)
    return {title: function(package) for title, function in SAMPLES.items()}


if __name__ == "__main__":
    arguments = [one for one in sys.argv[1:] if not one.startswith("-")]
    answers = run(arguments[0] if arguments else "redact.presidio_analyzer", "--builtin" in sys.argv)
    print(json.dumps(answers, indent=1, ensure_ascii=False, sort_keys=True))
