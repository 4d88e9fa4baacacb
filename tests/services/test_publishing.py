"""Public figures: small numbers hidden, and whoever keeps two tables of a month learns no more."""

from datetime import UTC, date, datetime

import pytest

from app.domain.errors import Refused
from app.domain.figures import Dimension, Question
from app.domain.hidden import Hidden
from app.domain.overview import Wish
from app.domain.periods import Period
from app.domain.public import PublicFigures
from app.domain.roles import Role
from app.domain.visit import Facts, Precision, Source, Visit, When
from app.services import publishing, visits
from app.services.public_figures import public_figures
from app.services.public_view import public_view
from app.services.unit import Desk
from app.store import counters
from app.store.visits import insert_visits
from tests.desks import SetClock, colleague

D = Dimension
OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
AUTUMN = Period(date(2026, 9, 1), date(2026, 10, 31))
TOPIC = (D.LOCATION, D.MONTH, D.TOPIC)


def came(desk: Desk, month: int, location: str = "pietarsaari", **topics: int) -> None:
    """So many visits with these topics on the 6th of a month of 2026."""
    at = datetime(2026, month, 6, 9, tzinfo=UTC)
    new = [
        Visit(
            visits.new_id(),
            location,
            When(at, at.date(), 11, Precision.EXACT),
            Source.DESK,
            Facts((topic,)),
            desk.actor.staff_id,
            at,
        )
        for topic, count in topics.items()
        for _ in range(count)
    ]
    with desk.write() as unit:
        insert_visits(unit.connection, new)
        counters.move(unit.connection, counters.counted(new))


def told(desk: Desk, period: Period = OCTOBER, *by: Dimension) -> dict[object, str]:
    """What is told: values by their line, as it is written."""
    return {line.values[-1]: str(line.visits) for line in asked(desk, period, *by).lines}


def asked(desk: Desk, period: Period = OCTOBER, *by: Dimension) -> PublicFigures:
    with desk.read() as unit:
        return public_figures(unit, Question(period, by or TOPIC))


def handed_out(desk: Desk, period: Period = OCTOBER) -> None:
    with desk.write() as unit:
        publishing.hand_out(unit, period)


def test_a_small_number_is_hidden_and_two_more_with_it(desk: Desk) -> None:
    came(desk, 10, benefits=3, letter=9, housing=20, work=30)
    assert told(desk) == {
        "benefits": "<5",
        "letter": "\N{BULLET}",
        "housing": "\N{BULLET}",
        "work": "30",
    }
    assert asked(desk).hidden() == {"primary": 1, "complementary": 2}
    assert asked(desk).portals == 62


def test_what_was_handed_out_stays_when_a_visit_is_added_later(desk: Desk) -> None:
    came(desk, 10, benefits=12, letter=9)
    handed_out(desk)
    came(desk, 10, letter=1)
    assert told(desk) == {"benefits": "12", "letter": "9"}
    with desk.read() as unit:
        assert publishing.corrected_since(unit, AUTUMN) == (date(2026, 10, 1),)


def test_what_was_only_looked_at_follows_the_visits(desk: Desk) -> None:
    came(desk, 10, benefits=12, letter=9)
    assert told(desk) == {"benefits": "12", "letter": "9"}
    came(desk, 10, letter=1)
    assert told(desk) == {"benefits": "12", "letter": "10"}
    with desk.read() as unit:
        assert publishing.corrected_since(unit, AUTUMN) == ()


def test_a_supervisor_may_let_corrections_in_and_that_is_on_record(desk: Desk) -> None:
    came(desk, 10, benefits=12, letter=9)
    handed_out(desk)
    came(desk, 10, letter=1)
    supervisor = colleague(desk, "leena", Role.SUPERVISOR)
    with supervisor.write() as unit:
        publishing.take_corrections(unit, 2026)
        assert [entry.action for entry in unit.entries] == ["statistics.corrected"]
    assert told(desk) == {"benefits": "12", "letter": "10"}


def test_what_a_location_brings_later_in_one_piece_is_there(desk: Desk) -> None:
    came(desk, 10, benefits=12, letter=9)
    handed_out(desk)
    came(desk, 10, "kruunupyy", benefits=7, housing=6)
    handed_out(desk)
    assert told(desk, OCTOBER, D.LOCATION) == {"pietarsaari": "21", "kruunupyy": "13"}
    came(desk, 10, "kruunupyy", benefits=5)
    assert told(desk, OCTOBER, D.LOCATION) == {"pietarsaari": "21", "kruunupyy": "13"}


