"""The theme in use: it dresses the application and answers what everything painted needs."""

from __future__ import annotations

import math
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QObject, QSize, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPixmap
from PySide6.QtWidgets import QApplication

from app.ui.theme import icons
from app.ui.theme.palette import palette
from app.ui.theme.sheet import style_sheet
from app.ui.theme.tokens import DARK, LIGHT, Tokens
from app.ui.theme.type import base_font, role_font

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

Mode = Literal["light", "dark", "system"]
STYLE: Final = ("-style", "Fusion")
TEXT_SIZES = (90, 100, 125, 150, 200)


class Theme(QObject):
    """Colours, measures, fonts and icons; `changed` says that any of them is another now.

    `u` is the height of a line of the base font, `ch` the width of its "0", both in pixels.
    """

    changed = Signal()

    def __init__(self, application: QApplication, mode: Mode, text_size: int) -> None:
        super().__init__(application)
        self._application = application
        self._folder = QTemporaryDir()
        self._system_font = application.font()
        self._fonts: dict[str, QFont] = {}
        self.mode: Mode = mode
        self.text_size = text_size
        self.tokens: Tokens = LIGHT
        self.u = self.ch = 0.0
        application.styleHints().colorSchemeChanged.connect(self._follow_system)

    def color(self, name: str) -> QColor:
        """The token `name`."""
        return QColor(str(getattr(self.tokens, name)))

    def space(self, n: float) -> int:
        """`n` pixels of the drawing, at the text size in use."""
        return round(n * self.text_size / 100)

    def units(self, n: float) -> int:
        """`n` line heights in whole pixels."""
        return math.ceil(n * self.u)

    def chars(self, n: float) -> int:
        """The width of `n` digits in whole pixels."""
        return math.ceil(n * self.ch)

    def font(self, role: str) -> QFont:
        """The font of a role of the type scale: "body", "help", "title", ..."""
        if role not in self._fonts:
            self._fonts[role] = role_font(self._application.font(), role)
        return self._fonts[role]

    def pixmap(
        self, name: str, colour: str = "dim", size: int | None = None, ratio: float = 1.0
    ) -> QPixmap:
        """The icon `name` in the token `colour`; `size` in logical pixels, 0.9 u unless told."""
        return icons.pixmap(
            name, str(getattr(self.tokens, colour)), size or round(0.9 * self.u), ratio
        )

    def icon(self, name: str, colour: str = "dim", size: int | None = None) -> QIcon:
        """The same as a QIcon, drawn for each kind of screen at hand."""
        from PySide6.QtGui import QIcon

        icon = QIcon()
        ratios = {1.0, *(screen.devicePixelRatio() for screen in self._application.screens())}
        for ratio in sorted(ratios):
            icon.addPixmap(self.pixmap(name, colour, size, ratio))
            icon.addPixmap(self.pixmap(name, "edge", size, ratio), QIcon.Mode.Disabled)
        return icon

    def icon_size(self) -> QSize:
        """The size at which icons stand beside text."""
        return QSize(round(0.9 * self.u), round(0.9 * self.u))

    def set_mode(self, mode: Mode) -> None:
        """Light, dark, or what the system says, following it."""
        self.mode = mode
        self.apply(self._application)

    def set_text_size(self, percent: int) -> None:
        """One of `TEXT_SIZES`."""
        self.text_size = percent
        self.apply(self._application)

    def apply(self, application: QApplication) -> None:
        """Dress `application`: palette and font first, the style sheet last."""
        _tell_system(self.mode)
        self.tokens = self._tokens_of_mode()
        font = base_font(self._system_font, self.text_size)
        metrics = QFontMetricsF(font)
        self.u, self.ch = metrics.height(), metrics.horizontalAdvance("0")
        self._fonts.clear()
        application.setPalette(palette(self.tokens))
        application.setFont(font)
        folder = Path(self._folder.path())
        application.setStyleSheet(style_sheet(self.tokens, font, self.text_size, folder))
        self.changed.emit()

    def _tokens_of_mode(self) -> Tokens:
        dark = system_is_dark() if self.mode == "system" else self.mode == "dark"
        return DARK if dark else LIGHT

    def _follow_system(self) -> None:
        if self.mode == "system" and self._tokens_of_mode() is not self.tokens:
            self.apply(self._application)


def system_is_dark() -> bool:
    """What the desktop asks for."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def _tell_system(mode: Mode) -> None:
    """Window frames and the system's own dialogs go with us."""
    schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
    QGuiApplication.styleHints().setColorScheme(schemes.get(mode, Qt.ColorScheme.Unknown))


def new_application() -> QApplication:
    """The application in Fusion, which a theme dresses.

    Qt is told by its own argument: to set a style is to load QStyle, which takes milliseconds.
    """
    return QApplication([*sys.argv[:1], *STYLE])


_active: Theme | None = None


def install(application: QApplication, mode: Mode = "system", text_size: int = 100) -> Theme:
    """Dress `application`; called again it changes the theme that is there."""
    global _active
    if _active is None:
        _active = Theme(application, mode, text_size)
    _active.mode, _active.text_size = mode, text_size
    _active.apply(application)
    return _active


def active() -> Theme:
    """The theme that `install` made."""
    if _active is None:
        raise RuntimeError("no theme is installed")
    return _active
