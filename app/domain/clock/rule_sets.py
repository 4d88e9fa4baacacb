"""Rule sets, each with the days on which it holds; a new law is a new entry in the file."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Any, Final

from app.domain.months import latest_before
from app.domain.path.longer import Ground
from app.domain.responsibility.values import Source

_DAY: Final = timedelta(days=1)


class Book(StrEnum):
    """Whose rules they are."""

    PROGRAMME = "programme"
    LAW = "law"


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The time limits of one book while they hold, in months; None where it sets none.

    `plan_months` is for each plan from its first day, `first_plan_months` for the first one alone,
    `all_plans_months` for all together from the day on which the first was drawn. A ground lets
    plans go on by its months of `extension_months`.
    """

    name: str
    book: Book
    valid_from: date | None
    valid_to: date | None
    review: Source
    end: Source
    review_months: int | None = None
    plan_months: int | None = None
    first_plan_months: int | None = None
    all_plans_months: int | None = None
    extension_months: Mapping[Ground, int] = field(default_factory=dict)

    def holds_on(self, day: date) -> bool:
        """Whether the set is in force on a day; the first and the last day are."""
        return (self.valid_from or date.min) <= day <= (self.valid_to or date.max)


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `first` to `last` from which a review is counted by the same months."""

    first: date
    last: date
    months: int | None

    def counted_by(self, until: date) -> date | None:
        """The last of its days from which the months have passed by `until`; None for no day."""
        if self.months is None:
            return None
        day = latest_before(until, self.months)
        return min(day, self.last) if day >= self.first else None


@dataclass(frozen=True, slots=True)
class RuleSets:
    """All rule sets, of the past too: a plan keeps those under which it was drawn or reviewed."""

    sets: tuple[RuleSet, ...]

    def on(self, day: date) -> tuple[RuleSet, ...]:
        """The sets in force on a day, at most one of each book."""
        return tuple(one for one in self.sets if one.holds_on(day))

    def review_months(self, since: date) -> int | None:
        """In how many months a review is due that is counted from `since`: the strictest."""
        months = (one.review_months for one in self.on(since))
        return min((number for number in months if number is not None), default=None)

    def spans(self) -> Iterator[Span]:
        """The stretches of days in which the same sets hold, from the first to the last day."""
        begins = {one.valid_from for one in self.sets if one.valid_from is not None}
        begins |= {one.valid_to + _DAY for one in self.sets if one.valid_to is not None}
        days = [date.min, *sorted(begins), date.max]
        for first, following in pairwise(days):
            last = following if following == date.max else following - _DAY
            yield Span(first, last, self.review_months(first))

    def differ_between(self, since: date, day: date) -> bool:
        """Whether other rules hold on `day` than held on `since`."""
        return self.on(since) != self.on(day)


def rule_sets_from(data: Iterable[Mapping[str, Any]]) -> RuleSets:
    """The rule sets of `rule_sets.json`."""
    return RuleSets(tuple(_rule_set(entry) for entry in data))


def _rule_set(entry: Mapping[str, Any]) -> RuleSet:
    months = {name: entry[name] for name in _MONTHS if name in entry}
    extensions = entry.get("extension_months", {})
    return RuleSet(
        entry["name"],
        Book(entry["book"]),
        _day(entry["valid_from"]),
        _day(entry["valid_to"]),
        _source(entry.get("review", {})),
        _source(entry.get("end", {})),
        extension_months={Ground(ground): number for ground, number in extensions.items()},
        **months,
    )


_MONTHS: Final = ("review_months", "plan_months", "first_plan_months", "all_plans_months")


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _source(entry: Mapping[str, Any]) -> Source:
    sections = tuple(tuple(section) for section in entry.get("sections", ()))
    return Source(tuple(entry.get("lines", ())), sections)
