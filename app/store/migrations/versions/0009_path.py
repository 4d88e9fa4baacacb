"""The steps of clients' paths through the programme, one table a kind."""

from typing import Any, Final

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_CODE: Final = sa.String(length=40)
_TABLES: Final[dict[str, list[tuple[str, sa.types.TypeEngine[Any], bool]]]] = {
    "assessment": [
        ("by", _CODE, True),
        ("elsewhere", sa.Boolean(), False),
        ("started_on", sa.Integer(), True),
        ("interview_on", sa.Integer(), True),
        ("completed_on", sa.Integer(), True),
        ("date_unknown", sa.Boolean(), False),
        ("wellbeing", sa.Boolean(), False),
        ("expert", sa.Boolean(), False),
        ("training_need", sa.Boolean(), False),
        ("topics", sa.JSON(), False),
    ],
    "orientation": [
        ("language", _CODE, False),
        ("course", sa.String(length=200), False),
        ("organiser", _CODE, True),
        ("hours", sa.Integer(), True),
        ("started_on", sa.Integer(), False),
        ("ended_on", sa.Integer(), True),
        ("contents", sa.JSON(), False),
    ],
    "training": [
        ("language", _CODE, False),
        ("provider", _CODE, True),
        ("started_on", sa.Integer(), False),
        ("ended_on", sa.Integer(), True),
        ("follow_up", sa.Boolean(), False),
        ("test_on", sa.Integer(), True),
        ("test_language", _CODE, True),
        ("levels", sa.JSON(), False),
    ],
    "plan": [
        ("drawn_on", sa.Integer(), False),
        ("valid_from", sa.Integer(), False),
        ("valid_to", sa.Integer(), False),
        ("kind", _CODE, False),
        ("wellbeing", sa.Boolean(), False),
        ("client_present", sa.Boolean(), False),
        ("long_goals", sa.Boolean(), False),
        ("period_goals", sa.Boolean(), False),
        ("employment_goal", sa.Boolean(), False),
        ("education_goal", sa.Boolean(), False),
        ("considered", sa.JSON(), False),
        ("register", _CODE, False),
        ("ended_on", sa.Integer(), True),
        ("end_reason", _CODE, True),
    ],
    "review": [
        ("on", sa.Integer(), False),
        ("reason", _CODE, False),
        ("participation", _CODE, True),
        ("progress", _CODE, True),
        ("obstacles", sa.Boolean(), False),
        ("changes", sa.Boolean(), False),
        ("wellbeing", sa.Boolean(), False),
        ("next_on", sa.Integer(), True),
        ("source", _CODE, True),
    ],
    "extension": [("ground", _CODE, False), ("until", sa.Integer(), False)],
    "leave": [("first", sa.Integer(), False), ("last", sa.Integer(), True)],
    "agreed": [
        ("area", _CODE, False),
        ("referred_on", sa.Integer(), True),
        ("why_not", _CODE, True),
    ],
    "notice": [
        ("kind", _CODE, False),
        ("on", sa.Integer(), False),
        ("handled_on", sa.Integer(), True),
    ],
}
_OF_PLAN: Final = ("review", "extension", "leave", "agreed")


def upgrade() -> None:
    for name, columns in _TABLES.items():
        parent = {"plan": "plan"} if name in _OF_PLAN else {}
        _create(name, columns, {"client_id": "client"} | parent)


def _create(
    name: str, columns: list[tuple[str, sa.types.TypeEngine[Any], bool]], parents: dict[str, str]
) -> None:
    """A table of steps; `parents` has by column the table that it points at."""
    people = {"recorded_by": "staff", "changed_by": "staff"}
    op.create_table(
        name,
        sa.Column("id", sa.Uuid(), nullable=False),
        *(sa.Column(parent, sa.Uuid(), nullable=False) for parent in parents),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Uuid(), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True),
        *(sa.Column(column, kind, nullable=may_lack) for column, kind, may_lack in columns),
        *(
            sa.ForeignKeyConstraint([column], [f"{table}.id"], name=op.f(f"fk_{name}_{column}"))
            for column, table in (parents | people).items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )
    for column in parents:
        op.create_index(op.f(f"ix_{name}_{column}"), name, [column], unique=False)
