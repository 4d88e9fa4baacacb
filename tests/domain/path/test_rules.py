"""The rules of the programme about clients, assessment, orientation and training, each by its id.

A row is one case: what is asked, of what, and what the rule says.
"""

import re
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from typing import Any

import pytest

from app.domain.client import ClientName, Record
from app.domain.errors import Refused
from app.domain.path.assessment import Assessment, Nearness, Topic, assessment_limit
from app.domain.path.eligible import for_orientation, for_training, is_target
from app.domain.path.longer import Extension, Ground
from app.domain.path.orientation import Content, Orientation
from app.domain.path.plan import EndReason
from app.domain.path.training import Level, Skill, Training
from app.domain.path.whole import check_whole, is_integration_client
from app.domain.place import Ask, Location, LocationKind
from app.domain.responsibility.values import Case, Duty, Group, Labour
from app.domain.visit import Facts, check_facts
from app.services.chips import bundled_reference
from app.services.responsible import responsible
from tests.domain.path.steps import PLAN, assessed, path, plan

TODAY = date(2026, 11, 24)
PERMIT = date(2023, 11, 24)
LONG_AGO, JUST_CAME = date(2020, 1, 1), date(2025, 1, 1)
PLANNED = plan(date(2025, 3, 1), TODAY)
ALL = frozenset(Content)
READ = {Skill.READING: Level.B1_1}
UNEMPLOYED, OTHER, NOT = Labour
KY, PSTA = "org-kotoutumisyksikko", "org-tyollisyysalue-pietarsaari"
PTA = "org-tyollisyysalue-pohjanmaa"


def person(**facts: Any) -> Record:
    known: dict[str, Any] = {"born": date(1990, 1, 1)} | facts
    return Record((ClientName("Mina"),), **known)


def refusal(check: Callable[[], object]) -> str | None:
    """The code of what is refused, None where it is taken."""
    try:
        check()
    except Refused as refused:
        return refused.code
    return None


def client_on(day: date, **facts: Any) -> bool:
    first, last = date(2025, 2, 1), date(2026, 2, 1)
    return is_integration_client(path(plan(first, last, **facts)), day, TODAY)


def fits(*steps: Any) -> str | None:
    return refusal(lambda: check_whole(path(*steps)))


def taken(step: Any, today: date = TODAY) -> str | None:
    return refusal(lambda: step.check(today))


def anonymous_visit() -> str | None:
    nothing: dict[str, str] = {}
    texts = (nothing, nothing, nothing, nothing, "luoto", "", "")
    here = Location("luoto", LocationKind.PORTAL, *texts, frozenset(Ask))
    return refusal(lambda: check_facts(Facts(("benefits",)), bundled_reference(), here))


def targeted(**facts: Any) -> bool | None:
    return is_target(person(**facts)).answer


def limit(today: date, *groups: Group) -> tuple[date, Nearness] | None:
    found = assessment_limit(PERMIT, groups, today)
    return (found.last, found.nearness) if found else None


def oriented(today: date, **facts: Any) -> bool | None:
    return for_orientation(person(**facts), path(), today).answer


def trained(*steps: Any, **facts: Any) -> bool | None:
    return for_training(person(**facts), path(*steps), TODAY).answer


def by(duty: Duty, town: str, labour: Labour, *groups: Group) -> set[str]:
    return set(responsible(Case(town, labour, frozenset(groups))).duties[duty].bodies)


def course(**facts: Any) -> Orientation:
    known: dict[str, Any] = {"language": "ar", "started_on": date(2026, 9, 1)} | facts
    return Orientation(**known)


def completed(hours: int, contents: frozenset[Content] = ALL) -> bool:
    ended = course(ended_on=date(2026, 10, 1), hours=hours, contents=contents)
    return ended.is_completed()


def training(**facts: Any) -> Training:
    known: dict[str, Any] = {"language": "sv", "started_on": date(2026, 1, 7)} | facts
    return Training(**known)


def reached(language: str, *levels: Level) -> bool:
    found = dict(zip(Skill, levels, strict=False))
    return training(test_on=TODAY, test_language=language, levels=found).has_reached


def extended(ground: Ground, until: date) -> str | None:
    drawn = date(2024, 1, 15)
    first = plan(drawn, date(2026, 1, 15))
    return fits(first, assessed(drawn), Extension(PLAN, ground, until))


def has_field(step: type[Any], pattern: str) -> bool:
    return any(re.search(pattern, one.name) for one in fields(step))


