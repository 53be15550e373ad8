"""A talk with flows: each turn's session goes through JSON, as if the program had been restarted.

> words        somebody types
> [2]          somebody presses line 2 of the present screen
> [2 of 1]     somebody presses line 2 of screen 1
text, and below it the lines with their digits: all that is answered, exactly
"""

import json
import re
import textwrap
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from functools import cache

from bot.channels.terminal import Terminal
from bot.dialogue.engine import Dialogue
from bot.dialogue.flows import Flows
from bot.dialogue.turn import Turn
from bot.domain.activities import Activity
from bot.domain.chat import Address, Press, Said
from bot.domain.clock import VIET_NAM
from bot.domain.entries import Reading
from bot.domain.facts import AssistanceGiven, AssistanceVoided, Entry, Fact
from bot.domain.figures import Figure
from bot.domain.guides import Found, Group, Guide
from bot.domain.history import Alike, Version
from bot.domain.people import Person, Role
from bot.domain.periods import Period
from bot.domain.places import Place
from bot.domain.services import Services
from bot.domain.session import Session
from bot.domain.survey import Round, Survey
from bot.domain.tally import By, Helped, Own, Tally
from bot.voices import Voices
from tests.dialogue.jokes import FLOWS
from tests.house import CONTENT

AT = datetime(2026, 11, 21, 9, tzinfo=VIET_NAM)
ARTHUR = Person(1, "Arthur", "King", Role.MEMBER, Place(1, "Camelot"), None, None)
_PRESSED = re.compile(r"\[(\d)(?: of (\d+))?\]")


class Scroll:
    """Records in memory: what was recorded in earlier turns of one talk."""

    def __init__(self) -> None:
        self.all: list[Entry] = []

    async def entry(self, code: str) -> Entry | None:
        voided = {
            entry.fact.entry.code for entry in self.all if isinstance(entry.fact, AssistanceVoided)
        }
        found = (entry for entry in self.all if entry.code == code and code not in voided)
        return next(found, None)

    async def own(self, *periods: Period) -> tuple[Own, ...]:
        given = [one.fact for one in self.all if isinstance(one.fact, AssistanceGiven)]
        totals = [Counter[str]() for _period in periods]
        for period, total in zip(periods, totals, strict=True):
            for one in given:
                total[one.activity] += one.count if one.day in period else 0
        return tuple(Own(total) for total in totals)

    async def usual(self) -> tuple[str, ...]:
        return ()

    async def entries(self, limit: int, member: int | None = None) -> tuple[Entry, ...]:
        del member
        return tuple(self.all[-limit:])

    async def history(self, entry: Entry) -> tuple[Version, ...]:
        del entry
        return ()

    async def alike(self, entry: Entry, since: datetime) -> Alike | None:
        del entry, since
        return None

    async def first_told(self, entry: Entry) -> int | None:
        del entry
        return None

    async def told_nothing(self, monday: date) -> bool:
        del monday
        return False

    async def helped(self, period: Period, activities: tuple[str, ...]) -> Helped:
        del period, activities
        return Helped()

    async def closed(self, day: date) -> Period | None:
        del day
        return None

    async def is_closed(self, period: Period) -> bool:
        del period
        return False

    async def villages(self) -> tuple[Place, ...]:
        return ()

    async def members(self) -> tuple[Person, ...]:
        return ()

    async def tally(self, period: Period, by: By) -> Tally:
        return Tally(period, by, {}, ())

    async def unjoined(self) -> tuple[Person, ...]:
        return ()

    async def invited(self, digest: str) -> Person | None:
        del digest
        return None

    async def figures(self) -> tuple[Figure, ...]:
        return ()


class BlankForms:
    """A survey in which nobody was asked anything."""

    async def standing(self, household: str) -> Round | None:
        del household
        return None

    async def round(self, code: str) -> Round | None:
        del code
        return None

    async def waiting(self) -> tuple[Round, ...]:
        return ()

    async def villages(self) -> tuple[Place, ...]:
        return ()

    async def by_village(self) -> tuple[tuple[Place, Survey], ...]:
        return ()

    async def result(self, village: int | None = None) -> Survey:
        del village
        return Survey()


class BareShelves:
    """A library without books: the jokes need none."""

    activities: dict[str, Activity] = {}  # noqa: RUF012 - a Protocol's property
    guides: dict[str, Guide] = {}  # noqa: RUF012
    groups: tuple[Group, ...] = ()
    services = Services()

    def find(self, said: str) -> Found:
        del said
        return Found(sure=False, results=())

    def read_entry(self, said: str, *, today: date, villages: Sequence[str]) -> Reading:
        del said, today, villages
        return Reading()


@cache
def voices() -> Voices:
    """Read the real catalogues once."""
    return Voices(CONTENT / "words")


class Talk:
    """One person's talk with a dialogue; what is kept between turns is JSON, and nothing else."""

    def __init__(self, flows: Flows = FLOWS, person: Person | None = ARTHUR) -> None:
        self.dialogue = Dialogue(flows)
        self.person = person
        self.kept = json.dumps(Session().to_json())
        self.records = Scroll()
        self.facts: list[Fact] = []
        self.turns = 0

    @property
    def session(self) -> Session:
        """Where the talk stands, as the next turn will read it."""
        return Session.from_json(json.loads(self.kept))

    def turn(self) -> Turn:
        """Make a turn as the desk does."""
        return Turn(
            address=Address("terminal", "arthur"),
            message=self.turns,
            at=AT,
            person=self.person,
            language="en",
            ability=Terminal.ability,
            records=self.records,
            surveys=BlankForms(),
            library=BareShelves(),
            spoken=voices().spoken,
        )

    async def say(self, said: Said) -> str:
        """Say something; return the answer's text and lines."""
        self.turns += 1
        turn = self.turn()
        outcome = await self.dialogue.respond(turn, self.session, said)
        self.kept = json.dumps(outcome.session.to_json())
        self.records.all += outcome.entries
        self.facts += [entry.fact for entry in outcome.entries]
        voice = voices().voice("en")
        lines = (f"{line.digit}. {voice.say(line.label)}" for line in outcome.reply.lines)
        return "\n".join([voice.say(outcome.reply.text), *lines])

    async def press(self, line: int, *, screen: int | None = None) -> str:
        """Press a line of the present screen, or of another one."""
        return await self.say(Press(self.session.screen if screen is None else screen, line))

    async def follow(self, transcript: str) -> None:
        """Play a transcript, and compare every answer with it; none below means: whatever."""
        for turn in re.split(r"^> ", textwrap.dedent(transcript).strip(), flags=re.MULTILINE)[1:]:
            said, __, expected = turn.partition("\n")
            if pressed := _PRESSED.fullmatch(said):
                shown = await self.press(int(pressed[1]), screen=_screen(pressed[2]))
            else:
                shown = await self.say(said)
            if expected.strip():
                assert shown == expected.rstrip(), said


def _screen(written: str | None) -> int | None:
    return int(written) if written else None
