"""The demo commune's own spreadsheet: what the ledger says is what the file shows."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.activities import OF_PEOPLE
from bot.domain.dossiers import Dossier
from bot.domain.periods import period
from bot.domain.sheets import State
from bot.reports.workbook import workbook
from bot.store import dossiers, roster
from bot.store.db import Database
from tests.commands.conftest import rows
from tests.commands.test_closed import LAST, close
from tests.house import LIBRARY, NOW
from tests.reports.books import SOFFICE, computed, reckoned, row, sheet, table, values, words
from tests.reports.values import VOICES

_OF_PEOPLE = tuple(one.id for one in LIBRARY.activities.values() if one.unit in OF_PEOPLE)


async def _dossier(file: Path, asked: str, now: datetime = NOW) -> Dossier:
    database = Database(str(file))
    async with database.read() as tx:
        commune = (await roster.communes(tx))[0]
        found = await dossiers.gather(
            tx, commune, period(asked), LIBRARY.catalogue, of_people=_OF_PEOPLE, now=now
        )
    await database.close()
    return found


def _made(dossier: Dossier) -> bytes:
    return workbook(dossier, LIBRARY.activities, VOICES.voice("vi").say)


async def test_the_week_of_the_demo_shows_what_its_ledger_says(commune: Path) -> None:
    shown = await _dossier(commune, "2026-W47")
    book = values(_made(shown))
    one = sheet(book, "Bảng tổng hợp")
    asked = (
        "SELECT coalesce(sum(count), 0) FROM facts WHERE activity = 'vneid_kich_hoat' "
        "AND commune_id = 1 AND day BETWEEN '2026-11-16' AND '2026-11-22'"
    )
    [(counted,)] = rows(commune, asked)
    assert counted > 0
    assert row(one, "Cả xã")[2] == counted
    assert row(one, "Thôn")[2] == "Kích hoạt VNeID mức 2\n(tài khoản)"
    for name in book.sheetnames:
        assert "XÃ MẪU: tên người và số liệu đều là bịa" in words(sheet(book, name))
    days = sheet(book, "Ngày công")
    members = [found for found in table(days) if isinstance(found[0], int)]
    assert len(members) == len(shown.worked) > 20
    assert all(found[3] == len(set(found[5:])) for found in members)


@pytest.mark.parametrize("asked", ["2026-W47", "2026-11@nd09", "2026"])
async def test_every_period_can_be_made_and_comes_out_the_same_twice(
    commune: Path, asked: str
) -> None:
    shown = await _dossier(commune, asked)
    data = _made(shown)
    assert data == _made(shown)
    found = {name for name, __, __text, value in computed(data) if isinstance(value, int | float)}
    assert {"Bảng tổng hợp", "Chỉ tiêu", "Ngày công"} <= found


def test_a_closed_week_is_the_same_file_whenever_it_is_asked_for(commune: Path) -> None:
    draft = _made(asyncio.run(_dossier(commune, LAST.id)))
    close(commune, LAST)
    closed = asyncio.run(_dossier(commune, LAST.id))
    assert closed.status.state is State.CLOSED
    later = asyncio.run(_dossier(commune, LAST.id, NOW + timedelta(days=3)))
    assert later.made_at != closed.made_at
    assert _made(later) == _made(closed) != draft
    [(fingerprint,)] = rows(commune, "SELECT fingerprint FROM closings")
    assert fingerprint in words(sheet(values(_made(later)), "Ghi chú"))


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
async def test_every_formula_of_the_demo_is_reckoned_alike(commune: Path, tmp_path: Path) -> None:
    data = _made(await _dossier(commune, "2026-11"))
    anew = reckoned(data, tmp_path)
    for name, cell, text, value in computed(data):
        assert anew[name][cell].value == pytest.approx(value, abs=1e-9), (name, cell, text)