# Each case is what is asked and what the rule says to it.
CASES: dict[str, list[tuple[Callable[[], object], object]]] = {
    "R-CL-1": [
        (lambda: client_on(date(2025, 2, 1)), True),
        (lambda: client_on(date(2026, 2, 1)), True),
        (lambda: client_on(date(2025, 1, 31)), False),
        (lambda: client_on(date(2026, 2, 2)), False),
        (lambda: client_on(date(2025, 6, 2), ended_on=date(2025, 6, 1)), False),
        (lambda: client_on(date(2025, 6, 1), ended_on=date(2025, 6, 1)), True),
        (lambda: is_integration_client(path(), TODAY, TODAY), False),
    ],
    "R-CL-2": [(anonymous_visit, None)],
    "R-CL-3": [
        (lambda: targeted(municipality="pietarsaari"), True),
        (lambda: targeted(municipality="kruunupyy"), True),
        (lambda: targeted(municipality="luoto"), True),
        (lambda: targeted(municipality="uusikaarlepyy"), True),
        (lambda: targeted(municipality="pedersore"), True),
        (lambda: targeted(municipality="other"), False),
        (lambda: targeted(), None),
        (lambda: targeted(groups=frozenset({Group.QUOTA_REFUGEE})), True),
    ],
    "R-AS-1": [
        (lambda: fits(PLANNED, assessed(date(2025, 3, 2))), "assessment_first"),
        (lambda: fits(PLANNED, assessed(date(2025, 3, 1))), None),
        (lambda: fits(PLANNED), "assessment_first"),
        (lambda: fits(PLANNED, Assessment(started_on=date(2025, 1, 1))), "assessment_first"),
        (lambda: fits(PLANNED, Assessment(elsewhere=True, date_unknown=True)), None),
    ],
    "R-AS-2": [
        (lambda: taken(Assessment(completed_on=TODAY)), "interview_missing"),
        (lambda: taken(Assessment(interview_on=TODAY, completed_on=TODAY)), None),
        (lambda: taken(Assessment(interview_on=TODAY, completed_on=TODAY, expert=True)), None),
        (lambda: taken(Assessment(elsewhere=True, completed_on=TODAY)), None),
    ],
    "R-AS-3": [
        (lambda: len(Topic), 7),
        (lambda: has_field(Assessment, "note|text|health"), False),
        (lambda: taken(assessed(TODAY, topics=frozenset(Topic))), None),
    ],
    "R-AS-4": [
        (lambda: assessed(TODAY, wellbeing=True).is_multi_professional, True),
        (lambda: assessed(TODAY).is_multi_professional, False),
        (lambda: Assessment(started_on=TODAY, wellbeing=True).is_multi_professional, False),
    ],
    "R-AS-5": [
        (lambda: by(Duty.ASSESSMENT, "luoto", UNEMPLOYED), {PSTA}),
        (lambda: by(Duty.ASSESSMENT, "uusikaarlepyy", UNEMPLOYED), {PTA}),
        (lambda: by(Duty.ASSESSMENT, "luoto", NOT, Group.QUOTA_REFUGEE), {KY}),
        (lambda: by(Duty.ASSESSMENT, "other", NOT), set()),
    ],
    "R-AS-6": [
        (lambda: limit(date(2026, 8, 23)), (TODAY, Nearness.FAR)),
        (lambda: limit(date(2026, 8, 24)), (TODAY, Nearness.NEAR)),
        (lambda: limit(date(2026, 11, 24)), (TODAY, Nearness.NEAR)),
        (lambda: limit(date(2026, 11, 25)), (TODAY, Nearness.PAST)),
        (lambda: limit(date(2026, 11, 25), Group.TRAFFICKING_VICTIM), None),
        (lambda: limit(date(2026, 11, 25), Group.QUOTA_REFUGEE), (TODAY, Nearness.PAST)),
        (lambda: assessment_limit(None, (), TODAY), None),
    ],
    "R-OR-1": [
        (lambda: oriented(date(2026, 11, 24), permit_on=PERMIT, arrived_on=LONG_AGO), True),
        (lambda: oriented(date(2026, 11, 25), permit_on=PERMIT, arrived_on=LONG_AGO), False),
        (lambda: oriented(date(2026, 11, 25), permit_on=PERMIT, arrived_on=JUST_CAME), True),
        (lambda: oriented(TODAY, permit_on=TODAY, born=date(2008, 11, 25)), False),
        (lambda: oriented(TODAY, permit_on=TODAY, born=date(2008, 11, 24)), True),
        (lambda: oriented(TODAY, permit_on=TODAY, born=None), None),
        (lambda: oriented(TODAY, permit_on=TODAY, born=None, birth_year=2008), None),
        (lambda: oriented(TODAY, permit_on=TODAY, born=None, birth_year=2007), True),
        (lambda: oriented(TODAY), None),
    ],
    "R-OR-2": [(lambda: has_field(Orientation, "price|fee|cost"), False)],
    "R-OR-3": [
        (lambda: taken(course(language=None)), "course_language_missing"),
        (lambda: taken(course()), None),
    ],
    "R-OR-4": [
        (lambda: len(Content), 3),
        (lambda: completed(70, ALL - {Content.SOCIETY}), False),
        (lambda: completed(70), True),
    ],
    "R-OR-5": [
        (lambda: completed(69), False),
        (lambda: completed(70), True),
        (lambda: course(hours=80, contents=ALL).is_completed(), False),
        (lambda: course(ended_on=TODAY, hours=60, contents=ALL).is_completed(least=60), True),
    ],
    "R-OR-6": [
        (lambda: by(Duty.ORIENTATION, "uusikaarlepyy", UNEMPLOYED), {PTA}),
        (lambda: by(Duty.ORIENTATION, "uusikaarlepyy", NOT), {PSTA, KY}),
        (lambda: by(Duty.ORIENTATION, "luoto", UNEMPLOYED), {PSTA, KY}),
    ],
    "R-TR-1": [
        (lambda: trained(labour=UNEMPLOYED), True),
        (lambda: trained(labour=NOT), False),
        (lambda: trained(assessed(TODAY, training_need=True), labour=NOT), True),
        (lambda: trained(assessed(TODAY), labour=OTHER), False),
        (lambda: trained(Assessment(started_on=TODAY, training_need=True), labour=NOT), False),
        (lambda: trained(), None),
    ],
    "R-TR-2": [
        (lambda: reached("sv", *[Level.B1_1] * 4), True),
        (lambda: reached("fi", Level.B1_1, Level.B2_1), True),
        (lambda: reached("fi", Level.B1_1, Level.B1_1, Level.A2_2), False),
        (lambda: reached("fi"), False),
        (lambda: reached("en", *[Level.B2_2] * 4), False),
    ],
    "R-TR-3": [(lambda: has_field(Training, "follow_up"), True)],
    "R-TR-4": [
        (lambda: taken(training(levels=READ)), "test_incomplete"),
        (lambda: taken(training(test_on=TODAY)), "test_incomplete"),
        (lambda: taken(training(test_on=TODAY, test_language="fi", levels=READ)), None),
    ],
    "R-TR-5": [
        (lambda: by(Duty.TRAINING, "uusikaarlepyy", UNEMPLOYED), {PTA}),
        (lambda: by(Duty.TRAINING, "uusikaarlepyy", NOT), {PSTA}),
        (lambda: by(Duty.TRAINING, "luoto", NOT), {PSTA, KY}),
    ],
    "R-PL-1": [
        (lambda: taken(plan(date(2025, 1, 15), date(2027, 1, 15))), None),
        (lambda: taken(plan(date(2025, 1, 15), date(2027, 1, 16))), "plan_too_long"),
        (lambda: taken(plan(date(2025, 2, 28), date(2027, 2, 28))), None),
    ],
    "R-PL-3": [
        (lambda: extended(Ground.SUPPORT, date(2028, 1, 15)), None),
        (lambda: extended(Ground.SUPPORT, date(2028, 1, 16)), "extension_too_long"),
        (lambda: extended(Ground.STUDIES, date(2027, 1, 15)), None),
        (lambda: extended(Ground.STUDIES, date(2027, 1, 16)), "extension_too_long"),
        (lambda: extended(Ground.STUDIES, date(2026, 1, 15)), "extension_too_short"),
    ],
    "R-PL-4": [(lambda: taken(plan(date(2024, 12, 31), date(2027, 12, 31))), None)],
}


@pytest.mark.parametrize(
    ("rule", "asked", "says"),
    [(rule, *case) for rule, cases in CASES.items() for case in cases],
)
def test_a_rule_says(rule: str, asked: Callable[[], object], says: object) -> None:
    assert asked() == says, rule


def test_a_plan_that_ended_early_has_day_and_reason() -> None:
    day, reason = date(2026, 1, 1), EndReason.MOVED
    assert taken(plan(date(2025, 2, 1), date(2026, 2, 1), ended_on=day)) == "end_incomplete"
    assert taken(plan(date(2025, 2, 1), date(2026, 2, 1), end_reason=reason)) == "end_incomplete"
    both = plan(date(2025, 2, 1), date(2026, 2, 1), ended_on=day, end_reason=reason)
    assert taken(both) is None
