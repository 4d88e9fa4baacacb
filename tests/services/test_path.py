"""Steps of the path are recorded, amended and taken back; each act is undone, nothing is lost."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select

from app.domain.client import Client
from app.domain.errors import Refused
from app.domain.path.agreed import Agreed, Area
from app.domain.path.assessment import Assessment, Topic
from app.domain.path.longer import Extension, Ground, Leave
from app.domain.path.notice import Notice, NoticeKind
from app.domain.path.orientation import Content, Orientation
from app.domain.path.plan import Basis, EndReason, Plan
from app.domain.path.review import Review, ReviewReason, Share
from app.domain.path.training import Level, Skill, Training
from app.domain.path.whole import STEPS, Kept, Path
from app.domain.roles import Role
from app.services import path
from app.services.unit import Changes, Desk
from app.services.visits import new_id
from app.store.models import LogRow
from app.store.path import table_of
from tests.clients import hidden, recorded
from tests.desks import colleague

KY, PTA = "org-kotoutumisyksikko", "org-tyollisyysalue-pohjanmaa"
DAY = date(2026, 2, 2)
ASSESSED = Assessment(KY, interview_on=DAY, completed_on=DAY, topics=frozenset(Topic))
PLANNED = Plan(DAY, DAY, date(2027, 2, 1), considered=frozenset(Basis))
ORIENTED = Orientation("ar", "Welcome", KY, 72, DAY, date(2026, 6, 12), frozenset(Content))
TRAINED = Training(
    *("sv", "edu-kvarnen", DAY, date(2026, 6, 1)),
    test_on=date(2026, 6, 1),
    test_language="sv",
    levels={Skill.READING: Level.B1_1, Skill.WRITING: Level.A2_2},
)


@pytest.fixture
def client(desk: Desk) -> Client:
    return recorded(desk, "Yusuf", "Haidari")


def of(desk: Desk, client: Client) -> Path:
    with desk.read() as unit:
        return path.of_client(unit, client.id)


def put(desk: Desk, client: Client, step: Any, step_id: UUID | None = None) -> Kept[Any]:
    with desk.write() as unit:
        return path.record(unit, client.id, step, step_id)


def change(desk: Desk, client: Client, kept: Kept[Any], step: Any) -> Kept[Any]:
    with desk.write() as unit:
        return path.amend(unit, client.id, kept.id, step, kept.revision)


def take_back(desk: Desk, client: Client, kept: Kept[Any]) -> Kept[Any]:
    with desk.write() as unit:
        return path.take_back(unit, client.id, type(kept.step), kept.id, kept.revision)


def planned(desk: Desk, client: Client) -> Kept[Plan]:
    put(desk, client, ASSESSED)
    return put(desk, client, PLANNED)


def all_kinds(plan: UUID) -> list[Any]:
    """A step of each kind beside an assessment and a plan."""
    return [
        ORIENTED,
        TRAINED,
        Review(plan, DAY, ReviewReason.INTERVAL, Share.PARTLY, next_on=date(2026, 8, 2)),
        Extension(plan, Ground.SUPPORT, date(2028, 1, 1)),
        Leave(plan, DAY),
        Agreed(plan, Area.STUDIES, DAY),
        Notice(NoticeKind.REQUEST, DAY),
    ]


def test_a_step_of_every_kind_is_kept_as_it_was_recorded(desk: Desk, client: Client) -> None:
    plan = planned(desk, client)
    made = [put(desk, client, step) for step in all_kinds(plan.id)]
    found = of(desk, client)
    assert [found.of(type(one.step)) for one in made] == [(one,) for one in made]
    assert {type(one.step) for one in found.kept} == set(STEPS)
    assert found.of(Plan) == (plan,)
    assert (plan.step, plan.revision) == (PLANNED, 0)
    assert of(desk, recorded(desk, "Mina")) == Path()


def test_the_same_form_sent_twice_makes_one_step(desk: Desk, client: Client) -> None:
    own = new_id()
    first = put(desk, client, ASSESSED, own)
    assert put(desk, client, replace(ASSESSED, expert=True), own) == first
    assert of(desk, client).of(Assessment) == (first,)


def test_an_id_that_belongs_to_another_client_makes_another(desk: Desk, client: Client) -> None:
    other, own = hidden(desk, "Roya"), new_id()
    put(desk, other, ASSESSED, own)
    assert put(desk, client, ASSESSED, own).id != own
    assert [one.id for one in of(desk, other).of(Assessment)] == [own]


def test_every_act_is_undone_by_another(desk: Desk, client: Client) -> None:
    plan = planned(desk, client)
    ended = replace(PLANNED, ended_on=date(2026, 9, 1), end_reason=EndReason.GOALS_REACHED)
    changed = change(desk, client, plan, ended)
    assert (changed.step, changed.revision) == (ended, 1)
    back = change(desk, client, changed, plan.step)
    assert back.step == PLANNED
    taken = take_back(desk, client, back)
    assert of(desk, client).of(Plan) == ()
    again = put(desk, client, taken.step, taken.id)
    assert of(desk, client).of(Plan) == (again,)
    assert (again.id, again.step) == (plan.id, PLANNED)


def test_the_second_of_two_desks_is_told_and_loses_nothing(desk: Desk, client: Client) -> None:
    adviser = colleague(desk, "otso", Role.ADVISER)
    seen = put(desk, client, ASSESSED)
    first = change(adviser, client, seen, replace(ASSESSED, wellbeing=True))
    with pytest.raises(Refused, match="step_changed"):
        change(desk, client, seen, replace(ASSESSED, expert=True))
    with pytest.raises(Refused, match="step_changed"):
        take_back(desk, client, seen)
    assert of(desk, client).of(Assessment) == (first,)
    take_back(desk, client, first)
    with pytest.raises(Refused, match="step_unknown"):
        change(adviser, client, first, ASSESSED)


def test_a_step_of_another_client_is_not_found(desk: Desk, client: Client) -> None:
    other = recorded(desk, "Mina")
    kept = put(desk, client, ASSESSED)
    with pytest.raises(Refused, match="step_unknown"):
        take_back(desk, other, kept)
    with pytest.raises(Refused, match="step_unknown"):
        change(desk, other, kept, ASSESSED)


def test_what_a_plan_stands_on_is_not_taken_away(desk: Desk, client: Client) -> None:
    plan = planned(desk, client)
    (assessment,) = of(desk, client).of(Assessment)
    review = put(desk, client, Review(plan.id, DAY, ReviewReason.INTERVAL))
    with pytest.raises(Refused, match="assessment_first"):
        take_back(desk, client, assessment)
    with pytest.raises(Refused, match="assessment_first"):
        change(desk, client, assessment, Assessment(KY, started_on=DAY))
    with pytest.raises(Refused, match="plan_unknown"):
        take_back(desk, client, plan)
    take_back(desk, client, review)
    take_back(desk, client, plan)
    take_back(desk, client, assessment)
    assert of(desk, client) == Path()


def test_a_plan_of_another_client_is_not_reviewed(desk: Desk, client: Client) -> None:
    plan, other = planned(desk, client), recorded(desk, "Mina")
    planned(desk, other)
    with pytest.raises(Refused, match="plan_unknown"):
        put(desk, other, Review(plan.id, DAY, ReviewReason.INTERVAL))


@pytest.mark.parametrize(
    ("step", "code"),
    [
        (replace(ASSESSED, by="org-kela"), "code_unknown"),
        (replace(ORIENTED, organiser="nobody"), "code_unknown"),
        (replace(ORIENTED, language="xx"), "code_unknown"),
        (replace(ORIENTED, course="x" * 201), "text_too_long"),
        (replace(TRAINED, provider="nobody"), "service_unknown"),
        (replace(TRAINED, provider="ngo-mieli"), "code_unknown"),
        (replace(PLANNED, drawn_on=date(2026, 11, 25)), "date_in_future"),
        (PLANNED, "assessment_first"),
    ],
)
def test_what_cannot_be_recorded_is_refused(
    desk: Desk, client: Client, step: Any, code: str
) -> None:
    with pytest.raises(Refused) as refused:
        put(desk, client, step)
    assert refused.value.code == code
    assert of(desk, client) == Path()


def test_a_course_is_one_line_of_text(desk: Desk, client: Client) -> None:
    kept = put(desk, client, replace(ORIENTED, course=" Well\ncome\0 "))
    assert kept.step.course == "Well come"


def test_a_protected_clients_path_does_not_tell_the_town(desk: Desk) -> None:
    client = hidden(desk, "Roya", "Haidari", municipality="uusikaarlepyy")
    seen = put(desk, client, replace(ASSESSED, by=PTA))
    put(desk, client, replace(ORIENTED, organiser=PTA, course="Nykarleby"))
    put(desk, client, TRAINED)
    shown = of(desk, client)
    assert seen in shown.kept
    assert shown.of(Assessment)[0].step.by is None
    (oriented,) = (one.step for one in shown.of(Orientation))
    assert (oriented.organiser, oriented.course) == (None, "")
    assert shown.of(Training)[0].step.provider is None
    change(desk, client, seen, replace(seen.step, expert=True))
    with desk.read() as unit:
        table = table_of(Assessment)
        assert unit.connection.execute(select(table.c.by, table.c.expert)).one() == (PTA, True)


def test_others_do_not_know_of_a_protected_clients_path(desk: Desk) -> None:
    client = hidden(desk, "Roya")
    kept = put(desk, client, ASSESSED)
    adviser = colleague(desk, "otso", Role.ADVISER)
    for act in (
        lambda: of(adviser, client),
        lambda: put(adviser, client, ASSESSED),
        lambda: change(adviser, client, kept, ASSESSED),
        lambda: take_back(adviser, client, kept),
    ):
        with pytest.raises(Refused, match="client_unknown"):
            act()


def test_each_act_is_logged_and_says_that_the_path_changed(desk: Desk, client: Client) -> None:
    kept = put(desk, client, ASSESSED)
    kept = change(desk, client, kept, replace(ASSESSED, expert=True))
    of(desk, client)
    with desk.write() as unit:
        path.take_back(unit, client.id, Assessment, kept.id, kept.revision)
        assert unit.changes == Changes.PATH
    with desk.read() as unit:
        rows = unit.session.scalars(select(LogRow).order_by(LogRow.number))
        said = [(row.action, row.subject) for row in rows][-4:]
        assert unit.connection.scalar(select(func.count()).select_from(table_of(Assessment))) == 0
    acts = ("assessment.record", "assessment.amend", "path.open", "assessment.take_back")
    assert said == [(act, str(client.id)) for act in acts]
