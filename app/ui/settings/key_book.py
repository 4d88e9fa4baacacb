"""What may stand on the keys of each location, and what does; no Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.domain.place import Location
from app.domain.reference import Kind, Reference
from app.localization import current
from app.ui.check_in.lists import LANGUAGE_KEYS, MUNICIPALITY_KEYS, UNKNOWN
from app.ui.widgets.row_list import Row

KEYS: Final = {Kind.LANGUAGE: LANGUAGE_KEYS, Kind.MUNICIPALITY: MUNICIPALITY_KEYS}


@dataclass(frozen=True, slots=True)
class KeyBook:
    """The locations, the lists, and the order on the keys by location and list."""

    locations: Sequence[Location]
    reference: Reference
    orders: Mapping[tuple[str, Kind], tuple[str, ...]]

    def kept(self, location: str, kind: Kind) -> list[str]:
        """All entries as they are kept: those on keys, then the others."""
        return self.whole(kind, self.orders[location, kind])

    def whole(self, kind: Kind, first: Sequence[str]) -> list[str]:
        """These, then all others in the order of the list; "not known" has a key of its own."""
        entries = self.reference[kind]
        known = [code for code in first if code in entries]
        return known + [code for code in entries if code not in known and code != UNKNOWN]

    def with_order(self, location: str, kind: Kind, codes: tuple[str, ...]) -> KeyBook:
        """The same with another order."""
        return replace(self, orders={**self.orders, (location, kind): codes})

    def rows(self, kind: Kind, codes: Sequence[str]) -> list[Row]:
        """The entries in this order; the first ones have keys."""
        keys = KEYS[kind][: len(codes)].ljust(len(codes))
        return [self._row(kind, code, key) for code, key in zip(codes, keys, strict=True)]

    def _row(self, kind: Kind, code: str, key: str) -> Row:
        item = self.reference[kind][code]
        name, own = item.name[current().language], item.endonym
        title = name if own in ("", name) else current().listing([name, own])
        return Row(code, title, cap=key, quiet=key == " ")
