"""`toso codes`: a card for each who has yet to join; new codes stop the old ones, said before."""

import re
import stat
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from bot.domain.codes import join_digest
from tests.commands.conftest import Toso, change, dump, rows
from tests.commands.sheets import ROLL, write

_CODE = re.compile(r"[2-9B-Z]{4}-[2-9B-Z]{4}")
_KEPT = (
    "SELECT people.name, digest, expires_at FROM join_codes"
    " JOIN people ON people.id = person_id ORDER BY people.id"
)


@pytest.fixture(autouse=True)
def _now(set_clock: Any) -> None:  # noqa: ANN401 - a fixture of the folder
    set_clock(datetime.fromisoformat("2026-11-21T09:00:00+07:00"))


@pytest.fixture
def commune(toso: Toso, tmp_path: Path) -> Path:
    """A commune that is just set up: nobody has joined."""
    file = tmp_path / "xa.db"
    assert toso("import", write(tmp_path / "ds.xlsx"), "--yes", "--db", file).code == 0
    return file


def cards(file: Path) -> list[tuple[str, str, str]]:
    """Return the cards of a document: all words of each, its code, and what is below the square."""
    (table,) = Document(str(file)).tables
    cells = [
        (row.cells[at].text, row.cells[at + 1].text) for row in table.rows for at in (0, 2)
    ]  # fmt: skip
    return [(words, _CODE.findall(words)[0], below) for words, below in cells if words]


def test_everybody_who_has_yet_to_join_gets_a_card(
    toso: Toso, commune: Path, tmp_path: Path
) -> None:
    file = tmp_path / "the.docx"
    ran = toso("codes", "-o", file, "--db", commune, telegram_name="toso_thu_bot")
    assert (ran.code, ran.err) == (0, "")
    assert "Đã làm 4 thẻ" in ran.out
    assert "đến hết ngày 28/11/2026" in ran.out
    made = cards(file)
    # By team: the official of the whole commune, then the teams as their villages are called.
    assert [words.splitlines()[:2] for words, *__ in made] == [
        ["anh Mai Văn Tùng", "Xã Đồng Lúa"],
        ["bà Đỗ Thị Na", "Tổ Đông"],
        ["anh Lê Văn Sáu", "Tổ Đông"],
        ["chị Ngô Thị Lành", "Tổ Tây"],
    ]
    assert all("@toso_thu_bot" in words and "28/11/2026" in below for words, __, below in made)
    assert made[1][0].splitlines()[3].startswith("Bà đưa máy ảnh")
    # Only digests are kept, good until the end of the day that the card says.
    digests = {
        join_digest(code): words.splitlines()[0].partition(" ")[2] for words, code, __ in made
    }
    kept = rows(commune, _KEPT)
    assert {digest: name for name, digest, __ in kept} == digests
    assert {until for *__, until in kept} == {"2026-11-28T17:00:00.000000+00:00"}
    whole = "\n".join(dump(commune))
    assert not any(code in whole or code.replace("-", "") in whole for __, code, __b in made)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    issued = "SELECT count(*), count(DISTINCT code) FROM facts WHERE kind = 'CodeIssued'"
    assert rows(commune, issued) == [(4, 4)]
    assert toso("verify", "--db", commune).code == 0


def test_new_codes_stop_the_old_ones_and_that_is_said_before(
    toso: Toso,
    commune: Path,
    tmp_path: Path,
    set_clock: Any,  # noqa: ANN401
) -> None:
    first, second = tmp_path / "1.docx", tmp_path / "2.docx"
    toso("codes", "-o", first, "--db", commune)
    before = dump(commune)
    ran = toso("codes", "-o", second, "--db", commune)
    assert (ran.code, ran.err.startswith("toso: [TS-86] 4 người đang có mã")) == (1, True)
    assert (second.exists(), dump(commune)) == (False, before)
    assert toso("codes", "-o", second, "--yes", "--db", commune).code == 0
    old, new = ({join_digest(code) for __, code, __b in cards(file)} for file in (first, second))
    kept = {digest for __, digest, __u in rows(commune, _KEPT)}
    assert (kept, kept & old) == (new, set())
    # A week later nothing is left that could be stopped.
    set_clock(datetime.fromisoformat("2026-11-29T09:00:00+07:00"))
    assert toso("codes", "-o", tmp_path / "3.docx", "--db", commune).code == 0


def test_a_file_that_is_there_is_not_replaced_and_no_code_made(
    toso: Toso, commune: Path, tmp_path: Path
) -> None:
    file = tmp_path / "the.docx"
    file.write_bytes(b"mine")
    before = dump(commune)
    for output in (file, tmp_path / "the.pdf", tmp_path / "absent" / "the.docx"):
        ran = toso("codes", "-o", output, "--db", commune)
        assert (ran.code, ran.err.startswith("toso: [TS-87] ")) == (1, True)
    assert (file.read_bytes(), dump(commune)) == (b"mine", before)


def test_cards_whose_codes_cannot_be_kept_are_taken_away(
    toso: Toso, commune: Path, tmp_path: Path
) -> None:
    # The third refuses at the very end, when the cards are written already.
    change(
        commune,
        "CREATE TABLE late (id INTEGER REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED)",
    )
    change(
        commune,
        "CREATE TRIGGER late AFTER INSERT ON join_codes BEGIN INSERT INTO late VALUES (9999); END",
    )
    file = tmp_path / "the.docx"
    before = dump(commune)
    assert toso("codes", "-o", file, "--db", commune).code == 1
    assert (file.exists(), dump(commune)) == (False, before)


def test_nobody_is_left_to_join(toso: Toso, commune: Path, tmp_path: Path) -> None:
    change(commune, "UPDATE people SET consented_at = '2026-11-21T00:00:00.000000+00:00'")
    file = tmp_path / "the.docx"
    ran = toso("codes", "-o", file, "--db", commune)
    assert (ran.code, file.exists()) == (0, False)
    assert ran.out == "Mọi người trong danh sách đều đã vào tổ.\n"


def test_more_than_eight_go_on_to_the_next_page(toso: Toso, commune: Path, tmp_path: Path) -> None:
    people = [("Tổ Đông", None, "bà", f"Hồ Thị {sign * 3}", "thành viên") for sign in "BCDGH"]
    toso("import", write(tmp_path / "n.xlsx", {"Thành viên": people}), "--yes", "--db", commune)
    file = tmp_path / "the.docx"
    assert toso("codes", "-o", file, "--json", "--db", commune).json["cards"] == len(
        ROLL["Thành viên"]
    ) + len(people)
    (table,) = Document(str(file)).tables
    (section,) = Document(str(file)).sections
    sizes = (section.page_height, section.top_margin, section.bottom_margin, table.rows[0].height)
    page, top, bottom, row = (int(size or 0) for size in sizes)
    assert (len(table.rows), (page - top - bottom) // row) == (5, 4)
