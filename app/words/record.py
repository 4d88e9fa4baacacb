"""What the record of a client is called and says, part by part, in the language in use."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from app.domain.client import ClientName, NameKind, Origin, Record, Relative
from app.domain.identity import Need
from app.domain.isolates import named
from app.domain.reference import Kind, Reference
from app.localization import _, _p, capital, current
from app.words.clients import interpreting_word, relation_word
from app.words.responsible import group_word, labour_word


@dataclass(frozen=True, slots=True)
class Known:
    """What a record points to: the lists, the staff by name, clients of the family by name."""

    reference: Reference
    staff: Mapping[UUID, str]
    family: Mapping[UUID, str]


def part_word(part: str) -> str:
    """What a part of the record is called (see `app.domain.client_change.PARTS`)."""
    return {
        "names": _("Name"),
        "birth": _("Birth date"),
        "contact_language": _("Contact language"),
        "interpreting": _("Interpreter"),
        "integration_language": _("Integration language"),
        "municipality": _("Municipality"),
        "labour": _("Labour market"),
        "groups": _("Groups"),
        "sensitive": _("Sensitive groups"),
        "arrived_on": _("Arrived in Finland"),
        "permit_on": _("First permit"),
        "phone": _("Telephone"),
        "email": _("E-mail"),
        "address": _("Address"),
        "koto_aj": _("Koto-AJ reference"),
        "in_charge": _("Person in charge"),
        "relatives": _("Family and representatives"),
    }[part]


def name_kind_word(kind: NameKind) -> str:
    """What a name is to its person."""
    return {
        NameKind.OWN: _p("name", "Own name"),
        NameKind.SPELLING: _p("name", "Other spelling"),
        NameKind.SCRIPT: _p("name", "In another script"),
        NameKind.FORMER: _p("name", "Former name"),
    }[kind]


def origin_word(origin: Origin) -> str:
    """From where a datum came that the client did not tell."""
    return {
        Origin.AUTHORITY: _p("told by", "An authority"),
        Origin.DOCUMENT: _p("told by", "A document"),
        Origin.FAMILY: _p("told by", "The family"),
        Origin.INTERPRETER: _p("told by", "An interpreter"),
        Origin.KOTO_AJ: _p("told by", "Koto-AJ"),
        Origin.OTHER: _p("told by", "Somebody else"),
    }[origin]


def need_word(need: Need) -> str:
    """What an identity code is kept for."""
    return {
        Need.ASSESSMENT: _p("identity code", "kept for the assessment"),
        Need.PLAN: _p("identity code", "kept for the plan"),
    }[need]


def value_words(record: Record, part: str, known: Known) -> str:
    """What stands in a part, in one line; a dash for nothing."""
    speak = _VALUES.get(part)
    told = speak(record, known) if speak else str(getattr(record, part) or "")
    return told or "–"


def _names(names: Iterable[ClientName]) -> str:
    own, *others = names
    told = [named(own.whole)]
    told += [f"{name_kind_word(one.kind)}: {named(one.whole)}" for one in others]
    return current().listing(told)


def _birth(record: Record) -> str:
    return _day(record.born) or str(record.birth_year or "")


def _day(day: date | None) -> str:
    return current().full_date(day) if day else ""


def _item(kind: Kind, code: str | None, known: Known) -> str:
    return known.reference.name(kind, code, current().language) if code else ""


def _relatives(relatives: Iterable[Relative], known: Known) -> str:
    told = []
    for one in relatives:
        name = known.family.get(one.client, "") if one.client else one.name
        told.append(" ".join(filter(None, (relation_word(one.relation), named(name), one.phone))))
    return capital(current().listing(told))


_VALUES: Final[Mapping[str, Callable[[Record, Known], str]]] = {
    "names": lambda record, known: _names(record.names),
    "birth": lambda record, known: _birth(record),
    "contact_language": lambda record, known: _item(Kind.LANGUAGE, record.contact_language, known),
    "interpreting": lambda record, known: capital(interpreting_word(record.interpreting)),
    "integration_language": lambda record, known: _item(
        Kind.LANGUAGE, record.integration_language, known
    ),
    "municipality": lambda record, known: _item(Kind.MUNICIPALITY, record.municipality, known),
    "labour": lambda record, known: labour_word(record.labour) if record.labour else "",
    "groups": lambda record, known: current().listing(map(group_word, sorted(record.groups))),
    "sensitive": lambda record, known: current().listing(
        map(group_word, sorted(record.sensitive or ()))
    ),
    "arrived_on": lambda record, known: _day(record.arrived_on),
    "permit_on": lambda record, known: _day(record.permit_on),
    "in_charge": lambda record, known: (
        known.staff.get(record.in_charge, "") if record.in_charge else ""
    ),
    "relatives": lambda record, known: _relatives(record.relatives, known),
}
