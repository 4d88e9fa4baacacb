"""What the row of facts says of a client, in the language in use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from app.domain.client import Client, Interpreting, Record, Relation, Relative, Told
from app.domain.isolates import fixed, named
from app.domain.responsibility.values import Group
from app.localization import _, capital, current
from app.services.client_view import Around, Contact
from app.words.clients import interpreting_word, relation_word
from app.words.record import Known, origin_word, part_word, value_words
from app.words.responsible import group_word

NAMES: Final = (
    *("contact_language", "integration_language", "municipality", "labour", "groups"),
    *("in_charge", "relatives", "arrived_on", "permit_on", "koto_aj"),
)
_ALWAYS: Final = ("contact_language", "municipality", "labour", "groups")
_KEPT_BACK: Final = ("municipality", "address")
_SPEAK_FOR: Final = (Relation.GUARDIAN, Relation.REPRESENTATIVE)
_BIRTH: Final = ("born", "birth_year")


def words() -> dict[str, str]:
    """What the facts are called."""
    return {name: part_word(name) for name in NAMES} | {"relatives": _("Speaks for the client")}


def facts(client: Client, around: Around) -> dict[str, str]:
    """The facts to show, in their order: what the desk always asks for, else what is known.

    Of a protected client the municipality is not even a dash.
    """
    record, known = client.record, Known(around.reference, around.staff, around.family)
    told = {name: _value(record, name, known) for name in NAMES}
    told["contact_language"] = _contact_language(record, known)
    told["relatives"] = "\n".join(_speaking_for(record.relatives, around))
    told["groups"] = groups(record.groups)
    if client.protected_until is not None:
        del told["municipality"]
    return {name: text for name, text in told.items() if text or name in _ALWAYS}


def groups(all_of: Iterable[Group]) -> str:
    """Groups in one line."""
    return capital(", ".join(group_word(one) for one in sorted(all_of)))


def contact(how: Contact) -> str:
    """A line for each way to reach a client."""
    address = " ".join(how.address.split())
    return "\n".join(filter(None, (fixed(how.phone), fixed(how.email), named(address))))


def others(client: Client, around: Around) -> str:
    """What the client did not tell, and who did; empty where there is nothing such."""
    hidden = _KEPT_BACK if client.protected_until is not None else ()
    told = [
        _from_whom(name, one, around)
        for name, one in client.record.origins.items()
        if name not in hidden
    ]
    return _("Not from the client: {all}", all="; ".join(told)) if told else ""


def _from_whom(name: str, told: Told, around: Around) -> str:
    """As "municipality (an authority · Henna Sandkvist 3.9.2026)"."""
    entered = [around.staff.get(told.by, "") if told.by else ""]
    entered.append(current().full_date(told.on) if told.on else "")
    from_whom = [_small(origin_word(told.origin)), " ".join(filter(None, entered))]
    what = _small(part_word("birth" if name in _BIRTH else name))
    return f"{what} ({current().listing(from_whom)})"


def _contact_language(record: Record, known: Known) -> str:
    language = _value(record, "contact_language", known)
    if record.interpreting is Interpreting.NOT_ASKED:
        return language
    need = _("interpreter {need}", need=interpreting_word(record.interpreting))
    return capital(", ".join(filter(None, (language, need))))


def _speaking_for(relatives: Iterable[Relative], around: Around) -> Iterator[str]:
    """Guardian and representative, a line each; of a client the name, as far as it is known."""
    for one in relatives:
        name = around.family.get(one.client, "") if one.client else one.name
        if one.relation in _SPEAK_FOR and name:
            words = (relation_word(one.relation), named(name), fixed(one.phone))
            yield capital(" ".join(filter(None, words)))


def _value(record: Record, name: str, known: Known) -> str:
    value = value_words(record, name, known)
    return "" if value == "–" else capital(value)


def _small(words: str) -> str:
    """As the words stand inside a line; a name keeps its capital."""
    return words if words.startswith("Koto-AJ") else words[:1].lower() + words[1:]
