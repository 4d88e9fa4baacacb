"""Steps of a path fit each other, and a plan's last day follows from all of them."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.domain.path.agreed import Agreed, Area, WhyNot
from app.domain.path.assessment import Assessment
from app.domain.path.longer import Extension, Ground, Leave
from app.domain.path.notice import Notice, NoticeKind
from app.domain.path.plan import EndReason, Plan
from app.domain.path.review import Review, ReviewReason
from app.domain.path.town import TELLING, with_town_of, without_town
from app.domain.path.whole import STEPS, Path, check_whole, is_integration_client, last_day
from tests.domain.path.steps import PLAN, assessed, kept, path, plan

DRAWN, LAST, TODAY = date(2025, 9, 1), date(2026, 8, 31), date(2026, 11, 24)
DAYS = st.dates(date(2025, 9, 1), date(2028, 1, 1))


def review(on: date) -> Review:
    return Review(PLAN, on, ReviewReason.INTERVAL)


def ends(*steps: Any) -> date:
    whole = path(plan(DRAWN, LAST), *steps)
    return last_day(whole, whole.of(Plan)[0], TODAY)


@pytest.mark.parametrize(
    ("steps", "last"),
    [
        ([], LAST),
        ([Extension(PLAN, Ground.STUDIES, date(2027, 1, 31))], date(2027, 1, 31)),
        ([Leave(PLAN, date(2026, 1, 1), date(2026, 1, 10))], LAST + timedelta(days=10)),
        ([Leave(PLAN, LAST + timedelta(days=1), date(2026, 12, 1))], LAST),
        ([Leave(PLAN, date(2026, 8, 1))], LAST + timedelta(days=116)),
        ([Leave(PLAN, date(2026, 8, 1), date(2026, 8, 1)), review(TODAY)], date(2026, 9, 1)),
    ],
)
def test_extensions_and_leave_move_the_last_day(steps: list[Any], last: date) -> None:
    assert ends(*steps) == last


def test_a_plan_that_was_ended_ends_there() -> None:
    ended = plan(DRAWN, LAST, ended_on=date(2026, 2, 1), end_reason=EndReason.MOVED)
    whole = path(ended, Leave(PLAN, date(2026, 1, 1)))
    assert last_day(whole, whole.of(Plan)[0], TODAY) == date(2026, 2, 1)
    assert not is_integration_client(whole, date(2026, 2, 2), TODAY)


@given(st.lists(st.tuples(DAYS, st.integers(0, 60)), max_size=4))
def test_the_last_day_is_never_earlier_and_the_order_of_records_does_not_matter(
    leaves: list[tuple[date, int]],
) -> None:
    steps = [Leave(PLAN, first, first + timedelta(days=days)) for first, days in leaves]
    assert LAST <= ends(*steps) == ends(*reversed(steps))


@pytest.mark.parametrize(
    ("step", "code"),
    [
        (review(DRAWN), None),
        (review(DRAWN - timedelta(days=1)), "before_plan"),
        (Leave(PLAN, DRAWN - timedelta(days=1)), "before_plan"),
        (Agreed(PLAN, Area.STUDIES, date(2025, 1, 1)), None),
        (Review(UUID(int=1), TODAY, ReviewReason.INTERVAL), "plan_unknown"),
        (Notice(NoticeKind.REQUEST, TODAY), None),
    ],
)
def test_what_belongs_to_a_plan_fits_it(step: Any, code: str | None) -> None:
    whole = path(plan(DRAWN, LAST), assessed(DRAWN), step)
    if code is None:
        check_whole(whole)
        return
    with pytest.raises(Refused) as refused:
        check_whole(whole)
    assert refused.value.code == code


@pytest.mark.parametrize("first_ends", [None, date(2026, 2, 1)])
def test_leaves_of_a_plan_do_not_overlap(first_ends: date | None) -> None:
    leaves = Leave(PLAN, date(2026, 1, 1), first_ends), Leave(PLAN, date(2026, 2, 1))
    with pytest.raises(Refused, match="leaves_overlap"):
        check_whole(path(plan(DRAWN, LAST), assessed(DRAWN), *leaves))


@pytest.mark.parametrize(
    ("step", "code"),
    [
        (Agreed(PLAN, Area.HEALTH, TODAY, WhyNot.OTHER), "referred_and_not"),
        (Agreed(PLAN, Area.HEALTH), None),
        (Notice(NoticeKind.REQUEST, TODAY, TODAY - timedelta(days=1)), "days_out_of_order"),
        (review(TODAY + timedelta(days=1)), "date_in_future"),
        (Assessment(), "assessment_without_date"),
        (Assessment(date_unknown=True), "date_known_here"),
        (assessed(date(1900, 1, 1)), "date_unlikely"),
        (plan(DRAWN, DRAWN - timedelta(days=1)), "days_out_of_order"),
        (plan(DRAWN, date(9999, 12, 31)), "date_unlikely"),
    ],
)
def test_a_step_is_taken_or_refused(step: Any, code: str | None) -> None:
    if code is None:
        step.check(TODAY)
        return
    with pytest.raises(Refused) as refused:
        step.check(TODAY)
    assert refused.value.code == code


def test_steps_stand_in_their_order_and_what_is_said_of_them_tells_nothing() -> None:
    late, early = kept(review(TODAY), 1), kept(review(DRAWN), 2)
    whole = Path((late, early))
    assert whole.of(Review) == (early, late)
    assert whole.last(Review) == late
    assert whole.of_plan(Review, PLAN) == (early, late)
    assert whole.without(late.id).last(Review) == early
    assert "2026" not in repr(whole) + repr(late) + repr(late.step)
    assert len(STEPS) == 9


@pytest.mark.parametrize("kind", TELLING)
def test_what_tells_the_town_is_hidden_and_stays(kind: Any) -> None:
    names = TELLING[kind]
    step = kind(**dict.fromkeys(names, "org-tyollisyysalue-pohjanmaa"))
    hidden = without_town(step)
    assert [getattr(hidden, name) or None for name in names] == [None] * len(names)
    assert with_town_of(hidden, step) == step
