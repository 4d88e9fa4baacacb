"""Invented paths through the programme: every state of assessments, plans and courses."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Any
from uuid import UUID

from app.domain.client import Client
from app.domain.days import from_local
from app.domain.invented.chance import chance, days
from app.domain.invented.courses import orientation, training
from app.domain.invented.visits import identity
from app.domain.moment import NOON
from app.domain.months import months_after
from app.domain.path.agreed import Agreed, Area, WhyNot
from app.domain.path.assessment import Assessment, Topic
from app.domain.path.eligible import adult
from app.domain.path.longer import Extension, Ground, Leave
from app.domain.path.notice import Notice, NoticeKind
from app.domain.path.plan import Basis, EndReason, Plan, Register
from app.domain.path.review import Review, ReviewReason, Share
from app.domain.path.whole import Kept
from app.domain.responsibility.answer import responsible
from app.domain.responsibility.table import Table
from app.domain.responsibility.values import Case, Duty, Labour

_GUIDANCE_ONLY, _ELSEWHERE, _NO_PLAN, _FORGOTTEN, _ENDED = 0.2, 0.1, 0.12, 0.15, 0.08
_ORIENTED, _TRAINED, _NEED, _LEAVE, _EXTENDED, _NOTICE = 0.7, 0.7, 0.35, 0.08, 0.15, 0.1


@dataclass(frozen=True, slots=True)
class Around:
    """Up to which day paths go, who is responsible, and the schools of the directory."""

    last: date
    table: Table
    schools: Sequence[str]


class PathInventor:
    """Draws the path of one client."""

    def __init__(self, around: Around, client: Client, seed: int) -> None:
        self._random = Random(f"{seed} trail {client.number}")
        self._last, self._schools = around.last, around.schools
        self._client, self._record = client, client.record
        town, labour = client.record.municipality, client.record.labour
        is_minor = adult(client.record, around.last) is False
        case = Case(town or "other", labour or Labour.NOT_JOBSEEKER, client.record.groups, is_minor)
        self._duties = responsible(around.table, case).duties
        self._adult = not is_minor

    def steps(self) -> Iterator[Kept[Any]]:
        """The steps, none for whoever gets guidance only."""
        if not self._duties[Duty.ASSESSMENT].bodies or chance(self._random, _GUIDANCE_ONLY):
            return
        arrived = self._record.arrived_on or self._last - timedelta(days=500)
        assessed = self._assessment(arrived + days(self._random, 5, 60))
        if assessed.day is not None and assessed.day > self._last:
            return
        yield self._kept(assessed)
        drawn = (assessed.completed_on or arrived + timedelta(days=60)) + days(self._random, 0, 25)
        if assessed.is_completed and drawn <= self._last and not chance(self._random, _NO_PLAN):
            yield from self._planned(drawn)
            yield from self._courses(drawn, assessed.training_need)

    def _assessment(self, started: date) -> Assessment:
        """One that has come as far as the last day lets it."""
        need, wellbeing = chance(self._random, _NEED), chance(self._random, 0.3)
        if chance(self._random, _ELSEWHERE):
            return Assessment(elsewhere=True, date_unknown=True, training_need=need)
        interview = started + days(self._random, 1, 20)
        completed = interview + days(self._random, 0, 20)
        return Assessment(
            by=self._duties[Duty.ASSESSMENT].bodies[0],
            started_on=started,
            interview_on=interview if interview <= self._last else None,
            completed_on=completed if completed <= self._last else None,
            wellbeing=wellbeing,
            expert=chance(self._random, 0.4),
            training_need=need,
            topics=frozenset(self._random.sample(list(Topic), self._random.randint(5, 7))),
        )

    def _planned(self, drawn: date) -> Iterator[Kept[Any]]:
        """A plan of a year, perhaps a second one, and what belongs to them."""
        first = self._plan(drawn, months_after(drawn, 12))
        yield from self._with_plan(first)
        again = first.step.valid_to - days(self._random, 0, 20)
        if (
            first.step.ended_on is None
            and again <= self._last
            and not chance(self._random, _FORGOTTEN)
        ):
            second = self._plan(again, months_after(drawn, 24))
            yield from self._with_plan(second)
            if chance(self._random, _EXTENDED):
                until = months_after(second.step.valid_to, 6)
                yield self._kept(Extension(second.id, Ground.SUPPORT, until))
        if chance(self._random, _NOTICE):
            yield self._kept(self._notice(drawn))

    def _plan(self, drawn: date, valid_to: date) -> Kept[Plan]:
        born, year = self._record.born, self._record.birth_year
        young = bool(year and drawn.year - year < 25) or bool(born and drawn.year - born.year < 25)
        plan = Plan(
            drawn,
            drawn,
            valid_to,
            wellbeing=chance(self._random, 0.3),
            long_goals=True,
            period_goals=not chance(self._random, 0.05),
            employment_goal=not young and not chance(self._random, 0.1),
            education_goal=young and not chance(self._random, 0.1),
            considered=frozenset(Basis),
            register=self._random.choice((Register.KOTOPORTTI, Register.KOTO_AJ)),
        )
        ended = drawn + days(self._random, 60, 300)
        if ended <= min(self._last, valid_to) and chance(self._random, _ENDED):
            reason = self._random.choice((EndReason.GOALS_REACHED, EndReason.MOVED))
            plan = replace(plan, ended_on=ended, end_reason=reason)
        return self._kept(plan)

    def _with_plan(self, plan: Kept[Plan]) -> Iterator[Kept[Any]]:
        yield plan
        last = min(self._last, plan.step.ended_on or plan.step.valid_to)
        yield from (self._kept(one) for one in self._agreed(plan))
        yield from (self._kept(one) for one in self._reviews(plan, last))
        away = plan.step.drawn_on + days(self._random, 40, 200)
        if away <= last and chance(self._random, _LEAVE):
            back = away + days(self._random, 20, 90)
            yield self._kept(Leave(plan.id, away, back if back <= self._last else None))

    def _reviews(self, plan: Kept[Plan], last: date) -> Iterator[Review]:
        """Reviews until the last day, or until one was forgotten."""
        day = plan.step.drawn_on
        while not chance(self._random, _FORGOTTEN):
            day = months_after(day, 6) - days(self._random, -5, 40)
            if day > last:
                return
            reason = self._random.choice(list(ReviewReason)[:5])
            share, progress = self._random.choice(list(Share)), self._random.choice(list(Share))
            yield Review(
                *(plan.id, day, reason, share, progress),
                obstacles=chance(self._random, 0.3),
                changes=chance(self._random, 0.3),
                wellbeing=plan.step.wellbeing,
                next_on=months_after(day, 6),
            )

    def _agreed(self, plan: Kept[Plan]) -> Iterator[Agreed]:
        for area in self._random.sample(list(Area), self._random.randint(1, 3)):
            day = plan.step.drawn_on + days(self._random, 0, 40)
            if chance(self._random, 0.12):
                yield Agreed(plan.id, area, why_not=self._random.choice(list(WhyNot)))
            else:
                yield Agreed(plan.id, area, day if day <= self._last else None)

    def _notice(self, drawn: date) -> Notice:
        told = max(drawn, self._last - days(self._random, 0, 60))
        handled = told + days(self._random, 1, 30)
        kind = self._random.choice(list(NoticeKind))
        return Notice(kind, told, handled if handled <= self._last else None)

    def _courses(self, drawn: date, need: bool) -> Iterator[Kept[Any]]:
        starts = drawn + days(self._random, 10, 120)
        soon = self._last + timedelta(days=60)
        if self._adult and starts <= soon and chance(self._random, _ORIENTED):
            organiser = self._random.choice(self._duties[Duty.ORIENTATION].bodies)
            language = self._record.contact_language or "en"
            yield self._kept(orientation(self._random, language, organiser, starts, self._last))
        wanted = need or self._record.labour is Labour.UNEMPLOYED_JOBSEEKER
        starts = drawn + days(self._random, 30, 200)
        if self._adult and wanted and starts <= soon and chance(self._random, _TRAINED):
            language = self._record.integration_language or self._random.choice(("fi", "sv"))
            school = self._random.choice(self._schools)
            yield self._kept(training(self._random, language, school, starts, self._last))

    def _kept(self, step: Any) -> Kept[Any]:
        at = from_local(min(step.day or self._last, self._last), NOON)
        by = self._record.in_charge or self._client.recorded_by
        return Kept(identity(at, self._random), step, 0, by, at)


def invent_paths(
    around: Around, clients: Iterable[Client], seed: int
) -> Iterator[tuple[UUID, Kept[Any]]]:
    """The steps of all clients, each with its client's id; the same for the same seed."""
    for client in clients:
        yield from ((client.id, kept) for kept in PathInventor(around, client, seed).steps())
