"""Slips leave the program: to a printer, a file, the clipboard."""

import re
import stat
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from app import settings
from app.domain.slip import Paper
from app.domain.slip_number import read_number
from app.services.slips import Issued
from app.ui.referrals.printing import Spool, new_printer, options, paint
from tests.ui.referrals.conftest import CONTROL, Hands

SHIFT = Qt.KeyboardModifier.ShiftModifier
QUEUE = """#!/bin/sh
printf '%s\\n' "$@" > "$0.words"
cat > "$0.pdf"
{end}
"""


class NamedPrinter(QPrinter):
    """A printer that is known by a name to a print system that the test does not have."""

    def printerName(self) -> str:
        return "desk-printer"

    def duplex(self) -> QPrinter.DuplexMode:
        return QPrinter.DuplexMode.DuplexLongSide


def dialog(hands: Hands) -> QDialog:
    """The dialog that is open over the window."""
    found = [one for one in hands.window.findChildren(QDialog) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def last(hands: Hands) -> Issued:
    issued = hands.tab.making.handing.last
    assert issued is not None
    return issued


def queue(folder: Path, monkeypatch: pytest.MonkeyPatch, end: str = "") -> Path:
    """A print system that keeps what it is given."""
    program = folder / "lp"
    program.write_text(QUEUE.format(end=end))
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(folder), prepend=":")
    return program


def test_copying_takes_the_number_and_puts_the_text_on_the_clipboard(hands: Hands) -> None:
    hands.slip()
    hands.press(Qt.Key.Key_C, CONTROL | SHIFT)
    issued = last(hands)
    assert read_number(issued.number) == issued.number
    assert QApplication.clipboard().text() == issued.text
    assert issued.number in issued.text
    assert hands.tab.form.number.text() == f"Number {issued.number}."
    assert hands.page().number == issued.number
    assert hands.logged() == [("slip.copy", issued.number)]


def test_the_same_slip_keeps_its_number_another_answer_gives_another(hands: Hands) -> None:
    hands.slip()
    hands.click(hands.tab.preview.copy)
    first = last(hands).number
    hands.click(hands.tab.preview.copy)
    assert last(hands).number == first
    bring = hands.tab.form.answers.bring.chips["kela_card"]
    hands.click(bring)
    assert hands.page().number == "J-____-_"
    assert "number is given" in hands.tab.form.number.text()
    hands.click(bring)
    hands.click(hands.tab.preview.copy)
    assert last(hands).number != first
    assert [number for _action, number in hands.logged()] == [first, first, last(hands).number]


def test_a_new_slip_with_the_same_answers_has_a_number_of_its_own(hands: Hands) -> None:
    hands.slip()
    hands.click(hands.tab.preview.copy)
    first = last(hands).number
    hands.press(Qt.Key.Key_H, CONTROL)
    hands.slip()
    hands.click(hands.tab.preview.copy)
    assert last(hands).number != first


def test_saving_asks_where_and_writes_the_file_that_is_seen(hands: Hands, tmp_path: Path) -> None:
    hands.slip()
    hands.press(Qt.Key.Key_S, CONTROL)
    asked, to = dialog(hands), tmp_path / "paper.pdf"
    assert isinstance(asked, QFileDialog)
    assert Path(asked.selectedFiles()[0]).name == "slip.pdf"
    asked.selectFile(str(to))
    QTest.keyClick(asked, Qt.Key.Key_Return)
    hands.qtbot.waitUntil(to.exists)
    assert to.read_bytes() == last(hands).pdf == hands.page().pdf
    assert hands.logged() == [("slip.save", last(hands).number)]


def test_a_place_that_takes_no_file_is_told_and_uses_no_number(
    hands: Hands, tmp_path: Path
) -> None:
    hands.slip()
    handing, failure = hands.tab.making.handing, hands.tab.preview.failure
    handing.save(hands.tab.making.wish(), tmp_path / "first.pdf")
    first = int(last(hands).number[2:6])
    handing.forget()
    handing.save(hands.tab.making.wish(), tmp_path / "missing" / "s.pdf")
    assert failure.isVisible()
    assert failure.fact.text() == "The slip is not out yet."
    assert len(hands.logged()) == 1
    handing.save(hands.tab.making.wish(), tmp_path / "s.pdf")
    assert not failure.isVisible()
    assert int(last(hands).number[2:6]) == first + 1


