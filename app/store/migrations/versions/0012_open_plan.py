"""What the lists ask of plans that nobody has ended."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


_USUAL = "followed is null and leave_from is null"


def upgrade() -> None:
    op.create_table(
        "open_plan",
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("leave_from", sa.Integer(), nullable=True),
        sa.Column("followed", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_open_plan_plan_id")),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name=op.f("fk_open_plan_client_id")),
        sa.PrimaryKeyConstraint("plan_id", name=op.f("pk_open_plan")),
    )
    for name, columns, predicate in (
        ("since", ["since", "plan_id"], _USUAL),
        ("last", ["last", "since", "plan_id"], _USUAL),
        ("followed", ["last"], "followed is not null"),
        ("leave_from", ["leave_from"], "leave_from is not null"),
    ):
        where = sa.text(predicate)
        op.create_index(
            f"ix_open_plan_{name}",
            "open_plan",
            columns,
            sqlite_where=where,
            postgresql_where=where,
        )
    op.create_index("ix_open_plan_client_id", "open_plan", ["client_id"])
