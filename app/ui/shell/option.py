"""Actions that choose one of a few settings, and those whose words are names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from app.localization import current, words
from app.ui.action import Action


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Option(Action):
    """One of the few of its `group`; `chosen` says whether it is the one in use."""

    chosen: Callable[[], bool] = _never


@dataclass(frozen=True, slots=True)
class NamedOption(Option):
    """An option called by a name that no catalog knows, such as a portal location.

    `names` maps each language to the name in it.
    """

    names: Mapping[str, str] = field(default_factory=dict)

    def text(self) -> str:
        return self.names[current().language]

    def found_by(self, typed: str) -> bool:
        kinds = (words(code).text(self.caption) for code in ("fi", "sv", "en"))
        known = " ".join((*self.names.values(), *kinds)).casefold().split()
        return all(
            any(word.startswith(part) for word in known) for part in typed.casefold().split()
        )
