"""What was chosen or typed is there again: after a kill, at another location, after a refusal."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.domain.errors import Refused
from app.domain.visit import Facts
from app.services import visits
from app.services.unit import Unit
from app.services.visits import NewVisit
from app.ui.worker import Worker
from tests.desks import SetClock
from tests.ui.check_in.conftest import Hands
from tests.workers import DirectWorker

At = Callable[[str], Hands]
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
RECORD = "app.services.visits.record"


class SlowWorker(DirectWorker):
    """Does its jobs when it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.jobs: list[Callable[[], None]] = []

    def run(self, *job: Any, **named: Any) -> None:
        self.jobs.append(partial(super().run, *job, **named))

    def catch_up(self) -> None:
        while self.jobs:
            self.jobs.pop(0)()


def full(unit: Unit, new: NewVisit) -> None:
    raise Refused("disk_full")


def test_each_location_has_its_own_unfinished_form(hands: Hands, at: At) -> None:
    hands.keys("9", "A")
    hands.tab.leave()
    elsewhere = at("romaniportti")
    assert elsewhere.tab.form.is_empty()
    elsewhere.keys("8", ENTER)
    assert at("pietarsaari").tab.form.facts() == Facts(("benefits",), (), "ar")


def test_an_amendment_does_not_cost_the_form_beneath(hands: Hands, at: At) -> None:
    hands.keys("9", ENTER, "1", "A")
    hands.tab.amend()
    hands.keys("8")
    hands.tab.leave()
    assert at("pietarsaari").tab.form.facts() == Facts(("arrival",), (), "ar")


def test_a_form_brought_back_never_becomes_an_amendment(hands: Hands) -> None:
    hands.keys("9", ENTER, "1", ESCAPE)
    hands.tab.amend()
    hands.undo()
    hands.keys(ENTER)
    assert [visit.facts.topics for visit in hands.visits()] == [("benefits",), ("arrival",)]


def test_a_visit_refused_behind_the_next_is_recorded_when_there_is_room(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = SlowWorker()
    hands.workplace.runner.worker = slow
    hands.keys("9", ENTER, "8")
    with monkeypatch.context() as patched:
        patched.setattr(RECORD, full)
        slow.catch_up()
    assert hands.visits() == []
    assert hands.workplace.trouble.held == 1
    hands.workplace.trouble.end()
    slow.catch_up()
    assert [visit.facts.topics for visit in hands.visits()] == [("benefits",)]
    assert hands.tab.form.facts().topics == ("housing",)
    assert hands.workplace.trouble.held == 0


def test_trying_again_records_nothing_that_is_half_chosen(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(RECORD, full)
        hands.keys("9", ENTER)
    assert hands.tab.form.facts().topics == ("benefits",)
    hands.keys(ESCAPE, "8")
    hands.workplace.trouble.try_again()
    assert hands.visits() == []


def test_a_refused_visit_outlives_its_form(
    hands: Hands, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(RECORD, full)
        hands.keys("9", ENTER)
    recording = hands.tab.recording
    hands.tab.leave()
    recording.deleteLater()
    qtbot.waitUntil(lambda: not isValid(recording))
    assert hands.workplace.trouble.held == 1
    hands.workplace.trouble.end()
    assert [visit.facts.topics for visit in hands.visits()] == [("benefits",)]
    assert hands.workplace.trouble.held == 0


def test_an_answer_to_one_amendment_leaves_the_next_alone(hands: Hands) -> None:
    hands.keys("9", ENTER, "8", ENTER)
    slow = SlowWorker()
    first, second = hands.visits()
    hands.tab.amending.begin(first)
    hands.keys("1", ENTER)
    hands.workplace.runner.worker = slow
    hands.keys(ENTER)
    hands.tab.amending.begin(second)
    hands.keys("2")
    slow.catch_up()
    assert hands.tab.amending.visit == second
    assert hands.tab.form.facts().topics == ("housing", "permit")


def test_an_unfinished_list_survives(hands: Hands, at: At) -> None:
    hands.tab.show_tally()
    hands.tab.tally.day.edit.selectAll()
    hands.tab.tally.day.edit.insert("20.11.")
    hands.keys("1", "2", Qt.Key.Key_Down, "3")
    hands.tab.leave()
    again = at("pietarsaari").tab
    assert again.tally.cells() == {("arrival", "ar"): 12, ("permit", "ar"): 3}
    assert again.tally.day.text() == "20.11.2026"
    again.record()
    again.show_tally()
    again.record()
    again.leave()
    assert at("pietarsaari").tab.tally.cells() == {}


def test_a_list_that_was_refused_and_tried_again_counts_once(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.tab.show_tally()
    hands.keys("3")
    insert = visits.insert

    def lost(*given: Any) -> None:
        insert(*given)
        unit: Unit = given[0]
        unit.session.commit()
        raise Refused("server_away")

    with monkeypatch.context() as patched:
        patched.setattr("app.services.visits.insert", lost)
        hands.keys(ENTER)
    assert hands.tab.tally.grid.counts.total() == 3
    hands.keys(ENTER)
    assert len(hands.visits()) == 3


def test_at_midnight_lists_are_of_the_new_day(hands: Hands, clock: SetClock) -> None:
    hands.tab.show_day()
    hands.tab.show_tally()
    clock.forward(days=1)
    hands.tab.show_day()
    assert "25.11.2026" in hands.tab.days.title.text()
    hands.tab.show_tally()
    assert hands.tab.tally.day.text() == "25.11.2026"
    hands.keys("1")
    clock.forward(days=1)
    hands.tab.show_tally()
    assert hands.tab.tally.day.text() == "25.11.2026"


def test_what_a_key_changes_is_in_view(hands: Hands) -> None:
    hands.tab.widget.resize(700, 300)
    area = hands.tab.form.area
    for key, group, code in (
        (".", hands.tab.form.questions.interpreter, "not_got"),
        ("1", hands.tab.form.questions.topics, "arrival"),
    ):
        hands.keys(key)
        chip = group.chips[code]
        place = chip.mapTo(area.viewport(), chip.rect().center())
        assert area.viewport().rect().contains(place)


def test_a_bug_gives_back_what_it_did_not_record(
    qtbot: QtBot, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = Worker()
    hands.workplace.runner.worker = worker
    monkeypatch.setattr(RECORD, lambda unit, new: 1 / 0)
    monkeypatch.setattr("app.services.tally.record", lambda *given: 1 / 0)
    hands.keys("9", "A", ENTER)
    qtbot.waitUntil(lambda: worker.resting)
    assert hands.tab.form.facts() == Facts(("benefits",), (), "ar")
    hands.tab.show_tally()
    hands.keys("3", ENTER)
    qtbot.waitUntil(lambda: worker.resting)
    assert hands.tab.tally.grid.counts.total() == 3
    hands.tab.leave()
    worker.finish()
    hands.workplace.runner.worker = DirectWorker()
