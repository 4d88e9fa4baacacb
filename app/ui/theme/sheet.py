"""The style sheet: `resources/style.qss` with its placeholders filled from the theme."""

from functools import cache
from pathlib import Path
from string import Template
from typing import Final

from PySide6.QtGui import QFont, QFontMetricsF

from app import paths
from app.ui.theme.icons import coloured
from app.ui.theme.tokens import Tokens
from app.ui.theme.type import ROLES, role_points

SPACES: Final = (1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 18)


@cache
def _template() -> Template:
    return Template(paths.resource("style.qss").read_text(encoding="utf-8"))


def style_sheet(tokens: Tokens, base: QFont, text_size: int, folder: Path) -> str:
    """The filled style sheet; the few icons that it names are written into `folder`."""
    sizes = {f"{role}_pt": f"{role_points(base, role):.2f}pt" for role in ROLES}
    spaces = {f"px{n}": f"{round(n * text_size / 100)}px" for n in SPACES}
    line_height = QFontMetricsF(base).height()
    fields = {"field_px": f"{round(1.78 * line_height) - 2 * (round(text_size / 25) + 1)}px"}
    icons = {
        "chevron": _icon_file(folder, "chevron-down", tokens.text),
        "chevron_right": _icon_file(folder, "chevron-right", tokens.dim),
        "chevron_dim": _icon_file(folder, "chevron-down", tokens.edge),
        "tick": _icon_file(folder, "check", tokens.on_accent),
        "menu_tick": _icon_file(folder, "check", tokens.accent_text),
    }
    return _template().substitute(vars(tokens) | sizes | spaces | fields | icons)


def _icon_file(folder: Path, name: str, colour: str) -> str:
    """A coloured icon as a file, since a style sheet can show nothing else; its path."""
    file = folder / f"{name}-{colour[1:]}.svg"
    if not file.exists():
        file.write_bytes(coloured(name, colour))
    return file.as_posix()
