"""A visit's client: linked by choice, on a basis that is kept, and taken back."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from app.domain.client import Client
from app.domain.errors import Refused
from app.domain.link import Basis, Task
from app.domain.place import Ask
from app.domain.referral import Outcome, State, Why
from app.domain.roles import Role
from app.domain.visit import Visit
from app.services import (
    consents,
    history,
    links,
    places,
    protection,
    referrals,
    visits,
    withdrawal,
)
from app.services.links import Linked
from app.services.slips import SlipWish, print_slip
from app.services.unit import Changes, Desk
from app.store import counters
from app.store import links as store
from app.store import visits as stored
from app.store.visits import AMENDMENT
from tests.clients import AGREED, hidden, linked_visit, recorded
from tests.desks import SetClock, colleague, counting, visit

KELA, FRIDA = "org-kela", "ngo-frida"


@pytest.fixture
def client(desk: Desk) -> Client:
    return recorded(desk, "Yusuf", "Haidari", born=date(1990, 1, 1), municipality="luoto")


def a_visit(desk: Desk, **facts: Any) -> UUID:
    with desk.write() as unit:
        return visits.record(unit, visit(**facts)).id


def linked(desk: Desk, visit_id: UUID, client: Client, basis: Basis = Task.PLAN) -> Linked:
    with desk.write() as unit:
        return links.link(unit, visit_id, client.id, basis)


def whose(desk: Desk, visit_id: UUID) -> UUID | None:
    with desk.read() as unit:
        found = links.of_visit(unit, visit_id)
    return found.client if found else None


def row(desk: Desk, visit_id: UUID) -> Visit:
    with desk.read() as unit:
        found = stored.find(unit.connection, visit_id)
    assert found is not None
    return found


def towns(desk: Desk) -> dict[str, int]:
    """How many visits are counted by municipality; the counters agree with a recount."""
    with desk.read() as unit:
        kept = counters.stored(unit.connection)
        recounted = counters.counted(counting(unit.connection))
    assert (kept.day, kept.month) == (recounted.day, recounted.month)
    return {key[3]: amounts[0] for key, amounts in kept.day.items() if key[2] == "municipality"}


# Linking


def test_a_visit_is_recorded_with_its_client(desk: Desk, client: Client) -> None:
    with desk.write() as unit:
        made, _linked = links.record(unit, visit(municipality="luoto"), client.id, AGREED)
        assert unit.changes & Changes.VISITS
        assert unit.changes & Changes.CLIENTS
    assert whose(desk, made.id) == client.id
    assert row(desk, made.id).facts.municipality == "luoto"
    with desk.read() as unit:
        in_force = consents.in_force(unit, client.id)
        found = links.of_visit(unit, made.id)
        seen = links.at_desk(unit, client.id)
    assert in_force is not None
    assert found is not None
    assert (in_force.given_on, in_force.language) == (date(2026, 11, 24), "ar")
    assert (found.consent, found.task) == (in_force.id, None)
    assert (seen.glance.name, seen.glance.birth_year, seen.consent) == (
        "Yusuf Haidari",
        1990,
        in_force,
    )


def test_recording_once_more_after_a_lost_answer_changes_nothing(
    desk: Desk, client: Client
) -> None:
    new = visit(municipality="luoto")
    for _time in range(2):
        with desk.write() as unit:
            links.record(unit, new, client.id, AGREED)
    with desk.read() as unit:
        assert len(consents.of_client(unit, client.id)) == 1
        assert [one.visit.id for one in history.visits_of(unit, client.id)] == [new.id]


def test_a_consent_in_force_is_a_basis_and_without_one_there_is_none(
    desk: Desk, client: Client
) -> None:
    visit_id = a_visit(desk)
    with pytest.raises(Refused, match="basis_missing"):
        linked(desk, visit_id, client, None)
    first = linked(desk, visit_id, client, AGREED)
    second = linked(desk, a_visit(desk), client, None)
    assert first.link.consent == second.link.consent == first.agreed
    assert second.agreed is None


def test_linking_another_client_takes_the_place_and_is_undone(desk: Desk, client: Client) -> None:
    other = recorded(desk, "Roya", "Haidari")
    visit_id = a_visit(desk)
    linked(desk, visit_id, client)
    made = linked(desk, visit_id, other, AGREED)
    assert whose(desk, visit_id) == other.id
    assert made.replaced is not None
    with desk.write() as unit:
        links.put_back(unit, visit_id, made, made.replaced)
    assert whose(desk, visit_id) == client.id
    with desk.read() as unit:
        assert consents.of_client(unit, other.id) == []


def test_a_visit_is_unlinked_and_that_is_undone(desk: Desk, client: Client) -> None:
    visit_id = a_visit(desk)
    before = linked(desk, visit_id, client).link
    with desk.write() as unit:
        gone = links.unlink(unit, visit_id)
    assert gone == before
    assert whose(desk, visit_id) is None
    with desk.write() as unit:
        assert links.unlink(unit, visit_id) is None
        links.put_back(unit, visit_id, None, gone)
    with desk.read() as unit:
        assert links.of_visit(unit, visit_id) == before


def test_a_clerk_links_their_own_visits_of_the_day(
    desk: Desk, client: Client, clock: SetClock
) -> None:
    clerk = colleague(desk, "klara", Role.CLERK)
    theirs, own = a_visit(desk), a_visit(clerk)
    with pytest.raises(Refused, match="not_your_visit"):
        linked(clerk, theirs, client)
    linked(clerk, own, client)
    clock.forward(days=1)
    with pytest.raises(Refused, match="not_your_visit"), clerk.write() as unit:
        links.unlink(unit, own)
    linked(desk, own, client, Task.REVIEW)


def test_what_cannot_be_linked_is_refused(desk: Desk, client: Client) -> None:
    voided, elsewhere = a_visit(desk), visit(location="romaniportti")
    with desk.write() as unit:
        visits.void(unit, voided, "mistake")
        visits.record(unit, elsewhere)
    for visit_id, code in ((voided, "visit_voided"), (elsewhere.id, "no_clients_here")):
        with pytest.raises(Refused, match=code):
            linked(desk, visit_id, client)
    with pytest.raises(Refused, match="no_clients_here"), desk.write() as unit:
        links.record(unit, visit(location="romaniportti"), client.id, Task.PLAN)
    with pytest.raises(Refused, match="code_unknown"):
        linked(desk, a_visit(desk), client, replace(AGREED, language="klingon"))


def test_a_visit_that_is_not_anonymous_may_have_a_note(desk: Desk, client: Client) -> None:
    with desk.write() as unit:
        place = places.location(unit, "pietarsaari")
        places.save_location(unit, replace(place, asks=place.asks - {Ask.NOTE}))
    with pytest.raises(Refused, match="note_not_here"):
        a_visit(desk, note="asks for a time")
    with desk.write() as unit:
        made, _linked = links.record(unit, visit(note="asks for a time"), client.id, Task.PLAN)
        visits.amend(unit, made.id, replace(made.facts, persons=2))
    assert row(desk, made.id).facts.note == "asks for a time"


# Referrals


def slip(desk: Desk, folder: Path, **wish: object) -> str:
    asked = SlipWish((KELA, FRIDA), "fi", "fi", "pietarsaari", **wish)  # type: ignore[arg-type]
    return print_slip(desk, asked, folder / "s.pdf").number


def targets(desk: Desk, number: str) -> list[str | None]:
    with desk.read() as unit:
        return [one.target for one in referrals.find(unit, number).referrals]


def test_linking_forgets_targets_that_must_not_stand_with_a_person(
    desk: Desk, client: Client, tmp_path: Path
) -> None:
    visit_id = a_visit(desk)
    number = slip(desk, tmp_path, visit=visit_id)
    assert targets(desk, number) == [KELA, FRIDA]
    made = linked(desk, visit_id, client)
    assert made.forgotten == 1
    assert targets(desk, number) == [KELA, None]
    with desk.write() as unit:
        links.put_back(unit, visit_id, made, made.replaced)
    assert targets(desk, number) == [KELA, None]


def test_a_slip_of_a_linked_visit_forgets_at_once(
    desk: Desk, client: Client, tmp_path: Path
) -> None:
    visit_id = linked_visit(desk, client)
    assert targets(desk, slip(desk, tmp_path, visit=visit_id)) == [KELA, None]
    later = slip(desk, tmp_path)
    with desk.write() as unit:
        after = referrals.link(unit, later, visit_id)
        away = Outcome(State.TURNED_AWAY, by=FRIDA, why=Why.NO_ROOM)
        referrals.enter(unit, later, away, part=1)
    assert [one.target for one in after.referrals] == [KELA, None]
    with desk.read() as unit:
        assert referrals.find(unit, later).referrals[0].outcome.by is None


def test_a_slip_for_a_client_stands_with_the_slips_of_the_visits(
    desk: Desk, client: Client, tmp_path: Path
) -> None:
    visit_id = linked_visit(desk, client)
    of_visit = slip(desk, tmp_path, visit=visit_id)
    own = slip(desk, tmp_path, client=client.id, basis=AGREED)
    assert targets(desk, own) == [KELA, None]
    with desk.read() as unit:
        found = history.referrals_of(unit, client.id)
        assert {one.number for one in found} == {of_visit, own}
        assert [one.slips for one in history.visits_of(unit, client.id)] == [(of_visit,)]


def test_a_referral_of_a_client_without_a_consent_is_one_of_the_plan(
    desk: Desk, client: Client, tmp_path: Path
) -> None:
    slip(desk, tmp_path, client=client.id)
    with desk.read() as unit:
        (link,) = store.links(unit.connection)
    assert (link.client, link.task, link.consent) == (client.id, Task.PLAN, None)


# Consent


def test_a_withdrawn_consent_unlinks_what_rests_on_it_alone(
    desk: Desk, client: Client, tmp_path: Path
) -> None:
    by_consent, by_task = a_visit(desk), linked_visit(desk, client)
    consent = linked(desk, by_consent, client, AGREED).agreed
    assert consent is not None
    number = slip(desk, tmp_path, client=client.id)
    with desk.write() as unit:
        withdrawn = withdrawal.withdraw(unit, consent)
    assert (whose(desk, by_consent), whose(desk, by_task)) == (None, client.id)
    with desk.read() as unit:
        assert history.referrals_of(unit, client.id) == []
        assert [one.withdrawn_on for one in consents.of_client(unit, client.id)] == [
            date(2026, 11, 24)
        ]
    with pytest.raises(Refused, match="consent_withdrawn"), desk.write() as unit:
        withdrawal.withdraw(unit, consent)
    with pytest.raises(Refused, match="basis_missing"):
        linked(desk, by_consent, client, None)
    with desk.write() as unit:
        withdrawal.restore(unit, withdrawn)
    assert whose(desk, by_consent) == client.id
    with desk.read() as unit:
        assert [one.number for one in history.referrals_of(unit, client.id)] == [number]


def test_undo_of_a_withdrawal_leaves_what_was_linked_since(desk: Desk, client: Client) -> None:
    visit_id, other = a_visit(desk), recorded(desk, "Roya")
    consent = linked(desk, visit_id, client, AGREED).agreed
    assert consent is not None
    with desk.write() as unit:
        withdrawn = withdrawal.withdraw(unit, consent)
    linked(desk, visit_id, other)
    with desk.write() as unit:
        withdrawal.restore(unit, withdrawn)
        withdrawal.restore(unit, withdrawn)
    assert whose(desk, visit_id) == other.id


def test_undo_of_an_unlinking_after_a_withdrawal_links_nobody(desk: Desk, client: Client) -> None:
    visit_id = a_visit(desk)
    consent = linked(desk, visit_id, client, AGREED).agreed
    assert consent is not None
    with desk.write() as unit:
        gone = links.unlink(unit, visit_id)
        withdrawal.withdraw(unit, consent)
        links.put_back(unit, visit_id, None, gone)
    assert whose(desk, visit_id) is None


# Non-disclosure


def protect(desk: Desk, client: Client, *, on: bool = True) -> None:
    with desk.write() as unit:
        protection.name_person(unit, desk.actor.staff_id)
        if on:
            protection.protect(unit, client.id, None)
        else:
            protection.lift(unit, client.id)


def test_an_order_moves_the_municipality_of_the_visits_and_back(desk: Desk, client: Client) -> None:
    first, second = (linked_visit(desk, client, municipality="luoto") for _time in range(2))
    a_visit(desk, municipality="luoto")
    with desk.write() as unit:
        visits.amend(unit, first, replace(visit().facts, municipality="kruunupyy"), "heard wrong")
        visits.void(unit, second, "mistake")
    assert towns(desk) == {"luoto": 1, "kruunupyy": 1}
    protect(desk, client)
    assert towns(desk) == {"luoto": 1, "-": 1}
    assert [row(desk, one).facts.municipality for one in (first, second)] == [None, None]
    with desk.read() as unit:
        for before in unit.connection.scalars(select(AMENDMENT.c.before)):
            assert before["municipality"] is None
    protect(desk, client, on=False)
    assert towns(desk) == {"luoto": 1, "kruunupyy": 1}
    assert row(desk, second).facts.municipality == "luoto"


def test_an_amendment_leaves_a_hidden_municipality_as_it_is(desk: Desk, client: Client) -> None:
    visit_id = linked_visit(desk, client, municipality="luoto")
    earlier = row(desk, visit_id)
    protect(desk, client)
    with desk.write() as unit:
        after = visits.amend(unit, visit_id, replace(earlier.facts, municipality="kruunupyy"))
        assert after.facts.municipality is None
        visits.put_back(unit, earlier)
    assert towns(desk) == {"-": 1}
    protect(desk, client, on=False)
    assert towns(desk) == {"luoto": 1}


def test_a_protected_client_is_linked_without_a_municipality(desk: Desk) -> None:
    client = hidden(desk, "Yusuf", "Haidari")
    visit_id = a_visit(desk, municipality="luoto")
    linked(desk, visit_id, client)
    new = visit(municipality="kruunupyy")
    for _time in range(2):
        with desk.write() as unit:
            links.record(unit, new, client.id, Task.PLAN)
    assert towns(desk) == {"-": 2}
    with desk.write() as unit:
        gone = links.unlink(unit, visit_id)
    assert towns(desk) == {"-": 1, "luoto": 1}
    with desk.write() as unit:
        links.put_back(unit, visit_id, None, gone)
    assert towns(desk) == {"-": 2}
    protect(desk, client, on=False)
    assert towns(desk) == {"luoto": 1, "kruunupyy": 1}


def test_who_may_not_know_links_a_visit_that_is_somebody_elses_already(
    desk: Desk, client: Client
) -> None:
    clerk, sister = colleague(desk, "klara", Role.CLERK), recorded(desk, "Roya")
    visit_id = a_visit(clerk, municipality="luoto")
    linked(clerk, visit_id, client)
    protect(desk, client)
    assert whose(clerk, visit_id) is None
    linked(clerk, visit_id, sister)
    assert whose(clerk, visit_id) == sister.id
    assert towns(desk) == {"-": 1}
    with clerk.write() as unit:
        links.unlink(unit, visit_id)
    assert (whose(clerk, visit_id), whose(desk, visit_id)) == (None, client.id)
    protect(desk, client, on=False)
    assert towns(desk) == {"luoto": 1}


def test_the_municipality_stays_hidden_while_one_of_two_clients_is(desk: Desk) -> None:
    one, other = hidden(desk, "Yusuf"), hidden(desk, "Roya")
    clerk = colleague(desk, "klara", Role.CLERK)
    visit_id = a_visit(desk, municipality="luoto")
    linked(desk, visit_id, one)
    with desk.write() as unit:
        gone = links.unlink(unit, visit_id)
        links.link(unit, visit_id, other.id, Task.PLAN)
    assert gone is not None
    with desk.write() as unit:
        links.link(unit, visit_id, one.id, Task.PLAN)
    assert whose(clerk, visit_id) is None
    assert towns(desk) == {"-": 1}
    for client in (other, one):
        protect(desk, client, on=False)
    assert towns(desk) == {"luoto": 1}


def test_the_history_of_a_hidden_client_is_for_named_people(desk: Desk, client: Client) -> None:
    adviser = colleague(desk, "otso", Role.ADVISER)
    linked_visit(desk, client)
    with adviser.read() as unit:
        assert len(history.visits_of(unit, client.id)) == 1
    protect(desk, client)
    with pytest.raises(Refused, match="client_unknown"), adviser.read() as unit:
        history.visits_of(unit, client.id)
    with desk.read() as unit:
        assert len(history.visits_of(unit, client.id)) == 1
