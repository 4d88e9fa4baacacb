"""Actions are data: menu, shortcuts, tooltips and the find-an-action list are made from them."""

from collections.abc import Callable
from dataclasses import dataclass

from app.localization import current, words


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that can be done.

    `caption` is an English message marked with `N_`, translated whenever it is shown; `shortcut`
    is Qt's portable text ("Ctrl+D"); `group` joins neighbours in the menu; `window_wide` says that
    the shortcut is to be live in the whole window (a tab's own keys are handled by the tab).
    """

    name: str
    caption: str
    run: Callable[[], None]
    shortcut: str = ""
    icon: str = ""
    group: str = "tab"
    window_wide: bool = True
    enabled: Callable[[], bool] = _always

    def text(self) -> str:
        """The caption in the language in use."""
        return current().text(self.caption)

    def found_by(self, typed: str) -> bool:
        """Whether all typed words begin a word of the caption in any of the three languages."""
        captions = " ".join(words(code).text(self.caption) for code in ("fi", "sv", "en"))
        known = captions.casefold().split()
        return all(
            any(word.startswith(part) for word in known) for part in typed.casefold().split()
        )
