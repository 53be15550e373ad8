"""Why findings are right as they are: reasons, with who gave them and when."""

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.clock import local_day
from bot.domain.facts import Entry, FindingAnswered
from bot.domain.findings import Answer
from bot.domain.periods import Period
from bot.store.schema import answers, facts, people


async def keep(tx: AsyncConnection, answered: FindingAnswered, entry: Entry) -> None:
    """Note which finding of which period an entry answers; the reason stands with its fact."""
    await tx.execute(
        insert(answers).values(
            commune_id=entry.commune,
            period=answered.period.id,
            key=answered.key,
            code=entry.code,
        )
    )


async def of(tx: AsyncConnection, commune: int, period: Period) -> dict[str, Answer]:
    """Return the newest answer of each finding of a commune's period, by the finding's key."""
    found = await tx.execute(
        select(answers.c.key, facts.c.why, people.c.name, facts.c.at)
        .join_from(answers, facts, facts.c.code == answers.c.code)
        .outerjoin(people, people.c.id == facts.c.member_id)
        .where(answers.c.commune_id == commune, answers.c.period == period.id)
        .order_by(answers.c.id)
    )
    return {row.key: Answer(row.why or "", row.name, local_day(row.at)) for row in found}
