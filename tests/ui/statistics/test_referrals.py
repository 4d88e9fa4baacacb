"""The panel of referrals by authority and outcome, on the real tab."""

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import text

from app.domain.referral import Outcome, State
from app.services import referrals, sign_in
from app.services.exports import Form
from app.services.slips import SlipWish, print_slip
from app.ui.language import switch
from app.ui.statistics.exporting import order_of_page
from tests.desks import WORKSTATION, SetClock
from tests.ui.statistics.conftest import Hands

KELA, FRIDA = "org-kela", "ngo-frida"


@pytest.fixture(scope="session")
def invented(invented: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration without its slips."""
    folder = tmp_path_factory.mktemp("without") / "data"
    shutil.copytree(invented, folder)
    desk = sign_in.sign_in(folder, "demo", "demo", WORKSTATION, SetClock())
    with desk.store.write() as session:
        for table in ("referral", "slip"):
            session.execute(text(f"DELETE FROM {table}"))
    desk.store.close()
    return folder


@pytest.fixture
def referred(hands: Hands, tmp_path: Path) -> Hands:
    """Three slips of today; of one it is known that the visitor went there."""
    numbers = [
        print_slip(hands.desk, SlipWish((service,), "fi", "fi", place), tmp_path / "s.pdf").number
        for service, place in ((KELA, "pietarsaari"), (KELA, "kruunupyy"), (FRIDA, "romaniportti"))
    ]
    hands.runner.write(
        hands.tab, lambda unit: referrals.enter(unit, numbers[0], Outcome(State.TAKEN_UP))
    )
    return hands


def rows(hands: Hands) -> list[tuple[object, ...]]:
    sheet = hands.page.referrals.table.sheet()
    return [sheet.head, *(row.cells for row in sheet.rows)]


def test_without_referrals_there_is_no_panel(hands: Hands) -> None:
    assert hands.page.referrals.isHidden()


def test_authorities_by_what_came_of_it(referred: Hands) -> None:
    card = referred.page.referrals
    assert card.isVisible()
    assert rows(referred) == [
        ("Referred to", "Handed over", "Went there", "Total"),
        ("Kela (Social Insurance Institution of Finland)", 1, 1, 2),
    ]
    referred.location("romaniportti")
    assert rows(referred)[1:] == [("Kela (Social Insurance Institution of Finland)", 1, 1, 2)]
    assert card.note.text().endswith("Romaniportti, apart: 1.")


def test_of_a_sensitive_service_the_kind_stands(referred: Hands) -> None:
    for code in ("pietarsaari", "uusikaarlepyy", "kruunupyy", "romaniportti"):
        referred.location(code)
    assert rows(referred)[1:] == [("Association or community, not named", 1, 1)]


def test_the_panel_follows_the_language_and_is_copied(referred: Hands) -> None:
    switch("fi")
    card = referred.page.referrals
    assert card.heading.text() == "Ohjaukset"
    assert rows(referred)[0] == ("Minne ohjattu", "Annettu", "Meni perille", "Yhteensä")
    QTest.mouseClick(card.link, Qt.MouseButton.LeftButton)
    copied = QApplication.clipboard().text()
    assert "Kela (Kansaneläkelaitos)\t1\t1\t2" in copied
    assert "Vain sisäiseen käyttöön" in copied


def test_the_workbook_has_the_panel(referred: Hands, tmp_path: Path) -> None:
    path = tmp_path / "board.xlsx"
    exporting = referred.tab.exporting
    exporting.write(order_of_page(referred.page, Form.XLSX), Form.XLSX, path)
    sheet = load_workbook(path)["Referrals"]
    written = [tuple(cell.value for cell in sheet[4]), *sheet.iter_rows(5, values_only=True)]
    assert written == rows(referred)
    assert sheet["A3"].value == referred.page.referrals.note.text()
