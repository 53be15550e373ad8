"""What must hold after every act: receipts are true, and closed periods stay as they are."""

import re
from typing import Any

from sqlalchemy import text

from tests.house import House

_RECEIPT = re.compile(r"(?:Mã|Code): (\w+)\.")
_OF_A_PERIOD = """
    SELECT village_id, team_id, member_id, activity, sum(count) FROM facts
    WHERE commune_id = :commune AND day >= :first AND day < :end AND activity IS NOT NULL
    GROUP BY 1, 2, 3, 4 HAVING sum(count) <> 0 ORDER BY 1, 2, 3, 4
"""


async def receipts_are_true(house: House, shown: str) -> None:
    """See that what is said to be recorded is in one of the books."""
    for code in _RECEIPT.findall(shown):
        found = await asked(
            house,
            "SELECT kind FROM facts WHERE code = :code"
            " UNION ALL SELECT kind FROM practice WHERE code = :code",
            code=code,
        )
        (kind,) = (row[0] for row in found)
        assert kind in {
            "AssistanceGiven",
            "AssistanceTried",
            "HouseholdSurveyed",
            "MemberAdded",
            "MemberCutOff",
            "MemberLeft",
            "MemberMoved",
            "PeriodSeen",
            "QuestionAsked",
            "RoleGiven",
        }


async def closed_periods(
    house: House, before: dict[int, list[tuple[Any, ...]]]
) -> dict[int, list[tuple[Any, ...]]]:
    """See that closed periods count what they counted before; return what they count."""
    now = {
        number: await asked(house, _OF_A_PERIOD, commune=commune, first=first, end=end)
        for number, commune, first, end in await asked(
            house, 'SELECT id, commune_id, first, "end" FROM closings WHERE reopened IS NULL'
        )
    }
    for number, counted in now.items():
        assert counted == before.get(number, counted)
    return now


async def asked(house: House, sql: str, **values: object) -> list[tuple[Any, ...]]:
    """Put a question straight to the tables, past everything that is tested."""
    async with house.database.read() as tx:
        return [tuple(row) for row in await tx.execute(text(sql), values)]
