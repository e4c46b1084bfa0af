"""Lists the public names of the installed presidio packages: their modules, what the modules offer, and the members of
their classes.

    python -P redact-py/tests/presidio_analyzer/list_names.py > redact-py/tests/presidio_analyzer/names.json

run where presidio-analyzer, presidio-anonymizer and presidio-structured are installed, and not needed otherwise:
`test_names.py` beside it compares ours with the committed list.
"""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
import sys
from importlib.metadata import version
from types import ModuleType
from typing import Any, Dict, List

PACKAGES = ("presidio_analyzer", "presidio_anonymizer", "presidio_structured")


def names_of(module: ModuleType) -> Dict[str, List[str]]:
    """The public names of a module, each with the public members of the class it stands for."""
    offered = set(getattr(module, "__all__", ()))
    for name, value in vars(module).items():
        own = getattr(value, "__module__", None) == module.__name__
        # What has no module of its own is a constant.
        constant = name.isupper() and not hasattr(value, "__module__")
        if not name.startswith("_") and (own or constant):
            offered.add(name)
    return {name: members_of(getattr(module, name, None)) for name in sorted(offered)}


def members_of(value: Any) -> List[str]:
    """The public members of a class that it or a class of the same packages defines."""
    if not inspect.isclass(value):
        return []
    members = set()
    for base in value.__mro__:
        if base.__module__.removeprefix("redact.").partition(".")[0] in PACKAGES:
            members.update(name for name in vars(base) if not name.startswith("_"))
    return sorted(members)


def main() -> None:
    listed: Dict[str, Any] = {"versions": {name: version(name) for name in PACKAGES}, "modules": {}}
    for package in map(importlib.import_module, PACKAGES):
        found = [package.__name__]
        found += [one.name for one in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")]
        for name in found:
            listed["modules"][name] = names_of(importlib.import_module(name))
    json.dump(listed, sys.stdout, indent=0, sort_keys=True)
    print()


if __name__ == "__main__":
    main()
