"""What of an object of HSDS the program understands, and what it keeps as it came."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.documents.hsds.check import Object
from app.documents.hsds.ids import FACT, KIND, TELLS, own_term
from app.domain.directory import CATEGORIES


@dataclass(frozen=True, slots=True)
class Own:
    """The attributes of one object that are ours, and those of others."""

    facts: Mapping[str, str]
    kind: str
    tells: str
    others: Sequence[Object]


def own_of(value: Mapping[str, Any]) -> Own:
    """What the attributes of an object say."""
    facts: dict[str, str] = {}
    kind = tells = ""
    others: list[Object] = []
    for one in value.get("attributes", ()):
        taxonomy, code = own_term(one) or ("", "")
        if taxonomy == KIND and code in CATEGORIES:
            kind = code
        elif taxonomy == TELLS:
            tells = code
        elif taxonomy == FACT:
            facts[code] = one.get("value", "")
        else:
            others.append(one)
    return Own(facts, kind, tells, others)


def rest_of(value: Mapping[str, Any], usual_id: str, service_id: str, *used: str) -> Object:
    """What of an object is not made again when it is written."""
    rest = {name: given for name, given in value.items() if name not in used}
    if rest.get("id") == usual_id:
        del rest["id"]
    if rest.get("service_id") == service_id:
        del rest["service_id"]
    return rest
