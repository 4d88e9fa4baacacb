"""Supervisors name who may know of protected clients; each naming is logged."""

import pytest
from PySide6.QtCore import Qt

from app.domain.roles import Role
from app.services import protection
from app.services.unit import Desk
from app.ui.language import switch
from app.ui.settings.named_page import NamedPage
from tests.desks import colleague
from tests.services.test_clients import log
from tests.ui.settings.conftest import Opens
from tests.ui.settings.hands import Hands


def named(desk: Desk) -> list[str]:
    with desk.read() as unit:
        return [one.name for one in protection.named(unit)]


@pytest.fixture
def adviser(file_store: Desk) -> Desk:
    return colleague(file_store, "otso", Role.ADVISER)


def test_people_are_named_by_keys_logged_and_taken_back(hands: Hands, adviser: Desk) -> None:
    page = hands.page(NamedPage)
    assert [chip.text() for chip in page.group.chips.values()] == ["Henna Sandkvist", "Otso"]
    page.group.chips[str(adviser.actor.staff_id)].setFocus()
    hands.press(Qt.Key.Key_Space)
    assert page.own.isHidden()
    hands.save()
    assert named(hands.desk) == ["Otso"]
    assert hands.told() == "Named people kept: 1 person"
    otso = str(adviser.actor.staff_id)
    assert ("protected.name", otso, "") in log(hands.desk)
    hands.undo()
    assert named(hands.desk) == []
    assert ("protected.unname", otso, "") in log(hands.desk)
    assert page.group.chosen() == ()


def test_who_names_themself_is_told_that_the_log_says_so(hands: Hands) -> None:
    page = hands.page(NamedPage)
    page.group.chips[str(hands.desk.actor.staff_id)].setFocus()
    hands.press(Qt.Key.Key_Space)
    assert page.own.isVisible()
    hands.save()
    assert named(hands.desk) == ["Henna Sandkvist"]
    assert page.own.isHidden()


def test_only_who_keeps_records_can_be_named(opened: Opens, file_store: Desk) -> None:
    colleague(file_store, "klara", Role.CLERK)
    colleague(file_store, "kaisa", Role.ADMINISTRATOR)
    page = opened(colleague(file_store, "siv", Role.SUPERVISOR)).page(NamedPage)
    assert [chip.text() for chip in page.group.chips.values()] == ["Henna Sandkvist", "Siv"]


def test_nobody_but_supervisors_has_the_page(opened: Opens, file_store: Desk) -> None:
    administrator = opened(colleague(file_store, "kaisa", Role.ADMINISTRATOR))
    assert "named" not in administrator.dialog.pages


def test_all_texts_follow_the_language(hands: Hands) -> None:
    page = hands.page(NamedPage)
    english = page.lead.text(), page.name.text(), page.own.text(), page.caption()
    switch("fi")
    finnish = page.lead.text(), page.name.text(), page.own.text(), page.caption()
    assert not set(english) & set(finnish)