def test_printing_into_a_file_writes_the_very_file(hands: Hands, tmp_path: Path) -> None:
    hands.slip()
    hands.press(Qt.Key.Key_P, CONTROL)
    asked, to = dialog(hands), tmp_path / "printed.pdf"
    assert isinstance(asked, QPrintDialog)
    name = asked.findChild(QLineEdit, "filename")
    assert name is not None
    name.setText(str(to))
    with hands.qtbot.waitSignal(asked.finished):
        asked.accept()
    assert to.read_bytes() == last(hands).pdf


def test_a_dialog_that_is_left_uses_no_number(hands: Hands) -> None:
    hands.slip()
    hands.press(Qt.Key.Key_P, CONTROL)
    with hands.qtbot.waitSignal(dialog(hands).finished):
        dialog(hands).reject()
    assert hands.logged() == []


def test_a_print_system_gets_the_file_itself(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = queue(tmp_path, monkeypatch)
    wish = hands.slip().wish
    printer = NamedPrinter(QPrinter.PrinterMode.HighResolution)
    handing = hands.tab.making.handing
    with hands.qtbot.waitSignal(handing.spool.done):
        handing.print_on(wish, printer)
    assert program.with_suffix(".pdf").read_bytes() == last(hands).pdf
    assert hands.logged() == [("slip.print", last(hands).number)]
    assert settings.read().printer == "desk-printer"
    assert hands.tab.preview.print.isEnabled()


def test_what_the_print_system_refuses_is_told_and_the_number_stays(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    queue(tmp_path, monkeypatch, "echo 'lp: out of paper' >&2; exit 1")
    wish = hands.slip().wish
    printer = NamedPrinter(QPrinter.PrinterMode.HighResolution)
    handing, failure = hands.tab.making.handing, hands.tab.preview.failure
    with hands.qtbot.waitSignal(handing.spool.failed):
        handing.print_on(wish, printer)
    assert failure.isVisible()
    assert failure.help.text() == "lp: out of paper"
    first = last(hands).number
    queue(tmp_path, monkeypatch)
    with hands.qtbot.waitSignal(handing.spool.done):
        handing.print_on(wish, printer)
    assert last(hands).number == first
    assert not failure.isVisible()


def test_the_words_to_the_print_system(tmp_path: Path) -> None:
    printer = NamedPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(new_printer("", Paper.A5).pageLayout().pageSize())
    printer.setFromTo(2, 3)
    words = " ".join(options(printer))
    for part in ("-d desk-printer", "-n 1", "media=A5", "sides=two-sided-long-edge", "-P 2-3"):
        assert part in words
    assert "J-" not in words


def test_a_receipt_is_as_long_as_what_stands_on_it(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = queue(tmp_path, monkeypatch)
    hands.slip()
    hands.click(hands.tab.preview.paper.segments[Paper.RECEIPT])
    printer = NamedPrinter(QPrinter.PrinterMode.HighResolution)
    handing = hands.tab.making.handing
    with hands.qtbot.waitSignal(handing.spool.done):
        handing.print_on(hands.page().wish, printer)
    words = program.with_suffix(".words").read_text()
    box = PdfReader(program.with_suffix(".pdf")).pages[0].mediabox
    assert float(box.width) == pytest.approx(80 / 25.4 * 72, abs=1)
    wide, high = re.search(r"media=Custom\.([\d.]+)x([\d.]+)", words).groups()  # type: ignore[union-attr]
    assert float(wide) / float(high) == pytest.approx(float(box.width / box.height), rel=0.01)


@pytest.mark.parametrize("paper", list(Paper))
def test_a_printer_that_takes_pictures_gets_them_sharp(
    hands: Hands, tmp_path: Path, paper: Paper, qtbot: QtBot
) -> None:
    hands.slip()
    hands.click(hands.tab.preview.paper.segments[paper])
    page, printer, to = hands.page(), new_printer("", paper), tmp_path / "queue.pdf"
    printer.setOutputFileName(str(to))
    assert paint(page.pdf, printer)
    pairs = zip(PdfReader(to).pages, PdfReader(BytesIO(page.pdf)).pages, strict=True)
    for printed, before in pairs:
        assert [round(float(one)) for one in printed.mediabox[2:]] == [
            round(float(one)) for one in before.mediabox[2:]
        ]
        resources: Any = printed["/Resources"]
        (image,) = resources["/XObject"].values()
        assert image.get_object()["/Width"] / (float(printed.mediabox.width) / 72) > 590


def test_without_a_print_system_and_a_printer_it_is_painted_or_told(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    spool, printer = Spool(hands.tab), new_printer("", Paper.A5)
    printer.setOutputFileName(str(tmp_path / "q.pdf"))
    with hands.qtbot.waitSignal(spool.done):
        spool.send(hands.slip().pdf, printer)
    assert len(PdfReader(tmp_path / "q.pdf").pages) == 1
