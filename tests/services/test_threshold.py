"""The threshold is the unit's: it holds for whole years, and never for one handed out before."""

from datetime import UTC, date, datetime

import pytest

from app.documents.public.words import marks_note, rule
from app.domain.errors import Refused
from app.domain.figures import Dimension
from app.domain.overview import Wish
from app.domain.periods import Period
from app.domain.public import PublicView
from app.domain.roles import Role
from app.domain.threshold import LEAST, MOST
from app.services import publishing
from app.services.public_view import public_view
from app.services.threshold import set_threshold, threshold, thresholds
from app.services.unit import Changes, Desk
from tests.desks import SetClock, colleague
from tests.services.test_publishing import OCTOBER, came, handed_out, told

TWO_YEARS = Period(date(2026, 1, 1), date(2027, 12, 31))


def put(desk: Desk, n: int) -> int:
    with desk.write() as unit:
        return set_threshold(unit, n)


def viewed(desk: Desk, period: Period) -> PublicView:
    with desk.read() as unit:
        return public_view(unit, Wish(period), Dimension.TOPIC)


def test_numbers_below_the_threshold_are_hidden_and_the_mark_names_it(desk: Desk) -> None:
    came(desk, 10, benefits=3, letter=9, housing=20, work=30)
    assert told(desk)["benefits"] == "<5"
    assert put(desk, 3) == 5
    assert told(desk) == {"benefits": "3", "letter": "9", "housing": "20", "work": "30"}
    assert put(desk, 10) == 3
    assert {told(desk)["benefits"], told(desk)["letter"]} == {"<10"}
    view = viewed(desk, OCTOBER)
    assert "<10 = fewer than 10." in marks_note(view)
    assert "from 1 to 9 are not told" in rule(view)


def test_a_year_that_was_handed_out_keeps_its_own(desk: Desk, clock: SetClock) -> None:
    came(desk, 10, benefits=3, letter=9, housing=20, work=30)
    handed_out(desk)
    put(desk, 10)
    assert told(desk)["benefits"] == "<5"
    clock.now = datetime(2027, 1, 7, 9, tzinfo=UTC)
    came(desk, 12, benefits=4)
    handed_out(desk, Period(date(2026, 12, 1), date(2026, 12, 31)))
    with desk.read() as unit:
        assert (thresholds(unit).now, thresholds(unit).kept) == (10, {2026: 5})
    with desk.write() as unit:
        publishing.take_corrections(unit, 2026)
    assert told(desk)["benefits"] == "<10"
    with desk.read() as unit:
        assert thresholds(unit).kept == {}


def test_years_with_different_thresholds_are_told_apart(desk: Desk, clock: SetClock) -> None:
    came(desk, 10, benefits=3, letter=9, housing=20, work=30)
    put(desk, 3)
    handed_out(desk)
    put(desk, 10)
    clock.now = datetime(2028, 1, 7, 9, tzinfo=UTC)
    view = viewed(desk, TWO_YEARS)
    assert view.thresholds == {2026: 3, 2027: 10}
    assert "from 1 to 9 are not told" in rule(view)
    assert rule(view).endswith("Of 2026 only numbers from 1 to 2 are not told.")


@pytest.mark.parametrize("n", [LEAST - 1, MOST + 1, 0, -5])
def test_a_threshold_is_from_three_to_ten(desk: Desk, n: int) -> None:
    with pytest.raises(Refused, match="threshold_out_of_range"):
        put(desk, n)
    with desk.read() as unit:
        assert threshold(unit) == 5


def test_a_change_is_on_record_and_told_to_whoever_shows_it(desk: Desk) -> None:
    supervisor = colleague(desk, "leena", Role.SUPERVISOR)
    with supervisor.write() as unit:
        set_threshold(unit, 7)
        assert [(entry.action, entry.subject) for entry in unit.entries] == [
            ("statistics.threshold", "7")
        ]
        assert unit.changes == Changes.SETTINGS
    with supervisor.write() as unit:
        set_threshold(unit, 7)
        assert unit.entries == []


@pytest.mark.parametrize("role", [Role.CLERK, Role.ADVISER, Role.ADMINISTRATOR, Role.AUDITOR])
def test_only_a_supervisor_changes_it(desk: Desk, role: Role) -> None:
    with pytest.raises(Refused, match="no_right"):
        put(colleague(desk, "oskar", role), 7)
