from datetime import date

from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from app.ui.sign_in.sheet import MARGIN_MM, paint_sheet, paragraphs

CODE = "ABCD-EF12-3456-7890-GHJK-MNPQ-RSTV-WXYZ"
DPI = 96


def test_says_what_it_is_when_it_was_made_and_the_whole_code() -> None:
    words = [text for text, _points, _gap in paragraphs(CODE, date(2026, 9, 1))]
    assert words[:2] == ["Kotoportti: recovery code", "Made on 1.9.2026"]
    assert "".join(words[2:4]).replace(" ", "") == CODE.replace("-", "")
    assert any("locked away" in text for text in words[4:])


def test_the_sheet_stays_within_its_margins(qtbot: QtBot) -> None:
    paper = QImage(round(210 / 25.4 * DPI), round(297 / 25.4 * DPI), QImage.Format.Format_RGB32)
    paper.setDotsPerMeterX(round(DPI / 0.0254))
    paper.setDotsPerMeterY(round(DPI / 0.0254))
    paper.fill(QColor("white"))
    paint_sheet(paper, CODE, date(2026, 9, 1))
    inked = [
        (x, y)
        for x in range(paper.width())
        for y in range(paper.height())
        if paper.pixelColor(x, y).lightness() < 128
    ]
    margin = round(MARGIN_MM / 25.4 * DPI) - 2
    assert min(x for x, _y in inked) >= margin
    assert max(x for x, _y in inked) <= paper.width() - margin
    assert min(y for _x, y in inked) >= margin
    assert max(y for _x, y in inked) < paper.height() / 2
