"""The official schema of HSDS 3.0, and what a file must be by it."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

_FILE = Path(__file__).parents[2] / "data" / "hsds" / "service_with_definitions.json"


@cache
def schema() -> dict[str, Any]:
    """The service with the definitions of all that hangs on it."""
    read: dict[str, Any] = json.loads(_FILE.read_text("utf-8"))
    return read


def kinds() -> dict[str, dict[str, Any]]:
    """The schema of each kind of object."""
    return {"service": schema(), **schema()["definitions"]}


def faults(services: list[Any]) -> list[str]:
    """What the schema says against services, keys that it does not know among it."""
    validator = Draft202012Validator(schema(), format_checker=FormatChecker())
    found = [error.message for one in services for error in validator.iter_errors(one)]
    return [*found, *(name for one in services for name in unknown(one, schema()))]


def unknown(value: Mapping[str, Any], shape: Mapping[str, Any]) -> Iterator[str]:
    """Keys at any depth that the schema does not name."""
    for name, given in value.items():
        known = shape["properties"].get(name)
        if known is None:
            yield name
            continue
        inner = known.get("$ref") or known.get("items", {}).get("$ref")
        if inner:
            for one in given if isinstance(given, list) else [given]:
                yield from unknown(one, schema()["definitions"][inner.rpartition("/")[2]])
