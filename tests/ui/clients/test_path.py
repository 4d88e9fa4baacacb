"""The path on the card: four steps, each recorded in place, undone, and nothing typed lost."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.client import Why
from app.domain.path.assessment import Assessment, Topic
from app.domain.path.orientation import Orientation
from app.domain.path.plan import Plan
from app.domain.path.review import Review, ReviewReason
from app.domain.path.whole import Kept, Path
from app.domain.responsibility.values import Group
from app.services import clients, path
from app.ui.clients.path.panel import Panel
from app.ui.clients.path.strip import PathStrip
from app.ui.clients.path.telling import State
from app.ui.language import switch
from tests.clients import recorded
from tests.desks import colleague
from tests.ui.clients.conftest import CONTROL, Hands, Opens
from tests.workers import DirectWorker

DAY = date(2026, 2, 2)
ASSESSED = Assessment(interview_on=DAY, completed_on=DAY)
PLANNED = Plan(DAY, DAY, date(2027, 2, 1))
ASSESSMENT, PLAN, ORIENTATION, TRAINING = range(4)


def strip(hands: Hands) -> PathStrip:
    return hands.tab.card.path


def panel(hands: Hands) -> Panel:
    return strip(hands).panel


def own(hands: Hands) -> UUID:
    client = hands.tab.client
    assert client is not None
    return client.id


def stored(hands: Hands) -> Path:
    with hands.desk.read() as unit:
        return path.of_client(unit, own(hands))


def put(hands: Hands, *steps: object) -> list[Kept[object]]:
    """Steps that were recorded before, and a card that shows them."""
    client = own(hands)
    with hands.desk.write() as unit:
        kept = [path.record(unit, client, step) for step in steps]
    reopen(hands)
    return kept


def reopen(hands: Hands) -> None:
    client = own(hands)
    with hands.desk.read() as unit:
        again = clients.open_record(unit, client, Why.PLAN)
    hands.tab.card.set_client(None)
    hands.tab.card.set_client(again)


def open_step(hands: Hands, group: int) -> None:
    hands.click(strip(hands).steps.tiles[group])


def type_into(hands: Hands, name: str, words: str) -> None:
    """Type into the answer that fills a field, in the place of what stands there."""
    form = panel(hands).entry.form
    assert form is not None
    answer = next(one for one in form.answers if name in one.names)
    answer.begin()
    hands.press(Qt.Key.Key_A, CONTROL)
    hands.type(words)


def choose(hands: Hands, name: str, digit: str) -> None:
    """Choose by its digit among the chips of the question that fills a field."""
    form = panel(hands).entry.form
    assert form is not None
    next(one for one in form.answers if name in one.names).begin()
    hands.type(digit)


def text_of(hands: Hands, name: str) -> str:
    form = panel(hands).entry.form
    assert form is not None
    return next(one for one in form.answers if name in one.names).told()


def errors(hands: Hands) -> list[str]:
    form = panel(hands).entry.form
    assert form is not None
    fields = [getattr(one, "field", None) for one in form.answers]
    return [one.error() for one in fields if one is not None and one.error()]


def test_the_four_steps_tell_how_far_the_client_is(hands: Hands) -> None:
    hands.open("Hodan")
    assert [tile.told.state for tile in strip(hands).steps.tiles] == [State.COMING] * 4
    assert not strip(hands).pill.isVisible()
    put(hands, ASSESSED, PLANNED)
    told = [tile.told for tile in strip(hands).steps.tiles]
    assert [one.state for one in told[:2]] == [State.DONE, State.NOW]
    assert "2.2.2026" in told[0].line
    assert strip(hands).pill.text() == "Integration client"
    assert "done" in strip(hands).steps.tiles[0].accessibleName()


def test_an_assessment_is_recorded_in_place_and_undone(hands: Hands) -> None:
    hands.open("Hodan")
    open_step(hands, ASSESSMENT)
    type_into(hands, "interview_on", "2.2.2026")
    type_into(hands, "completed_on", "2026-02-03")
    choose(hands, "topics", "1")
    hands.press(Qt.Key.Key_Return, CONTROL)
    (kept,) = stored(hands).of(Assessment)
    assert kept.step.interview_on == DAY
    assert kept.step.completed_on == date(2026, 2, 3)
    assert kept.step.topics == {Topic.SKILLS}
    assert strip(hands).steps.tiles[ASSESSMENT].told.state is State.DONE
    hands.window.undo.take_back_last()
    assert stored(hands) == Path()
    assert strip(hands).steps.tiles[ASSESSMENT].told.state is State.COMING


def test_an_opened_step_comes_into_view(hands: Hands) -> None:
    hands.open("Hodan")
    open_step(hands, TRAINING)
    area = hands.tab.card.area

    def is_seen() -> bool:
        place = strip(hands).mapTo(area.viewport(), QPoint(0, 0))
        return 0 <= place.y() < area.viewport().height() // 4

    hands.qtbot.waitUntil(is_seen)


def test_a_change_and_what_was_taken_back_are_undone(hands: Hands) -> None:
    hands.open("Hodan")
    (before,) = put(hands, ASSESSED)
    open_step(hands, ASSESSMENT)
    choose(hands, "wellbeing", "1")
    hands.press(Qt.Key.Key_Return, CONTROL)
    assert stored(hands).of(Assessment)[0].step == replace(ASSESSED, wellbeing=True)
    hands.window.undo.take_back_last()
    assert stored(hands).of(Assessment)[0].step == ASSESSED
    hands.click(panel(hands).take_back)
    assert stored(hands) == Path()
    hands.window.undo.take_back_last()
    assert stored(hands).of(Assessment)[0].id == before.id


def test_what_is_wrong_is_said_while_it_is_typed(hands: Hands) -> None:
    hands.open("Hodan")
    open_step(hands, ASSESSMENT)
    assert not panel(hands).save.isEnabled()
    type_into(hands, "started_on", "30.2.2026")
    assert errors(hands) == ["Write the day as 24.11.2026."]
    type_into(hands, "started_on", "25.11.2026")
    assert "in the future" in errors(hands)[0]
    type_into(hands, "started_on", "1.2.2026")
    assert errors(hands) == []
    assert panel(hands).save.isEnabled()
    type_into(hands, "completed_on", "3.2.2026")
    assert "interview" in errors(hands)[0]
    assert not panel(hands).save.isEnabled()


def test_what_is_missing_gets_the_keyboard(hands: Hands) -> None:
    hands.open("Hodan")
    open_step(hands, ORIENTATION)
    type_into(hands, "hours", "70")
    assert errors(hands) == []
    hands.press(Qt.Key.Key_Return, CONTROL)
    assert stored(hands) == Path()
    form = panel(hands).entry.form
    assert form is not None
    language = next(one for one in form.answers if "language" in one.names)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert language.isAncestorOf(focus)
    assert panel(hands).problem.text() == "Choose the language of the course."


def test_a_plan_before_any_assessment_is_refused_in_one_sentence(hands: Hands) -> None:
    hands.open("Hodan")
    open_step(hands, PLAN)
    type_into(hands, "drawn_on", "1.2.2026")
    type_into(hands, "valid_to", "1.2.2027")
    assert "No assessment was completed by 1.2.2026" in errors(hands)[0]
    assert panel(hands).kinds.segments.keys() == {"Plan"}


def test_a_review_belongs_to_the_last_plan(hands: Hands) -> None:
    hands.open("Hodan")
    plan = put(hands, ASSESSED, PLANNED)[1]
    open_step(hands, PLAN)
    hands.click(panel(hands).kinds.segments["Review"])
    type_into(hands, "on", "1.8.2026")
    choose(hands, "reason", "4")
    hands.press(Qt.Key.Key_Return, CONTROL)
    (kept,) = stored(hands).of(Review)
    assert kept.step == Review(plan.id, date(2026, 8, 1), ReviewReason.INTERVAL)
    assert strip(hands).steps.tiles[PLAN].told.quiet == "Review 1.8.: Six months"


def test_a_new_review_begins_from_anywhere(hands: Hands) -> None:
    hands.open("Hodan")
    plan = put(hands, ASSESSED, PLANNED)[1]
    put(hands, Review(plan.id, DAY, ReviewReason.INTERVAL))
    strip(hands).begin_review()
    assert panel(hands).kind is Review
    assert panel(hands).kinds.current() == "Review"
    assert text_of(hands, "on") == ""
    assert panel(hands).isVisible()


def test_nothing_typed_is_lost(hands: Hands) -> None:
    hands.open("Hodan")
    open_step(hands, ASSESSMENT)
    type_into(hands, "started_on", "1.2.20")
    hands.press(Qt.Key.Key_Escape)
    assert panel(hands).isHidden()
    assert hands.window.trouble.held == 1
    hands.open("Muhammad Rahimi")
    open_step(hands, ASSESSMENT)
    assert text_of(hands, "started_on") == ""
    hands.open("Hodan")
    open_step(hands, ASSESSMENT)
    assert text_of(hands, "started_on") == "1.2.20"
    open_step(hands, PLAN)
    open_step(hands, ASSESSMENT)
    assert text_of(hands, "started_on") == "1.2.20"
    switch("sv")
    assert text_of(hands, "started_on") == "1.2.20"
    type_into(hands, "started_on", "1.2.2026")
    hands.press(Qt.Key.Key_Return, CONTROL)
    assert hands.window.trouble.held == 0
    assert len(stored(hands).of(Assessment)) == 1


def test_two_desks_with_one_entry_the_second_sees_both_and_loses_nothing(hands: Hands) -> None:
    hands.open("Hodan")
    (kept,) = put(hands, ASSESSED)
    open_step(hands, ASSESSMENT)
    choose(hands, "topics", "1")
    other = colleague(hands.desk, "otso", *hands.desk.actor.roles)
    client = own(hands)
    with other.write() as unit:
        changed = replace(ASSESSED, completed_on=date(2026, 3, 3))
        path.amend(unit, client, kept.id, changed, kept.revision)
    hands.press(Qt.Key.Key_Return, CONTROL)
    shown = panel(hands).conflict
    assert shown.isVisible()
    assert "Completed: 3.3.2026" in shown.help.text()
    assert text_of(hands, "topics") == "Skills"
    assert stored(hands).of(Assessment)[0].step == changed
    hands.press(Qt.Key.Key_Return, CONTROL)
    after = stored(hands).of(Assessment)[0].step
    assert after == replace(ASSESSED, topics=frozenset({Topic.SKILLS}))
    assert not shown.isVisible()


def test_what_is_stored_can_be_taken_instead(hands: Hands) -> None:
    hands.open("Hodan")
    (kept,) = put(hands, ASSESSED)
    open_step(hands, ASSESSMENT)
    choose(hands, "topics", "1")
    client = own(hands)
    with hands.desk.write() as unit:
        path.take_back(unit, client, Assessment, kept.id, kept.revision)
    hands.press(Qt.Key.Key_Return, CONTROL)
    assert "not there any more" in panel(hands).conflict.fact.text()
    assert text_of(hands, "topics") == "Skills"
    panel(hands).conflict.action.setFocus()
    hands.press(Qt.Key.Key_Space)
    assert text_of(hands, "topics") == ""


@pytest.mark.parametrize("group", [Group.TRAFFICKING_VICTIM, Group.SOCIAL_ASSISTANCE_TEMPORARY])
def test_the_limit_is_told_alike_whatever_the_group(hands: Hands, group: Group) -> None:
    sensitive = frozenset({group})
    recorded(hands.desk, "Liban", "Nuur", permit_on=date(2023, 12, 24), sensitive=sensitive)
    hands.open("Liban Nuur")
    limit = strip(hands).limit
    assert limit.isVisible()
    assert limit.fact.text() == "An assessment can start until 24.12.2026."
    assert "with exceptions" in limit.help.text()
    put(hands, Assessment(started_on=DAY))
    assert not limit.isVisible()


def test_a_protected_clients_path_asks_nothing_that_tells_the_town(hands: Hands) -> None:
    hands.open("Zahra Hidden")
    hands.type("1")
    for group in range(4):
        open_step(hands, group)
        form = panel(hands).entry.form
        assert form is not None
        asked = {name for one in form.answers if one.isVisible() for name in one.names}
        assert not asked & {"by", "organiser", "course", "provider"}
        assert "Luoto" not in panel(hands).may.text()


def test_enter_in_a_field_records_nothing_by_itself(hands: Hands) -> None:
    hands.open("Hodan")
    open_step(hands, ASSESSMENT)
    type_into(hands, "started_on", "1.2.2026")
    QTest.keyClick(hands.focus(), Qt.Key.Key_Return)
    assert stored(hands) == Path()


class HeldWorker(DirectWorker):
    """Keeps jobs waiting while `held` is a list."""

    held: list[Callable[[], None]] | None = None

    def run(self, *args: Any, **more: Any) -> None:
        if self.held is None:
            super().run(*args, **more)
        else:
            self.held.append(partial(DirectWorker.run, self, *args, **more))

    def let_go(self) -> None:
        """Do what has waited."""
        waiting, self.held = self.held or [], None
        for job in waiting:
            job()


def test_what_is_saved_late_does_not_touch_what_is_typed_meanwhile(opened: Opens) -> None:
    worker = HeldWorker()
    hands = opened(worker=worker)
    hands.open("Hodan")
    client = own(hands)
    open_step(hands, ASSESSMENT)
    type_into(hands, "started_on", "1.2.2026")
    worker.held = []
    hands.press(Qt.Key.Key_Return, CONTROL)
    assert not panel(hands).save.isEnabled()
    open_step(hands, ORIENTATION)
    type_into(hands, "hours", "70")
    worker.let_go()
    assert text_of(hands, "hours") == "70"
    assert panel(hands).kind is Orientation
    open_step(hands, ASSESSMENT)
    assert not panel(hands).save.isEnabled()
    assert text_of(hands, "started_on") == "1.2.2026"
    with hands.desk.read() as unit:
        assert len(path.of_client(unit, client).of(Assessment)) == 1
    assert hands.window.trouble.held == 1


def test_what_could_not_be_saved_late_waits_where_it_was_typed(opened: Opens) -> None:
    worker = HeldWorker()
    hands = opened(worker=worker)
    hands.open("Hodan")
    (kept,) = put(hands, ASSESSED)
    open_step(hands, ASSESSMENT)
    choose(hands, "topics", "1")
    client = own(hands)
    with hands.desk.write() as unit:
        path.amend(unit, client, kept.id, replace(ASSESSED, expert=True), kept.revision)
    worker.held, told = [], []
    hands.window.undo.told.connect(lambda title, _detail: told.append(title))
    hands.press(Qt.Key.Key_Return, CONTROL)
    open_step(hands, ORIENTATION)
    worker.let_go()
    assert "Somebody else has changed this entry" in told[0]
    assert panel(hands).kind is Orientation
    open_step(hands, ASSESSMENT)
    assert text_of(hands, "topics") == "Skills"
