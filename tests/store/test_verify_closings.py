"""The recount of closed periods, figures and looks: it finds each damage that is planted."""

from datetime import date
from decimal import Decimal

import pytest

from bot.domain.facts import FigureGiven
from bot.domain.periods import period
from bot.domain.units import Unit
from bot.store.db import Database
from tests.store.people import People, helped, keep, signed, voided
from tests.store.recounting import damage, recount, said
from tests.store.sealed import close, look, reopen, texts

LAST = period("2026-W46")
SUNDAY = date(2026, 11, 15)
ACTIVITY = "can_cuoc_van_dong"
CHANGED = (
    "The figures of the closed period 2026-W46 were changed after closing: they no longer have "
    "their fingerprint."
)


@pytest.fixture
async def book(database: Database, people: People) -> Database:
    """A week that was seen and closed, opened, and closed again; a figure; a slip taken back."""
    slip = helped("A0001", people.member, ACTIVITY, 30, SUNDAY)
    await keep(
        database,
        slip,
        voided("A0002", people.member, slip),
        helped("A0003", people.member, ACTIVITY, 5, SUNDAY),
        helped("A0004", people.neighbour, ACTIVITY, 3, SUNDAY),
        signed(
            "A0005",
            people.official,
            FigureGiven("dan_so", Decimal(3833), Unit.PERSON, SUNDAY, "Công an xã", "12/BC"),
        ),
    )
    await look(database, people.leader, "A0006", LAST)
    await close(database, people, "A0007", LAST)
    await reopen(database, people, "A0008", LAST)
    await keep(database, helped("A0009", people.member, ACTIVITY, 2, SUNDAY))
    await close(database, people, "A0010", LAST)
    # What comes after a closing is no damage to it.
    await keep(database, helped("A0011", people.member, ACTIVITY, 1, SUNDAY))
    return database


async def found(database: Database) -> list[str]:
    """Return what the recount says, without what only a file can tell."""
    return [one for one in said(await recount(database)) if "leads nowhere" not in one]


async def test_a_sound_ledger_agrees(book: Database) -> None:
    recounted = await recount(book)
    # Four rows of each closing's sheet, beside the three totals of facts.
    assert (recounted.problems, recounted.totals) == ((), 2 + 8)


async def test_a_changed_byte_of_a_sheet_is_found(book: Database) -> None:
    await damage(book, "UPDATE closings SET sheet = replace(sheet, 'Thôn Tây', 'Thôn Tấy')")
    assert await found(book) == [CHANGED, CHANGED]


