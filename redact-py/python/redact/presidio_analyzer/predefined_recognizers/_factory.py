"""Python classes from the native catalogue.

Each class is one a reader can import, inherit from and look at: it has its module, its signature, its
patterns and context words; a class that is added to the catalogue appears by itself.
"""

from __future__ import annotations

import re
import sys
from types import ModuleType
from typing import Any, Callable, Dict, List, Optional, Tuple, Type

from redact.presidio_analyzer._clock import current_year
from redact.presidio_analyzer._native_classes import catalogue, native_class
from redact.presidio_analyzer.entity_recognizer import EntityRecognizer
from redact.presidio_analyzer.pattern import Pattern
from redact.presidio_analyzer.pattern_recognizer import PatternRecognizer
from redact.presidio_analyzer.predefined_recognizers import _phone
from redact.presidio_analyzer.predefined_recognizers._constants import CONSTANTS
from redact.presidio_analyzer.predefined_recognizers._table import (
    REPLACEMENT_PAIRS,
    SILENT_UNLESS_REFUTED,
    Pairs,
    module_of,
)

_PACKAGE = "redact.presidio_analyzer.predefined_recognizers"

# Classes that inherit from another class of the catalogue, as in Presidio.
_PARENTS = {"KrFrnRecognizer": "KrRrnRecognizer"}


def build() -> Dict[str, Type[PatternRecognizer]]:
    """The classes of the catalogue that find by patterns, by name."""
    classes: Dict[str, Type[PatternRecognizer]] = {}
    # The one class that inherits from another of them comes behind it.
    for entry in sorted(catalogue(), key=lambda entry: entry["name"] in _PARENTS):
        name: str = entry["name"]
        if name in _phone.CLASSES:
            continue
        parent = _PARENTS.get(name)
        classes[name] = _class_of(entry, classes[parent] if parent else PatternRecognizer)
    return classes


def _class_of(entry: Dict[str, Any], base: Type[PatternRecognizer]) -> Type[PatternRecognizer]:
    name: str = entry["name"]
    rows: List[Tuple[str, str, float]] = entry["patterns"]
    patterns = [
        Pattern._of_class(name, number, *row) for number, row in enumerate(rows)
    ]
    pairs = REPLACEMENT_PAIRS.get(name)
    namespace: Dict[str, Any] = {
        "__doc__": f"Finds {entry['entity']} ({entry['reference']}).",
        "__module__": f"{_PACKAGE}.{module_of(name, entry['country'])}",
        "PATTERNS": patterns,
        "CONTEXT": list(entry["context"]),
        "__init__": _constructor(entry, pairs),
        "_NATIVE_CLASS": name,
        "_NATIVE_PATTERNS": [(pattern, pattern.score) for pattern in patterns],
        "_NATIVE_PARAMETERS": {} if pairs is None else {"replacement_pairs": list(pairs)},
        **CONSTANTS.get(name, {}),
    }
    if entry["country"] is not None:
        namespace["COUNTRY_CODE"] = entry["country"]
    if entry["validates"]:
        namespace["validate_result"] = _validate_result(name)
    if entry["refutes"]:
        namespace["invalidate_result"] = _invalidate_result(name)
    if name == "SgUenRecognizer":
        namespace.update(_uen_formats())
    if name == "DeVatIdRecognizer":
        namespace["_NATIVE_PARAMETERS"] = {"strict_checksum": False}
    for method in ("__init__", "validate_result", "invalidate_result"):
        if method in namespace:
            namespace[method].__module__ = namespace["__module__"]
            namespace[method].__qualname__ = f"{name}.{method}"
    metaclass: Any = type(base)
    made: Any = metaclass(name, (base,), namespace)
    made._NATIVE_METHODS = {
        method: getattr(made, method)
        for method in ("validate_result", "invalidate_result", "_verified", "_spans", "_result")
    }
    finished: Type[PatternRecognizer] = made
    return finished


def _set_up(
    self: PatternRecognizer,
    patterns: Optional[List[Pattern]],
    context: Optional[List[str]],
    supported_language: str,
    supported_entity: str,
    name: Optional[str],
    **more: Any,
) -> None:
    kind: Any = type(self)
    # Presidio's own classes have it beside the list.
    vars(self)["supported_entity"] = supported_entity
    PatternRecognizer.__init__(
        self,
        supported_entity=supported_entity,
        patterns=patterns if patterns else kind.PATTERNS,
        context=context if context else kind.CONTEXT,
        supported_language=supported_language,
        name=name,
        **more,
    )


def _constructor(entry: Dict[str, Any], pairs: Optional[Pairs]) -> Callable[..., None]:
    """The constructor of a class, with the signature it has in Presidio."""
    special = {
        "DeVatIdRecognizer": _german_vat_constructor,
        "IbanRecognizer": _iban_constructor,
        "ItVatCodeRecognizer": _italian_vat_constructor,
    }.get(entry["name"])
    language: str = entry["language"]
    entity: str = entry["entity"]
    if special is not None:
        return special(language, entity, pairs or [])
    if pairs is None:

        def plain(
            self: PatternRecognizer,
            patterns: Optional[List[Pattern]] = None,
            context: Optional[List[str]] = None,
            supported_language: str = language,
            supported_entity: str = entity,
            name: Optional[str] = None,
        ) -> None:
            _set_up(self, patterns, context, supported_language, supported_entity, name)

        plain.__name__ = "__init__"
        return plain
    default_pairs = pairs

    def replacing(
        self: Any,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = language,
        supported_entity: str = entity,
        replacement_pairs: Optional[List[Tuple[str, str]]] = None,
        name: Optional[str] = None,
    ) -> None:
        self.replacement_pairs = replacement_pairs if replacement_pairs else list(default_pairs)
        _set_up(self, patterns, context, supported_language, supported_entity, name)

    replacing.__name__ = "__init__"
    return replacing


