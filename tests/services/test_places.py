"""The texts and settings of a location."""

from dataclasses import replace

import pytest

from app.domain.errors import Refused
from app.domain.place import Ask, Location
from app.domain.roles import Role
from app.services import places
from app.services.places import TEXT_MAX
from app.services.unit import Changes, Desk
from tests.desks import colleague


def location(desk: Desk, code: str = "pietarsaari") -> Location:
    with desk.read() as unit:
        return places.location(unit, code)


def test_a_location_before_its_change_undoes_it(desk: Desk) -> None:
    known = location(desk)
    wanted = replace(known, phone="06 123 456", asks=known.asks | {Ask.NOTE})
    with desk.write() as unit:
        assert places.save_location(unit, wanted) == known
        assert unit.changes == Changes.PLACES
    assert location(desk) == wanted
    with desk.write() as unit:
        assert places.save_location(unit, known) == wanted
    assert location(desk) == known


def test_nothing_may_be_asked_at_romaniportti(desk: Desk) -> None:
    known = location(desk, "romaniportti")
    with desk.write() as unit:
        places.save_location(unit, replace(known, phone="06 123", asks=frozenset(Ask)))
    assert location(desk, "romaniportti") == replace(known, phone="06 123")


@pytest.mark.parametrize(
    ("name", "code"),
    [({"fi": ""}, "name_missing"), ({"sv": "x" * (TEXT_MAX + 1)}, "text_too_long")],
)
def test_a_name_is_there_and_fits(desk: Desk, name: dict[str, str], code: str) -> None:
    known = location(desk)
    wrong = replace(known, name={**known.name, **name})
    with pytest.raises(Refused, match=code), desk.write() as unit:
        places.save_location(unit, wrong)
    assert location(desk) == known


def test_locations_are_for_who_keeps_the_settings(desk: Desk) -> None:
    known, clerk = location(desk), colleague(desk, "clerk", Role.CLERK)
    with pytest.raises(Refused, match="no_right"), clerk.write() as unit:
        places.save_location(unit, known)
