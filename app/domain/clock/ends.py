"""The last day that each book allows for a plan (R-PL-1 to R-PL-4)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.clock.rule_sets import Book, RuleSet
from app.domain.months import months_after
from app.domain.path.longer import Extension
from app.domain.path.plan import Plan
from app.domain.path.whole import Kept, Path, days_of_leave
from app.domain.responsibility.values import Source


@dataclass(frozen=True, slots=True)
class Allowed:
    """The last day that a book allows for a plan, by which rule, and where that stands."""

    book: Book
    day: date
    rule: str
    source: Source


def last_allowed(path: Path, plan: Kept[Plan], rules: RuleSet, today: date) -> Allowed | None:
    """The last day of a plan by a rule set, None where it sets no limit.

    An extension adds the months of its ground, each ground once; days of leave are added to that
    (section 23, subsections 3 and 4). Leave that goes on counts until `today`.
    """
    days = [(_day(path, limit, rules, today), limit.rule) for limit in _limits(path, plan, rules)]
    if not days:
        return None
    day, rule = min(days)
    return Allowed(rules.book, day, rule, rules.end)


@dataclass(frozen=True, slots=True)
class _Limit:
    """So many months from a day; what made one of `plans` longer makes the limit later."""

    rule: str
    since: date
    months: int
    plans: Sequence[Kept[Plan]]


def _limits(path: Path, plan: Kept[Plan], rules: RuleSet) -> Iterator[_Limit]:
    plans = path.of(Plan)
    first, own = plans[0], (plan,)
    if rules.plan_months is not None:
        yield _Limit("R-PL-1", plan.step.valid_from, rules.plan_months, own)
    if rules.all_plans_months is not None:
        yield _Limit("R-PL-2", first.step.drawn_on, rules.all_plans_months, plans)
    if rules.first_plan_months is not None and plan.id == first.id:
        yield _Limit("R-PL-2", plan.step.valid_from, rules.first_plan_months, own)


def _day(path: Path, limit: _Limit, rules: RuleSet, today: date) -> date:
    grounds = {one.step.ground for plan in limit.plans for one in path.of_plan(Extension, plan.id)}
    more = sum(rules.extension_months.get(ground, 0) for ground in grounds)
    free = sum(days_of_leave(path, plan, today) for plan in limit.plans)
    return months_after(limit.since, limit.months + more) + timedelta(days=free)
