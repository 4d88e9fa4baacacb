import pytest
from PySide6.QtCore import Qt

from app.domain.reference import Item, Kind
from app.services import chips
from app.ui.settings.chips_page import ChipsPage
from tests.ui.settings.hands import Hands


@pytest.fixture
def page(hands: Hands) -> ChipsPage:
    return hands.page(ChipsPage)


def stored(hands: Hands, code: str, kind: Kind = Kind.TOPIC) -> Item:
    with hands.desk.read() as unit:
        return chips.reference(unit)[kind][code]


def test_a_topic_is_renamed_with_a_live_count(hands: Hands, page: ChipsPage) -> None:
    before = stored(hands, "benefits")
    hands.click_row(page.rows, "benefits")
    hands.type(page.labels.fields["sv"], "FPA och stöd")
    assert page.labels.fields["sv"].message.text() == "12 of 20 characters"
    hands.save()
    assert stored(hands, "benefits").short == {**before.short, "sv": "FPA och stöd"}
    hands.undo()
    assert stored(hands, "benefits") == before
    assert page.labels.fields["sv"].text() == before.short["sv"]


@pytest.mark.parametrize(
    ("label", "sentence"),
    [
        ("x" * 21, "1 character too many."),
        ("x" * 25, "5 characters too many."),
        (" ", "Write a label."),
    ],
)
def test_a_label_that_does_not_fit_is_not_saved(
    hands: Hands, page: ChipsPage, label: str, sentence: str
) -> None:
    field = page.labels.fields["fi"]
    hands.type(field, label)
    assert field.error() == sentence
    assert not hands.dialog.save.isEnabled()
    hands.type(field, "x" * 20)
    assert not field.error()
    assert hands.dialog.save.isEnabled()


def test_a_topic_is_switched_off_and_keeps_its_key(hands: Hands, page: ChipsPage) -> None:
    keys = [page.rows.row_at(i).cap for i in range(page.rows.count())]
    hands.click_row(page.rows, "work")
    page.offered.setFocus()
    hands.press(Qt.Key.Key_Space)
    hands.save()
    assert not stored(hands, "work").active
    row = page.rows.row_at(page.rows.keys().index("work"))
    assert (row.quiet, row.detail.split(" · ")[0]) == (True, "not offered")
    assert [page.rows.row_at(i).cap for i in range(page.rows.count())] == keys


def test_the_last_topic_cannot_be_switched_off(hands: Hands, page: ChipsPage) -> None:
    with hands.desk.write() as unit:
        for item in list(chips.reference(unit)[Kind.TOPIC].values())[1:]:
            chips.save_chip(unit, Kind.TOPIC, item.code, item.short, active=False)
    page.read()
    page.offered.setFocus()
    hands.press(Qt.Key.Key_Space)
    hands.save()
    assert page.notice.isVisible()
    assert page.notice.banner.fact.text().startswith("At least one topic must stay on")
    assert stored(hands, "arrival").active


def test_outcomes_have_their_own_keys(hands: Hands, page: ChipsPage) -> None:
    hands.click(page.kinds.segments[Kind.OUTCOME])
    assert page.rows.row_at(0).cap == "⇧1"
    first = page.rows.keys()[0]
    hands.type(page.labels.fields["en"], "Told")
    hands.save()
    assert stored(hands, first, Kind.OUTCOME).short["en"] == "Told"


def test_outcomes_wait_for_a_topic_that_is_not_saved(hands: Hands, page: ChipsPage) -> None:
    hands.type(page.labels.fields["en"], "Moving")
    hands.click(page.kinds.segments[Kind.OUTCOME])
    assert page.kinds.current() == Kind.TOPIC
    hands.click(hands.dialog.unsaved.other)
    assert page.kinds.current() == Kind.OUTCOME
    assert stored(hands, "arrival").short["en"] == "Moving to Finland"


def test_labels_as_delivered(hands: Hands, page: ChipsPage) -> None:
    delivered = stored(hands, "arrival")
    hands.type(page.labels.fields["en"], "Moving")
    hands.save()
    hands.click(page.delivered)
    assert page.labels.texts() == delivered.short
    hands.save()
    assert stored(hands, "arrival") == delivered
