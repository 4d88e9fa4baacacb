"""The panel "Who is responsible?", through clicks and keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.responsibility.values import Reading
from app.services.responsible import decide
from app.services.unit import Desk
from app.ui.language import switch
from app.ui.responsible.panel import ResponsiblePanel
from app.ui.responsible.question import OUT_OF_SCOPE, UNDER_18
from app.ui.runner import Runner
from app.ui.theme import active
from app.ui.widgets.menu_button import MenuButton
from tests.desks import SetClock, file_desk
from tests.ui.conftest import Shown
from tests.workers import DirectWorker

# The offscreen platform cannot hold the keyboard for a popup, which every screen can.
pytestmark = pytest.mark.qt_log_ignore(
    "^This plugin does not support (raise|grabbing the keyboard)", extend=True
)
PTA, PSTA = "org-tyollisyysalue-pohjanmaa", "org-tyollisyysalue-pietarsaari"
UNIT = "org-kotoutumisyksikko"


@pytest.fixture
def desk(tmp_path: Path, clock: SetClock) -> Iterator[Desk]:
    """A new file with somebody of all roles at it."""
    desk = file_desk(tmp_path / "data", clock)
    yield desk
    desk.store.close()


@pytest.fixture
def runner(desk: Desk) -> Runner:
    return Runner(desk, DirectWorker())


@pytest.fixture
def panel(runner: Runner, shown: Shown) -> Iterator[ResponsiblePanel]:
    """The panel in a column of its usual width."""
    panel = ResponsiblePanel(runner)
    around = QWidget()
    QVBoxLayout(around).addWidget(panel)
    around.resize(active().chars(58), active().units(20))
    shown(around)
    yield panel
    around.close()


def pick(button: MenuButton, code: str) -> None:
    """Open a list with the space bar and take an entry with Enter."""
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.setActiveAction(next(one for one in menu.actions() if one.objectName() == code))
    QTest.keyClick(menu, Qt.Key.Key_Return)


def ask(panel: ResponsiblePanel, municipality: str, labour: str, *marks: str) -> None:
    pick(panel.question.municipality, municipality)
    pick(panel.question.labour, labour)
    for mark in marks:
        if mark in panel.question.groups.chips:
            chip = panel.question.groups.chips[mark]
            QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
        else:
            pick(panel.question.more, mark)


def said(panel: ResponsiblePanel) -> list[tuple[str, str, str]]:
    return [line[:3] for line in panel.charges.lines]


def test_it_begins_with_one_sentence(panel: ResponsiblePanel) -> None:
    assert panel.remarks.text() == "Choose the municipality and the standing on the labour market."
    assert panel.charges.isHidden()
    assert panel.pill.isHidden()
    assert panel.link.isHidden()
    assert QApplication.focusWidget() is panel.question.municipality


def test_nothing_is_said_while_half_is_asked(panel: ResponsiblePanel) -> None:
    pick(panel.question.municipality, "luoto")
    assert panel.answer is None
    assert panel.question.municipality.text() == "Larsmo"


def test_the_answer_names_its_lines_its_row_and_what_is_unclear(panel: ResponsiblePanel) -> None:
    ask(panel, "uusikaarlepyy", "unemployed_jobseeker", "other_international_protection")
    area = "Ostrobothnia Employment Area"
    assert said(panel) == [
        ("Assessment", area, "lines 148, 150"),
        ("Plan, review", area, "lines 185, 189"),
        ("Orientation, training", area, "lines 203, 227"),
    ]
    assert panel.pill.text() == "Contradiction"
    assert panel.pill.isVisible()
    assert "Is informed: Integration Unit." in panel.remarks.text()
    assert panel.remarks.text().endswith("Row D6 · Act s. 3.")


def test_a_clear_row_has_no_warning(panel: ResponsiblePanel) -> None:
    ask(panel, "uusikaarlepyy", "unemployed_jobseeker")
    assert panel.pill.isHidden()
    assert panel.remarks.text().endswith("Row D5.")


def test_organisations_that_differ_stand_in_lines_of_their_own(panel: ResponsiblePanel) -> None:
    ask(panel, "uusikaarlepyy", "not_jobseeker", "quota_refugee")
    both = "Jakobstad Region Employment Area, Integration Unit"
    assert said(panel)[2:] == [
        ("Orientation", both, "line 203"),
        ("Training", "Jakobstad Region Employment Area", "line 227"),
        ("Takes part", "Wellbeing Services County of Ostrobothnia", "line 148"),
    ]


def test_what_is_taken_from_the_list_becomes_a_chip_until_it_is_taken_back(
    panel: ResponsiblePanel,
) -> None:
    ask(panel, "luoto", "not_jobseeker", UNDER_18)
    groups = panel.question.groups
    assert groups.chips[UNDER_18].isChecked()
    assert UNDER_18 not in {entry.code for entry in panel.question.more.entries}
    assert ("Orientation, training", "–", "lines 201, 225") in said(panel)
    QTest.mouseClick(groups.chips[UNDER_18], Qt.MouseButton.LeftButton)
    assert UNDER_18 not in groups.chips
    assert UNDER_18 in {entry.code for entry in panel.question.more.entries}


def test_enter_wishes_a_slip_for_whoever_assesses(panel: ResponsiblePanel, qtbot: QtBot) -> None:
    ask(panel, "uusikaarlepyy", "unemployed_jobseeker", "quota_refugee")
    for here in panel.question.stops():
        if here.focusPolicy() & Qt.FocusPolicy.TabFocus:
            here.setFocus()
            with qtbot.waitSignal(panel.slip_wanted) as wished:
                QTest.keyClick(here, Qt.Key.Key_Return)
            assert wished.args == [PTA]
    with qtbot.waitSignal(panel.slip_wanted) as wished:
        QTest.mouseClick(panel.link, Qt.MouseButton.LeftButton)
    assert wished.args == [PTA]


def test_enter_opens_a_list_while_there_is_no_answer(panel: ResponsiblePanel) -> None:
    for picker, code in (
        (panel.question.municipality, "luoto"),
        (panel.question.labour, "unemployed_jobseeker"),
    ):
        picker.setFocus()
        QTest.keyClick(picker, Qt.Key.Key_Return)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        menu.setActiveAction(next(one for one in menu.actions() if one.objectName() == code))
        QTest.keyClick(menu, Qt.Key.Key_Return)
    assert panel.answer is not None
    assert panel.answer.first == PSTA


@pytest.mark.parametrize(
    "asked", [("other", "not_jobseeker"), ("luoto", "not_jobseeker", OUT_OF_SCOPE)]
)
def test_there_is_no_slip_where_nobody_here_is_responsible(
    panel: ResponsiblePanel, qtbot: QtBot, asked: tuple[str, ...]
) -> None:
    ask(panel, *asked)
    assert panel.link.isHidden()
    with qtbot.assertNotEmitted(panel.slip_wanted):
        QTest.keyClick(panel.question.labour, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()
    assert panel.remarks.text().startswith("Guidance only")


def test_the_tab_key_asks_first_and_comes_to_the_link_last(panel: ResponsiblePanel) -> None:
    ask(panel, "luoto", "not_jobseeker", UNDER_18)
    panel.question.municipality.setFocus()
    question, passed = panel.question, []
    for _stop in range(4):
        here = QApplication.focusWidget()
        assert here is not None
        QTest.keyClick(here, Qt.Key.Key_Tab)
        passed.append(QApplication.focusWidget())
    first = next(iter(question.groups.chips.values()))
    assert passed == [question.labour, first, question.more, panel.link]


def test_a_decision_of_the_unit_is_heard_at_once(panel: ResponsiblePanel, runner: Runner) -> None:
    ask(panel, "uusikaarlepyy", "unemployed_jobseeker", "quota_refugee")
    runner.write(panel, lambda unit: decide(unit, "D6", Reading.UNIT))
    assert panel.answer is not None
    assert panel.answer.first == UNIT
    assert panel.pill.isHidden()


def test_it_begins_anew_with_what_is_known(panel: ResponsiblePanel) -> None:
    ask(panel, "uusikaarlepyy", "unemployed_jobseeker", "quota_refugee")
    panel.begin("pedersore")
    assert panel.answer is None
    assert panel.question.municipality.text() == "Pedersöre"
    assert panel.question.groups.chosen() == ()
    pick(panel.question.labour, "unemployed_jobseeker")
    assert panel.answer is not None
    assert panel.answer.first == PSTA
    panel.begin("unknown")
    assert panel.question.municipality.text() == "Municipality"


def test_all_of_it_follows_the_language(panel: ResponsiblePanel) -> None:
    ask(panel, "uusikaarlepyy", "unemployed_jobseeker", "quota_refugee")
    switch("sv")
    assert panel.heading.text() == "Vem ansvarar?"
    assert said(panel)[0] == ("Bedömning", "Österbottens sysselsättningsområde", "rad 148, 150")
    assert panel.question.municipality.text() == "Nykarleby"
    assert panel.question.labour.text() == "Arbetslös arbetssökande"
    assert panel.question.groups.chips["quota_refugee"].text() == "Kvotflykting"
    assert panel.remarks.text().endswith("Rad D6 · lagen 3 §.")
    assert panel.pill.text() == "Motstridigt program"


def test_a_screen_reader_hears_each_line_with_its_source(panel: ResponsiblePanel) -> None:
    ask(panel, "uusikaarlepyy", "unemployed_jobseeker", "quota_refugee")
    heard = {
        (one.accessibleName(), one.accessibleDescription())
        for one in panel.charges.findChildren(QWidget)
        if one.accessibleDescription() and one.isVisible()
    }
    assert (
        "Assessment: Ostrobothnia Employment Area",
        "lines 148, 150 · Act s. 3",
    ) in heard
