"""Writes the stubs of the predefined recognizers, which are made at run time.

Run as a script after a class was added to the catalogue; a test says when that is due.
"""

import inspect
from enum import Flag
from pathlib import Path
from typing import Any, Dict, List

from redact.presidio_analyzer import predefined_recognizers

PACKAGE = predefined_recognizers.__name__
FOLDER = Path(predefined_recognizers.__file__).parent
HEAD = '''# Written by tests/presidio_analyzer/predefined_stubs.py from the native catalogue.
'''


def made_classes() -> List[Any]:
    """The classes without a source file of their own."""
    found = [getattr(predefined_recognizers, name) for name in predefined_recognizers.__all__]
    return [one for one in found if isinstance(one, type) and is_made(one)]


def is_made(one: Any) -> bool:
    """Whether the class is one of the catalogue."""
    parts = one.__module__[len(PACKAGE) + 1 :].split(".")
    return parts[0] in ("generic", "country_specific")


def annotation(value: Any) -> str:
    """The annotation of a parameter as it stands in the source."""
    return value if isinstance(value, str) else inspect.formatannotation(value)


def constructor(one: Any) -> str:
    """The constructor's signature."""
    rows = ["self"]
    for parameter in list(inspect.signature(one.__init__).parameters.values())[1:]:
        default = parameter.default
        if isinstance(default, Flag):
            default = default.value
        row = f"{parameter.name}: {annotation(parameter.annotation)}"
        rows.append(row if default is inspect.Parameter.empty else f"{row} = {default!r}")
    inside = "".join(f"        {row},\n" for row in rows)
    return f"    def __init__(\n{inside}    ) -> None: ...\n"


def class_stub(one: Any) -> str:
    """A class with what it adds to its parent."""
    lines = [f"class {one.__name__}({one.__bases__[0].__name__}):\n"]
    if "PATTERNS" in one.__dict__:
        lines.append("    PATTERNS: ClassVar[List[Pattern]]\n")
    lines.append("    CONTEXT: ClassVar[List[str]]\n")
    pairs = "replacement_pairs" in inspect.signature(one.__init__).parameters
    if pairs:
        lines.append("    replacement_pairs: List[Tuple[str, str]]\n")
    if one.__name__ == "PhoneRecognizer":
        lines.append("    SCORE: float\n    DEFAULT_SUPPORTED_REGIONS: Tuple[str, ...]\n")
        lines.append("    supported_regions: Sequence[str]\n    leniency: Optional[int]\n")
    lines.append(constructor(one))
    if one.__name__ == "PhoneRecognizer":
        lines.append("    def load(self) -> None: ...\n")
        lines.append(
            "    def analyze(\n        self, text: str, entities: List[str], nlp_artifacts: Any = None\n"
            "    ) -> List[RecognizerResult]: ...\n"
        )
    return "".join(lines)


def stubs() -> Dict[Path, str]:
    """Each stub by its path."""
    classes = made_classes()
    za_base = classes_base(classes)
    ordered = sorted([*classes, *za_base], key=lambda one: (len(one.__mro__), one.__name__))
    others = [
        ("ner", ["GLiNERRecognizer", "HuggingFaceNerRecognizer", "MedicalNERRecognizer"]),
        ("nlp_engine_recognizers", ["SpacyRecognizer", "StanzaRecognizer", "TransformersRecognizer"]),
        (
            "third_party",
            [
                "AzureAILanguageRecognizer",
                "AzureHealthDeidRecognizer",
                "AzureOpenAILangExtractRecognizer",
                "BasicLangExtractRecognizer",
                "LangExtractRecognizer",
            ],
        ),
    ]
    head = [
        HEAD,
        "from typing import Any, ClassVar, Dict, List, Optional, Sequence, Tuple, Type\n\n",
        "from redact.presidio_analyzer.local_recognizer import LocalRecognizer\n",
        "from redact.presidio_analyzer.pattern import Pattern\n",
        "from redact.presidio_analyzer.pattern_recognizer import PatternRecognizer\n",
    ]
    for folder, names in others:
        head.append(f"from {PACKAGE}.{folder} import (\n")
        head.extend(f"    {name} as {name},\n" for name in names)
        head.append(")\n")
    head.append("from redact.presidio_analyzer.recognizer_result import RecognizerResult\n\n")
    head.append("NLP_RECOGNIZERS: Dict[str, Type[SpacyRecognizer]]\n\n")
    exported = "".join(f"    {name!r},\n" for name in predefined_recognizers.__all__)
    head.append(f"__all__ = [\n{exported}]\n\n".replace("'", '"'))
    written = {FOLDER / "__init__.pyi": "".join(head) + "\n".join(map(class_stub, ordered))}
    for one in classes:
        parts = one.__module__[len(PACKAGE) + 1 :].split(".")[:-1]
        path = FOLDER.joinpath(*parts) / "__init__.pyi"
        line = f"from {PACKAGE} import {one.__name__} as {one.__name__}\n"
        written[path] = written.get(path, HEAD) + line
    written[FOLDER / "country_specific" / "__init__.pyi"] = HEAD
    return written


def classes_base(classes: List[Any]) -> List[Any]:
    """Parents of classes that are not offered themselves."""
    parents = {one.__bases__[0] for one in classes}
    return [one for one in parents if is_made(one) and one not in classes]


if __name__ == "__main__":
    for path, text in stubs().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(FOLDER))
