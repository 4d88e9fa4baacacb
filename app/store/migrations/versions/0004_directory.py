"""The directory of services, and what was changed in it."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    _who_and_where()
    _services()
    _hours()
    op.create_table(
        "service_change",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("service", sa.String(length=40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["staff.id"], name=op.f("fk_service_change_by")),
        sa.ForeignKeyConstraint(
            ["service"], ["service.id"], name=op.f("fk_service_change_service")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_change")),
    )
    op.create_index(op.f("ix_service_change_service"), "service_change", ["service"], unique=False)


def _who_and_where() -> None:
    op.create_table(
        "organisation",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("web", sa.String(length=200), nullable=False),
        sa.Column("kept", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
    )
    op.create_table(
        "service_place",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("street", sa.JSON(), nullable=False),
        sa.Column("place", sa.JSON(), nullable=False),
        sa.Column("entrance", sa.JSON(), nullable=False),
        sa.Column("municipality", sa.String(length=40), nullable=False),
        sa.Column("postal_code", sa.String(length=40), nullable=False),
        sa.Column("kept", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_place")),
    )


def _services() -> None:
    op.create_table(
        "service",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("organisation", sa.String(length=40), nullable=False),
        sa.Column("place", sa.String(length=40), nullable=True),
        sa.Column("location", sa.String(length=40), nullable=True),
        sa.Column("category", sa.String(length=40), nullable=False),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.Column("note", sa.JSON(), nullable=False),
        sa.Column("municipalities", sa.JSON(), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("phone", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("web", sa.String(length=200), nullable=False),
        sa.Column("sensitive", sa.String(length=40), nullable=True),
        sa.Column("valid_from", sa.Integer(), nullable=True),
        sa.Column("valid_to", sa.Integer(), nullable=True),
        sa.Column("checked_on", sa.Integer(), nullable=True),
        sa.Column("enabled", sa.Boolean(), nullable=False),
        sa.Column("hours_invented", sa.Boolean(), nullable=False),
        sa.Column("lines", sa.JSON(), nullable=False),
        sa.Column("kept", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["location"], ["location.code"], name=op.f("fk_service_location")),
        sa.ForeignKeyConstraint(
            ["organisation"], ["organisation.id"], name=op.f("fk_service_organisation")
        ),
        sa.ForeignKeyConstraint(["place"], ["service_place.id"], name=op.f("fk_service_place")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service")),
    )


def _hours() -> None:
    op.create_table(
        "service_hours",
        sa.Column("service", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("valid_from", sa.Integer(), nullable=False),
        sa.Column("valid_to", sa.Integer(), nullable=True),
        sa.Column("days", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["service"], ["service.id"], name=op.f("fk_service_hours_service")),
        sa.PrimaryKeyConstraint("service", "position", name=op.f("pk_service_hours")),
    )
    op.create_table(
        "service_day",
        sa.Column("service", sa.String(length=40), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("spans", sa.JSON(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["service"], ["service.id"], name=op.f("fk_service_day_service")),
        sa.PrimaryKeyConstraint("service", "day", name=op.f("pk_service_day")),
    )
