"""The type scale: every size is a share of the base font."""

from typing import Final

from PySide6.QtGui import QFont, QFontInfo

from app import paths

BASE_POINTS: Final = 9.75
SMALLEST_POINTS: Final = 8.25
NORMAL: Final = QFont.Weight.Normal
STRONG: Final = QFont.Weight.DemiBold
ROLES: Final[dict[str, tuple[float, QFont.Weight]]] = {
    "body": (1.00, NORMAL),
    "strong": (1.00, STRONG),
    "help": (0.92, NORMAL),
    "small": (0.85, NORMAL),
    "cap": (0.85, STRONG),
    "section": (1.00, STRONG),
    "title": (1.20, STRONG),
    "name": (1.46, STRONG),
    "figure": (1.70, STRONG),
    "count": (2.15, STRONG),
}


def base_font(system: QFont, text_size: int) -> QFont:
    """The system's font at `text_size` percent; our own where the system has none at all."""
    font = QFont(system)
    if not QFontInfo(font).family():
        font.setFamily(_add_own_fonts())
    points = max(QFontInfo(font).pointSizeF(), BASE_POINTS)
    font.setPointSizeF(points * text_size / 100)
    return font


def _add_own_fonts() -> str:
    """The family of the bundled fonts, known to Qt from now on."""
    from PySide6.QtGui import QFontDatabase

    for name in ("NotoSans-Regular.ttf", "NotoSans-SemiBold.ttf"):
        QFontDatabase.addApplicationFont(str(paths.resource("fonts", name)))
    return "Noto Sans"


def role_points(base: QFont, role: str) -> float:
    """The size of `role` in points; small print stays readable (11 px at 96 dpi)."""
    points = base.pointSizeF() * ROLES[role][0]
    return max(points, SMALLEST_POINTS) if ROLES[role][0] < 1 else points


def role_font(base: QFont, role: str) -> QFont:
    """The font of `role`; figures stand in columns, so their digits are equally wide."""
    font = QFont(base)
    font.setPointSizeF(role_points(base, role))
    font.setWeight(ROLES[role][1])
    if role in ("figure", "count"):
        font.setFeature(QFont.Tag("tnum"), 1)
    return font
