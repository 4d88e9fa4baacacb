"""Stable ids for exchange, and the words by which the program knows its own attributes again."""

from collections.abc import Iterator, Mapping
from typing import Any, Final
from uuid import UUID, uuid5

from app.documents.hsds.check import Object, is_uuid
from app.documents.hsds.shape import KINDS, REFERENCES

_SPACE: Final = UUID("8c3f4a52-6b0f-5d0e-9a39-2f8f1d7c5e11")
KIND, TELLS, FACT = "kotoportti-kind", "kotoportti-tells", "kotoportti-fact"
_ABOUT: Final = {
    KIND: "What kind of service it is",
    TELLS: "What a visit to the service may tell of somebody",
    FACT: "Texts in other languages and facts of the entry",
}


def exchange_id(kind: str, own: str) -> str:
    """The id that goes out for one of ours or anybody's: always the same, always a UUID."""
    return own.lower() if is_uuid(own) else made_id(kind, own)


def made_id(*parts: str) -> str:
    """An id that follows from what it is the id of."""
    return str(uuid5(_SPACE, ":".join(parts)))


def with_uuids(value: Mapping[str, Any], kind: str, parent: tuple[str, str] = ("", "")) -> Object:
    """The object with a UUID in place of every id, and in what points to it; always the same one.

    `parent` is the kind and the id of the object that it is in.
    """
    own = str(value["id"])
    new: Object = {**value, "id": exchange_id(kind, own)}
    for name, target in REFERENCES.items():
        if name in value:
            to_parent = not target and value[name] == parent[1]
            new[name] = exchange_id(parent[0] if to_parent else target, value[name])
    for name, child in KINDS[kind].children.items():
        if name in value:
            several = value[name] if child.many else [value[name]]
            inner = [with_uuids(one, child.kind, (kind, own)) for one in several]
            new[name] = inner if child.many else inner[0]
    return new


def attribute(entity: str, link_id: str, taxonomy: str, code: str, value: str = "") -> Object:
    """A term of one of our taxonomies linked to an object, with a value where it needs one."""
    term: Object = {
        "id": made_id(taxonomy, code),
        "code": code,
        "name": code.replace("_", " ").capitalize(),
        "description": _ABOUT[taxonomy],
        "taxonomy": taxonomy,
        "taxonomy_id": made_id(taxonomy),
        "taxonomy_detail": {
            "id": made_id(taxonomy),
            "name": taxonomy,
            "description": _ABOUT[taxonomy],
        },
    }
    linked = {
        "id": made_id("attribute", link_id, taxonomy, code),
        "link_id": link_id,
        "link_entity": entity,
        "taxonomy_term_id": term["id"],
        "taxonomy_term": term,
    }
    return linked | ({"value": value} if value else {})


def facts(entity: str, link_id: str, values: Mapping[str, str]) -> Iterator[Object]:
    """The attributes for those facts that are known."""
    for code, value in values.items():
        if value:
            yield attribute(entity, link_id, FACT, code, value)


def own_term(given: Mapping[str, Any]) -> tuple[str, str] | None:
    """The taxonomy and the code of an attribute of ours, None for anybody else's."""
    term = given.get("taxonomy_term", {})
    taxonomy, code = term.get("taxonomy", ""), term.get("code", "")
    is_ours = taxonomy in _ABOUT and term["id"] == made_id(taxonomy, code)
    return (taxonomy, code) if is_ours else None
