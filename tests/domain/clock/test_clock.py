"""The clock against the cases worked by hand, and what holds for any path."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from random import Random
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import paths
from app.domain.clock.clock import Clock, State, due_of, state_of
from app.domain.clock.ends import Allowed
from app.domain.clock.person import Person
from app.domain.clock.rule_sets import Book, RuleSets, rule_sets_from
from app.domain.clock.running import running
from app.domain.clock.standing import Standing, standing
from app.domain.months import months_after
from app.domain.path.longer import Extension, Ground, Leave
from app.domain.path.plan import Plan
from app.domain.path.review import Review, ReviewReason
from app.domain.path.whole import Kept, Path, last_day
from tests.domain.clock.cases import Case, cases, kept

CASES = cases()


def rules() -> RuleSets:
    """The rule sets that come with the program."""
    text = paths.resource("reference", "rule_sets.json").read_text("utf-8")
    return rule_sets_from(json.loads(text))


RULES = rules()


def asked(case: Case) -> tuple[Standing, Clock | None]:
    answer = standing(case.path, case.person, RULES, case.asked_on, case.choices)
    clocks = [clock for clock in answer.clocks if clock.plan == case.plan]
    return answer, clocks[0] if clocks else None


def noted(answer: Standing, clock: Clock | None) -> Iterator[str]:
    """What the last column says, in its words."""
    if clock is not None:
        yield from (f"too long: {one.book}" for one in clock.too_long)
        yield from ["on leave"] * clock.on_leave
        yield from ["old rules"] * clock.old_rules
        yield from ["wellbeing takes part"] * clock.wellbeing
    missing = [*(clock.missing if clock else ()), *answer.plan_missing, *answer.notices]
    for one in missing:
        word = one.what.replace("_", " ")
        yield f"{word} {one.by}" if one.by else word


def day_of(book: Book, allowed: tuple[Allowed, ...]) -> str:
    return next((str(one.day) for one in allowed if one.book is book), "none")


def test_there_are_at_least_sixty_cases_each_with_its_number() -> None:
    assert [case.number for case in CASES] == list(range(1, len(CASES) + 1))
    assert len(CASES) >= 60


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.number}")
def test_a_case_worked_by_hand(case: Case) -> None:
    answer, clock = asked(case)
    due = clock.due if clock else None
    found = {
        "Next review by": str(due.day) if due else "none",
        "Rule": due.rule if due else "none",
        "State": clock.state.value if clock else "none",
        "Plan ends": str(clock.last_day) if clock else "none",
        "Programme": day_of(Book.PROGRAMME, clock.allowed) if clock else "none",
        "Law": day_of(Book.LAW, clock.allowed) if clock else "none",
        "What is noted": ", ".join(noted(answer, clock)),
    }
    assert found == {name: case.answers[name] for name in found}


def test_every_answer_says_where_it_stands() -> None:
    for case in CASES:
        _answer, clock = asked(case)
        if clock is not None and clock.due is not None:
            assert 189 in clock.due.source.lines
            old = clock.old_rules
            assert ((22,) in clock.due.source.law) is not old
        for one in clock.allowed if clock else ():
            assert one.source.lines or one.source.law


DAYS = st.dates(date(2023, 1, 1), date(2029, 12, 31))
FEW = st.integers(0, 800)


@st.composite
def plans(draw: st.DrawFn) -> tuple[Path, UUID]:
    """One plan with reviews, extensions and leaves that fit it, and where it stands in the path."""
    drawn = draw(DAYS)
    plan = kept(Plan(drawn, drawn, drawn + timedelta(days=draw(FEW))), 1)
    steps: list[Kept[object]] = [plan]
    for after in draw(st.lists(FEW, max_size=4)):
        review = Review(plan.id, drawn + timedelta(days=after), ReviewReason.INTERVAL)
        steps.append(kept(review, 10 + len(steps)))
    if draw(st.booleans()):
        until = months_after(plan.step.valid_to, draw(st.integers(1, 24)))
        steps.append(kept(Extension(plan.id, Ground.SUPPORT, until), 10 + len(steps)))
    if draw(st.booleans()):
        first = drawn + timedelta(days=draw(FEW))
        last = draw(st.none() | st.builds(lambda n: first + timedelta(days=n), FEW))
        steps.append(kept(Leave(plan.id, first, last), 10 + len(steps)))
    return Path(tuple(steps)), plan.id


def clock_on(path: Path, day: date) -> Clock | None:
    return standing(path, Person(), RULES, day).first


@given(plans(), FEW)
def test_never_later_than_the_plan_and_six_months(of: tuple[Path, UUID], after: int) -> None:
    path, plan_id = of
    (plan,) = path.of(Plan)
    day = plan.step.drawn_on + timedelta(days=after)
    clock = clock_on(path, day)
    assert clock is not None
    assert clock.due is not None
    held = [one.step.on for one in path.of_plan(Review, plan_id) if one.step.on <= day]
    assert clock.due.day <= last_day(path, plan, day) == clock.last_day
    assert clock.due.day <= months_after(max(plan.step.drawn_on, *held, date.min), 6)


@given(plans(), FEW, st.randoms())
def test_the_order_of_the_records_does_not_matter(
    of: tuple[Path, UUID],
    after: int,
    random: Random,
) -> None:
    path, _plan_id = of
    (plan,) = path.of(Plan)
    day = plan.step.drawn_on + timedelta(days=after)
    shuffled = list(path.kept)
    random.shuffle(shuffled)
    assert clock_on(Path(tuple(shuffled)), day) == clock_on(path, day)


@given(plans(), FEW, FEW)
def test_a_later_day_asked_never_brings_the_review_nearer(
    of: tuple[Path, UUID], after: int, more: int
) -> None:
    path, _plan_id = of
    (plan,) = path.of(Plan)
    day = plan.step.drawn_on + timedelta(days=after)
    earlier, later = clock_on(path, day), clock_on(path, day + timedelta(days=more))
    assert earlier is not None
    assert later is not None
    assert earlier.due is not None
    assert later.due is not None
    assert earlier.due.day <= later.due.day
    assert earlier.last_day <= later.last_day


@given(plans(), FEW)
def test_the_state_says_how_the_day_stands_to_the_review(of: tuple[Path, UUID], after: int) -> None:
    path, _plan_id = of
    (plan,) = path.of(Plan)
    day = plan.step.drawn_on + timedelta(days=after)
    clock = clock_on(path, day)
    assert clock is not None
    assert clock.due is not None
    left = (clock.due.day - day).days
    wanted = (
        {State.EXPIRED}
        if day > clock.last_day
        else {State.OVERDUE}
        if left < 0
        else {State.TODAY}
        if left == 0
        else {State.SOON}
        if left <= 30
        else {State.UPCOMING}
    )
    assert clock.state in wanted


def test_a_plan_is_not_there_before_it_was_drawn() -> None:
    plan = kept(Plan(date(2026, 3, 1), date(2026, 3, 1), date(2027, 3, 1)), 1)
    assert standing(Path((plan,)), Person(), RULES, date(2026, 2, 28)).first is None


def test_a_new_law_is_a_new_entry() -> None:
    """Reviews every three months from 2027 on: a plan keeps the old time until it is reviewed."""
    text = paths.resource("reference", "rule_sets.json").read_text("utf-8")
    entries = json.loads(text)
    for entry in entries:
        entry["valid_to"] = entry["valid_to"] or "2026-12-31"
    newer = {
        "name": "law-2027",
        "book": "law",
        "valid_from": "2027-01-01",
        "valid_to": None,
        "review_months": 3,
        "review": {"sections": [[22]]},
    }
    sets = rule_sets_from([*entries, newer])
    plan = kept(Plan(date(2026, 10, 1), date(2026, 10, 1), date(2027, 10, 1)), 1)
    review = kept(Review(plan.id, date(2027, 1, 15), ReviewReason.INTERVAL), 2)
    before = standing(Path((plan,)), Person(), sets, date(2027, 1, 10)).first
    after = standing(Path((plan, review)), Person(), sets, date(2027, 1, 20)).first
    assert before is not None
    assert before.due is not None
    assert (before.due.day, before.old_rules) == (date(2027, 4, 1), True)
    assert after is not None
    assert after.due is not None
    assert (after.due.day, after.old_rules) == (date(2027, 4, 15), False)


@given(plans(), FEW)
def test_a_list_that_knows_the_facts_alone_says_the_same(of: tuple[Path, UUID], after: int) -> None:
    path, _plan_id = of
    (plan,) = path.of(Plan)
    facts = running(path, plan)
    assert facts is not None
    day = max(facts.since, plan.step.drawn_on) + timedelta(days=after)
    clock = clock_on(path, day)
    assert clock is not None
    assert clock.last_day == facts.last_on(day)
    due = due_of(RULES, facts.since, facts.last_on(day))
    assert clock.due == due
    assert clock.state is state_of(due, facts.last_on(day), facts.followed, day)


def test_the_spans_of_the_rule_sets_follow_each_other() -> None:
    spans = list(RULES.spans())
    assert spans[0].first == date.min
    assert spans[-1].last == date.max
    for one, other in pairwise(spans):
        assert one.last + timedelta(days=1) == other.first


@given(DAYS)
def test_a_span_says_from_which_days_a_review_is_due(until: date) -> None:
    for span in RULES.spans():
        day = span.counted_by(until)
        if day is not None:
            assert span.first <= day <= span.last
            assert due_of(RULES, day, date.max).day <= until
            if day < span.last:
                assert due_of(RULES, day + timedelta(days=1), date.max).day > until
