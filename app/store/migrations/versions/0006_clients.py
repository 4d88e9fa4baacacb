"""Clients: the light record, what they are found by, and who may know of protected ones."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "client",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("hidden_until", sa.Integer(), nullable=True),
        sa.Column("born", sa.Integer(), nullable=True),
        sa.Column("birth_year", sa.Integer(), nullable=True),
        sa.Column("contact_language", sa.String(length=40), nullable=True),
        sa.Column("interpreting", sa.String(length=40), nullable=False),
        sa.Column("integration_language", sa.String(length=40), nullable=True),
        sa.Column("municipality", sa.String(length=40), nullable=True),
        sa.Column("labour", sa.String(length=40), nullable=True),
        sa.Column("arrived_on", sa.Integer(), nullable=True),
        sa.Column("permit_on", sa.Integer(), nullable=True),
        sa.Column("phone", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("address", sa.String(length=200), nullable=False),
        sa.Column("koto_aj", sa.String(length=40), nullable=False),
        sa.Column("in_charge", sa.Uuid(), nullable=True),
        sa.Column("origins", sa.JSON(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Uuid(), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "birth_year is not null or born is null", name=op.f("ck_client_birth_year")
        ),
        sa.ForeignKeyConstraint(["changed_by"], ["staff.id"], name=op.f("fk_client_changed_by")),
        sa.ForeignKeyConstraint(["in_charge"], ["staff.id"], name=op.f("fk_client_in_charge")),
        sa.ForeignKeyConstraint(["recorded_by"], ["staff.id"], name=op.f("fk_client_recorded_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_client")),
        sa.UniqueConstraint("number", name=op.f("uq_client_number")),
    )
    op.create_table(
        "protected_reader",
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("given_by", sa.Uuid(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["given_by"], ["staff.id"], name=op.f("fk_protected_reader_given_by")
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_protected_reader_staff_id")
        ),
        sa.PrimaryKeyConstraint("staff_id", name=op.f("pk_protected_reader")),
    )
    op.create_table(
        "client_group",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["client.id"], name=op.f("fk_client_group_client_id")
        ),
        sa.PrimaryKeyConstraint("client_id", "code", name=op.f("pk_client_group")),
    )
    op.create_table(
        "client_identity",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("need", sa.String(length=40), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("need in ('assessment', 'plan')", name=op.f("ck_client_identity_need")),
        sa.ForeignKeyConstraint(
            ["client_id"], ["client.id"], name=op.f("fk_client_identity_client_id")
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by"], ["staff.id"], name=op.f("fk_client_identity_recorded_by")
        ),
        sa.PrimaryKeyConstraint("client_id", name=op.f("pk_client_identity")),
    )
    op.create_table(
        "client_key",
        sa.Column(
            "key",
            sa.String(length=48).with_variant(sa.String(length=48, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("hidden_until", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["number"], ["client.number"], name=op.f("fk_client_key_number")),
        sa.PrimaryKeyConstraint("key", "number", name=op.f("pk_client_key")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_client_key_number_key", "client_key", ["number", "key"], unique=False)
    op.create_table(
        "client_name",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("given", sa.String(length=200), nullable=False),
        sa.Column("family", sa.String(length=200), nullable=False),
        sa.CheckConstraint(
            "kind in ('own', 'spelling', 'script', 'former')", name=op.f("ck_client_name_kind")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["client.id"], name=op.f("fk_client_name_client_id")
        ),
        sa.PrimaryKeyConstraint("client_id", "position", name=op.f("pk_client_name")),
    )
    op.create_table(
        "client_relative",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("relation", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("phone", sa.String(length=200), nullable=False),
        sa.Column("other", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["client_id"], ["client.id"], name=op.f("fk_client_relative_client_id")
        ),
        sa.ForeignKeyConstraint(["other"], ["client.id"], name=op.f("fk_client_relative_other")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_client_relative")),
    )
    op.create_index(
        op.f("ix_client_relative_client_id"), "client_relative", ["client_id"], unique=False
    )
    op.create_index(op.f("ix_client_relative_other"), "client_relative", ["other"], unique=False)
    op.create_table(
        "client_sensitive",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["client.id"], name=op.f("fk_client_sensitive_client_id")
        ),
        sa.PrimaryKeyConstraint("client_id", "code", name=op.f("pk_client_sensitive")),
    )
