"""Reference data: the topics, outcomes, channels, languages and municipalities of a visit.

The codes are stable; names may be changed and entries switched off, never deleted
(`resources/reference/desk.json`, after the programme's lines 247-287, 396 and 405-409).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

SHORT_LABEL_MAX: Final = 20


class Kind(StrEnum):
    """The lists that the check-in form offers as chips."""

    TOPIC = "topic"
    OUTCOME = "outcome"
    CHANNEL = "channel"
    LANGUAGE = "language"
    MUNICIPALITY = "municipality"


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list: its code and its names in fi, sv and en."""

    code: str
    name: Mapping[str, str]
    short: Mapping[str, str]
    endonym: str = ""
    sensitive: str | None = None
    active: bool = True


@dataclass(frozen=True, slots=True)
class Reference:
    """All lists, each in its order; `default_order` has what a site puts on its keys at first."""

    items: Mapping[Kind, Mapping[str, Item]]
    default_order: Mapping[Kind, tuple[str, ...]]

    def __getitem__(self, kind: Kind) -> Mapping[str, Item]:
        return self.items[kind]

    def active(self, kind: Kind) -> Iterator[Item]:
        """The entries that may be chosen today."""
        return (item for item in self.items[kind].values() if item.active)

    def short(self, kind: Kind, code: str, language: str) -> str:
        """The chip's label; an unknown code speaks for itself."""
        item = self.items[kind].get(code)
        return item.short[language] if item else code

    def name(self, kind: Kind, code: str, language: str) -> str:
        """The full name; an unknown code speaks for itself."""
        item = self.items[kind].get(code)
        return item.name[language] if item else code


_SECTIONS: Final = {
    Kind.TOPIC: "topics",
    Kind.OUTCOME: "outcomes",
    Kind.CHANNEL: "channels",
    Kind.LANGUAGE: "languages",
    Kind.MUNICIPALITY: "municipalities",
}


def reference_from(data: Mapping[str, Any]) -> Reference:
    """The lists from the contents of `desk.json`."""
    items = {
        kind: {entry["code"]: _item(entry) for entry in data[section]}
        for kind, section in _SECTIONS.items()
    }
    order = {
        kind: tuple(data["default_order"].get(section, ())) for kind, section in _SECTIONS.items()
    }
    return Reference(items, order)


def _item(entry: Mapping[str, Any]) -> Item:
    return Item(
        entry["code"],
        entry["name"],
        entry["short"],
        entry.get("endonym", ""),
        entry.get("sensitive"),
    )
