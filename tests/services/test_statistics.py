"""Every number agrees with every other: by location, month, day, and with the visits themselves."""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.counting import Breakdown
from app.domain.days import local
from app.domain.errors import Refused
from app.domain.figures import NOT_ADDITIVE, Amount, Dimension, Figures, Question
from app.domain.periods import Grain, Period, label
from app.domain.roles import Role
from app.domain.visit import Facts, FirstVisit, Interpreter, Precision, Source, Visit, When
from app.services import statistics, visits
from app.services.statistics import at_once, figures
from app.services.unit import Desk
from app.store import counters
from app.store.visits import insert_visits
from tests.desks import colleague, counting, visit

PORTALS = ("pietarsaari", "uusikaarlepyy", "kruunupyy")
YEAR = Period(date(2025, 11, 1), date(2027, 2, 10))
TOPICS = ("benefits", "letter", "housing", "permit")
OUTCOMES = ("informed", "referred")
IN_TIME = tuple(Dimension(grain) for grain in Grain)
D = Dimension


def some_visits(desk: Desk, amount: int) -> list[Visit]:
    """Visits of every kind over more than a year, the same each time."""
    chance = Random(7)
    return [_visit(desk, chance) for _ in range(amount)]


def _visit(desk: Desk, chance: Random) -> Visit:
    at = datetime(2025, 11, 20, tzinfo=UTC) + timedelta(minutes=chance.randrange(60 * 24 * 440))
    here, known = local(at), chance.random() < 0.9
    location = chance.choice((*PORTALS, "romaniportti"))
    asked = location in PORTALS and chance.random() < 0.8
    facts = Facts(
        topics=tuple(chance.sample(TOPICS, chance.randint(1, 3))),
        outcomes=tuple(chance.sample(OUTCOMES, chance.randint(0, 2))),
        language=chance.choice(("ar", "uk")) if asked else None,
        municipality=chance.choice(("luoto", "pedersore")) if asked else None,
        channel=chance.choice(("walk_in", "phone")),
        interpreter=chance.choice(list(Interpreter)),
        first_visit=chance.choice(list(FirstVisit)),
        persons=chance.randint(1, 6),
    )
    precision = Precision.EXACT if known else Precision.DAY
    when = When(at, here.date(), here.hour if known else None, precision)
    source = Source.DESK if known else Source.TALLY
    return Visit(visits.new_id(), location, when, source, facts, desk.actor.staff_id, at)


@pytest.fixture
def filled(desk: Desk) -> Desk:
    """A desk with 400 visits, a few of them voided since."""
    new = some_visits(desk, 400)
    with desk.write() as unit:
        insert_visits(unit.connection, new)
        counters.move(unit.connection, counters.counted(new))
    with desk.write() as unit:
        for one in new[::40]:
            visits.void(unit, one.id, "mistake")
    return desk


def asked(desk: Desk, period: Period, *by: Dimension, locations: tuple[str, ...] = ()) -> Figures:
    with desk.read() as unit:
        return figures(unit, Question(period, by, locations))


def whole(answer: Figures, without: str = "romaniportti") -> Amount:
    """The lines of an answer added up, Romaniportti's left out."""
    amounts = (line.amount for line in answer.lines if without not in line.values)
    return sum(amounts, Amount())


def _of(visit: Visit, dimension: Dimension) -> Iterable[object]:
    """The values in which a visit counts, straight from its facts."""
    facts, when = visit.facts, visit.when
    if dimension in IN_TIME:
        return [label(Grain(dimension), when.day)]
    simple: dict[Dimension, Iterable[object]] = {
        D.LOCATION: [visit.location],
        D.WEEKDAY: [when.day.isoweekday()],
        D.HOUR: [when.hour],
        D.TOPIC: [facts.topics[0]],
        D.ANY_TOPIC: facts.topics,
        D.OUTCOME: facts.outcomes or [None],
        D.SOURCE: [visit.source],
    }
    return simple[dimension] if dimension in simple else [getattr(facts, dimension)]


def recounted(found: Iterable[Visit], by: tuple[Dimension, ...]) -> dict[tuple[object, ...], int]:
    counted: Counter[tuple[object, ...]] = Counter()
    for one in found:
        keys: list[tuple[object, ...]] = [()]
        for dimension in by:
            keys = [(*key, value) for key in keys for value in _of(one, dimension)]
        counted.update(keys)
    return dict(counted)


DIVISIONS = [
    (),
    (D.LOCATION,),
    *[(D.LOCATION, dimension) for dimension in D if dimension is not D.LOCATION],
    (D.WEEKDAY, D.HOUR),
    (D.MONTH, D.WEEKDAY),
    (D.DAY, D.HOUR),
    (D.QUARTER, D.HOUR, D.WEEKDAY),
    (D.TOPIC, D.LANGUAGE),
    (D.YEAR, D.ANY_TOPIC, D.OUTCOME),
    (D.LANGUAGE, D.WEEKDAY, D.LOCATION),
    (D.MONTH, D.MUNICIPALITY, D.HOUR),
    (D.WEEK, D.CHANNEL, D.FIRST_VISIT),
]


def test_every_division_equals_the_visits(filled: Desk) -> None:
    with filled.read() as unit:
        found = [one for one in counting(unit.connection) if one.location in PORTALS]
    period = Period(date(2025, 12, 5), date(2026, 12, 20))
    within = [one for one in found if period.first <= one.when.day <= period.last]
    for by in DIVISIONS:
        answer = asked(filled, period, *by, locations=PORTALS)
        lines = {line.values: line.amount.visits for line in answer.lines}
        assert lines == recounted(within, by), by
        persons = sum(one.facts.persons for one in within)
        assert answer.portals == Amount(len(within), persons), by
        if NOT_ADDITIVE.isdisjoint(by):
            assert whole(answer) == answer.portals, by


