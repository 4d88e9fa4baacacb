"""The steps of clients' paths through the programme, one table a kind."""

from datetime import date, datetime
from typing import Annotated, Any, Final
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.store.models.base import Base, Code, Id, Text200

OfPlan = Annotated[UUID, mapped_column(ForeignKey("plan.id"), index=True)]
Codes = Annotated[list[str], mapped_column(JSON)]
Levels = Annotated[dict[str, str], mapped_column(JSON)]


def _only(predicate: str) -> dict[str, Any]:
    """A partial index; the predicate stands there as it is, or SQLite may pass the index by."""
    return {"sqlite_where": text(predicate), "postgresql_where": text(predicate)}


USUAL: Final = "followed is null and leave_from is null"
_USUAL: Final = _only(USUAL)


class StepRow(Base):
    """What all steps have: whose it is, and who entered and changed it."""

    __abstract__ = True

    id: Mapped[Id]
    client_id: Mapped[UUID] = mapped_column(ForeignKey("client.id"), index=True)
    revision: Mapped[int]
    recorded_by: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    recorded_at: Mapped[datetime]
    changed_by: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    changed_at: Mapped[datetime | None]


class AssessmentRow(StepRow):
    """An assessment; `by` is the organisation that made it."""

    __tablename__ = "assessment"

    by: Mapped[Code | None]
    elsewhere: Mapped[bool]
    started_on: Mapped[date | None]
    interview_on: Mapped[date | None]
    completed_on: Mapped[date | None]
    date_unknown: Mapped[bool]
    wellbeing: Mapped[bool]
    expert: Mapped[bool]
    training_need: Mapped[bool]
    topics: Mapped[Codes]


class OrientationRow(StepRow):
    """A course of society orientation."""

    __tablename__ = "orientation"

    language: Mapped[Code]
    course: Mapped[Text200]
    organiser: Mapped[Code | None]
    hours: Mapped[int | None]
    started_on: Mapped[date]
    ended_on: Mapped[date | None]
    contents: Mapped[Codes]


class TrainingRow(StepRow):
    """Integration training and its final test; `levels` by skill."""

    __tablename__ = "training"

    language: Mapped[Code]
    provider: Mapped[Code | None]
    started_on: Mapped[date]
    ended_on: Mapped[date | None]
    follow_up: Mapped[bool]
    test_on: Mapped[date | None]
    test_language: Mapped[Code | None]
    levels: Mapped[Levels]


class PlanRow(StepRow):
    """An integration plan; what it says stands elsewhere."""

    __tablename__ = "plan"

    drawn_on: Mapped[date]
    valid_from: Mapped[date]
    valid_to: Mapped[date]
    kind: Mapped[Code]
    wellbeing: Mapped[bool]
    client_present: Mapped[bool]
    long_goals: Mapped[bool]
    period_goals: Mapped[bool]
    employment_goal: Mapped[bool]
    education_goal: Mapped[bool]
    considered: Mapped[Codes]
    register: Mapped[Code]
    ended_on: Mapped[date | None]
    end_reason: Mapped[Code | None]


class ReviewRow(StepRow):
    """A review of a plan."""

    __tablename__ = "review"

    plan: Mapped[OfPlan]
    on: Mapped[date]
    reason: Mapped[Code]
    participation: Mapped[Code | None]
    progress: Mapped[Code | None]
    obstacles: Mapped[bool]
    changes: Mapped[bool]
    wellbeing: Mapped[bool]
    next_on: Mapped[date | None]
    source: Mapped[Code | None]


class ExtensionRow(StepRow):
    """A plan goes on until a later day."""

    __tablename__ = "extension"

    plan: Mapped[OfPlan]
    ground: Mapped[Code]
    until: Mapped[date]


class LeaveRow(StepRow):
    """Time that is added to a plan; without `last` it goes on."""

    __tablename__ = "leave"

    plan: Mapped[OfPlan]
    first: Mapped[date]
    last: Mapped[date | None]


class AgreedRow(StepRow):
    """A service of a plan."""

    __tablename__ = "agreed"

    plan: Mapped[OfPlan]
    area: Mapped[Code]
    referred_on: Mapped[date | None]
    why_not: Mapped[Code | None]


class NoticeRow(StepRow):
    """A change that was reported, or a review that was asked for."""

    __tablename__ = "notice"

    kind: Mapped[Code]
    on: Mapped[date]
    handled_on: Mapped[date | None]


class OpenPlanRow(Base):
    """What the lists ask of a plan that nobody has ended: facts of its records, no rule in them.

    `since` is the later of its drawing and its last review, `last` its last day without the leave
    that goes on from `leave_from`; `followed` is the day on which the next plan was drawn.
    """

    __tablename__ = "open_plan"
    __table_args__ = (
        Index("ix_open_plan_since", "since", "plan_id", **_USUAL),
        Index("ix_open_plan_last", "last", "since", "plan_id", **_USUAL),
        Index("ix_open_plan_followed", "last", **_only("followed is not null")),
        Index("ix_open_plan_leave_from", "leave_from", **_only("leave_from is not null")),
        Index("ix_open_plan_client_id", "client_id"),
    )

    plan_id: Mapped[UUID] = mapped_column(ForeignKey("plan.id"), primary_key=True)
    client_id: Mapped[UUID] = mapped_column(ForeignKey("client.id"))
    since: Mapped[date]
    last: Mapped[date]
    leave_from: Mapped[date | None]
    followed: Mapped[date | None]
