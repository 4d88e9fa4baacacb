"""The statistics by keys and clicks, on a file full of invented visits."""

import re
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import Refused
from app.domain.figures import Question
from app.domain.periods import Grain, Period
from app.services import places, statistics, visits
from app.services.unit import Changes
from app.ui.charts.columns import Columns
from app.ui.charts.lines import Lines
from app.ui.language import switch
from app.ui.statistics import answer
from app.ui.statistics import tab as tab_module
from app.ui.statistics.asking import Against
from app.ui.statistics.form import Form
from app.ui.theme import Theme, install
from app.ui.worker import Worker
from tests.desks import SetClock, visit
from tests.ui.shell.fakes import speak_invented, texts
from tests.ui.statistics.conftest import CONTROL, Hands, Opens, last_number

TODAY = date(2026, 11, 24)
PORTALS = ("pietarsaari", "uusikaarlepyy", "kruunupyy")
# The offscreen platform cannot hold the keyboard for a popup, which every screen can.
POPUP = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)


def test_ctrl_5_opens_the_year_so_far(hands: Hands) -> None:
    hands.window.frame.pages.go(1)
    hands.press(Qt.Key.Key_5, CONTROL)
    assert hands.overview.period == Period(date(2026, 1, 1), TODAY)
    assert hands.overview.locations == PORTALS
    assert hands.page.strip.isVisible()
    assert hands.page.banner.fact.text().startswith("For internal use only")


def test_the_shown_figures_are_those_of_the_store(hands: Hands) -> None:
    period = hands.overview.period
    with hands.desk.read() as unit:
        exact = statistics.figures(unit, Question(period, (), PORTALS)).portals
    assert hands.page.strip.cells[0].value.text() == str(exact.visits)
    assert hands.page.strip.cells[1].value.text() == str(exact.persons)
    rows = {row.cells[0]: row.cells for row in hands.page.numbers.table.sheet().rows}
    assert rows["Together"][-1] == exact.visits
    columns = hands.page.over_time.table.sheet().rows
    assert sum(last_number(row) for row in columns) == exact.visits
    topics = hands.page.topics.table.sheet().rows
    assert sum(last_number(row) for row in topics) == exact.visits
    clock = sum(last_number(row) for row in hands.page.clock.table.sheet().rows)
    assert clock + hands.overview.now.no_hour == exact.visits


def test_ctrl_and_arrows_go_from_period_to_period(hands: Hands) -> None:
    hands.kind("month")
    hands.press(Qt.Key.Key_Left, CONTROL)
    assert hands.overview.period == Period(date(2026, 10, 1), date(2026, 10, 31))
    for _step in range(3):
        hands.press(Qt.Key.Key_Right, CONTROL)
    assert hands.overview.period == Period(date(2026, 11, 1), TODAY)
    assert not hands.page.pickers.period.later.isEnabled()


@pytest.mark.parametrize(
    ("kind", "first"),
    [("month", (2026, 11, 1)), ("quarter", (2026, 10, 1)), ("year", (2026, 1, 1))],
)
def test_kinds_of_period(hands: Hands, kind: str, first: tuple[int, int, int]) -> None:
    hands.kind(kind)
    assert hands.overview.period == Period(date(*first), TODAY)