def test_whole_equals_locations_months_and_days_for_any_period(filled: Desk) -> None:
    with filled.read() as unit:
        found = list(counting(unit.connection))

    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.nested_given])
    @given(
        st.dates(YEAR.first, YEAR.last),
        st.integers(0, 460),
        st.sets(st.sampled_from((*PORTALS, "romaniportti"))),
    )
    def check(first: date, length: int, chosen: set[str]) -> None:
        period, locations = Period(first, first + timedelta(days=length)), tuple(sorted(chosen))
        within = [
            one
            for one in found
            if period.first <= one.when.day <= period.last
            and (one.location in chosen or not chosen)
        ]
        portals = [one.facts.persons for one in within if one.location in PORTALS]
        total = Amount(len(portals), sum(portals))
        for by in ((), (D.LOCATION,), (D.MONTH,), (D.DAY,), (D.LOCATION, D.WEEK), (D.TOPIC,)):
            answer = asked(filled, period, *by, locations=locations)
            assert whole(answer) == answer.portals == total

    check()


def test_romaniportti_is_a_line_of_its_own_and_in_no_sum(desk: Desk) -> None:
    with desk.write() as unit:
        visits.record(unit, visit("letter", persons=2))
        visits.record(unit, visit("letter", location="romaniportti", persons=3))
    apart = asked(desk, YEAR, D.MONTH)
    assert [(line.values, line.amount) for line in apart.lines] == [(("2026-11",), Amount(1, 2))]
    assert (apart.portals, apart.romaniportti) == (Amount(1, 2), Amount(1, 3))
    places = asked(desk, YEAR, D.LOCATION)
    assert [line.values for line in places.lines] == [("pietarsaari",), ("romaniportti",)]
    alone = asked(desk, YEAR, D.MONTH, locations=("romaniportti",))
    assert alone.by == (D.LOCATION, D.MONTH)
    assert [line.values for line in alone.lines] == [("romaniportti", "2026-11")]
    assert asked(desk, YEAR, locations=PORTALS).romaniportti is None


def test_a_visit_with_two_topics_counts_once_in_the_total(desk: Desk) -> None:
    with desk.write() as unit:
        visits.record(unit, visit("benefits", "letter"))
    for by in ((D.ANY_TOPIC,), (D.ANY_TOPIC, D.LANGUAGE)):
        answer = asked(desk, YEAR, *by)
        assert [line.values[0] for line in answer.lines] == ["benefits", "letter"]
        assert answer.portals.visits == 1
    assert [line.values for line in asked(desk, YEAR, D.TOPIC).lines] == [("benefits",)]


def test_what_was_not_recorded_is_none_and_comes_last(desk: Desk) -> None:
    with desk.write() as unit:
        visits.record(unit, visit())
        visits.record(unit, visit(language="uk"))
    assert [line.values for line in asked(desk, YEAR, D.LANGUAGE).lines] == [("uk",), (None,)]


def test_no_visits_are_nothing(desk: Desk) -> None:
    empty = asked(desk, Period(date(1980, 1, 1), date(2029, 12, 31)))
    assert [line.amount for line in empty.lines] == [Amount()]
    assert asked(desk, YEAR, D.MONTH).lines == ()
    assert asked(desk, YEAR, D.TOPIC, D.LANGUAGE).lines == ()


def test_counting_visits_tells_how_far_it_is(desk: Desk) -> None:
    question = Question(YEAR, (D.TOPIC, D.LANGUAGE))
    told: list[tuple[int, int]] = []
    with desk.read() as unit:
        figures(unit, question, lambda done, of: told.append((done, of)))
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert not at_once(question)


@pytest.mark.parametrize("by", [by for by in DIVISIONS if len(by) < 2])
def test_one_division_is_answered_at_once(by: tuple[Dimension, ...]) -> None:
    assert at_once(Question(YEAR, by))


def test_weekday_by_hour_is_answered_at_once() -> None:
    question = Question(YEAR, (D.MONTH, D.WEEKDAY, D.HOUR))
    assert question.breakdown is Breakdown.WEEKDAY_HOUR


@pytest.mark.parametrize("role", [Role.CLERK, Role.ADVISER, Role.ADMINISTRATOR, Role.AUDITOR])
def test_exact_figures_are_for_supervisors(desk: Desk, role: Role) -> None:
    other = colleague(desk, "oskar", role)
    with other.read() as unit, pytest.raises(Refused, match="no_right"):
        figures(unit, Question(YEAR))


def test_an_unknown_location_is_refused(desk: Desk) -> None:
    with desk.read() as unit, pytest.raises(Refused, match="location_unknown"):
        figures(unit, Question(YEAR, (), ("vaasa",)))


@pytest.mark.parametrize(
    ("by", "code"),
    [((D.TOPIC, D.TOPIC), "dimension_twice"), ((D.DAY, D.MONTH), "one_grain")],
)
def test_a_question_without_sense_is_refused(by: tuple[Dimension, ...], code: str) -> None:
    with pytest.raises(Refused, match=code):
        Question(YEAR, by)


def test_handing_out_is_logged_without_figures(desk: Desk) -> None:
    with desk.read() as unit:
        statistics.log_export(unit, Question(YEAR, (D.LOCATION, D.TOPIC)), "csv", internal=True)
        [entry] = unit.entries
    assert entry.action == "statistics.export"
    assert entry.subject == "2025-11-01/2027-02-10 location,topic csv internal"
