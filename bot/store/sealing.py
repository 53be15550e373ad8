"""Closed periods with their sheets: written once, read as they were, never made again."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.errors import Damaged
from bot.domain.facts import Entry, PeriodClosed, PeriodReopened
from bot.domain.periods import Period
from bot.domain.sheets import Former, Seal, Sheet
from bot.store import sheet_text
from bot.store.places import is_part
from bot.store.schema import closings, facts, places


@dataclass(frozen=True, slots=True)
class Kept:
    """A closed period as it lies in the store.

    One that an earlier version closed has neither `seal` nor `text`: it is counted from the facts.
    """

    period: str
    seal: Seal | None
    text: str | None

    @property
    def sheet(self) -> Sheet | None:
        """Return the sheet, if it has one; raises Damaged where a byte of it was changed."""
        if self.text is None or self.seal is None:
            return None
        if sheet_text.fingerprint(self.text) != self.seal.fingerprint:
            raise Damaged(self.period)
        return sheet_text.read(self.text)


async def kept(tx: AsyncConnection, commune: int, period: Period) -> Kept | None:
    """Return a closed period of a commune, None where it is open."""
    found = await tx.execute(_of(commune, period).where(closings.c.reopened.is_(None)))
    row = found.first()
    return _kept(row) if row else None


async def former(tx: AsyncConnection, commune: int, period: Period) -> tuple[Former, ...]:
    """Return which merged communes that became this one have closed a period."""
    found = await tx.execute(
        select(closings, facts.c.at, places.c.name)
        .join_from(closings, facts, facts.c.code == closings.c.code)
        .join(places, places.c.id == closings.c.commune_id)
        .where(
            is_part(closings.c.commune_id, commune),
            closings.c.commune_id != commune,
            closings.c.period == period.id,
            closings.c.reopened.is_(None),
        )
        .order_by(closings.c.id)
    )
    return tuple(Former(row.name, _kept(row).seal) for row in found)


async def sheet(tx: AsyncConnection, commune: int, period: Period) -> Sheet | None:
    """Return the sheet of a closed period, None where it is open or was closed without one.

    Raises Damaged.
    """
    found = await kept(tx, commune, period)
    return found.sheet if found else None


async def before(tx: AsyncConnection, commune: int, period: Period) -> Sheet | None:
    """Return the sheet with which a period was closed before it was opened again, if it was.

    Raises Damaged.
    """
    found = await tx.execute(_of(commune, period).where(closings.c.reopened.is_not(None)))
    row = found.first()
    return _kept(row).sheet if row else None


async def hold(tx: AsyncConnection) -> None:
    """Let nobody add a fact until this transaction ends; a file has one writer anyway."""
    if tx.dialect.name == "postgresql":
        await tx.execute(text("LOCK TABLE facts IN SHARE ROW EXCLUSIVE MODE"))


async def close(
    tx: AsyncConnection, closed: PeriodClosed, entry: Entry, row: dict[str, Any]
) -> None:
    """Add the fact's `row`, and keep the sheet with what it was made of.

    Raises LookupError where somebody else was quicker: a period is closed once.
    """
    period = closed.period
    await hold(tx)
    if entry.commune is None or await kept(tx, entry.commune, period):
        raise LookupError(period.id)
    last = await tx.scalar(select(func.max(facts.c.id)).where(facts.c.commune_id == entry.commune))
    written = sheet_text.written(closed.sheet) if closed.sheet else None
    fingerprint = sheet_text.fingerprint(written) if written else None
    body = {"period": period.id, "fingerprint": fingerprint}
    await tx.execute(insert(facts).values({**row, "body": json.dumps(body)}))
    await tx.execute(
        insert(closings).values(
            commune_id=entry.commune,
            period=period.id,
            first=period.start,
            end=period.end,
            code=entry.code,
            sheet=written,
            fingerprint=fingerprint,
            catalogue=closed.sheet.catalogue if closed.sheet else None,
            last_fact=(last or 0) if closed.sheet else None,
        )
    )


async def reopen(tx: AsyncConnection, reopened: PeriodReopened, entry: Entry) -> None:
    """Open a period again, also for parts that closed it; its sheet stays, as `before`."""
    await tx.execute(
        update(closings)
        .where(
            is_part(closings.c.commune_id, entry.commune or 0),
            closings.c.period == reopened.period.id,
            closings.c.reopened.is_(None),
        )
        .values(reopened=entry.code)
    )


def _of(commune: int, period: Period) -> Any:  # noqa: ANN401 - a select of eight columns
    return (
        select(closings, facts.c.at)
        .join_from(closings, facts, facts.c.code == closings.c.code)
        .where(closings.c.commune_id == commune, closings.c.period == period.id)
        .order_by(closings.c.id.desc())
        .limit(1)
    )


def _kept(row: Any) -> Kept:  # noqa: ANN401 - of `_of`
    if row.fingerprint is None:
        return Kept(row.period, None, None)
    seal = Seal(row.fingerprint, row.catalogue or "", row.last_fact or 0, row.at)
    return Kept(row.period, seal, row.sheet)