def type_into(field: QWidget, text: str) -> None:
    QTest.keyClick(field, Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(field, text)


def test_a_free_period_as_one_types_it(hands: Hands) -> None:
    hands.kind("free")
    dates = hands.page.pickers.dates
    type_into(dates.first.edit, "1.3.2026")
    type_into(dates.last.edit, "15.3")
    QTest.keyClick(dates.last.edit, Qt.Key.Key_Return)
    assert hands.overview.period == Period(date(2026, 3, 1), date(2026, 3, 15))
    assert hands.overview.grain is Grain.DAY


@pytest.mark.parametrize(
    ("first", "last", "error"),
    [
        ("soon", "1.3.2026", "Write the day as 24.11.2026."),
        (
            "2.3.2026",
            "1.3.2026",
            "The period ends on 1.3.2026, before it begins on 2.3.2026.",
        ),
    ],
)
def test_a_free_period_that_is_none_is_explained_and_nothing_changes(
    hands: Hands, first: str, last: str, error: str
) -> None:
    hands.kind("free")
    before, dates = hands.overview, hands.page.pickers.dates
    type_into(dates.first.edit, first)
    type_into(dates.last.edit, last)
    QTest.keyClick(dates.last.edit, Qt.Key.Key_Return)
    assert error in (dates.first.error(), dates.last.error())
    assert hands.overview is before


def test_fifty_years_and_a_single_day(hands: Hands) -> None:
    hands.kind("free")
    dates = hands.page.pickers.dates
    for first, last, grain in (
        ("1.1.1980", "31.12.2029", Grain.YEAR),
        ("24.11.2026", "24.11.2026", Grain.DAY),
    ):
        dates.first.set_text(first)
        dates.last.set_text(last)
        dates.finish()
        assert hands.overview.grain is grain
        hands.page.grab()


def chosen(button: QWidget, code: str) -> None:
    """Choose an entry of an open menu by keys."""
    menu = button.findChild(QMenu)
    assert menu is not None
    lines = [line for line in menu.actions() if line.objectName() == code]
    menu.setActiveAction(lines[0])
    QTest.keyClick(menu, Qt.Key.Key_Return)


@POPUP
def test_periods_with_a_name_and_what_to_compare_with(hands: Hands) -> None:
    hands.press(Qt.Key.Key_I, CONTROL)
    chosen(hands.page.pickers.period.ready, "last_quarter")
    assert hands.overview.period == Period(date(2026, 7, 1), date(2026, 9, 30))
    hands.press(Qt.Key.Key_U, CONTROL)
    chosen(hands.page.pickers.against, "before")
    assert hands.overview.compared == Period(date(2026, 4, 1), date(2026, 6, 30))
    hands.press(Qt.Key.Key_U, CONTROL)
    chosen(hands.page.pickers.against, "nothing")
    assert hands.overview.compared is None
    assert not hands.page.strip.cells[0].change.isVisible()


@POPUP
def test_stretches_of_ones_own_choice(hands: Hands) -> None:
    hands.page.pickers.grain.setFocus()
    hands.press(Qt.Key.Key_Down)
    chosen(hands.page.pickers.grain, "quarter")
    assert hands.overview.grain is Grain.QUARTER
    assert len(hands.overview.bars) == 4


def test_romaniportti_is_a_line_of_its_own_and_in_no_sum(hands: Hands) -> None:
    before = hands.overview.now.amount
    hands.location("romaniportti")
    assert hands.overview.now.amount == before
    rows = {row.cells[0]: row for row in hands.page.numbers.table.sheet().rows}
    assert rows["Together"].cells[-1] == before.visits
    apart = hands.overview.romaniportti
    assert apart is not None
    assert rows["Romaniportti"].cells[-1] == apart.visits > 0
    columns = hands.page.over_time.chart.accessibleDescription()
    assert "Romaniportti" not in columns
    assert "no sum" in hands.page.numbers.note.text()


def test_romaniportti_alone_has_its_line_and_nothing_else(hands: Hands) -> None:
    hands.location("romaniportti")
    for code in PORTALS:
        hands.location(code)
    page = hands.page
    assert page.numbers.isVisible()
    assert not any(part.isVisible() for part in (page.strip, page.charts, page.breakdown))


def test_no_location_no_numbers_until_one_is_chosen(hands: Hands) -> None:
    for code in PORTALS:
        hands.location(code)
    assert hands.page.empty.sentence.text() == "Choose a location."
    assert not hands.page.strip.isVisible()
    hands.location("kruunupyy")
    assert hands.overview.locations == ("kruunupyy",)
    assert hands.page.strip.isVisible()


def test_a_period_without_visits_says_so_and_leads_back(hands: Hands) -> None:
    hands.kind("free")
    dates = hands.page.pickers.dates
    dates.first.set_text("1.1.2001")
    dates.last.set_text("31.1.2001")
    dates.finish()
    page = hands.page
    assert page.empty.isVisible()
    assert not page.charts.isVisible()
    assert page.strip.cells[2].base.text() == "hours not known: Jakobstad, Nykarleby, Kronoby"
    page.empty.button.click()
    assert hands.overview.period == Period(date(2000, 12, 1), date(2000, 12, 31))


@POPUP
def test_open_days_without_entry_are_named(hands: Hands) -> None:
    silent = hands.overview.now.open_days.silent
    assert silent
    cell = hands.page.strip.cells[2]
    cell.setFocus(Qt.FocusReason.TabFocusReason)
    hands.press(Qt.Key.Key_Return)
    popup = hands.page.days
    assert popup.isVisible()
    assert len(popup.table.sheet().rows) == len(silent)
    popup.table.setFocus()
    hands.press(Qt.Key.Key_C, CONTROL)
    assert len(QApplication.clipboard().text().splitlines()) == len(silent) + 3
    hands.press(Qt.Key.Key_Escape)
    assert not popup.isVisible()


def test_a_figure_says_what_it_is(hands: Hands) -> None:
    for cell in hands.page.strip.cells:
        assert cell.figure is not None
        assert cell.toolTip() == cell.accessibleDescription() == cell.figure.definition
        assert cell.accessibleName().startswith(f"{cell.title.text()}: {cell.value.text()}")


def test_ctrl_g_turns_all_charts_and_back(hands: Hands) -> None:
    hands.press(Qt.Key.Key_G, CONTROL)
    assert all(card.is_table() for card in hands.page.chart_cards())
    hands.press(Qt.Key.Key_G, CONTROL)
    assert not any(card.is_table() for card in hands.page.chart_cards())


def test_columns_side_by_side_and_stacked(hands: Hands) -> None:
    stacked = hands.page.over_time.chart.grab().toImage()
    hands.press(Qt.Key.Key_B, CONTROL)
    beside = hands.page.over_time.chart.grab().toImage()
    assert beside != stacked
    hands.press(Qt.Key.Key_B, CONTROL)
    assert hands.page.over_time.chart.grab().toImage() == stacked


def test_copies_are_on_record(hands: Hands) -> None:
    hands.page.topics.chart.setFocus()
    hands.press(Qt.Key.Key_C, CONTROL)
    text = QApplication.clipboard().text()
    assert text.startswith("Visits by main topic\n")
    assert "For internal use only: exact numbers." in text
    hands.press(Qt.Key.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert not QApplication.clipboard().image().isNull()
    with hands.desk.read() as unit:
        found = unit.connection.exec_driver_sql(
            "select subject from log where action = 'statistics.export' order by number"
        ).scalars()
        assert [subject.split()[-2:] for subject in found] == [
            ["table", "internal"],
            ["picture", "internal"],
        ]


def test_a_visit_recorded_meanwhile_is_there_when_the_tab_comes_back(hands: Hands) -> None:
    before = hands.overview.now.amount.visits
    hands.window.frame.pages.go(1)
    hands.runner.write(hands.window, lambda unit: visits.record(unit, visit()))
    hands.window.frame.pages.go(5)
    assert hands.overview.now.amount.visits == before + 1
    hands.runner.write(hands.window, lambda unit: visits.record(unit, visit()))
    assert hands.overview.now.amount.visits == before + 2


def test_out_of_sight_nothing_is_read(hands: Hands) -> None:
    page, shown = hands.page, hands.page.answer
    hands.window.frame.pages.go(1)
    hands.runner.write(hands.window, lambda unit: visits.record(unit, visit()))
    assert page.answer is shown


def test_a_new_day_is_asked_for(hands: Hands, clock: SetClock) -> None:
    hands.window.frame.pages.go(1)
    clock.forward(days=1)
    hands.window.frame.pages.go(5)
    assert hands.overview.period.last == date(2026, 11, 25)


def test_choices_outlive_a_change_of_location_but_the_period_does_not(hands: Hands) -> None:
    hands.kind("month")
    hands.location("kruunupyy")
    pickers = hands.page.pickers
    pickers.ask(replace(pickers.asking, against=Against.BEFORE))
    with hands.desk.read() as unit:
        other = places.location(unit, "uusikaarlepyy")
    hands.window.go_to(other)
    hands.window.frame.pages.go(5)
    asking = hands.page.pickers.asking
    assert asking.locations == ("pietarsaari", "uusikaarlepyy")
    assert asking.against is Against.BEFORE
    assert hands.overview.period == Period(date(2026, 1, 1), TODAY)


@pytest.mark.parametrize(
    ("login", "sees"),
    [("supervisor", True), ("clerk", False), ("adviser", True), ("administrator", False)],
)
def test_only_those_with_the_right_have_the_tab(opened: Opens, login: str, sees: bool) -> None:
    hands = opened(login, internal=False)
    assert ("statistics" in [tab.name for tab in hands.window.frame.pages.tabs()]) is sees


@POPUP
def test_panes_are_reached_by_f6_and_come_into_view(hands: Hands) -> None:
    page = hands.page
    page.pickers.kind.segments["year"].setFocus()
    for pane in (page.strip, page.over_time, page.topics, page.clock, page.breakdown):
        hands.press(Qt.Key.Key_F6)
        assert pane.isAncestorOf(hands.focus())
        place = hands.focus().mapTo(page.view.viewport(), hands.focus().rect().topLeft())
        assert 0 <= place.y() < page.view.viewport().height()


def marked(message: str) -> str:
    return "‹" + message


def test_every_text_follows_the_language(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    english = texts(hands.page)
    speak_invented(monkeypatch, marked)
    switch("sv")
    assert hands.page.answer is not None
    chips = hands.page.pickers.locations.chips.values()
    names = {text for chip in chips for text in (chip.text(), chip.accessibleName())}
    names |= {kind.upper() for kind in hands.page.pickers.hand_out.buttons}
    left = {text for text in texts(hands.page) if "‹" not in text}
    spoken = {text for text in left - names if re.search(r"[^\W\d]{2}", text)}
    assert spoken & english == set()


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_nothing_is_cut_sideways(hands: Hands, theme: Theme, size: int, language: str) -> None:
    theme.set_text_size(size)
    switch(language)
    hands.window.resize(1366, 688)
    QApplication.sendPostedEvents()
    page = hands.page
    for part in (page.pickers, page.strip, page.over_time, page.topics, page.clock, page.numbers):
        right = part.mapTo(page, part.rect().topRight()).x()
        assert right < page.width()
        assert part.width() >= part.minimumSizeHint().width()


def test_late_answers_of_an_earlier_question_are_dropped(qtbot: QtBot, opened: Opens) -> None:
    worker = Worker()
    hands = opened("demo", worker)
    for steps in (-1, -1, -1):
        hands.page.pickers.go(steps)
    qtbot.waitUntil(lambda: worker.resting)
    assert hands.overview.period == Period(date(2023, 1, 1), date(2023, 12, 31))
    worker.finish()


def test_what_the_store_refuses_is_told_and_tried_again(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_all: object) -> object:
        raise Refused("server_away")

    before = hands.overview
    read = answer.read_answer
    monkeypatch.setattr(tab_module, "read_answer", away)
    hands.kind("month")
    assert hands.window.trouble.refused is not None
    assert hands.overview is before
    monkeypatch.setattr(tab_module, "read_answer", read)
    hands.window.trouble.try_again()
    assert hands.overview.period.first == date(2026, 11, 1)


def test_changes_that_do_not_count_read_nothing(hands: Hands) -> None:
    before = hands.overview
    hands.runner.changed.emit(Changes.STAFF | Changes.WAITING, hands.window)
    assert hands.overview is before


def test_a_long_wait_is_told_in_words_over_the_old_numbers(hands: Hands) -> None:
    page = hands.page
    assert page.waiting.words is not None
    page.waiting.start()
    page.waiting.words.timer.timeout.emit()
    assert "from before" in page.waiting.words.words.text()
    assert page.strip.isVisible()
    hands.tab.read()
    assert not page.waiting.words.isVisible()


def test_locations_as_lines_by_key_and_back(hands: Hands) -> None:
    card = hands.page.over_time
    read_out = card.chart.accessibleDescription()
    hands.press(Qt.Key.Key_J, CONTROL)
    assert isinstance(card.chart.picture, Lines)
    assert card.chart.accessibleDescription() == read_out
    assert [key.text for key in card.beside_heading.keys] == [
        "Jakobstad",
        "Nykarleby",
        "Kronoby",
        "Together",
        "2025",
    ]
    hands.press(Qt.Key.Key_B, CONTROL)
    assert isinstance(card.chart.picture, Columns)
    assert card.chart.picture.beside
    for key in (Qt.Key.Key_J, Qt.Key.Key_J):
        hands.press(key, CONTROL)
    assert isinstance(card.chart.picture, Columns)
    assert not card.chart.picture.beside


@POPUP
@pytest.mark.parametrize("form", list(Form))
def test_the_menu_of_the_chart_offers_its_forms(hands: Hands, form: Form) -> None:
    page = hands.page
    page.set_form(Form.LINES if form is Form.STACKED else Form.STACKED)
    page.over_time.open_menu(page.over_time.mapToGlobal(QPoint(0, 0)))
    chosen(page.over_time, form)
    assert page.form is form
    page.over_time.open_menu(page.over_time.mapToGlobal(QPoint(0, 0)))
    menu = page.over_time.findChildren(QMenu)[-1]
    ticked = [line.objectName() for line in menu.actions() if line.isChecked()]
    assert ticked == [form]


def test_a_chart_of_lines_is_copied_as_a_picture(hands: Hands) -> None:
    hands.press(Qt.Key.Key_J, CONTROL)
    hands.page.over_time.chart.setFocus()
    hands.press(Qt.Key.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert not QApplication.clipboard().image().isNull()


@POPUP
def test_the_tab_key_goes_in_the_order_of_reading(hands: Hands) -> None:
    pickers = hands.page.pickers
    pickers.period.earlier.setFocus()
    seen: list[QWidget] = []
    while hands.focus() is not hands.page.strip.cells[0]:
        hands.press(Qt.Key.Key_Tab)
        assert hands.focus() not in seen
        seen.append(hands.focus())
    buttons = pickers.hand_out.buttons
    assert [one for one in seen if hands.page.isAncestorOf(one)] == [
        pickers.period.ready,
        pickers.kind.segments["year"],
        pickers.against,
        pickers.locations.chips["pietarsaari"],
        pickers.grain,
        pickers.mode.segments["internal"],
        pickers.hand_out.saved,
        *(buttons["csv"], buttons["xlsx"], buttons["pdf"]),
        hands.page.strip.cells[0],
    ]


def test_the_keyboard_begins_at_the_kind_of_period(opened: Opens) -> None:
    hands = opened(internal=False)
    assert hands.focus() is hands.page.pickers.kind.segments["year"]
    hands.press(Qt.Key.Key_I, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert hands.focus() is hands.page.pickers.kind.segments["year"]


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_every_location_is_in_sight_in_large_text(
    hands: Hands, qapp: QApplication, language: str
) -> None:
    install(qapp, "light", 200)
    switch(language)
    chips = hands.page.pickers.locations
    hands.page.grab()
    assert all(chips.rect().contains(chip.geometry()) for chip in chips.chips.values())


def test_large_text_leaves_the_keyboard_where_it_is(hands: Hands, theme: Theme) -> None:
    hands.window.resize(1366, 688)
    pickers = hands.page.pickers
    for size in (200, 100):
        pickers.against.setFocus()
        theme.set_text_size(size)
        QApplication.sendPostedEvents()
        assert pickers.against.hasFocus()
