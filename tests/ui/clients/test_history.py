"""What was done with a client, on the card: visits, referrals, consents, family."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt

from app.domain.client import Client, Relation, Relative
from app.domain.link import Task
from app.services import consents, links, visits
from app.services.slips import SlipWish, print_slip
from app.services.unit import Desk
from app.ui.clients.history import told
from app.ui.clients.history.history import History
from app.ui.clients.history.lines import FIRST
from app.ui.language import switch
from app.ui.referrals.tab import ReferralsTab
from tests.clients import AGREED, linked_visit, recorded
from tests.desks import visit
from tests.ui.clients.conftest import CONTROL, Hands, Opens


def history(hands: Hands) -> History:
    return hands.tab.card.history


def view(hands: Hands, code: str) -> list[list[str]]:
    """What stands in a view."""
    part = history(hands)
    hands.click(part.views.segments[code])
    return [[label.text() for label in line] for line in part.lines.labels]


def with_past(desk: Desk, folder: Path) -> tuple[Client, str]:
    """A client with two visits, one by consent and one for the plan, and a slip; its number."""
    sister = recorded(desk, "Roya", "Haidari", birth_year=1988)
    family = (Relative(Relation.SIBLING, client=sister.id), Relative(Relation.CHILD, "Mina"))
    client = recorded(desk, "Yusuf", "Haidari", birth_year=1990, relatives=family)
    with desk.write() as unit:
        made = visits.record(unit, visit(language="ar", persons=2))
        links.link(unit, made.id, client.id, AGREED)
    linked_visit(desk, client)
    wish = SlipWish(("org-kela",), "fi", "fi", "pietarsaari", visit=made.id)
    return client, print_slip(desk, wish, folder / "s.pdf").number


def whose(desk: Desk, visit_id: UUID) -> UUID | None:
    with desk.read() as unit:
        found = links.of_visit(unit, visit_id)
    return found.client if found else None


def test_the_card_tells_what_was_done(desk: Desk, opened: Opens, tmp_path: Path) -> None:
    _client, number = with_past(desk, tmp_path)
    hands = opened()
    hands.open("yusuf haidari")
    segments = history(hands).views.segments.values()
    assert [one.text() for one in segments] == [
        "Visits 2",
        "Referrals 1",
        "Consents 1",
        "Family 2",
    ]
    seen = view(hands, told.VISITS)
    assert seen[0][4] == "For the plan"
    assert seen[1] == [
        "Tue 24.11.2026",
        "Kela, benefits",
        "Arabic · 2 persons",
        f"Referred · {number}",
        "By consent",
    ]
    assert view(hands, told.REFERRALS)[0][2:] == ["Handed over", number]
    assert view(hands, told.CONSENTS) == [
        ["Tue 24.11.2026", "Spoken", "asked in Arabic", "In force"]
    ]
    assert [line[0] for line in view(hands, told.FAMILY)] == ["Sibling", "Child"]


def test_a_consent_is_withdrawn_and_that_is_undone(
    desk: Desk, opened: Opens, tmp_path: Path
) -> None:
    client, _number = with_past(desk, tmp_path)
    hands = opened()
    hands.open("yusuf haidari")
    view(hands, told.CONSENTS)
    hands.click(history(hands).lines.verbs[0])
    assert view(hands, told.CONSENTS)[0][3] == "Withdrawn 24.11.2026"
    assert history(hands).lines.verbs == []
    assert len(view(hands, told.VISITS)) == 1
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert len(view(hands, told.VISITS)) == 2
    with desk.read() as unit:
        assert consents.in_force(unit, client.id) is not None


def test_a_member_of_the_family_is_opened_from_there(
    desk: Desk, opened: Opens, tmp_path: Path
) -> None:
    with_past(desk, tmp_path)
    hands = opened()
    hands.open("yusuf haidari")
    view(hands, told.FAMILY)
    hands.click(history(hands).lines.verbs[0])
    client = hands.tab.client
    assert client is not None
    assert client.record.name == "Roya Haidari"
    assert view(hands, told.FAMILY) == [["", "No family is recorded."]]


def test_many_visits_are_shown_when_asked_for(desk: Desk, opened: Opens) -> None:
    client = recorded(desk, "Yusuf", "Haidari")
    for _time in range(FIRST + 2):
        linked_visit(desk, client)
    hands = opened()
    hands.open("yusuf haidari")
    assert len(view(hands, told.VISITS)) == FIRST
    hands.click(history(hands).lines.all)
    assert len(view(hands, told.VISITS)) == FIRST + 2
    assert not history(hands).lines.all.isVisible()


def test_the_next_client_has_nothing_of_the_one_before(
    desk: Desk, opened: Opens, tmp_path: Path
) -> None:
    with_past(desk, tmp_path)
    hands = opened()
    hands.open("yusuf haidari")
    hands.open("muhammad rahimi")
    assert view(hands, told.VISITS) == [["", "No visit is linked with this client."]]
    switch("sv")
    segments = history(hands).views.segments.values()
    assert next(iter(segments)).text() == "Besök 0"


def test_a_slip_from_the_card_stands_in_the_clients_history(desk: Desk, opened: Opens) -> None:
    hands = opened()
    hands.open("warsame")
    client = hands.tab.client
    assert client is not None
    hands.press(Qt.Key.Key_H, CONTROL)
    slips = hands.window.frame.pages.current()
    assert isinstance(slips, ReferralsTab)
    assert str(client.number) in slips.form.visit.text()
    assert slips.making.wish().client == client.id
    hands.click(slips.form.unlink)
    assert slips.making.wish().client is None
    assert not slips.form.visit.isVisible()
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert slips.making.wish().client == client.id


def test_a_withdrawn_consent_leaves_a_link_for_a_task(desk: Desk, opened: Opens) -> None:
    client = recorded(desk, "Yusuf", "Haidari")
    kept = linked_visit(desk, client)
    with desk.write() as unit:
        consents.give(unit, client.id, AGREED)
        found = links.of_visit(unit, kept)
    assert found is not None
    assert found.task is Task.PLAN
    hands = opened()
    hands.open("yusuf haidari")
    view(hands, told.CONSENTS)
    hands.click(history(hands).lines.verbs[0])
    assert whose(desk, kept) == client.id
