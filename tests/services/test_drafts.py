"""What is unfinished: of each person at each workstation, gone when it is recorded."""

from dataclasses import replace
from datetime import date, time
from uuid import UUID

import pytest

from app.domain.moment import BackDate
from app.domain.roles import Role
from app.domain.visit import Facts
from app.services import drafts, tally, visits
from app.services.drafts import Draft, ListDraft
from app.services.unit import Desk
from app.services.visits import NewVisit, new_id
from tests.desks import colleague, visit


def draft(*topics: str) -> Draft:
    return Draft(new_id(), "pietarsaari", Facts(topics, note="half a senten"))


def save(desk: Desk, kept: Draft) -> None:
    with desk.write() as unit:
        drafts.save(unit, kept)


def load(desk: Desk, location: str = "pietarsaari") -> Draft | None:
    with desk.read() as unit:
        return drafts.load(unit, location)


@pytest.mark.parametrize(
    "back", [None, BackDate(date(2026, 11, 20)), BackDate(date(2026, 11, 20), time(9, 30))]
)
def test_a_form_comes_back_with_its_id_and_its_time(desk: Desk, back: BackDate | None) -> None:
    kept = replace(draft("letter"), back_dated=back)
    save(desk, kept)
    assert load(desk) == kept


def test_the_last_form_is_kept_in_place_of_the_one_before(desk: Desk) -> None:
    assert load(desk) is None
    save(desk, draft())
    kept = draft("letter")
    save(desk, kept)
    assert load(desk) == kept


def test_each_person_and_each_workstation_has_their_own(desk: Desk) -> None:
    other = colleague(desk, "oskar", Role.CLERK)
    elsewhere = desk.of(replace(desk.actor, workstation=UUID(int=9)))
    forms = {one: draft() for one in (desk, other, elsewhere)}
    for one, kept in forms.items():
        save(one, kept)
    with other.write() as unit:
        drafts.forget(unit, "pietarsaari")
    assert load(other) is None
    assert load(desk) == forms[desk]
    assert load(elsewhere) == forms[elsewhere]


def test_recording_forgets_the_form_and_nobody_elses(desk: Desk) -> None:
    other = colleague(desk, "oskar", Role.CLERK)
    others = draft()
    save(other, others)
    kept = draft("letter")
    save(desk, kept)
    with desk.write() as unit:
        visits.record(unit, NewVisit(kept.id, kept.location, Facts(("letter",))))
    assert load(desk) is None
    assert load(other) == others


def test_a_refused_visit_leaves_the_form(desk: Desk) -> None:
    kept = draft("letter")
    save(desk, kept)
    with pytest.raises(Exception, match="persons_out_of_range"), desk.write() as unit:
        visits.record(unit, visit(persons=0))
    assert load(desk) == kept


def test_each_location_has_its_own_form(desk: Desk) -> None:
    kept = draft("letter")
    save(desk, kept)
    elsewhere = replace(draft("housing"), location="romaniportti")
    save(desk, elsewhere)
    with desk.write() as unit:
        visits.record(unit, NewVisit(elsewhere.id, "romaniportti", Facts(("housing",))))
    assert load(desk) == kept
    assert load(desk, "romaniportti") is None


@pytest.mark.parametrize("day", [None, date(2026, 11, 20)])
def test_a_list_comes_back_until_it_is_recorded(desk: Desk, day: date | None) -> None:
    form = draft("letter")
    save(desk, form)
    kept = ListDraft("pietarsaari", day, {("letter", None): 3, ("housing", "ar"): 12})
    with desk.write() as unit:
        drafts.save_list(unit, kept)
    with desk.read() as unit:
        assert drafts.load_list(unit, "pietarsaari") == kept
        assert drafts.load_list(unit, "kruunupyy") is None
    with desk.write() as unit:
        tally.record(unit, "pietarsaari", date(2026, 11, 20), kept.cells)
        assert drafts.load_list(unit, "pietarsaari") is None
    assert load(desk) == form
