"""What the tour shows, as data: a name for the picture, and the keys that lead there.

`ELSEWHERE` is no key: another desk amends the client in hand.
Keys stand between spaces by Qt's names ("9", "Shift+2", "Ctrl+K"); what begins with an apostrophe
is typed letter by letter. Actions are found by their English words in any language.
"""

from dataclasses import dataclass
from typing import Final

PASSWORD: Final = "<password>"
ELSEWHERE: Final = "<elsewhere>"
USUAL, LOW, LARGE = (1366, 768), (1366, 688), (2560, 1440)


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture called `name`, taken once the window has `size` and `keys` were pressed."""

    name: str
    keys: str = ""
    size: tuple[int, int] | None = None


VISIT: Final = "9 W A Z Shift+2"

SIGN_IN: Final = (
    Scene("sign-in"),
    Scene("wrong-password", "'guessed Return"),
    Scene("empty-form", f"{PASSWORD} Return", USUAL),
)
CHECK_IN: Final = (
    Scene("half-filled", VISIT),
    Scene("language-typed", "Ö 'ti"),
    Scene("recorded", "Return Return"),
    Scene("undone", "Ctrl+Z"),
    Scene("amending", "Return Ctrl+E"),
    Scene("amend-reason", "R Return"),
    Scene("amended", "Return"),
    Scene("void-reason", "F6 F6 Delete"),
    Scene("voided", "Return"),
    Scene("another-day", "Ctrl+T"),
    Scene("paper-list", "Escape Ctrl+D 4 Down 2 Right 3 Down Down 1 Down 5 Right 2 Down 1 2"),
    Scene("day-list", "Escape Ctrl+Shift+L"),
    Scene("client-looked-up", f"Escape {VISIT} Ctrl+L 'mohamed"),
    Scene("client-linked", "Return"),
    Scene("romaniportti", f"Escape Ctrl+K 'romaniportti Return {VISIT}"),
)
REFERRALS: Final = (
    Scene("referrals", "Escape Ctrl+K 'jakobstad Return Ctrl+4"),
    Scene("referrals-found", "'kvarn"),
    Scene("slip", "Return 1 Tab Tab Tab 1 2 Tab 1"),
    Scene("slip-dark", "Ctrl+K 'dark Return"),
    Scene("slip-discreet", "Ctrl+K 'light Return Ctrl+H 'frida Return Return 1"),
    Scene("slips-given", "Ctrl+Shift+H"),
    Scene("slip-turned-away", "Down Return 3 3"),
    Scene("slip-void-reason", "Delete"),
    Scene("slips-given-dark", "Escape Ctrl+K 'dark Return"),
    Scene("slip-of-visit", f"Ctrl+K 'light Return Ctrl+1 {VISIT} Ctrl+H"),
)
CLIENTS: Final = (
    Scene("clients", "Escape Ctrl+2"),
    Scene("clients-found", "'mohamed"),
    Scene("client", "Return"),
    Scene("client-assessment", "Ctrl+K 'assessment Return"),
    Scene("client-review", "Ctrl+R"),
    Scene("client-history", "Escape End"),
    Scene("client-reached", "Ctrl+Shift+K"),
    Scene("client-why", "Ctrl+Shift+G"),
    Scene("client-sensitive", "2"),
    Scene("client-dark", "Ctrl+K 'dark Return"),
    Scene("client-low", "Ctrl+K 'light Return", LOW),
    Scene("client-large-text", "Ctrl+K '200 Return"),
    Scene("clients-large-text", "Ctrl+F"),
    Scene("clients-script", "Ctrl+K '100 Return Ctrl+F 'محمد", USUAL),
    Scene("clients-nobody", "Ctrl+F 'xyzzyq"),
    Scene("client-new", "Ctrl+N Tab Tab Tab Tab '30.2.1990"),
    Scene("client-form-left", "Escape"),
    Scene("client-form", "Ctrl+F 'mohamed Return Ctrl+E"),
    Scene("client-conflict", f"'ali {ELSEWHERE} Ctrl+Return"),
    Scene("client-conflict-dark", "Ctrl+K 'dark Return"),
    Scene("client-form-large-text", "Ctrl+K 'light Return Ctrl+K '200 Return Escape", LOW),
    Scene("client-form-closed", "Ctrl+K '100 Return Escape", USUAL),
    Scene("client-recorded", "Ctrl+F 'Amal Space 'Nyfarah Ctrl+N Ctrl+Return"),
    Scene("client-alike", "Ctrl+F 'Amel Space 'Nyfarah Ctrl+N"),
    Scene("client-alike-card", "Ctrl+Return"),
    Scene("client-merge", "Ctrl+Shift+M 'Amal Space 'Nyfarah Return", LOW),
    Scene("client-merge-dark", "2 Ctrl+K 'dark Return", USUAL),
    Scene("client-merge-large-text", "Ctrl+K 'light Return Ctrl+K '200 Return"),
    Scene("client-merged", "Ctrl+K '100 Return Ctrl+Return"),
    Scene("client-reason", "Ctrl+F 'h Tab Tab Tab Space Ctrl+F Return"),
    Scene("client-protected", "1"),
)
STATISTICS: Final = (
    Scene("statistics", "Escape Ctrl+5"),
    Scene("statistics-tables", "Ctrl+G"),
    Scene("statistics-lines", "Ctrl+G Ctrl+J"),
    Scene("statistics-dark", "Ctrl+J Ctrl+K 'dark Return"),
    Scene("statistics-internal", "Ctrl+K 'light Return Ctrl+Shift+I"),
    Scene("statistics-beside", "Ctrl+B"),
    Scene("statistics-large-text", "Ctrl+B Ctrl+Shift+I Ctrl+K '200 Return"),
    Scene("statistics-large-screen", "Ctrl+K '100 Return", LARGE),
)
WINDOW: Final = (
    Scene("curtain", f"Escape Ctrl+1 Ctrl+K 'jakobstad Return {VISIT} F12", USUAL),
    Scene("curtain-asks", "A"),
    Scene("find-action", f"{PASSWORD} Return Ctrl+K 'te"),
    Scene("menu", "Escape F10"),
    Scene("help", "Escape F1"),
)
SETTINGS: Final = (
    Scene("settings-location", "Escape Ctrl+,"),
    Scene("settings-hours", "Down"),
    Scene("settings-days", "Down"),
    Scene("settings-chips", "Down"),
    Scene("settings-keys", "Down"),
    Scene("settings-services", "Down"),
    Scene("settings-staff", "Down"),
    Scene("settings-named", "Down"),
)
LOOKS: Final = (
    Scene("dark", "Escape Ctrl+K 'dark Return"),
    Scene("large-text", "Ctrl+K 'light Return Ctrl+K '200 Return"),
    Scene("low-screen", "Ctrl+K '100 Return", LOW),
    Scene("large-screen", size=LARGE),
)
LEAVE: Final = "Ctrl+K 'sign Return"
FIRST_RUN: Final = (Scene("first-run"), Scene("first-run-file", "Return"))
