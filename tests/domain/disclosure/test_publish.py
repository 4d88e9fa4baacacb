"""What is published of a year, and that nothing follows from it that is not told."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.counting import NOT_STATED, Breakdown
from app.domain.disclosure import (
    PUBLISHABLE,
    YEAR,
    At,
    Cell,
    Complementary,
    HandOut,
    Primary,
    Published,
    Shown,
    Span,
    YearTables,
    between,
    month,
    publish,
    quarter,
)
from app.domain.disclosure.cells import added
from app.domain.disclosure.publications import Publications
from app.domain.periods import Period
from tests.attack.attacker import findings
from tests.attack.invented import invented_year
from tests.attack.told import counted, spans, table
from tests.domain.disclosure.years import (
    exact,
    only_months,
    parts,
    random_year,
    until,
    without_months,
    year_of,
)

TOPIC = Breakdown.MAIN_TOPIC
SEEDS = st.integers(0, 2**32)
THRESHOLDS = st.sampled_from([3, 5, 10])


def topic(year: YearTables, value: str, span: Span, portal: str | None = "p") -> Cell:
    return publish(year, 5).cell(TOPIC, portal, span, value)


def test_large_numbers_are_all_shown() -> None:
    year = year_of({("p", n): {"a": 20, "b": 30} for n in range(1, 13)})
    assert topic(year, "a", month(4)) == Shown(20)
    assert topic(year, "b", YEAR) == Shown(360)
    assert publish(year, 5).cell(None, None, quarter(2)) == Shown(150)


def test_no_visits_are_shown_as_0() -> None:
    published = publish(year_of({("p", 1): {}}), 5)
    assert {cell for *_, cell in table(published)} == {Shown(0)}


def test_a_lone_small_number_takes_two_others_with_it() -> None:
    year = year_of({("p", 1): {"a": 2, "b": 30, "c": 8, "d": 40}}, 1, "abcd")
    assert topic(year, "a", month(1)) == Primary()
    assert topic(year, "c", month(1)) == Complementary(5)
    assert topic(year, "b", month(1)) == Complementary(5)
    assert topic(year, "d", month(1)) == Shown(40)
    assert publish(year, 5).cell(None, "p", month(1)) == Shown(80)
    assert not findings(publish(year, 5), 5)


def test_two_by_two_by_three_months() -> None:
    small = {("p", n): {"a": 3, "b": 2, "c": 3} for n in (1, 2, 3)}
    year = year_of(small | {("q", n): {"a": 12, "b": 2, "c": 11} for n in (1, 2, 3)}, 3, "abc")
    published = publish(year, 5)
    assert published.cell(TOPIC, "p", month(1), "a") == Primary()
    assert published.cell(TOPIC, "p", quarter(1), "a") == Shown(9)
    assert published.cell(None, None, quarter(1)) == Shown(99)
    assert not findings(published, 5)


def test_a_small_total_hides_its_row_zeros_included() -> None:
    year = year_of({("p", 1): {"a": 2}}, 1)
    assert publish(year, 5).cell(None, "p", month(1)) == Primary()
    assert topic(year, "a", month(1)) == topic(year, "b", month(1)) == Complementary()
    assert not findings(publish(year, 5), 5)


def test_a_portal_with_few_visits_is_told_of_with_the_next_one() -> None:
    rows = {"p": {"a": 3}, "q": {"a": 12, "b": 8}, "r": {"a": 60, "b": 40}}
    published = publish(year_of({(portal, 1): row for portal, row in rows.items()}, 1), 5)
    assert published.cell(None, None, month(1)) == Shown(123)
    assert published.cell(None, "r", month(1)) == Shown(100)
    for portal in "pq":
        assert published.cell(None, portal, month(1)) == Complementary()
        assert published.cell(TOPIC, portal, month(1), "b") == Complementary()
        assert between(published, None, portal, month(1), "") == (0, 23)
        assert between(published, TOPIC, portal, month(1), "b") == (0, 8)
    assert published.cell(TOPIC, None, month(1), "b") == Shown(48)
    assert not findings(published, 5)


def test_its_total_is_shown_where_two_months_hide_behind_it() -> None:
    """Unless all their visits have the same value in some breakdown, which it would tell."""
    rows = {
        (portal, number): {"a": count // 2, "b": count - count // 2}
        for portal, counts in {"p": (4, 60, 3), "q": (40, 70, 50), "r": (90, 80, 90)}.items()
        for number, count in enumerate(counts, 1)
    }
    year = year_of(rows, 3)
    assert publish(year, 5).cell(None, "p", quarter(1)) == Complementary(60)
    mixed = dict.fromkeys(PUBLISHABLE, year.counts[TOPIC]) | {Breakdown.OUTCOME: Counter[At]()}
    published = publish(replace(year, counts={**year.counts, **mixed}), 5)
    assert published.cell(None, "p", quarter(1)) == Shown(67)
    assert published.cell(None, "p", month(1)) == Complementary()
    assert not findings(published, 5)


def test_all_portals_are_one_number_where_all_are_asked_for() -> None:
    rows = {("p", 1): {"a": 3}, ("q", 1): {"a": 12, "b": 8}, ("r", 1): {"a": 60, "b": 40}}
    told = Publications({2026: publish(year_of(rows, 1), 5)})
    january = Period(date(2026, 1, 1), date(2026, 1, 31))
    assert told.count(None, ("r", "q", "p"), january) == 123
    assert told.count(TOPIC, ("p", "q", "r"), january, "b") == 48
    assert str(told.count(None, ("p", "r"), january)) == "\N{BULLET}"


def test_a_row_of_ones_hides_its_zeros_as_well() -> None:
    """Six visits on six topics, each "<5", would say that each is 1."""
    year = year_of({("p", 1): dict.fromkeys("abcdef", 1)}, 1, "abcdefg")
    assert topic(year, "a", month(1)) == topic(year, "g", month(1)) == Complementary()
    assert publish(year, 5).cell(None, "p", month(1)) == Shown(6)
    assert not findings(publish(year, 5), 5)


def test_a_sum_of_shown_numbers_and_one_small_one_says_so() -> None:
    rows = {("p", n): {"a": 7, "b": 30, "c": 40, "d": 50} for n in (1, 2, 3)}
    year = year_of(rows | {("p", 2): {"a": 2, "b": 30, "c": 40, "d": 50}}, 3, "abcd")
    assert topic(year, "a", quarter(1)) == Primary(beside=14)
    assert topic(year, "a", Span(1, 2)) == Primary(beside=7)
    assert topic(year, "d", quarter(1)) == Shown(150)


def test_the_running_quarter_is_the_sum_of_its_months() -> None:
    year = year_of({("p", n): {"a": 20, "b": 30} for n in range(1, 6)}, 5)
    published = publish(year, 5)
    assert spans(published) == [*(month(n) for n in range(1, 6)), quarter(1)]
    assert published.cell(TOPIC, "p", YEAR, "a") == Shown(100)
    assert published.cell(TOPIC, "p", Span(3, 5), "a") == Shown(60)


def test_outcomes_that_were_not_stated_are_not_published() -> None:
    year = random_year(3)
    assert NOT_STATED not in publish(year, 5).values[Breakdown.OUTCOME]


@pytest.mark.parametrize(
    ("months", "count", "cell"),
    [(12, 200, Shown(200)), (12, 4, Primary()), (12, 0, Shown(0)), (11, 200, Complementary())],
)
def test_a_location_in_no_sum_has_one_number_a_year(months: int, count: int, cell: Cell) -> None:
    year = year_of({("p", 1): {"a": 20}}, months)
    apart = YearTables(year.portals, months, year.counts, year.possible, {"x": count})
    assert publish(apart, 5).apart == {"x": cell}
    assert publish(apart, 5).portals == ("p",)


def test_a_total_with_one_possible_value_is_not_taken() -> None:
    with pytest.raises(ValueError, match="fewer than two"):
        YearTables(("p",), 1, {}, {(name, "p"): ("a",) for name in Breakdown})


@settings(max_examples=10, deadline=None)
@given(seed=SEEDS, threshold=THRESHOLDS, months=st.sampled_from([3, 5]))
def test_the_attack_finds_nothing(seed: int, threshold: int, months: int) -> None:
    year = random_year(seed, months, most_values=4)
    assert findings(publish(year, threshold), threshold) == []


@settings(max_examples=3, deadline=None)
@given(seed=SEEDS, threshold=THRESHOLDS)
def test_the_attack_on_a_whole_year_finds_nothing(seed: int, threshold: int) -> None:
    year = random_year(seed, most_values=3)
    assert findings(publish(year, threshold), threshold) == []


@settings(max_examples=8, deadline=None)
@given(seed=SEEDS, threshold=THRESHOLDS, months=st.sampled_from([2, 3, 4, 6]))
def test_the_tables_of_all_months_together_give_nothing_away(
    seed: int, threshold: int, months: int
) -> None:
    year = random_year(seed, months, most_values=5)
    kept = [
        (publish(until(year, number), threshold), parts(year, number))
        for number in range(1, months)
    ]
    assert findings(publish(year, threshold), threshold, kept) == []


@settings(max_examples=8, deadline=None)
@given(seed=SEEDS, threshold=THRESHOLDS, brought=st.integers(0, 4))
def test_the_tables_before_and_after_a_portal_came_late_give_nothing_away(
    seed: int, threshold: int, brought: int
) -> None:
    year = random_year(seed, 6)
    there = frozenset(part for part in parts(year, 5) if part[0] != "p" or part[1] <= brought)
    before = publish(until(without_months(year, "p", brought), 5), threshold)
    later = publish(replace(year, handed_out=(HandOut(5, there),)), threshold)
    assert findings(later, threshold, [(before, there)]) == []


@settings(max_examples=40, deadline=None)
@given(seed=SEEDS, threshold=THRESHOLDS)
def test_what_is_told_is_true(seed: int, threshold: int) -> None:
    year = random_year(seed)
    for breakdown, portal, span, value, cell in table(publish(year, threshold)):
        true = exact(year, (breakdown, portal, *span, value))
        match cell:
            case Shown(count):
                assert count == true
                assert not 1 <= count < threshold
            case Primary(beside):
                assert 1 <= true - beside < threshold
            case Complementary(low):
                assert true >= low


@settings(max_examples=15, deadline=None)
@given(seed=SEEDS, threshold=THRESHOLDS)
def test_a_hidden_number_lies_between_its_bounds(seed: int, threshold: int) -> None:
    year = random_year(seed)
    published = publish(year, threshold)
    for breakdown, portal, span, value, _ in table(published):
        low, high = between(published, breakdown, portal, span, value)
        assert (
            low
            <= exact(year, (breakdown, portal, *span, value))
            <= (low + 10**6 if high is None else high)
        )


@settings(max_examples=15, deadline=None)
@given(seed=SEEDS, threshold=THRESHOLDS)
def test_who_kept_the_tables_of_every_month_knows_no_more(seed: int, threshold: int) -> None:
    """All that the tables said when a month had ended follows from the tables of the year."""
    year = random_year(seed)
    last = publish(year, threshold)
    for months in range(1, 12):
        for breakdown, portal, span, value, cell in table(publish(until(year, months), threshold)):
            now = last.cell(breakdown, portal, span, value)
            assert now == cell or (isinstance(cell, Complementary) and least(now) >= cell.low)


@settings(max_examples=25, deadline=None)
@given(seed=SEEDS, threshold=THRESHOLDS, brought=st.integers(0, 11))
def test_what_a_portal_brings_later_adds_to_what_was_published(
    seed: int, threshold: int, brought: int
) -> None:
    """Nothing that was told of what was there is told otherwise; a shown number grows at most."""
    year = random_year(seed)
    earlier = without_months(year, "p", brought)
    there = frozenset(part for part in parts(year, 12) if part[0] != "p" or part[1] <= brought)
    later = publish(replace(year, handed_out=(HandOut(12, there),)), threshold)
    before = publish(earlier, threshold)
    late = publish(only_months(year, "p", brought), threshold)
    for breakdown, portal, span, value, cell in table(later):
        told = before.cell(breakdown, portal, span, value)
        assert cell == added([told, late.cell(breakdown, portal, span, value)])


def least(cell: Cell) -> int:
    """The lowest number that a cell may be."""
    match cell:
        case Shown(count):
            return count
        case Primary(beside):
            return beside + 1
        case Complementary(low):
            return low


@settings(max_examples=25, deadline=None)
@given(seed=SEEDS, threshold=THRESHOLDS)
def test_the_whole_is_the_sum_of_its_parts(seed: int, threshold: int) -> None:
    year = random_year(seed)
    published = publish(year, threshold)
    for breakdown, portal, span, value, cell in table(published):
        places = published.portals if portal is None else (portal,)
        cells = [
            published.cell(breakdown, place, month(number), value)
            for place in places
            for number in range(span.first, span.last + 1)
        ]
        if all(isinstance(part, Shown) for part in cells):
            assert cell == Shown(sum(part.count for part in cells if isinstance(part, Shown)))


@given(seed=SEEDS)
@settings(max_examples=10, deadline=None)
def test_the_same_year_is_published_the_same(seed: int) -> None:
    first, again = (list(table(publish(random_year(seed), 5))) for _ in range(2))
    assert first == again


@pytest.fixture(scope="module")
def demonstration() -> Published:
    return publish(invented_year(3_000), 5)


def test_at_most_twice_as_many_complementary_as_primary_cells(demonstration: Published) -> None:
    found = counted(demonstration)
    assert 0 < found[Complementary] <= 2 * found[Primary]


def test_what_all_portals_add_up_to_is_told_of_most_values(demonstration: Published) -> None:
    totals = [demonstration.cell(None, None, span) for span in spans(demonstration)]
    year = [
        demonstration.cell(breakdown, None, YEAR, value)
        for breakdown, values in demonstration.values.items()
        for value in values
    ]
    assert all(isinstance(cell, Shown) for cell in totals)
    assert sum(isinstance(cell, Shown) for cell in year) > 0.6 * len(year)