def _iban_constructor(language: str, entity: str, pairs: Pairs) -> Callable[..., None]:
    def __init__(
        self: Any,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = language,
        supported_entity: str = entity,
        exact_match: bool = False,
        bos_eos: Tuple[str, str] = ("^", "$"),
        regex_flags: int = re.MULTILINE | re.DOTALL,
        replacement_pairs: Optional[List[Tuple[str, str]]] = None,
        name: Optional[str] = None,
    ) -> None:
        self.replacement_pairs = replacement_pairs or list(pairs)
        self.exact_match = exact_match
        # Presidio keeps them as they are, and its answers do not depend on them.
        self.BOSEOS = bos_eos if exact_match else ()
        _set_up(
            self,
            patterns,
            context,
            supported_language,
            supported_entity,
            name,
            global_regex_flags=regex_flags,
        )

    return __init__


def _italian_vat_constructor(language: str, entity: str, pairs: Pairs) -> Callable[..., None]:
    def __init__(
        self: Any,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = language,
        supported_entity: str = entity,
        replacement_pairs: Optional[List[Tuple[str, str]]] = None,
        name: Optional[str] = None,
        version: str = "0.0.1",
    ) -> None:
        self.replacement_pairs = replacement_pairs or list(pairs)
        _set_up(
            self, patterns, context, supported_language, supported_entity, name, version=version
        )

    return __init__


def _german_vat_constructor(language: str, entity: str, pairs: Pairs) -> Callable[..., None]:
    def __init__(
        self: Any,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = language,
        supported_entity: str = entity,
        strict_checksum: bool = False,
        name: Optional[str] = None,
    ) -> None:
        self.strict_checksum = strict_checksum
        _set_up(self, patterns, context, supported_language, supported_entity, name)

    return __init__


def _validate_result(class_name: str) -> Callable[..., Optional[bool]]:
    default_pairs = REPLACEMENT_PAIRS.get(class_name)

    def validate_result(self: Any, pattern_text: str) -> Optional[bool]:
        """Check a match: true makes the score 1, false drops it, ``None`` leaves the pattern's score."""
        pairs = getattr(self, "replacement_pairs", None)
        if pairs and pairs != default_pairs:
            pattern_text = EntityRecognizer.sanitize_value(pattern_text, pairs)
        verdict: Optional[bool] = native_class(class_name).validate(pattern_text, current_year())
        if verdict is None and getattr(self, "strict_checksum", False):
            return False
        return verdict

    return validate_result


def _uen_formats() -> Dict[str, Any]:
    """Presidio's checks of one format of Singapore's numbers each."""

    def of_format(shape: str) -> Any:
        def validate(uen: str) -> bool:
            return bool(re.fullmatch(shape, uen)) and native_class("SgUenRecognizer").validate(
                uen, current_year()
            )

        return staticmethod(validate)

    return {
        "validate_uen_format_a": of_format(r"\d{8}[A-Z]"),
        "validate_uen_format_b": of_format(r"\d{9}[A-Z]"),
        "validate_uen_format_c": of_format(r"[RST]\d{2}[A-Z]{2}\d{4}[A-Z]"),
    }


def _invalidate_result(class_name: str) -> Callable[..., Optional[bool]]:
    default_pairs = REPLACEMENT_PAIRS.get(class_name)
    otherwise = None if class_name in SILENT_UNLESS_REFUTED else False

    def invalidate_result(self: Any, pattern_text: str) -> Optional[bool]:
        """Check a match: true drops it."""
        pairs = getattr(self, "replacement_pairs", None)
        if pairs and pairs != default_pairs:
            pattern_text = EntityRecognizer.sanitize_value(pattern_text, pairs)
        return True if native_class(class_name).invalidate(pattern_text) else otherwise

    return invalidate_result


def place(classes: Dict[str, Any]) -> None:
    """Put each class into the module it says it is from, and make those modules importable."""
    for name, made in classes.items():
        module = _module(made.__module__)
        setattr(module, name, made)
        # A folder offers the classes of its modules.
        folder = sys.modules[made.__module__.rpartition(".")[0]]
        setattr(folder, name, made)
        # The folder of countries offers what its folders do.
        above = sys.modules[folder.__name__.rpartition(".")[0]]
        if above.__name__.endswith(".country_specific"):
            setattr(above, name, made)
        for owner in (module, folder):
            exported: List[str] = owner.__dict__.setdefault("__all__", [])
            if name not in exported:
                exported.append(name)


def _module(full_name: str) -> ModuleType:
    """The module of a name, made if it is not there."""
    known = sys.modules.get(full_name)
    if known is not None:
        return known
    parent_name, _, own_name = full_name.rpartition(".")
    parent = _module(parent_name)
    module = ModuleType(full_name, f"Recognizers of Presidio's module {own_name}.")
    module.__package__ = parent_name
    module.__path__ = []  # Modules of folders stand in ``sys.modules``; there is nothing to search.
    sys.modules[full_name] = module
    setattr(parent, own_name, module)
    return module
