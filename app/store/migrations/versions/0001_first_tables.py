"""The first tables: places, staff, visits, counters, log."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "chip",
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("short", sa.JSON(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "kind in ('topic', 'outcome', 'channel', 'language', 'municipality')",
            name=op.f("ck_chip_kind"),
        ),
        sa.PrimaryKeyConstraint("kind", "code", name=op.f("pk_chip")),
    )
    op.create_table(
        "location",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.Column("street", sa.JSON(), nullable=False),
        sa.Column("place", sa.JSON(), nullable=False),
        sa.Column("entrance", sa.JSON(), nullable=False),
        sa.Column("municipality", sa.String(length=40), nullable=False),
        sa.Column("phone", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("asks", sa.JSON(), nullable=False),
        sa.Column("waiting_line", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_location")),
    )
    op.create_table(
        "log",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=True),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_log")),
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_setting")),
    )
    op.create_table(
        "staff",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("login", sa.String(length=60), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
        sa.UniqueConstraint("login", name=op.f("uq_staff_login")),
    )
    op.create_table(
        "chip_order",
        sa.Column("location", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("codes", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["location"], ["location.code"], name=op.f("fk_chip_order_location")
        ),
        sa.PrimaryKeyConstraint("location", "kind", name=op.f("pk_chip_order")),
    )
    op.create_table(
        "day_counter",
        sa.Column("location", sa.String(length=40), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("breakdown", sa.String(length=40), nullable=False),
        sa.Column("value", sa.String(length=40), nullable=False),
        sa.Column("visits", sa.Integer(), nullable=False),
        sa.Column("persons", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["location"], ["location.code"], name=op.f("fk_day_counter_location")
        ),
        sa.PrimaryKeyConstraint(
            "location", "day", "breakdown", "value", name=op.f("pk_day_counter")
        ),
    )
    op.create_index(
        "ix_day_counter_breakdown_day",
        "day_counter",
        ["breakdown", "day", "location"],
        unique=False,
    )
    op.create_table(
        "draft",
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("workstation", sa.Uuid(), nullable=False),
        sa.Column("form", sa.JSON(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_draft_staff_id")),
        sa.PrimaryKeyConstraint("staff_id", "workstation", name=op.f("pk_draft")),
    )
    op.create_table(
        "exceptional_day",
        sa.Column("location", sa.String(length=40), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("spans", sa.JSON(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["location"], ["location.code"], name=op.f("fk_exceptional_day_location")
        ),
        sa.PrimaryKeyConstraint("location", "day", name=op.f("pk_exceptional_day")),
    )
    op.create_table(
        "month_counter",
        sa.Column("location", sa.String(length=40), nullable=False),
        sa.Column("month", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("breakdown", sa.String(length=40), nullable=False),
        sa.Column("value", sa.String(length=40), nullable=False),
        sa.Column("visits", sa.Integer(), nullable=False),
        sa.Column("persons", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["location"], ["location.code"], name=op.f("fk_month_counter_location")
        ),
        sa.PrimaryKeyConstraint(
            "location", "month", "breakdown", "value", name=op.f("pk_month_counter")
        ),
    )
    op.create_index(
        "ix_month_counter_breakdown_month",
        "month_counter",
        ["breakdown", "month", "location"],
        unique=False,
    )
    op.create_table(
        "opening_week",
        sa.Column("location", sa.String(length=40), nullable=False),
        sa.Column("valid_from", sa.Integer(), nullable=False),
        sa.Column("days", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["location"], ["location.code"], name=op.f("fk_opening_week_location")
        ),
        sa.PrimaryKeyConstraint("location", "valid_from", name=op.f("pk_opening_week")),
    )
    op.create_table(
        "visit",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("location", sa.String(length=40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("hour", sa.Integer(), nullable=True),
        sa.Column("precision", sa.String(length=40), nullable=False),
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=40), nullable=True),
        sa.Column("municipality", sa.String(length=40), nullable=True),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("interpreter", sa.String(length=40), nullable=False),
        sa.Column("first_visit", sa.String(length=40), nullable=False),
        sa.Column("persons", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(length=200), nullable=True),
        sa.Column("arrived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("served_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_by_day_end", sa.Boolean(), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("void_reason", sa.String(length=200), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "first_visit in ('not_asked', 'yes', 'no')", name=op.f("ck_visit_first_visit")
        ),
        sa.CheckConstraint(
            "interpreter in ('not_needed', 'used', 'not_got')", name=op.f("ck_visit_interpreter")
        ),
        sa.CheckConstraint("precision in ('exact', 'day')", name=op.f("ck_visit_precision")),
        sa.CheckConstraint("source in ('desk', 'tally', 'import')", name=op.f("ck_visit_source")),
        sa.CheckConstraint("hour is null or hour between 0 and 23", name=op.f("ck_visit_hour")),
        sa.CheckConstraint("persons between 1 and 60", name=op.f("ck_visit_persons")),
        sa.ForeignKeyConstraint(["location"], ["location.code"], name=op.f("fk_visit_location")),
        sa.ForeignKeyConstraint(["recorded_by"], ["staff.id"], name=op.f("fk_visit_recorded_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit")),
    )
    op.create_index("ix_visit_location_day_at", "visit", ["location", "day", "at"], unique=False)
    op.create_index(
        "ix_visit_waited",
        "visit",
        [
            "location",
            "day",
            "arrived_at",
            "served_at",
            "done_at",
            "closed_by_day_end",
            "void_reason",
        ],
        unique=False,
        sqlite_where=sa.text("arrived_at is not null"),
        postgresql_where=sa.text("arrived_at is not null"),
    )
    op.create_table(
        "waiting",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("location", sa.String(length=40), nullable=False),
        sa.Column("arrived_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("served_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("served_by", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["location"], ["location.code"], name=op.f("fk_waiting_location")),
        sa.ForeignKeyConstraint(["served_by"], ["staff.id"], name=op.f("fk_waiting_served_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waiting")),
    )
    op.create_index(
        "ix_waiting_location_arrived_at", "waiting", ["location", "arrived_at"], unique=False
    )
    op.create_table(
        "amendment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("visit_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["staff.id"], name=op.f("fk_amendment_by")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_amendment_visit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_amendment")),
    )
    op.create_index(op.f("ix_amendment_visit_id"), "amendment", ["visit_id"], unique=False)
    op.create_table(
        "visit_outcome",
        sa.Column("visit_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.CheckConstraint("position between 0 and 2", name=op.f("ck_visit_outcome_position")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_visit_outcome_visit_id")),
        sa.PrimaryKeyConstraint("visit_id", "position", name=op.f("pk_visit_outcome")),
    )
    op.create_table(
        "visit_topic",
        sa.Column("visit_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(length=40), nullable=False),
        sa.CheckConstraint("position between 0 and 2", name=op.f("ck_visit_topic_position")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_visit_topic_visit_id")),
        sa.PrimaryKeyConstraint("visit_id", "position", name=op.f("pk_visit_topic")),
    )
