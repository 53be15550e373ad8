"""A talk with flows: each turn's session goes through JSON, as if the program had been restarted.

> words        somebody types
> [2]          somebody presses line 2 of the present screen
> [2 of 1]     somebody presses line 2 of screen 1
text, and below it the lines with their digits: all that is answered, exactly
"""

import json
import re
import textwrap
from datetime import datetime
from functools import cache

from bot.channels.terminal import Terminal
from bot.dialogue.engine import Dialogue
from bot.dialogue.flows import Flows
from bot.dialogue.turn import Turn
from bot.domain.chat import Address, Press, Said
from bot.domain.clock import VIET_NAM
from bot.domain.facts import Fact
from bot.domain.people import Person, Role
from bot.domain.places import Place
from bot.domain.session import Session
from bot.voices import Voices
from tests.dialogue.blanks import (
    BareShelves,
    BlankForms,
    BlankNumbers,
    EmptyRolls,
    NoIntake,
    OpenPeriods,
    Scroll,
)
from tests.dialogue.jokes import FLOWS
from tests.dialogue.unasked import NoQuestions
from tests.house import CONTENT

AT = datetime(2026, 11, 21, 9, tzinfo=VIET_NAM)
ARTHUR = Person(1, "Arthur", "King", Role.MEMBER, Place(1, "Camelot"), None, None)
_PRESSED = re.compile(r"\[(\d)(?: of (\d+))?\]")


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
            numbers=BlankNumbers(),
            closings=OpenPeriods(),
            surveys=BlankForms(),
            questions=NoQuestions(),
            rolls=EmptyRolls(),
            intake=NoIntake(),
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


async def talked(*said: str) -> Talk:
    """Return a talk in which so much was said."""
    talk = Talk()
    for words in said:
        await talk.say(words)
    return talk


def _screen(written: str | None) -> int | None:
    return int(written) if written else None
