"""The table of objects and fields is that of the official schema."""

from typing import Any

import pytest

from app.documents.hsds.shape import CHOICES, KINDS, REFERENCES
from tests.documents.hsds.official import kinds

WITHOUT = {"meta_table_description"}


def child(field: dict[str, Any]) -> tuple[str, bool] | None:
    many = field.get("type") == "array"
    target = (field["items"] if many else field).get("$ref")
    return (target.rpartition("/")[2], many) if target else None


def test_all_kinds_of_object_are_there() -> None:
    assert KINDS.keys() == kinds().keys() - WITHOUT


@pytest.mark.parametrize("kind", KINDS)
def test_the_fields_of_a_kind(kind: str) -> None:
    official, ours = kinds()[kind], KINDS[kind]
    fields = official["properties"]
    children = {name: found for name, field in fields.items() if (found := child(field))}
    assert {name: (one.kind, one.many) for name, one in ours.children.items()} == children
    plain = {name: field for name, field in fields.items() if name not in children}
    assert ours.numbers == {name for name, field in plain.items() if field["type"] == "number"}
    assert ours.texts == plain.keys() - ours.numbers
    assert ours.required == set(official.get("required", ()))
    choices = {name: frozenset(field["enum"]) for name, field in plain.items() if "enum" in field}
    assert dict(CHOICES.get(kind, {})) == choices


def test_every_field_that_holds_an_id_is_known() -> None:
    ids = {name for one in KINDS.values() for name in one.texts if name.endswith("_id")}
    assert ids - {"tax_id"} == REFERENCES.keys()