def test_small_numbers_of_a_late_location_change_nothing_that_was_told(desk: Desk) -> None:
    came(desk, 10, benefits=12, letter=9)
    came(desk, 10, "uusikaarlepyy", benefits=30, letter=20)
    handed_out(desk)
    came(desk, 10, "kruunupyy", benefits=3, letter=9, housing=20, work=30)
    handed_out(desk)
    assert told(desk, OCTOBER, D.TOPIC)["benefits"] == "43\N{EN DASH}46"
    lines = {line.values: str(line.visits) for line in asked(desk, OCTOBER).lines}
    assert lines["pietarsaari", "2026-10", "benefits"] == "12"
    assert lines["uusikaarlepyy", "2026-10", "letter"] == "20"


def test_a_month_before_one_that_was_handed_out_stays_as_well(desk: Desk) -> None:
    came(desk, 10, benefits=12)
    handed_out(desk)
    came(desk, 9, benefits=8)
    assert asked(desk, AUTUMN, D.MONTH).portals == 12


def test_handing_out_again_changes_nothing(desk: Desk) -> None:
    came(desk, 9, benefits=12)
    came(desk, 10, benefits=3, letter=9, housing=20)
    handed_out(desk, AUTUMN)
    before = asked(desk, AUTUMN)
    handed_out(desk, AUTUMN)
    assert asked(desk, AUTUMN) == before


def test_romaniportti_has_one_number_a_year(desk: Desk, clock: SetClock) -> None:
    came(desk, 10, "romaniportti", benefits=30)
    came(desk, 10, benefits=12)
    assert told(desk, OCTOBER, D.LOCATION) == {"pietarsaari": "12"}
    clock.now = datetime(2027, 1, 7, 9, tzinfo=UTC)
    year = Period(date(2026, 1, 1), date(2026, 12, 31))
    assert told(desk, year, D.LOCATION) == {"pietarsaari": "12", "romaniportti": "30"}
    assert asked(desk, year, D.LOCATION).portals == 12
    assert asked(desk, year, D.TOPIC).romaniportti == 30
    assert asked(desk, year, D.LOCATION, D.TOPIC).lines[-1].values == ("pietarsaari", "benefits")


def test_the_view_tells_what_the_answer_tells(desk: Desk) -> None:
    came(desk, 9, benefits=40, letter=30)
    came(desk, 10, benefits=3, letter=9, housing=20, work=30)
    came(desk, 10, "kruunupyy", benefits=8)
    with desk.read() as unit:
        view = public_view(unit, Wish(AUTUMN, OCTOBER), D.TOPIC)
    by_topic = {line.values[0]: line.visits for line in asked(desk, AUTUMN, D.TOPIC).lines}
    assert {row.code: row.visits for row in view.topics} == by_topic
    assert view.rows == view.topics
    assert [str(bar.together) for bar in view.bars] == ["70", "70"]
    assert view.visits == 140
    assert view.before == 70
    assert view.clock == {(7, 11): 70, (2, 11): 70}
    assert isinstance(by_topic["benefits"], Hidden)


@pytest.mark.parametrize(
    ("period", "by", "code"),
    [
        (Period(date(2026, 10, 2), date(2026, 10, 31)), (), "public_months"),
        (Period(date(2026, 10, 1), date(2026, 11, 30)), (), "public_not_ended"),
        (OCTOBER, (D.DAY,), "public_by"),
        (OCTOBER, (D.TOPIC, D.LANGUAGE), "public_by"),
        (OCTOBER, (D.HOUR,), "public_by"),
        (OCTOBER, (D.ANY_TOPIC,), "public_by"),
        (OCTOBER, (D.INTERPRETER,), "public_by"),
    ],
)
def test_only_the_fixed_list_is_answered(
    desk: Desk, period: Period, by: tuple[Dimension, ...], code: str
) -> None:
    with desk.read() as unit, pytest.raises(Refused, match=code):
        public_figures(unit, Question(period, by))


def test_an_adviser_has_the_public_numbers_and_a_clerk_none(desk: Desk) -> None:
    came(desk, 10, benefits=12)
    adviser, clerk = colleague(desk, "oskar", Role.ADVISER), colleague(desk, "elsa", Role.CLERK)
    handed_out(adviser)
    assert told(adviser) == {"benefits": "12"}
    with adviser.write() as unit, pytest.raises(Refused, match="no_right"):
        publishing.take_corrections(unit, 2026)
    for work in (publishing.publications, publishing.hand_out):
        with clerk.write() as unit, pytest.raises(Refused, match="no_right"):
            work(unit, OCTOBER)
