"""Killed at random moments around the reminder on Friday: each is sent, and put once a week.

TOSO_CARD_KILLS: how many kills (6). TOSO_KILLS_SEED: the chance of an earlier run.
"""

import os
import random
import sys
import time
from collections import Counter
from datetime import datetime, timedelta

import pytest

from bot.domain.chat import Address
from bot.domain.clock import VIET_NAM
from bot.store import chats, roster
from bot.store.db import Database
from tests.process.clocked import run
from tests.process.town import Town

pytestmark = [pytest.mark.process, pytest.mark.xdist_group("kills")]

KILLS = int(os.environ.get("TOSO_CARD_KILLS", "6"))
SEED = int(os.environ.get("TOSO_KILLS_SEED", str(time.time_ns())))
# Long behind everything that the demo commune recorded: nobody has a line in this week.
MONDAY = "2036-12-29"
FRIDAY = datetime(2037, 1, 2, 11, 30, tzinfo=VIET_NAM)
_PUT = "SELECT week, kind, chat FROM nudges JOIN chats USING (person_id) WHERE chat LIKE 'console%'"
_DUE = "SELECT chat, state FROM inbox WHERE external_id LIKE 'nudge:%'"
_LETTERS = (
    "SELECT letters.chat, letters.state FROM letters JOIN inbox ON inbox.id = inbox_id"
    " WHERE external_id LIKE 'nudge:%'"
)


async def test_no_kill_and_no_clock_that_is_set_doubles_or_loses_a_reminder(town: Town) -> None:
    sys.stdout.write(f"TOSO_CARD_KILLS={KILLS} TOSO_KILLS_SEED={SEED}\n")
    consoles = await _lend_consoles(town)
    chance = random.Random(SEED)
    said, fell = Counter[str](), Counter[str]()

    def phase() -> str:
        if not town.ask(_DUE):
            return "before"
        sent = [state for __, state in town.ask(_LETTERS)].count("sent")
        return "behind" if sent == len(consoles) else "between"

    for __ in range(KILLS):
        # From just before the hour to long behind it, back and forth.
        at = FRIDAY + timedelta(seconds=chance.uniform(-1, 7200))
        said += await run(town, at, chance.uniform(0, 1.5), lambda: False)
        fell[phase()] += 1
    last = FRIDAY + timedelta(hours=2)
    said += await run(town, last, None, lambda: phase() == "behind")
    # Everybody has been told: whoever looks again finds nobody, however long the week still is.
    said += await run(town, last + timedelta(minutes=30), 5, lambda: False)
    once = {(MONDAY, "reminder", one): 1 for one in consoles}
    assert Counter(town.ask(_PUT)) == once
    assert Counter(town.ask(_DUE)) == {(one, "done"): 1 for one in consoles}
    assert Counter(town.ask(_LETTERS)) == {(one, "sent"): 1 for one in consoles}
    # Seen twice only where a kill fell between sending a letter and noting it; never not at all.
    heard = Counter({one: said[one] for one in consoles})
    assert min(heard.values()) >= 1
    assert max(heard.values()) <= 1 + KILLS
    twice = heard.total() - len(consoles)
    assert twice <= KILLS * 24
    sys.stdout.write(f"{KILLS} kills fell {dict(fell)}; {twice} letters shown twice\n")


async def _lend_consoles(town: Town) -> list[str]:
    """Give everybody in a team a console of their own."""
    database = Database(str(town.path))
    try:
        async with database.write() as tx:
            people = await roster.members(tx)
            for number in people:
                await chats.bind(tx, Address("terminal", f"console {number}"), number)
    finally:
        await database.close()
    ((newest,),) = town.ask("SELECT max(day) FROM facts")
    assert newest < MONDAY
    return [f"console {number}" for number in people]
