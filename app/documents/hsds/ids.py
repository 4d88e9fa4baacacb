"""Stable ids for exchange, and the words by which the program knows its own attributes again."""

from collections.abc import Iterator, Mapping
from typing import Any, Final
from uuid import UUID, uuid5

from app.documents.hsds.check import Object, is_uuid

_SPACE: Final = UUID("8c3f4a52-6b0f-5d0e-9a39-2f8f1d7c5e11")
KIND, TELLS, FACT = "kotoportti-kind", "kotoportti-tells", "kotoportti-fact"
_ABOUT: Final = {
    KIND: "What kind of service it is",
    TELLS: "What a visit to the service may tell of somebody",
    FACT: "Texts in other languages and facts of the entry",
}


def exchange_id(kind: str, own: str) -> str:
    """The id of a service, organization or location of ours: always the same, always a UUID."""
    return own.lower() if is_uuid(own) else made_id(kind, own)


def made_id(*parts: str) -> str:
    """An id that follows from what it is the id of."""
    return str(uuid5(_SPACE, ":".join(parts)))


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
