"""Conversations as tests: what is said, and what must be answered, on either channel alike.

    > words            somebody types
    > [label]          somebody presses a button, or types its digit where there are none
    text               what is answered, line by line
      [label]          a choice
      (label) (label)  the moves at the bottom: back, more, menu

Lines of a transcript are compared exactly; `…` at the end of a line stands for the rest of it.
"""

import re
import textwrap
from collections.abc import Sequence

from bot.dialogue.flow import BACK, HOME, MORE
from bot.dialogue.screens import label_of
from tests.house import House

_NUMBERED = re.compile(r"(\d)\. (.+)")
_PRESSED = re.compile(r"\[(.+)\]")


class Chat:
    """One person's conversation over one channel."""

    def __init__(self, house: House, channel: str, role: str) -> None:
        self.house = house
        self.channel = channel
        self.role = role

    async def follow(self, transcript: str) -> None:
        """Play a transcript, and compare every answer with it."""
        for said, expected in _turns(transcript):
            await self.say(said)
            shown = self.seen()
            same = len(shown) == len(expected) and all(map(_alike, shown, expected))
            assert same, _differ(said, expected, shown)

    async def say(self, said: str) -> list[str]:
        """Say something; return what is shown then."""
        pressed = _PRESSED.fullmatch(said)
        if self.channel == "terminal":
            await self.house.type(self.role, self._digit(pressed[1]) if pressed else said)
        else:
            person = self.house.people[self.role]
            if not pressed:
                person.say(said)
            elif pressed[1] in self._keys() and not self._has_button(pressed[1]):
                person.tap(pressed[1])
            else:
                person.press(pressed[1])
            await self.house.telegram_settles()
        return self.seen()

    def seen(self) -> list[str]:
        """Return what is on the screen now, in the form of a transcript."""
        return self._shown(-1)

    def asked(self) -> list[str]:
        """Return the newest message with choices; a file may stand below it."""
        if self.channel == "terminal":
            shown = self.house.shown[self.role]
            has = [any(map(_NUMBERED.fullmatch, text.split("\n"))) for text in shown]
        else:
            has = [bool(one.buttons) for one in self.house.people[self.role].screen]
        return self._shown(len(has) - 1 - has[::-1].index(True))

    def _shown(self, nth: int) -> list[str]:
        if self.channel == "terminal":
            return _from_terminal(self.house.shown[self.role][nth], self._moves())
        person = self.house.people[self.role]
        newest = person.screen[nth]
        labels = [label for row in newest.buttons for label in row]
        if not labels and newest.who == "bot":
            labels = self._keys()
        return _canonical(newest.text.split("\n"), labels, self._moves())

    def _keys(self) -> list[str]:
        """Return the lasting keys below the chat."""
        return [label for row in self.house.people[self.role].keyboard for label in row]

    def _has_button(self, label: str) -> bool:
        newest = self.house.people[self.role].screen[-1]
        return any(label in row for row in newest.buttons)

    def _digit(self, label: str) -> str:
        """Return the digit behind which a label stands in the terminal."""
        if label.isdigit():
            return label
        shown = [text.split("\n") for text in self.house.shown[self.role]]
        # What has no choices (a file) stands below the question, whose digits stay what they were.
        asked = [rows for rows in shown if any(map(_NUMBERED.fullmatch, rows))]
        for row in asked[-1] if asked else ():
            found = _NUMBERED.fullmatch(row)
            if found and found[2] == label:
                return found[1]
        # Where a number is asked for, the moves have words only.
        return label

    def _moves(self) -> set[str]:
        return {
            words
            for move in (BACK, MORE, HOME)
            for words in self.house.app.voices.spoken(label_of(move))
        }


def _turns(transcript: str) -> list[tuple[str, list[str]]]:
    turns: list[tuple[str, list[str]]] = []
    for line in textwrap.dedent(transcript).strip("\n").split("\n"):
        if line.startswith("> "):
            turns.append((line[2:], []))
        elif turns:
            turns[-1][1].append(line.rstrip())
    for __, expected in turns:
        while expected and not expected[-1]:
            expected.pop()
    return turns


def _from_terminal(text: str, moves: set[str]) -> list[str]:
    """Separate the choices at the end from the text above them.

    Where a number is asked for, only the menu has a digit and choices stand behind dashes; on any
    other screen a dash above the digits belongs to a list in the text.
    """
    rows = text.split("\n")
    labels: list[str] = []
    digits: set[str] = set()
    while rows:
        found = _NUMBERED.fullmatch(rows[-1])
        dashed = rows[-1].removeprefix("– ")
        if found:
            labels.insert(0, found[2])
            digits.add(found[1])
        elif dashed in moves or (dashed != rows[-1] and digits == {"0"}):
            labels.insert(0, dashed)
        else:
            break
        rows.pop()
    return _canonical(rows, labels, moves)


def _canonical(rows: Sequence[str], labels: Sequence[str], moves: set[str]) -> list[str]:
    """Write a screen as transcripts do; offered numbers are left out, they are on one channel."""
    chosen = [f"  [{label}]" for label in labels if label not in moves and not label.isdigit()]
    bottom = " ".join(f"({label})" for label in labels if label in moves)
    return [*rows, *chosen, *([f"  {bottom}"] if bottom else [])]


def _alike(shown: str, expected: str) -> bool:
    if expected.endswith("…"):
        return shown.startswith(expected[:-1])
    return shown == expected


def _differ(said: str, expected: list[str], shown: list[str]) -> str:
    return "\n".join([f"after: {said}", "expected:", *expected, "", "shown:", *shown])