async def test_every_single_byte_counts(book: Database) -> None:
    text = (await texts(book))[0][1]
    for place in (0, len(text) // 2, len(text) - 1):
        sign = "x" if text[place] != "x" else "y"
        await damage(
            book,
            f"UPDATE closings SET sheet = substr(sheet, 1, {place}) || '{sign}' ||"  # noqa: S608 - our own damage
            f" substr(sheet, {place + 2}) WHERE id = 1",
        )
        assert await found(book) == [CHANGED], place
        await damage(
            book,
            f"UPDATE closings SET sheet = substr(sheet, 1, {place}) || '{text[place]}' ||"  # noqa: S608 - our own damage
            f" substr(sheet, {place + 2}) WHERE id = 1",
        )
    assert await found(book) == []


async def test_a_sheet_that_was_lost_is_found(book: Database) -> None:
    await damage(book, "UPDATE closings SET sheet = NULL WHERE id = 2")
    assert await found(book) == [CHANGED]


async def test_a_closing_that_was_stripped_of_everything_is_found(book: Database) -> None:
    """As if an earlier version had closed it; the fact knows better."""
    await damage(book, "UPDATE closings SET sheet = NULL, fingerprint = NULL WHERE id = 2")
    assert await found(book) == [CHANGED]


async def test_a_forged_sheet_with_its_own_fingerprint_is_found(book: Database) -> None:
    """Sheet and fingerprint of the first closing are put in the place of the second's."""
    await damage(
        book,
        "UPDATE closings SET sheet = (SELECT sheet FROM closings one WHERE one.id = 1),"
        " fingerprint = (SELECT fingerprint FROM closings one WHERE one.id = 1) WHERE id = 2",
    )
    assert await found(book) == [CHANGED]


async def test_a_sheet_that_the_facts_do_not_bear_out_is_found(book: Database) -> None:
    """The fact is forged as well: only counting tells."""
    forged = "(SELECT fingerprint FROM closings one WHERE one.id = 1)"
    await damage(
        book,
        "UPDATE facts SET body = (SELECT body FROM facts one WHERE one.code = 'A0007')"
        " WHERE code = 'A0010'",
        f"UPDATE closings SET fingerprint = {forged},"  # noqa: S608 - our own damage
        " sheet = (SELECT sheet FROM closings one WHERE one.id = 1) WHERE id = 2",
    )
    sentence = (
        f"The closed period 2026-W46 differs for {ACTIVITY}: 3 + 7 fact by fact, 3 + 5 on its "
        "sheet."
    )
    assert await found(book) == [sentence, sentence]


async def test_a_changed_fact_in_a_closed_period_is_found(book: Database) -> None:
    await damage(book, "UPDATE facts SET count = 4 WHERE code = 'A0004'")
    assert (await found(book))[0] == (
        f"The closed period 2026-W46 differs for {ACTIVITY}: 4 + 5 fact by fact, 3 + 5 on its "
        "sheet."
    )
    assert len(await found(book)) == 4


async def test_closings_without_their_facts_are_found(book: Database) -> None:
    await damage(book, "UPDATE facts SET kind = 'CodeIssued' WHERE code IN ('A0008', 'A0010')")
    assert await found(book) == [
        "Nobody opened the period 2026-W46 again.",
        "Nobody closed the period 2026-W46 that is closed.",
    ]


async def test_a_closing_that_is_gone_or_another_period_is_found(book: Database) -> None:
    await damage(
        book,
        "DELETE FROM closings WHERE id = 1",
        "UPDATE closings SET period = '2026-W47' WHERE id = 2",
    )
    assert await found(book) == [
        "A0007 closed a period, but what was closed is not there.",
        "A0010 closed another period than the one kept.",
    ]


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ("value = '3834'", "value"),
        ("unit = 'hộ'", "unit"),
        ("as_of = '2026-11-14'", "as_of"),
        ("since = '2026-11-01'", "since"),
        ("giver = 'Công an huyện'", "giver"),
        ("document = NULL", "document"),
        ("name = 'so_ho'", "name"),
        ("place_id = 2", "place"),
    ],
)
async def test_a_changed_figure_is_found(book: Database, change: str, what: str) -> None:
    await damage(book, f"UPDATE figures SET {change}")  # noqa: S608 - our own damage
    assert await found(book) == [f"The figure of A0005 is not what was given: {what}."]


async def test_a_figure_that_is_gone_or_was_never_given_is_found(book: Database) -> None:
    await damage(book, "UPDATE figures SET code = 'A9999'")
    assert await found(book) == [
        "The figure of A0005 is not there.",
        "Nobody gave the figure dan_so (A9999).",
    ]


@pytest.mark.parametrize(
    "change",
    ["UPDATE looks SET period = '2026-W45'", "UPDATE looks SET team_id = 5", "DELETE FROM looks"],
)
async def test_a_changed_look_is_found(book: Database, change: str) -> None:
    await damage(book, change)
    assert await found(book) == ["The look of A0006 is not the one that a leader had."]


async def test_an_answer_that_nobody_gave_is_found(book: Database) -> None:
    await damage(
        book,
        "INSERT INTO answers (commune_id, period, key, code)"
        " VALUES (1, '2026-W46', 'over:x', 'A9999')",
    )
    assert await found(book) == ["The answer of A9999 is not the one that was given."]
