"""What stands on the chips: from the reference data, in the site's order, with their keys."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.place import Ask, Location
from app.domain.reference import Item, Kind, Reference
from app.domain.visit import WALK_IN
from app.localization import _, _p, current
from app.ui.check_in.open_group import MORE
from app.ui.widgets.chip_group import ChipText

TOPIC_KEYS: Final = "1234567890QWERTYUI"
OUTCOME_KEYS: Final = "1234567890"
LANGUAGE_KEYS, MORE_LANGUAGE_KEY = "ASDFGHJKL", "Ö"
MUNICIPALITY_KEYS, MORE_MUNICIPALITY_KEY, UNKNOWN_KEY = "ZXCVB", "N", "M"
CHANNEL_KEYS: Final = {"appointment": "O", "phone": "P"}
MORE_CHANNEL_KEY, FIRST_VISIT_KEY = "Å", "Ä"
SHIFT: Final = "⇧"
UNKNOWN: Final = "unknown"


@dataclass(frozen=True, slots=True)
class Desk:
    """What a form needs to know: the place, its lists and the order of its keys."""

    location: Location
    reference: Reference
    languages: tuple[str, ...]
    municipalities: tuple[str, ...]

    def asks(self, ask: Ask) -> bool:
        return ask in self.location.asks

    def chip(self, kind: Kind, code: str, cap: str = "") -> ChipText:
        """The chip of one entry, in the language in use."""
        language = current().language
        return ChipText(
            code,
            self.reference.short(kind, code, language),
            self.reference.name(kind, code, language),
            cap,
        )

    def topics(self) -> list[ChipText]:
        """All topics that may be chosen; a key keeps its topic even when another is off."""
        keys = zip(self.reference[Kind.TOPIC].values(), TOPIC_KEYS, strict=False)
        return [self.chip(Kind.TOPIC, item.code, key) for item, key in keys if item.active]

    def outcomes(self) -> list[ChipText]:
        """All outcomes that may be chosen, on Shift and a digit."""
        keys = zip(self.reference[Kind.OUTCOME].values(), OUTCOME_KEYS, strict=False)
        return [
            self.chip(Kind.OUTCOME, item.code, SHIFT + key) for item, key in keys if item.active
        ]

    def keyed_languages(self) -> list[ChipText]:
        """The languages on the home row."""
        return self._keyed(Kind.LANGUAGE, self.languages, LANGUAGE_KEYS)

    def keyed_municipalities(self) -> list[ChipText]:
        """The municipalities on the bottom row, and "not known" behind the list."""
        keyed = self._keyed(Kind.MUNICIPALITY, self.municipalities, MUNICIPALITY_KEYS)
        return [*keyed, self.chip(Kind.MUNICIPALITY, UNKNOWN, UNKNOWN_KEY)]

    def keyed_channels(self) -> list[ChipText]:
        """Walk-in, the usual one, and the two with keys."""
        keyed = [self.chip(Kind.CHANNEL, code, key) for code, key in CHANNEL_KEYS.items()]
        return [self.chip(Kind.CHANNEL, WALK_IN), *keyed]

    def more(self, kind: Kind) -> ChipText:
        """The chip that opens the list of all that has no key."""
        label, name, key = {
            Kind.LANGUAGE: (
                _p("language", "Other…"),
                _("Another language, by typing"),
                MORE_LANGUAGE_KEY,
            ),
            Kind.MUNICIPALITY: (
                _p("municipality", "Other…"),
                _("Another municipality, by typing"),
                MORE_MUNICIPALITY_KEY,
            ),
            Kind.CHANNEL: (_("Other way…"), _("Another channel"), MORE_CHANNEL_KEY),
        }[kind]
        return ChipText(MORE, label, name, key)

    def typed(self, kind: Kind, shown: Sequence[ChipText]) -> list[Item]:
        """What the list offers: all that has no key, then all that has one."""
        keyed = {text.code for text in shown}
        found = [item for item in self.reference.active(kind) if item.code not in keyed]
        return found + [item for item in self.reference.active(kind) if item.code in keyed]

    def _keyed(self, kind: Kind, codes: Sequence[str], keys: str) -> list[ChipText]:
        known = [code for code in codes if code in self.reference[kind]]
        return [
            self.chip(kind, code, key)
            for code, key in zip(known, keys, strict=False)
            if self.reference[kind][code].active
        ]
