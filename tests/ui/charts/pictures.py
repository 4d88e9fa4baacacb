"""Charts to look at: a year of three portals, some topics, a week."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter

from app.ui.charts.columns import Columns
from app.ui.charts.heat import Heat
from app.ui.charts.ink import screen_ink
from app.ui.charts.lines import Lines
from app.ui.charts.over_time import Stretch
from app.ui.charts.picture import Picture
from app.ui.charts.ranks import Rank, Ranks

SERIES = ("Jakobstad", "Nykarleby", "Kronoby")
STRETCHES = (
    Stretch("Jan", "January 2026", (172, 21, 14), 190),
    Stretch("Feb", "February 2026", (158, 19, 13), 210),
    Stretch("Mar", "March 2026", (0, 0, 0), 0),
)
RANKS = (Rank("Housing", 40, 55), Rank("Work", 20, 0), Rank("+ 3 others", 60, 30, rest=True))
NAMES = {1: ("Mon", "Monday"), 2: ("Tue", "Tuesday")}


def columns(beside: bool = False) -> Columns:
    return Columns(SERIES, STRETCHES, beside)


def lines(compared: bool = True) -> Lines:
    """Three locations, their sum and the year before, or the locations alone."""
    alone = [Stretch(one.label, one.name, one.values) for one in STRETCHES]
    return Lines(SERIES, STRETCHES if compared else alone)


def ranks() -> Ranks:
    return Ranks(RANKS)


def heat() -> Heat:
    return Heat(NAMES, (9, 10), {(1, 9): 50, (2, 9): 1}, {(1, 9), (1, 10), (2, 9)})


def drawn(picture: Picture, size: QSize) -> QImage:
    """The picture alone on a surface."""
    image, ink = QImage(size, QImage.Format.Format_RGB32), screen_ink()
    image.fill(ink.color("surface"))
    painter = QPainter(image)
    picture.paint(painter, image.rect(), ink)
    painter.end()
    return image


def share(image: QImage, colour: str, left: float = 0, right: float = 1) -> float:
    """How much of a strip of the image, from `left` to `right` of its width, has this colour."""
    wanted, width = QColor(colour).rgb(), image.width()
    columns = range(round(left * width), round(right * width))
    found = sum(image.pixel(x, y) == wanted for x in columns for y in range(image.height()))
    return found / (len(columns) * image.height())
