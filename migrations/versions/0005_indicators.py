"""Indicators: windows of figures, sheets of closed periods, looks, answers, mergers of places."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# Figures were known by a Vietnamese name before; now by the id of their quantity.
_IDS = {
    "Dân số": "dan_so",
    "Số hộ": "so_ho",
    "Thẻ căn cước đã cấp, từ 14 tuổi": "the_tu_14",
    "Thẻ căn cước đã cấp, dưới 14 tuổi": "the_duoi_14",
    "Trẻ dưới 14 tuổi": "nguoi_duoi_14",
    "Tài khoản định danh đã duyệt": "dinh_danh_duyet",
    "Tài khoản định danh đã kích hoạt": "dinh_danh_kich_hoat",
    "Người dùng Internet": "nguoi_dung_internet",
    "Hộ có Internet cáp quang": "ho_cap_quang",
}


def upgrade() -> None:
    """Make room for indicators; figures get the ids of their quantities, and their facts a body."""
    op.add_column("figures", sa.Column("since", sa.String(length=10)))
    op.add_column("closings", sa.Column("sheet", sa.Text()))
    op.add_column("closings", sa.Column("fingerprint", sa.String(length=64)))
    op.add_column("closings", sa.Column("catalogue", sa.String(length=16)))
    op.add_column("closings", sa.Column("last_fact", sa.Integer()))
    _index_what_is_rare()
    op.create_table(
        "looks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column("period", sa.String(length=40), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("last_fact", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["places.id"], name=op.f("fk_looks_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_looks")),
        sa.UniqueConstraint("code", name=op.f("uq_looks_code")),
    )
    op.create_index("ix_looks_team", "looks", ["team_id", "period"], unique=False)
    op.create_table(
        "answers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("commune_id", sa.Integer(), nullable=False),
        sa.Column("period", sa.String(length=40), nullable=False),
        sa.Column("key", sa.String(length=160), nullable=False),
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.ForeignKeyConstraint(["commune_id"], ["places.id"], name=op.f("fk_answers_commune_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answers")),
        sa.UniqueConstraint("code", name=op.f("uq_answers_code")),
    )
    op.create_index("ix_answers_commune", "answers", ["commune_id", "period"], unique=False)
    op.create_table(
        "successions",
        sa.Column("old_id", sa.Integer(), nullable=False),
        sa.Column("new_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(["old_id"], ["places.id"], name=op.f("fk_successions_old_id")),
        sa.ForeignKeyConstraint(["new_id"], ["places.id"], name=op.f("fk_successions_new_id")),
        sa.PrimaryKeyConstraint("old_id", "new_id", name=op.f("pk_successions")),
    )
    op.create_index("ix_successions_new", "successions", ["new_id"], unique=False)
    _name_figures()


def _index_what_is_rare() -> None:
    """Let a tally find the few facts beside the counts without reading all of them."""
    for name, columns, where in (
        (
            "ix_facts_told",
            ["commune_id", "day", "kind", "village_id", "team_id"],
            "activity IS NULL AND day IS NOT NULL",
        ),
        (
            "ix_facts_tried",
            ["commune_id", "day", "village_id", "obstacle", "tried"],
            "tried IS NOT NULL",
        ),
    ):
        condition = sa.text(where)
        op.create_index(name, "facts", columns, sqlite_where=condition, postgresql_where=condition)


def _name_figures() -> None:
    """Give figures their quantity's id, and write into their facts what was given."""
    connection = op.get_bind()
    for name, quantity in _IDS.items():
        connection.execute(
            sa.text("UPDATE figures SET name = :id WHERE name = :name"),
            {"id": quantity, "name": name},
        )
    rows = connection.execute(
        sa.text("SELECT code, name, value, unit, as_of, giver, document FROM figures")
    ).mappings()
    for row in rows.all():
        body = {**row, "since": None}
        code = body.pop("code")
        connection.execute(
            sa.text("UPDATE facts SET body = :body WHERE code = :code AND body IS NULL"),
            {"body": json.dumps(body), "code": code},
        )
